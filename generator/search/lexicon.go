package search

import (
	"context"
	"slices"
)

// lexicon is the words of a language as the site uses them.
type lexicon struct {
	stem   stemmer
	least  int               // how long a part of a compound is at least, in bytes
	link   string            // may stand between the parts of a compound
	forms  []string          // sorted, each once
	place  map[string]uint32 // of each form
	given  [][]uint32        // stretch → number of a word → its form
	terms  []term
	of     []uint32          // form → its term
	stems  map[string]uint32 // → the term
	parts  [][]uint32        // form → the terms of its parts, where it is a compound
	final  []uint32          // term → its number among those of all languages
	means  [][]meaning       // stretch → number of a word → its terms
	pieces []uint32          // the terms of the parts of all compounds, one compound after the other
}

// meaning is what a word counts for, as counting needs it: looked up in one
// place for each word of each page.
type meaning struct {
	term     uint32 // its number among those of all languages
	from, to uint32 // of its parts in the lexicon's pieces
}

// resolve looks up once what each word of each stretch means.
func (l *lexicon) resolve() {
	forms := make([]meaning, len(l.forms))
	for form, parts := range l.parts {
		m := meaning{term: l.final[l.of[form]], from: uint32(len(l.pieces))}
		for _, p := range parts {
			l.pieces = append(l.pieces, l.final[p])
		}
		m.to = uint32(len(l.pieces))
		forms[form] = m
	}
	l.means = make([][]meaning, len(l.given))
	for s, given := range l.given {
		l.means[s] = make([]meaning, len(given))
		for n, form := range given {
			l.means[s][n] = forms[form]
		}
	}
}

// newLexicon gathers the forms of a language from all stretches.
func (x *index) newLexicon(lang int) *lexicon {
	l := &lexicon{stem: stemmerOf(x.langs[lang]), place: map[string]uint32{}, stems: map[string]uint32{}}
	l.least, l.link = compounds(x.langs[lang])
	spellings := make([][]string, len(x.stretches))
	for s := range x.stretches {
		words := x.stretches[s].words[lang].words
		spellings[s] = make([]string, len(words))
		for n, word := range words {
			f := fold(word)
			spellings[s][n] = f
			if _, known := l.place[f]; !known {
				l.place[f] = 0
				l.forms = append(l.forms, f)
			}
		}
	}
	slices.Sort(l.forms)
	for i, f := range l.forms {
		l.place[f] = uint32(i)
	}
	l.given = make([][]uint32, len(x.stretches))
	for s := range spellings {
		l.given[s] = make([]uint32, len(spellings[s]))
		for n, f := range spellings[s] {
			l.given[s][n] = l.place[f]
		}
	}
	return l
}

// batch is how many forms a worker takes at once.
const batch = 512

// fill finds the term of each form, then the parts of the compounds.
func (l *lexicon) fill(ctx context.Context) error {
	stems := make([]string, len(l.forms))
	if err := l.each(ctx, func(i int) { stems[i] = l.stem(l.forms[i]) }); err != nil {
		return err
	}
	l.of = make([]uint32, len(l.forms))
	var forms [][]string
	for i, s := range stems {
		t, known := l.stems[s]
		if !known {
			t = uint32(len(forms))
			l.stems[s] = t
			forms = append(forms, nil)
		}
		l.of[i] = t
		forms[t] = append(forms[t], l.forms[i])
	}
	for _, f := range forms {
		l.terms = append(l.terms, newTerm(f))
	}
	l.parts = make([][]uint32, len(l.forms))
	return l.each(ctx, func(i int) { l.parts[i] = l.partsOf(l.forms[i], l.of[i]) })
}

// each does work for every form, on all cores.
func (l *lexicon) each(ctx context.Context, work func(i int)) error {
	return each(ctx, (len(l.forms)+batch-1)/batch, func(_, n int) error {
		for i := n * batch; i < min((n+1)*batch, len(l.forms)); i++ {
			work(i)
		}
		return nil
	})
}
