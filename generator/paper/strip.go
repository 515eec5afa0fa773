package paper

// strip is a slice of a page from side to side that is never cut: a line of
// text, a row of a table, a field. Blocks become strips first; then the
// strips are dealt out to pages; then they are drawn.
type strip struct {
	above  length // room above it, which the head of a page swallows
	height length
	up     length // from its top to its first baseline
	hold   hold
	bars   []bar
	divide bool   // a line between blocks, which the head of a page does not need
	head   *strip // of a table: what is drawn again where a page begins with this strip
	draw   func(p *pen, top length)
}

// hold is how strongly a strip holds on to the one above it.
type hold uint8

const (
	loose   hold = iota
	grouped      // of one group
	paired       // lines of a paragraph that would stand alone
	headed       // under a heading, a label, or a table's head
	cutHere      // begins a page
)

// bar is a coloured stripe that runs along strips: at the left of a quote, or
// behind code.
type bar struct {
	x, width length
	over     length // above and below its first and last strip
	colour   colour
	block    int // the same in all strips of a block
}

// deal deals strips out to pages that hold height. It fills each page as far as
// it can and cuts where strips hold on to each other the least.
func deal(strips []strip, height length) [][]strip {
	var pages [][]strip
	for len(strips) > 0 {
		n := fill(strips, height)
		pages = append(pages, strips[:n])
		strips = strips[n:]
	}
	return pages
}

// fill is how many of the strips go on one page.
func fill(strips []strip, height length) int {
	used := length(0)
	if head := strips[0].head; head != nil {
		used = head.height
	}
	best := 0
	for i := range strips {
		s := &strips[i]
		if i > 0 {
			if s.hold == cutHere {
				return i
			}
			if best == 0 || s.hold <= strips[best].hold {
				best = i
			}
			used += s.above
		}
		if used += s.height; used > height && i > 0 {
			return best
		}
	}
	return len(strips)
}

// holdTogether makes strips stay on one page where they fit on one.
func holdTogether(strips []strip, height length) {
	total := length(0)
	for i := range strips {
		total += strips[i].height
		if i > 0 {
			total += strips[i].above
		}
	}
	for i := range strips {
		if i > 0 && total <= height {
			strips[i].hold = max(strips[i].hold, grouped)
		}
	}
}

// holdLines keeps at least two lines of a paragraph together at a page's foot
// and at its head.
func holdLines(strips []strip) {
	for i := range strips {
		if i == 1 || i > 0 && i == len(strips)-1 {
			strips[i].hold = max(strips[i].hold, paired)
		}
	}
}
