package paper

import "strings"

// quote sets a passage along a bar, under its title where it has one.
func (l *layout) quote(f frame, b *Block) {
	el := l.element(f, "BlockQuote", b)
	inner := f.in(13*pt, el)
	l.space(paragraphGap + 2*pt)
	l.barred(bar{x: f.x + pt, width: 2 * pt, over: pt, colour: petrol}, func() {
		if l.paragraph(inner, el.child("P"), b.Text, f.style.emphasis(true, false)) > 0 {
			l.gap, l.hold = 2*pt, headed
		}
		l.blocks(inner, b.Blocks)
	})
	l.gap = paragraphGap + 3*pt
}

// code sets lines as they are, on a tinted ground. Long ones go on in the next.
func (l *layout) code(f frame, b *Block) {
	el := l.element(f, "P", b).child("Code")
	inner := frame{x: f.x + 8*pt, width: f.width - 16*pt}
	l.space(paragraphGap + 4*pt)
	l.barred(bar{x: f.x, width: f.width, over: 5 * pt, colour: tint}, func() {
		start := len(l.strips)
		for _, text := range codeLines(textOf(b.Text)) {
			lines := l.breakLines(l.codePieces(el, text), codeStyle, inner.width)
			for i := range lines {
				l.add(lineStrip(&lines[i], inner.x))
			}
		}
		holdLines(l.strips[start:])
	})
	l.gap = paragraphGap + 7*pt
}

// codePieces is a line of code, whose spaces stay.
func (l *layout) codePieces(el *element, text string) []piece {
	return l.apart(func() { l.text(el, codeStyle, text, true) })
}

// codeLines cuts code into lines; a tab is four spaces.
func codeLines(code string) []string {
	code = strings.ReplaceAll(strings.ReplaceAll(code, "\r\n", "\n"), "\t", "    ")
	return strings.Split(strings.Trim(code, "\n"), "\n")
}

// barred sets what set sets along a bar.
func (l *layout) barred(b bar, set func()) {
	outer := l.bars
	l.blockCount++
	b.block = l.blockCount
	l.bars = append(outer[:len(outer):len(outer)], b)
	set()
	l.bars = outer
}
