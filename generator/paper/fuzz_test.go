package paper

import (
	"testing"
)

// FuzzTextIsAlwaysAWholeFile: whatever a document says, the file can be read
// again, and all of it is marked.
func FuzzTextIsAlwaysAWholeFile(f *testing.F) {
	for _, text := range []string{
		"plain", "(\\)", "\x00\xff\u202e", "a\u00ad\u200bb", "☐🙂山", "https://x/(y)\\", "javascript:x", "**", "e\u0301\u0301", "\u2028\r\n\t", "<<>>]endstream",
	} {
		f.Add(text, text, uint8(3))
	}
	f.Fuzz(func(t *testing.T, text, other string, n uint8) {
		span := []Span{{Text: text, Link: other, Lang: other}, {Text: other, Code: true, Struck: true, Link: text}}
		field := func(name string, kind FieldKind) *Field {
			return &Field{Kind: kind, Name: name, Label: "label " + text, Value: other, Options: []string{text, other}, Lines: int(n), Width: int(n)}
		}
		d := &Document{Title: text, Lang: other, Author: other, Foot: text, Pages: other, Blocks: []Block{
			{Kind: Heading, Level: int(n), Text: span, ID: other},
			{Kind: Paragraph, Text: append(span, Span{Field: field("a", TextField)}, Span{Field: field("b", ChoiceField)}, Span{Text: text})},
			{Kind: List, Ordered: n%2 == 0, Start: int(n), Items: []Item{{Label: span[:n%2], Blocks: []Block{{Kind: Code, Text: span}}}}},
			{Kind: TableBlock, Table: &Table{Head: [][]Span{span, span}, Rows: [][][]Span{{span, {{Field: field("c", LinesField)}}, span}}, Widths: []float64{float64(n), 1, 2}[:n%4]}},
			{Kind: FieldBlock, Text: span, Field: field("d", LinesField)},
			{Kind: Quote, Text: span, Blocks: []Block{{Kind: Signatures, Signers: []Signer{{Role: text, Name: *field("e", TextField), PlaceDate: *field("f", TextField), Signature: other}}}}},
		}}
		r, err := writer(t).Write(d)
		if err != nil {
			t.Fatal(err)
		}
		checkPDF(t, r.PDF)
	})
}
