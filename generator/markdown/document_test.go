package markdown

import (
	"bytes"
	"html/template"
	"strings"
	"sync"
	"testing"
)

func convert(t *testing.T, o Options, source string) *Document {
	t.Helper()
	doc, _ := New(o).Convert("content/en/x.md", []byte(source), 0)
	return doc
}

func TestPlacesCountFromTheTopOfTheFile(t *testing.T) {
	front := "---\ntitle: Ä\n---\n"
	doc, findings := New(Options{}).Convert("content/fi/x.md", []byte(front+"\nÄä [x](y.md)\n\n#### Syvä\n"), len(front))
	if got := doc.Links[0].Place.String(); got != "content/fi/x.md:5:4" {
		t.Errorf("link at %s", got)
	}
	if got := findings[0].Place.String(); got != "content/fi/x.md:7:1" {
		t.Errorf("finding at %s", got)
	}
}

func TestPlacesAreFoundInAnyOrder(t *testing.T) {
	raw := "ab\nä👍c\n\nlast"
	l := lineFinder{file: "f", raw: []byte(raw)}
	for _, c := range []struct {
		at   int
		want string
	}{
		{0, "f:1:1"}, {1, "f:1:2"}, {2, "f:1:3"}, {3, "f:2:1"}, {5, "f:2:2"}, {9, "f:2:3"}, {11, "f:3:1"},
		{5, "f:2:2"}, {0, "f:1:1"}, {len(raw), "f:4:5"}, {12, "f:4:1"}, {3, "f:2:1"}, {len(raw) + 9, "f:4:5"}, {-1, "f:1:1"},
	} {
		if got := l.place(c.at).String(); got != c.want {
			t.Errorf("%d is at %s, want %s", c.at, got, c.want)
		}
	}
	if long := strings.Repeat("åb👍", 9); runes([]byte(long)) != 27 {
		t.Errorf("%d characters, want 27", runes([]byte(long)))
	}
}

func TestAppendEscapesWhatItFillsIn(t *testing.T) {
	doc := convert(t, Options{Placeholders: true}, "## H\n\n[a](b.md) ![c](d.png) {e}\n")
	got := string(doc.Append([]byte("<main>"), Fill{
		Links:        []string{`x" onclick="y&z<>`},
		Images:       []ImageFill{{Src: `a b".png`, Width: 3, Height: 4}},
		IDs:          []string{`"><script>`},
		IDPrefix:     `p&`,
		Placeholders: []template.HTML{"<b>E</b>"},
	}))
	want := `<main><h2 id="p&amp;&#34;&gt;&lt;script&gt;">H</h2>` + "\n" +
		`<p><a href="x%22%20onclick=%22y&amp;z%3C%3E">a</a> ` +
		`<img alt="c" loading="lazy" decoding="async" src="a%20b%22.png" width="3" height="4"> <b>E</b></p>` + "\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestAppendLeavesEmptyWhatIsNotFilledIn(t *testing.T) {
	doc := convert(t, Options{Placeholders: true}, "## H\n\n[a](b.md) ![c](d.png) {e}\n")
	want := "<h2 id=\"h\">H</h2>\n<p><a href=\"\">a</a> <img alt=\"c\" loading=\"lazy\" decoding=\"async\" src=\"\"> </p>\n"
	if got := string(doc.Append(nil, Fill{})); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestAPrefixMakesTheIDsOfSeveralPagesDistinct(t *testing.T) {
	doc := convert(t, Options{}, "## Goals\n\nText[^1].\n\n[^1]: Note.\n")
	html := string(doc.Append(nil, Fill{IDPrefix: "p7-"}))
	for _, want := range []string{`id="p7-goals"`, `id="p7-fnref:1"`, `href="#p7-fn:1"`, `id="p7-fn:1"`, `href="#p7-fnref:1"`} {
		if !strings.Contains(html, want) {
			t.Errorf("no %s in\n%s", want, html)
		}
	}
}

func TestLabelsAreEnglishWhereNoneAreGiven(t *testing.T) {
	html := string(convert(t, Options{}, "> [!MENTOR]\n> x\n\n|a|\n|-|\n").Append(nil, Fill{}))
	if !strings.Contains(html, `aria-label="For the mentor"`) {
		t.Error(html)
	}
	if !strings.Contains(html, `<div class="table"><table>`) {
		t.Errorf("a table without a name is no region: %s", html)
	}
}

func TestWordsAreAboutAsManyAsTheTextHas(t *testing.T) {
	doc := convert(t, Options{}, "## Two words\n\nThis is a *short* text\nof eight words.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n")
	if doc.Words < 14 || doc.Words > 18 {
		t.Errorf("%d words, not about 16", doc.Words)
	}
}

func TestOneConverterServesManyGoroutines(t *testing.T) {
	c := New(Options{Lang: "fi"})
	sources := [][]byte{
		[]byte("# A\n\n## B {#b}\n\n[x](y.md) \"q\" <b>raw</b>\n"),
		[]byte("## B\n\n> [!NOTE]\n> ![i](j.png) https://example.org\n\n<div>\n"),
		[]byte("text[^1]\n\n[^1]: note\n"),
	}
	var want [][]byte
	for _, s := range sources {
		doc, _ := New(Options{Lang: "fi"}).Convert("x", s, 0)
		want = append(want, doc.Append(nil, filled(doc)))
	}
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for i := range 60 {
				n := (i + g) % len(sources)
				doc, _ := c.Convert("x", sources[n], 0)
				if got := doc.Append(nil, filled(doc)); !bytes.Equal(got, want[n]) {
					t.Errorf("source %d became\n%s\nwant\n%s", n, got, want[n])
				}
			}
		})
	}
	wg.Wait()
}

func TestADocumentOutlivesItsConverter(t *testing.T) {
	c := New(Options{})
	first, findings := c.Convert("x", []byte("## One\n\n[a](a.md) ![](i.png)\n"), 0)
	before, places := string(first.Append(nil, filled(first))), len(findings)
	for range 10 {
		c.Convert("x", []byte("# T\n\n## Two\n\n[b](b.md) [c](c.md) ![](k.png) ![](l.png)\n\n#### x\n"), 0)
	}
	if got := string(first.Append(nil, filled(first))); got != before || len(findings) != places || findings[0].Args[0].Value != "i.png" {
		t.Errorf("the document changed: %s, %v", got, findings)
	}
}

func TestHeadingsOfTheContentsAreNested(t *testing.T) {
	doc := convert(t, Options{}, "### lost\n\n## A & B\n\n### C\n\n#### D\n\n### E\n\n## F\n")
	want := `<ul><li><a href="#a--b">A &amp; B</a><ul><li><a href="#c">C</a></li><li><a href="#e">E</a></li></ul></li>` +
		`<li><a href="#f">F</a></li></ul>`
	if got := string(doc.AppendContents(nil, nil)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := string(doc.AppendContents(nil, []string{"x", "y", "z"})); !strings.Contains(got, `<a href="#z">C</a>`) {
		t.Errorf("the page's final ids are not used: %s", got)
	}
	if got := convert(t, Options{}, "### only\n").AppendContents(nil, nil); len(got) > 0 {
		t.Errorf("contents without a heading of level 2: %s", got)
	}
}
