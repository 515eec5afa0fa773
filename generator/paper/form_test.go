package paper

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fillIn fills in every field of a file with a text and returns the filled file
// and what was found.
func fillIn(t *testing.T, file, text string) (filled, found string) {
	t.Helper()
	if _, err := os.Stat("../../.ci/node_modules/pdf-lib"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("pdf-lib is not installed; run .ci/tools")
		}
		t.Skip("pdf-lib is not installed; run .ci/tools to install it")
	}
	filled = filepath.Join(t.TempDir(), "filled.pdf")
	return filled, tool(t, "node", "testdata/fill.mjs", file, filled, text)
}

func TestFormsCanBeFilledInAndSaved(t *testing.T) {
	t.Parallel()
	const text = "Åsa Öhmanin äiti ¼ €"
	for _, name := range samples {
		d := sample(t, name)
		_, file := write(t, d)
		filled, found := fillIn(t, file, text)
		checkFile(t, filled)
		var want strings.Builder
		count := 0
		eachField(d.Blocks, func(f *Field) error {
			count++
			return nil
		})
		if lines := strings.Count(found, "\n"); lines != count {
			t.Errorf("%s: %d fields, of which a program finds %d:%s\n%s", name, count, lines, want.String(), found)
		}
		texts := strings.Count(found, "text ") + strings.Count(found, "lines ")
		if got := strings.Count(tool(t, "pdftotext", filled, "-"), text); got < texts {
			t.Errorf("%s: %d of %d fields show what was typed", name, got, texts)
		}
	}
}

func TestFieldsCarryWhatIsFilledInAlready(t *testing.T) {
	t.Parallel()
	d := &Document{Title: "Fields", Lang: "en", Blocks: []Block{{Kind: Paragraph, Text: notationSpans(
		"{text name.1 | Name (first) | Žofia Łukasiewicz} {choice a | A | two | one; two} {choice b | B | nine | one; two} {choice c | C | | one; …} {tick d | D | true} {tick e | E} {lines f | F | Ещё (одна) строка | 3} {text g | G}")}}}
	r, file := write(t, d)
	checkPDF(t, r.PDF)
	_, found := fillIn(t, file, "x")
	want := `text name:1 = Žofia Łukasiewicz
closed a = two of 2
open b = nine of 2
open c =  of 1
tick d = true
tick e = false
lines f = Ещё (одна) строка
text g = 
`
	if found != want {
		t.Errorf("found\n%swant\n%s", found, want)
	}
	if text := tool(t, "pdftotext", file, "-"); !strings.Contains(text, "Žofia Łukasiewicz") || !strings.Contains(text, "Ещё (одна) строка") {
		t.Errorf("the page does not show the values:\n%s", text)
	}
	if len(r.Missing) > 0 {
		t.Errorf("missing %q", string(r.Missing))
	}
}

func TestFieldsNeedNamesAndLabelsOfTheirOwn(t *testing.T) {
	t.Parallel()
	for want, text := range map[string]string{
		`two fields have the name "a"`:             "{text a | A} and {text a | B}",
		`the field "a" has no label`:               "{text a | }",
		`the field with the label "A" has no name`: "{text  | A}",
		`two fields have the name "a.b"`:           "{text a:b | A} {text a.b | B}",
	} {
		_, err := writer(t).Write(&Document{Blocks: []Block{{Kind: Paragraph, Text: notationSpans(text)}}})
		if err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

func TestLinesOfAValueStay(t *testing.T) {
	t.Parallel()
	d := &Document{Title: "Lines", Lang: "en", Blocks: []Block{
		{Kind: FieldBlock, Field: &Field{Kind: LinesField, Name: "a", Label: "A", Lines: 2, Value: "one\r\ntwo\nthree\rfour"}},
		{Kind: Paragraph, Text: []Span{{Field: &Field{Kind: TextField, Name: "b", Label: "B", Value: "five\nsix"}}}},
	}}
	r, file := write(t, d)
	checkPDF(t, r.PDF)
	if got := tool(t, "pdftotext", file, "-"); strings.Join(strings.Fields(got), " ") != "one two three four five six" || strings.Count(got, "\n") < 6 {
		t.Errorf("the page shows %q", got)
	}
	if _, found := fillIn(t, file, "x"); found != "lines a = one\ntwo\nthree\nfour\nlines b = five\nsix\n" {
		t.Errorf("found %q", found)
	}
}

func TestFullStopStaysWithItsField(t *testing.T) {
	t.Parallel()
	d := parseNotation("They tell others ({choice a | A | | " + strings.Repeat("a very long option ", 12) + "; b}). And more.\n")
	_, file := write(t, d)
	lines := strings.Split(strings.TrimSpace(tool(t, "pdftotext", "-layout", file, "-")), "\n")
	if last := strings.TrimSpace(lines[len(lines)-1]); strings.HasPrefix(last, ")") && len(lines) > 2 {
		t.Errorf("a line begins with %q", last)
	}
}

func TestThreeHundredFieldsStaySmall(t *testing.T) {
	t.Parallel()
	d := &Document{Title: "Many", Lang: "en"}
	for i := range 300 {
		d.Blocks = append(d.Blocks, Block{Kind: Paragraph, Text: notationSpans(fmt.Sprintf("Question %d {text q%d | Question %d | }", i, i, i))})
	}
	r, file := write(t, d)
	checkPDF(t, r.PDF)
	checkFile(t, file)
	if len(r.PDF) > 60<<10 {
		t.Errorf("%d bytes", len(r.PDF))
	}
}
