package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// placeholderNode is {name args} in the text of the agreement.
type placeholderNode struct {
	ast.BaseInline
	name, args string
	start      int
}

var kindPlaceholder = ast.NewNodeKind("Placeholder")

func (n *placeholderNode) Kind() ast.NodeKind { return kindPlaceholder }

func (n *placeholderNode) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Name": n.name, "Args": n.args}, nil)
}

// placeholderParser reads placeholders; \{ is a brace, as for any punctuation.
type placeholderParser struct{}

func (placeholderParser) Trigger() []byte { return []byte{'{'} }

func (placeholderParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	end := bytes.IndexByte(line, '}')
	if end < 2 || end > 200 || bytes.IndexByte(line[1:end], '{') >= 0 {
		return nil
	}
	name, args, _ := strings.Cut(strings.TrimSpace(string(line[1:end])), " ")
	if name == "" {
		return nil
	}
	block.Advance(end + 1)
	return &placeholderNode{name: name, args: strings.TrimSpace(args), start: segment.Start}
}

// placeholder leaves a slot for a placeholder.
func (w *writer) placeholder(n *placeholderNode, block bool) {
	w.slot(slotPlaceholder, len(w.doc.Placeholders))
	w.doc.Placeholders = append(w.doc.Placeholders, Placeholder{Name: n.name, Args: n.args, Block: block, Place: w.lines.place(n.start)})
	w.prev = 'x'
}

// only returns the placeholder that is all that a block holds, or nil.
func only(n ast.Node, src []byte) *placeholderNode {
	var found *placeholderNode
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *placeholderNode:
			if found != nil {
				return nil
			}
			found = c
		case *ast.Text:
			if len(bytes.TrimSpace(c.Segment.Value(src))) > 0 {
				return nil
			}
		default:
			return nil
		}
	}
	return found
}

// onlyInItem is only for a list item of a single line.
func onlyInItem(item ast.Node, src []byte) *placeholderNode {
	c := item.FirstChild()
	if c == nil || c.NextSibling() != nil {
		return nil
	}
	return only(c, src)
}
