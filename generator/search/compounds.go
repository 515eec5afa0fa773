package search

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// compounds says how long a part of a compound must be in a language, in
// bytes, and what may link two parts. Languages that write compounds apart
// need longer ones, or every other word would be one.
func compounds(lang string) (least int, link string) {
	base, _, _ := strings.Cut(lang, "-")
	switch base {
	case "fi", "et", "hu", "nl":
		return 4, ""
	case "sv", "da", "nb", "nn", "no", "de", "is":
		return 4, "s"
	}
	return 5, ""
}

// partsOf returns the terms of a compound's parts: those that the site itself
// proves, since it uses each part as a word of its own. A word that is none
// has none; own is its own term.
func (l *lexicon) partsOf(form string, own uint32) []uint32 {
	parts, ok := l.split(form, 0)
	if !ok {
		return nil
	}
	slices.Sort(parts)
	parts = slices.Compact(parts)
	return slices.DeleteFunc(parts, func(t uint32) bool { return t == own })
}

// maxDepth bounds how many parts a compound may have.
const maxDepth = 4

// split takes a word apart where both sides are words, the first one as long
// as may be.
func (l *lexicon) split(word string, depth int) ([]uint32, bool) {
	for at := len(word) - l.least; at >= l.least && depth < maxDepth; at-- {
		if !utf8.RuneStart(word[at]) {
			continue
		}
		first, ok := l.first(word[:at])
		if !ok {
			continue
		}
		if last, ok := l.last(word[at:]); ok {
			return append(first, append(last, l.inner(word[:at], depth)...)...), true
		}
		if rest, ok := l.split(word[at:], depth+1); ok {
			return append(first, rest...), true
		}
	}
	return nil, false
}

// inner returns the parts of a part.
func (l *lexicon) inner(word string, depth int) []uint32 {
	parts, _ := l.split(word, depth+1)
	return parts
}

// first returns the term of a word that may begin a compound: a form that the
// site uses, with a link or without, or one that is inflected only within
// compounds (tapaamis-, ihmis-).
func (l *lexicon) first(word string) ([]uint32, bool) {
	if i, ok := l.place[word]; ok {
		return []uint32{l.of[i]}, true
	}
	if l.link != "" && strings.HasSuffix(word, l.link) && len(word) > l.least+1 {
		if i, ok := l.place[strings.TrimSuffix(word, l.link)]; ok {
			return []uint32{l.of[i]}, true
		}
	}
	if strings.HasSuffix(word, "s") && len(word) > l.least {
		if t, ok := l.stems[l.stem(word)]; ok {
			return []uint32{t}, true
		}
	}
	return nil, false
}

// last returns the term of a word that may end a compound, in any form.
func (l *lexicon) last(word string) ([]uint32, bool) {
	if i, ok := l.place[word]; ok {
		return []uint32{l.of[i]}, true
	}
	if len(word) > l.least {
		if t, ok := l.stems[l.stem(word)]; ok && len(l.terms[t].begin) >= l.least-1 {
			return []uint32{t}, true
		}
	}
	return nil, false
}
