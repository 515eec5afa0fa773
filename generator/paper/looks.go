package paper

import "fmt"

// looks writes the appearances of fields, each only once where many fields
// look the same. Every field has one: a reader is never asked to make it.
type looks struct {
	file      *file
	resources int // of the document's fonts
	known     map[string]int
}

func (l *looks) add(dict, content string) int {
	key := dict + content
	if n, ok := l.known[key]; ok {
		return n
	}
	n := l.file.reserve()
	l.known[key] = n
	l.file.stream(n, dict, []byte(content), false)
	return n
}

// of is the look of a field of text or of a choice.
func (l *looks) of(n *annotation) int {
	if n.look == nil { // empty, of any size: readers stretch it
		return l.add("/Subtype/Form/BBox[0 0 1 1]", "/Tx BMC EMC")
	}
	dict := []byte("/Subtype/Form/BBox[0 0 ")
	dict = appendLengths(dict, n.box[2]-n.box[0], n.box[3]-n.box[1])
	dict = append(dict, "]/Resources "...)
	return l.add(string(appendRef(dict, l.resources)), string(n.look))
}

func tickBox() string {
	side := appendLength(nil, tickSide)
	return fmt.Sprintf("/Subtype/Form/BBox[0 0 %s %s]", side, side)
}

func (l *looks) ticked() int {
	return l.add(tickBox(), "1.5 w 1 J 1 j 2.1 5 m 4.2 2.6 l 8 7.7 l S")
}

func (l *looks) unticked() int { return l.add(tickBox(), " ") }

// look draws what a field holds, from its lower left corner; nil where it is
// empty and has no lines within. Those lines are part of the look, not of the
// page, so that they give way to what is typed, whose lines stand closer.
func (in *input) look(fs *faces, width, height, baseline length) []byte {
	inner := in.rules > 1
	if len(in.value) == 0 && !inner {
		return nil
	}
	b := []byte("/Tx BMC q ")
	if inner {
		b = append(b, ".4 w "...)
		b = ruled.appendStroke(b)
		for i := range length(in.rules - 1) {
			y := height - penFirst - i*penLine
			b = appendLengths(b, 0, y)
			b = append(b, " m "...)
			b = appendLengths(b, width, y)
			b = append(b, " l "...)
		}
		b = append(b, "S "...)
	}
	pitch := in.style.lead
	if inner {
		pitch = penLine
	}
	if len(in.value) > 0 {
		b = appendTextBlock(b, fs, in.value, in.style, inputPad, baseline, pitch)
	}
	return append(b, "Q EMC"...)
}

func appendTextBlock(b []byte, fs *faces, lines []line, st style, x, y, pitch length) []byte {
	b = append(b, "BT 0 g "...)
	b = appendFont(b, st)
	for i, l := range lines {
		if i == 0 {
			b = appendLengths(b, x, y)
		} else {
			b = appendLengths(b, 0, -pitch)
		}
		b = append(b, " Td "...)
		var run textRun
		for _, p := range l.pieces {
			run.add(fs[st.face], p.glyphs)
		}
		b = run.appendTo(b)
	}
	return append(b, "ET "...)
}
