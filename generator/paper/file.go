package paper

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"sync"
)

// file writes the objects of one PDF. Those without a stream are packed into
// object streams, which deflate well; where everything stands is told by a
// cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8).
type file struct {
	deflate *deflater
	async   bool // packs are deflated while more objects are written
	out     []byte
	places  []place // by object number
	pack    pack    // being filled
	packs   []*pack // full, not yet written
}

// place is where an object stands: at an offset, or in a pack.
type place struct {
	pack  *pack
	at    int // offset in the file, or index in the pack
	known bool
}

// pack is an object stream.
type pack struct {
	number int
	count  int
	index  []byte // numbers and offsets of its objects
	body   []byte
	data   chan []byte // deflated
}

// packSize is how much a pack holds before it is closed: enough to deflate
// well, and little enough for a reader that wants one object.
const packSize = 128 << 10

func newFile(d *deflater, async bool) *file {
	f := &file{deflate: d, async: async, places: make([]place, 1, 512)}
	f.pack.index, f.pack.body = make([]byte, 0, 4<<10), d.buffer(48<<10)
	f.out = append(make([]byte, 0, 32<<10), "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"...)
	return f
}

// reserve gives out the number of an object that is written later.
func (f *file) reserve() int {
	f.places = append(f.places, place{})
	return len(f.places) - 1
}

// reserveMany gives out n numbers in a row and returns the first.
func (f *file) reserveMany(n int) int {
	first := len(f.places)
	f.places = append(f.places, make([]place, n)...)
	return first
}

// object writes an object without a stream; it may reuse body afterwards.
func (f *file) object(number int, body []byte) {
	if f.pack.count > 0 && len(f.pack.body)+len(body) > packSize {
		f.closePack()
	}
	if f.pack.count == 0 {
		f.packs = append(f.packs, &pack{number: f.reserve()})
	}
	p := f.packs[len(f.packs)-1]
	f.places[number] = place{pack: p, at: f.pack.count, known: true}
	f.pack.count++
	f.pack.index = append(appendInt(f.pack.index, number), ' ')
	f.pack.index = append(appendInt(f.pack.index, len(f.pack.body)), ' ')
	f.pack.body = append(append(f.pack.body, body...), '\n')
}

// closePack hands the pack that is being filled to be deflated.
func (f *file) closePack() {
	if f.pack.count == 0 {
		return
	}
	p := f.packs[len(f.packs)-1]
	p.count, p.index, p.data = f.pack.count, f.pack.index, make(chan []byte, 1)
	body := append(append(f.deflate.buffer(len(f.pack.index)+len(f.pack.body)), f.pack.index...), f.pack.body...)
	f.deflate.done(f.pack.body)
	squeeze := func() {
		p.data <- f.deflate.bytes(body)
		f.deflate.done(body)
	}
	if f.async {
		go squeeze()
	} else {
		squeeze()
	}
	f.pack = pack{}
	if f.async {
		f.pack.body = f.deflate.buffer(packSize)
	}
}

// stream writes an object with a stream; dict is what its dictionary holds
// besides the stream's length and filter.
func (f *file) stream(number int, dict string, data []byte, deflated bool) {
	f.places[number] = place{at: len(f.out), known: true}
	f.out = appendInt(f.out, number)
	f.out = append(f.out, " 0 obj\n<<"...)
	f.out = append(f.out, dict...)
	if deflated {
		f.out = append(f.out, "/Filter/FlateDecode"...)
	}
	f.out = append(f.out, "/Length "...)
	f.out = appendInt(f.out, len(data))
	f.out = append(f.out, ">>stream\n"...)
	f.out = append(f.out, data...)
	f.out = append(f.out, "\nendstream\nendobj\n"...)
}

// finish writes the packs and the cross-references. The file's id is a hash
// of its content, so that the same content is the same file.
func (f *file) finish(root, info int) []byte {
	f.closePack()
	for _, p := range f.packs {
		f.stream(p.number, fmt.Sprintf("/Type/ObjStm/N %d/First %d", p.count, len(p.index)), <-p.data, true)
	}
	number, start := f.reserve(), len(f.out)
	f.places[number] = place{at: start, known: true}
	table, offset := f.crossReferences()
	hash := sha256.Sum256(f.out)
	dict := fmt.Sprintf("/Type/XRef/Size %d/W[1 %d 2]/DecodeParms<</Predictor 12/Columns %d>>/Root %d 0 R/Info %d 0 R/ID[<%X><%X>]",
		len(f.places), offset, offset+3, root, info, hash[:16], hash[:16])
	f.stream(number, dict, f.deflate.bytes(table), true)
	f.out = append(f.out, "startxref\n"...)
	f.out = appendInt(f.out, start)
	return append(f.out, "\n%%EOF\n"...)
}

// crossReferences tells of every object where it stands, in rows of a kind,
// some bytes of offset or pack, and two bytes of index. Each row holds how it
// differs from the one above (the predictor "up", ISO 32000-1, 7.4.4.4): most
// are the next in the same pack, so that the whole table deflates to next to
// nothing.
func (f *file) crossReferences() (table []byte, offset int) {
	offset = 2
	if len(f.out) > 0xFFFF || len(f.places) > 0xFFFF {
		offset = 4
	}
	const up = 2
	row, above := make([]byte, offset+3), make([]byte, offset+3)
	table = make([]byte, 0, len(f.places)*(offset+4))
	for number, p := range f.places {
		kind, at, index := byte(1), uint32(p.at), uint16(0)
		switch {
		case number == 0 || !p.known: // free
			kind, at, index = 0, 0, 0xFFFF
		case p.pack != nil:
			kind, at, index = 2, uint32(p.pack.number), uint16(p.at)
		}
		row[0] = kind
		for i := range offset {
			row[1+i] = byte(at >> (8 * (offset - 1 - i)))
		}
		be.PutUint16(row[1+offset:], index)
		table = append(table, up)
		for i, c := range row {
			table = append(table, c-above[i])
		}
		row, above = above, row
	}
	return table, offset
}

// deflater compresses; its writers are large and are used again.
type deflater struct {
	writers sync.Pool
	buffers sync.Pool // *[]byte: what is to be compressed
}

// buffer is an empty buffer that holds size bytes.
func (d *deflater) buffer(size int) []byte {
	if b, ok := d.buffers.Get().(*[]byte); ok && cap(*b) >= size {
		return (*b)[:0]
	}
	return make([]byte, 0, size)
}

// done gives a buffer back that is no longer needed.
func (d *deflater) done(b []byte) {
	if cap(b) >= 16<<10 {
		d.buffers.Put(&b)
	}
}

// bytes compresses b as zlib does (RFC 1950). Of its levels, 5 makes a document
// as small as the usual 6 but for a hundredth, in four fifths of the time;
// level 1 makes it an eighth larger.
func (d *deflater) bytes(b []byte) []byte {
	out := bytes.NewBuffer(make([]byte, 0, len(b)/2+64))
	w, ok := d.writers.Get().(*zlib.Writer)
	if ok {
		w.Reset(out)
	} else {
		w, _ = zlib.NewWriterLevel(out, 5) // a level that there is
	}
	w.Write(b) // a bytes.Buffer takes everything
	w.Close()
	d.writers.Put(w)
	return out.Bytes()
}
