package generator

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/audits"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// searchState is what the dialog shows and tells.
type searchState struct {
	Open, Expanded  bool
	Focus           string // id of the element that has it
	Active          string // text of the active option's title, or ""
	Status          string
	Options, Groups int
	Marks           int
	Pressed         string
}

const searchNow = `(() => {
  const d = document.querySelector("dialog.search");
  const f = document.getElementById("ui:search-field");
  const active = document.getElementById(f.getAttribute("aria-activedescendant") ?? "-");
  return {
    Open: d.open, Expanded: f.getAttribute("aria-expanded") === "true",
    Focus: document.activeElement.id || document.activeElement.className,
    Active: active?.getAttribute("aria-selected") === "true" ? active.querySelector("b").textContent : "",
    Status: d.querySelector("[role=status]").textContent,
    Options: d.querySelectorAll("[role=option]").length, Groups: d.querySelectorAll("[role=listbox] [role=group]").length,
    Marks: d.querySelectorAll("mark").length,
    Pressed: d.querySelector('[aria-pressed="true"]')?.textContent ?? "",
  };
})()`

// answered asks the dialog and waits for its answer. The words are set at
// once, so that how fast a machine types changes nothing.
func answered(query, kind string) chromedp.Action {
	quoted, _ := json.Marshal(query)
	wanted, _ := json.Marshal(query + " " + kind)
	return chromedp.Evaluate(fmt.Sprintf(`new Promise((resolve, reject) => {
	  const d = document.querySelector("dialog.search"), f = document.getElementById("ui:search-field");
	  if (f.value !== %s) { f.value = %s; f.dispatchEvent(new Event("input")); }
	  const since = Date.now();
	  const look = () => {
	    if (d.dataset.answered === %s && !d.hasAttribute("aria-busy")) return resolve(true);
	    if (Date.now() - since > 60000) return reject("no answer");
	    setTimeout(look, 10);
	  };
	  look();
	})`, quoted, quoted, wanted), nil, promised)
}

// slowly waits until something is true, however busy the machine is.
func slowly(expression string) chromedp.Action {
	return chromedp.Poll(expression, nil, chromedp.WithPollingTimeout(2*time.Minute), chromedp.WithPollingInterval(50*time.Millisecond))
}

func state(t *testing.T, ctx context.Context, actions ...chromedp.Action) searchState {
	t.Helper()
	var s searchState
	if err := chromedp.Run(ctx, append(actions, chromedp.Evaluate(searchNow, &s))...); err != nil {
		t.Fatal(err)
	}
	return s
}

func keys(k string) chromedp.Action { return chromedp.KeyEvent(k) }

