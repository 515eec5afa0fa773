package paper

import (
	"crypto/sha256"
	"fmt"
)

// embed writes the glyphs of a face that are used as a font and returns its
// number. Text is written as numbers of glyphs (Identity-H); a table tells
// what each of them says when it is copied or read aloud.
func (f *file) embed(face *face, set glyphSet) int {
	data := face.subset(set)
	hash := sha256.Sum256(data)
	tag := make([]byte, 6) // a subset's name begins with six letters and a plus (ISO 32000-1, 9.6.4)
	for i := range tag {
		tag[i] = 'A' + hash[i]%26
	}
	name := string(tag) + "+" + face.name
	program, unicode := f.reserve(), f.reserve()
	f.stream(program, fmt.Sprintf("/Length1 %d", len(data)), f.deflate.bytes(data), true)
	f.stream(unicode, "", f.deflate.bytes(face.toUnicode(set)), true)
	descriptor, descendant, font := f.reserve(), f.reserve(), f.reserve()
	f.object(descriptor, face.descriptor(name, program))
	b := fmt.Appendf(nil, "<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/CIDToGIDMap/Identity/DW %d/W[", name, descriptor, face.widths[0])
	b = face.appendWidths(b, set)
	f.object(descendant, append(b, "]>>"...))
	f.object(font, fmt.Appendf(nil, "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>", name, descendant, unicode))
	return font
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
	var rows []byte
	count := 0
	flush := func() { // at most a hundred in a group
		if count > 0 {
			b = fmt.Appendf(b, "%d beginbfchar\n%sendbfchar\n", count, rows)
		}
		rows, count = rows[:0], 0
	}
	for g := range glyph(64 * len(set)) {
		if !set.has(g) || f.characters[g] == 0 {
			continue
		}
		rows = appendHex(append(rows, '<'), g)
		rows = appendHex16(append(rows, "><"...), string(f.characters[g]))
		rows = append(rows, ">\n"...)
		if count++; count == 100 {
			flush()
		}
	}
	flush()
	return append(b, "endcmap CMapName currentdict/CMap defineresource pop end end"...)
}
