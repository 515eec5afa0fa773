package paper

// line is a line of text as it is drawn.
type line struct {
	pieces   []piece
	width    length
	up, down length // above and below the baseline
	last     bool   // no more of its text follows
}

func (l *line) height() length { return l.up + l.down }

// box is a stretch of pieces within which no line ends.
type box struct {
	from, to int       // pieces
	width    length    // without what follows
	gap      length    // the space that follows it within a line
	after    pieceKind // what follows: a space, a turn, or a hyphen
}

// breakLines sets pieces in lines of a width. Among all ways with the fewest
// lines it takes the one whose lines are the most even, with few hyphens and
// no last line of one short word.
func (s *setter) breakLines(pieces []piece, base style, width length) []line {
	var lines []line
	for len(pieces) > 0 {
		end := 0
		for end < len(pieces) && pieces[end].kind != endPiece {
			end++
		}
		lines = s.breakStretch(lines, pieces[:end], base, width)
		pieces = pieces[min(end+1, len(pieces)):]
	}
	if len(lines) > 0 {
		lines[len(lines)-1].last = true
	}
	return lines
}

// breakStretch sets pieces that no forced end divides.
func (s *setter) breakStretch(lines []line, pieces []piece, base style, width length) []line {
	pieces = s.splitLong(trimSpaces(pieces), width)
	boxes := boxesOf(pieces)
	if len(boxes) == 0 {
		return append(lines, newLine(nil, base))
	}
	hyphen := s.faces[base.face].width([]glyph{s.faces[base.face].glyph('-')}, base.size)
	from := 0
	for _, to := range bestEnds(boxes, width, hyphen) {
		set := pieces[boxes[from].from:boxes[to-1].to]
		if to < len(boxes) {
			set = s.lineEnd(pieces, boxes[from].from, boxes[to-1], base)
		}
		lines = append(lines, newLine(set, base))
		from = to
	}
	return lines
}

// lineEnd is a line's pieces with what stands at its end: a real space, so that
// readers do not join words, or a hyphen that is not one when read aloud.
func (s *setter) lineEnd(pieces []piece, from int, last box, base style) []piece {
	set := pieces[from:last.to]
	switch last.after {
	case spacePiece:
		if last.to < len(pieces) && pieces[last.to].kind == spacePiece {
			return pieces[from : last.to+1]
		}
	case hyphenPiece:
		return append(set[:len(set):len(set)], s.hyphen(&set[len(set)-1], base))
	}
	return set
}

// hyphen is the hyphen after a part of a word.
func (s *setter) hyphen(after *piece, base style) piece {
	p := piece{kind: wordPiece, el: after.el, style: base}
	if after.kind == wordPiece {
		p.style = after.style
	}
	if p.el != nil && p.el.actual != "" {
		p.el = p.el.parent
	}
	p.el = p.el.saying(string(softHyphen))
	g := s.faces[p.style.face].glyph('-')
	s.used[p.style.face].add(g)
	p.glyphs = s.keep([]glyph{g})
	p.width = s.faces[p.style.face].width(p.glyphs, p.style.size)
	return p
}

// newLine measures a line.
func newLine(set []piece, base style) line {
	l := line{pieces: set, up: base.up(), down: base.lead - base.up()}
	for i := range set {
		p := &set[i]
		if p.kind != spacePiece || i < len(set)-1 {
			l.width += p.width
		}
		if p.kind == inputPiece {
			l.up, l.down = max(l.up, p.input.up), max(l.down, p.input.down)
		}
	}
	return l
}

func trimSpaces(pieces []piece) []piece {
	for len(pieces) > 0 && pieces[0].kind == spacePiece {
		pieces = pieces[1:]
	}
	for len(pieces) > 0 && pieces[len(pieces)-1].kind == spacePiece {
		pieces = pieces[:len(pieces)-1]
	}
	return pieces
}

// boxesOf groups pieces into boxes.
func boxesOf(pieces []piece) []box {
	boxes := make([]box, 0, len(pieces)/2+1)
	current := box{}
	end := func(at int, after pieceKind, gap length) {
		if current.to > current.from {
			current.after, current.gap = after, gap
			boxes = append(boxes, current)
		} else if n := len(boxes); n > 0 && gap > boxes[n-1].gap {
			boxes[n-1].gap, boxes[n-1].after = gap, after
		}
		current = box{from: at + 1, to: at + 1}
	}
	for i := range pieces {
		p := &pieces[i]
		switch {
		case p.kind == spacePiece && i > 0 && pieces[i-1].isTick():
			current.to, current.width = i+1, current.width+p.width // a tick box stays with its word
		case p.kind == spacePiece, p.kind == turnPiece, p.kind == hyphenPiece:
			end(i, p.kind, p.width)
		default:
			current.to, current.width = i+1, current.width+p.width
		}
	}
	end(len(pieces), spacePiece, 0)
	return boxes
}

func (p *piece) isTick() bool {
	return p.kind == inputPiece && p.input.field.Kind == TickField
}

// Costs of a way to break a paragraph. A line that is short by a share x of the
// width costs 1000 x².
const (
	lineCost   = 5000
	hyphenCost = 250
	runtCost   = 160
	mostBoxes  = 400 // in a line, so that hostile text cannot make this slow
)

// bestEnds returns for each line the number of the box after its last.
func bestEnds(boxes []box, width, hyphen length) []int {
	n := len(boxes)
	cost, next := make([]int, n+1), make([]int, n)
	for from := n - 1; from >= 0; from-- {
		cost[from] = -1
		used := length(0)
		for to := from + 1; to <= min(n, from+mostBoxes); to++ {
			last := &boxes[to-1]
			used += last.width
			total := used
			if last.after == hyphenPiece && to < n {
				total += hyphen
			}
			if total > width && to > from+1 {
				if used > width {
					break
				}
			} else if c := lineCostOf(total, width, to == n, from == 0, last.after) + cost[to]; cost[from] < 0 || c < cost[from] {
				cost[from], next[from] = c, to
			}
			used += last.gap
		}
	}
	var ends []int
	for at := 0; at < n; {
		at = next[at]
		ends = append(ends, at)
	}
	return ends
}

func lineCostOf(used, width length, last, only bool, after pieceKind) int {
	if last {
		if !only && used < width/7 {
			return lineCost + runtCost
		}
		return lineCost
	}
	short := int(max(0, width-used) * 1000 / max(1, width))
	c := lineCost + short*short/1000
	if after == hyphenPiece {
		c += hyphenCost
	}
	return c
}
