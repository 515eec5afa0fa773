package generator

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/cdproto/audits"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"

	"mentorbook/generator/site"
)

// The starter's agreement, filled in by a browser. Each test has a browser
// context of its own: a reader who was never here.

// patience is how long a page that does not answer is waited for.
const patience = time.Minute

// reader is somebody at a browser.
type reader struct {
	t    *testing.T
	ctx  context.Context
	base string // of the handbook
	own  cdp.BrowserContextID
	*complaints
	warned *atomic.Int32 // how often a page said that leaving it loses something; one leaves all the same
}

// published is the starter, built and served under its policy.
type published struct {
	ctx     context.Context // the browser's
	options Options
	base    string
}

func (p *published) reader(t *testing.T) *reader { return newReader(t, p.ctx, p.base) }

func publishStarter(t *testing.T) *published {
	t.Helper()
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
	t.Cleanup(server.Close)
	return &published{ctx, o, server.URL + "/sub/path/"}
}

// still keeps a page from scrolling smoothly, away from what is about to be pressed.
var still = emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}})

func newReader(t *testing.T, ctx context.Context, base string) *reader {
	t.Helper()
	executor := cdp.WithExecutor(ctx, chromedp.FromContext(ctx).Browser)
	own, err := target.CreateBrowserContext().WithDisposeOnDetach(true).Do(executor)
	if err != nil {
		t.Fatal(err)
	}
	tab, err := target.CreateTarget("about:blank").WithBrowserContextID(own).WithNewWindow(true).Do(executor)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := chromedp.NewContext(ctx, chromedp.WithTargetID(tab))
	t.Cleanup(cancel)
	c := &complaints{base: base}
	c.listen(ctx)
	if err := chromedp.Run(ctx, network.Enable(), log.Enable(), runtime.Enable(), audits.Enable(), still); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		for _, text := range c.take() {
			t.Error(text)
		}
	})
	warned := &atomic.Int32{}
	chromedp.ListenTarget(ctx, func(event any) {
		if opened, ok := event.(*page.EventJavascriptDialogOpening); ok && opened.Type == page.DialogTypeBeforeunload {
			warned.Add(1)
			go chromedp.Run(ctx, page.HandleJavaScriptDialog(true)) // where it fails, the navigation that waits for it does
		}
	})
	return &reader{t, ctx, base, own, c, warned}
}

func (r *reader) do(actions ...chromedp.Action) {
	r.t.Helper()
	ctx, cancel := context.WithTimeout(r.ctx, patience)
	defer cancel()
	if err := chromedp.Run(ctx, actions...); err != nil {
		r.t.Fatal(err)
	}
}

// open opens a page of the handbook and waits until its agreement is ready.
func (r *reader) open(page string) {
	r.t.Helper()
	r.do(chromedp.Navigate("about:blank"), chromedp.Navigate(r.base+page), chromedp.WaitReady(`.agreement-ready`, chromedp.ByQuery))
}

// read evaluates JavaScript to a text.
func (r *reader) read(js string) string {
	r.t.Helper()
	var s string
	r.do(chromedp.Evaluate("String("+js+")", &s))
	return s
}

func (r *reader) expect(js, want string) {
	r.t.Helper()
	if got := r.read(js); got != want {
		r.t.Errorf("%s is %q, not %q", js, got, want)
	}
}

// until waits for a condition that the page comes to by itself.
func (r *reader) until(js string) {
	r.t.Helper()
	r.do(chromedp.Poll(js, nil))
}

func quoted(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}

func control(name string) string {
	return `document.querySelector(` + quoted(`[data-field="`+name+`"]`) + `)`
}

// put gives a field an answer, as a browser does for somebody who has chosen it.
func (r *reader) put(name, answer string) {
	r.t.Helper()
	r.do(chromedp.Evaluate(fmt.Sprintf(`{
		const e = %s;
		e.focus();
		e.value = %s;
		e.dispatchEvent(new Event("input", { bubbles: true }));
		e.dispatchEvent(new Event("change", { bubbles: true }));
	}`, control(name), quoted(answer)), nil))
}

func (r *reader) typed(name, text string) {
	r.t.Helper()
	r.do(chromedp.SendKeys(`[data-field="`+name+`"]`, text, chromedp.ByQuery))
}

func (r *reader) click(selector string) {
	r.t.Helper()
	r.do(chromedp.Click(selector, chromedp.ByQuery))
}

func (r *reader) value(name string) string {
	r.t.Helper()
	return r.read(control(name) + ".value")
}

// beside is what is printed in a control's place.
func (r *reader) beside(name string) string {
	r.t.Helper()
	return r.read(control(name) + `.parentElement.querySelector(".written").textContent`)
}

func (r *reader) is(what, got, want string) {
	r.t.Helper()
	if got != want {
		r.t.Errorf("%s is %q, not %q", what, got, want)
	}
}

// announced expects that one of the page's own texts is shown in a place.
func (r *reader) announced(place, text string) {
	r.t.Helper()
	r.expect(`document.querySelector("`+place+`").textContent`, r.text(text))
}

// willSay waits until one of the page's own texts is shown in a place.
func (r *reader) willSay(place, text string) {
	r.t.Helper()
	r.until(`document.querySelector("` + place + `").textContent === ` + quoted(r.text(text)))
}

// text is one of the page's own texts, or of those that come with its second script.
func (r *reader) text(name string) string {
	r.t.Helper()
	var text string
	r.do(chromedp.Evaluate(`document.querySelector('[data-text="`+name+`"]')?.textContent ?? new Promise((resolve, reject) => {
		const script = document.createElement("script");
		script.addEventListener("ready", (event) => resolve(event.detail.texts["`+name+`"]));
		script.addEventListener("error", reject);
		script.src = document.querySelector("[data-words]").dataset.words;
		document.head.append(script);
	})`, &text, promised))
	return text
}
