package preview

import (
	"fmt"
	"mime"
	"net/http"
	"net/url"
	"path"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"mentorbook/generator/site"
)

// patience is how long a request waits for a change that is under way.
const patience = 5 * time.Second

// own is where the preview serves what is not the site's.
const own = "/.mentorbook/"

// policy is the site's own, which the preview's script keeps as well.
const policy = site.Policy

func (p *preview) handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		defer func() {
			if bug := recover(); bug != nil && bug != http.ErrAbortHandler {
				text := fmt.Sprintf("%v\n%s", bug, debug.Stack())
				p.report(Trouble{Panicked, q.URL.Path + ": " + text})
				p.bug(w, fmt.Sprint(bug))
			}
		}()
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Content-Security-Policy", policy)
		h.Set("Cache-Control", "no-cache")
		if status, why := p.host.refuse(q); status != 0 {
			if status == http.StatusMethodNotAllowed {
				h.Set("Allow", "GET, HEAD")
			}
			http.Error(w, why, status)
			return
		}
		if name, ok := strings.CutPrefix(q.URL.Path, own); ok {
			p.ownFile(w, q, name)
			return
		}
		p.gather.wait(q.Context(), patience)
		p.siteFile(w, q)
	})
}

// ownFile answers what only the preview has.
func (p *preview) ownFile(w http.ResponseWriter, q *http.Request, name string) {
	switch name {
	case "preview.js", "preview.css":
		data, err := p.script.file(name)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		send(w, q, http.StatusOK, name, data)
	case "events":
		p.events(w, q)
	default:
		http.NotFound(w, q)
	}
}

// siteFile answers a file of the site, as a server of plain files would.
func (p *preview) siteFile(w http.ResponseWriter, q *http.Request) {
	address := strings.TrimPrefix(q.URL.Path, "/")
	if address == "service-worker.js" {
		send(w, q, http.StatusOK, address, []byte(noWorker))
		return
	}
	here := fromHere(q)
	s := p.look(index(address), here)
	if rest, ok := strings.CutPrefix(q.URL.Path, s.root); ok && s.file == nil { // links of 404.html begin at the published root
		address = rest
		s = p.look(index(address), here)
	}
	switch {
	case s.err != nil:
		http.Error(w, s.err.Error(), http.StatusInternalServerError)
	case s.file != nil:
		p.sendSite(w, q, http.StatusOK, index(address), s)
	case len(s.findings) > 0 || s.empty:
		p.sendNothing(w, q, index(address), s)
	case address != "" && p.look(address+"/index.html", here).file != nil:
		w.Header().Set("Location", "./"+url.PathEscape(path.Base(address))+"/")
		w.WriteHeader(http.StatusFound)
	default:
		p.sendMissing(w, q, index(address))
	}
}

// index is the file that a server of plain files takes for a folder.
func index(address string) string {
	if address == "" || strings.HasSuffix(address, "/") {
		return address + "index.html"
	}
	return address
}

// noWorker stands for the site's service worker: one that keeps pages would
// show them as they were.
const noWorker = `self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (e) => e.waitUntil(self.registration.unregister()));
`

// sendSite sends a file of the site; a page gets the preview's script.
func (p *preview) sendSite(w http.ResponseWriter, q *http.Request, status int, address string, s shown) {
	data := s.file
	if strings.HasSuffix(address, ".html") {
		data = inject(data, tag{address, hash(s.file, status), s.source, s.state})
	}
	send(w, q, status, address, data)
}

// sendMissing sends the site's own page for what is not there.
func (p *preview) sendMissing(w http.ResponseWriter, q *http.Request, address string) {
	s := p.look("404.html", false)
	if s.file == nil {
		http.NotFound(w, q)
		return
	}
	send(w, q, http.StatusNotFound, "404.html", inject(s.file, tag{address, hash(s.file, http.StatusNotFound), "", s.state}))
}

func send(w http.ResponseWriter, q *http.Request, status int, name string, data []byte) {
	w.Header().Set("Content-Type", contentType(name))
	w.Header().Set("Content-Length", strconv.Itoa(len(data)))
	w.WriteHeader(status)
	if q.Method != http.MethodHead {
		w.Write(data)
	}
}

// types are the kinds of file that a handbook has; the system's own table
// differs from machine to machine.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8", ".svg": "image/svg+xml",
	".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp", ".ico": "image/x-icon",
	".pdf": "application/pdf", ".ics": "text/calendar; charset=utf-8", ".woff2": "font/woff2", ".webmanifest": "application/manifest+json",
	".mp4": "video/mp4", ".mp3": "audio/mpeg", ".csv": "text/csv; charset=utf-8",
}

func contentType(name string) string {
	ext := strings.ToLower(path.Ext(name))
	if t, ok := types[ext]; ok {
		return t
	}
	if t := mime.TypeByExtension(ext); t != "" {
		return t
	}
	return "application/octet-stream"
}
