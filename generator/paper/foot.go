package paper

import (
	"strconv"
	"strings"
)

// foot draws a page's foot: a hairline, the document's line at the left, and
// the page's number at the right.
func (l *layout) foot(p *pen, number, count int, width length) {
	d := l.sheet.doc
	numbers := strings.NewReplacer("{page}", strconv.Itoa(number), "{pages}", strconv.Itoa(count)).Replace(d.Pages)
	right := l.footPieces(numbers)
	left := l.footPieces(d.Foot)
	if len(left) == 0 && len(right) == 0 {
		return
	}
	p.ruleLine(marginSide, width-marginSide, footBaseline+13*pt, hairline, hair)
	p.openArtifact("<</Type/Pagination/Subtype/Footer>>")
	room := width - 2*marginSide
	if len(right) > 0 {
		ln := newLine(right, footStyle)
		room -= ln.width + 12*pt
		p.texts(&ln, width-marginSide-ln.width, footBaseline, false)
	}
	for i, ln := range l.breakLines(left, footStyle, max(room, 60*pt)) {
		if i < 2 && len(left) > 0 { // a third line would leave the page
			p.texts(&ln, marginSide, footBaseline-length(i)*footStyle.lead, false)
		}
	}
	p.close()
}

func (l *layout) footPieces(text string) []piece {
	return trimSpaces(l.apart(func() { l.text(nil, footStyle, text, false) }))
}
