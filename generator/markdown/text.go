package markdown

import (
	"bytes"
	"html"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"mentorbook/generator/finding"
)

// second marks the bytes of text that need a second look.
var second = [256]bool{
	'\\': true, '&': true, '<': true, '>': true, '"': true, '\'': true, '-': true, '.': true, '[': true, ']': true,
}

// segment writes a run of text of the source.
func (w *writer) segment(s text.Segment) { w.text(s.Value(w.src), s.Start-s.Padding) }

// text writes a run of text: escapes and entities resolved, HTML escaped,
// quotation marks, dashes and ellipses set in the language's manner. at is
// where it stands in the source; -1 means elsewhere.
func (w *writer) text(t []byte, at int) {
	w.words += bytes.Count(t, []byte{' '})
	from := 0
	for i := 0; i < len(t); {
		c := t[i]
		if !second[c] {
			i++
			continue
		}
		if c == '[' || c == ']' {
			if at >= 0 {
				w.checkBracket(c, at+i)
			}
			i++
			continue
		}
		replacement, size := w.replace(t, i, from, at)
		if size == 0 {
			i++
			continue
		}
		w.out = append(w.out, t[from:i]...)
		w.out = append(w.out, replacement...)
		w.prev = lastRune(replacement)
		i += size
		from = i
	}
	if from < len(t) {
		w.out = append(w.out, t[from:]...)
		w.prev = runeBefore(t, len(t))
	}
}

func runeBefore(t []byte, i int) rune {
	if c := t[i-1]; c < utf8.RuneSelf {
		return rune(c)
	}
	r, _ := utf8.DecodeLastRune(t[:i])
	return r
}

