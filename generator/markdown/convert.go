package markdown

import (
	"bytes"
	"cmp"
	"slices"
	"sync"

	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
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

// Labels are interface texts within a page's text, in its language. One that
// is empty is English, but for Table: without it tables are no regions.
type Labels struct {
	Note, Tip, Important, Warning, Caution string // titles of alerts
	Mentor, Mentee                         string // titles of passages for one role
	Footnotes, Back                        string // heading of the footnotes; label of the way back from one
	Table                                  string // name of a table for screen readers
	Task                                   string // name of a task's box for screen readers
}

func (l Labels) orEnglish() Labels {
	return Labels{
		Note: cmp.Or(l.Note, "Note"), Tip: cmp.Or(l.Tip, "Tip"), Important: cmp.Or(l.Important, "Important"),
		Warning: cmp.Or(l.Warning, "Warning"), Caution: cmp.Or(l.Caution, "Caution"),
		Mentor: cmp.Or(l.Mentor, "For the mentor"), Mentee: cmp.Or(l.Mentee, "For the mentee"),
		Footnotes: cmp.Or(l.Footnotes, "Footnotes"), Back: cmp.Or(l.Back, "Back to the text"),
		Table: l.Table, Task: cmp.Or(l.Task, "Task"),
	}
}

// Converter converts bodies with one set of options. It may be used from
// several goroutines at once.
type Converter struct {
	labels       Labels
	trusted      bool
	placeholders bool
	quotes       quotes
	plain        parser.Parser // without bare addresses, for bodies that have none
	addresses    parser.Parser
	policy       func() *bluemonday.Policy // made when first needed
	writers      sync.Pool                 // of *writer
}

// New makes a Converter.
func New(o Options) *Converter {
	return &Converter{
		labels: o.Labels.orEnglish(), trusted: o.Trusted, placeholders: o.Placeholders, quotes: quotesOf(o.Lang),
		plain:     newParser(o.Placeholders, false, util.Prioritized(newRunParser(o.Placeholders, false), 10)),
		addresses: newParser(o.Placeholders, true, util.Prioritized(newRunParser(o.Placeholders, true), 10)),
		policy:    sync.OnceValue(policy),
	}
}

// Convert converts the body that begins at an offset of a normalised file
// (UTF-8, line feeds only). name is the file's, for places of findings.
func (c *Converter) Convert(name string, raw []byte, offset int) (*Document, []finding.Finding) {
	offset = min(max(offset, 0), len(raw))
	body := raw[offset:]
	root, state, pc := c.parse(body)
	w, ok := c.writers.Get().(*writer)
	if !ok {
		w = &writer{converter: c}
	}
	w.reset(body, pc, lineFinder{file: name, raw: raw, offset: offset})
	w.leadHeading(root)
	w.reserveIDs(root)
	w.blocks(root)
	w.reportUnclosed()
	w.reportFootnotes(state)
	w.reportLimits(state)
	if w.mayBeUnbalanced {
		w.balance()
	}
	doc, findings := w.document(), w.findings
	w.reset(nil, nil, lineFinder{})
	c.writers.Put(w)
	return doc, findings
}

// chunk is how much room for HTML is made at once, in bytes: the pages of a
// handbook lie in few large pieces of memory, not in many small ones.
const chunk = 256 << 10

// kept copies the HTML to where it can stay.
func (w *writer) kept() []byte {
	n := len(w.out)
	if n > chunk/8 {
		return bytes.Clone(w.out)
	}
	if n > len(w.room) {
		w.room = make([]byte, chunk)
	}
	html := w.room[:n:n]
	w.room = w.room[n:]
	copy(html, w.out)
	return html
}

// writer renders one document. It is used again for the next one, so what it
// has gathered is copied, at its exact size, into the Document.
type writer struct {
	converter *Converter
	src       []byte         // the body
	context   parser.Context // that the body was parsed in
	lines     lineFinder
	findings  []finding.Finding

	out          []byte
	room         []byte // for the HTML of this and the next documents
	slots        []slot
	title        string
	titlePlace   finding.Place
	headings     []Heading
	links        []Link
	images       []Image
	placeholders []Placeholder
	anchors      []string
	words        int
	forRoles     bool

	ids    map[string]int // of headings: how many numbered ones were made of it
	level  int            // of the last heading
	tables int            // so far

	prev   rune // the last rune of text, for quotation marks
	quoted int  // inner quotations that are open

	open            []openTag // raw HTML not closed yet
	mayBeUnbalanced bool      // raw HTML was let through
}

// reset makes the writer ready for a body.
func (w *writer) reset(body []byte, pc parser.Context, lines lineFinder) {
	clear(w.headings)
	clear(w.links)
	clear(w.images)
	clear(w.placeholders)
	clear(w.anchors)
	ids := w.ids
	if len(ids) > 1000 {
		ids = nil // a map never shrinks
	}
	clear(ids)
	*w = writer{
		converter: w.converter, src: body, context: pc, lines: lines, prev: ' ', ids: ids,
		out: w.out[:0], room: w.room, slots: w.slots[:0], headings: w.headings[:0], links: w.links[:0], images: w.images[:0],
		placeholders: w.placeholders[:0], anchors: w.anchors[:0], open: w.open[:0],
	}
}

func (w *writer) document() *Document {
	return &Document{
		Title: w.title, TitlePlace: w.titlePlace, Headings: slices.Clone(w.headings), Links: slices.Clone(w.links),
		Images: slices.Clone(w.images), Placeholders: slices.Clone(w.placeholders), Anchors: slices.Clone(w.anchors),
		Words: w.words, ForRoles: w.forRoles, html: w.kept(), slots: slices.Clone(w.slots),
	}
}

func (w *writer) report(code finding.Code, offset int, args ...any) {
	w.findings = append(w.findings, finding.New(code, w.lines.place(offset), args...))
}

func (w *writer) str(s string) { w.out = append(w.out, s...) }

func (w *writer) escaped(s string) { w.out = appendEscaped(w.out, s) }

func (w *writer) slot(kind slotKind, index int) {
	w.slots = append(w.slots, slot{uint32(len(w.out)), uint32(index), kind})
}

// leadHeading takes a heading of level 1 that opens the body out of it: it is
// the page's title. Comments and definitions of links may stand before it.
func (w *writer) leadHeading(root ast.Node) {
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.LinkReferenceDefinition:
		case *ast.HTMLBlock:
			if n.HTMLBlockType != ast.HTMLBlockType2 {
				return
			}
		case *ast.Heading:
			if n.Level == 1 {
				w.title, w.titlePlace = w.plainText(n), w.lines.place(n.Pos())
				root.RemoveChild(root, n)
			}
			return
		default:
			return
		}
	}
}
