package handbook

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Slug makes a part of an address from a file name or a tag: lower-case
// letters, digits and hyphens. Accents are dropped (å ä ö become a a o), so
// that the file keeps its name on any server and in any archive. It returns
// "" where nothing is left.
func Slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(name) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteString(plain(unicode.ToLower(r)))
		default:
			gap = true
		}
	}
	return b.String()
}

// plain spells the letters that have no decomposition.
func plain(r rune) string {
	switch r {
	case 'ø':
		return "o"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ß':
		return "ss"
	case 'ð', 'đ':
		return "d"
	case 'þ':
		return "th"
	case 'ł':
		return "l"
	case 'ı':
		return "i"
	}
	return string(r)
}

// validSlug reports whether an owner's slug may be part of an address as it is.
func validSlug(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '_' && r != '.' && !unicode.Is(unicode.Mn, r) {
			return false
		}
	}
	return s != "" && s[0] != '.' && s[len(s)-1] != '.' && !strings.HasSuffix(strings.ToLower(s), ".html")
}
