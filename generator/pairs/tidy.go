package pairs

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// tidy makes a cell's text what its writer meant: letters composed (NFC), any
// space a space, line ends line feeds, nothing invisible, no spaces at the ends
// of lines nor several in a row.
func tidy(text string) string {
	if plain(text) {
		return text
	}
	text = norm.NFC.String(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"))
	var b strings.Builder
	b.Grow(len(text))
	gap, fresh := false, true // a space is due; nothing stands on the line yet
	for _, r := range text {
		switch {
		case r == '\n' || r == '\u2028' || r == '\u2029':
			b.WriteByte('\n')
			gap, fresh = false, true
		case unicode.IsSpace(r):
			gap = !fresh
		case unicode.IsControl(r), r == '\ufeff', r == '\u200b', r == '\u00ad', r == '\u2060', r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == '\u200e', r == '\u200f':
		default:
			if gap {
				b.WriteByte(' ')
			}
			gap, fresh = false, false
			b.WriteRune(r)
		}
	}
	return strings.Trim(b.String(), "\n")
}

// plain reports whether a text is tidy beyond doubt: ASCII with single spaces
// between words. Most cells are.
func plain(text string) bool {
	space := true
	for i := range len(text) {
		c := text[i]
		if c < ' ' || c >= 0x7f || c == ' ' && space {
			return false
		}
		space = c == ' '
	}
	return !space || text == ""
}

// line is a text on one line.
func line(text string) string { return strings.Join(strings.Fields(text), " ") }

// mending is what repair could do for a text.
type mending uint8

const (
	sound  mending = iota
	mended         // encoded twice, and turned back
	broken         // letters were lost, or it can't be told what was meant
)

// repair turns a text back that was encoded twice: UTF-8 read as Windows-1252,
// which makes Ã¤ of ä. It does so only where it is certain, that is where all
// of the text, put back into bytes, is valid UTF-8 with letters outside ASCII:
// by chance that does not happen to words. Other signs of lost letters are
// reported as broken.
func repair(text string) (string, mending) {
	if strings.ContainsRune(text, utf8.RuneError) {
		return text, broken
	}
	if !strings.ContainsAny(text, "ÃÂÄÅâ") {
		return text, sound
	}
	raw := make([]byte, 0, len(text))
	for _, r := range text {
		b, ok := charmap.Windows1252.EncodeRune(r)
		if !ok && r > 0xff {
			return text, judge(text)
		}
		if !ok {
			b = byte(r)
		}
		raw = append(raw, b)
	}
	if !utf8.Valid(raw) {
		return text, judge(text)
	}
	for _, r := range string(raw) {
		if unicode.IsControl(r) && r > 0x7e {
			return text, judge(text)
		}
	}
	return string(raw), mended
}

// judge tells whether a text that can't be turned back still has the marks of
// having been encoded twice.
func judge(text string) mending {
	for _, sign := range []string{"Ã¤", "Ã¶", "Ã¥", "Ã„", "Ã–", "Ã…", "Ã©", "â€"} {
		if strings.Contains(text, sign) {
			return broken
		}
	}
	return sound
}
