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

// count works out the postings: a stretch of the pages for each core. It goes
// through them twice, first to see how many postings each term gets from each
// stretch, then to put them where they belong: in the order of the pages.
func (x *index) count(ctx context.Context) error {
	stretches := workers()
	next := make([][]uint32, stretches) // of each stretch and term: how many, then where the next one goes
	err := each(ctx, stretches, func(_, s int) error {
		next[s] = x.totals(x.stretch(s, stretches))
		return nil
	})
	if err != nil {
		return err
	}
	all := x.makeRoom(next)
	average := x.averageLength()
	return each(ctx, stretches, func(_, s int) error {
		t := &tally{times: make([]float32, len(x.terms)), bonus: make([]float32, len(x.terms))}
		from, to := x.stretch(s, stretches)
		for page := from; page < to; page++ {
			x.weigh(t, page, average, func(term uint32, p posting) {
				all[next[s][term]] = p
				next[s][term]++
			})
		}
		return nil
	})
}

func (x *index) stretch(s, of int) (from, to int) {
	return len(x.pages) * s / of, len(x.pages) * (s + 1) / of
}

// totals counts the pages from one to another that have each term.
func (x *index) totals(from, to int) []uint32 {
	totals, last := make([]uint32, len(x.terms)), make([]int32, len(x.terms))
	for page := from; page < to; page++ {
		mark := int32(page - from + 1)
		x.eachTerm(page, func(term uint32, _, _ float32) {
			if last[term] != mark {
				last[term] = mark
				totals[term]++
			}
		})
	}
	return totals
}

// makeRoom gives each term its room among all postings, and turns how many
// each stretch has into where its first one goes.
func (x *index) makeRoom(next [][]uint32) []posting {
	sum := uint32(0)
	ends := make([]uint32, len(x.terms))
	for term := range ends {
		for s := range next {
			n := next[s][term]
			next[s][term] = sum
			sum += n
		}
		ends[term] = sum
	}
	all := make([]posting, sum)
	x.postings = make([][]posting, len(x.terms))
	from := uint32(0)
	for term, end := range ends {
		x.postings[term] = all[from:end]
		from = end
	}
	return all
}

func (x *index) averageLength() float64 {
	sum := 0
	for _, c := range x.counts {
		sum += c.length
	}
	return max(float64(sum)/float64(max(len(x.pages), 1)), 1)
}

// eachTerm calls found with every term that a word of the page stands for, how
// often and with what bonus; with one term as often as it has forms there.
func (x *index) eachTerm(page int, found func(term uint32, times, bonus float32)) {
	c := &x.counts[page]
	l := x.lexicons[x.langOf[page]]
	means := l.means[c.worker]
	for i, n := range c.words {
		m := &means[n]
		times, bonus := float32(c.times[i]), float32(c.bonus[i])/bonusUnit
		found(m.term, times, bonus)
		for _, part := range l.pieces[m.from:m.to] {
			found(part, times*partShare, bonus*partShare)
		}
	}
}

// weigh works out a page's postings and lets go of its counts.
func (x *index) weigh(t *tally, page int, average float64, found func(term uint32, p posting)) {
	x.eachTerm(page, t.add)
	damping := saturation * (1 - lengthness + lengthness*float64(x.counts[page].length)/average)
	for _, term := range t.touched {
		times := float64(t.times[term])
		found(term, newPosting(page, times/(times+damping)+float64(t.bonus[term])))
		t.times[term], t.bonus[term] = 0, 0
	}
	t.touched = t.touched[:0]
	x.counts[page] = pageCount{}
}
