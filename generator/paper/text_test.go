package paper

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// paragraphs is a document with a paragraph for each text.
func paragraphs(texts ...string) *Document {
	d := &Document{Title: "Text", Lang: "en"}
	for _, text := range texts {
		d.Blocks = append(d.Blocks, Block{Kind: Paragraph, Text: []Span{{Text: text}}})
	}
	return d
}

func TestTextIsReadAsItWasGiven(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ given, read string }{
		{"åäö ÅÄÖ éèêë üß ñ ç ø æ þ ð ł ž š č ő ű ī ķ ģ ș ț", ""},
		{"Привет, мир. Ёлка. Ελληνικά", ""},
		{"decomposed a\u0308 and A\u030a", "decomposed ä and Å"},
		{"no\u00a0break, thin\u2009space, figure\u2007space, narrow\u202fspace", "no break, thin space, figure space, narrow space"},
		{"non\u2011breaking and true\u2010hyphens", "non-breaking and true\u2010hyphens"},
		{"soft\u00adhyphen zero\u200bwidth joi\u200dner \ufeffmark \u202eright\u202c", "softhyphen zerowidth joiner mark right"},
		{"ﬁnd the oﬃce", "find the office"},
		{"control\x00\x01\x1b characters\x7f and\ttabs\nand lines", "control characters and tabs and lines"},
		{"(brackets) \\ backslash \\n [x] <y> % # / {z}", ""},
		{"  many   spaces  ", "many spaces"},
		{"“quotes” ‘single’ „low“ »guillemets« – — … • · § © € ½ × − ≤ → ° ²", ""},
		{"boxes ☐ and ticks ✓", ""},
		{"AVATAR To. We. Ty, LT 11 P.", ""},
		{"bad \xff bytes", "bad � bytes"},
	} {
		if c.read == "" {
			c.read = c.given
		}
		r, file := write(t, paragraphs(c.given))
		checkPDF(t, r.PDF)
		if got := strings.TrimSpace(strings.TrimSuffix(tool(t, "pdftotext", file, "-"), "\f")); flat(got) != flat(c.read) {
			t.Errorf("%q is read as %q, want %q", c.given, got, c.read)
		}
		drawn := strings.NewReplacer("☐", "□", "✓", "√", "\ufffd", "□").Replace(c.read) // poppler reads shapes here
		if got := structureText(t, file); tight(got) != tight(drawn) {
			t.Errorf("%q is read aloud as %q, want %q", c.given, got, c.read)
		}
	}
}

func TestMissingCharactersAreNamedAndStillRead(t *testing.T) {
	t.Parallel()
	d := paragraphs("山田 and 🙂 and 山")
	d.Blocks = append(d.Blocks, Block{Kind: FieldBlock, Field: &Field{Kind: TextField, Name: "n", Label: "Name", Value: "田中"}})
	r, file := write(t, d)
	if got := string(r.Missing); got != "中山田🙂" {
		t.Errorf("missing %q", got)
	}
	if got := tool(t, "pdftotext", file, "-"); !strings.HasPrefix(tight(got), "山田and🙂and山") {
		t.Errorf("read as %q", got)
	}
	back := checkPDF(t, r.PDF)
	if all := strings.Join(slices.Collect(maps.Values(back.objects)), ""); !strings.Contains(all, "/ActualText<FEFFD83DDE42>") {
		t.Error("the structure does not say what is missing")
	}
	if r, _ := write(t, paragraphs("Łukasz Žižek")); len(r.Missing) > 0 {
		t.Errorf("missing %q of Latin names", string(r.Missing))
	}
}

// widestLine is where the text of a page that reaches furthest right ends, in
// points.
func widestLine(t *testing.T, file string) float64 {
	t.Helper()
	widest := 0.0
	for _, m := range regexp.MustCompile(`xMax="([\d.]+)"`).FindAllStringSubmatch(tool(t, "pdftotext", "-bbox", file, "-"), -1) {
		x, err := strconv.ParseFloat(m[1], 64)
		if err != nil {
			t.Fatal(err)
		}
		widest = max(widest, x)
	}
	return widest
}

