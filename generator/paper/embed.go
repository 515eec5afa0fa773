package paper

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"sync"
)

// font is the glyphs of a face that a document uses, ready to be written.
type font struct {
	name             string
	face             *face
	size             int    // of the program, in bytes
	program, unicode []byte // deflated
	widths           []byte
}

// fonts remembers fonts: agreements of one language use the same letters again
// and again, and no two the same glyphs of any face for long.
type fonts struct {
	mu    sync.Mutex
	known map[string]*font
}

// mostFonts bounds what is remembered, some 6 KB each; then it is begun anew.
const mostFonts = 500

// of is the font of a face's glyphs.
func (fs *fonts) of(d *deflater, face *face, set glyphSet) *font {
	key := append(make([]byte, 0, 8*len(set)+40), face.name...)
	for _, bits := range set {
		key = be.AppendUint64(key, bits)
	}
	fs.mu.Lock()
	known := fs.known[string(key)]
	fs.mu.Unlock()
	if known != nil {
		return known
	}
	made := newFont(d, face, set)
	fs.mu.Lock()
	defer fs.mu.Unlock()
	if fs.known == nil || len(fs.known) >= mostFonts {
		fs.known = map[string]*font{}
	}
	fs.known[string(key)] = made
	return made
}

func newFont(d *deflater, face *face, set glyphSet) *font {
	data := face.subset(set)
	hash := sha256.Sum256(data)
	tag := make([]byte, 6) // a subset's name begins with six letters and a plus (ISO 32000-1, 9.6.4)
	for i := range tag {
		tag[i] = 'A' + hash[i]%26
	}
	return &font{
		name: string(tag) + "+" + face.name, face: face, size: len(data),
		program: d.bytes(data), unicode: d.bytes(face.toUnicode(set)), widths: face.appendWidths(nil, set),
	}
}

// embed writes a font and returns its number. Text is written as numbers of
// glyphs (Identity-H); a table tells what each of them says when it is copied
// or read aloud.
func (f *file) embed(ft *font) int {
	program, unicode := f.reserve(), f.reserve()
	f.stream(program, fmt.Sprintf("/Length1 %d", ft.size), ft.program, true)
	f.stream(unicode, "", ft.unicode, true)
	descriptor, descendant, number := f.reserve(), f.reserve(), f.reserve()
	f.object(descriptor, ft.face.descriptor(ft.name, program))
	b := fmt.Appendf(nil, "<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/CIDToGIDMap/Identity/DW %d/W[", ft.name, descriptor, ft.face.widths[0])
	f.object(descendant, append(append(b, ft.widths...), "]>>"...))
	f.object(number, fmt.Appendf(nil, "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>", ft.name, descendant, unicode))
	return number
}

func (f *face) descriptor(name string, program int) []byte {
	flags, stem := 4, 80 // symbolic: its characters are not named
	if f.traits.bold {
		stem = 140
	}
	if f.traits.slant != 0 {
		flags |= 64
	}
	if f.traits.fixed {
		flags |= 1
	}
	return fmt.Appendf(nil, "<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle %d/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile2 %d 0 R>>",
		name, flags, f.box[0], f.box[1], f.box[2], f.box[3], f.traits.slant, f.ascent, f.descent, f.capHeight, stem, program)
}

// appendWidths writes the widths of the glyphs in set: the first number of
// every row of neighbours, then their widths.
func (f *face) appendWidths(b []byte, set glyphSet) []byte {
	open := false
	for g := range glyph(64*len(set) + 1) {
		if !set.has(g) {
			if open {
				b = append(b, ']')
			}
			open = false
			continue
		}
		if open {
			b = append(b, ' ')
		} else {
			b = append(appendInt(b, int(g)), '[')
		}
		b, open = appendInt(b, f.widths[g]), true
	}
	return b
}

// toUnicode is the table from glyphs to characters (ISO 32000-1, 9.10.3).
func (f *face) toUnicode(set glyphSet) []byte {
	b := []byte("/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def 1 begincodespacerange<0000><FFFF>endcodespacerange\n")
	var single, rows mapping
	for g := glyph(0); int(g) < 64*len(set); g++ {
		if !set.has(g) || f.characters[g] == 0 {
			continue
		}
		last := g // of neighbours whose characters are neighbours too, within one first byte
		for byte(last) != 0xFF && set.has(last+1) && f.characters[last+1] == f.characters[last]+1 {
			last++
		}
		if last == g {
			single.row("<%04X><%s>", g, f.characters[g])
		} else {
			rows.row("<%04[1]X><%04[3]X><%[2]s>", g, f.characters[g], last)
		}
		g = last
	}
	b = single.appendTo(b, "bfchar")
	b = rows.appendTo(b, "bfrange")
	return append(b, "endcmap CMapName currentdict/CMap defineresource pop end end"...)
}

// mapping is rows of a table from glyphs to characters.
type mapping [][]byte

// row adds a row; format takes the glyph, what its character is in UTF-16, and more.
func (m *mapping) row(format string, g glyph, r rune, more ...any) {
	*m = append(*m, fmt.Appendf(nil, format+"\n", append([]any{g, appendHex16(nil, string(r))}, more...)...))
}

// appendTo writes the rows, at most a hundred in a group.
func (m mapping) appendTo(b []byte, name string) []byte {
	for group := range slices.Chunk(m, 100) {
		b = fmt.Appendf(b, "%d begin%s\n", len(group), name)
		for _, row := range group {
			b = append(b, row...)
		}
		b = fmt.Appendf(b, "end%s\n", name)
	}
	return b
}
