package search

import (
	"strconv"
	"strings"
	"unsafe"
)

// script is a shard as it is written: a call of mentorbookSearch.
type script struct{ bytes []byte }

func (s *script) begin() { s.bytes = append(s.bytes[:0], "mentorbookSearch(["...) }
func (s *script) end()   { s.bytes = append(s.bytes, "])\n"...) }

func (s *script) raw(text string) { s.bytes = append(s.bytes, text...) }
func (s *script) number(n int)    { s.bytes = strconv.AppendInt(s.bytes, int64(n), 10) }

// special marks the bytes of a text that may not stand in a string as they
// are. 0xE2 begins, among others, the two line separators.
var special = func() (is [256]bool) {
	for c := range byte(' ') {
		is[c] = true
	}
	is['"'], is['\\'], is[0xE2] = true, true, true
	return is
}()

// text writes a text, which is UTF-8, as JavaScript's string (ECMA-262, 12.9.4).
func (s *script) text(t string) {
	b := append(s.bytes, '"')
	from := 0
	for i := 0; i < len(t); i++ {
		if !special[t[i]] {
			continue
		}
		instead, size := " ", 1
		switch t[i] {
		case '"':
			instead = `\"`
		case '\\':
			instead = `\\`
		case '\n':
			instead = `\n`
		case 0xE2:
			if size = 3; !strings.HasPrefix(t[i:], "\u2028") && !strings.HasPrefix(t[i:], "\u2029") {
				continue
			}
		}
		b = append(append(b, t[from:i]...), instead...)
		from = i + size
		i = from - 1
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
