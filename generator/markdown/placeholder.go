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
	line, at := block.PeekLine()
	line = line[:min(len(line), 200)]
	end := bytes.IndexByte(line, '}')
	if end < 2 || bytes.IndexByte(line[1:end], '{') >= 0 {
		return nil
	}
	name, args, _ := strings.Cut(strings.TrimSpace(string(line[1:end])), " ")
	if name == "" {
		return nil
	}
	block.Advance(end + 1)
	n := &placeholderNode{name: name, args: strings.TrimSpace(args)}
	n.SetPos(at.Start)
	return n
}

// placeholder leaves a slot for a placeholder.
func (w *writer) placeholder(n *placeholderNode, block bool) {
	w.slot(slotPlaceholder, len(w.placeholders))
	w.placeholders = append(w.placeholders, Placeholder{n.name, n.args, block, w.lines.place(n.Pos())})
	w.prev = 'x'
}

// only returns the placeholder that is all that a paragraph holds, or nil.
func (w *writer) only(n ast.Node) *placeholderNode {
	if !w.converter.placeholders {
		return nil
	}
	switch n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return w.onlyPlaceholder(n.FirstChild())
	}
	return nil
}

// onlyPlaceholder returns the placeholder that is all that stands from an
// inline to its last sibling, or nil.
func (w *writer) onlyPlaceholder(first ast.Node) *placeholderNode {
	var found *placeholderNode
	for c := first; c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *placeholderNode:
			if found != nil {
				return nil
			}
			found = c
		case *ast.Text:
			if len(bytes.TrimSpace(c.Segment.Value(w.src))) > 0 {
				return nil
			}
		default:
			return nil
		}
	}
	return found
}
