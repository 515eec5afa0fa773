package source

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
)

// plainFront reads the front matter that nearly every page has: keys with a
// text in one line, a whole number or a list in brackets, nothing that YAML
// has a rule about. It gives what readFront gives (a fuzz test holds that), at
// a small part of the cost, or nil where the front matter holds anything else.
// end is where the body begins.
func plainFront(raw []byte) (front *Node, end int) {
	const opening = "---\n"
	if !bytes.HasPrefix(raw, []byte(opening)) {
		return nil, 0
	}
	length := bytes.Index(raw[len(opening):], []byte("\n---"))
	if length < 0 {
		return nil, 0
	}
	end = len(opening) + length + len("\n---")
	if end < len(raw) {
		if raw[end] != '\n' {
			return nil, 0
		}
		end++
	}
	p := plainReader{room: make([]Node, 0, 8)}
	front = &Node{Kind: Map, Pos: Pos{2, 1}}
	line := 2
	for text := range strings.SplitSeq(string(raw[len(opening):len(opening)+length]), "\n") {
		pair, ok := p.pair(text, line)
		if !ok || front.Get(pair.Key) != nil {
			return nil, 0
		}
		front.Pairs = append(front.Pairs, pair)
		line++
	}
	return front, end
}

// plainReader reads the lines of plain front matter.
type plainReader struct{ room []Node }

// pair reads "key: value".
func (p *plainReader) pair(text string, line int) (Pair, bool) {
	key, value, found := strings.Cut(text, ": ")
	if !found || !plainKey(key) {
		return Pair{}, false
	}
	column := len(key) + len(": ") + 1
	for strings.HasPrefix(value, " ") {
		value = value[1:]
		column++
	}
	n, ok := p.value(value, Pos{line, column})
	return Pair{Key: key, KeyPos: Pos{line, 1}, Value: n}, ok
}

func (p *plainReader) value(text string, pos Pos) (*Node, bool) {
	if inner, ok := strings.CutPrefix(text, "["); ok {
		return p.list(inner, pos)
	}
	return p.scalar(text, pos)
}

// list reads the rest of "[a, b]".
func (p *plainReader) list(text string, pos Pos) (*Node, bool) {
	text, ok := strings.CutSuffix(text, "]")
	if !ok {
		return nil, false
	}
	list := p.node(Node{Kind: List, Pos: pos})
	pos.Column++
	for item := range strings.SplitSeq(text, ", ") {
		if strings.Contains(item, ",") || item != strings.Trim(item, " ") {
			return nil, false
		}
		n, ok := p.scalar(item, pos)
		if !ok {
			return nil, false
		}
		list.Items = append(list.Items, n)
		pos.Column += utf8.RuneCountInString(item) + len(", ")
	}
	return list, true
}

func (p *plainReader) scalar(text string, pos Pos) (*Node, bool) {
	switch {
	case plainNumber(text):
		return p.node(Node{Kind: Int, Text: text, Pos: pos}), true
	case plainText(text), plainDate(text):
		return p.node(Node{Kind: String, Text: text, Pos: pos}), true
	case len(text) > 2 && text[0] == '"' && text[len(text)-1] == '"' && quotable(text[1:len(text)-1]):
		return p.node(Node{Kind: String, Text: text[1 : len(text)-1], Pos: pos}), true
	}
	return nil, false
}

// node keeps the nodes of a page together.
func (p *plainReader) node(n Node) *Node {
	if len(p.room) == cap(p.room) {
		p.room = make([]Node, 0, 8)
	}
	p.room = append(p.room, n)
	return &p.room[len(p.room)-1]
}

// reserved are words that YAML, in one version or another, takes for something else than text.
var reserved = []string{"true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf"}

func plainKey(key string) bool {
	for i := range len(key) {
		if c := key[i]; (c < 'a' || c > 'z') && (c != '-' || i == 0) {
			return false
		}
	}
	return key != "" && !slices.Contains(reserved, key)
}

// plainNumber reports whether a text is a whole number without a sign.
func plainNumber(text string) bool {
	return text == "0" || len(text) > 0 && len(text) <= 9 && text[0] != '0' && allDigits(text)
}

// plainDate reports whether a text has the form of a day: 2026-09-01.
func plainDate(text string) bool {
	return len(text) == len("2026-09-01") && text[4] == '-' && text[7] == '-' && allDigits(text[:4]) && allDigits(text[5:7]) && allDigits(text[8:])
}

func allDigits(text string) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return true
}

// plainText reports whether a text begins with a letter and holds only such
// characters as stand for themselves in YAML, wherever they are.
func plainText(text string) bool {
	if text == "" || !plainByte[text[0]] || strings.IndexByte(" ,.-'()/?!;+=", text[0]) >= 0 || allDigits(text[:1]) {
		return false
	}
	return stands(text) && text[len(text)-1] != ' ' && (len(text) > len("false") || !slices.Contains(reserved, strings.ToLower(text)))
}

// quotable reports whether a text in double quotation marks is what it says.
func quotable(text string) bool {
	for i := range len(text) {
		if !plainByte[text[i]] && strings.IndexByte(":#&*%@|", text[i]) < 0 {
			return false
		}
	}
	return letters(text) && strings.Trim(text, " ") == text
}

func stands(text string) bool {
	for i := range len(text) {
		if !plainByte[text[i]] {
			return false
		}
	}
	return letters(text)
}

// letters reports whether a text has no character beyond ASCII but letters,
// dashes and the like: none that YAML takes for the end of a line or for a
// byte-order mark.
func letters(text string) bool {
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case 0xC2: // up to U+00BF: controls, the next line, spaces
			if text[i+1] < 0xA1 {
				return false
			}
		case 0xE2: // the separators of lines and paragraphs stand here
			if text[i+1] == 0x80 && (text[i+2] >= 0xA8 && text[i+2] <= 0xAF || text[i+2] < 0x90) {
				return false
			}
		case 0xEF: // the byte-order mark
			return false
		}
	}
	return true
}

// plainByte marks the bytes that stand for themselves in YAML.
var plainByte = func() (is [256]bool) {
	for c := range 256 {
		is[c] = c >= utf8.RuneSelf || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
	}
	for _, c := range []byte(" ,.-'()/?!;+=") {
		is[c] = true
	}
	return is
}()
