package markdown

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"mentorbook/generator/finding"
)

// writer renders one document.
type writer struct {
	converter *Converter
	src       []byte // the body
	out       []byte
	doc       *Document
	lines     lineFinder
	ids       map[string]int
	level     int  // of the last heading
	prev      rune // the last rune of text, for quotation marks
	rawHTML   bool // the page holds raw HTML that must be balanced in the end
	raw       rawLinks
	findings  []finding.Finding
}

func (w *writer) report(code finding.Code, offset int, args ...any) {
	w.findings = append(w.findings, finding.New(code, w.lines.place(offset), args...))
}

func (w *writer) str(s string) { w.out = append(w.out, s...) }

func (w *writer) slot(kind slotKind, index int) {
	w.doc.slots = append(w.doc.slots, slot{len(w.out), kind, index})
}

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
		w.prev = ' '
		w.inlines(n)
		if n.NextSibling() != nil {
			w.str("\n")
		}
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
		w.str(`<pre tabindex="0"><code`)
		if lang := n.Language(w.src); len(lang) > 0 {
			w.str(` class="language-`)
			w.out = appendEscaped(w.out, lang)
			w.str(`"`)
		}
		w.str(">")
		w.codeLines(n)
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
		w.prev = ' '
		w.str("<dt>")
		w.inlines(n)
		w.str("</dt>\n")
	case *east.DefinitionDescription:
		w.str("<dd>")
		w.blocks(n)
		w.str("</dd>\n")
	case *east.FootnoteList:
		w.footnotes(n)
	case *ast.LinkReferenceDefinition:
	default:
		w.blocks(n)
	}
}

func (w *writer) paragraph(n *ast.Paragraph) {
	w.prev = ' '
	if ph := only(n, w.src); ph != nil {
		w.placeholder(ph, true)
		w.str("\n")
		return
	}
	if img, ok := n.FirstChild().(*ast.Image); ok && img.NextSibling() == nil && len(img.Title) > 0 {
		w.figure(img)
		return
	}
	w.str("<p>")
	w.inlines(n)
	w.str("</p>\n")
}

func (w *writer) figure(img *ast.Image) {
	w.str("<figure>")
	w.image(img)
	w.str("<figcaption>")
	w.text(img.Title)
	w.str("</figcaption></figure>\n")
}

func (w *writer) heading(n *ast.Heading) {
	h := Heading{Level: n.Level, Text: string(w.plainText(n)), Place: w.lines.place(n.Pos())}
	last := w.level
	if last == 0 {
		last = 1 // the page's title
	}
	switch {
	case n.Level == 1:
		w.report(finding.CodeHeadingFirst, n.Pos(), "text", h.Text)
		h.Level = 2
	case n.Level > last+1:
		w.report(finding.CodeHeadingSkipped, n.Pos(), "level", n.Level, "before", last, "want", last+1)
	}
	w.level = h.Level
	if attr, ok := n.AttributeString("id"); ok {
		if id, ok := attr.([]byte); ok && validID(string(id)) {
			h.ID, h.Explicit = w.uniqueID(string(id)), true
		}
	}
	if h.ID == "" {
		h.ID = w.uniqueID(headingID(h.Text))
	}
	w.doc.Headings = append(w.doc.Headings, h)
	tag := "h" + strconv.Itoa(h.Level)
	w.prev = ' '
	w.str("<" + tag + ` id="`)
	w.slot(slotID, len(w.doc.Headings)-1)
	w.str(`">`)
	w.inlines(n)
	w.str("</" + tag + ">\n")
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
		if ph := onlyInItem(item, w.src); ph != nil {
			w.placeholder(ph, true)
		} else {
			if c := item.FirstChild(); c != nil {
				if _, tight := c.(*ast.TextBlock); !tight {
					w.str("\n")
				}
			}
			w.blocks(item)
		}
		w.str("</li>\n")
	}
	w.str("</" + tag + ">\n")
}

func isTaskList(n *ast.List) bool {
	item := n.FirstChild()
	if item == nil || item.FirstChild() == nil {
		return false
	}
	_, ok := item.FirstChild().FirstChild().(*east.TaskCheckBox)
	return ok
}

