package source

import "mentorbook/generator/finding"

// Pos is a place in a file: line and column, from 1, columns in characters.
type Pos struct{ Line, Column int }

// NodeKind tells what a Node holds.
type NodeKind uint8

const (
	Null NodeKind = iota
	String
	Int
	Float
	Bool
	List
	Map
)

// Node is a value of front matter or of a settings file, with its place: the
// same tree whether it was written in YAML, TOML or JSON.
type Node struct {
	Kind  NodeKind
	Text  string // a scalar as written (unquoted); of a String its value
	Pos   Pos    // where the value begins
	Items []*Node
	Pairs []Pair // of a Map, in the order written; no key twice
}

// Pair is a key of a Map and its value.
type Pair struct {
	Key    string
	KeyPos Pos
	Value  *Node
}

// Get returns the value of a key of a Map, or nil. A nil Node has no keys.
func (n *Node) Get(key string) *Node {
	if n == nil {
		return nil
	}
	for _, p := range n.Pairs {
		if p.Key == key {
			return p.Value
		}
	}
	return nil
}

// At returns where the value at the path stands: keys are strings, places in
// a List are ints. The position of a key is that of the key, not of its
// value. Where the path ends early it returns the last position found, and
// 1:1 for a nil Node.
func (n *Node) At(path ...any) Pos {
	if n == nil {
		return Pos{1, 1}
	}
	pos := n.Pos
	for _, step := range path {
		switch s := step.(type) {
		case string:
			next, at := n.pair(s)
			if next == nil {
				return pos
			}
			n, pos = next, at
		case int:
			if n.Kind != List || s < 0 || s >= len(n.Items) {
				return pos
			}
			n = n.Items[s]
			pos = n.Pos
		}
	}
	return pos
}

func (n *Node) pair(key string) (*Node, Pos) {
	for _, p := range n.Pairs {
		if p.Key == key {
			return p.Value, p.KeyPos
		}
	}
	return nil, Pos{}
}

// In returns the place of the position in a file.
func (p Pos) In(file string) finding.Place {
	return finding.Place{File: file, Line: p.Line, Column: p.Column}
}
