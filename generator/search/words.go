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

// class says what an ASCII byte is in a text: the letter or digit that it is
// in lower case, or 0 where it parts words.
var class = func() (to [utf8.RuneSelf]byte) {
	for c := range byte(utf8.RuneSelf) {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			to[c] = c
		case c >= 'A' && c <= 'Z':
			to[c] = c + 'a' - 'A'
		}
	}
	return to
}()

// splitter takes texts apart into words. It is used again for the next one.
type splitter struct {
	buf [maxWord + utf8.UTFMax + 16]byte // of the word at hand, with the room that interner.number wants
}

// each calls word for each word of a text: a run of letters, digits and marks,
// in lower case. What it gets is good until it returns.
func (s *splitter) each(text string, word func([]byte)) {
	n := 0
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			i++
			if l := class[c]; l == 0 {
				if n > 0 {
					word(s.buf[:n])
					n = 0
				}
			} else if n < maxWord {
				s.buf[n] = l
				n++
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		switch {
		case r == softHyphen:
		case r == utf8.RuneError && size == 1 || !isWord(r):
			if n > 0 {
				word(s.buf[:n])
				n = 0
			}
		case n < maxWord:
			n += utf8.EncodeRune(s.buf[n:], lower(r))
		}
	}
	if n > 0 {
		word(s.buf[:n])
	}
}

const softHyphen = '\u00ad'

func lower(r rune) rune {
	if r >= 0xe0 && r <= 0xfe { // most letters of western Europe are lower case
		return r
	}
	return unicode.ToLower(r)
}

func isWord(r rune) bool {
	if r >= 0xc0 && r <= 0xff {
		return r != '×' && r != '÷'
	}
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
