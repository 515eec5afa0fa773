package paper

// subset makes a font of a face that has only the shapes in s and those they
// are built of. Glyphs keep their numbers, so that pages can be written before
// it is known which glyphs a document needs, and many documents can share one
// font; the gaps between cost a few bytes once deflated. Hints for coarse
// screens are left out.
func (f *face) subset(s glyphSet) []byte {
	s = f.closure(s)
	count := 64 * len(s)
	for count > 1 && !s.has(glyph(count-1)) {
		count--
	}
	var glyf, hmtx []byte
	starts := make([]int, 1, count+1)
	for g := range glyph(count) {
		width, bearing := uint16(0), uint16(0)
		if s.has(g) {
			glyf = appendUnhinted(glyf, f.outline(g))
			for len(glyf)%4 != 0 {
				glyf = append(glyf, 0)
			}
			width, bearing = f.advances[g], uint16(f.bearings[g])
		}
		starts = append(starts, len(glyf))
		hmtx = be.AppendUint16(hmtx, width)
		hmtx = be.AppendUint16(hmtx, bearing)
	}
	head, hhea, maxp := append([]byte(nil), f.head...), append([]byte(nil), f.hhea...), append([]byte(nil), f.maxp...)
	be.PutUint32(head[8:], 0) // the sum, set below
	long, loca := offsets(starts)
	be.PutUint16(head[50:], long)
	be.PutUint16(hhea[34:], uint16(count))
	be.PutUint16(maxp[4:], uint16(count))
	return assembleFont([]fontTable{{"glyf", glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}})
}

// offsets writes where shapes start and the last ends: by halves in two bytes
// where those hold it (0), else in four (1).
func offsets(starts []int) (long uint16, loca []byte) {
	if starts[len(starts)-1] <= 2*0xFFFF {
		for _, at := range starts {
			loca = be.AppendUint16(loca, uint16(at/2))
		}
		return 0, loca
	}
	for _, at := range starts {
		loca = be.AppendUint32(loca, uint32(at))
	}
	return 1, loca
}

// Flags of a part of a composite glyph.
const (
	argumentsAreWords = 0x0001
	hasScale          = 0x0008
	morePartsFollow   = 0x0020
	hasTwoScales      = 0x0040
	hasMatrix         = 0x0080
	hasInstructions   = 0x0100
)

// eachPart calls visit with the place of every part of a composite glyph and
// returns where the parts end.
func eachPart(outline []byte, visit func(at int)) int {
	for at := 10; ; {
		visit(at)
		flags := be.Uint16(outline[at:])
		at += 6
		if flags&argumentsAreWords != 0 {
			at += 2
		}
		switch {
		case flags&hasScale != 0:
			at += 2
		case flags&hasTwoScales != 0:
			at += 4
		case flags&hasMatrix != 0:
			at += 8
		}
		if flags&morePartsFollow == 0 {
			return at
		}
	}
}

func isComposite(outline []byte) bool {
	return len(outline) >= 10 && int16(be.Uint16(outline)) < 0
}

// closure is s with the glyphs that its glyphs are built of, and glyph 0,
// which every font has.
func (f *face) closure(s glyphSet) glyphSet {
	all := append(glyphSet(nil), s...)
	var visit func(g glyph)
	visit = func(g glyph) {
		all.add(g)
		if outline := f.outline(g); isComposite(outline) {
			eachPart(outline, func(at int) { visit(be.Uint16(outline[at+2:])) })
		}
	}
	visit(0)
	for g := range glyph(64 * len(s)) {
		if s.has(g) {
			visit(g)
		}
	}
	return all
}

// appendUnhinted writes a shape without the instructions for coarse screens.
func appendUnhinted(b, outline []byte) []byte {
	if len(outline) < 10 {
		return b
	}
	start := len(b)
	if isComposite(outline) {
		end := eachPart(outline, func(int) {})
		b = append(b, outline[:end]...)
		eachPart(outline, func(at int) {
			be.PutUint16(b[start+at:], be.Uint16(outline[at:])&^hasInstructions)
		})
		return b
	}
	instructions := 10 + 2*int(be.Uint16(outline))
	size := int(be.Uint16(outline[instructions:]))
	b = append(b, outline[:instructions]...)
	b = append(b, 0, 0)
	return append(b, outline[instructions+2+size:]...)
}

type fontTable struct {
	tag  string
	data []byte
}

// assembleFont writes six tables as a font file.
func assembleFont(tables []fontTable) []byte {
	n := len(tables)
	b := be.AppendUint32(nil, 0x00010000)
	b = be.AppendUint16(b, uint16(n))
	b = be.AppendUint16(b, 64) // 16 × the largest power of two in n
	b = be.AppendUint16(b, 2)  // its exponent
	b = be.AppendUint16(b, uint16(16*n-64))
	at, headAt := 12+16*n, 0
	for _, t := range tables {
		if t.tag == "head" {
			headAt = at
		}
		b = append(b, t.tag...)
		b = be.AppendUint32(b, checksum(t.data))
		b = be.AppendUint32(b, uint32(at))
		b = be.AppendUint32(b, uint32(len(t.data)))
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		b = append(b, t.data...)
		for len(b)%4 != 0 {
			b = append(b, 0)
		}
	}
	be.PutUint32(b[headAt+8:], 0xB1B0AFBA-checksum(b))
	return b
}

func checksum(b []byte) (sum uint32) {
	for len(b) >= 4 {
		sum += be.Uint32(b)
		b = b[4:]
	}
	var last [4]byte
	copy(last[:], b)
	return sum + be.Uint32(last[:])
}
