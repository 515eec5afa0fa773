package markdown

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// seeds are the sources of every case in testdata, and a few more.
func seeds(f *testing.F) []string {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		f.Fatal("no cases", err)
	}
	all := []string{
		"<svg><style><img src=x onerror=alert(1)></style></svg>", "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
		"<a href=\"jav&#x09;ascript:x\">", "<table><tr><td><a href=x>y", "a<b\n>c", "\ufdd0" + "1" + "\ufdd1 <b>x", "<textarea></p><script>x</script>", "x<plaintext>y",
		"\x00\xff[\xfe](\xfd)", "[a]: <b>\n[a]", "|\n-|-\n|", ":\n: \n: x", "- \n\t[ ] x", "<b lang=\"x y\">", "[^]: x", "![[](x)](y \"z\")", "<a\nhref='x\ny'>",
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, part := range strings.Split(string(raw), "\n=== ")[1:] {
			source, _, _ := strings.Cut(part, "\n--- html\n")
			_, source, _ = strings.Cut(source, "\n")
			all = append(all, source)
		}
	}
	return all
}

// FuzzConvert: no text breaks the converter, and no text gets past it what a
// page may not hold.
func FuzzConvert(f *testing.F) {
	for _, s := range seeds(f) {
		f.Add(s)
	}
	c := New(Options{Lang: "fi", Placeholders: true, Labels: Labels{Table: "Table"}})
	trusted := New(Options{Trusted: true})
	f.Fuzz(func(t *testing.T, source string) {
		if len(source) > 20000 {
			t.Skip()
		}
		raw := []byte("---\n---\n" + source)
		doc, findings := c.Convert("content/fi/x.md", raw, 8)
		for _, finding := range findings {
			if finding.Place.Line < 3 || finding.Place.Column < 1 || finding.Message("sv") == "" {
				t.Errorf("finding %v", finding)
			}
		}
		checkSlots(t, doc)
		page := doc.Append(nil, filled(doc))
		checkPage(t, page)
		again, _ := c.Convert("content/fi/x.md", raw, 8)
		if !bytes.Equal(page, again.Append(nil, filled(again))) {
			t.Error("the same source gave other HTML")
		}
		trustedDoc, _ := trusted.Convert("content/fi/x.md", raw, 8)
		checkSlots(t, trustedDoc)
		trustedDoc.Append(nil, filled(trustedDoc))
	})
}

func checkSlots(t *testing.T, d *Document) {
	t.Helper()
	last := uint32(0)
	for _, s := range d.slots {
		if s.at < last || int(s.at) > len(d.html) {
			t.Errorf("a slot at %d after one at %d in %d bytes", s.at, last, len(d.html))
		}
		last = s.at
		count := map[slotKind]int{slotLink: len(d.Links), slotImage: len(d.Images), slotSource: len(d.Images),
			slotID: len(d.Headings), slotPrefix: 1, slotPlaceholder: len(d.Placeholders)}[s.kind]
		if int(s.index) >= count {
			t.Errorf("a slot of kind %d for %d of %d", s.kind, s.index, count)
		}
	}
}

// checkPage reads finished HTML: tags balanced, nothing that runs, ids once.
func checkPage(t *testing.T, page []byte) {
	t.Helper()
	ids := map[string]bool{}
	var open []string
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		token := z.Token()
		switch kind {
		case html.CommentToken, html.DoctypeToken:
			t.Errorf("%q in\n%s", token.String(), page)
		case html.StartTagToken, html.SelfClosingTagToken:
			checkTag(t, token, ids)
			if !isVoid(token.DataAtom) {
				open = append(open, token.Data)
			}
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != token.Data {
				t.Fatalf("</%s> closes %v in\n%s", token.Data, open, page)
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Errorf("%v are open at the end of\n%s", open, page)
	}
}

var allowedElements = strings.Fields(`a abbr article aside b bdi blockquote br caption cite code col colgroup dd del details dfn div dl dt
	em figcaption figure h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub
	summary sup table tbody td tfoot th thead time tr u ul var wbr`)

func checkTag(t *testing.T, token html.Token, ids map[string]bool) {
	t.Helper()
	if !slices.Contains(allowedElements, token.Data) {
		t.Errorf("<%s>", token.Data)
	}
	for _, a := range token.Attr {
		switch {
		case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "srcdoc", a.Key == "formaction":
			t.Errorf("attribute %s of <%s>", a.Key, token.Data)
		case a.Key == "href" || a.Key == "src":
			if !safe(a.Val) {
				t.Errorf("address %q", a.Val)
			}
		case a.Key == "id":
			if ids[a.Val] {
				t.Errorf("the id %q twice", a.Val)
			}
			ids[a.Val] = true
		}
	}
}

// spacesAtEnds are those before a line's end, of which goldmark sometimes leaves one.
var spacesAtEnds = regexp.MustCompile(`[ \t]+(\n|<br>|</)`)

// FuzzRuns: taking plain text in one step changes nothing in what becomes of it.
func FuzzRuns(f *testing.F) {
	for _, s := range seeds(f) {
		f.Add(s)
	}
	o := Options{Lang: "en", Placeholders: true, Trusted: true}
	with, without := New(o), New(o)
	without.plain, without.addresses = newParser(true, false), newParser(true, true)
	f.Fuzz(func(t *testing.T, source string) {
		if len(source) > 20000 || strings.Contains(source, `\\\`+"\n") { // goldmark sees no hard break there
			t.Skip()
		}
		source = strings.ReplaceAll(source, "\r", "") // a normalised file has none
		a, _ := with.Convert("x", []byte(source), 0)
		b, _ := without.Convert("x", []byte(source), 0)
		x := spacesAtEnds.ReplaceAll(a.Append(nil, filled(a)), []byte("$1"))
		y := spacesAtEnds.ReplaceAll(b.Append(nil, filled(b)), []byte("$1"))
		if !bytes.Equal(x, y) {
			t.Errorf("with runs\n%s\nwithout\n%s", x, y)
		}
	})
}
