package paper

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// A face is one of the typefaces, parsed from TrueType. It is only read after
// that, so that many documents are set with it at once.
//
// Source of the format: ISO/IEC 14496-22 (OpenType).
type face struct {
	name       string // its PostScript name
	traits     traits
	head       []byte
	hhea       []byte
	maxp       []byte
	loca, glyf []byte
	longLoca   bool
	unitsPerEm int
	ascent     int // this and all below in thousandths of an em
	descent    int // below 0
	capHeight  int
	box        [4]int
	widths     []int            // by glyph
	advances   []uint16         // the same in units of the font
	bearings   []int16          // room at the left, in units of the font
	glyphs     [256]*[256]glyph // by the two bytes of a character of the basic plane
	characters []rune           // by glyph: what it says when it is copied; 0 for nothing
	kerning    [][]kern         // by the first glyph of a pair, in the order of the second
}

// traits are what a font's description says of its look.
type traits struct {
	bold, fixed bool
	slant       int // degrees, below 0 for an italic
}

// glyph is the number of a shape in a face; 0 is the shape of what is missing.
type glyph = uint16

var be = binary.BigEndian

var errFont = errors.New("the font is damaged")

// parseFace reads a font. It is for fonts that we ship: one that is damaged
// is an error or a panic that the tests would meet.
func parseFace(b []byte, name string, t traits) (*face, error) {
	tables, err := fontTables(b)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	head, hhea, os2 := tables["head"], tables["hhea"], tables["OS/2"]
	f := &face{name: name, traits: t, head: head, hhea: hhea, maxp: tables["maxp"], loca: tables["loca"], glyf: tables["glyf"]}
	f.unitsPerEm = int(be.Uint16(head[18:]))
	f.longLoca = be.Uint16(head[50:]) == 1
	for i := range f.box {
		f.box[i] = f.perMille(int(int16(be.Uint16(head[36+2*i:]))))
	}
	f.ascent = f.perMille(int(int16(be.Uint16(hhea[4:]))))
	f.descent = f.perMille(int(int16(be.Uint16(hhea[6:]))))
	f.capHeight = f.perMille(int(int16(be.Uint16(os2[88:]))))
	f.readWidths(tables["hmtx"])
	if err := f.readCharacters(tables["cmap"]); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	f.readKerning(tables["kern"])
	return f, nil
}

func fontTables(b []byte) (map[string][]byte, error) {
	if len(b) < 12 || be.Uint32(b) != 0x00010000 {
		return nil, errFont
	}
	tables := map[string][]byte{}
	for i := range int(be.Uint16(b[4:])) {
		entry := b[12+16*i:]
		start, size := be.Uint32(entry[8:]), be.Uint32(entry[12:])
		tables[string(entry[:4])] = b[start : start+size]
	}
	for _, need := range []string{"head", "hhea", "maxp", "OS/2", "hmtx", "cmap", "loca", "glyf"} {
		if tables[need] == nil {
			return nil, errFont
		}
	}
	return tables, nil
}

// perMille turns the font's units into thousandths of an em.
func (f *face) perMille(units int) int {
	scaled := units * 1000
	if scaled < 0 {
		return -((-scaled + f.unitsPerEm/2) / f.unitsPerEm)
	}
	return (scaled + f.unitsPerEm/2) / f.unitsPerEm
}

func (f *face) readWidths(hmtx []byte) {
	full := int(be.Uint16(f.hhea[34:])) // glyphs from here on are as wide as the last
	n := int(be.Uint16(f.maxp[4:]))
	f.widths, f.advances, f.bearings = make([]int, n), make([]uint16, n), make([]int16, n)
	for g := range n {
		f.advances[g] = be.Uint16(hmtx[4*min(g, full-1):])
		f.widths[g] = f.perMille(int(f.advances[g]))
		if g < full {
			f.bearings[g] = int16(be.Uint16(hmtx[4*g+2:]))
		} else {
			f.bearings[g] = int16(be.Uint16(hmtx[4*full+2*(g-full):]))
		}
	}
}

