package site

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"

	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
	"mentorbook/generator/search"
)

// offlineJobs make what reading without a connection needs: the service
// worker, and for each language a page about it, the list of its files and a
// manifest. Switched off, there is a worker all the same, which takes leave:
// browsers that have one ask for it at its old address.
func (r *renderer) offlineJobs() []job {
	if !r.offline {
		return []job{{address: "service-worker.js", make: func(w *worker) ([]finding.Finding, error) {
			return nil, w.put("service-worker.js", r.theme.Worker("farewell.js"))
		}}}
	}
	jobs := []job{{address: "service-worker.js", make: r.serviceWorker}}
	for _, e := range r.editions {
		jobs = append(jobs,
			job{address: e.Base + "offline.html", make: func(w *worker) ([]finding.Finding, error) { return r.offlinePage(w, e) }},
			job{address: e.Base + "offline.json", make: func(w *worker) ([]finding.Finding, error) { return r.offlineList(w, e) }},
			job{address: e.Base + "manifest.webmanifest", make: func(w *worker) ([]finding.Finding, error) { return r.manifest(w, e) }},
		)
	}
	return jobs
}

// serviceWorker makes the worker, with what it has to know in front.
func (r *renderer) serviceWorker(w *worker) ([]finding.Finding, error) {
	var known struct {
		Version string   `json:"version"`
		Bases   []string `json:"bases"`
		Core    []string `json:"core"`
	}
	known.Version = r.version()
	for _, e := range r.editions {
		known.Bases = append(known.Bases, e.Base)
	}
	known.Core = r.core()
	data, err := json.Marshal(known)
	if err != nil {
		return nil, fmt.Errorf("describing the handbook to the service worker: %w", err)
	}
	return nil, w.put("service-worker.js", append([]byte("self.handbook="+string(data)+";\n"), r.theme.Worker("service-worker.js")...))
}

// core lists the files of the pages that are shown without a connection.
func (r *renderer) core() []string {
	files := []string{r.theme.Asset("style.css"), r.theme.Asset("scheme.js"), r.theme.Asset("site.js"), r.theme.Asset("offline.js"), r.theme.Asset("icon.svg")}
	for _, e := range r.editions {
		files = append(files, escaped(e.Base)+"offline.html")
	}
	return files
}

