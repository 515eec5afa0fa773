package search

import (
	"bytes"
	"context"
	"slices"

	"mentorbook/generator/handbook"
)

// pageCount is which words a page has, as the interner of its stretch and
// language numbers them: first those of titles and headings.
type pageCount struct {
	words  []uint32
	times  []uint8 // how often each stands in the text
	bonus  []uint8 // for standing in a title or a heading, in 32nds; of the first words, the others have none
	length int     // of the text in words
}

// gatherer reads a stretch of the pages.
type gatherer struct {
	words   []*interner // of each language
	pages   [][]uint32  // of each language: how many pages have each word
	times   []uint8     // of the page at hand, by number
	bonus   []uint8
	touched []uint32
	place   []uint32 // numbers of the words at hand
	spot    []byte   // room for a title or a heading
	lead    []byte   // room for the text of a page's first section
	numbers []uint32 // room for the counts of the next pages
	marks   []uint8
	page    pageText
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

// gather reads all pages, writes their texts and counts their words: each core
// those of a stretch, one after the other.
func (x *index) gather(ctx context.Context) error {
	words := textShard
	for i, p := range x.pages {
		if words += p.Doc.Words + 50; words > textShard {
			x.texts = append(x.texts, shard{first: i})
			words = p.Doc.Words + 50
		}
	}
	x.counts = make([]pageCount, len(x.pages))
	x.stretches = make([]stretch, workers())
	return each(ctx, len(x.stretches), func(_, i int) error {
		from, to := len(x.texts)*i/len(x.stretches), len(x.texts)*(i+1)/len(x.stretches)
		g := newGatherer(len(x.langs))
		for n := from; n < to && ctx.Err() == nil; n++ {
			if err := g.shard(x, n); err != nil {
				return err
			}
		}
		x.stretches[i] = stretch{from: x.firstPage(from), to: x.firstPage(to), words: g.words, pages: g.pages}
		return ctx.Err()
	})
}

// stretch is a run of pages that were read together, and their words.
type stretch struct {
	from, to int
	words    []*interner // of each language
	pages    [][]uint32  // of each language: how many pages have each word
}

// firstPage is the first page of a shard of texts.
func (x *index) firstPage(shard int) int {
	if shard < len(x.texts) {
		return x.texts[shard].first
	}
	return len(x.pages)
}

func newGatherer(langs int) *gatherer {
	g := &gatherer{pages: make([][]uint32, langs)}
	for range langs {
		g.words = append(g.words, newInterner())
	}
	return g
}

// shard reads the pages of a shard of texts and writes it.
func (g *gatherer) shard(x *index, n int) error {
	g.out.begin()
	from, to := x.firstPage(n), x.firstPage(n+1)
	for i := from; i < to; i++ {
		g.page.read(x.pages[i], x.names.Parts)
		g.writePage(x, x.pages[i], i > from)
		x.counts[i] = g.count(int(x.langOf[i]))
	}
	g.out.end()
	return x.writeTexts(n, g.out.bytes)
}

// count counts the words of the page that was read.
func (g *gatherer) count(lang int) pageCount {
	words, length := g.words[lang], 0
	place := func(text string, weight float64) {
		if text == "" {
			return
		}
		g.spot = roomy(append(g.spot[:0], text...))
		g.place = words.appendWords(g.place[:0], g.spot)
		length += len(g.place)
		g.add(words)
		bonus := uint8(weight * (.5 + .5/float64(max(len(g.place), 1))) * bonusUnit)
		for _, n := range g.place {
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
		if s := &p.sections[i]; s.own {
			place(s.heading, inHeading)
		} else {
			place(s.heading, 0)
		}
	}
	placed := len(g.touched)
	p.buf = roomy(p.buf)
	g.place = words.appendWords(g.place[:0], p.buf)
	g.add(words)
	return g.take(lang, placed, length+len(g.place))
}

// add counts the words at hand.
func (g *gatherer) add(words *interner) {
	if more := len(words.words) - len(g.times); more > 0 {
		g.times = append(g.times, make([]uint8, more+1024)...)
		g.bonus = append(g.bonus, make([]uint8, len(g.times)-len(g.bonus))...)
	}
	have := len(g.touched)
	touched := slices.Grow(g.touched, len(g.place))[:have+len(g.place)]
	for _, n := range g.place { // without branches, which nobody could foresee
		times := uint32(g.times[n])
		touched[have] = n
		have += int((times - 1) >> 31)               // one more where it was 0
		g.times[n] = uint8(times + 1 - (times+1)>>8) // 255 stands for more
	}
	g.touched = touched[:have]
}

// take hands over what was counted and clears it for the next page. The first
// words stand in titles and headings.
func (g *gatherer) take(lang, placed, length int) pageCount {
	n := len(g.touched)
	if len(g.numbers) < n || len(g.marks) < n+placed {
		g.numbers, g.marks = make([]uint32, max(n, slab)), make([]uint8, max(n+placed, 5*slab/4))
	}
	c := pageCount{length: length, words: g.numbers[:n:n], times: g.marks[:n:n], bonus: g.marks[n : n+placed : n+placed]}
	g.numbers, g.marks = g.numbers[n:], g.marks[n+placed:]
	copy(c.words, g.touched)
	for i, w := range g.touched[:placed] {
		c.bonus[i], g.bonus[w] = g.bonus[w], 0
	}
	if more := len(g.words[lang].words) - len(g.pages[lang]); more > 0 {
		g.pages[lang] = append(g.pages[lang], make([]uint32, more)...)
	}
	pages := g.pages[lang]
	for i, w := range g.touched {
		c.times[i], g.times[w] = g.times[w], 0
		pages[w]++
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
			g.lead = append(append(append(append(append(g.lead[:0], g.page.question...), '\n'), p.Summary...), '\n'), g.page.text(s)...)
			o.text(lend(bytes.TrimSpace(g.lead)))
			continue
		}
		o.text(g.page.text(s))
	}
	o.raw("]]")
}