func TestSearchWorksByKeyboardFromDisk(t *testing.T) {
	t.Parallel()
	ctx := browser(t)
	o, _ := handbookIn(t, "..")
	base := "file://" + filepath.ToSlash(o.Out) + "/"
	c := &complaints{base: base}
	c.listen(ctx)
	var there bool
	opened := `new Promise((resolve) => { const look = () => document.querySelector("dialog.search[open]") ? resolve(true) : setTimeout(look, 10); look(); })`
	s := state(t, ctx,
		network.Enable(), log.Enable(), runtime.Enable(), audits.Enable(),
		chromedp.Navigate(base+"fi/sopimus.html"), chromedp.Focus(".brand", chromedp.ByQuery), keys("/"),
		chromedp.Evaluate(opened, &there, promised))
	if !s.Open || s.Focus != "ui:search-field" || s.Options != 0 || s.Expanded {
		t.Fatalf("opened by /: %+v", s)
	}
	s = state(t, ctx, answered("palaute", ""))
	if s.Options < 3 || s.Groups == 0 || s.Marks == 0 || !s.Expanded || s.Active != "" || !strings.HasPrefix(s.Status, "Löytyi sivuja: ") {
		t.Errorf("results: %+v", s)
	}
	first := state(t, ctx, keys(kb.ArrowDown))
	second := state(t, ctx, keys(kb.ArrowDown))
	if first.Active == "" || second.Active == "" || first.Active == second.Active || second.Focus != "ui:search-field" {
		t.Errorf("arrows: %+v then %+v", first, second)
	}
	if s = state(t, ctx, keys(kb.ArrowUp), keys(kb.ArrowUp)); s.Active != "" {
		t.Errorf("above the first option: %+v", s)
	}
	if s = state(t, ctx, keys(kb.ArrowUp)); s.Active == "" {
		t.Errorf("up from the field leads to the last option: %+v", s)
	}
	if s = state(t, ctx, keys(kb.Home)); s.Active != first.Active {
		t.Errorf("Home: %+v", s)
	}
	last := state(t, ctx, keys(kb.End))
	if last.Active == first.Active {
		t.Errorf("End: %+v", last)
	}
	if more := state(t, ctx, keys(kb.ArrowDown), slowly(`document.querySelectorAll("dialog.search [role=option]").length > `+strconv.Itoa(last.Options))); more.Focus != "ui:search-field" || more.Active == "" {
		t.Errorf("more results below the last: %+v, then %+v", last, more)
	}
	var focus string
	if err := chromedp.Run(ctx, keys(kb.Escape), chromedp.Evaluate(`document.activeElement.className`, &focus)); err != nil {
		t.Fatal(err)
	}
	if focus != "brand" {
		t.Errorf("closed, the focus is on %q", focus)
	}
	var address string
	if err := chromedp.Run(ctx, keys("/"), chromedp.Evaluate(opened, &there, promised), answered("tavotteet", ""),
		keys(kb.ArrowDown), keys(kb.Enter), chromedp.WaitVisible("body:not(.page-agreement) h1", chromedp.ByQuery), chromedp.Location(&address)); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(address, base+"fi/") {
		t.Errorf("Enter led to %s", address)
	}
	for _, text := range c.take() {
		t.Error(text)
	}
}

func TestSearchNarrowsToAKindAndKeepsThePolicy(t *testing.T) {
	t.Parallel()
	ctx := browser(t)
	o, _ := handbookIn(t, "..")
	base := served(t, o.Out)
	c := &complaints{base: base}
	c.listen(ctx)
	var there bool
	s := state(t, ctx,
		network.Enable(), log.Enable(), runtime.Enable(), audits.Enable(),
		chromedp.Navigate(base+"meetings/closing.html"), chromedp.Evaluate(ready, &there, promised),
		answered("feedback", ""))
	if !strings.HasPrefix(s.Pressed, "All ") {
		t.Errorf("at first: %+v", s)
	}
	s = state(t, ctx, chromedp.Evaluate(`[...document.querySelectorAll(".search-kinds button")].find((b) => b.textContent.startsWith("Roles")).click()`, nil), answered("feedback", "role"))
	if !strings.HasPrefix(s.Pressed, "Roles ") || s.Options == 0 {
		t.Errorf("narrowed: %+v", s)
	}
	var kinds []string
	if err := chromedp.Run(ctx, chromedp.Evaluate(`[...new Set([...document.querySelectorAll(".search-kind")].map((e) => e.textContent))]`, &kinds)); err != nil {
		t.Fatal(err)
	}
	if len(kinds) != 1 || kinds[0] != "Roles" {
		t.Errorf("kinds shown: %v", kinds)
	}
	s = state(t, ctx, answered("xyzzyq", "role"))
	if s.Options != 0 || s.Expanded || s.Status == "" {
		t.Errorf("nothing found: %+v", s)
	}
	for _, text := range c.take() {
		t.Error(text)
	}
}

func TestAxeFindsNothingInTheSearch(t *testing.T) {
	t.Parallel()
	axe := tool(t, "axe-core/axe.min.js")
	ctx := browser(t)
	o, _ := handbookIn(t, "..")
	base := served(t, o.Out)
	for _, lang := range []struct{ home, query string }{{"index.html", "feedback"}, {"fi/index.html", "palaute"}, {"sv/index.html", "avtal"}} {
		var there bool
		if err := chromedp.Run(ctx, chromedp.Navigate(base+lang.home), chromedp.Evaluate(ready, &there, promised), chromedp.Evaluate(axe, nil)); err != nil {
			t.Fatal(err)
		}
		for _, query := range []string{"", lang.query} {
			if query != "" {
				state(t, ctx, answered(query, ""), keys(kb.ArrowDown))
			}
			for _, l := range looks {
				var found []string
				if err := chromedp.Run(ctx, screen(l.width, "prefers-color-scheme", l.scheme),
					chromedp.Evaluate(`Promise.allSettled(document.getAnimations().map((a) => a.finished)).then(() => true)`, &there, promised),
					chromedp.Evaluate(axeRun, &found, promised)); err != nil {
					t.Fatal(err)
				}
				for _, text := range found {
					t.Errorf("%s, %q at %s: %s", lang.home, query, l, text)
				}
			}
		}
	}
}

