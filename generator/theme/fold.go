package theme

import (
	"html/template"
	"text/template/parse"
)

// fold puts the texts and icons that a template names outright into the
// template itself, in the language of the set: {{t "print"}} becomes Print.
// Looking them up again on each of ten thousand pages would cost more than
// all the rest of a template. What is folded is escaped here, for text and for
// quoted attributes alike; a name that does not exist stays, to be reported at
// its place when it runs.
func (t *Theme) fold(set *template.Template, c *Catalogue) {
	for _, tmpl := range set.Templates() {
		if tmpl.Tree != nil && tmpl.Tree.Root != nil {
			t.foldList(tmpl.Tree.Root, c)
		}
	}
}

func (t *Theme) foldList(list *parse.ListNode, c *Catalogue) {
	if list == nil {
		return
	}
	for i, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.ActionNode:
			if text, ok := t.constant(n, c); ok {
				list.Nodes[i] = &parse.TextNode{NodeType: parse.NodeText, Pos: n.Pos, Text: []byte(text)}
			}
		case *parse.IfNode:
			t.foldList(n.List, c)
			t.foldList(n.ElseList, c)
		case *parse.RangeNode:
			if text, ok := unrolled(n, c); ok {
				list.Nodes[i] = &parse.TextNode{NodeType: parse.NodeText, Pos: n.Pos, Text: []byte(text)}
				continue
			}
			t.foldList(n.List, c)
			t.foldList(n.ElseList, c)
		case *parse.WithNode:
			t.foldList(n.List, c)
			t.foldList(n.ElseList, c)
		}
	}
}

// constant returns what an action writes where that is known: a call of t or
// icon with a name and nothing else.
func (t *Theme) constant(n *parse.ActionNode, c *Catalogue) (string, bool) {
	if len(n.Pipe.Decl) > 0 || len(n.Pipe.Cmds) != 1 || len(n.Pipe.Cmds[0].Args) != 2 {
		return "", false
	}
	function, ok := n.Pipe.Cmds[0].Args[0].(*parse.IdentifierNode)
	name, isText := n.Pipe.Cmds[0].Args[1].(*parse.StringNode)
	if !ok || !isText {
		return "", false
	}
	switch function.Ident {
	case "t":
		text, found := c.Lookup(name.Text)
		return template.HTMLEscapeString(text), found
	case "icon":
		svg, found := t.icons[name.Text]
		return string(svg), found
	}
	return "", false
}

// unrolled returns what a range over names writes where that is known: over a
// list of strings that stand in the template, with nothing in it but text, the
// names themselves, and t of them.
func unrolled(n *parse.RangeNode, c *Catalogue) (string, bool) {
	names, ok := namesOf(n)
	if !ok || n.ElseList != nil {
		return "", false
	}
	var out []byte
	for _, name := range names {
		for _, part := range n.List.Nodes {
			switch part := part.(type) {
			case *parse.TextNode:
				out = append(out, part.Text...)
			case *parse.ActionNode:
				text, ok := ofName(part, name, c)
				if !ok {
					return "", false
				}
				out = append(out, template.HTMLEscapeString(text)...)
			default:
				return "", false
			}
		}
	}
	return string(out), true
}

// namesOf returns the strings of a range over (list "a" "b").
func namesOf(n *parse.RangeNode) ([]string, bool) {
	if len(n.Pipe.Decl) > 0 || len(n.Pipe.Cmds) != 1 || len(n.Pipe.Cmds[0].Args) != 1 {
		return nil, false
	}
	inner, ok := n.Pipe.Cmds[0].Args[0].(*parse.PipeNode)
	if !ok || len(inner.Cmds) != 1 {
		return nil, false
	}
	args := inner.Cmds[0].Args
	if function, ok := args[0].(*parse.IdentifierNode); !ok || function.Ident != "list" {
		return nil, false
	}
	var names []string
	for _, a := range args[1:] {
		name, ok := a.(*parse.StringNode)
		if !ok {
			return nil, false
		}
		names = append(names, name.Text)
	}
	return names, true
}

// ofName returns what an action writes of a name that is the dot: itself, or
// its text.
func ofName(n *parse.ActionNode, name string, c *Catalogue) (string, bool) {
	if len(n.Pipe.Decl) > 0 || len(n.Pipe.Cmds) != 1 {
		return "", false
	}
	args := n.Pipe.Cmds[0].Args
	if _, dot := args[len(args)-1].(*parse.DotNode); !dot {
		return "", false
	}
	if len(args) == 1 {
		return name, true
	}
	if function, ok := args[0].(*parse.IdentifierNode); !ok || function.Ident != "t" || len(args) != 2 {
		return "", false
	}
	return c.Lookup(name)
}
