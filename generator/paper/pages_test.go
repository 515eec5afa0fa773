package paper

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// linesOfPages are the lines of text of each page, without its foot.
func linesOfPages(t *testing.T, d *Document) [][]string {
	t.Helper()
	_, file := write(t, d)
	var pages [][]string
	for page := range strings.SplitSeq(strings.TrimSuffix(tool(t, "pdftotext", "-layout", file, "-"), "\f"), "\f") {
		var lines []string
		for line := range strings.Lines(page) {
			if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "foot ") {
				lines = append(lines, line)
			}
		}
		pages = append(pages, lines)
	}
	return pages
}

// words are n words that tell which paragraph they are of.
func words(paragraph, n int) string {
	return strings.TrimSpace(strings.Repeat(fmt.Sprintf("p%03d ", paragraph), n))
}

func TestNoHeadingEndsAPageAndNoLineStandsAlone(t *testing.T) {
	t.Parallel()
	d := &Document{Title: "Long", Lang: "en", Foot: "foot", Pages: "foot {page}/{pages}"}
	for i := range 900 {
		if i%4 == 0 {
			d.Blocks = append(d.Blocks, Block{Kind: Heading, Level: 2, Text: []Span{{Text: fmt.Sprintf("Heading %d", i)}}})
		}
		d.Blocks = append(d.Blocks, Block{Kind: Paragraph, Text: []Span{{Text: words(i, 5+i*7%140)}}})
	}
	pages := linesOfPages(t, d)
	if len(pages) < 90 {
		t.Fatalf("only %d pages", len(pages))
	}
	of := regexp.MustCompile(`^p\d+`)
	count := func(lines []string, paragraph string) (n int) {
		for _, line := range lines {
			if strings.HasPrefix(line, paragraph) {
				n++
			}
		}
		return n
	}
	for i, page := range pages[:len(pages)-1] {
		last := page[len(page)-1]
		if strings.HasPrefix(last, "Heading") {
			t.Errorf("page %d ends with %s", i+1, last)
		}
		paragraph := of.FindString(last)
		if after := count(pages[i+1], paragraph); after > 0 && (after < 2 || count(page, paragraph) < 2) {
			t.Errorf("paragraph %s has %d lines on page %d and %d on the next", paragraph, count(page, paragraph), i+1, after)
		}
		if len(page) < 30 {
			t.Errorf("page %d has only %d lines", i+1, len(page))
		}
	}
}

func TestGroupsAndSignaturesStayOnOnePage(t *testing.T) {
	t.Parallel()
	for filler := range 45 {
		d := parseNotation("foot: foot\n" + strings.Repeat("filler\n", filler) + "{\nfirst of the group\nsecond of it\n? Notes {lines n | Notes | | 6}\nlast of the group\n}\n## Sign\n" +
			"sign Role | {text a | Name} | {text b | Place} | Signature\n")
		for i, page := range linesOfPages(t, d) {
			text := strings.Join(page, "\n")
			for first, last := range map[string]string{"first of": "last of", "Sign": "Signature"} {
				if strings.Contains(text, first) != strings.Contains(text, last) {
					t.Errorf("after %d lines, page %d has only a part of what begins with %s:\n%s", filler, i+1, first, text)
				}
			}
		}
	}
}

func TestGroupThatNoPageHoldsIsCut(t *testing.T) {
	t.Parallel()
	d := parseNotation("{\n" + strings.Repeat("a line of a long group\n", 200) + "}\n")
	total := 0
	for _, page := range linesOfPages(t, d) {
		total += len(page)
	}
	if total != 200 {
		t.Errorf("%d of 200 lines are there", total)
	}
}

func TestTableHeadsAreDrawnAgainButReadOnce(t *testing.T) {
	t.Parallel()
	rows := ""
	for i := range 120 {
		rows += fmt.Sprintf("| %d | a cell of a row whose text is so long that it takes two lines where it stands beside another one %d | end%d\n", i, i, i)
	}
	d := parseNotation("foot: foot\n| No | Text | End\n" + rows)
	pages := linesOfPages(t, d)
	for i, page := range pages {
		if !strings.HasPrefix(page[0], "No ") {
			t.Errorf("page %d begins with %q", i+1, page[0])
		}
		if !regexp.MustCompile(`^\d+ `).MatchString(page[1]) {
			t.Errorf("page %d goes on within a row: %q", i+1, page[1])
		}
	}
	r, file := write(t, d)
	checkPDF(t, r.PDF)
	if got := tight(structureText(t, file)); got != tight(said(d.Blocks)) {
		t.Errorf("the structure says %.200s", got)
	}
	if len(pages) < 4 {
		t.Errorf("only %d pages", len(pages))
	}
}

func TestRowThatNoPageHoldsIsCut(t *testing.T) {
	t.Parallel()
	d := parseNotation("| A | B\n| " + words(1, 3000) + " | b\n| c | d\n")
	r, file := write(t, d)
	checkPDF(t, r.PDF)
	if got := tight(structureText(t, file)); got != tight(said(d.Blocks)) {
		t.Errorf("the structure says %.200s", got)
	}
	if r.Pages < 3 {
		t.Errorf("%d pages", r.Pages)
	}
}

func TestLabelsStayWithTheirFields(t *testing.T) {
	t.Parallel()
	for filler := range 45 {
		d := parseNotation("foot: foot\n" + strings.Repeat("filler\n", filler) + "? The label {text a | A | the value}\n## Head\n| X | Y\n| one | two\n")
		for i, page := range linesOfPages(t, d) {
			text := strings.Join(page, "\n")
			if strings.Contains(text, "The label") != strings.Contains(text, "the value") || strings.Contains(text, "Head") != strings.Contains(text, "one") {
				t.Errorf("after %d lines, page %d:\n%s", filler, i+1, text)
			}
		}
	}
}

func TestTwoHundredPages(t *testing.T) {
	t.Parallel()
	d := sample(t, "fi")
	blocks := d.Blocks
	d.Blocks = nil
	for i := range 67 {
		for _, b := range blocks {
			d.Blocks = append(d.Blocks, renamed(b, i))
		}
	}
	r, file := write(t, d)
	checkPDF(t, r.PDF)
	checkFile(t, file)
	if r.Pages < 190 {
		t.Errorf("%d pages", r.Pages)
	}
}

// renamed is a block whose fields have names of their own.
func renamed(b Block, i int) Block {
	field := func(f *Field) *Field {
		if f == nil {
			return nil
		}
		g := *f
		g.Name = fmt.Sprintf("%s-%d", f.Name, i)
		return &g
	}
	spans := func(in []Span) (out []Span) {
		for _, s := range in {
			s.Field = field(s.Field)
			out = append(out, s)
		}
		return out
	}
	b.Text, b.Field = spans(b.Text), field(b.Field)
	items := b.Items
	b.Items = nil
	for _, it := range items {
		blocks := it.Blocks
		it.Blocks = nil
		for _, inner := range blocks {
			it.Blocks = append(it.Blocks, renamed(inner, i))
		}
		b.Items = append(b.Items, it)
	}
	if b.Table != nil {
		t := *b.Table
		t.Rows = nil
		for _, row := range b.Table.Rows {
			var cells [][]Span
			for _, cell := range row {
				cells = append(cells, spans(cell))
			}
			t.Rows = append(t.Rows, cells)
		}
		b.Table = &t
	}
	signers := b.Signers
	b.Signers = nil
	for _, s := range signers {
		s.Name, s.PlaceDate = *field(&s.Name), *field(&s.PlaceDate)
		b.Signers = append(b.Signers, s)
	}
	return b
}
