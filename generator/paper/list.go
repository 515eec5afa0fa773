package paper

import "strconv"

// list sets a list. Numbers and bullets hang in the indent; a box to tick that
// begins an item without a bullet hangs there too.
func (l *layout) list(f frame, b *Block) {
	el := l.element(f, "L", b)
	el.attrs = attrDisc
	if b.Ordered {
		el.attrs = attrDecimal
	}
	for i := range b.Items {
		if b.Items[i].Bare || b.Items[i].Label != nil {
			el.attrs = attrUnmarked
		}
	}
	labelRoom := l.labelRoom(f, b)
	for i := range b.Items {
		if i > 0 {
			l.space(itemGap)
		}
		l.item(f, el, b, i, labelRoom)
	}
	l.space(paragraphGap)
}

// labelRoom is the indent of a list's text: more than usual where its numbers
// are long.
func (l *layout) labelRoom(f frame, b *Block) length {
	if !b.Ordered {
		return indent
	}
	longest := b.number(len(b.Items) - 1)
	return max(indent, l.valueWidth(longest)+7*pt)
}

func (b *Block) number(i int) string { return strconv.Itoa(b.Start+i) + "." }

func (l *layout) item(f frame, list *element, b *Block, i int, room length) {
	it := &b.Items[i]
	li := list.child("LI")
	label, body := li.child("Lbl"), li.child("LBody")
	if it.Label != nil {
		l.definition(f, label, body, it)
		return
	}
	blocks := it.Blocks
	var mark []piece
	switch {
	case !it.Bare && b.Ordered:
		mark = l.label(label, b.number(i), f.style)
	case !it.Bare:
		mark = l.label(label, "•", f.style)
	default:
		if tick, rest := leadingTick(blocks); tick != nil {
			mark, blocks = []piece{l.inputPiece(label, tick, room)}, rest
		}
	}
	start := len(l.strips)
	inner := f.in(room, body)
	l.itemBlocks(inner, blocks)
	l.gap = min(l.gap, itemGap)
	if len(l.strips) == start {
		l.add(strip{height: f.style.lead, up: f.style.up(), draw: func(*pen, length) {}})
	}
	if mark != nil {
		hang(&l.strips[start], newLine(mark, f.style), f.x+min(3*pt, room/4))
	}
}

func (l *layout) label(el *element, text string, st style) []piece {
	return l.apart(func() { l.text(el, st, text, false) })
}

// itemBlocks sets an item's blocks. A single paragraph is the item's body
// itself.
func (l *layout) itemBlocks(f frame, blocks []Block) {
	if len(blocks) == 1 && blocks[0].Kind == Paragraph {
		f.el.lang = languageTag(blocks[0].Lang)
		l.paragraph(f, f.el, blocks[0].Text, f.style)
		return
	}
	for i := range blocks {
		if i > 0 {
			l.gap = min(l.gap, itemGap+pt)
		}
		l.block(f, &blocks[i])
	}
}

// leadingTick takes the box to tick from the beginning of blocks.
func leadingTick(blocks []Block) (*Field, []Block) {
	if len(blocks) == 0 || blocks[0].Kind != Paragraph || len(blocks[0].Text) == 0 {
		return nil, blocks
	}
	first := blocks[0]
	field := first.Text[0].Field
	if field == nil || field.Kind != TickField {
		return nil, blocks
	}
	first.Text = first.Text[1:]
	return field, append([]Block{first}, blocks[1:]...)
}

// hang draws a label on the first baseline of a strip, before it.
func hang(s *strip, label line, x length) {
	draw, up := s.draw, s.up
	s.draw = func(p *pen, top length) {
		p.line(&label, x, top-up)
		draw(p, top)
	}
}

// definition sets a term and under it what explains it.
func (l *layout) definition(f frame, label, body *element, it *Item) {
	l.paragraph(f, label, it.Label, f.style.emphasis(true, false))
	l.gap, l.hold = pt, headed
	l.itemBlocks(f.in(indent, body), it.Blocks)
	l.gap, l.hold = termGap, loose
}
