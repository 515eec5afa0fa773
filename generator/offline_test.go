package generator

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"mentorbook/generator/site"
)

// host serves a folder below a path, or nothing while it is down.
type host struct {
	*httptest.Server
	down atomic.Bool
	dir  atomic.Value // string
}

func newHost(t *testing.T, dir string) *host {
	h := &host{}
	h.dir.Store(dir)
	h.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		if h.down.Load() {
			panic(http.ErrAbortHandler) // the connection breaks off
		}
		w.Header().Set("Content-Security-Policy", site.Policy)
		w.Header().Set("Cache-Control", "no-store")
		http.StripPrefix("/sub/path", http.FileServer(http.Dir(h.dir.Load().(string)))).ServeHTTP(w, q)
	}))
	t.Cleanup(h.Close)
	return h
}

func (h *host) page(name string) string { return h.URL + "/sub/path/" + name }

// stored answers with the addresses that the browser keeps, below the site's root.
const stored = `(async () => {
	const all = [];
	for (const name of await caches.keys()) for (const r of await (await caches.open(name)).keys()) all.push(r.url.split("/sub/path/")[1]);
	return all.sort();
})()`

// controlled waits until the service worker looks after the page.
const controlled = `new Promise((resolve) => navigator.serviceWorker.controller ? resolve(true) : navigator.serviceWorker.addEventListener("controllerchange", () => resolve(true)))`

func TestOfflineKeepsWhatWasReadAndTheWholeHandbookWhenAsked(t *testing.T) {
	t.Parallel()
	ctx := browser(t)
	o, _ := handbookIn(t, "..")
	pair := "pairs/someone.html"
	write(t, filepath.Join(o.Out, pair), []byte("<!doctype html><title>sealed</title><h1>sealed</h1>"))
	h := newHost(t, o.Out)
	title := func(name string) string {
		t.Helper()
		var text string
		ctx, cancel := context.WithTimeout(ctx, time.Minute)
		defer cancel()
		if err := chromedp.Run(ctx, chromedp.Navigate(h.page(name)), chromedp.Text("h1", &text, chromedp.ByQuery)); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		return text
	}
	ask := func(script string, answer any) {
		t.Helper()
		if err := chromedp.Run(ctx, chromedp.Evaluate(script, answer, promised)); err != nil {
			t.Fatalf("%s: %v", script, err)
		}
	}
	var ok bool
	title("index.html")
	ask(controlled, &ok)
	trust := title("goals/trust.html")
	title("goals/trust.html?secret=1")
	title(pair)
	title("fi/sopimus.html#a=secret")

	h.down.Store(true)
	if got := title("goals/trust.html"); got != trust {
		t.Errorf("a page that was read shows %q without a connection", got)
	}
	if got := title("fi/roolit/mentori.html"); got != "Lukeminen ilman verkkoyhteyttä" {
		t.Errorf("a page that was not read shows %q without a connection", got)
	}
	var link string
	ask(`document.querySelector("[data-wanted]:not([hidden]) a").href`, &link)
	if link != h.page("fi/roolit/mentori.html") {
		t.Errorf("the page without a connection leads back to %s", link)
	}

	h.down.Store(false)
	title("offline.html")
	if err := chromedp.Run(ctx,
		chromedp.Click("[data-offline] button", chromedp.ByQuery),
		chromedp.WaitVisible("[data-offline] button:nth-of-type(2)", chromedp.ByQuery),
	); err != nil {
		t.Fatal(err)
	}
	h.down.Store(true)
	if got := title("meetings/closing.html"); got != "Closing" {
		t.Errorf("of the whole handbook, a page shows %q without a connection", got)
	}
	var found int
	ask(ready, &ok)
	ask(`mentorbookSearch.find("confidentially").then((f) => f.results.length)`, &found)
	if found == 0 {
		t.Error("the search finds nothing without a connection")
	}
	var kept []string
	ask(stored, &kept)
	for _, wanted := range []string{"print.html", "agreement.pdf"} {
		if !slices.ContainsFunc(kept, func(address string) bool { return path.Base(address) == wanted }) {
			t.Errorf("%s is not kept with the whole handbook", wanted)
		}
	}
	for _, address := range kept {
		if strings.Contains(address, "pairs/") || strings.ContainsAny(address, "?#") {
			t.Errorf("%s was kept", address)
		}
	}

	// A new version takes its place whole.
	h.down.Store(false)
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS("../content")); err != nil {
		t.Fatal(err)
	}
	page := filepath.Join(dir, "content/en/goals/trust.md")
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	write(t, page, []byte(strings.Replace(string(data), "title: ", "title: New ", 1)))
	newer, r := handbookIn(t, dir)
	if r.Failed {
		t.Fatal("the changed starter has errors")
	}
	h.dir.Store(newer.Out)
	var before, after []string
	ask(`caches.keys()`, &before)
	title("about.html")
	ask(`navigator.serviceWorker.getRegistration().then((r) => r.update()).then(() => new Promise((resolve) => { const look = () => caches.keys().then((k) => k.length === 1 && k[0] !== `+"`"+before[0]+"`"+` ? resolve(true) : setTimeout(look, 50)); look(); }))`, &ok)
	ask(`caches.keys()`, &after)
	h.down.Store(true)
	if got := title("goals/trust.html"); !strings.HasPrefix(got, "New ") {
		t.Errorf("after an update a kept page shows %q without a connection", got)
	}

	// Switched off, nothing stays.
	h.down.Store(false)
	settings := filepath.Join(dir, "content/programme.yaml")
	if data, err = os.ReadFile(settings); err != nil {
		t.Fatal(err)
	}
	write(t, settings, append(data, "\noffline: false\n"...))
	off, r := handbookIn(t, dir)
	if r.Failed {
		t.Fatal("offline: false is an error")
	}
	h.dir.Store(off.Out)
	title("about.html")
	ask(`navigator.serviceWorker.getRegistration().then((r) => r?.update().catch(() => {})).then(() => new Promise((resolve) => { const look = () => Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()]).then(([k, r]) => k.length + r.length === 0 ? resolve(true) : setTimeout(look, 50)); look(); }))`, &ok)
}

// What a reader is told that the whole handbook takes is what it takes.
func TestTheSizeOfTheWholeHandbookIsTold(t *testing.T) {
	t.Parallel()
	o, _ := handbookIn(t, "..")
	site := files(t, o.Out)
	for _, base := range []string{"", "fi/", "sv/"} {
		var list struct{ Files, Lists []string }
		if err := json.Unmarshal(site[base+"offline.json"], &list); err != nil {
			t.Fatal(err)
		}
		for _, name := range list.Lists {
			var more []string
			if err := json.Unmarshal(site[name], &more); err != nil {
				t.Fatal(err)
			}
			list.Files = append(list.Files, more...)
		}
		sum := 0
		for _, name := range list.Files {
			if site[name] == nil {
				t.Errorf("%s is kept, and not there", name)
			}
			sum += len(site[name])
		}
		told := regexp.MustCompile(`\((?:about|noin|cirka|ungefär|ca) ([0-9]+)[.,]([0-9]) `).FindSubmatch(site[base+"offline.html"])
		if told == nil {
			t.Fatalf("%soffline.html tells no size", base)
		}
		tenths, _ := strconv.Atoi(string(told[1]) + string(told[2]))
		if off := float64(tenths)*1e5 - float64(sum); off > 1e5 || off < -1e5 {
			t.Errorf("%soffline.html tells of %d.%d MB; %d bytes are kept", base, tenths/10, tenths%10, sum)
		}
	}
}
