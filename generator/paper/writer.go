package paper

import (
	"fmt"
	"slices"
	"sync"
)

// Writer writes PDFs. It holds the fonts, which take a moment to read, so one
// serves a whole program; goroutines may share it.
type Writer struct {
	faces   *faces
	deflate deflater
	fonts   fonts
	idle    sync.Pool // *scratch
}

// Result is a PDF and what there is to know about it.
type Result struct {
	PDF   []byte
	Pages int
	// Missing are the characters that no font has, sorted, each once: a box is
	// drawn in their place. The text that is copied or read aloud has them.
	Missing []rune
	// Laid is how Write has laid the document out, for a Book.
	Laid *Laid
}

// Laid is a document on its pages. A Book uses it up.
type Laid struct{ sheet *sheet }

// New reads the fonts.
func New() (*Writer, error) {
	fs, err := parseFaces()
	if err != nil {
		return nil, fmt.Errorf("reading the fonts: %w", err)
	}
	return &Writer{faces: fs}, nil
}

// Write lays a document out. It fails where a field has no name or label, or
// two have the same name; everything else has a form on paper.
func (w *Writer) Write(d *Document) (Result, error) {
	s, err := w.lay(d)
	if err != nil {
		return Result{}, err
	}
	f := newFile(&w.deflate, false)
	b := newBinder(f, w.faces, &w.fonts)
	b.tops = []int{b.bind(s, binding{})}
	b.bookmarks = nest(s.headings)
	pdf := b.finish(d.Title, d.Lang, d.Author)
	return Result{PDF: pdf, Pages: len(s.pages), Missing: s.missing, Laid: &Laid{s}}, nil
}

// lay lays out a document on pages.
func (w *Writer) lay(d *Document) (*sheet, error) {
	if err := checkFields(d); err != nil {
		return nil, err
	}
	s := &sheet{doc: d, root: &element{tag: "Document", lang: languageTag(d.Lang)}, places: map[string]spot{}}
	width, height := d.Size.dimensions()
	l := &layout{sheet: s, ids: map[string]bool{}}
	room := w.scratch()
	defer w.leave(room)
	l.setter = &setter{scratch: room, faces: w.faces, used: &s.used, missing: &s.missing, pageHeight: height - marginTop - marginBottom}
	headingIDs(l.ids, d.Blocks)
	l.blocks(frame{x: marginSide, width: width - 2*marginSide, el: s.root, style: bodyStyle}, d.Blocks)
	pages := deal(l.strips, l.pageHeight)
	if len(pages) == 0 {
		pages = [][]strip{nil}
	}
	for i, strips := range pages {
		p := &pen{faces: w.faces, page: &page{index: i}, rules: room.rules[:0], text: room.text[:0]}
		p.strips(strips, height-marginTop)
		l.foot(p, i+1, len(pages), width)
		p.page.content = w.deflate.bytes(p.finish())
		room.rules, room.text = p.rules, p.text
		s.pages = append(s.pages, p.page)
	}
	s.root.join()
	for _, p := range s.pages {
		for _, n := range p.notes {
			if n.input != nil {
				n.input.value = nil // drawn
			}
		}
	}
	slices.Sort(s.missing)
	return s, nil
}

// strips draws the strips of a page.
func (p *pen) strips(strips []strip, top length) {
	bars := map[int]*drawnBar{}
	var order []*drawnBar
	for i := range strips {
		s := &strips[i]
		if i == 0 && s.head != nil {
			s.head.draw(p, top)
			top -= s.head.height
		}
		if i > 0 {
			top -= s.above
		}
		for _, b := range s.bars {
			if bars[b.block] == nil {
				bars[b.block] = &drawnBar{bar: b, top: top}
				order = append(order, bars[b.block])
			}
			bars[b.block].bottom = top - s.height
		}
		if i > 0 || !s.divide {
			s.draw(p, top)
		}
		top -= s.height
	}
	p.bars(order)
}

// drawnBar is a bar as far as it runs on a page.
type drawnBar struct {
	bar
	top, bottom length
}

// bars draws bars under all else that is drawn.
func (p *pen) bars(bars []*drawnBar) {
	over := p.rules
	p.rules = nil
	for _, b := range bars {
		p.fillBox(b.x, b.bottom-b.over, b.width, b.top-b.bottom+2*b.over, b.colour)
	}
	p.rules = append(p.rules, over...)
}
