package search

import "context"

// posting says how well a page answers to a term: the page's number and, in
// the lowest bits, a weight from 1 to maxWeight.
type posting uint32

const (
	weightBits = 6
	maxWeight  = 1<<weightBits - 1
	weightUnit = 10 // weights count in tenths; one word in the text alone gives at most ten of them
)

func newPosting(page int, weight float64) posting {
	w := int(weight*weightUnit + .5)
	return posting(page<<weightBits | min(max(w, 1), maxWeight))
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

// tally is what the words of a page at hand give to a term, and the term's
// room among the postings of a stretch.
type tally struct {
	times, bonus float32
	from, next   uint32
}

// count works out the postings. How many each term gets from each stretch of
// the pages is not known yet, but how many at most: as if no page had two of
// its forms. There each stretch puts them, in the order of the pages.
func (x *index) count(ctx context.Context) error {
	tallies := make([][]tally, len(x.stretches))
	for s := range x.stretches {
		tallies[s] = x.mostPostings(s)
	}
	all := make([]posting, makeRoom(tallies))
	average := x.averageLength()
	err := each(ctx, len(x.stretches), func(_, s int) error {
		w := weigher{index: x, stretch: s, tallies: tallies[s], all: all}
		for page := x.stretches[s].from; page < x.stretches[s].to && ctx.Err() == nil; page++ {
			w.weigh(page, average)
		}
		return ctx.Err()
	})
	x.postings = make([][]posting, len(x.terms))
	for term := range x.postings {
		x.postings[term] = closeUp(all, tallies, term)
	}
	return err
}

// mostPostings counts, as next, the pages of a stretch that have each word of
// each term.
func (x *index) mostPostings(stretch int) []tally {
	tallies := make([]tally, len(x.terms))
	for lang, l := range x.lexicons {
		for word, pages := range x.stretches[stretch].pages[lang] {
			m := l.means[stretch][word]
			tallies[m.term].next += pages
			for _, part := range l.pieces[m.from:m.to] {
				tallies[part].next += pages
			}
		}
	}
	return tallies
}

// makeRoom turns how many postings each term gets from each stretch into where
// the first one goes, and returns how many there are in all.
func makeRoom(tallies [][]tally) uint32 {
	sum := uint32(0)
	for term := range tallies[0] {
		for s := range tallies {
			t := &tallies[s][term]
			t.from, t.next, sum = sum, sum, sum+t.next
		}
	}
	return sum
}

// closeUp brings a term's postings from all stretches together.
func closeUp(all []posting, tallies [][]tally, term int) []posting {
	from := tallies[0][term].from
	end := from
	for s := range tallies {
		t := &tallies[s][term]
		end += uint32(copy(all[end:], all[t.from:t.next]))
	}
	return all[from:end:end]
}

func (x *index) averageLength() float64 {
	sum := 0
	for _, c := range x.counts {
		sum += c.length
	}
	return max(float64(sum)/float64(max(len(x.pages), 1)), 1)
}

// weigher works out the postings of a stretch.
type weigher struct {
	*index
	stretch int
	tallies []tally  // by term
	touched []uint32 // the terms of the page at hand
	all     []posting
}

// weigh works out a page's postings and lets go of its counts. A term counts
// as often as it has forms there.
func (w *weigher) weigh(page int, average float64) {
	c := &w.counts[page]
	l := w.lexicons[w.langOf[page]]
	means := l.means[w.stretch]
	for i, n := range c.words {
		m := &means[n]
		times, bonus := float32(c.times[i]), float32(0)
		if i < len(c.bonus) {
			bonus = float32(c.bonus[i]) / bonusUnit
		}
		w.add(m.term, times, bonus)
		for _, part := range l.pieces[m.from:m.to] {
			w.add(part, times*partShare, bonus*partShare)
		}
	}
	damping := saturation * (1 - lengthness + lengthness*float64(c.length)/average)
	for _, term := range w.touched {
		t := &w.tallies[term]
		times := float64(t.times)
		w.all[t.next] = newPosting(page, times/(times+damping)+float64(t.bonus))
		t.next++
		t.times, t.bonus = 0, 0
	}
	w.touched = w.touched[:0]
	*c = pageCount{}
}

func (w *weigher) add(term uint32, times, bonus float32) {
	t := &w.tallies[term]
	if t.times == 0 {
		w.touched = append(w.touched, term)
	}
	t.times += times
	t.bonus = max(t.bonus, bonus)
}
