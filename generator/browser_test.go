package generator

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/audits"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"mentorbook/generator/site"
)

// browser starts Chromium, or skips the test where there is none; under CI
// that is a failure.
func browser(t *testing.T) context.Context {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		if os.Getenv("CI") != "" {
			t.Fatal("there is no Chromium; install the package chromium")
		}
		t.Skip("there is no Chromium; install the package chromium to run the browser tests")
	}
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-quic", true),
		chromedp.WSURLReadTimeout(2*time.Minute),
	)
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 25*time.Minute)
	t.Cleanup(cancel)
	if err := chromedp.Run(ctx); err != nil {
		t.Fatalf("starting Chromium: %v", err)
	}
	return ctx
}

// complaints collects what a browser has to say against pages: messages on
// the console, failed requests, requests to other hosts, violations of the
// Content-Security-Policy.
type complaints struct {
	mu   sync.Mutex
	base string
	list []string
}

func (c *complaints) add(kind, text string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.list = append(c.list, kind+": "+text)
}

func (c *complaints) take() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	list := c.list
	c.list = nil
	return list
}

func (c *complaints) listen(ctx context.Context) {
	chromedp.ListenTarget(ctx, func(event any) {
		switch e := event.(type) {
		case *runtime.EventConsoleAPICalled:
			c.add("console", string(e.Type))
		case *runtime.EventExceptionThrown:
			c.add("exception", e.ExceptionDetails.Error())
		case *log.EventEntryAdded:
			c.add("log", e.Entry.Text+" "+e.Entry.URL)
		case *network.EventRequestWillBeSent:
			if !strings.HasPrefix(e.Request.URL, c.base) && !strings.HasPrefix(e.Request.URL, "data:") {
				c.add("request to another place", e.Request.URL)
			}
		case *network.EventLoadingFailed:
			if !e.Canceled {
				c.add("failed request", e.ErrorText)
			}
		case *network.EventResponseReceived:
			if e.Response.Status >= 400 {
				c.add("response", e.Response.StatusText+" "+e.Response.URL)
			}
		case *audits.EventIssueAdded:
			if e.Issue.Code == audits.InspectorIssueCodeContentSecurityPolicyIssue {
				c.add("policy", string(e.Issue.Code))
			}
		}
	})
}

func htmlPages(t *testing.T, dir string) []string {
	t.Helper()
	var pages []string
	for name := range files(t, dir) {
		if strings.HasSuffix(name, ".html") {
			pages = append(pages, name)
		}
	}
	slices.Sort(pages)
	return pages
}

// alive asks a page whether its style sheet and its script have worked.
const alive = `getComputedStyle(document.documentElement).getPropertyValue('--measure') !== '' && document.querySelector('.print-button:not([hidden])') !== null`

func TestStarterInABrowserUnderAStrictPolicy(t *testing.T) {
	t.Parallel()
	ctx := browser(t)
	o, r := handbookIn(t, "..")
	if r.Failed {
		t.Fatal("the starter has errors")
	}
	files := http.StripPrefix("/sub/path", http.FileServer(http.Dir(o.Out)))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		w.Header().Set("Content-Security-Policy", site.Policy)
		files.ServeHTTP(w, q)
	}))
	defer server.Close()
	visit(t, ctx, server.URL+"/sub/path/", htmlPages(t, o.Out), "404.html")
}

func TestStarterOpenedFromDisk(t *testing.T) {
	t.Parallel()
	ctx := browser(t)
	o, _ := handbookIn(t, "..")
	pages := htmlPages(t, o.Out)
	base := "file://" + filepath.ToSlash(o.Out) + "/"
	visit(t, ctx, base, pages, "404.html")
	var shown string
	err := chromedp.Run(ctx,
		chromedp.Navigate(base+"index.html"),
		chromedp.Click(`.actions a`, chromedp.ByQuery),
		chromedp.WaitVisible(`.page-agreement h1`, chromedp.ByQuery),
		chromedp.Click(`.languages a[lang="sv"]`, chromedp.ByQuery),
		chromedp.WaitVisible(`html[lang="sv"] h1`, chromedp.ByQuery),
		chromedp.Location(&shown),
	)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(shown, base+"sv/") {
		t.Errorf("the switcher led to %s", shown)
	}
}

// visit opens every page but one and expects no complaint about any.
func visit(t *testing.T, ctx context.Context, base string, pages []string, but string) {
	t.Helper()
	c := &complaints{base: base}
	c.listen(ctx)
	if err := chromedp.Run(ctx, network.Enable(), log.Enable(), runtime.Enable(), audits.Enable()); err != nil {
		t.Fatal(err)
	}
	for _, page := range pages {
		if page == but {
			continue
		}
		var works bool
		if err := chromedp.Run(ctx, chromedp.Navigate(base+page), chromedp.Evaluate(alive, &works)); err != nil {
			t.Fatalf("%s: %v", page, err)
		}
		if !works {
			t.Errorf("%s: the style sheet or the script does not work", page)
		}
		for _, text := range c.take() {
			t.Errorf("%s: %s", page, text)
		}
	}
}
