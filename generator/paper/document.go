// Package paper writes PDFs for people: tagged (ISO 14289, PDF/UA), so that a
// screen reader reads them in order, and fillable (AcroForm), so that an
// agreement can be completed on screen or by hand.
//
// A Document is what the PDF says, as blocks of text and fields; it holds no
// measure of the page. Write lays it out and returns the bytes. The same
// Document gives the same bytes.
package paper

// Document is what a PDF says.
type Document struct {
	Title  string // shown in the window's title; also the document's name for a screen reader
	Lang   string // BCP 47, of all text that has no other
	Author string
	Size   Size
	// Foot stands at the left of every page's foot; Pages at its right, where
	// {page} and {pages} stand for the numbers, such as "page {page} of {pages}".
	Foot, Pages string
	Blocks      []Block
}

// Size is a size of paper.
type Size string

// The sizes of paper.
const (
	A4     Size = "A4"     // 210 × 297 mm
	Letter Size = "Letter" // 8.5 × 11 in
)

// BlockKind tells blocks apart.
type BlockKind string

// The kinds of block and the fields of Block that each uses.
const (
	Heading    BlockKind = "heading"    // Level, Text, ID
	Paragraph  BlockKind = "paragraph"  // Text
	List       BlockKind = "list"       // Ordered, Start, Items
	TableBlock BlockKind = "table"      // Table
	Quote      BlockKind = "quote"      // Blocks; Text is its title, where it has one
	Code       BlockKind = "code"       // Text, whose line breaks stay
	Rule       BlockKind = "rule"       // a line across
	FieldBlock BlockKind = "field"      // Field on lines of its own, under its label (Text; none where it is empty)
	Signatures BlockKind = "signatures" // Signers; never broken across pages
	Group      BlockKind = "group"      // Blocks, kept on one page where they fit on one
	PageBreak  BlockKind = "page-break" // what follows begins a page
)

// Block is a part of a document.
type Block struct {
	Kind    BlockKind
	Lang    string // "" for the language around it
	Level   int    // of a heading, 1 to 6
	ID      string // of a heading: what a link to #ID leads to
	Text    []Span
	Ordered bool
	Start   int // number of an ordered list's first item
	Items   []Item
	Table   *Table
	Blocks  []Block
	Field   *Field
	Signers []Signer
}

// Item is an item of a list.
type Item struct {
	Label  []Span // instead of a bullet or number: the term that a definition explains
	Bare   bool   // no bullet or number, as where a field's box stands for it
	Blocks []Block
}

// Table is a table with a row of headings.
type Table struct {
	Widths []float64 // of columns, as shares of the table's; nil leaves it to the text
	Right  []bool    // columns that are aligned at their right
	Head   [][]Span
	Rows   [][][]Span
}

// Signer is who signs: a line each for the name, the place and date, and the
// signature.
type Signer struct {
	Role      string // such as Mentor
	Name      Field  // a text field
	PlaceDate Field  // a text field
	Signature string // label under the line to sign on
}

// Span is a stretch of text with one look, or one field within the text.
type Span struct {
	Text                       string
	Bold, Italic, Struck, Code bool
	Lang                       string // "" for the language around it
	Link                       string // an address, or #ID of a heading; "" for none
	Break                      bool   // a line ends here; Text is not used
	Field                      *Field // within the text; Text is not used
}

// FieldKind tells fields apart.
type FieldKind string

// The kinds of field.
const (
	TextField   FieldKind = "text"   // one line
	LinesField  FieldKind = "lines"  // Lines lines
	ChoiceField FieldKind = "choice" // one of Options, or another text where Other is set
	TickField   FieldKind = "tick"   // a box; Value "true" is ticked
)

// Field is something to fill in.
type Field struct {
	Kind    FieldKind
	Name    string // unique in the document
	Label   string // read by a screen reader and shown as a hint; required
	Value   string // filled in already
	Options []string
	Other   bool
	Lines   int // of a LinesField, at least 1
	Width   int // of a field within text, in characters; 0 for a usual one
}
