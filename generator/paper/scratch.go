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
func (s *scratch) keepPieces(pieces []piece) []piece {
	if len(s.pieces)+len(pieces) > cap(s.pieces) {
		s.pieces = make([]piece, 0, max(2*cap(s.pieces), len(pieces)))
	}
	from := len(s.pieces)
	s.pieces = append(s.pieces, pieces...)
	return s.pieces[from:len(s.pieces):len(s.pieces)]
}

// keep copies glyphs to where many words' lie beside each other.
func (s *scratch) keep(glyphs []glyph) []glyph {
	if len(s.glyphs)+len(glyphs) > cap(s.glyphs) {
		s.glyphs = make([]glyph, 0, max(2*cap(s.glyphs), len(glyphs)))
	}
	from := len(s.glyphs)
	s.glyphs = append(s.glyphs, glyphs...)
	return s.glyphs[from:len(s.glyphs):len(s.glyphs)]
}
