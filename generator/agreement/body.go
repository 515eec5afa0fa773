package agreement

import (
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"mentorbook/generator/markdown"
	"mentorbook/generator/paper"
)

// Body is an agreement's own text, read from the very HTML that its page
// shows, with holes where the placeholders stand. It may be used from several
// goroutines.
type Body struct{ body []*html.Node }

// holeTag stands for a placeholder while the HTML is read. No page can have an
// element of that name: sanitised HTML has none that it does not know.
const holeTag = "mentorbook-part"

// ReadBody reads a document's text. fill says where its links lead; its
// placeholders are not used.
func ReadBody(doc *markdown.Document, fill markdown.Fill) (*Body, error) {
	fill.Placeholders = nil
	for i := range doc.Placeholders {
		fill.Placeholders = append(fill.Placeholders, template.HTML(fmt.Sprintf("<%s n=%d></%[1]s>", holeTag, i))) //#nosec: a constant and a number
	}
	context := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(string(doc.Append(nil, fill))), context)
	if err != nil {
		return nil, fmt.Errorf("reading the agreement's text: %w", err)
	}
	return &Body{nodes}, nil
}

// hole returns which placeholder a node stands for, or -1.
func hole(n *html.Node) int {
	if n.Type != html.ElementNode || n.Data != holeTag {
		return -1
	}
	i, err := strconv.Atoi(attribute(n, "n"))
	if err != nil {
		return -1
	}
	return i
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func hasClass(n *html.Node, class string) bool {
	for c := range strings.FieldsSeq(attribute(n, "class")) {
		if c == class {
			return true
		}
	}
	return false
}

// typesetter turns a text and a form into blocks on paper.
type typesetter struct {
	form  *Form
	parts *partSetter
	out   []paper.Block
	line  []paper.Span // text that stands in no paragraph yet
}

func children(n *html.Node) func(yield func(*html.Node) bool) {
	return func(yield func(*html.Node) bool) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if !yield(c) {
				return
			}
		}
	}
}

// inner sets what a node holds as blocks of its own.
func (t *typesetter) inner(n *html.Node) []paper.Block {
	s := &typesetter{form: t.form, parts: t.parts}
	for c := range children(n) {
		s.block(c)
	}
	s.flush()
	return s.out
}

func (t *typesetter) add(b paper.Block) {
	t.flush()
	t.out = append(t.out, b)
}

// flush ends text that stood in no paragraph, as that of a tight list.
func (t *typesetter) flush() {
	line := tidy(t.line)
	t.line = nil
	if len(line) > 0 {
		t.out = append(t.out, paper.Block{Kind: paper.Paragraph, Text: line})
	}
}

func (t *typesetter) block(n *html.Node) {
	if i := hole(n); i >= 0 {
		if part := &t.form.Parts[i]; part.Block {
			t.flush()
			t.out = append(t.out, t.parts.blocks(part)...)
			return
		}
	}
	if n.Type != html.ElementNode {
		t.inline(n, paper.Span{})
		return
	}
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		t.add(paper.Block{Kind: paper.Heading, Level: int(n.Data[1] - '0'), ID: attribute(n, "id"), Text: t.spans(n), Lang: attribute(n, "lang")})
	case atom.P, atom.Dt, atom.Summary, atom.Figcaption, atom.Caption:
		t.paragraph(n)
	case atom.Ul, atom.Ol:
		t.list(n)
	case atom.Dl:
		t.definitions(n)
	case atom.Table:
		t.table(n)
	case atom.Blockquote:
		t.add(paper.Block{Kind: paper.Quote, Blocks: t.inner(n), Lang: attribute(n, "lang")})
	case atom.Pre:
		t.add(paper.Block{Kind: paper.Code, Text: []paper.Span{{Text: strings.TrimRight(textOf(n), "\n"), Code: true}}})
	case atom.Hr:
		t.add(paper.Block{Kind: paper.Rule})
	case atom.Div, atom.Section, atom.Figure, atom.Details, atom.Aside, atom.Article, atom.Header, atom.Footer:
		t.container(n)
	default:
		t.inline(n, paper.Span{})
	}
}

func (t *typesetter) paragraph(n *html.Node) {
	if text := t.spans(n); len(text) > 0 {
		t.add(paper.Block{Kind: paper.Paragraph, Text: text, Lang: attribute(n, "lang")})
	}
}

// container sets a part of the page: one with a title of its own, or one for a
// role, as a quote; any other as what it holds.
func (t *typesetter) container(n *html.Node) {
	blocks := t.inner(n)
	switch {
	case hasClass(n, "alert") || hasClass(n, "for"):
		var title []paper.Span
		if len(blocks) > 0 && blocks[0].Kind == paper.Paragraph {
			title, blocks = blocks[0].Text, blocks[1:]
		}
		t.add(paper.Block{Kind: paper.Quote, Text: title, Blocks: blocks})
	default:
		t.flush()
		t.out = append(t.out, blocks...)
	}
}

func (t *typesetter) list(n *html.Node) {
	b := paper.Block{Kind: paper.List, Ordered: n.DataAtom == atom.Ol, Start: 1, Lang: attribute(n, "lang")}
	if start, err := strconv.Atoi(attribute(n, "start")); err == nil {
		b.Start = start
	}
	for c := range children(n) {
		if c.DataAtom == atom.Li {
			b.Items = append(b.Items, t.item(c))
		}
	}
	t.add(b)
}

// item sets an item of a list. One that is a single ground rule of the
// agreement needs no bullet.
func (t *typesetter) item(n *html.Node) paper.Item {
	item := paper.Item{Blocks: t.inner(n)}
	for c := range children(n) {
		if i := hole(c); i >= 0 && t.form.Parts[i].Block && len(t.form.Parts[i].Clauses) > 0 {
			item.Bare = len(item.Blocks) > 0 && startsWithTick(item.Blocks[0])
		}
	}
	return item
}

func startsWithTick(b paper.Block) bool {
	return len(b.Text) > 0 && b.Text[0].Field != nil && b.Text[0].Field.Kind == paper.TickField
}

func (t *typesetter) definitions(n *html.Node) {
	b := paper.Block{Kind: paper.List}
	for c := range children(n) {
		switch c.DataAtom {
		case atom.Dt:
			b.Items = append(b.Items, paper.Item{Label: t.spans(c)})
		case atom.Dd:
			if len(b.Items) == 0 {
				b.Items = append(b.Items, paper.Item{Bare: true})
			}
			last := &b.Items[len(b.Items)-1]
			last.Blocks = append(last.Blocks, t.inner(c)...)
		}
	}
	t.add(b)
}

func (t *typesetter) table(n *html.Node) {
	table := &paper.Table{}
	var visit func(n *html.Node)
	visit = func(n *html.Node) {
		for c := range children(n) {
			if c.DataAtom != atom.Tr {
				visit(c)
				continue
			}
			var row [][]paper.Span
			for cell := range children(c) {
				if cell.DataAtom == atom.Th || cell.DataAtom == atom.Td {
					row = append(row, t.spans(cell))
				}
			}
			if table.Head == nil {
				table.Head = row
			} else {
				table.Rows = append(table.Rows, row)
			}
		}
	}
	visit(n)
	if table.Head != nil {
		t.add(paper.Block{Kind: paper.TableBlock, Table: table})
	}
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}