// readCharacters reads the table of characters in its format 4, which covers
// the basic plane; no font of ours goes beyond it.
func (f *face) readCharacters(cmap []byte) error {
	var table []byte
	for i := range int(be.Uint16(cmap[2:])) {
		entry := cmap[4+8*i:]
		if t := cmap[be.Uint32(entry[4:]):]; be.Uint16(entry) == 3 && be.Uint16(entry[2:]) == 1 && be.Uint16(t) == 4 {
			table = t
		}
	}
	if table == nil {
		return errFont
	}
	f.characters = make([]rune, len(f.widths))
	n := int(be.Uint16(table[6:])) / 2
	ends, starts, deltas, offsets := table[14:], table[16+2*n:], table[16+4*n:], table[16+6*n:]
	for i := range n {
		start, end := int(be.Uint16(starts[2*i:])), int(be.Uint16(ends[2*i:]))
		delta, offset := be.Uint16(deltas[2*i:]), int(be.Uint16(offsets[2*i:]))
		for r := start; r <= end && r < 0xFFFF; r++ {
			g := uint16(r) + delta
			if offset != 0 {
				if g = be.Uint16(offsets[2*i+offset+2*(r-start):]); g != 0 {
					g += delta
				}
			}
			f.setGlyph(rune(r), g)
		}
	}
	return nil
}

func (f *face) setGlyph(r rune, g glyph) {
	if g == 0 || int(g) >= len(f.widths) {
		return
	}
	if f.glyphs[r>>8] == nil {
		f.glyphs[r>>8] = new([256]glyph)
	}
	f.glyphs[r>>8][r&0xFF] = g
	if f.characters[g] == 0 {
		f.characters[g] = r // the lowest: a space rather than a no-break space
	}
}

// readKerning reads the pairs of the table kern, format 0, which is sorted.
func (f *face) readKerning(table []byte) {
	if len(table) < 18 || be.Uint16(table[8:]) != 1 {
		return
	}
	n := int(be.Uint16(table[10:]))
	f.kerning = make([][]kern, len(f.widths))
	for i := range n {
		pair := table[18+6*i:]
		first := be.Uint16(pair)
		f.kerning[first] = append(f.kerning[first], kern{be.Uint16(pair[2:]), f.perMille(int(int16(be.Uint16(pair[4:]))))})
	}
}

// kern is the room between a glyph and the one that follows it.
type kern struct {
	second glyph
	room   int
}

// glyph is the shape of a character; 0 where the face has none.
func (f *face) glyph(r rune) glyph {
	if r < 0 || r > 0xFFFF || f.glyphs[r>>8] == nil {
		return 0
	}
	return f.glyphs[r>>8][r&0xFF]
}

// kern is the room between two glyphs that their shapes ask for.
func (f *face) kern(a, b glyph) int {
	if int(a) >= len(f.kerning) {
		return 0 // a face without pairs
	}
	for _, k := range f.kerning[a] {
		if k.second >= b {
			if k.second == b {
				return k.room
			}
			break
		}
	}
	return 0
}

// width is the room that glyphs take beside each other at a size.
func (f *face) width(gs []glyph, size length) length {
	sum := 0
	for i, g := range gs {
		sum += f.widths[g]
		if i > 0 {
			sum += f.kern(gs[i-1], g)
		}
	}
	return length(sum) * size / 1000
}

// outline is a glyph's shape as the font holds it.
func (f *face) outline(g glyph) []byte {
	if f.longLoca {
		return f.glyf[be.Uint32(f.loca[4*int(g):]):be.Uint32(f.loca[4*int(g)+4:])]
	}
	return f.glyf[2*int(be.Uint16(f.loca[2*int(g):])) : 2*int(be.Uint16(f.loca[2*int(g)+2:]))]
}
