package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"mentorbook/generator/finding"
)

// footnoteDefinition is a footnote as it is defined, used or not.
type footnoteDefinition struct {
	node *east.Footnote
	at   int
}

// footnoteRecorder notes down every definition, since goldmark drops those
// that nothing refers to.
type footnoteRecorder struct{ parser.BlockParser }

func (r footnoteRecorder) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	_, at := reader.PeekLine()
	offset := at.Start + max(pc.BlockOffset(), 0)
	node, state := r.BlockParser.Open(parent, reader, pc)
	if f, ok := node.(*east.Footnote); ok {
		s := stateOf(pc)
		s.footnotes = append(s.footnotes, footnoteDefinition{f, offset})
	}
	return node, state
}

// reportFootnotes says which footnotes nobody will see.
func (w *writer) reportFootnotes(s *parseState) {
	for _, f := range s.footnotes {
		if f.node.Index < 0 {
			w.report(finding.CodeFootnoteUnused, f.at, "name", string(f.node.Ref))
		}
	}
}

// The ids of footnotes hold a colon, as no heading's id does.

func (w *writer) footnotes(n *east.FootnoteList) {
	w.str(`<section class="footnotes" role="doc-endnotes" aria-label="`)
	w.escaped(w.converter.labels.Footnotes)
	w.str("\"><ol>\n")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.str(`<li id="`)
		w.slot(slotPrefix, 0)
		w.str("fn:" + strconv.Itoa(c.(*east.Footnote).Index) + "\">\n")
		w.blocks(c)
		w.str("</li>\n")
	}
	w.str("</ol></section>\n")
}

// reference tells several references to one footnote apart: 3, 3-2, 3-3.
func reference(footnote, index int) string {
	if index == 0 {
		return strconv.Itoa(footnote)
	}
	return strconv.Itoa(footnote) + "-" + strconv.Itoa(index+1)
}

func (w *writer) footnoteLink(n *east.FootnoteLink) {
	number := strconv.Itoa(n.Index)
	w.str(`<sup id="`)
	w.slot(slotPrefix, 0)
	w.str("fnref:" + reference(n.Index, n.RefIndex) + `"><a href="#`)
	w.slot(slotPrefix, 0)
	w.str("fn:" + number + `" role="doc-noteref">` + number + "</a></sup>")
	w.prev = 'x'
}

func (w *writer) footnoteBack(n *east.FootnoteBacklink) {
	ref := reference(n.Index, n.RefIndex)
	w.str(` <a href="#`)
	w.slot(slotPrefix, 0)
	w.str("fnref:" + ref + `" role="doc-backlink" aria-label="`)
	w.escaped(w.converter.labels.Back)
	w.str(" " + ref + `">↩︎</a>`)
}
