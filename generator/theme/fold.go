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
