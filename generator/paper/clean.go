package paper

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Characters with a meaning for lines.
const (
	softHyphen   = '\u00AD' // a line may end here, with a hyphen
	mayBreak     = '\u200B' // a line may end here
	noBreakSpace = '\u00A0'
	noBreakDash  = '\u2011'
)

// clean makes text fit to be set: letters composed (NFC); control characters,
// marks of direction, and joiners left out; line feeds and tabs are spaces;
// spaces of every width are one of two, breaking or not.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	return norm.NFC.String(strings.Map(cleanRune, ligatures.Replace(strings.ToValidUTF8(s, "\uFFFD"))))
}

// isClean tells of most texts at a glance that they are clean: they hold only
// printable ASCII, composed letters of Latin, and the usual dashes, quotes and
// signs, none of which join with one another.
func isClean(s string) bool {
	for _, r := range s {
		switch {
		case r >= ' ' && r <= '~', r >= noBreakSpace && r <= 'ſ':
		case r == '–', r == '—', r == '‘', r == '’', r == '“', r == '”', r == '…', r == '€':
		default:
			return false
		}
	}
	return true
}

func isPlainASCII(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// ligatures are letters drawn together, as text copied from other PDFs has them.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st")

func cleanRune(r rune) rune {
	switch r {
	case '\n', '\t', '\r', '\u0085', '\u2028', '\u2029':
		return ' '
	case '\u202F', '\u2007':
		return noBreakSpace
	case softHyphen, mayBreak, noBreakSpace:
		return r
	}
	switch {
	case r < 0x7F && r >= ' ':
		return r
	case unicode.Is(unicode.Zs, r):
		return ' '
	case unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r):
		return -1
	}
	return r
}

// standIn is the character whose shape is drawn for r where the fonts lack r.
// Where it says something else, the text keeps r for those who copy or listen.
func standIn(r rune) (drawn rune, says bool) {
	switch r {
	case noBreakDash, '\u2010':
		return '-', false
	case '\u2012', '\u2015', '\u2E3A':
		return '–', false
	case '☐', '◻', '⬜':
		return '□', true
	case '☑', '☒', '⬛':
		return '■', true
	case '✓', '✔':
		return '√', true
	case '✗', '✘', '✕', '✖':
		return '×', true
	case '➔', '➜', '➡':
		return '→', true
	}
	return 0, false
}

// missingShape is drawn for a character that no font has.
const missingShape = '□'
