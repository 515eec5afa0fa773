package generator

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/evanw/esbuild/pkg/api"

	"mentorbook/generator/site"
)

// asked is a line of testdata/search/queries.txt.
type asked struct{ lang, query, pages, why string }

func readQueries(t *testing.T) []asked {
	t.Helper()
	data, err := os.ReadFile("testdata/search/queries.txt")
	if err != nil {
		t.Fatal(err)
	}
	var list []asked
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "|")
		if len(f) != 4 {
			t.Fatalf("not four fields: %s", line)
		}
		list = append(list, asked{strings.TrimSpace(f[0]), strings.TrimSpace(f[1]), strings.TrimSpace(f[2]), strings.TrimSpace(f[3])})
	}
	return list
}

// served serves a site under a path of its own and the policy of its pages.
func served(t *testing.T, dir string) string {
	t.Helper()
	files := http.StripPrefix("/sub/path", http.FileServer(http.Dir(dir)))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		w.Header().Set("Content-Security-Policy", site.Policy)
		files.ServeHTTP(w, q)
	}))
	t.Cleanup(server.Close)
	return server.URL + "/sub/path/"
}

// ready resolves when the search has been opened by its button.
const ready = `new Promise((resolve, reject) => {
  document.querySelector("[data-search]").click();
  const since = Date.now();
  const look = () => {
    if (document.querySelector("dialog.search[open]")) return resolve(true);
    if (Date.now() - since > 20000) return reject("the search does not open");
    setTimeout(look, 10);
  };
  look();
})`

// firstAnswers is how far down the page may be that is looked for, hits how
// many of a hundred queries must find theirs there.
const (
	firstAnswers = 3
	hits         = 95
)

func TestSearchFindsWhatPeopleAskFor(t *testing.T) {
	t.Parallel()
	ctx := browser(t)
	o, _ := handbookIn(t, "..")
	base := served(t, o.Out)
	queries := readQueries(t)
	homes := map[string]string{"en": "index.html", "fi": "fi/index.html", "sv": "sv/index.html"}
	var misses []string
	for _, lang := range []string{"en", "fi", "sv"} {
		var opened bool
		if err := chromedp.Run(ctx, chromedp.Navigate(base+homes[lang]), chromedp.Evaluate(ready, &opened, promised)); err != nil {
			t.Fatal(err)
		}
		for _, q := range queries {
			if q.lang != lang {
				continue
			}
			quoted, _ := json.Marshal(q.query)
			var got []string
			script := fmt.Sprintf(`mentorbookSearch.find(%s, {to: %d}).then((f) => f.results.map((r) => new URL(r.href, location).href))`, quoted, firstAnswers)
			if err := chromedp.Run(ctx, chromedp.Evaluate(script, &got, promised)); err != nil {
				t.Fatalf("%s: %v", q.query, err)
			}
			for i := range got {
				got[i] = strings.TrimPrefix(got[i], base)
			}
			wanted := strings.Fields(q.pages)
			if !slices.ContainsFunc(got, func(page string) bool { return slices.Contains(wanted, page) }) {
				misses = append(misses, fmt.Sprintf("%s %q (%s): want %s, got %s", q.lang, q.query, q.why, q.pages, strings.Join(got, " ")))
			}
		}
	}
	t.Logf("%d of %d queries find their page among the first %d\n%s", len(queries)-len(misses), len(queries), firstAnswers, strings.Join(misses, "\n"))
	if len(queries) < 60 {
		t.Errorf("%d queries are too few to tell", len(queries))
	}
	if 100*(len(queries)-len(misses)) < hits*len(queries) {
		t.Errorf("too many queries miss their page")
	}
}

// TestBrowserSpellsWordsAsTheIndexDoes runs the browser's folding over the
// words that the Go tests of package search use.
func TestBrowserSpellsWordsAsTheIndexDoes(t *testing.T) {
	t.Parallel()
	ctx := browser(t)
	built := api.Build(api.BuildOptions{
		EntryPoints: []string{"../templates/assets/js/search-words.js"}, Bundle: true, Format: api.FormatIIFE, GlobalName: "words", Charset: api.CharsetUTF8, Write: false,
	})
	if len(built.Errors) > 0 {
		t.Fatal(built.Errors)
	}
	data, err := os.ReadFile("search/testdata/words.txt")
	if err != nil {
		t.Fatal(err)
	}
	var given, want []string
	for line := range strings.Lines(string(data)) {
		if f := strings.Split(strings.TrimSpace(line), " | "); len(f) == 3 && !strings.HasPrefix(line, "#") {
			given, want = append(given, f[0]), append(want, f[1]+" "+f[2])
		}
	}
	quoted, _ := json.Marshal(given)
	var got []string
	script := string(built.OutputFiles[0].Contents) + ";" + string(quoted) + `.map((w) => words.fold(w) + " " + words.bare(w))`
	if err := chromedp.Run(ctx, chromedp.Navigate("about:blank"), chromedp.Evaluate(script, &got)); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(got, want) || len(want) < 10 {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
