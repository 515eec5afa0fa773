package paper

// Measures of a signature's block.
const (
	signersGap = 26 * pt // between two beside each other
	underLine  = 12 * pt // for the label under a line
)

// signing is the room that signers have: for the two of a pair more than for
// each of a group, so that a group's block stands on the last page as well.
type signing struct {
	write length // above a line to write a name on
	sign  length // above the line to sign on
	after length // a row of signers
}

var (
	pairSigning  = signing{write: 25 * pt, sign: 36 * pt, after: 16 * pt}
	groupSigning = signing{write: 20 * pt, sign: 30 * pt, after: 10 * pt}
)

// signatures sets two signers beside each other: a line for each one's name,
// place and date, and signature, and under each line what belongs there.
func (l *layout) signatures(f frame, b *Block) {
	start := len(l.strips)
	if lang := languageTag(b.Lang); lang != "" {
		f.el = l.element(f, "Div", b)
	}
	l.space(paragraphGap)
	room := pairSigning
	if len(b.Signers) > 2 {
		room = groupSigning
	}
	for i := 0; i < len(b.Signers); i += 2 {
		l.signers(f, b.Signers[i:min(i+2, len(b.Signers))], room)
		l.gap = room.after
	}
	holdTogether(l.strips[start:], l.pageHeight)
}

// signers sets one or two of them in a row.
func (l *layout) signers(f frame, signers []Signer, room signing) {
	width := (f.width - signersGap) / 2
	var blocks []*signature
	height := length(0)
	for i := range signers {
		s := l.signature(f.el, &signers[i], width, room)
		blocks, height = append(blocks, s), max(height, s.height)
	}
	l.add(strip{height: height, draw: func(p *pen, top length) {
		for i, s := range blocks {
			s.draw(p, f.x+length(i)*(width+signersGap), top, width)
		}
	}})
}

// signature is one signer's block.
type signature struct {
	role   []line
	lines  []signatureLine
	height length
}

// signatureLine is a line to write on, what stands under it, and the field on
// it where there is one.
type signatureLine struct {
	room  length
	label []line
	input *piece
}

func (l *layout) signature(parent *element, s *Signer, width length, room signing) *signature {
	out := &signature{}
	out.role = l.plainLines(parent.child("P"), s.Role, bodyStyle.emphasis(true, false), width)
	out.height = heightOf(out.role)
	for _, field := range []*Field{&s.Name, &s.PlaceDate} {
		el := parent.child("P")
		p := l.inputPiece(el, field, width)
		p.width = width
		out.add(signatureLine{room.write, l.plainLines(el, field.Label, labelStyle, width), &p})
	}
	out.add(signatureLine{room.sign, l.plainLines(parent.child("P"), s.Signature, labelStyle, width), nil})
	return out
}

func (s *signature) add(ln signatureLine) {
	if ln.input != nil && ln.input.input.multiline() {
		ln.room = max(ln.room, ln.input.input.up+ln.input.input.down+8*pt)
	}
	s.lines = append(s.lines, ln)
	s.height += ln.room + max(underLine, heightOf(ln.label)+pt)
}

// plainLines sets a text without spans.
func (l *layout) plainLines(el *element, text string, st style, width length) []line {
	pieces := l.apart(func() { l.text(el, st, text, false) })
	if len(trimSpaces(pieces)) == 0 {
		return nil
	}
	return l.breakLines(pieces, st, width)
}

func heightOf(lines []line) length {
	sum := length(0)
	for i := range lines {
		sum += lines[i].height()
	}
	return sum
}

func (s *signature) draw(p *pen, x, top, width length) {
	top = p.lines(s.role, x, top)
	for _, ln := range s.lines {
		rule := top - ln.room
		p.lines(ln.label, x, rule-pt)
		switch {
		case ln.input == nil:
			p.ruleLine(x, x+width, rule, hairline, ruled)
		case ln.input.input.multiline():
			p.input(ln.input, x, rule+ln.input.input.down)
		default:
			p.input(ln.input, x, rule+ruleBelow)
		}
		top = rule - max(underLine, heightOf(ln.label)+pt)
	}
}

// lines draws lines one under the other and returns where they end.
func (p *pen) lines(lines []line, x, top length) length {
	for i := range lines {
		p.line(&lines[i], x, top-lines[i].up)
		top -= lines[i].height()
	}
	return top
}
