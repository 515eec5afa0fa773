package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxWord is how much of a word counts, in bytes, give or take a character;
// what is longer is no word of any language but a heap of characters.
const maxWord = 64

// splitter takes texts apart into words. It is used again for the next one.
type splitter struct {
	buf [maxWord + utf8.UTFMax]byte // of the word at hand
}

// next returns the first word of a text and what follows it: a run of letters,
// digits and marks, in lower case, good until the next call. It is empty where
// there is none.
func (s *splitter) next(text []byte) (word, rest []byte) {
	n := 0
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		text = text[size:]
		switch {
		case r == softHyphen:
		case r == utf8.RuneError && size == 1 || !isWord(r):
			if n > 0 {
				return s.buf[:n], text
			}
		case n < maxWord:
			n += utf8.EncodeRune(s.buf[n:], unicode.ToLower(r))
		}
	}
	return s.buf[:n], nil
}

const softHyphen = '\u00ad'

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.M, r)
}

// fold is a word in lower case as the index spells it: composed, without
// accents but for å, ä and ö, which are letters of their own.
func fold(word string) string { return folded(word, true) }

// bare is a word without any accents, as one types it on a keyboard without
// the letters.
func bare(word string) string { return folded(word, false) }

func folded(word string, keep bool) string {
	if isASCII(word) {
		return word
	}
	var b strings.Builder
	for _, r := range norm.NFC.String(word) {
		if keep && (r == 'å' || r == 'ä' || r == 'ö') {
			b.WriteRune(r)
			continue
		}
		if s, ok := spelled[r]; ok {
			b.WriteString(s)
			continue
		}
		for _, d := range norm.NFD.String(string(r)) {
			if !unicode.Is(unicode.Mn, d) && d != softHyphen {
				b.WriteRune(d)
			}
		}
	}
	return norm.NFC.String(b.String())
}

// spelled are letters that are no letter with an accent, and how they are
// written without. templates/assets/js/search-words.js has the same.
var spelled = map[rune]string{'ø': "o", 'æ': "ae", 'œ': "oe", 'ß': "ss", 'ð': "d", 'þ': "th", 'ł': "l", 'đ': "d", 'ı': "i"}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
