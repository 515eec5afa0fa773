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

// next returns the next word of a text from a byte on, and where to go on: a run
// of letters, digits and marks, in lower case, good until the next call. It is
// empty where there is none.
func (s *splitter) next(text string, at int) (word []byte, after int) {
	n := 0
	for at < len(text) {
		c := text[at]
		if c < utf8.RuneSelf {
			at++
			if l := class[c]; l != 0 {
				if n < maxWord {
					s.buf[n] = l
					n++
				}
			} else if n > 0 {
				break
			}
			continue
		}
		if c == latin && at+1 < len(text) && text[at+1]&0xC0 == 0x80 {
			l := latinClass[text[at+1]&0x3F]
			at += 2
			if l != 0 {
				if n < maxWord {
					s.buf[n], s.buf[n+1] = latin, l
					n += 2
				}
			} else if n > 0 {
				break
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		at += size
		if r == softHyphen {
			continue
		}
		if r == utf8.RuneError && size == 1 || !isWord(r) {
			if n > 0 {
				break
			}
		} else if n < maxWord {
			n += utf8.EncodeRune(s.buf[n:], unicode.ToLower(r))
		}
	}
	return s.buf[:n], at
}

// latin is the first byte of the letters of western Europe (U+00C0 to U+00FF),
// and latinClass says of the six bits of the second what class says of ASCII.
const latin = 0xC3

var latinClass = func() (to [64]byte) {
	for c := range byte(64) {
		if r := 0xC0 + rune(c); r != '×' && r != '÷' {
			to[c] = 0x80 | byte(unicode.ToLower(r)&0x3F)
		}
	}
	return to
}()

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
