package pairs

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// split folds a header into words: lower case, no punctuation, numbers apart,
// the hyphenated words for e-mail joined, and words parted where a capital
// follows a small letter (mentorEmail).
func split(header string) []string {
	header = strings.ReplaceAll(strings.ReplaceAll(tidy(header), "'s", "s"), "’s", "s")
	var b strings.Builder
	var last rune
	for _, r := range header {
		switch {
		case unicode.IsUpper(r) && unicode.IsLower(last), unicode.IsDigit(r) && unicode.IsLetter(last), unicode.IsLetter(r) && unicode.IsDigit(last):
			b.WriteByte(' ')
			b.WriteRune(unicode.ToLower(r))
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r):
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteByte(' ')
		}
		last = r
	}
	all := strings.Fields(b.String())
	for i := 0; i+1 < len(all); i++ {
		joined := all[i] + all[i+1]
		if (all[i] == "e" || all[i] == "s") && personWords[joined] == "email" {
			all = slices.Replace(all, i, i+2, joined)
		}
	}
	return all
}

// numbered is the number that a form puts before a question: 1. or 12)
var numbered = regexp.MustCompile(`^\s*\d{1,2}[.)]\s+`)

// compact folds a header to be compared as a whole.
func compact(header string) string { return strings.Join(split(header), "") }

// freeName is the name of a free column as a placeholder of the agreement has
// it: lower case, with hyphens where spaces and punctuation were.
func freeName(header string) string {
	var b strings.Builder
	gap := false
	for _, r := range tidy(header) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r) {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// digits reads a small number; 0 where there is none.
func digits(w string) int {
	n := 0
	for _, r := range w {
		if r < '0' || r > '9' || n > 99 {
			return 0
		}
		n = 10*n + int(r-'0')
	}
	return n
}

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}
