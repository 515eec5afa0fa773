package paper

// style is how a stretch of text looks.
type style struct {
	face   faceIndex
	size   length
	lead   length // from line to line
	colour colour
	struck bool
	link   string // an address or #ID that is safe to follow; "" for none
}

// up is the room that a line takes above its baseline; the rest of lead is below.
func (s style) up() length {
	return (s.lead-s.size)/2 + s.size*82/100
}

// emphasis is s in bold or italic too.
func (s style) emphasis(strong, slanted bool) style {
	strong = strong || s.face == bold || s.face == boldItalic
	slanted = slanted || s.face == italic || s.face == boldItalic
	switch {
	case s.face == mono:
	case strong && slanted:
		s.face = boldItalic
	case strong:
		s.face = bold
	case slanted:
		s.face = italic
	}
	return s
}

// colour is written as PDF wants it: one number for a grey, three for red,
// green, and blue.
type colour string

// The colours. Text keeps a contrast of 7 : 1 to white, and all prints in black.
const (
	black  colour = "0"
	grey   colour = ".35"       // of labels and feet
	petrol colour = "0 .28 .34" // of links and of a passage's bar
	hair   colour = ".62"       // of thin rules
	ruled  colour = ".45"       // of lines to write on
	tint   colour = ".955"      // behind code
)

func (c colour) grey() bool { return len(c) < 6 }

func (c colour) appendFill(b []byte) []byte {
	b = append(b, c...)
	if c.grey() {
		return append(b, " g "...)
	}
	return append(b, " rg "...)
}

func (c colour) appendStroke(b []byte) []byte {
	b = append(b, c...)
	if c.grey() {
		return append(b, " G "...)
	}
	return append(b, " RG "...)
}