func TestLongWordsNeverLeaveThePage(t *testing.T) {
	t.Parallel()
	const compound = "kolmivaihekilowattituntimittarinlukijanapulaisenkouluttajakoulutusohjelmasuunnittelutoimikunta"
	long := strings.Repeat(compound, 3)
	address := "https://example.org/" + strings.Repeat("a/very-long/path?with=parameters&", 8)
	d := paragraphs(long, address, strings.Repeat("W", 400), strings.Repeat("\u0301", 300))
	d.Blocks = append(d.Blocks, parseNotation("| "+long+" | B | C | D | E\n| x | "+long+" | "+address+" | {text a | A | "+long+"} | z\n- "+long+"\n  - "+address+"\n> "+long+"\n$ "+long+"\n"+
		"{text b | B | "+long+"} and {choice c | C | "+long+" | x}.\nsign "+long+" | {text d | "+long+"} | {text e | E | "+long+"} | "+long+"\n").Blocks...)
	d.Foot = long
	r, file := write(t, d)
	checkPDF(t, r.PDF)
	width, _ := A4.dimensions()
	if got, most := widestLine(t, file), float64(width-marginSide)/float64(pt)+1; got > most {
		t.Errorf("text reaches to %.1f points, the margin is at %.1f", got, most)
	}
	if got := strings.ReplaceAll(tight(structureText(t, file)), "-", ""); !strings.HasPrefix(got, long) {
		t.Errorf("the word is read as %.200q", got)
	}
}

func TestHyphensOfBrokenWordsAreNotRead(t *testing.T) {
	t.Parallel()
	word := strings.Repeat("suunnittelu", 20)
	_, file := write(t, paragraphs(word, strings.Repeat("man\u00aduaa\u00adli ", 60)))
	text := tool(t, "pdftotext", "-raw", file, "-")
	if strings.Contains(flat(text), "-") || !strings.Contains(flat(text), word) {
		t.Errorf("read as %q", text)
	}
}

func TestLinesEndWithRealSpaces(t *testing.T) {
	t.Parallel()
	r, _ := write(t, paragraphs(strings.Repeat("sanoja peräkkäin ", 40)))
	back := checkPDF(t, r.PDF)
	content := back.streams[number(back.objects[back.pages()[0]], `/Contents (\d+) 0 R`)]
	space := string([]byte{0, byte(writer(t).faces[regular].glyph(' '))})
	lines := regexp.MustCompile(`(?s)[\])](?:TJ|Tj)`).FindAllStringIndex(content, -1)
	for _, at := range lines[:len(lines)-1] {
		if end := content[:at[0]]; !strings.HasSuffix(strings.TrimSuffix(end, ")"), space) {
			t.Errorf("a line ends with %q", end[max(0, len(end)-6):])
		}
	}
	if len(lines) < 5 {
		t.Errorf("only %d lines", len(lines))
	}
}

func TestOnlySafeAddressesAreLinks(t *testing.T) {
	t.Parallel()
	for link, want := range map[string]string{
		"https://example.org/å b?c=(d)": "https://example.org/%C3%A5%20b?c=(d)",
		"HTTP://example.org":            "http://example.org",
		"mailto:a@example.org":          "mailto:a@example.org",
		"javascript:alert(1)":           "",
		" javascript:alert(1)":          "",
		"java\nscript:alert(1)":         "",
		"file:///etc/passwd":            "",
		"data:text/html,x":              "",
		"//example.org":                 "",
		"page.html":                     "",
		"https://":                      "",
		"mailto:":                       "",
		"#here":                         "#here",
		"#nowhere":                      "",
		"#":                             "",
	} {
		l := &layout{ids: map[string]bool{"here": true}}
		if got := l.target(link); got != want {
			t.Errorf("%q leads to %q, want %q", link, got, want)
		}
	}
}

