package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

func (w *writer) inlines(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		w.inline(n)
	}
}

func (w *writer) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.textNode(n)
	case *ast.Emphasis:
		if n.Level == 2 {
			w.wrapped("<strong>", n, "</strong>")
		} else {
			w.wrapped("<em>", n, "</em>")
		}
	case *ast.Link:
		w.link(n)
	case *ast.CodeSpan:
		w.codeSpan(n)
	case *ast.Image:
		w.image(n, true)
	case *ast.AutoLink:
		w.autoLink(n)
	case *east.Strikethrough:
		w.wrapped("<del>", n, "</del>")
	case *ast.RawHTML:
		w.inlineHTML(n)
	case *east.TaskCheckBox:
		w.taskBox(n)
	case *east.FootnoteLink:
		w.footnoteLink(n)
	case *east.FootnoteBacklink:
		w.footnoteBack(n)
	case *placeholderNode:
		w.placeholder(n, false)
	case *langSpan:
		w.wrapped(`<span lang="`+n.lang+`">`, n, "</span>")
	case *langOpen:
		w.str("[") // a bracket that nothing closed
	case *ast.String:
		w.text(n.Value, -1)
	default:
		w.inlines(n)
	}
}

func (w *writer) wrapped(open string, n ast.Node, end string) {
	w.str(open)
	w.inlines(n)
	w.str(end)
}

func (w *writer) textNode(n *ast.Text) {
	w.segment(n.Segment)
	switch {
	case n.HardLineBreak():
		w.str("<br>\n")
	case n.SoftLineBreak():
		w.str("\n")
	default:
		return
	}
	w.prev = ' '
	w.words++
}

func (w *writer) codeSpan(n *ast.CodeSpan) {
	w.str("<code>")
	w.code(n)
	w.str("</code>")
	w.prev = 'x'
}

// code writes the text of a code span, in which a line's end is a space.
func (w *writer) code(n *ast.CodeSpan) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok {
			continue
		}
		value := t.Segment.Value(w.src)
		line, broken := bytes.CutSuffix(value, []byte("\n"))
		w.out = appendEscaped(w.out, line)
		if broken {
			w.str(" ")
		}
	}
}

func (w *writer) taskBox(n *east.TaskCheckBox) {
	w.str(`<input type="checkbox" disabled`)
	if n.IsChecked {
		w.str(" checked")
	}
	w.str(` aria-label="`)
	w.escaped(w.converter.labels.Task)
	w.str(`"> `)
}

// plainText is the text of a node's inlines, without markup.
func (w *writer) plainText(n ast.Node) string {
	return w.plainRange(n.FirstChild(), nil)
}

// plainRange is the text of siblings, up to the one that ends them.
func (w *writer) plainRange(first, end ast.Node) string {
	start, prev, quoted, words := len(w.out), w.prev, w.quoted, w.words
	reported := len(w.findings)
	w.prev, w.quoted = ' ', 0
	for n := first; n != nil && n != end; n = n.NextSibling() {
		w.plain(n)
	}
	s := unescaped(bytes.TrimSpace(w.out[start:]))
	w.out, w.prev, w.quoted, w.words = w.out[:start], prev, quoted, words
	w.findings = w.findings[:reported] // the text says them again
	return s
}

func (w *writer) plain(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.segment(n.Segment)
		if n.SoftLineBreak() || n.HardLineBreak() {
			w.str(" ")
			w.prev = ' '
		}
	case *ast.String:
		w.text(n.Value, -1)
	case *ast.AutoLink:
		w.out = appendEscaped(w.out, n.Label(w.src))
	case *ast.CodeSpan:
		w.code(n)
	case *placeholderNode:
		w.str("{" + n.name + "}")
	case *langOpen:
		w.str("[")
	case *east.FootnoteLink, *ast.RawHTML:
	default:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			w.plain(c)
		}
	}
}
