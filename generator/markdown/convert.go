package markdown

import (
	"bytes"
	"sync"
	"unicode/utf8"

	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"mentorbook/generator/finding"
)

// Options say how a body is read and rendered.
type Options struct {
	Lang         string // of the text: decides quotation marks
	Trusted      bool   // raw HTML passes through; otherwise it is sanitised
	Placeholders bool   // {name} is a placeholder
	Labels       Labels
}

// Labels are interface texts within a page's text, in its language.
type Labels struct {
	Note, Tip, Important, Warning, Caution string // titles of alerts
	Mentor, Mentee                         string // titles of passages for one role
	Footnotes, Back                        string // heading of the footnotes; label of the way back from one
	Table                                  string // name of a table for screen readers
	Task                                   string // name of a task's box for screen readers
}

// Converter converts bodies with one set of options. It may be used from
// several goroutines at once.
type Converter struct {
	options Options
	quotes  quotes
	plain   parser.Parser // without bare addresses: looking for them costs a third of the parse
	linkify parser.Parser
	policy  *bluemonday.Policy
	buffers sync.Pool // of *[]byte
}

// New makes a Converter.
func New(o Options) *Converter {
	c := &Converter{options: o, quotes: quotesOf(o.Lang), policy: policy()}
	c.plain, c.linkify = newParser(o), newParser(o, extension.Linkify)
	c.buffers.New = func() any { b := make([]byte, 0, 16<<10); return &b }
	return c
}

func newParser(o Options, more ...goldmark.Extender) parser.Parser {
	options := []parser.Option{parser.WithHeadingAttribute()}
	if o.Placeholders {
		options = append(options, parser.WithInlineParsers(util.Prioritized(placeholderParser{}, 90)))
	}
	md := goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.Footnote, extension.DefinitionList),
		goldmark.WithExtensions(more...),
		goldmark.WithParserOptions(options...),
	)
	return md.Parser()
}

// Convert converts the body that begins at an offset of a normalised file
// (UTF-8, line feeds only). name is the file's, for places of findings.
func (c *Converter) Convert(name string, raw []byte, offset int) (*Document, []finding.Finding) {
	body := raw[offset:]
	root := c.parse(body)
	buffer := c.buffers.Get().(*[]byte)
	w := &writer{
		converter: c, src: body, out: (*buffer)[:0], doc: &Document{}, prev: ' ',
		lines: lineFinder{file: name, raw: raw, offset: offset},
	}
	w.leadHeading(root)
	w.blocks(root)
	if w.rawHTML && !c.options.Trusted {
		w.balance()
	}
	w.doc.html = bytes.Clone(w.out)
	*buffer = w.out
	c.buffers.Put(buffer)
	return w.doc, w.findings
}

func (c *Converter) parse(body []byte) ast.Node {
	p := c.plain
	if mayHoldAddress(body) {
		p = c.linkify
	}
	return p.Parse(text.NewReader(body))
}

// mayHoldAddress reports whether a bare address could stand in the text.
func mayHoldAddress(body []byte) bool {
	return bytes.Contains(body, []byte("://")) || bytes.IndexByte(body, '@') >= 0 ||
		bytes.Contains(body, []byte("www.")) || bytes.Contains(body, []byte("WWW.")) || bytes.Contains(body, []byte("Www."))
}

// lineFinder turns offsets of the body into places of the file.
type lineFinder struct {
	file   string
	raw    []byte
	offset int
	// the last place found, since places are mostly asked for in order
	at, line, start int
}

func (l *lineFinder) place(offset int) finding.Place {
	at := min(max(l.offset+offset, 0), len(l.raw))
	if l.line == 0 || at < l.at {
		l.at, l.line, l.start = 0, 1, 0
	}
	for {
		i := bytes.IndexByte(l.raw[l.at:at], '\n')
		if i < 0 {
			break
		}
		l.at += i + 1
		l.line++
		l.start = l.at
	}
	l.at = at
	return finding.Place{File: l.file, Line: l.line, Column: utf8.RuneCount(l.raw[l.start:at]) + 1}
}

// leadHeading takes a heading of level 1 that opens the body out of it: it is
// the page's title.
func (w *writer) leadHeading(root ast.Node) {
	if h, ok := root.FirstChild().(*ast.Heading); ok && h.Level == 1 {
		w.doc.Title = string(w.plainText(h))
		root.RemoveChild(root, h)
	}
}
