package paper

import "unicode"

// splitLong gives words that are wider than a line places to break, so that
// nothing ever leaves the page: after the signs that divide addresses, before a
// consonant that a vowel follows (which ends a syllable in Finnish, and reads
// well enough elsewhere), and else anywhere.
func (s *setter) splitLong(pieces []piece, width length) []piece {
	long := false
	for _, b := range boxesOf(pieces) {
		long = long || b.width > width
	}
	if !long {
		return pieces
	}
	var out []piece
	at := 0
	for _, b := range boxesOf(pieces) {
		out = append(out, pieces[at:b.from]...)
		if b.width > width {
			out = s.splitBox(out, pieces[b.from:b.to], width)
		} else {
			out = append(out, pieces[b.from:b.to]...)
		}
		at = b.to
	}
	return append(out, pieces[at:]...)
}

// splitBox appends a box's pieces with places to break between them.
func (s *setter) splitBox(out, pieces []piece, width length) []piece {
	for i, p := range pieces {
		if i > 0 {
			out = append(out, piece{kind: turnPiece})
		}
		if p.kind == wordPiece && len(p.glyphs) > 1 {
			out = s.splitWord(out, p, width)
		} else {
			out = append(out, p)
		}
	}
	return out
}

// splitWord cuts a word into parts of at most the width.
func (s *setter) splitWord(out []piece, p piece, width length) []piece {
	face := s.faces[p.style.face]
	hyphen := face.width([]glyph{face.glyph('-')}, p.style.size)
	glyphs := p.glyphs
	for len(glyphs) > 0 {
		fits := 1
		for fits < len(glyphs) && face.width(glyphs[:fits+1], p.style.size) <= width-hyphen {
			fits++
		}
		after := turnPiece
		if fits < len(glyphs) {
			fits, after = cut(face, glyphs, fits)
		}
		part := p
		part.glyphs, part.width = glyphs[:fits], face.width(glyphs[:fits], p.style.size)
		out = append(out, part)
		if glyphs = glyphs[fits:]; len(glyphs) > 0 {
			out = append(out, piece{kind: after, el: p.el, style: p.style})
		}
	}
	return out
}

// cut is the best place among the last that fit to divide a word, and how.
func cut(f *face, glyphs []glyph, fits int) (int, pieceKind) {
	letter := func(i int) rune {
		if i < 0 || i >= len(glyphs) {
			return 0
		}
		return f.characters[glyphs[i]]
	}
	for at := fits; at > fits*2/3 && at > 1; at-- {
		switch letter(at - 1) {
		case ' ', noBreakSpace, '/', '@', '.', '?', '&', '=', '_', '-', ',', ';', ':':
			return at, turnPiece
		}
	}
	if f.traits.fixed {
		return fits, turnPiece // code has no hyphens of ours
	}
	for at := fits; at > fits*2/3 && at > 2 && at < len(glyphs)-1; at-- {
		if unicode.IsLetter(letter(at-1)) && isConsonant(letter(at)) && isVowel(letter(at+1)) {
			return at, hyphenPiece
		}
	}
	if unicode.IsLetter(letter(fits-1)) && unicode.IsLetter(letter(fits)) && fits > 2 {
		return fits, hyphenPiece
	}
	return fits, turnPiece
}

func isVowel(r rune) bool {
	switch unicode.ToLower(r) {
	case 'a', 'e', 'i', 'o', 'u', 'y', 'å', 'ä', 'ö', 'é':
		return true
	}
	return false
}

func isConsonant(r rune) bool { return unicode.IsLetter(r) && !isVowel(r) }
