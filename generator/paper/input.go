package paper

import "strings"

// input is a field as it stands in a line of text, or on lines of its own.
type input struct {
	field    *Field
	up, down length // above and below the baseline of its (first) line
	rules    int    // lines to write on, one under the other
	style    style  // of its value
	value    []line // its value, set
	unruled  bool   // what is around it has a line already, as a table has
	stretch  bool   // it takes what its line leaves
	fits     bool   // every option fits on its line
}

const (
	inputPad    = 2 * pt  // between a field's edge and its text, as readers leave it
	choiceRoom  = 12 * pt // where readers show that there is a choice
	inputSmall  = 6 * pt  // below this, a value is cut
	usualWidth  = 24      // characters
	letterWidth = 5300    // of a character of a field's width
)

// inputPiece is a field as a piece of a line that is avail wide.
func (s *setter) inputPiece(el *element, field *Field, avail length) piece {
	in := &input{field: field, style: fieldStyle}
	p := piece{kind: inputPiece, el: el, input: in}
	switch field.Kind {
	case TickField:
		p.width, in.up, in.down = tickSide+tickAfter, bodyStyle.up(), bodyStyle.lead-bodyStyle.up()
	case LinesField:
		p.width = avail
		s.sizeLines(in, max(1, field.Lines), avail)
	default:
		p.width = s.sizeLine(in, avail)
	}
	return p
}

// sizeLine finds the width of a field of one line: of a choice so that every
// option has room. A value that no line holds takes several.
func (s *setter) sizeLine(in *input, avail length) length {
	f := in.field
	value := s.valueWidth(f.Value) + 2*inputPad
	in.up, in.down = filledUp, filledDown
	if f.Value == "" {
		in.up, in.down = penUp, penDown
	}
	longest := length(0)
	for _, option := range f.Options {
		longest = max(longest, s.valueWidth(option)+2*inputPad)
	}
	in.fits = longest <= avail
	width := min(length(f.Width)*letterWidth, avail)
	switch {
	case width > 0:
	case f.Kind == ChoiceField:
		width = max(longest+choiceRoom, 10*letterWidth)
	case f.Value != "":
		width = max(value+choiceRoom, 8*letterWidth)
	default:
		width = usualWidth * letterWidth
	}
	in.stretch = f.Kind == TextField && f.Width == 0
	width = min(avail, max(width, value))
	if value > width || f.Kind == TextField && strings.ContainsAny(f.Value, "\r\n") {
		s.sizeLines(in, 1, width)
		return width
	}
	in.value = s.setValue(f.Value, in.style, width)
	return width
}

// sizeLines finds the height of a field of several lines: those that were asked
// for, or more where its value needs them. A value that has a line to write on
// for each of its own stands on them.
func (s *setter) sizeLines(in *input, lines int, width length) {
	in.value = s.setValue(in.field.Value, in.style, width)
	in.rules = min(lines, int(s.pageHeight/penLine))
	high := penFirst + length(in.rules-1)*penLine
	in.up = penFirst - ruleBelow
	if len(in.value) > in.rules {
		for in.valueHeight() > s.pageHeight && in.style.size > inputSmall {
			in.style.size, in.style.lead = in.style.size-500, in.style.lead-600
			in.value = s.setValue(in.field.Value, in.style, width)
		}
		high = min(max(high, in.valueHeight()), s.pageHeight)
		in.rules, in.up = 1, inputPad+in.style.up()
	}
	in.down = high - in.up
}

// valueHeight is the room that the lines of a value need.
func (in *input) valueHeight() length {
	return length(len(in.value))*in.style.lead + 2*inputPad
}

// multiline tells whether a field takes several lines of text.
func (in *input) multiline() bool { return in.rules > 0 }

func (s *setter) valueWidth(value string) length {
	width := length(0)
	for _, p := range s.valuePieces(value, fieldStyle) {
		width += p.width
	}
	return width
}

// valuePieces sets a value, whose lines stay.
func (s *setter) valuePieces(value string, st style) []piece {
	return s.apart(func() {
		for i, text := range valueLines(value) {
			if i > 0 {
				s.stack = append(s.stack, piece{kind: endPiece})
			}
			s.text(nil, st, text, false)
		}
	})
}

var lineFeeds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// valueLines are the lines of a value.
func valueLines(value string) []string {
	if isPlainASCII(value) {
		return []string{plain(value)}
	}
	lines := strings.Split(lineFeeds.Replace(value), "\n")
	for i := range lines {
		lines[i] = plain(lines[i])
	}
	return lines
}

func (s *setter) setValue(value string, st style, width length) []line {
	if value == "" {
		return nil
	}
	return s.breakLines(s.valuePieces(value, st), st, width-2*inputPad)
}
