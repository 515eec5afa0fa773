package preview

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"mentorbook/generator/finding"
)

// keepAlive is how often a stream says that it is still there, so that both
// ends notice when the other is not.
const keepAlive = 30 * time.Second

// events is a stream of server-sent events (HTML, 9.2) for one open page:
//
//	event: findings  what was found in the content, whenever that differs
//	event: page      the page has other bytes; data is their hash
//	event: files     files beside the pages, pictures say, have other bytes; data is
//	                 their addresses ("*" for any) and the state of them all
//	event: moved     the page's file is shown at another address
//
// The browser says which page it shows, by its address and the hash of its
// bytes, so that a change it slept through reaches it when it asks again.
func (p *preview) events(w http.ResponseWriter, q *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok || q.Method != http.MethodGet {
		http.Error(w, "A stream of events can only be read.", http.StatusMethodNotAllowed)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	w.WriteHeader(http.StatusOK)
	c := &client{preview: p, local: fromHere(q), address: q.URL.Query().Get("address"), hash: q.URL.Query().Get("hash"), source: q.URL.Query().Get("source")}
	c.since, _ = strconv.Atoi(q.URL.Query().Get("since"))
	tick := time.NewTicker(keepAlive)
	defer tick.Stop()
	fmt.Fprint(w, "retry: 500\n\n")
	for {
		p.mu.RLock()
		changed := p.changed
		p.mu.RUnlock()
		for _, e := range c.news() {
			fmt.Fprintf(w, "event: %s\ndata: %s\n\n", e.name, e.data)
		}
		flusher.Flush()
		select {
		case <-q.Context().Done():
			return
		case <-changed:
		case <-tick.C:
			if _, err := fmt.Fprint(w, ": still here\n\n"); err != nil {
				return
			}
		}
	}
}

// client is an open page.
type client struct {
	*preview
	address, hash, source string
	local                 bool   // on this machine
	findings              string // as last sent
	since                 int    // state of the files that it shows
}

type event struct{ name, data string }

// news lists what the page has not been told.
func (c *client) news() []event {
	var news []event
	s := c.look(c.address, c.local)
	if data := c.notes(s); data != c.findings {
		c.findings = data
		news = append(news, event{"findings", data})
	}
	if addresses := c.filesSince(c.since); len(addresses) > 0 {
		c.since = s.state
		data, err := json.Marshal(map[string]any{"state": s.state, "addresses": addresses})
		if err != nil {
			panic(err) // strings and a number only
		}
		news = append(news, event{"files", string(data)})
	}
	status := http.StatusOK
	if s.file == nil && len(s.findings) == 0 && s.err == nil && !s.empty {
		if moved := c.movedTo(); moved != "" {
			return append(news, event{"moved", "/" + moved})
		}
		s, status = c.look("404.html", false), http.StatusNotFound
	}
	if s.file != nil {
		if h := hash(s.file, status); h != c.hash {
			c.hash = h
			news = append(news, event{"page", h})
		}
	}
	return news
}

// movedTo returns where the page's file is shown now, or "".
func (c *client) movedTo() string {
	c.mu.RLock()
	defer c.mu.RUnlock()
	if c.plan == nil || c.source == "" {
		return ""
	}
	return c.plan.AddressOf(c.source)
}

// note is a finding as the browser shows it.
type note struct {
	Severity string `json:"severity"`
	File     string `json:"file"`
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
	Excerpt  string `json:"excerpt,omitempty"`
	Code     string `json:"code"`
	Here     bool   `json:"here,omitempty"` // of the page's own file
}

// notesShown is how many findings a browser is sent; a terminal shows all.
const notesShown = 50

// notes are the findings as JSON, errors first.
func (c *client) notes(s shown) string {
	c.mu.RLock()
	all := append(append([]finding.Finding(nil), s.findings...), c.preview.findings...)
	c.mu.RUnlock()
	pairs := ""
	if c.local {
		pairs = c.pairsList()
	}
	v := struct {
		Pairs    string   `json:"pairs,omitempty"` // the way to their list
		Errors   int      `json:"errors"`
		Warnings int      `json:"warnings"`
		Notes    []note   `json:"notes"`
		Words    pageText `json:"words"`
	}{Pairs: pairs, Errors: finding.Count(all, finding.Error), Warnings: finding.Count(all, finding.Warning), Words: wordsIn(c.Lang), Notes: []note{}}
	for _, severity := range []finding.Severity{finding.Error, finding.Warning} {
		for _, f := range all {
			if f.Severity == severity && len(v.Notes) < notesShown {
				v.Notes = append(v.Notes, note{
					Severity: severity.String(), File: f.Place.File, Line: f.Place.Line, Column: f.Place.Column, Message: f.Message(c.Lang),
					Hint: f.Hint(c.Lang), Excerpt: f.Excerpt, Code: string(f.Code), Here: c.source != "" && f.Place.File == c.source,
				})
			}
		}
	}
	data, err := json.Marshal(v)
	if err != nil {
		panic(err) // strings and numbers only
	}
	return string(data)
}
