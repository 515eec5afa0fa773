package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

func (w *writer) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		w.block(n)
	}
}

func (w *writer) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph:
		w.paragraph(n)
	case *ast.TextBlock:
		w.textBlock(n)
	case *ast.Heading:
		w.heading(n)
	case *ast.List:
		w.list(n)
	case *ast.Blockquote:
		w.blockquote(n)
	case *ast.CodeBlock:
		w.str(`<pre tabindex="0"><code>`)
		w.codeLines(n)
	case *ast.FencedCodeBlock:
		w.fencedCode(n)
	case *ast.ThematicBreak:
		w.str("<hr>\n")
	case *ast.HTMLBlock:
		w.htmlBlock(n)
	case *east.Table:
		w.table(n)
	case *east.DefinitionList:
		w.str("<dl>\n")
		w.blocks(n)
		w.str("</dl>\n")
	case *east.DefinitionTerm:
		w.startText()
		w.str("<dt>")
		w.inlines(n)
		w.str("</dt>\n")
	case *east.DefinitionDescription:
		w.definition(n)
	case *east.FootnoteList:
		w.footnotes(n)
	case *ast.LinkReferenceDefinition:
	default:
		w.blocks(n)
	}
}

// startText begins a stretch of text: no quotation is open.
func (w *writer) startText() {
	w.prev, w.quoted = ' ', 0
	w.words++
}

func (w *writer) paragraph(n *ast.Paragraph) {
	if ph := w.only(n); ph != nil {
		w.placeholder(ph, true)
		w.str("\n")
		return
	}
	first := n.FirstChild()
	if first == nil {
		return
	}
	w.startText()
	if img, ok := first.(*ast.Image); ok && img.NextSibling() == nil && len(img.Title) > 0 {
		w.figure(img)
		return
	}
	w.str("<p>")
	w.inlines(n)
	w.str("</p>\n")
}

// textBlock writes a paragraph of a tight list.
func (w *writer) textBlock(n *ast.TextBlock) {
	w.startText()
	w.inlines(n)
	if n.NextSibling() != nil {
		w.str("\n")
	}
}

func (w *writer) list(n *ast.List) {
	tag := "ul"
	if n.IsOrdered() {
		tag = "ol"
	}
	w.str("<" + tag)
	if n.IsOrdered() && n.Start != 1 {
		w.str(` start="` + strconv.Itoa(n.Start) + `"`)
	}
	if isTaskList(n) {
		w.str(` class="tasks"`)
	}
	w.str(">\n")
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		w.str("<li>")
		w.itemBlocks(item)
		w.str("</li>\n")
	}
	w.str("</" + tag + ">\n")
}

// itemBlocks writes what a list item holds.
func (w *writer) itemBlocks(item ast.Node) {
	c := item.FirstChild()
	if c == nil {
		return
	}
	if c.NextSibling() == nil {
		if ph := w.only(c); ph != nil {
			w.placeholder(ph, true)
			return
		}
	}
	if _, tight := c.(*ast.TextBlock); !tight {
		w.str("\n")
	}
	w.blocks(item)
}

func (w *writer) definition(n *east.DefinitionDescription) {
	w.str("<dd>")
	if c := n.FirstChild(); c != nil && c.NextSibling() == nil && w.only(c) != nil {
		w.placeholder(w.only(c), true)
	} else {
		w.blocks(n)
	}
	w.str("</dd>\n")
}

func isTaskList(n *ast.List) bool {
	item := n.FirstChild()
	if item == nil || item.FirstChild() == nil {
		return false
	}
	_, ok := item.FirstChild().FirstChild().(*east.TaskCheckBox)
	return ok
}

func (w *writer) fencedCode(n *ast.FencedCodeBlock) {
	w.str(`<pre tabindex="0"><code`)
	if lang := n.Language(w.src); len(lang) > 0 {
		w.str(` class="language-`)
		w.escaped(unescapedText(lang))
		w.str(`"`)
	}
	w.str(">")
	w.codeLines(n)
}

func (w *writer) codeLines(n ast.Node) {
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		w.out = appendEscaped(w.out, line.Value(w.src))
	}
	w.str("</code></pre>\n")
}

// table writes a table within a box that can be scrolled, on a narrow screen,
// with the keyboard too; for that it has a name.
func (w *writer) table(n *east.Table) {
	w.tables++
	w.str(`<div class="table"`)
	if label := w.converter.labels.Table; label != "" {
		w.str(` role="region" tabindex="0" aria-label="`)
		w.escaped(label)
		if w.tables > 1 {
			w.str(" " + strconv.Itoa(w.tables))
		}
		w.str(`"`)
	}
	w.str("><table>\n")
	body := false
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		if _, ok := row.(*east.TableHeader); ok {
			w.str("<thead>\n")
			w.row("th", row)
			w.str("</thead>\n")
			continue
		}
		if !body {
			body = true
			w.str("<tbody>\n")
		}
		w.row("td", row)
	}
	if body {
		w.str("</tbody>\n")
	}
	w.str("</table></div>\n")
}

func (w *writer) row(tag string, row ast.Node) {
	w.str("<tr>\n")
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		w.cell(tag, c.(*east.TableCell))
	}
	w.str("</tr>\n")
}

func (w *writer) cell(tag string, c *east.TableCell) {
	if c.FirstChild() == nil {
		tag = "td" // an empty corner heads nothing
	}
	w.str("<")
	w.str(tag)
	if tag == "th" {
		w.str(` scope="col"`)
	}
	switch c.Alignment {
	case east.AlignRight:
		w.str(` class="end"`)
	case east.AlignCenter:
		w.str(` class="centre"`)
	}
	w.str(">")
	w.startText()
	w.inlines(c)
	w.str("</")
	w.str(tag)
	w.str(">\n")
}