// version changes with anything that a page may show: the programme, any
// page's file, the theme. It is made of what the site is made from, so that
// the worker needs no finished page.
func (r *renderer) version() string {
	h := sha256.New()
	for _, e := range r.editions {
		fmt.Fprintf(h, "%s\x00%+v\x00%+v\x00", e.Base, *e.site, r.book.Programme.Phases)
		for _, p := range e.Pages {
			fmt.Fprintf(h, "%s\x00%s\x00", p.Address, p.Hash)
		}
	}
	for _, a := range r.theme.Assets() {
		fmt.Fprintf(h, "%s\x00", a.Address)
	}
	h.Write(r.theme.Worker("service-worker.js"))
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// offlineFiles lists all that a language's handbook needs: its pages, the
// pictures on them, the booklet, the blank agreement as PDF, the theme.
func (r *renderer) offlineFiles(e *edition) []string {
	var files []string
	seen := map[*handbook.Asset]bool{}
	for _, p := range e.Pages {
		files = append(files, escaped(p.Address))
		for _, img := range p.Images {
			if img.Asset != nil && !seen[img.Asset] {
				seen[img.Asset] = true
				files = append(files, escaped(img.Asset.Address))
			}
		}
	}
	for _, t := range e.Tags {
		files = append(files, escaped(t.Address))
	}
	if len(e.Tags) > 0 {
		files = append(files, escaped(e.Base)+"tags/index.html")
	}
	if e.site.Logo != "" {
		files = append(files, e.site.Logo)
	}
	for _, a := range r.theme.Assets() {
		files = append(files, escaped(a.Address))
	}
	if e.Agreement != nil {
		files = append(files, e.words().address, escaped(pdfAddress(e.Agreement)))
	}
	if to := e.Booklet(); to != "" {
		files = append(files, escaped(to))
	}
	return append(files, escaped(e.Base)+"offline.html")
}

// offlineList lists the files, and the lists of those that only the making of
// the search index tells.
func (r *renderer) offlineList(w *worker, e *edition) ([]finding.Finding, error) {
	data, err := json.Marshal(map[string][]string{"files": r.offlineFiles(e), "lists": {search.List(e.Edition)}})
	if err != nil {
		return nil, fmt.Errorf("listing the handbook's files: %w", err)
	}
	return nil, w.put(e.Base+"offline.json", data)
}

// What a page of the handbook, a page of the booklet and a topic's page weigh
// besides the text, and a blank agreement as PDF: in bytes, as measured on the
// starter. In the search index a text weighs half as much again as in its page.
const (
	pageWeight    = 10450
	bookletWeight = 3300
	topicWeight   = 7000
	pdfWeight     = 26000
)

// offlineSize estimates the size of a language's handbook in megabytes, such
// as 0.7: the pages themselves may not be made yet. Pictures count by their
// area, a quarter of a byte for a pixel.
func (r *renderer) offlineSize(e *edition) string {
	bytes := 0
	for _, p := range e.Pages {
		text := p.Doc.Size()
		bytes += pageWeight + text + text*3/2
		if e.Booklet() != "" {
			bytes += bookletWeight + text
		}
		for _, img := range p.Images {
			if img.Asset != nil {
				bytes += img.Asset.Width * img.Asset.Height / 4
			}
		}
	}
	bytes += topicWeight * len(e.Tags)
	if e.Agreement != nil {
		bytes += pdfWeight
	}
	for _, a := range r.theme.Assets() {
		bytes += len(a.Bytes)
	}
	return e.text.Number(strconv.FormatFloat(max(0.1, float64(bytes)/1e6), 'f', 1, 64))
}

func (r *renderer) offlinePage(w *worker, e *edition) ([]finding.Finding, error) {
	c, fs := e.chrome[e.Root]()
	if len(fs) > 0 {
		return fs, nil
	}
	core, err := json.Marshal(r.core())
	if err != nil {
		return nil, fmt.Errorf("listing the files of the page without a connection: %w", err)
	}
	address := e.Base + "offline.html"
	v := r.frame(e, address, "offline", e.text.Text("offline.title"))
	v.Head, v.Search, v.Menu, v.Breadcrumbs, v.Footer = c.head, c.search, c.menuOf(address), c.crumbs, c.footer
	v.Summary, v.NoIndex = e.text.Text("offline.summary"), true
	v.Offline = &OfflineView{List: "offline.json", Core: string(core), Size: r.offlineSize(e)}
	for _, other := range r.editions {
		if len(r.editions) > 1 {
			v.Languages = append(v.Languages, LanguageLink{
				Lang: string(other.Lang), Name: r.theme.LanguageName(string(other.Lang)), Current: other == e,
				Href: relative(address, other.Base+"offline.html"),
			})
		}
	}
	return r.write(w, e, address, v)
}

// manifest makes the manifest of the handbook as an application (W3C, Web
// Application Manifest), for those who put it on their home screen.
func (r *renderer) manifest(w *worker, e *edition) ([]finding.Finding, error) {
	address := e.Base + "manifest.webmanifest"
	data, err := json.MarshalIndent(map[string]any{
		"name": e.site.Name, "short_name": e.site.Name, "lang": string(e.Lang), "dir": "auto",
		"id": relative(address, e.Home.Address), "start_url": relative(address, e.Home.Address), "scope": ".", "display": "minimal-ui",
		"icons": []map[string]string{{"src": rootFrom(address) + e.site.Icon, "type": "image/svg+xml", "sizes": "any"}},
	}, "", " ")
	if err != nil {
		return nil, fmt.Errorf("writing the manifest: %w", err)
	}
	return nil, w.put(address, append(data, '\n'))
}
