package paper

import (
	"fmt"

	"golang.org/x/text/encoding/charmap"
)

// formFont writes the font in which a reader sets what is typed into a field.
//
// It is Helvetica, which every reader has, in the Windows encoding, which
// holds å ä ö; it is not embedded. PDF/UA wants fonts embedded that show text
// (ISO 14289-1, 7.21.4.1), and in a file of ours none shows any in it: what a
// field holds already is set in the document's own font, whose letters are as
// wide. A font for typing must hold every letter that may be typed: all of
// Liberation Sans takes 215 KB, nine times a whole agreement, or 100 KB without
// its hints; the letters of the Windows encoding alone take 8 KB more than those
// that an agreement uses, which is past the 30 KB that it may have.
func (f *file) formFont(like *face) int {
	descriptor, font := f.reserve(), f.reserve()
	f.object(descriptor, []byte("<</Type/FontDescriptor/FontName/Helvetica/Flags 32/FontBBox[-166 -225 1000 931]/ItalicAngle 0/Ascent 718/Descent -207/CapHeight 718/XHeight 523/StemV 88>>"))
	b := []byte("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 255/Widths[")
	for c := 32; c < 256; c++ {
		if c > 32 {
			b = append(b, ' ')
		}
		b = appendInt(b, helveticaWidth(like, byte(c)))
	}
	f.object(font, fmt.Appendf(b, "]/FontDescriptor %d 0 R>>", descriptor))
	return font
}

// helveticaWidth is the width of a character of the Windows encoding: the same
// as in Liberation Sans, which was drawn to Helvetica's measures.
func helveticaWidth(like *face, c byte) int {
	r := charmap.Windows1252.DecodeByte(c)
	if g := like.glyph(r); g != 0 {
		return like.widths[g]
	}
	return 350 // of the bullet, which stands where the encoding has no character
}
