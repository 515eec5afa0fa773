package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// A passage in another language is written [text]{lang=sv}. Screen readers
// then speak it rightly (WCAG 2.2, 3.1.2).

// langSpan is such a passage.
type langSpan struct {
	ast.BaseInline
	lang string
}

// langOpen is the bracket that opens one, until the text after it is read; one
// that stays in the tree is a bracket.
type langOpen struct {
	ast.BaseInline
	lang   string
	close  int      // offset of the bracket that closes it
	size   int      // of ]{lang=sv}
	bottom ast.Node // the last mark of emphasis before it
}

var (
	kindLangSpan = ast.NewNodeKind("LangSpan")
	kindLangOpen = ast.NewNodeKind("LangOpen")
)

func (*langSpan) Kind() ast.NodeKind { return kindLangSpan }
func (*langOpen) Kind() ast.NodeKind { return kindLangOpen }

func (n *langSpan) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Lang": n.lang}, nil)
}

func (n *langOpen) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

const (
	spanMark   = "]{lang="
	spanLength = 5000 // bytes, at most
)

// holdsSpan reports whether a body holds the mark of a passage.
func holdsSpan(body []byte) bool { return bytes.Contains(body, []byte(spanMark)) }

// langSpanParser reads passages in another language. At a bracket it looks for
// the one that closes it; once goldmark comes there, what stands between
// becomes the passage, as goldmark makes a link.
type langSpanParser struct{}

func (langSpanParser) Trigger() []byte { return []byte("[]") }

func (p langSpanParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	s := stateOf(pc)
	if !s.hasSpans {
		return nil
	}
	if block.Peek() == '[' {
		return p.open(s, block, pc)
	}
	return p.close(s, parent, block, pc)
}

func (langSpanParser) open(s *parseState, block text.Reader, pc parser.Context) ast.Node {
	line, at := block.Position()
	open := findSpanEnd(block)
	block.SetPosition(line, at)
	if open == nil {
		return nil
	}
	if last := pc.LastDelimiter(); last != nil {
		open.bottom = last
	}
	s.spans = append(s.spans, open)
	block.Advance(1)
	return open
}

// findSpanEnd looks for ]{lang=…} that closes the bracket under the reader.
func findSpanEnd(block text.Reader) *langOpen {
	depth, length := 0, 0
	for length < spanLength {
		line, at := block.PeekLine()
		if line == nil || at.Padding > 0 {
			return nil
		}
		line = line[:min(len(line), spanLength)]
		for i := 0; i < len(line); i++ {
			switch line[i] {
			case '\\':
				i++
			case '[':
				depth++
			case ']':
				if depth--; depth > 0 {
					continue
				}
				lang := spanLang(line[i:])
				if lang == "" {
					return nil
				}
				return &langOpen{lang: lang, close: at.Start + i, size: spanSize(lang)}
			}
		}
		length += len(line)
		block.AdvanceLine()
	}
	return nil
}

// spanSize is the length of ]{lang=…}.
func spanSize(lang string) int { return len(spanMark) + len(lang) + len("}") }

// spanLang returns the language of ]{lang=…}, or "".
func spanLang(t []byte) string {
	t, ok := bytes.CutPrefix(t, []byte(spanMark))
	if !ok {
		return ""
	}
	lang, _, ok := bytes.Cut(t[:min(len(t), 40)], []byte("}"))
	if !ok || len(lang) < 2 {
		return ""
	}
	for _, c := range lang {
		if c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') {
			return ""
		}
	}
	return string(lang)
}

func (langSpanParser) close(s *parseState, parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	_, at := block.PeekLine()
	var open *langOpen
	for len(s.spans) > 0 && open == nil {
		last := s.spans[len(s.spans)-1]
		if last.close > at.Start {
			return nil
		}
		s.spans = s.spans[:len(s.spans)-1]
		if last.close == at.Start {
			open = last
		}
	}
	if open == nil || open.Parent() != parent || holdsOpenLink(open) {
		return nil
	}
	parser.ProcessDelimiters(open.bottom, pc)
	span := &langSpan{lang: open.lang}
	for c := open.NextSibling(); c != nil; {
		next := c.NextSibling()
		span.AppendChild(span, c)
		c = next
	}
	parent.RemoveChild(parent, open)
	block.Advance(open.size)
	return span
}

// holdsOpenLink reports whether goldmark has a link's bracket open after the
// passage's: then the brackets were counted wrongly, as code spans can make it.
func holdsOpenLink(open ast.Node) bool {
	for c := open.NextSibling(); c != nil; c = c.NextSibling() {
		if c.Kind().String() == "LinkLabelState" {
			return true
		}
	}
	return false
}
