package markdown

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"slices"

	"mentorbook/generator/finding"
)

// lineFinder turns offsets of the body into places of the file. Places are
// mostly asked for in the order of the text, so it goes on from the last one.
type lineFinder struct {
	file   string
	raw    []byte
	offset int // of the body in raw

	at, line, column int   // the last place found
	starts           []int // offsets of the lines' beginnings, once a place before the last was asked for
}

// place returns the place at an offset of the body.
func (l *lineFinder) place(offset int) finding.Place {
	at := min(max(l.offset+offset, 0), len(l.raw))
	if l.line == 0 {
		l.line, l.column = 1, 1
	}
	if at < l.at {
		l.back(at)
	}
	passed := l.raw[l.at:at]
	if i := bytes.LastIndexByte(passed, '\n'); i >= 0 {
		l.line += bytes.Count(passed, []byte{'\n'})
		l.column = 1
		passed = passed[i+1:]
	}
	l.column += runes(passed)
	l.at = at
	return finding.Place{File: l.file, Line: l.line, Column: l.column}
}

// back goes to the beginning of the line of an earlier offset.
func (l *lineFinder) back(at int) {
	if l.starts == nil {
		l.starts = append(l.starts, 0)
		for i, c := range l.raw {
			if c == '\n' {
				l.starts = append(l.starts, i+1)
			}
		}
	}
	i, found := slices.BinarySearch(l.starts, at)
	if !found {
		i--
	}
	l.at, l.line, l.column = l.starts[i], i+1, 1
}

// runes counts the characters of UTF-8 text: its bytes but for those that
// continue a character (10xxxxxx), eight at a time.
func runes(b []byte) int {
	n := len(b)
	for len(b) >= 8 {
		x := binary.LittleEndian.Uint64(b)
		n -= bits.OnesCount64(x >> 7 & ^(x >> 6) & 0x0101010101010101)
		b = b[8:]
	}
	for _, c := range b {
		if c&0xC0 == 0x80 {
			n--
		}
	}
	return n
}