func lastRune(s string) rune {
	switch s {
	case "&lt;", "&gt;", "&amp;", "&#34;":
		return 'x'
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// replace returns what stands for the bytes at i, and how many they are; 0
// where they stand for themselves. from is where text not yet written begins,
// at where t stands in the source.
func (w *writer) replace(t []byte, i, from, at int) (string, int) {
	switch t[i] {
	case '<':
		return "&lt;", 1
	case '>':
		return "&gt;", 1
	case '\\':
		if i+1 < len(t) && util.IsPunct(t[i+1]) {
			if esc := htmlEscapes[t[i+1]]; esc != "" {
				return esc, 2
			}
			return string(t[i+1 : i+2]), 2
		}
	case '&':
		if resolved, size := entity(t[i:]); size > 0 {
			return string(appendEscaped(nil, resolved)), size
		}
		return "&amp;", 1
	case '-':
		switch n := run(t[i:]); {
		case n == 2:
			return "–", 2
		case n == 3:
			return "—", 3
		case n > 3:
			return string(t[i : i+n]), n
		}
	case '.':
		switch n := run(t[i:]); {
		case n == 3:
			return "…", 3
		case n > 3:
			return string(t[i : i+n]), n
		}
	case '"', '\'':
		prev := w.prev
		if i > from {
			prev = runeBefore(t, i)
		}
		return w.quote(t[i], prev, w.runeAfter(t, i, at)), 1
	}
	return "", 0
}

// runeAfter is the rune that follows the byte at i, be it in a later run.
func (w *writer) runeAfter(t []byte, i, at int) rune {
	rest := t[i+1:]
	if len(rest) == 0 && at >= 0 {
		rest = w.src[min(at+i+1, len(w.src)):]
	}
	if len(rest) == 0 {
		return '\n'
	}
	r, _ := utf8.DecodeRune(rest)
	return r
}

// run is how often the first byte is repeated.
func run(t []byte) int {
	n := 1
	for n < len(t) && t[n] == t[0] {
		n++
	}
	return n
}

// entity resolves a character reference (CommonMark 0.31, 2.5); 0 means that
// it is none.
func entity(t []byte) (string, int) {
	end := bytes.IndexByte(t[:min(len(t), 40)], ';')
	if end < 2 {
		return "", 0
	}
	if t[1] == '#' {
		if resolved := numeric(string(t[2:end])); resolved != "" {
			return resolved, end + 1
		}
		return "", 0
	}
	for _, c := range t[1:end] {
		if !util.IsAlphaNumeric(c) {
			return "", 0
		}
	}
	ref := string(t[:end+1])
	resolved := html.UnescapeString(ref)
	// html resolves the beginning of &copyleft; too, which Markdown does not.
	if resolved == ref || strings.HasSuffix(resolved, ";") && ref != "&semi;" {
		return "", 0
	}
	return resolved, end + 1
}

// numeric resolves the number of a character reference, decimal or with x
// hexadecimal; "" where it is none.
func numeric(number string) string {
	digits, base, most := number, 10, 7
	if strings.HasPrefix(number, "x") || strings.HasPrefix(number, "X") {
		digits, base, most = number[1:], 16, 6
	}
	code, err := strconv.ParseUint(digits, base, 32)
	switch {
	case err != nil || len(digits) > most:
		return ""
	case code == 0 || code > unicode.MaxRune || !utf8.ValidRune(rune(code)):
		return "\ufffd"
	}
	return string(rune(code))
}

// unescapedText resolves the escapes and entities of an address or a title.
func unescapedText(t []byte) string {
	if bytes.IndexByte(t, '\\') < 0 && bytes.IndexByte(t, '&') < 0 {
		return string(t)
	}
	var b strings.Builder
	for i := 0; i < len(t); i++ {
		switch {
		case t[i] == '\\' && i+1 < len(t) && util.IsPunct(t[i+1]):
			i++
			b.WriteByte(t[i])
		case t[i] == '&':
			resolved, size := entity(t[i:])
			if size == 0 {
				b.WriteByte('&')
				continue
			}
			b.WriteString(resolved)
			i += size - 1
		default:
			b.WriteByte(t[i])
		}
	}
	return b.String()
}

var ownEscapes = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&#34;", `"`, "&amp;", "&")

// unescaped undoes appendEscaped.
func unescaped(b []byte) string {
	if bytes.IndexByte(b, '&') < 0 {
		return string(b)
	}
	return ownEscapes.Replace(string(b))
}

// checkBracket looks at a bracket that stayed text: whether it was meant to
// refer to a footnote or to a link's definition that the page lacks.
func (w *writer) checkBracket(c byte, at int) {
	if at+1 >= len(w.src) {
		return
	}
	next := w.src[at+1]
	if c == '[' && next == '^' {
		if label := labelAt(w.src[at+2:]); label != "" {
			w.report(finding.CodeFootnoteUnknown, at, "name", label)
		}
		return
	}
	if c != ']' || next != '[' {
		return
	}
	label := labelAt(w.src[at+2:])
	start := openingBracket(w.src, at)
	if strings.TrimSpace(label) == "" || start < 0 || label[0] == '^' {
		return
	}
	if _, known := w.context.Reference(util.ToLinkReference([]byte(label))); known {
		return
	}
	w.report(finding.CodeLinkReference, start, "label", label)
}

// labelAt is the text up to the bracket that closes it in the same line, or "".
func labelAt(t []byte) string {
	for i, c := range t[:min(len(t), 200)] {
		switch c {
		case ']':
			return string(t[:i])
		case '[', '\n':
			return ""
		}
	}
	return ""
}

// openingBracket finds the bracket of its line that the one at an offset
// closes, unless a letter or digit stands before it (a[0][1] is no link) or a
// backslash. It returns -1 where there is none.
func openingBracket(t []byte, at int) int {
	depth := 0
	for i := at; i >= max(0, at-1000) && t[i] != '\n'; i-- {
		switch t[i] {
		case ']':
			depth++
		case '[':
			if depth--; depth > 0 {
				continue
			}
			if i > 0 && (isWordByte(t[i-1]) || strings.IndexByte(`])\`, t[i-1]) >= 0) {
				return -1
			}
			return i
		}
	}
	return -1
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= utf8.RuneSelf || c == '_'
}
