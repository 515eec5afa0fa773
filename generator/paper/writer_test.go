package paper

import (
	"bytes"
	"strconv"
	"strings"
	"testing"
)

// said is what a document says in its order, without what is filled in.
func said(blocks []Block) string {
	var b strings.Builder
	say := func(text string) { b.WriteString(text + " ") }
	spans := func(spans []Span) {
		for _, s := range spans {
			switch {
			case s.Break:
				b.WriteByte(' ')
			case s.Field == nil:
				b.WriteString(s.Text)
			}
		}
		b.WriteByte(' ')
	}
	for _, block := range blocks {
		if block.Kind != TableBlock {
			spans(block.Text)
		}
		for i, it := range block.Items {
			switch {
			case it.Label != nil:
				spans(it.Label)
			case it.Bare:
			case block.Ordered:
				say(strconv.Itoa(block.Start+i) + ".")
			default:
				say("•")
			}
			say(said(it.Blocks))
		}
		if block.Table != nil {
			for _, row := range append([][][]Span{block.Table.Head}, block.Table.Rows...) {
				for _, cell := range row {
					spans(cell)
				}
			}
		}
		for _, s := range block.Signers {
			say(s.Role + " " + s.Name.Label + " " + s.PlaceDate.Label + " " + s.Signature)
		}
		say(said(block.Blocks))
	}
	return flat(b.String())
}

// tight is text without spaces: readers differ in how they join stretches.
func tight(s string) string { return strings.ReplaceAll(flat(s), " ", "") }

var samples = []string{"fi", "sv", "en"}

func TestStructureHoldsEveryWordInReadingOrder(t *testing.T) {
	t.Parallel()
	for _, name := range samples {
		d := sample(t, name)
		_, file := write(t, d)
		checkFile(t, file)
		if got, want := tight(structureText(t, file)), tight(said(d.Blocks)); got != want {
			t.Errorf("%s: the structure says\n%s\nthe document says\n%s", name, got, want)
		}
	}
}

func TestSampleAgreementsAreSmallTaggedForms(t *testing.T) {
	t.Parallel()
	for _, name := range samples {
		d := sample(t, name)
		r, file := write(t, d)
		info := tool(t, "pdfinfo", file)
		for _, want := range []string{"Tagged:          yes", "Form:            AcroForm", "JavaScript:      no", "Title:           " + d.Title} {
			if !strings.Contains(info, want) {
				t.Errorf("%s: pdfinfo does not say %q:\n%s", name, want, info)
			}
		}
		if r.Pages < 2 || r.Pages > 3 {
			t.Errorf("%s: %d pages", name, r.Pages)
		}
		if len(r.PDF) > 30<<10 {
			t.Errorf("%s: %d bytes", name, len(r.PDF))
		}
		if len(r.Missing) > 0 {
			t.Errorf("%s: missing %q", name, string(r.Missing))
		}
	}
}

func TestSameDocumentGivesSameBytes(t *testing.T) {
	t.Parallel()
	d := sample(t, "fi")
	first, _ := write(t, d)
	other, err := New()
	if err != nil {
		t.Fatal(err)
	}
	second, err := other.Write(d)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.PDF, second.PDF) {
		t.Error("two writers wrote the same document differently")
	}
}
