package search

import (
	"encoding/binary"
	"math/bits"
	"slices"
	"strconv"
	"unsafe"
)

// script is a shard as it is written: a call of mentorbookSearch.
type script struct{ bytes []byte }

func (s *script) begin() { s.bytes = append(s.bytes[:0], "mentorbookSearch(["...) }
func (s *script) end()   { s.bytes = append(s.bytes, "])\n"...) }

func (s *script) raw(text string) { s.bytes = append(s.bytes, text...) }
func (s *script) number(n int)    { s.bytes = strconv.AppendInt(s.bytes, int64(n), 10) }

// text writes a text, which is UTF-8, as JavaScript's string (ECMA-262, 12.9.4):
// eight bytes at a time as they are, up to the first that may have to be
// written otherwise.
func (s *script) text(t string) {
	from := lent(t)
	to := slices.Grow(s.bytes, 2*len(t)+10) // no character takes more than two bytes instead of one
	n := len(to)
	to = to[:cap(to)]
	to[n] = '"'
	n++
	for len(from) > 0 {
		if len(from) >= 8 {
			x := binary.LittleEndian.Uint64(from)
			binary.LittleEndian.PutUint64(to[n:], x)
			plain := firstSpecial(x)
			if plain == 8 { // a processor goes on at once with what it expects
				from, n = from[8:], n+8
				continue
			}
			from, n = from[plain:], n+plain
		}
		c := from[0]
		switch {
		case c == '"' || c == '\\':
			to[n] = '\\'
			n++
		case c == '\n':
			to[n], c = '\\', 'n'
			n++
		case c < ' ':
			c = ' '
		case c == 0xE2 && len(from) > 2 && from[1] == 0x80 && from[2]&^1 == 0xA8: // U+2028 and U+2029 end a line
			c, from = ' ', from[2:]
		}
		to[n] = c
		from, n = from[1:], n+1
	}
	to[n] = '"'
	s.bytes = to[:n+1]
}

// firstSpecial is which of eight bytes, the lowest first, is the first that may not
// stand in a string as it is; 8 where all may. 0xE2 begins, among others, the
// two line separators. A byte with its highest bit clear that is less than
// another sets that bit when this is taken from it, as those above it may
// after it: the first one is right.
func firstSpecial(x uint64) int {
	const ones, high = 0x0101010101010101, 0x8080808080808080
	quote, back, line := x^'"'*ones, x^'\\'*ones, x^0xE2*ones
	is := (x-' '*ones)&^x | (quote-ones)&^quote | (back-ones)&^back | (line-ones)&^line
	return bits.TrailingZeros64(is&high) / 8
}

// digits are the 64 characters that numbers are packed into.
const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// pack appends a number: five bits a character, the lowest first; the sixth
// says that more follow.
func pack(dst []byte, n uint32) []byte {
	for n >= 32 {
		dst = append(dst, digits[n&31|32])
		n >>= 5
	}
	return append(dst, digits[n])
}

// lend is a text that shares the bytes of a buffer, and is good as long as they are.
func lend(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// lent is the bytes of a text, which may not be written to.
func lent(t string) []byte { return unsafe.Slice(unsafe.StringData(t), len(t)) }
