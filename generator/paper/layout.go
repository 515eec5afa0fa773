package paper

import "strings"

// sheet is a document that has been laid out.
type sheet struct {
	doc      *Document
	pages    []*page
	root     *element
	places   map[string]spot // of headings, by ID
	headings []outlineHeading
	used     used
	missing  []rune
}

// spot is a place on a page.
type spot struct {
	page *page
	y    length
}

// outlineHeading is a heading for the bookmarks.
type outlineHeading struct {
	level int
	title string
	at    spot
}

// layout turns blocks into strips.
type layout struct {
	*setter
	sheet      *sheet
	strips     []strip
	bars       []bar
	blockCount int
	gap        length // room above the next strip
	hold       hold   // of the next strip
	rank       int    // of the last heading in the structure
	ids        map[string]bool
}

// frame is where blocks stand and what they belong to.
type frame struct {
	x, width length
	el       *element
	style    style
}

// in is the frame moved right by an indent.
func (f frame) in(by length, el *element) frame {
	by = min(by, f.width/3) // deep nesting must leave room for text
	return frame{x: f.x + by, width: f.width - by, el: el, style: f.style}
}

func (l *layout) blocks(f frame, blocks []Block) {
	for i := range blocks {
		b := &blocks[i]
		start := len(l.strips)
		l.block(f, b)
		if i+1 < len(blocks) && len(l.strips) > start && introduces(b, &blocks[i+1]) {
			l.hold = paired
			if blocks[i+1].Kind == FieldBlock {
				l.gap = 0 // it is the field's label
			}
		}
	}
}

// introduces tells whether a paragraph ends with a colon and belongs to what
// follows it.
func introduces(b, next *Block) bool {
	if b.Kind != Paragraph || len(b.Text) == 0 {
		return false
	}
	switch next.Kind {
	case List, TableBlock, Code, Quote, FieldBlock, Group:
		return strings.HasSuffix(strings.TrimSpace(b.Text[len(b.Text)-1].Text), ":")
	}
	return false
}

func (l *layout) block(f frame, b *Block) {
	switch b.Kind {
	case Heading:
		l.heading(f, b)
	case Paragraph:
		if el := l.element(f, "P", b); startsWithTick(b.Text) {
			l.ticked(f, el, b.Text)
		} else {
			l.paragraph(f, el, b.Text, f.style)
			l.gap = max(l.gap, paragraphGap)
		}
	case List:
		l.list(f, b)
	case TableBlock:
		l.table(f, b)
	case Quote:
		l.quote(f, b)
	case Code:
		l.code(f, b)
	case Rule:
		l.rule(f)
	case FieldBlock:
		l.field(f, b)
	case Signatures:
		l.signatures(f, b)
	case Group:
		l.group(f, b)
	case PageBreak:
		l.hold = cutHere
	}
}

// element is a block's element.
func (l *layout) element(f frame, tag string, b *Block) *element {
	el := f.el.child(tag)
	el.lang = languageTag(b.Lang)
	return el
}

// add appends a strip under the room and the hold that are due.
func (l *layout) add(s strip) {
	s.above += l.gap
	s.hold = max(s.hold, l.hold)
	s.bars = l.bars
	l.gap, l.hold = 0, loose
	l.strips = append(l.strips, s)
}

// space asks for room above the next strip.
func (l *layout) space(room length) { l.gap = max(l.gap, room) }

// paragraph sets spans as lines and returns how many strips they make.
func (l *layout) paragraph(f frame, el *element, spans []Span, st style) int {
	pieces := l.spans(el, spans, st, f.width)
	if len(pieces) == 0 {
		return 0
	}
	lines := l.breakLines(pieces, st, f.width)
	stretchLast(lines, f.width)
	start := len(l.strips)
	for i := range lines {
		l.add(lineStrip(&lines[i], f.x))
	}
	holdLines(l.strips[start:])
	return len(l.strips) - start
}

func lineStrip(ln *line, x length) strip {
	return strip{height: ln.height(), up: ln.up, draw: func(p *pen, top length) { p.line(ln, x, top-ln.up) }}
}

// stretchLast lets a field at the end of a paragraph reach to the margin.
func stretchLast(lines []line, width length) {
	if len(lines) == 0 {
		return
	}
	last := &lines[len(lines)-1]
	if n := len(last.pieces); n > 0 && last.pieces[n-1].kind == inputPiece && last.pieces[n-1].input.stretch && width > last.width {
		last.pieces[n-1].width += width - last.width
		last.width = width
	}
}

// heading sets a heading. Its rank in the structure never skips one, as PDF/UA
// demands, whatever its level looks like.
func (l *layout) heading(f frame, b *Block) {
	level := min(max(b.Level, 1), 6)
	l.rank = min(level, l.rank+1)
	look := headingLooks[level-1]
	el := l.element(f, "H"+string(rune('0'+l.rank)), b)
	l.space(look.above)
	start := len(l.strips)
	if l.paragraph(f, el, b.Text, look.style) == 0 {
		return
	}
	l.bookmark(&l.strips[start], b)
	for i := start + 1; i < len(l.strips); i++ {
		l.strips[i].hold = headed
	}
	l.gap, l.hold = look.below, headed
}

// bookmark notes where a heading's first line is drawn.
func (l *layout) bookmark(s *strip, b *Block) {
	level, title, id := l.rank, plain(textOf(b.Text)), b.ID
	draw := s.draw
	s.draw = func(p *pen, top length) {
		at := spot{p.page, top + 6*pt}
		if title != "" {
			l.sheet.headings = append(l.sheet.headings, outlineHeading{level, title, at})
		}
		if _, taken := l.sheet.places[id]; id != "" && !taken {
			l.sheet.places[id] = at
		}
		draw(p, top)
	}
}

// textOf is what spans say.
func textOf(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		switch {
		case s.Break:
			b.WriteByte(' ')
		case s.Field != nil:
			b.WriteString(s.Field.Value)
		default:
			b.WriteString(s.Text)
		}
	}
	return b.String()
}

// group keeps its blocks on one page, where they fit on one.
func (l *layout) group(f frame, b *Block) {
	start := len(l.strips)
	if lang := languageTag(b.Lang); lang != "" {
		f.el = l.element(f, "Div", b)
	}
	l.blocks(f, b.Blocks)
	holdTogether(l.strips[start:], l.pageHeight)
}

func (l *layout) rule(f frame) {
	l.space(9 * pt)
	l.add(strip{height: hairline, divide: true, draw: func(p *pen, top length) {
		p.ruleLine(f.x, f.x+f.width, top, hairline, hair)
	}})
	l.gap = 9 * pt
}
