package source

import (
	"bytes"
	"errors"
	"strings"

	toml "github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"mentorbook/generator/finding"
)

// readTOML reads TOML front matter. The document is decoded once to check it
// against the standard, then walked for the positions.
func (p *yamlReader) readTOML() *Node {
	var all map[string]any
	if err := toml.Unmarshal(p.text, &all); err != nil {
		var de *toml.DecodeError
		if errors.As(err, &de) {
			row, column := de.Position()
			p.report(finding.CodeTOMLSyntax, Pos{p.line + row - 1, column}, "reason", strings.TrimPrefix(de.Error(), "toml: "))
			return nil
		}
		p.report(finding.CodeTOMLSyntax, Pos{p.line, 1}, "reason", err)
		return nil
	}
	t := &tomlWalker{yamlReader: p}
	t.parser.Reset(p.text)
	root := &Node{Kind: Map, Pos: Pos{p.line, 1}}
	table := root
	for t.parser.NextExpression() {
		e := t.parser.Expression()
		switch e.Kind {
		case unstable.KeyValue:
			t.set(table, e)
		case unstable.Table:
			table = t.table(root, e, false)
		case unstable.ArrayTable:
			table = t.table(root, e, true)
		}
	}
	return root
}

type tomlWalker struct {
	*yamlReader
	parser unstable.Parser
}

func (t *tomlWalker) at(n *unstable.Node) Pos {
	if n.Raw.Length == 0 && n.Raw.Offset == 0 {
		return Pos{t.line, 1}
	}
	line, column := lineColumn(t.text, int(n.Raw.Offset))
	return Pos{t.line + line - 1, column}
}

// set puts a key and its value into a table; dotted keys make tables.
func (t *tomlWalker) set(table *Node, e *unstable.Node) {
	var keys []*unstable.Node
	for it := e.Key(); it.Next(); {
		n := *it.Node()
		keys = append(keys, &n)
	}
	for _, k := range keys[:len(keys)-1] {
		table = t.child(table, k)
	}
	last := keys[len(keys)-1]
	pos := t.at(last)
	table.Pairs = append(table.Pairs, Pair{string(last.Data), pos, t.value(e.Value(), pos)})
}

func (t *tomlWalker) child(table *Node, key *unstable.Node) *Node {
	if n := table.Get(string(key.Data)); n != nil {
		if n.Kind == List && len(n.Items) > 0 {
			return n.Items[len(n.Items)-1]
		}
		return n
	}
	n := &Node{Kind: Map, Pos: t.at(key)}
	table.Pairs = append(table.Pairs, Pair{string(key.Data), n.Pos, n})
	return n
}

func (t *tomlWalker) table(root *Node, e *unstable.Node, array bool) *Node {
	var keys []unstable.Node
	for it := e.Key(); it.Next(); {
		keys = append(keys, *it.Node())
	}
	table := root
	for i := range keys[:len(keys)-1] {
		table = t.child(table, &keys[i])
	}
	last := &keys[len(keys)-1]
	if !array {
		return t.child(table, last)
	}
	list := table.Get(string(last.Data))
	if list == nil {
		list = &Node{Kind: List, Pos: t.at(last)}
		table.Pairs = append(table.Pairs, Pair{string(last.Data), list.Pos, list})
	}
	item := &Node{Kind: Map, Pos: t.at(last)}
	list.Items = append(list.Items, item)
	return item
}

func (t *tomlWalker) value(n *unstable.Node, near Pos) *Node {
	v := &Node{Pos: near, Text: string(n.Data)}
	if n.Raw.Length > 0 {
		v.Pos = t.at(n)
	}
	switch n.Kind {
	case unstable.String:
		v.Kind = String
	case unstable.Integer:
		v.Kind = Int
	case unstable.Float:
		v.Kind = Float
	case unstable.Bool:
		v.Kind = Bool
	case unstable.Array:
		v.Kind, v.Text = List, ""
		for it := n.Children(); it.Next(); {
			v.Items = append(v.Items, t.value(it.Node(), v.Pos))
		}
	case unstable.InlineTable:
		v.Kind, v.Text = Map, ""
		for it := n.Children(); it.Next(); {
			t.set(v, it.Node())
		}
	default: // dates and times
		v.Kind = String
		v.Text = string(bytes.TrimSpace(n.Data))
	}
	return v
}
