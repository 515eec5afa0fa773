package search

import (
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/swedish"
)

// A stemmer gives what the forms of a word have in common. Words that share
// it are one term of the index. It need not be a word.
type stemmer func(folded string) string

// stemmerOf returns a language's stemmer. In languages without one each form
// stands alone, and the browser compares beginnings.
func stemmerOf(lang string) stemmer {
	base, _, _ := strings.Cut(lang, "-")
	switch base {
	case "fi":
		return finnishStem
	case "sv":
		return swedishStem
	case "en":
		return func(w string) string { return snowball(english.Stem, w) }
	}
	return func(w string) string { return w }
}

// snowball runs one of Snowball's algorithms (https://snowballstem.org/).
// Numbers, and words too short to lose an ending, stay as they are.
func snowball(algorithm func(*snowballstem.Env) bool, w string) string {
	if len(w) < 3 || w[0] >= '0' && w[0] <= '9' {
		return w
	}
	env := snowballstem.NewEnv(w)
	algorithm(env)
	return env.Current()
}

const vowels = "aeiouyåäö"

// finnishStem goes on where Snowball ends: it takes the last vowel off and
// evens out consonant gradation (mentorointi, mentoroinnin) and the endings of
// the commonest kinds of noun (sopimus, sopimuksen; tapaaminen, tapaamisen).
func finnishStem(w string) string {
	s := snowball(finnish.Stem, w)
	if utf8.RuneCountInString(s) < 5 {
		return strings.TrimRight(s, "aäi")
	}
	s = oneVowelLess(s)
	for _, end := range [...]struct{ from, to string }{
		{"min", "m"}, {"mis", "m"}, {"uks", "u"}, {"yks", "y"}, {"us", "u"}, {"ys", "y"}, {"uud", "uu"}, {"yyd", "yy"}, {"uut", "uu"}, {"yyt", "yy"},
		{"nt", "n"}, {"nn", "n"}, {"mp", "m"}, {"mm", "m"}, {"lt", "l"}, {"ll", "l"}, {"rt", "r"}, {"rr", "r"}, {"nk", "n"}, {"ng", "n"},
		{"kk", "k"}, {"pp", "p"}, {"tt", "t"}, {"ej", ""},
	} {
		if strings.HasSuffix(s, end.from) && len(s)-len(end.from)+len(end.to) > 3 {
			s = s[:len(s)-len(end.from)] + end.to
			break
		}
	}
	s = cutIf(s, 4, "in", "is")
	if n := len(s); n > 4 && (s[n-1] == 't' || s[n-1] == 'd') && endsInVowel(s[:n-1]) {
		s = s[:n-1]
	}
	return s
}

// swedishStem adds to Snowball the neuter's -et, -n after l and r, and the e
// that comes and goes (regel, reglerna).
func swedishStem(w string) string {
	s := snowball(swedish.Stem, w)
	s = cutIf(s, 3, "et")
	if n := len(s); n > 4 && s[n-1] == 'n' && (s[n-2] == 'l' || s[n-2] == 'r') {
		s = s[:n-1]
	}
	if n := len(s); n > 4 && s[n-2] == 'e' && strings.IndexByte("lrn", s[n-1]) >= 0 && !endsInVowel(s[:n-2]) {
		s = s[:n-2] + s[n-1:]
	}
	if n := len(s); n > 3 && s[n-1] == s[n-2] {
		s = s[:n-1]
	}
	return s
}

// cutIf takes the first of the endings off that leaves at least n bytes.
func cutIf(s string, n int, endings ...string) string {
	for _, e := range endings {
		if len(s)-len(e) >= n && strings.HasSuffix(s, e) {
			return s[:len(s)-len(e)]
		}
	}
	return s
}

func endsInVowel(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(vowels, r)
}

// oneVowelLess takes a single vowel off the end; a long one stays.
func oneVowelLess(s string) string {
	r, size := utf8.DecodeLastRuneInString(s)
	if !strings.ContainsRune(vowels, r) {
		return s
	}
	if before, _ := utf8.DecodeLastRuneInString(s[:len(s)-size]); before == r {
		return s
	}
	return s[:len(s)-size]
}