func TestLinksLeadThereAndSayWhatTheyAre(t *testing.T) {
	t.Parallel()
	d := parseNotation("# Top {#top}\nSee [the **site** of it](https://example.org/) and [the end](#end) and [script](javascript:x).\n===\n## End {#end}\n")
	r, _ := write(t, d)
	back := checkPDF(t, r.PDF)
	var links []string
	for _, n := range refs(between(back.objects[back.pages()[0]], "/Annots[", "]")) {
		links = append(links, regexp.MustCompile(`/Contents.*`).FindString(strings.TrimSpace(back.objects[n])))
	}
	want := []string{
		`/Contents(the **site** of it)/A<</S/URI/URI(https://example.org/)>>>>`,
		`/Contents(the end)/Dest[` + strconv.Itoa(back.pages()[1]) + ` 0 R/XYZ 0`,
	}
	if len(links) != 2 || links[0] != want[0] || !strings.HasPrefix(links[1], want[1]) {
		t.Errorf("links are %q, want %q", links, want)
	}
}

func TestHeadingsNeverSkipARank(t *testing.T) {
	t.Parallel()
	_, file := write(t, parseNotation("### Deep\n# Top\n#### Deeper\n## Two\n###### Six\n"))
	got := regexp.MustCompile(`H\d`).FindAllString(tool(t, "pdfinfo", "-struct", file), -1)
	if want := []string{"H1", "H1", "H2", "H2", "H3"}; !slices.Equal(got, want) {
		t.Errorf("ranks are %v, want %v", got, want)
	}
}

func TestLanguagesAreMarked(t *testing.T) {
	t.Parallel()
	d := parseNotation("lang: en\nHello @fi(hei) there.\n")
	d.Blocks = append(d.Blocks, Block{Kind: Quote, Lang: "sv", Blocks: paragraphs("Hej").Blocks}, Block{Kind: Paragraph, Lang: "not a language)", Text: []Span{{Text: "x"}}})
	r, _ := write(t, d)
	back := checkPDF(t, r.PDF)
	var langs []string
	for n := range len(back.objects) + 1 {
		if m := regexp.MustCompile(`^<</S/(\w+).*/Lang\((.*?)\)`).FindStringSubmatch(back.objects[n]); m != nil {
			langs = append(langs, m[1]+" "+m[2])
		}
	}
	if want := []string{"Document en", "Span fi", "BlockQuote sv"}; !slices.Equal(langs, want) {
		t.Errorf("languages are %q, want %q", langs, want)
	}
}

func TestEmptyDocumentsAndBlocksArePages(t *testing.T) {
	t.Parallel()
	for name, d := range map[string]*Document{
		"nothing": {},
		"empty blocks": {Title: "x", Lang: "en", Blocks: []Block{
			{Kind: Heading}, {Kind: Paragraph}, {Kind: List}, {Kind: List, Items: []Item{{}, {Bare: true}, {Label: []Span{}}}},
			{Kind: TableBlock}, {Kind: TableBlock, Table: &Table{}}, {Kind: TableBlock, Table: &Table{Rows: [][][]Span{{}, {{}, {{}}}}}},
			{Kind: Quote}, {Kind: Code}, {Kind: Rule}, {Kind: FieldBlock}, {Kind: Signatures}, {Kind: Group}, {Kind: PageBreak}, {Kind: "none"},
			{Kind: PageBreak}, {Kind: Paragraph, Text: []Span{{Break: true}, {Break: true}, {Text: "   "}}},
		}},
	} {
		r, file := write(t, d)
		checkPDF(t, r.PDF)
		checkFile(t, file)
		if r.Pages < 1 {
			t.Errorf("%s: no page", name)
		}
	}
	if r, err := writer(t).WriteAll("None", "fi", nil); err != nil || r.Pages != 1 {
		t.Errorf("no documents: %d pages, %v", r.Pages, err)
	}
}

func TestDeepNestingLeavesRoomForText(t *testing.T) {
	t.Parallel()
	block := Block{Kind: Paragraph, Text: []Span{{Text: "deep within a list of lists"}}}
	for range 60 {
		block = Block{Kind: List, Items: []Item{{Blocks: []Block{block}}}}
	}
	r, _ := write(t, &Document{Blocks: []Block{block}})
	checkPDF(t, r.PDF)
	if r.Pages > 3 {
		t.Errorf("%d pages", r.Pages)
	}
}
