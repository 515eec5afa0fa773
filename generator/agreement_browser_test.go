package generator

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/audits"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
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
	*complaints
}

// readers serves the starter under its policy and returns a function that
// makes readers of it, and the folder it is in.
func readers(t *testing.T) (func(t *testing.T) *reader, string) {
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
	return func(t *testing.T) *reader { return newReader(t, ctx, server.URL+"/sub/path/") }, o.Out
}

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
	if err := chromedp.Run(ctx, network.Enable(), log.Enable(), runtime.Enable(), audits.Enable()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		for _, text := range c.take() {
			t.Error(text)
		}
	})
	return &reader{t, ctx, base, c}
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

func TestAgreementInABrowser(t *testing.T) {
	t.Parallel()
	newReader, _ := readers(t)
	for name, test := range map[string]func(r *reader){
		"what is typed shows wherever it is printed":                         mirrors,
		"a draft is kept, in all languages, and cleared at the second press": keepsAndClears,
	} {
		t.Run(name, func(t *testing.T) { test(newReader(t)) })
	}
}

func mirrors(r *reader) {
	r.open("fi/sopimus.html")
	r.typed("party.mentor", "Åsa <b>Öhman</b>")
	r.is("the name on paper", r.beside("party.mentor"), "Åsa <b>Öhman</b>")
	r.is("the name under the signature", r.value("sign.mentor.name"), "Åsa <b>Öhman</b>")
	r.put("rule.how-often", "2.5")
	r.is("the number on paper", r.beside("rule.how-often"), "2,5")
	r.put("date.1", "2027-02-03")
	r.is("the day on paper", r.beside("date.1"), "3. helmikuuta 2027")
	r.click(`[name="rule.contact"][value="3"]`)
	sentence := `document.querySelector('[data-of="rule.contact"]').textContent`
	r.expect(sentence, "sähköposti, tekstiviesti, pikaviesti tai videopuhelu")
	r.click(`[name="rule.contact"][value="other"]`)
	r.expect(`document.activeElement.dataset.other`, "rule.contact")
	r.do(chromedp.SendKeys(`[data-other="rule.contact"]`, "kirje", chromedp.ByQuery))
	r.expect(sentence, "sähköposti, tekstiviesti, pikaviesti tai videopuhelu, kirje")
	r.do(chromedp.SendKeys(`[data-other="rule.feedback"]`, "joskus", chromedp.ByQuery))
	r.expect(`document.querySelector('[data-of="rule.feedback"]').textContent`, "joskus")
	r.expect(`document.querySelector('[name="rule.feedback"]:checked').value`, "other")
	for i := range 4 {
		r.do(chromedp.Evaluate(fmt.Sprintf(`document.querySelector('[name="rule.contact"][value="%d"]:checked')?.click()`, i), nil))
	}
	r.click(`[name="rule.contact"][value="other"]`)
	r.expect(sentence, "")
	before := r.read(control("goal.1") + ".offsetHeight")
	r.put("goal.1", strings.Repeat("Yksi rivi\n", 12))
	r.expect(control("goal.1")+".offsetHeight > 2 * "+before, "true")
	r.expect(control("goal.1")+".scrollHeight <= "+control("goal.1")+".clientHeight + 1", "true")
}

func keepsAndClears(r *reader) {
	r.open("agreement.html")
	r.typed("goal.1", "Find three people who do the work")
	r.put("rule.how-often", "4")
	r.click(`[name="rule.preparation"][value="2"]`)
	r.click(`[data-field="rule.ending"]`)
	r.open("fi/sopimus.html")
	r.is("the goal", r.value("goal.1"), "Find three people who do the work")
	r.is("the rhythm", r.value("rule.how-often"), "4")
	r.expect(`document.querySelector('[name="rule.preparation"]:checked').value`, "2")
	r.expect(control("rule.ending")+".checked", "true")
	r.expect(`document.querySelector('[data-of="rule.preparation"]').textContent === document.querySelector('[name="rule.preparation"]:checked').closest("label").textContent.trim()`, "true")
	r.click(`[data-clear]`)
	r.is("the goal after one press", r.value("goal.1"), "Find three people who do the work")
	r.expect(`document.querySelector("[data-said]").textContent`, r.read(`document.querySelector('[data-text="agreement.clear-sure"]').textContent`))
	r.click(`[data-clear]`)
	r.is("the goal after two", r.value("goal.1"), "")
	r.is("the rhythm after two", r.value("rule.how-often"), "3")
	r.expect(`document.querySelector('[name="rule.preparation"]:checked').value`, "0")
	r.expect(`localStorage.length`, "0")
	r.expect(`document.querySelector("[data-said]").textContent`, r.read(`document.querySelector('[data-text="agreement.cleared"]').textContent`))
	r.open("agreement.html")
	r.is("the goal in a page opened anew", r.value("goal.1"), "")
}
