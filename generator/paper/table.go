package paper

// table is a table that is being set.
type table struct {
	*layout
	data    *Table
	style   style
	x       []length // of columns
	widths  []length // of their text
	from    length   // its left edge
	to      length
	head    *strip
	body    *element
	columns int
}

// table sets a table between thin lines, without any from top to bottom. A row
// is never cut unless no page holds it; the head is drawn again on every page.
func (l *layout) table(f frame, b *Block) {
	if b.Table == nil {
		return
	}
	t := &table{layout: l, data: b.Table, style: tableStyle, from: f.x, to: f.x + f.width}
	t.columns = len(b.Table.Head)
	for _, row := range b.Table.Rows {
		t.columns = max(t.columns, len(row))
	}
	if t.columns == 0 {
		return
	}
	t.setColumns(f)
	el := l.element(f, "Table", b)
	l.space(paragraphGap)
	start := len(l.strips)
	if len(b.Table.Head) > 0 {
		t.addHead(el.child("THead"))
	}
	t.body = el.child("TBody")
	for i, row := range b.Table.Rows {
		t.addRow(row)
		if i == 1 && len(b.Table.Rows) > 2 || i > 0 && i == len(b.Table.Rows)-1 {
			l.hold = loose
		}
	}
	if n := len(l.strips); n-start > 3 {
		l.strips[n-1].hold = max(l.strips[n-1].hold, paired) // no single row on a page of its own
	}
	l.space(paragraphGap + 4*pt)
}

// cell sets the lines of a cell.
func (t *table) cell(el *element, spans []Span, st style, column int) []line {
	pieces := t.spans(el, spans, st, t.widths[column])
	if len(pieces) == 1 && pieces[0].kind == inputPiece && pieces[0].input.field.Kind != TickField {
		pieces[0].width = t.widths[column]
		in := pieces[0].input
		in.unruled = true // the row's line is there to write on
		if !in.multiline() {
			in.up, in.down = max(st.up(), cellUp), cellDown
		}
	}
	return t.breakLines(pieces, st, t.widths[column])
}

// row is a row's cells as lines, with their elements.
type row struct {
	cells    [][]line
	els      []*element
	up, down length // above and below the first baseline of all cells
}

func (t *table) newRow(parent *element, tag, attrs string, cells [][]Span, st style) row {
	tr := parent.child("TR")
	var r row
	for column := range t.columns {
		el := tr.child(tag)
		el.attrs = attrs
		var spans []Span
		if column < len(cells) {
			spans = cells[column]
		}
		lines := t.cell(el, spans, st, column)
		r.els, r.cells = append(r.els, el), append(r.cells, lines)
		if len(lines) > 0 {
			r.up = max(r.up, lines[0].up)
		}
	}
	for _, lines := range r.cells {
		down := -r.up
		for i := range lines {
			if i == 0 {
				down = 0
			} else {
				down += lines[i].up
			}
			down += lines[i].down
		}
		r.down = max(r.down, down)
	}
	return r
}

// draw draws the cells of a row from the first baseline at y.
func (t *table) draw(p *pen, r *row, y length, marked bool) {
	for column, lines := range r.cells {
		if marked {
			p.close()
			r.els[column].join()
		}
		at := y
		for i := range lines {
			ln := &lines[i]
			if i > 0 {
				at -= ln.up
			}
			p.texts(ln, t.lineStart(ln, column), at, marked)
			at -= ln.down
		}
	}
}

func (t *table) lineStart(ln *line, column int) length {
	if column < len(t.data.Right) && t.data.Right[column] {
		return t.x[column] + t.widths[column] - ln.width
	}
	return t.x[column]
}

func (t *table) addHead(el *element) {
	r := t.newRow(el, "TH", attrColumn, t.data.Head, headStyle)
	drawHead := func(p *pen, top length, marked bool) {
		t.draw(p, &r, top-r.up, marked)
		p.ruleLine(t.from, t.to, top-r.up-r.down-cellPad, thinRule, black)
	}
	height := r.up + r.down + cellPad
	t.head = &strip{height: height, draw: func(p *pen, top length) {
		p.openArtifact("<</Type/Pagination>>")
		drawHead(p, top, false)
		p.close()
	}}
	t.add(strip{height: height, up: r.up, draw: func(p *pen, top length) { drawHead(p, top, true) }})
	t.hold = headed
}

func (t *table) addRow(cells [][]Span) {
	r := t.newRow(t.body, "TD", "", cells, t.style)
	height := cellPad + r.up + r.down + cellPad
	room := t.pageHeight
	if t.head != nil {
		room -= t.head.height
	}
	if height > room {
		t.addTallRow(&r)
		return
	}
	t.add(strip{height: height, up: cellPad + r.up, head: t.head, draw: func(p *pen, top length) {
		t.draw(p, &r, top-cellPad-r.up, true)
		p.ruleLine(t.from, t.to, top-height, hairline, hair)
	}})
}

// addTallRow sets a row that no page holds, line by line.
func (t *table) addTallRow(r *row) {
	most := 0
	for _, lines := range r.cells {
		most = max(most, len(lines))
	}
	for i := range most {
		up, down := length(0), length(0)
		for _, lines := range r.cells {
			if i < len(lines) {
				up, down = max(up, lines[i].up), max(down, lines[i].down)
			}
		}
		t.add(strip{height: up + down, up: up, head: t.head, draw: func(p *pen, top length) {
			for column, lines := range r.cells {
				p.close()
				r.els[column].join()
				if i < len(lines) {
					p.line(&lines[i], t.lineStart(&lines[i], column), top-up)
				}
			}
			if i == most-1 {
				p.ruleLine(t.from, t.to, top-up-down, hairline, hair)
			}
		}})
	}
}
