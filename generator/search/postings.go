package search

import (
	"context"
	"math"
)

// posting says how well a page answers to a term: the page's number and, in
// the lowest bits, a weight from 1 to maxWeight.
type posting uint32

const (
	weightBits = 6
	maxWeight  = 1<<weightBits - 1
	weightUnit = 10 // weights count in tenths; one word in the text alone gives at most ten of them
)

func newPosting(page int, weight float64) posting {
	w := min(max(math.Round(weight*weightUnit), 1), maxWeight)
	return posting(page<<weightBits | int(w))
}

func (p posting) page() int   { return int(p >> weightBits) }
func (p posting) weight() int { return int(p & maxWeight) }

// How the text's share of a weight grows with the number of times that a word
// stands in it, and how much a longer text holds it down: the parameters of
// Okapi BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework,
// 2009, 3.4).
const (
	saturation = 1.2
	lengthness = .6
)

// partShare is what a part of a compound counts, against a word of its own.
const partShare = .5

// tally adds up what the words of a page give to the terms.
type tally struct {
	times   []float32 // by term
	bonus   []float32
	touched []uint32
}

func (t *tally) add(term uint32, times, bonus float32) {
	if t.times[term] == 0 {
		t.touched = append(t.touched, term)
	}
	t.times[term] += times
	t.bonus[term] = max(t.bonus[term], bonus)
}

// weights is what a page gives to the terms that it has.
type weights struct {
	terms    []uint32
	postings []posting
}

// count works out each page's weights, then sorts them by term.
func (x *index) count(ctx context.Context) error {
	sum := 0
	for _, c := range x.counts {
		sum += c.length
	}
	average := max(float64(sum)/float64(max(len(x.pages), 1)), 1)
	pages := make([]weights, len(x.pages))
	tallies := make([]*tally, workers())
	totals := make([][]uint32, workers())
	const stretch = 64
	err := each(ctx, (len(pages)+stretch-1)/stretch, func(worker, n int) error {
		if tallies[worker] == nil {
			tallies[worker] = &tally{times: make([]float32, len(x.terms)), bonus: make([]float32, len(x.terms))}
			totals[worker] = make([]uint32, len(x.terms))
		}
		for i := n * stretch; i < min((n+1)*stretch, len(pages)); i++ {
			pages[i] = x.weigh(tallies[worker], i, average)
			for _, t := range pages[i].terms {
				totals[worker][t]++
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	x.sortPostings(pages, totals)
	return nil
}

// weigh works out a page's weights and lets go of its counts.
func (x *index) weigh(t *tally, page int, average float64) weights {
	c := &x.counts[page]
	l := x.lexicons[x.langOf[page]]
	given := l.given[c.worker]
	for i, n := range c.words {
		form := given[n]
		times, bonus := float32(c.times[i]), float32(c.bonus[i])/bonusUnit
		t.add(l.final[l.of[form]], times, bonus)
		for _, part := range l.parts[form] {
			t.add(l.final[part], times*partShare, bonus*partShare)
		}
	}
	w := weights{make([]uint32, len(t.touched)), make([]posting, len(t.touched))}
	damping := saturation * (1 - lengthness + lengthness*float64(c.length)/average)
	for i, term := range t.touched {
		times := float64(t.times[term])
		w.terms[i] = term
		w.postings[i] = newPosting(page, times/(times+damping)+float64(t.bonus[term]))
		t.times[term], t.bonus[term] = 0, 0
	}
	t.touched = t.touched[:0]
	*c = pageCount{}
	return w
}

// sortPostings gives each term its postings in the order of the pages. totals
// are how many each worker found for each term.
func (x *index) sortPostings(pages []weights, totals [][]uint32) {
	all := make([]uint32, len(x.terms))
	n := 0
	for _, t := range totals {
		for i, k := range t {
			all[i] += k
			n += int(k)
		}
	}
	room := make([]posting, n)
	x.postings = make([][]posting, len(x.terms))
	for i, k := range all {
		x.postings[i], room = room[:0:k], room[k:]
	}
	for i := range pages {
		for k, term := range pages[i].terms {
			x.postings[term] = append(x.postings[term], pages[i].postings[k])
		}
		pages[i] = weights{}
	}
}
