package markdown

import "strings"

// quotes are a language's quotation marks: around a quotation and within one.
type quotes struct{ open, close, openInner, closeInner string }

// quotesOf returns the marks of a language (Unicode CLDR, delimiters).
func quotesOf(lang string) quotes {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	switch base {
	case "fi", "sv":
		return quotes{"”", "”", "’", "’"}
	case "de", "cs", "sk", "sl", "is":
		return quotes{"„", "“", "‚", "‘"}
	case "et", "lt":
		return quotes{"„", "“", "‚", "‘"}
	case "pl", "ro", "hu":
		return quotes{"„", "”", "‚", "’"}
	case "fr":
		return quotes{"«\u00a0", "\u00a0»", "‹\u00a0", "\u00a0›"}
	case "nb", "nn", "no", "da", "es", "it", "ru", "uk":
		return quotes{"«", "»", "‘", "’"}
	}
	return quotes{"“", "”", "‘", "’"}
}

// opens reports whether a quotation mark after the rune opens a quotation.
func opens(prev rune) bool {
	switch prev {
	case ' ', '\n', '\t', '(', '[', '{', '/', '\u00a0', '–', '—', '-', '“', '‘', '„', '‚', '«':
		return true
	}
	return false
}
