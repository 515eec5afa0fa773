package paper

// page is one side of paper.
type page struct {
	index   int        // from 0
	number  int        // of its object
	marks   []*element // by number of marked content
	notes   []*annotation
	content []byte // deflated
}

// pen draws on a page. All text is marked as the content of an element of the
// structure or as an artifact; lines and boxes are artifacts and are drawn
// first, under the text.
type pen struct {
	faces *faces
	page  *page
	rules []byte
	text  []byte
	run   textRun

	el       *element // whose content is open
	artifact bool     // an artifact is open
	inText   bool
	x, y     length // where the last line of text began
	style    style
}

// open begins the content of el, unless it is open.
func (p *pen) open(el *element) {
	if p.el == el && !p.artifact {
		return
	}
	p.close()
	el.join()
	el.kids = append(el.kids, kid{page: p.page, mark: len(p.page.marks)})
	p.text = append(append(append(p.text, '/'), el.tag...), "<</MCID "...)
	p.text = appendInt(p.text, len(p.page.marks))
	if el.actual != "" { // here too, for readers that do not look at the structure
		p.text = appendUTF16(append(p.text, "/ActualText"...), el.actual)
	}
	p.text = append(p.text, ">>BDC\n"...)
	p.page.marks = append(p.page.marks, el)
	p.el = el
}

// openArtifact begins what is no part of the document's text.
func (p *pen) openArtifact(properties string) {
	p.close()
	p.text = append(p.text, "/Artifact"...)
	if properties == "" {
		p.text = append(p.text, " BMC\n"...)
	} else {
		p.text = append(append(p.text, properties...), "BDC\n"...)
	}
	p.artifact = true
}

// close ends what is open.
func (p *pen) close() {
	p.endText()
	if p.el != nil || p.artifact {
		p.text = append(p.text, "EMC\n"...)
	}
	p.el, p.artifact = nil, false
}

func (p *pen) endText() {
	p.text = p.run.appendTo(p.text)
	if p.inText {
		p.text = append(p.text, "ET\n"...)
	}
	p.inText = false
}

// show sets glyphs at a place; follows tells that they come right after the
// last that were set. They belong to what is open.
func (p *pen) show(piece *piece, x, y length, follows bool) {
	if !p.inText {
		p.text = append(p.text, "BT "...)
		p.inText, p.x, p.y, follows = true, 0, 0, false
	}
	st := piece.style
	if st.face != p.style.face || st.size != p.style.size {
		p.text = p.run.appendTo(p.text)
		p.text = appendFont(p.text, st)
	}
	if st.colour != p.style.colour {
		p.text = p.run.appendTo(p.text)
		p.text = st.colour.appendFill(p.text)
	}
	p.style = st
	if !follows {
		p.text = p.run.appendTo(p.text)
		// What is written is rounded; the difference is taken of rounded places.
		p.text = appendLengths(p.text, round(x)-round(p.x), round(y)-round(p.y))
		p.text = append(p.text, " Td "...)
		p.x, p.y = x, y
	}
	p.run.add(p.faces[st.face], piece.glyphs)
}

func round(l length) length {
	if l < 0 {
		return -round(-l)
	}
	return (l + 5) / 10 * 10
}

// line draws a line of text that begins at x, as content of its elements.
func (p *pen) line(l *line, x, y length) {
	p.texts(l, x, y, true)
}

// texts draws a line of text that begins at x; where it is not marked, as a
// part of the artifact that is open.
func (p *pen) texts(l *line, x, y length, marked bool) {
	follows := false
	decoration := decoration{}
	for i := range l.pieces {
		piece := &l.pieces[i]
		if piece.kind == inputPiece {
			decoration.end(p)
			if marked {
				p.input(piece, x, y)
			}
			x, follows = x+piece.width, false
			continue
		}
		if len(piece.glyphs) == 0 {
			continue
		}
		if marked && piece.el != p.el {
			p.open(piece.el)
			follows = false
		}
		p.show(piece, x, y, follows)
		if piece.kind != spacePiece || i < len(l.pieces)-1 {
			decoration.add(p, piece, x, y, marked)
		}
		x, follows = x+piece.width, true
	}
	decoration.end(p)
}

// decoration is what is drawn along a stretch of a line: the line under a
// link, which can be followed, or through what is struck.
type decoration struct {
	el       *element
	style    style
	from, to length
	y        length
	says     []byte
	marked   bool
}

