package preview

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"mentorbook/generator"
)

// deadline is how long a condition is waited for before a test fails.
const deadline = 30 * time.Second

// running is a preview of a small handbook that a test changes.
type running struct {
	*testing.T
	dir, url string
	updates  chan Update
	stop     func() error
}

const (
	smallProgramme = "name: Small programme\nlanguages: [en]\nurl: https://example.org/handbook/\n"
	smallHome      = "---\ntitle: Home\n---\nWelcome.\n"
	smallTrust     = "---\ntitle: Trust\n---\nWe trust.\n\n## Why\n\nBecause.\n"
)

func smallHandbook(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"content/programme.yaml": smallProgramme, "content/en/index.md": smallHome, "content/en/goals/trust.md": smallTrust,
		"content/en/goals/index.md": "---\ntitle: Goals\n---\n", "content/en/draft.md": "---\ntitle: Later\ndraft: true\n---\nNot yet.\n",
		"content/en/goals/path.svg": `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>`,
	} {
		put(t, filepath.Join(dir, name), text)
	}
	return dir
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func options(dir string) Options {
	return Options{Lang: "en", Options: generator.Options{
		Content: filepath.Join(dir, "content"), Templates: filepath.Join(dir, "templates"), Builtin: os.DirFS("../../templates"), Version: "test",
		Out: filepath.Join(dir, "public"), Private: filepath.Join(dir, "private"), State: filepath.Join(dir, ".mentorbook"),
	}}
}

// start serves a handbook until the test ends.
func start(t *testing.T, dir string, with func(*Options)) *running {
	t.Helper()
	r := &running{T: t, dir: dir, updates: make(chan Update, 1000)}
	o := options(dir)
	ready := make(chan Started, 1)
	o.Ready = func(s Started) { ready <- s }
	o.Updated = func(u Update) { r.updates <- u }
	if with != nil {
		with(&o)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- Serve(ctx, o) }()
	r.stop = sync.OnceValue(func() error { cancel(); return <-ended })
	t.Cleanup(func() { r.stop() })
	select {
	case s := <-ready:
		r.url = s.URL
	case err := <-ended:
		t.Fatalf("the preview ended: %v", err)
	case <-time.After(deadline):
		t.Fatal("the preview did not begin")
	}
	return r
}

func (r *running) write(rel, text string) {
	r.Helper()
	put(r.T, filepath.Join(r.dir, rel), text)
}

// get asks for an address and returns the status and the body.
func (r *running) get(address string) (int, string) {
	r.Helper()
	return r.ask(http.MethodGet, address, nil)
}

func (r *running) ask(method, address string, change func(*http.Request)) (int, string) {
	r.Helper()
	res, err := r.send(method, address, change)
	if err != nil {
		r.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		r.Fatal(err)
	}
	return res.StatusCode, string(body)
}

func (r *running) send(method, address string, change func(*http.Request)) (*http.Response, error) {
	q, err := http.NewRequest(method, r.url+address, nil)
	if err != nil {
		r.Fatal(err)
	}
	if change != nil {
		change(q)
	}
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	return client.Do(q)
}

// until waits for a condition, looking again and again.
func (r *running) until(what string, holds func() bool) {
	r.Helper()
	for end := time.Now().Add(deadline); !holds(); {
		if time.Now().After(end) {
			r.Fatalf("waited in vain: %s", what)
		}
		time.Sleep(2 * time.Millisecond)
	}
}

// shows waits until a page has a text.
func (r *running) shows(address, text string) {
	r.Helper()
	r.until(address+" shows "+text, func() bool { _, body := r.get(address); return strings.Contains(body, text) })
}

// updated waits for an update that a test wants.
func (r *running) updated(what string, want func(Update) bool) Update {
	r.Helper()
	end := time.After(deadline)
	for {
		select {
		case u := <-r.updates:
			if want(u) {
				return u
			}
		case <-end:
			r.Fatalf("waited in vain: %s", what)
		}
	}
}

// stream is an open stream of events.
type stream struct {
	*running
	events chan event
}

// listen opens the stream of events of a page, as its script would.
func (r *running) listen(address, hash, source string) *stream {
	r.Helper()
	s := &stream{r, make(chan event, 100)}
	res, err := r.send(http.MethodGet, ".mentorbook/events?address="+address+"&hash="+hash+"&source="+source, nil)
	if err != nil {
		r.Fatal(err)
	}
	r.Cleanup(func() { res.Body.Close() })
	go func() {
		defer close(s.events)
		var e event
		for lines := bufio.NewScanner(res.Body); lines.Scan(); {
			switch key, value, _ := strings.Cut(lines.Text(), ": "); {
			case key == "event":
				e.name = value
			case key == "data":
				e.data = value
			case lines.Text() == "" && e.name != "":
				s.events <- e
				e = event{}
			}
		}
	}()
	return s
}

// next waits for the next event, which must have the name.
func (s *stream) next(name string) string {
	s.Helper()
	select {
	case e, ok := <-s.events:
		if !ok || e.name != name {
			s.Fatalf("the event %q (%s), want %q", e.name, e.data, name)
		}
		return e.data
	case <-time.After(deadline):
		s.Fatalf("no event; want %q", name)
	}
	return ""
}

func (s *stream) notes() (errors int, notes []note) {
	s.Helper()
	var v struct {
		Errors int
		Notes  []note
	}
	if err := json.Unmarshal([]byte(s.next("findings")), &v); err != nil {
		s.Fatal(err)
	}
	return v.Errors, v.Notes
}
func serve(t *testing.T, p *preview, r *running) {
	server := httptest.NewServer(p.handler())
	t.Cleanup(server.Close)
	r.url = server.URL + "/"
}