func (w *writer) codeLines(n ast.Node) {
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		w.out = appendEscaped(w.out, line.Value(w.src))
	}
	w.str("</code></pre>\n")
}

func (w *writer) table(n *east.Table) {
	w.str(`<div class="table" role="region" tabindex="0" aria-label="`)
	w.out = appendEscaped(w.out, w.converter.options.Labels.Table)
	w.str("\"><table>\n")
	body := false
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		cell := "td"
		if _, ok := row.(*east.TableHeader); ok {
			cell = "th"
			w.str("<thead>\n")
		} else if !body {
			body = true
			w.str("<tbody>\n")
		}
		w.str("<tr>\n")
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			w.cell(cell, c.(*east.TableCell))
		}
		w.str("</tr>\n")
		if cell == "th" {
			w.str("</thead>\n")
		}
	}
	if body {
		w.str("</tbody>\n")
	}
	w.str("</table></div>\n")
}

func (w *writer) cell(tag string, c *east.TableCell) {
	if tag == "th" && c.FirstChild() == nil {
		tag = "td" // an empty corner heads nothing
	}
	w.str("<" + tag)
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
	w.prev = ' '
	w.inlines(c)
	w.str("</" + tag + ">\n")
}

func (w *writer) footnotes(n *east.FootnoteList) {
	w.str(`<section class="footnotes" role="doc-endnotes" aria-label="`)
	w.out = appendEscaped(w.out, w.converter.options.Labels.Footnotes)
	w.str("\"><ol>\n")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.str(`<li id="`)
		w.slot(slotPrefix, 0)
		w.str("fn-" + strconv.Itoa(c.(*east.Footnote).Index) + "\">\n")
		w.blocks(c)
		w.str("</li>\n")
	}
	w.str("</ol></section>\n")
}

func refSuffix(index int) string {
	if index == 0 {
		return ""
	}
	return "-" + strconv.Itoa(index+1)
}

func (w *writer) footnoteLink(n *east.FootnoteLink) {
	number := strconv.Itoa(n.Index)
	w.str(`<sup id="`)
	w.slot(slotPrefix, 0)
	w.str("fnref-" + number + refSuffix(n.RefIndex) + `"><a href="#`)
	w.slot(slotPrefix, 0)
	w.str("fn-" + number + `" role="doc-noteref">` + number + "</a></sup>")
}

func (w *writer) footnoteBack(n *east.FootnoteBacklink) {
	w.str(` <a href="#`)
	w.slot(slotPrefix, 0)
	w.str("fnref-" + strconv.Itoa(n.Index) + refSuffix(n.RefIndex) + `" role="doc-backlink" aria-label="`)
	w.out = appendEscaped(w.out, w.converter.options.Labels.Back)
	w.str(" " + strconv.Itoa(n.Index) + refSuffix(n.RefIndex) + `">↩︎</a>`)
}

// plainText is the text of a node's inlines, without markup.
func (w *writer) plainText(n ast.Node) []byte {
	p := &writer{converter: w.converter, src: w.src, doc: &Document{}, prev: ' '}
	p.plain(n)
	return bytes.TrimSpace(unescapeOwn(p.out))
}

func (w *writer) plain(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			w.text(c.Segment.Value(w.src))
			if c.SoftLineBreak() || c.HardLineBreak() {
				w.str(" ")
			}
		case *ast.String:
			w.text(c.Value)
		case *ast.AutoLink:
			w.out = appendEscaped(w.out, c.Label(w.src))
		case *ast.CodeSpan:
			for t := c.FirstChild(); t != nil; t = t.NextSibling() {
				w.out = appendEscaped(w.out, t.(*ast.Text).Segment.Value(w.src))
			}
		case *east.FootnoteLink, *ast.RawHTML:
		default:
			w.plain(c)
		}
	}
}

var ownEscapes = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&#34;", `"`, "&amp;", "&")

// unescapeOwn undoes appendEscaped.
func unescapeOwn(b []byte) []byte {
	if bytes.IndexByte(b, '&') < 0 {
		return b
	}
	return []byte(ownEscapes.Replace(string(b)))
}
