package search

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode/utf8"
)

// term is what the forms of a word have in common.
type term struct {
	begin     string   // of all its forms
	endings   []string // of each form, in their order
	low, high string   // the first and the last of its forms, without accents
}

// join puts the words that the workers met together: forms to terms, compounds
// to their parts.
func (x *index) join(ctx context.Context) error {
	for lang := range x.langs {
		l := x.newLexicon(lang)
		x.lexicons = append(x.lexicons, l)
		if err := l.fill(ctx); err != nil {
			return err
		}
	}
	x.sortTerms()
	return nil
}

// sortTerms puts the terms of all languages into the order in which a browser
// looks them up: by their beginning without accents.
func (x *index) sortTerms() {
	type place struct {
		lang, term int
		key        string
	}
	var places []place
	for lang, l := range x.lexicons {
		for i := range l.terms {
			places = append(places, place{lang, i, bare(l.terms[i].begin)})
		}
	}
	slices.SortFunc(places, func(a, b place) int {
		return cmp.Or(strings.Compare(a.key, b.key), cmp.Compare(a.lang, b.lang), cmp.Compare(a.term, b.term))
	})
	for _, l := range x.lexicons {
		l.final = make([]uint32, len(l.terms))
	}
	for _, p := range places {
		l := x.lexicons[p.lang]
		l.final[p.term] = uint32(len(x.terms))
		x.terms = append(x.terms, l.terms[p.term])
	}
	for _, l := range x.lexicons {
		l.resolve()
	}
}

// newTerm makes a term of its forms, which are sorted.
func newTerm(forms []string) term {
	begin := forms[0]
	for _, f := range forms[1:] {
		begin = begin[:common(begin, f)]
	}
	t := term{begin: begin}
	for i, f := range forms {
		t.endings = append(t.endings, f[len(begin):])
		b := bare(f)
		if i == 0 || b < t.low {
			t.low = b
		}
		t.high = max(t.high, b)
	}
	return t
}

// common is how many bytes two words have in common at their beginning, whole
// characters only.
func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n < len(a) && n > 0 && !utf8.RuneStart(a[n]) {
		n--
	}
	return n
}
