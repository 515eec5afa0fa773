package markdown

import (
	"strings"
	"unicode"
)

// quotes are a language's quotation marks: around a quotation and within one.
type quotes struct{ open, close, openInner, closeInner string }

// quotesOf returns the marks of a language, by its base (Unicode CLDR,
// delimiters); those not listed have the English ones.
func quotesOf(lang string) quotes {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	switch base {
	case "fi", "sv":
		return quotes{"”", "”", "’", "’"}
	case "de", "et":
		return quotes{"„", "“", "‚", "‘"}
	case "fr":
		return quotes{"«\u00a0", "\u00a0»", "“", "”"}
	case "nb", "nn", "no":
		return quotes{"«", "»", "‘", "’"}
	case "es", "it":
		return quotes{"«", "»", "“", "”"}
	case "ru", "uk":
		return quotes{"«", "»", "„", "“"}
	}
	return quotes{"“", "”", "‘", "’"}
}

// quote chooses the mark for a straight " or ' from what stands on both sides
// of it.
func (w *writer) quote(c byte, prev, next rune) string {
	q := &w.converter.quotes
	begins := opens(prev) && !unicode.IsSpace(next)
	if begins && isDash(prev) {
		begins = unicode.IsLetter(next) || unicode.IsDigit(next)
	}
	if c == '"' {
		if begins {
			return q.open
		}
		return q.close
	}
	switch {
	case begins && !unicode.IsDigit(next): // ’90s
		w.quoted++
		return q.openInner
	case w.quoted > 0 && !unicode.IsLetter(next):
		w.quoted--
		return q.closeInner
	}
	return "’" // an apostrophe
}

// opens reports whether a quotation mark after the rune may open a quotation.
func opens(prev rune) bool {
	switch prev {
	case '(', '[', '{', '/', '“', '‘', '„', '‚', '«', '‹', '¿', '¡':
		return true
	}
	return unicode.IsSpace(prev) || isDash(prev)
}

func isDash(r rune) bool { return r == '-' || r == '–' || r == '—' }
