package generator

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"mentorbook/generator/site"
)

// outcome waits until a locked page has said something final, and returns it: a
// problem's text, or the opened agreement's.
const outcome = `new Promise(done => {
  const look = () => {
    const text = document.querySelector('[data-sealed-status]')?.textContent;
    if (document.body.classList.contains('opened')) return done('open: ' + document.querySelector('article').innerText);
    if (text && !/^(Opening|Avataan|Öppnar)/.test(text)) return done(text);
    requestAnimationFrame(look);
  };
  look();
})`

func openPage(t *testing.T, ctx context.Context, address string) string {
	t.Helper()
	tab, cancel := chromedp.NewContext(ctx)
	defer cancel()
	var text string
	if err := chromedp.Run(tab, chromedp.Navigate(address), evaluate(outcome, &text)); err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	return text
}

func TestSealedPagesOpenWithTheirOwnLinkOnly(t *testing.T) {
	t.Parallel()
	ctx := browser(t)
	dir := withPairs(t, pairsTable(3), "sealed")
	o, r := handbookIn(t, dir)
	if r.Failed {
		t.Fatal(r.Findings)
	}
	_, states, err := Pairs(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		w.Header().Set("Content-Security-Policy", site.Policy)
		w.Header().Set("Cache-Control", "no-store") // a file of this very second is changed below
		http.FileServer(http.Dir(o.Out)).ServeHTTP(w, q)
	}))
	defer server.Close()
	base := server.URL + "/"

	page, key, _ := strings.Cut(states[0].Link, "#")
	_, otherKey, _ := strings.Cut(states[1].Link, "#")
	tell := telltales["a name"] + "0 Ä"
	for name, c := range map[string]struct{ address, want string }{
		"the right key":      {base + states[0].Link, tell},
		"opened from disk":   {"file://" + filepath.ToSlash(o.Out) + "/" + states[0].Link, tell},
		"no key":             {base + page, "The key is missing."},
		"another parameter":  {base + page + "#x=1", "The key is missing."},
		"half a key":         {base + page + "#" + key[:20], "The key in this link is not whole."},
		"another pair's key": {base + page + "#" + otherKey, "The key does not fit this page."},
		"in Finnish":         {base + strings.Split(states[1].Link, "#")[0], "Avain puuttuu."},
		"in Swedish":         {base + strings.Split(states[2].Link, "#")[0], "Nyckeln saknas."},
	} {
		got := openPage(t, ctx, c.address)
		if !strings.Contains(got, c.want) {
			t.Errorf("%s: %.300s", name, got)
		}
		if c.want != tell && strings.Contains(got, telltales["a name"]) {
			t.Errorf("%s shows the agreement", name)
		}
	}

	file := filepath.Join(o.Out, filepath.FromSlash(page))
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	place := regexp.MustCompile(`data-sealed-text>[^<]{1000}`).FindIndex(data)
	if place == nil {
		t.Fatal("no sealed text")
	}
	flipped := append([]byte(nil), data...)
	if at := place[1] - 1; flipped[at] == 'A' {
		flipped[at] = 'B'
	} else {
		flipped[at] = 'A'
	}
	if err := os.WriteFile(file, flipped, 0o644); err != nil {
		t.Fatal(err)
	}
	if got := openPage(t, ctx, base+states[0].Link); !strings.Contains(got, "has been changed or damaged") {
		t.Errorf("a bit flipped: %.300s", got)
	}

	// The key can be completed in the address bar without loading the page again.
	var text string
	second, secondKey, _ := strings.Cut(states[1].Link, "#")
	err = chromedp.Run(ctx, chromedp.Navigate(base+second), evaluate(outcome, &text), evaluate(`location.hash = "`+secondKey+`"; `+strings.Replace(outcome, "text && !", "false && !", 1), &text))
	if err != nil || !strings.Contains(text, telltales["a name"]+"1 Ä") {
		t.Errorf("a key added later: %.300s %v", text, err)
	}

	// Without scripts the page says what to do.
	plain, cancel := chromedp.NewContext(ctx)
	defer cancel()
	err = chromedp.Run(plain, emulation.SetScriptExecutionDisabled(true), chromedp.Navigate(base+states[0].Link), chromedp.Text("main", &text))
	if err != nil || !strings.Contains(text, "Allow JavaScript") || strings.Contains(text, "Opening") {
		t.Errorf("without scripts: %.300s %v", text, err)
	}
}

