package paper

// field sets a field on lines of its own under its label; a box to tick stands
// before its label.
func (l *layout) field(f frame, b *Block) {
	if b.Field == nil {
		return
	}
	el := l.element(f, "P", b)
	if b.Field.Kind == TickField {
		l.ticked(f, el, append([]Span{{Field: b.Field}}, b.Text...))
		return
	}
	l.space(pt)
	if l.paragraph(f, el, b.Text, f.style) > 0 {
		l.hold, l.gap = headed, 0
	}
	p := l.inputPiece(el, b.Field, f.width)
	if b.Field.Width == 0 {
		p.width = f.width
	}
	ln := newLine([]piece{p}, f.style)
	l.add(lineStrip(&ln, f.x))
	l.gap = fieldGap
}

// startsWithTick tells whether a paragraph is a box to tick and its label,
// rather than a row of boxes.
func startsWithTick(spans []Span) bool {
	for i, s := range spans {
		if tick := s.Field != nil && s.Field.Kind == TickField; tick != (i == 0) {
			return false
		}
	}
	return len(spans) > 0
}

// ticked sets a box to tick with its label, whose lines hang beside it.
func (l *layout) ticked(f frame, el *element, text []Span) {
	tick := l.inputPiece(el, text[0].Field, f.width)
	start := len(l.strips)
	if l.paragraph(f.in(indent, el), el, text[1:], f.style) == 0 {
		l.add(strip{height: f.style.lead, up: f.style.up(), draw: func(*pen, length) {}})
	}
	hang(&l.strips[start], newLine([]piece{tick}, f.style), f.x+pt)
	l.gap = paragraphGap
}