// searched is a browser that shows what the Finnish handbook answers to a query.
func searched(t *testing.T, width int64, query string) context.Context {
	t.Helper()
	ctx := browser(t)
	o, _ := handbookIn(t, "..")
	var there bool
	if err := chromedp.Run(ctx, chromedp.Navigate(served(t, o.Out)+"fi/index.html"), screen(width), chromedp.Evaluate(ready, &there, promised), answered(query, "")); err != nil {
		t.Fatal(err)
	}
	return ctx
}

func TestTheSearchReflowsWithLargeTargets(t *testing.T) {
	t.Parallel()
	ctx := searched(t, 320, "mentorointisopimus")
	var small []string
	if err := chromedp.Run(ctx, checksScript(t), checks(t, "search", "320 px", "reflow"), chromedp.Evaluate(`[...document.querySelectorAll("dialog.search :is(button, a, input[type=text], label)")]
		.filter((e) => e.offsetParent && (e.getBoundingClientRect().height < 43.9 || e.getBoundingClientRect().width < 43.9)).map((e) => e.textContent)`, &small)); err != nil {
		t.Fatal(err)
	}
	if len(small) > 0 {
		t.Errorf("smaller than 44 px: %q", small)
	}
}

// On a phone held sideways, or with large letters, results are what scrolls.
func TestTheSearchShowsResultsOnALowScreen(t *testing.T) {
	t.Parallel()
	ctx := searched(t, 1280, "luottamus")
	for _, size := range []struct{ width, height int64 }{{667, 375}, {320, 256}, {1280, 400}} {
		var seen string
		if err := chromedp.Run(ctx, emulation.SetDeviceMetricsOverride(size.width, size.height, 1, true), chromedp.Evaluate(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
			const option = document.querySelectorAll("dialog.search [role=option]")[3];
			option.scrollIntoView({ block: "nearest" });
			const { left, bottom, top } = option.getBoundingClientRect();
			done(option.contains(document.elementFromPoint(left + 20, Math.min(bottom, innerHeight) - 12)) ? "" : "hidden from " + top + " to " + bottom);
		})))`, &seen, promised)); err != nil {
			t.Fatal(err)
		}
		if seen != "" {
			t.Errorf("at %d × %d px a result is %s", size.width, size.height, seen)
		}
	}
}

func TestASearchThatCannotBeLoadedSaysSo(t *testing.T) {
	t.Parallel()
	ctx := browser(t)
	o, _ := handbookIn(t, "..")
	base := served(t, o.Out)
	for _, missing := range []string{"search", "index"} {
		var right, said string
		var gone bool
		if err := chromedp.Run(ctx,
			chromedp.Navigate(base+"about.html"),
			chromedp.Evaluate(`document.querySelector("[data-search]").dataset.`+missing, &right),
			chromedp.Evaluate(`document.querySelector("[data-search]").dataset.`+missing+` = "gone.js"`, nil),
			keys("/"),
			chromedp.Text(".search-failed", &said, chromedp.ByQuery),
		); err != nil {
			t.Fatal(err)
		}
		if said != "The search could not be loaded. Reload the page and try again." {
			t.Errorf("without its %s the search says %q", missing, said)
		}
		if missing == "index" {
			continue // it stays with the script that was loaded
		}
		if err := chromedp.Run(ctx,
			chromedp.Evaluate(`document.querySelector("[data-search]").dataset.search = `+strconv.Quote(right), nil),
			keys("/"),
			chromedp.WaitVisible("dialog.search", chromedp.ByQuery),
			chromedp.Evaluate(`!document.querySelector(".search-failed")`, &gone),
		); err != nil {
			t.Fatal(err)
		}
		if !gone {
			t.Error("the search opens, and still says that it could not be loaded")
		}
	}
}
