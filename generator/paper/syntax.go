package paper

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
)

// appendString writes a text string for what stands outside pages: titles,
// labels, values. ASCII stays readable; all else is UTF-16 with its mark.
func appendString(b []byte, s string) []byte {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return appendUTF16(b, s)
		}
	}
	return appendLiteral(b, []byte(s))
}

func appendUTF16(b []byte, s string) []byte {
	b = append(b, "<FEFF"...)
	b = appendHex16(b, s)
	return append(b, '>')
}

// appendHex16 writes s as hexadecimal digits of UTF-16.
func appendHex16(b []byte, s string) []byte {
	for _, r := range s {
		if high, low := utf16.EncodeRune(r); high != unicode.ReplacementChar {
			b = appendHex(appendHex(b, uint16(high)), uint16(low))
		} else {
			b = appendHex(b, uint16(r))
		}
	}
	return b
}

func appendHex(b []byte, u uint16) []byte {
	const digits = "0123456789ABCDEF"
	return append(b, digits[u>>12], digits[u>>8&15], digits[u>>4&15], digits[u&15])
}

// appendLiteral writes bytes as a string in brackets.
func appendLiteral(b, s []byte) []byte {
	b = append(b, '(')
	for _, c := range s {
		b = appendEscaped(b, c)
	}
	return append(b, ')')
}

// appendEscaped writes one byte of a string in brackets. A bare carriage
// return would be read back as a line feed.
func appendEscaped(b []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(b, '\\', c)
	case '\r':
		return append(b, '\\', 'r')
	case '\n':
		return append(b, '\\', 'n')
	}
	return append(b, c)
}

// appendRef writes a reference to the object n.
func appendRef(b []byte, n int) []byte {
	b = strconv.AppendInt(b, int64(n), 10)
	return append(b, " 0 R"...)
}

func appendRefs(b []byte, ns []int) []byte {
	for i, n := range ns {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendRef(b, n)
	}
	return b
}

func appendInt(b []byte, n int) []byte {
	return strconv.AppendInt(b, int64(n), 10)
}

// plain is a string of one line for titles, labels, and names: composed
// letters, single spaces, no control characters.
func plain(s string) string {
	if isClean(s) && !strings.Contains(s, "  ") && !strings.Contains(s, string(noBreakSpace)) && strings.TrimSpace(s) == s {
		return s
	}
	return strings.Join(strings.Fields(clean(s)), " ")
}

// languageTag is s where it can be a language's tag (BCP 47), else "".
func languageTag(s string) string {
	if len(s) > 35 {
		return ""
	}
	for i := range len(s) {
		c := s[i]
		if c != '-' && (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') {
			return ""
		}
	}
	return s
}
