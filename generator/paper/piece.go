package paper

import (
	"slices"
	"unicode"
)

// A piece is what a line is made of.
type piece struct {
	kind   pieceKind
	el     *element
	style  style
	glyphs []glyph
	width  length
	input  *input // of a field
}

type pieceKind uint8

const (
	wordPiece   pieceKind = iota // glyphs that stay together
	spacePiece                   // a space, where a line may end
	turnPiece                    // a line may end here
	hyphenPiece                  // a line may end here, with a hyphen
	endPiece                     // the line ends here
	inputPiece                   // a field
)

// setter turns text into pieces. It notes the glyphs that it uses and the
// characters that no font has.
type setter struct {
	faces   *faces
	used    *used
	missing *[]rune
	run     []glyph
	*scratch
	base int // where in the stack the text that is being gathered begins

	pageHeight length // the most that a field may take
	says       []rune
}

// apart returns the pieces that add appends, apart from those before.
func (s *setter) apart(add func()) []piece {
	below := s.base
	s.base = len(s.stack)
	add()
	added := s.keepPieces(s.stack[s.base:])
	s.stack, s.base = s.stack[:s.base], below
	return added
}

// text appends pieces for a stretch of one style. Spaces collapse to one
// unless keep is set.
func (s *setter) text(el *element, st style, text string, keep bool) {
	runes := []rune(clean(text))
	for i, r := range runes {
		switch {
		case r == ' ' && keep:
			s.add(st, noBreakSpace)
		case r == ' ':
			s.word(el, st)
			s.space(el, st)
		case r == softHyphen:
			s.word(el, st)
			s.stack = append(s.stack, piece{kind: hyphenPiece, el: el, style: st})
		case r == mayBreak:
			s.word(el, st)
			s.stack = append(s.stack, piece{kind: turnPiece})
		default:
			s.character(el, st, r)
			if i > 0 && i+1 < len(runes) && mayTurnAfter(runes[i-1], r, runes[i+1]) {
				s.word(el, st)
				s.stack = append(s.stack, piece{kind: turnPiece})
			}
		}
	}
	s.word(el, st)
}

// mayTurnAfter tells whether a line may end after r in a word: after a hyphen,
// dash, or stroke between letters, never within dates or numbers.
func mayTurnAfter(before, r, after rune) bool {
	switch r {
	case '-', '\u2010', '–', '—', '/':
		return unicode.In(before, unicode.L, unicode.N) && unicode.IsLetter(after)
	}
	return false
}

func (s *setter) space(el *element, st style) {
	if n := len(s.stack); n > s.base && s.stack[n-1].kind == spacePiece {
		return
	}
	s.stack = append(s.stack, s.spacePiece(el, st))
}

func (s *setter) spacePiece(el *element, st style) piece {
	g := s.faces[st.face].glyph(' ')
	s.used[st.face].add(g)
	return piece{kind: spacePiece, el: el, style: st, glyphs: s.keep([]glyph{g}), width: length(s.faces[st.face].widths[g]) * st.size / 1000}
}

// character adds r to the word that is being built.
func (s *setter) character(el *element, st style, r rune) {
	drawn, says := r, false
	if s.faces[st.face].glyph(r) == 0 {
		if drawn, says = standIn(r); drawn == 0 || s.faces[st.face].glyph(drawn) == 0 {
			drawn, says = missingShape, true
			s.miss(r)
		}
	}
	if !says {
		s.add(st, drawn)
		return
	}
	s.word(el, st)
	s.add(st, drawn)
	s.word(el.saying(string(r)), st)
}

func (s *setter) add(st style, r rune) {
	g := s.faces[st.face].glyph(r)
	s.used[st.face].add(g)
	s.run = append(s.run, g)
}

func (s *setter) miss(r rune) {
	if !slices.Contains(*s.missing, r) {
		*s.missing = append(*s.missing, r)
	}
}

// word ends the word that is being built.
func (s *setter) word(el *element, st style) {
	if len(s.run) == 0 {
		return
	}
	glyphs := s.keep(s.run)
	s.stack = append(s.stack, piece{kind: wordPiece, el: el, style: st, glyphs: glyphs, width: s.faces[st.face].width(glyphs, st.size)})
	s.run = s.run[:0]
}