func TestSealedPagesAreInNoList(t *testing.T) {
	t.Parallel()
	dir := withPairs(t, pairsTable(2), "sealed")
	settings := filepath.Join(dir, "content", "programme.yaml")
	data, err := os.ReadFile(settings)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(settings, append(data, "\nurl: https://handbook.example.org/\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	o, r := handbookIn(t, dir)
	if r.Failed {
		t.Fatal(r.Findings)
	}
	name := regexp.MustCompile(`pairs/[a-z2-7]{26}`)
	for file, data := range files(t, o.Out) {
		if strings.Contains(file, "pairs/") {
			for _, want := range []string{`<meta name="robots" content="noindex">`, `<meta name="referrer" content="no-referrer">`} {
				if !strings.Contains(string(data), want) {
					t.Errorf("%s lacks %s", file, want)
				}
			}
			if strings.Contains(string(data), `rel="canonical"`) {
				t.Errorf("%s tells its address", file)
			}
			continue
		}
		if found := name.Find(data); found != nil {
			t.Errorf("%s leads to %s", file, found)
		}
	}
	if _, states, err := Pairs(context.Background(), o); err != nil || !strings.HasPrefix(states[0].Link, "https://handbook.example.org/pairs/") {
		t.Errorf("%v %v", states, err)
	}
}

// evaluate runs a script that gives a promise, and waits for it.
func evaluate(script string, into any) chromedp.Action {
	return chromedp.Evaluate(script, into, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) })
}

// Where an agreement is kept, the home page knows the next meeting.
func TestTheHomePageNamesTheNextMeeting(t *testing.T) {
	t.Parallel()
	ctx := browser(t)
	dir := withPairs(t, pairsTable(1), "sealed")
	o, r := handbookIn(t, dir)
	if r.Failed {
		t.Fatal(r.Findings)
	}
	_, states, err := Pairs(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.FileServer(http.Dir(o.Out)))
	defer server.Close()
	const set = `(() => {
		const day = document.querySelector('[data-field="date.2"]');
		day.value = '2999-03-04';
		day.dispatchEvent(new Event('input', {bubbles: true}));
	})()`
	const text = `document.querySelector('[data-next]').checkVisibility() ? document.querySelector('[data-next]').innerText : ''`
	home := func(from string) string {
		t.Helper()
		var said string
		if err := chromedp.Run(ctx, chromedp.Navigate(server.URL+"/"+from), chromedp.WaitReady("[data-next]"), chromedp.Evaluate(text, &said)); err != nil {
			t.Fatal(err)
		}
		return said
	}
	open := func(more ...chromedp.Action) {
		t.Helper()
		var got string
		actions := append([]chromedp.Action{chromedp.Navigate("about:blank"), chromedp.Navigate(server.URL + "/" + states[0].Link), evaluate(outcome, &got)}, more...)
		if err := chromedp.Run(ctx, actions...); err != nil {
			t.Fatal(err)
		}
	}
	open(chromedp.Evaluate(set, nil))
	if said := home("index.html"); said != "" {
		t.Errorf("kept without being asked: %q", said)
	}
	open(chromedp.Evaluate(set, nil), chromedp.Click("[data-keep]"))
	if said := home("index.html"); !strings.Contains(said, "Goals and plan") || !strings.Contains(said, "4\u00a0March 2999") {
		t.Errorf("the home page says %q", said)
	}
	if said := home("fi/index.html"); !strings.Contains(said, "4.\u00a0maaliskuuta 2999") {
		t.Errorf("the Finnish home page says %q", said)
	}
	open(chromedp.Click("[data-keep]"))
	if said := home("index.html"); said != "" {
		t.Errorf("still there when nothing is to be kept: %q", said)
	}
}
