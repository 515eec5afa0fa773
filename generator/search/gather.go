package search

import (
	"context"
	"math"
	"strings"

	"mentorbook/generator/handbook"
)

// pageCount is which words a page has, as its worker numbered them.
type pageCount struct {
	worker int
	words  []uint32 // numbers within the worker's words of the page's language
	times  []uint8  // how often each stands in the text
	bonus  []uint8  // for standing in a title or a heading, in 32nds
	length int      // of the text in words
}

// gatherer is the state of one worker.
type gatherer struct {
	words   []*interner // of each language
	times   []uint8     // of the page at hand, by number
	bonus   []uint8
	touched []uint32
	place   []uint32 // numbers of the words of a title or a heading
	numbers []uint32 // room for the counts of the next pages
	marks   []uint8
	page    pageText
	split   splitter
	out     script
}

// Weights of the places where a word stands; the text itself gives 0 to 1. A
// place of few words gives more.
const (
	inTitle    = 2.5
	inQuestion = 2
	inHeading  = .8
	inTags     = .4
	inSummary  = .3
	bonusUnit  = 32
)

// textShard is how many words of text a shard holds, roughly: 25 KB. An
// excerpt costs its whole shard, each shard costs a file.
const textShard = 3600

// gather reads all pages, writes their texts and counts their words.
func (x *index) gather(ctx context.Context) error {
	words := textShard
	for i, p := range x.pages {
		if words += p.Doc.Words + 50; words > textShard {
			x.texts = append(x.texts, shard{first: i})
			words = p.Doc.Words + 50
		}
	}
	x.counts = make([]pageCount, len(x.pages))
	gatherers := make([]*gatherer, workers())
	err := each(ctx, len(x.texts), func(worker, i int) error {
		g := gatherers[worker]
		if g == nil {
			g = &gatherer{}
			for range x.langs {
				g.words = append(g.words, newInterner())
			}
			gatherers[worker] = g
		}
		end := len(x.pages)
		if i+1 < len(x.texts) {
			end = x.texts[i+1].first
		}
		g.out.begin()
		for n := x.texts[i].first; n < end; n++ {
			g.page.read(x.pages[n], x.names.Parts)
			g.writePage(x, x.pages[n], n > x.texts[i].first)
			x.counts[n] = g.count(g.words[x.langOf[n]], worker)
		}
		g.out.end()
		return x.writeTexts(i, g.out.bytes)
	})
	x.gathered = gatherers
	return err
}

// count counts the words of the page that was read.
func (g *gatherer) count(words *interner, worker int) pageCount {
	length := 0
	place := func(text string, weight float64) {
		if text == "" {
			return
		}
		g.place = g.place[:0]
		for w, at := g.split.next(text, 0); len(w) > 0; w, at = g.split.next(text, at) {
			g.place = append(g.place, words.number(w))
		}
		length += len(g.place)
		bonus := uint8(weight * (.5 + .5/float64(max(len(g.place), 1))) * bonusUnit)
		for _, n := range g.place {
			g.add(n)
			g.bonus[n] = max(g.bonus[n], bonus)
		}
	}
	p := &g.page
	place(p.title, inTitle)
	place(p.question, inQuestion)
	place(p.summary, inSummary)
	for _, tag := range p.tags {
		place(tag, inTags)
	}
	for i := range p.sections {
		s := &p.sections[i]
		if s.own {
			place(s.heading, inHeading)
		} else {
			place(s.heading, 0)
		}
		text := p.text(s)
		for w, at := g.split.next(text, 0); len(w) > 0; w, at = g.split.next(text, at) {
			g.add(words.number(w))
			length++
		}
	}
	return g.take(worker, length)
}

// add counts a word, with its number.
func (g *gatherer) add(n uint32) {
	if int(n) >= len(g.times) {
		g.times = append(g.times, make([]uint8, int(n)+1024-len(g.times))...)
		g.bonus = append(g.bonus, make([]uint8, len(g.times)-len(g.bonus))...)
	}
	switch g.times[n] {
	case 0:
		g.touched = append(g.touched, n)
		g.times[n] = 1
	case math.MaxUint8:
	default:
		g.times[n]++
	}
}

// take hands over what was counted and clears it for the next page.
func (g *gatherer) take(worker, length int) pageCount {
	n := len(g.touched)
	if len(g.numbers) < n || len(g.marks) < 2*n {
		g.numbers, g.marks = make([]uint32, max(n, slab)), make([]uint8, max(2*n, 2*slab))
	}
	c := pageCount{worker: worker, length: length, words: g.numbers[:n:n], times: g.marks[:n:n], bonus: g.marks[n : 2*n : 2*n]}
	g.numbers, g.marks = g.numbers[n:], g.marks[2*n:]
	copy(c.words, g.touched)
	for i, w := range g.touched {
		c.times[i], c.bonus[i] = g.times[w], g.bonus[w]
		g.times[w], g.bonus[w] = 0, 0
	}
	g.touched = g.touched[:0]
	return c
}

// slab is for how many words of pages a worker makes room at once.
const slab = 1 << 15

// writePage writes [address, title, kind, language or 0, [anchor, heading, text, …]].
func (g *gatherer) writePage(x *index, p *handbook.Page, more bool) {
	o := &g.out
	if more {
		o.raw(",")
	}
	o.raw("\n[")
	o.text(p.Address)
	o.raw(",")
	o.text(p.Title)
	o.raw(",")
	o.text(string(p.Kind))
	o.raw(",")
	if p.Lang != x.edition.Lang {
		o.text(string(p.Lang))
	} else {
		o.raw("0")
	}
	o.raw(",[")
	for i := range g.page.sections {
		s := &g.page.sections[i]
		if i > 0 {
			o.raw(",")
		}
		o.text(s.anchor)
		o.raw(",")
		o.text(s.heading)
		o.raw(",")
		if i == 0 {
			o.text(strings.TrimSpace(g.page.question + "\n" + p.Summary + "\n" + g.page.text(s)))
			continue
		}
		o.text(g.page.text(s))
	}
	o.raw("]]")
}
