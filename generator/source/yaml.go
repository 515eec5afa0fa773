package source

import (
	"bytes"
	"errors"
	"strings"

	yaml "github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"mentorbook/generator/finding"
)

// yamlReader turns a fragment of a file into Nodes. Despite its name it
// serves TOML and JSON too: they share positions and findings.
type yamlReader struct {
	file     string
	text     []byte
	line     int // of the file, on which text begins
	anchors  map[string]*Node
	depth    int
	findings []finding.Finding
}

// maxDepth is how deep values may be nested.
const maxDepth = 50

func (p *yamlReader) report(code finding.Code, pos Pos, args ...any) {
	p.findings = append(p.findings, finding.New(code, pos.In(p.file), args...))
}

// readFront reads YAML front matter, which must be a mapping.
func (p *yamlReader) readFront() *Node {
	n := p.read()
	if n != nil && n.Kind != Map && n.Kind != Null {
		p.report(finding.CodeFrontNotMapping, n.Pos)
		return nil
	}
	return n
}

// readJSON reads a JSON object. JSON is YAML with braces, so one reader
// serves; what only YAML allows does no harm.
func (p *yamlReader) readJSON() *Node { return p.readFront() }

// read reads the fragment; nil where it is empty or can't be read.
func (p *yamlReader) read() *Node {
	if p.tabs() {
		return nil
	}
	file, err := parser.ParseBytes(p.text, 0)
	if err != nil {
		p.syntaxError(err)
		return nil
	}
	var body ast.Node
	for _, doc := range file.Docs {
		if doc.Body == nil {
			continue
		}
		if body != nil {
			p.report(finding.CodeYAMLDocuments, p.pos(doc.Body.GetToken()))
			return nil
		}
		body = doc.Body
	}
	if body == nil {
		return nil
	}
	return p.node(body)
}

// tabs reports the first line that is indented with a tab, which YAML forbids
// and its parsers explain badly.
func (p *yamlReader) tabs() bool {
	if !bytes.Contains(p.text, []byte("\n\t")) && !bytes.HasPrefix(p.text, []byte("\t")) && !bytes.Contains(p.text, []byte(" \t")) {
		return false
	}
	flow := 0
	for i, line := range bytes.Split(p.text, []byte("\n")) {
		indent := line[:len(line)-len(bytes.TrimLeft(line, " \t"))]
		if at := bytes.IndexByte(indent, '\t'); at >= 0 && len(bytes.TrimSpace(line)) > 0 && flow == 0 {
			p.report(finding.CodeYAMLTab, Pos{p.line + i, at + 1})
			return true
		}
		flow = max(0, flow+bytes.Count(line, []byte("{"))+bytes.Count(line, []byte("["))-bytes.Count(line, []byte("}"))-bytes.Count(line, []byte("]")))
	}
	return false
}

func (p *yamlReader) pos(t *token.Token) Pos {
	if t == nil || t.Position == nil {
		return Pos{p.line, 1}
	}
	return Pos{p.line + t.Position.Line - 1, max(t.Position.Column, 1)}
}

func (p *yamlReader) syntaxError(err error) {
	var se *yaml.SyntaxError
	if !errors.As(err, &se) {
		p.report(finding.CodeYAMLSyntax, Pos{p.line, 1}, "reason", err)
		return
	}
	pos := p.pos(se.GetToken())
	message := se.GetMessage()
	if strings.Contains(message, "already defined") {
		p.report(finding.CodeKeyTwice, pos, "key", strings.Trim(se.GetToken().Value, `"'`))
		return
	}
	p.report(finding.CodeYAMLSyntax, pos, "reason", message)
}

func (p *yamlReader) node(n ast.Node) *Node {
	p.depth++
	defer func() { p.depth-- }()
	pos := p.pos(n.GetToken())
	if p.depth > maxDepth {
		p.report(finding.CodeTooDeep, pos)
		return &Node{Kind: Null, Pos: pos}
	}
	switch n := n.(type) {
	case *ast.MappingNode:
		return p.mapping(n.Values, pos, n.IsFlowStyle)
	case *ast.MappingValueNode:
		return p.mapping([]*ast.MappingValueNode{n}, pos, false)
	case *ast.SequenceNode:
		list := &Node{Kind: List, Pos: pos}
		for _, v := range n.Values {
			list.Items = append(list.Items, p.node(v))
		}
		return list
	case *ast.LiteralNode:
		return &Node{Kind: String, Text: n.Value.Value, Pos: pos}
	case *ast.StringNode:
		return &Node{Kind: String, Text: n.Value, Pos: pos}
	case *ast.IntegerNode:
		return &Node{Kind: Int, Text: n.Token.Value, Pos: pos}
	case *ast.FloatNode:
		return &Node{Kind: Float, Text: n.Token.Value, Pos: pos}
	case *ast.BoolNode:
		return &Node{Kind: Bool, Text: strings.ToLower(n.Token.Value), Pos: pos}
	case *ast.NullNode:
		return &Node{Kind: Null, Pos: pos}
	case *ast.AnchorNode:
		v := p.node(n.Value)
		if p.anchors == nil {
			p.anchors = map[string]*Node{}
		}
		p.anchors[n.Name.GetToken().Value] = v
		return v
	case *ast.AliasNode:
		return p.alias(n, pos)
	case *ast.TagNode:
		return p.node(n.Value)
	}
	p.report(finding.CodeYAMLSyntax, pos, "reason", n.String())
	return &Node{Kind: Null, Pos: pos}
}

// alias repeats a scalar. An alias of a list or a mapping could make a small
// file enormous, and no handbook needs one.
func (p *yamlReader) alias(n *ast.AliasNode, pos Pos) *Node {
	name := n.Value.GetToken().Value
	target := p.anchors[name]
	if target == nil || target.Kind == List || target.Kind == Map {
		p.report(finding.CodeYAMLAlias, pos, "name", name)
		return &Node{Kind: Null, Pos: pos}
	}
	copied := *target
	copied.Pos = pos
	return &copied
}

func (p *yamlReader) mapping(values []*ast.MappingValueNode, pos Pos, braces bool) *Node {
	m := &Node{Kind: Map, Pos: pos, Pairs: make([]Pair, 0, len(values))}
	if len(values) > 0 && !braces { // goccy gives the colon's place
		m.Pos = p.pos(values[0].Key.GetToken())
	}
	for _, v := range values {
		t := v.Key.GetToken()
		key := Pair{Key: t.Value, KeyPos: p.pos(t)}
		if _, ok := v.Key.(*ast.MergeKeyNode); ok {
			p.report(finding.CodeYAMLAlias, key.KeyPos, "name", "<<")
			continue
		}
		if m.Get(key.Key) != nil {
			p.report(finding.CodeKeyTwice, key.KeyPos, "key", key.Key)
			continue
		}
		key.Value = p.node(v.Value)
		if key.Value.Kind == Null {
			key.Value.Pos = key.KeyPos
		}
		m.Pairs = append(m.Pairs, key)
	}
	return m
}
