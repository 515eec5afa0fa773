package paper

import (
	"codeberg.org/go-fonts/liberation/liberationmonoregular"
	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansbolditalic"
	"codeberg.org/go-fonts/liberation/liberationsansitalic"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
)

// faceIndex tells the faces apart; in a PDF they are called F0, F1 …
type faceIndex uint8

const (
	regular faceIndex = iota
	bold
	italic
	boldItalic
	mono
	faceCount
)

type faces [faceCount]*face

// parseFaces reads the Liberation fonts: free, made for reading on screen and
// paper, as wide as Helvetica letter by letter, so that what is typed into a
// field with Helvetica keeps the measure; Latin, Greek, and Cyrillic.
func parseFaces() (*faces, error) {
	var fs faces
	for i, source := range []struct {
		data   []byte
		name   string
		traits traits
	}{
		regular:    {liberationsansregular.TTF, "LiberationSans", traits{}},
		bold:       {liberationsansbold.TTF, "LiberationSans-Bold", traits{bold: true}},
		italic:     {liberationsansitalic.TTF, "LiberationSans-Italic", traits{slant: -12}},
		boldItalic: {liberationsansbolditalic.TTF, "LiberationSans-BoldItalic", traits{bold: true, slant: -12}},
		mono:       {liberationmonoregular.TTF, "LiberationMono", traits{fixed: true}},
	} {
		f, err := parseFace(source.data, source.name, source.traits)
		if err != nil {
			return nil, err
		}
		fs[i] = f
	}
	return &fs, nil
}

// glyphSet is the glyphs of a face that are used.
type glyphSet []uint64

func (s *glyphSet) add(g glyph) {
	for int(g>>6) >= len(*s) {
		*s = append(*s, 0)
	}
	(*s)[g>>6] |= 1 << (g & 63)
}

func (s glyphSet) has(g glyph) bool {
	return int(g>>6) < len(s) && s[g>>6]&(1<<(g&63)) != 0
}

func (s *glyphSet) addAll(o glyphSet) {
	for len(*s) < len(o) {
		*s = append(*s, 0)
	}
	for i, bits := range o {
		(*s)[i] |= bits
	}
}

// used is the glyphs of every face that a document uses.
type used [faceCount]glyphSet