func (d *decoration) add(p *pen, piece *piece, x, y length, marked bool) {
	if piece.style.link == "" && !piece.style.struck {
		d.end(p)
		return
	}
	if d.to > d.from && (piece.style.link != d.style.link || piece.style.struck != d.style.struck || linkOf(piece.el) != linkOf(d.el)) {
		d.end(p)
	}
	if d.to == d.from {
		*d = decoration{el: piece.el, style: piece.style, from: x, y: y, marked: marked}
	}
	d.to = x + piece.width
	d.says = p.faces.appendSaid(d.says, piece)
}

// appendSaid writes what a piece says.
func (fs *faces) appendSaid(b []byte, p *piece) []byte {
	if p.el != nil && p.el.actual != "" {
		return append(b, p.el.actual...)
	}
	for _, g := range p.glyphs {
		b = append(b, string(fs[p.style.face].characters[g])...)
	}
	return b
}

// linkOf is the link that el is in.
func linkOf(el *element) *element {
	for el != nil && el.tag != "Link" {
		el = el.parent
	}
	return el
}

func (d *decoration) end(p *pen) {
	if d.to == d.from {
		return
	}
	size := d.style.size
	if d.style.struck {
		p.ruleLine(d.from, d.to, d.y+size*28/100, thinRule, d.style.colour)
	}
	if d.style.link != "" {
		p.ruleLine(d.from, d.to, d.y-size*12/100, hairline, d.style.colour)
		if link := linkOf(d.el); link != nil && d.marked {
			p.note(&annotation{el: link, link: d.style.link, contents: plain(string(d.says)), box: [4]length{d.from, d.y - size/4, d.to, d.y + size*8/10}})
		}
	}
	*d = decoration{}
}

// note puts an annotation on the page and into the structure.
func (p *pen) note(n *annotation) {
	n.page = p.page
	n.el.join()
	n.el.kids = append(n.el.kids, kid{page: p.page, note: n})
	p.page.notes = append(p.page.notes, n)
}

// ruleLine draws a horizontal line.
func (p *pen) ruleLine(from, to, y, thick length, c colour) {
	b := c.appendStroke(p.rules)
	b = append(appendLength(b, thick), " w "...)
	b = append(appendLengths(b, from, y), " m "...)
	b = append(appendLengths(b, to, y), " l S\n"...)
	p.rules = b
}

// fillBox fills a box.
func (p *pen) fillBox(x, y, width, height length, c colour) {
	b := c.appendFill(p.rules)
	p.rules = append(appendLengths(b, x, y, width, height), " re f\n"...)
}

// strokeBox draws the outline of a box.
func (p *pen) strokeBox(x, y, width, height, thick length, c colour) {
	b := c.appendStroke(p.rules)
	b = append(appendLength(b, thick), " w "...)
	p.rules = append(appendLengths(b, x, y, width, height), " re S\n"...)
}

// input draws a field: the line or box to write on or in, and on it what a
// reader fills in.
func (p *pen) input(piece *piece, x, y length) {
	in := piece.input
	p.close()
	n := &annotation{el: piece.el.child("Form"), input: in}
	left, right := x, x+piece.width
	if in.unruled {
		left -= inputPad // so that what is filled in stands under its column's head
	}
	switch {
	case in.field.Kind == TickField:
		low := y - 1600
		p.strokeBox(x+300, low+300, tickSide-600, tickSide-600, thinRule, black)
		n.box = [4]length{x, low, x + tickSide, low + tickSide}
	case in.multiline():
		n.box = [4]length{left, y - in.down, right, y + in.up}
		n.look = in.look(p.faces, right-left, in.up+in.down, in.down)
		if !in.unruled {
			p.ruleLine(left, right, y-in.down, hairline, ruled)
		}
	default:
		n.box = [4]length{left, y - fieldBelow, right, y - fieldBelow + fieldHigh}
		n.look = in.look(p.faces, right-left, fieldHigh, fieldBelow)
		if !in.unruled {
			p.ruleLine(left, right, y-ruleBelow, hairline, ruled)
		}
	}
	p.note(n)
}

// finish returns all that was drawn.
func (p *pen) finish() []byte {
	p.close()
	var b []byte
	if len(p.rules) > 0 {
		b = append(append(append(b, "/Artifact BMC\n"...), p.rules...), "EMC\n"...)
	}
	return append(b, p.text...)
}
