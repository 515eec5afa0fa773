package generator

import (
	"bytes"
	"compress/gzip"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"golang.org/x/net/html"
)

// firstVisit is the most that a first visit to a page may cost, in bytes: its
// HTML, style sheets and scripts, each compressed as servers do.
const firstVisit = 25_000

// sealedVisit is how much more a pair's sealed page may cost: its ciphertext is
// padded, so that its size tells nothing, and nothing makes it smaller.
const sealedVisit = 5_000

func gzipped(t *testing.T, data []byte) int {
	t.Helper()
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, 6)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

var sealedText = regexp.MustCompile(`data-sealed-text>[^<]+`)

func TestFirstVisitsAreLight(t *testing.T) {
	o, _ := handbookIn(t, "..")
	site := files(t, o.Out)
	sizes := map[string]int{}
	size := func(name string) int {
		if _, known := sizes[name]; !known {
			sizes[name] = gzipped(t, site[name])
		}
		return sizes[name]
	}
	most, heaviest := 0, ""
	for name, doc := range parsed(t, o.Out) {
		if path.Base(name) == "print.html" {
			continue // the whole handbook at once
		}
		sum := size(name)
		limit := firstVisit
		if sealedText.Match(site[name]) {
			limit += sealedVisit
		}
		for n := range doc.Descendants() {
			address := ""
			switch {
			case n.Type != html.ElementNode:
			case n.Data == "script":
				address = attribute(n, "src")
			case n.Data == "link" && attribute(n, "rel") == "stylesheet":
				address = attribute(n, "href")
			}
			if address != "" {
				sum += size(strings.TrimPrefix(path.Join(path.Dir(name), address), "/"))
			}
		}
		if sum > most && limit == firstVisit {
			most, heaviest = sum, name
		}
		if sum > limit {
			t.Errorf("%s: a first visit costs %d bytes, more than %d", name, sum, limit)
		}
	}
	t.Logf("the heaviest first visit: %s, %d bytes", heaviest, most)
}

func TestComfortsAreRememberedAndForgotten(t *testing.T) {
	t.Parallel()
	ctx := browser(t)
	o, _ := handbookIn(t, "..")
	h := newHost(t, o.Out)
	page := h.page("meetings/getting-acquainted.html")
	var ticked int
	var copied, said, called string
	var menteeShown, menteePrinted, clear bool
	const boxes = `document.querySelectorAll(".checks input:checked").length`
	const mentee = `document.querySelector("[data-for=mentee]").checkVisibility()`
	err := chromedp.Run(ctx,
		cdpbrowser.SetPermission(&cdpbrowser.PermissionDescriptor{Name: "clipboard-write"}, cdpbrowser.PermissionSettingGranted),
		screen(1280, "prefers-reduced-motion", "reduce"), // nothing scrolls while it is clicked
		chromedp.Navigate(page),
		chromedp.Click(".checks label", chromedp.ByQuery),
		chromedp.Click(`[data-roles] [value="mentor"]`, chromedp.ByQuery),
		chromedp.Reload(),
		chromedp.Evaluate(boxes, &ticked),
		chromedp.Evaluate(mentee, &menteeShown),
		screenPrint, chromedp.Evaluate(mentee, &menteePrinted), screen(1280, "prefers-reduced-motion", "reduce"),
		chromedp.Focus("#how-it-runs .anchor", chromedp.ByQuery),
		chromedp.KeyEvent(kb.Enter),
		chromedp.WaitReady(`#how-it-runs .anchor[data-copied]`, chromedp.ByQuery),
		chromedp.Text(`p[role="status"]`, &said, chromedp.ByQuery),
		chromedp.Location(&copied),
		chromedp.Evaluate(`document.getElementById("how-it-runs").ariaLabel`, &called),
		chromedp.Click("[data-checks] button", chromedp.ByQuery),
		chromedp.Evaluate(boxes+` === 0 && Object.keys(localStorage).every((k) => !k.startsWith("mentorbook-checks"))`, &clear),
		chromedp.Click(`[data-roles] [value=""]`, chromedp.ByQuery),
	)
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case ticked != 1:
		t.Errorf("after a reload %d ticks are there", ticked)
	case menteeShown:
		t.Error("the mentee's part is shown to a mentor who wants only the mentor's")
	case !menteePrinted:
		t.Error("the mentee's part is missing on paper")
	case called != "How the meeting runs":
		t.Errorf("a heading is called %q", called)
	case said == "":
		t.Error("that a link is copied is not said")
	case !strings.HasSuffix(copied, "#how-it-runs"):
		t.Errorf("the heading's link leads to %s", copied)
	case !clear:
		t.Error("cleared ticks are still kept")
	}
	if err := chromedp.Run(ctx, chromedp.Reload(), chromedp.Evaluate(mentee, &menteeShown)); err != nil || !menteeShown {
		t.Errorf("showing everything is not remembered: %v", err)
	}
}

func TestNoScriptBlocksAndNothingShifts(t *testing.T) {
	t.Parallel()
	ctx := browser(t)
	o, _ := handbookIn(t, "..")
	h := newHost(t, o.Out)
	for _, name := range []string{"index.html", "meetings/getting-acquainted.html", "agreement.html", "fi/artikkelit/index.html"} {
		for _, width := range []int64{360, 1280} {
			var shift float64
			err := chromedp.Run(ctx, screen(width), chromedp.Navigate(h.page(name)), chromedp.Evaluate(`new Promise((resolve) => {
				let sum = 0;
				new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) sum += e.value; }).observe({ type: "layout-shift", buffered: true });
				requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum), 100)));
			})`, &shift, promised))
			if err != nil {
				t.Fatal(err)
			}
			if shift > 0.001 {
				t.Errorf("%s at %d px shifts by %.4f while it loads", name, width, shift)
			}
		}
	}
	head, err := os.ReadFile(filepath.Join(o.Out, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(head), "<script src") - strings.Count(string(head), "defer"); n > 1 {
		t.Errorf("%d scripts hold the page up; only the one against a flash may, and it is tiny", n)
	}
}
