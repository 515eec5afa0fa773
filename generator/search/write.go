package search

import (
	"context"
	"slices"
	"strings"

	"mentorbook/generator/handbook"
)

// wordShard is how large a shard of words becomes, in bytes, where its terms
// may part.
const wordShard = 16 << 10

// writeWords writes the terms with their forms and postings.
//
// A shard is [terms, postings]. The terms stand one after the other, parted by
// spaces: what all forms of a term begin with, then, after commas, how each
// ends. The postings are, for each term, packed (script.go): how many there
// are; the distance of each page from the one before it, less one; a digit for
// each weight.
func (x *index) writeWords(ctx context.Context) error {
	ends := x.partTerms()
	outs := make([]script, workers())
	return each(ctx, len(x.words), func(worker, i int) error {
		o := &outs[worker]
		o.begin()
		o.raw("\n\"")
		for n := x.words[i].first; n < ends[i]; n++ {
			if n > x.words[i].first {
				o.raw(" ")
			}
			o.raw(x.terms[n].begin)
			for _, e := range x.terms[n].endings {
				o.raw(",")
				o.raw(e)
			}
		}
		o.raw("\",\n\"")
		for n := x.words[i].first; n < ends[i]; n++ {
			o.bytes = appendPostings(o.bytes, x.postings[n])
		}
		o.raw("\"")
		o.end()
		return x.writeShard(i, o.bytes)
	})
}

func appendPostings(dst []byte, postings []posting) []byte {
	dst = pack(dst, uint32(len(postings)))
	next := 0
	for _, p := range postings {
		dst = pack(dst, uint32(p.page()-next))
		next = p.page() + 1
	}
	for _, p := range postings {
		dst = append(dst, digits[p.weight()])
	}
	return dst
}

// partTerms parts the terms into shards so that all forms that may be looked
// up in one stand in it: a shard begins where no term before it has a form
// that comes later. It returns where each shard ends.
func (x *index) partTerms() []int {
	var ends []int
	size, high := wordShard, ""
	for i := range x.terms {
		t := &x.terms[i]
		if size >= wordShard && (i == 0 || high < t.low) && x.lowFrom(i) {
			if i > 0 {
				ends = append(ends, i)
			}
			x.words = append(x.words, shard{first: i, from: between(high, t.low)})
			size = 0
		}
		high = max(high, t.high)
		size += len(t.begin) + 3*len(t.endings) + 5*len(x.postings[i])/2
	}
	return append(ends, len(x.terms))
}

// lowFrom reports whether no later term has a form that comes before the first
// form of term i. Terms are in the order of their beginnings, which come before
// all their forms, so that only those that begin as it does can.
func (x *index) lowFrom(i int) bool {
	low := x.terms[i].low
	for n := i + 1; n < len(x.terms) && bare(x.terms[n].begin) < low; n++ {
		if x.terms[n].low < low {
			return false
		}
	}
	return true
}

// between is the shortest beginning of a word that comes after all up to high.
func between(high, low string) string {
	n := common(high, low)
	if n < len(low) {
		n++
	}
	for n < len(low) && low[n]&0xC0 == 0x80 {
		n++
	}
	return low[:n]
}

// writeCatalogue writes the file that the browser loads first:
// [language, languages of texts, number of pages, kinds of pages, filters,
// beginnings and hashes of the shards of words, numbers of pages of the shards
// of texts, their common hash, common words, texts of the interface].
func (x *index) writeCatalogue(context.Context) error {
	var o script
	o.begin()
	o.text(string(x.edition.Lang))
	o.raw(",")
	o.text(strings.Join(x.langs, " "))
	o.raw(",")
	o.number(len(x.pages))
	o.raw(",")
	o.text(lend(x.kinds()))
	o.raw(",[")
	for i, k := range x.names.Kinds {
		if i > 0 {
			o.raw(",")
		}
		o.text(string(k.ID))
		o.raw(",")
		o.text(k.Name)
	}
	o.raw("],\n")
	var words []string
	var pages, hashes []byte
	for _, s := range x.words {
		words = append(words, s.from+" "+s.hash)
	}
	for i, s := range x.texts {
		end := len(x.pages)
		if i+1 < len(x.texts) {
			end = x.texts[i+1].first
		}
		pages = pack(pages, uint32(end-s.first))
		hashes = append(hashes, s.hash...)
	}
	o.text(strings.Join(words, ","))
	o.raw(",\n")
	o.text(lend(pages))
	o.raw(",")
	o.text(hash(hashes))
	o.raw(",\n")
	o.text(strings.Join(x.common(), " "))
	o.raw(",\n{")
	names := make([]string, 0, len(x.names.Interface))
	for name := range x.names.Interface {
		names = append(names, name)
	}
	slices.Sort(names)
	for i, name := range names {
		if i > 0 {
			o.raw(",")
		}
		o.text(name)
		o.raw(":")
		o.text(x.names.Interface[name])
	}
	o.raw("}")
	o.end()
	return x.put(Catalogue(x.edition), o.bytes)
}

// kinds is a letter for each run of pages of one kind and, packed, its length:
// a to z by the order of the filters, z for the others.
func (x *index) kinds() []byte {
	letter := map[handbook.Kind]byte{}
	for i, k := range x.names.Kinds {
		letter[k.ID] = 'a' + byte(i)
	}
	var out []byte
	for i := 0; i < len(x.pages); {
		n := i
		for n < len(x.pages) && x.pages[n].Kind == x.pages[i].Kind {
			n++
		}
		l, known := letter[x.pages[i].Kind]
		if !known {
			l = 'z'
		}
		out = pack(append(out, l), uint32(n-i))
		i = n
	}
	return out
}

// common lists the words that tell pages apart so badly that a query with
// better ones leaves them out, and their shards unread. A small index needs no
// such list.
func (x *index) common() []string {
	var list []string
	if len(x.words) < 12 {
		return nil
	}
	for i, p := range x.postings {
		if 5*len(p) > 2*len(x.pages) {
			for _, e := range x.terms[i].endings {
				list = append(list, x.terms[i].begin+e)
			}
		}
	}
	return list
}
