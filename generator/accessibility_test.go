package generator

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// axeRun checks a page against WCAG 2.0 to 2.2, A and AA, and best practice;
// it answers with a line for each element that breaks a rule.
const axeRun = `axe.run(document, {resultTypes: ['violations'], runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']}})
	.then((r) => r.violations.flatMap((v) => v.nodes.map((n) => v.id + ': ' + n.target.join(' ') + ': ' + n.failureSummary.replace(/\s+/g, ' '))))`

// looks are the ways in which pages are looked at.
var looks = []look{{1280, "light"}, {360, "dark"}, {360, "light"}, {1280, "dark"}}

type look struct {
	width  int64 // of the screen, in CSS pixels
	scheme string
}

func (l look) String() string { return fmt.Sprintf("%d px, %s", l.width, l.scheme) }

// screen makes the browser's screen so wide and gives it media features,
// pairs of name and value.
func screen(width int64, features ...string) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error {
		var list []*emulation.MediaFeature
		for i := 0; i+1 < len(features); i += 2 {
			list = append(list, &emulation.MediaFeature{Name: features[i], Value: features[i+1]})
		}
		if err := emulation.SetDeviceMetricsOverride(width, 800, 1, width < 600).Do(ctx); err != nil {
			return err
		}
		if err := emulation.SetEmulatedMedia().WithFeatures(list).Do(ctx); err != nil {
			return err
		}
		// The page hears of it with the next frame, and may change in answer.
		return chromedp.Evaluate(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`, nil, promised).Do(ctx)
	})
}

// screenPrint shows the page as on paper.
var screenPrint = emulation.SetEmulatedMedia().WithMedia("print")

// promised waits for a promise.
func promised(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }

// tool reads a script of the tests' packages, or skips the test where they are
// not installed; under CI that is a failure.
func tool(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../.ci/node_modules", name))
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip("run make tools to install the tests' packages:", err)
	}
	return string(data)
}

var kindOfPage = regexp.MustCompile(`<body class="page-([\w-]+)"`)

// sample returns a page of each kind, in a language by turns; under CI all pages.
func sample(t *testing.T, dir string) []string {
	t.Helper()
	if os.Getenv("CI") != "" {
		return htmlPages(t, dir)
	}
	return ofEachKind(t, dir, false)
}

// ofEachKind returns a page of each kind: in a language by turns, or in every one.
func ofEachKind(t *testing.T, dir string, everyLanguage bool) []string {
	t.Helper()
	langs := []string{"en", "fi", "sv"}
	found := map[string]map[string]string{} // page by kind and language
	for _, page := range htmlPages(t, dir) {
		data, err := os.ReadFile(filepath.Join(dir, page))
		if err != nil {
			t.Fatal(err)
		}
		m, lang := kindOfPage.FindSubmatch(data), "en"
		if folder, _, within := strings.Cut(page, "/"); within && slices.Contains(langs, folder) {
			lang = folder
		}
		if m == nil {
			continue
		}
		if found[string(m[1])] == nil {
			found[string(m[1])] = map[string]string{}
		}
		found[string(m[1])][lang] = page
	}
	var pages []string
	for i, kind := range sortedKeys(found) {
		first := true
		for j := range langs {
			if page, ok := found[kind][langs[(i+j)%len(langs)]]; ok && (first || everyLanguage) {
				pages, first = append(pages, page), false
			}
		}
	}
	return pages
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// eachPage opens pages of a site in two browsers, whose tabs both are in front
// (a tab behind draws no frames), and calls do for each page.
func eachPage(t *testing.T, dir string, pages []string, do func(ctx context.Context, page string) error) {
	t.Helper()
	server := httptest.NewServer(http.FileServer(http.Dir(dir)))
	defer server.Close()
	var next atomic.Int64
	var wg sync.WaitGroup
	for range 2 {
		tab := browser(t)
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(pages); i = int(next.Add(1)) - 1 {
				ctx, cancel := context.WithTimeout(tab, 5*time.Minute) // a page that hangs is named
				err := chromedp.Run(ctx, chromedp.Navigate(server.URL+"/"+pages[i]))
				if err == nil {
					err = do(ctx, pages[i])
				}
				cancel()
				if err != nil {
					t.Errorf("%s: %v", pages[i], err)
					return
				}
			}
		})
	}
	wg.Wait()
}

func TestAxeFindsNothing(t *testing.T) {
	t.Parallel()
	axe := tool(t, "axe-core/axe.min.js")
	o, _ := handbookIn(t, "..")
	eachPage(t, o.Out, sample(t, o.Out), func(ctx context.Context, page string) error {
		return axeFindsNothing(t, ctx, axe, page)
	})
}

// axeFindsNothing runs axe over the page that is open, in every look.
func axeFindsNothing(t *testing.T, ctx context.Context, axe, page string) error {
	t.Helper()
	if err := chromedp.Run(ctx, chromedp.Evaluate(axe, nil)); err != nil {
		return err
	}
	for _, l := range looks {
		var found []string
		if err := chromedp.Run(ctx, screen(l.width, "prefers-color-scheme", l.scheme), chromedp.Evaluate(axeRun, &found, promised)); err != nil {
			return err
		}
		for _, text := range found {
			t.Errorf("%s at %s: %s", page, l, text)
		}
	}
	return nil
}

// checks is a function of testdata/browser/checks.js.
func checks(t *testing.T, page, when, name string) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error {
		var found []string
		err := chromedp.Evaluate("checks."+name+"()", &found).Do(ctx)
		for _, text := range found {
			t.Errorf("%s, %s: %s", page, when, text)
		}
		return err
	})
}

func checksScript(t *testing.T) chromedp.Action {
	t.Helper()
	data, err := os.ReadFile("testdata/browser/checks.js")
	if err != nil {
		t.Fatal(err)
	}
	return chromedp.Evaluate(string(data), nil)
}

func TestPagesReflowWithLargeTargetsAndStandStill(t *testing.T) {
	t.Parallel()
	o, _ := handbookIn(t, "..")
	script := checksScript(t)
	eachPage(t, o.Out, sample(t, o.Out), func(ctx context.Context, page string) error {
		return chromedp.Run(ctx, script,
			screen(320), // 1280 px enlarged to 400 per cent
			checks(t, page, "320 px", "reflow"), checks(t, page, "320 px", "clipping"), checks(t, page, "320 px", "targets"), checks(t, page, "320 px", "titles"),
			chromedp.Evaluate("checks.space()", nil),
			checks(t, page, "spaced out", "reflow"), checks(t, page, "spaced out", "clipping"),
			screen(1280),
			checks(t, page, "spaced out and wide", "reflow"), checks(t, page, "spaced out and wide", "clipping"),
			chromedp.Evaluate("checks.unspace()", nil),
			checks(t, page, "1280 px", "targets"), checks(t, page, "1280 px", "titles"),
			screen(1280, "prefers-reduced-motion", "reduce"),
			checks(t, page, "without motion", "motion"),
		)
	})
}

func TestKeyboardReachesEverythingInOrderAndShowsWhere(t *testing.T) {
	t.Parallel()
	o, _ := handbookIn(t, "..")
	script := checksScript(t)
	views := []struct {
		name  string
		shape chromedp.Action
	}{
		{"wide, light", screen(1280, "prefers-color-scheme", "light", "prefers-reduced-motion", "reduce")},
		{"narrow, dark", screen(360, "prefers-color-scheme", "dark", "prefers-reduced-motion", "reduce")},
		{"forced colours", screen(1280, "forced-colors", "active", "prefers-reduced-motion", "reduce")},
	}
	eachPage(t, o.Out, ofEachKind(t, o.Out, os.Getenv("CI") != ""), func(ctx context.Context, page string) error {
		for _, v := range views {
			if err := chromedp.Run(ctx, emulation.SetFocusEmulationEnabled(true), v.shape, chromedp.Reload(), script); err != nil {
				return err
			}
			var want int
			if err := chromedp.Run(ctx, chromedp.Evaluate("checks.reachable()", &want)); err != nil {
				return err
			}
			got, err := walk(ctx, func(text string) { t.Errorf("%s, %s: %s", page, v.name, text) })
			if err != nil {
				return err
			}
			if got < want {
				t.Errorf("%s, %s: the keyboard reaches %d of %d", page, v.name, got, want)
			}
		}
		return nil
	})
}

// walk goes through a page with the tab key and returns how many places it stopped at.
func walk(ctx context.Context, complain func(text string)) (int, error) {
	for stops := 0; ; {
		var at struct {
			End, Same  bool
			Complaints []string
		}
		if err := chromedp.Run(ctx, chromedp.KeyEvent(kb.Tab), chromedp.Evaluate("checks.focus()", &at)); err != nil {
			return stops, err
		}
		if at.End || stops > 5000 {
			return stops, nil
		}
		if !at.Same {
			stops++
		}
		for _, text := range at.Complaints {
			complain(text)
		}
	}
}
