package search

import (
	"strconv"
	"unicode/utf8"
	"unsafe"
)

// script is a shard as it is written: a call of mentorbookSearch.
type script struct{ bytes []byte }

func (s *script) begin() { s.bytes = append(s.bytes[:0], "mentorbookSearch(["...) }
func (s *script) end()   { s.bytes = append(s.bytes, "])\n"...) }

func (s *script) raw(text string) { s.bytes = append(s.bytes, text...) }
func (s *script) number(n int)    { s.bytes = strconv.AppendInt(s.bytes, int64(n), 10) }

// text writes a text as JavaScript's string (ECMA-262, 12.9.4).
func (s *script) text(t string) {
	b := append(s.bytes, '"')
	from := 0
	for i := 0; i < len(t); {
		c := t[i]
		if c >= ' ' && c != '"' && c != '\\' && c < utf8.RuneSelf {
			i++
			continue
		}
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(t[i:])
			if r != '\u2028' && r != '\u2029' && (r != utf8.RuneError || size > 1) {
				i += size
				continue
			}
			b = append(append(b, t[from:i]...), ' ')
			i += size
			from = i
			continue
		}
		b = append(b, t[from:i]...)
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		default:
			b = append(b, ' ')
		}
		i++
		from = i
	}
	s.bytes = append(append(b, t[from:]...), '"')
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
