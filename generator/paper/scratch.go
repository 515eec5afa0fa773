package paper

// scratch is room that laying out a document needs and nothing keeps
// afterwards; the next document takes it over.
type scratch struct {
	stack       []piece // pieces that are being gathered
	pieces      []piece // those gathered, of one text behind another
	glyphs      []glyph // of words
	rules, text []byte  // what a page draws
}

// scratch takes room that lies idle, or makes some.
func (w *Writer) scratch() *scratch {
	if s, ok := w.idle.Get().(*scratch); ok {
		return s
	}
	return &scratch{stack: make([]piece, 0, 256), pieces: make([]piece, 0, 2048), glyphs: make([]glyph, 0, 8192)}
}

// leave lets another document have the room.
func (w *Writer) leave(s *scratch) {
	clear(s.stack[:cap(s.stack)]) // nothing of this document is held
	clear(s.pieces)
	s.stack, s.pieces, s.glyphs = s.stack[:0], s.pieces[:0], s.glyphs[:0]
	w.idle.Put(s)
}

// keepPieces copies pieces to where those of many texts lie beside each other.
func (s *scratch) keepPieces(pieces []piece) []piece { return kept(&s.pieces, pieces) }

// keep copies glyphs to where many words' lie beside each other.
func (s *scratch) keep(glyphs []glyph) []glyph { return kept(&s.glyphs, glyphs) }

// kept copies a list behind what a room holds; where there is no space left,
// the room is made anew, and what lies in the old one stays as it is.
func kept[T any](room *[]T, list []T) []T {
	if len(*room)+len(list) > cap(*room) {
		*room = make([]T, 0, max(2*cap(*room), len(list)))
	}
	from := len(*room)
	*room = append(*room, list...)
	return (*room)[from:len(*room):len(*room)]
}
