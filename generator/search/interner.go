package search

import (
	"encoding/binary"
	"math/bits"
)

// interner numbers words in the order in which it meets them.
//
// A text is taken apart into runs first, which takes a few instructions a
// byte: a run is a stretch of ASCII letters and digits and of any bytes beyond
// ASCII. Nearly every run is a word, and has been met before as it is spelled,
// capitals and all: it is found by its bytes. What words a new run holds,
// splitter says, once.
type interner struct {
	slots   []slot // of runs up to 16 bytes: a power of two of them, at most half full
	count   int    // of runs in slots
	long    map[string]uint32
	several [][]uint32 // the words of runs that hold none or more than one

	words  []string
	number map[string]uint32 // of each word
	split  splitter
}

// slot is a run's bytes, as many as there are, and its word. No run has a byte
// 0, so that a slot with none is free.
type slot struct {
	low, high uint64
	word      uint32 // its number; with the bit below set, a number in several
}

const isSeveral = 1 << 31

const (
	block    = 64 // how many bytes of a text are looked at together
	shortRun = 16
	longRun  = maxWord // what is longer will hardly be met again
)

func newInterner() *interner {
	return &interner{slots: make([]slot, 1<<10), long: map[string]uint32{}, number: map[string]uint32{}}
}

// roomy returns a text with room for a block behind it, which appendWords wants.
func roomy(text []byte) []byte {
	n := len(text)
	return append(text, make([]byte, block)...)[:n]
}

// appendWords appends the number of each word of a text. Behind the text there
// must be room for a block.
func (t *interner) appendWords(to []uint32, text []byte) []uint32 {
	n := len(text)
	b := text[: n+block : n+block]
	from, within := 0, uint64(0) // where the run at hand begins; 1 where there is one
	for at := 0; at < n; at += block {
		letters := inRun((*[block]byte)(b[at:]))
		if n-at < block {
			letters &= 1<<(n-at) - 1
		}
		edges := letters ^ (letters<<1 | within)
		if within != 0 && edges != 0 {
			to = t.appendRun(to, b, from, at+bits.TrailingZeros64(edges))
			edges &= edges - 1
		}
		for edges != 0 {
			from = at + bits.TrailingZeros64(edges)
			if edges &= edges - 1; edges == 0 {
				break
			}
			end := at + bits.TrailingZeros64(edges)
			edges &= edges - 1
			if end-from <= shortRun {
				low, high := runKey(b, from, end)
				if s := &t.slots[t.place(low, high)]; s.low == low && s.high == high && s.word < isSeveral {
					to = append(to, s.word)
					continue
				}
			}
			to = t.appendRun(to, b, from, end)
		}
		within = letters >> (block - 1)
	}
	if within != 0 {
		to = t.appendRun(to, b, from, n)
	}
	return to
}

// inRun says of each byte of a block, the first in the lowest bit, whether it
// belongs to a run: eight bytes at a time, each in its own eight bits, whose
// highest tells in the end (Lamport, Multiple Byte Processing with Full-Word
// Instructions, 1975).
func inRun(b *[block]byte) uint64 {
	const ones, high = 0x0101010101010101, 0x8080808080808080
	var all uint64
	for i := 0; i < block; i += 8 {
		x := binary.LittleEndian.Uint64(b[i:])
		low := x &^ high
		lower := low | 0x20*ones
		letter := (lower + (0x80-'a')*ones) &^ (lower + (0x7F-'z')*ones)
		digit := (low + (0x80-'0')*ones) &^ (low + (0x7F-'9')*ones)
		is := (letter | digit | x) & high
		all |= (is >> 7 * 0x0102040810204080 >> 56) << i // gathers the eight bits
	}
	return all
}

// only keeps as many bytes of two numbers as a run has.
var only = func() (keep [shortRun + 1]struct{ low, high uint64 }) {
	for n := range keep {
		keep[n].low, keep[n].high = 1<<(8*min(n, 8))-1, 1<<(8*max(n-8, 0))-1
	}
	return keep
}()

// find returns a short run's slot, nil where there is none.
func (t *interner) find(b []byte, from, end int) *slot {
	if end-from > shortRun {
		return nil
	}
	low, high := runKey(b, from, end)
	for i := t.place(low, high); ; i++ {
		s := &t.slots[i&(len(t.slots)-1)]
		if s.low == low && s.high == high {
			return s
		}
		if s.low == 0 {
			return nil
		}
	}
}

func runKey(b []byte, from, end int) (low, high uint64) {
	room, keep := (*[shortRun]byte)(b[from:]), &only[end-from]
	return binary.LittleEndian.Uint64(room[:8]) & keep.low, binary.LittleEndian.Uint64(room[8:]) & keep.high
}

// place is where a run belongs: its bytes mixed, as wyhash does
// (github.com/wangyi-fudan/wyhash).
func (t *interner) place(low, high uint64) int {
	a, b := bits.Mul64(low^0xa0761d6478bd642f, high^0xe7037ed1a0b428db)
	return int(a^b) & (len(t.slots) - 1)
}

// appendRun appends the words of any run, be it new.
func (t *interner) appendRun(to []uint32, b []byte, from, end int) []uint32 {
	if end-from > longRun {
		return t.appendSplit(to, b[from:end])
	}
	var word uint32
	if s := t.find(b, from, end); s != nil {
		word = s.word
	} else if known, ok := t.long[string(b[from:end])]; ok {
		word = known
	} else {
		word = t.learn(b, from, end)
	}
	if word >= isSeveral {
		return append(to, t.several[word-isSeveral]...)
	}
	return append(to, word)
}

// learn remembers a new run.
func (t *interner) learn(b []byte, from, end int) uint32 {
	var word uint32
	if words := t.appendSplit(nil, b[from:end]); len(words) == 1 {
		word = words[0]
	} else {
		word = isSeveral + uint32(len(t.several))
		t.several = append(t.several, words)
	}
	if end-from > shortRun {
		t.long[string(b[from:end])] = word
		return word
	}
	if t.count++; 2*t.count > len(t.slots) {
		old := t.slots
		t.slots = make([]slot, 2*len(old))
		for _, s := range old {
			if s.low != 0 {
				t.put(s)
			}
		}
	}
	low, high := runKey(b, from, end)
	t.put(slot{low, high, word})
	return word
}

func (t *interner) put(s slot) {
	i := t.place(s.low, s.high)
	for t.slots[i].low != 0 {
		i = (i + 1) & (len(t.slots) - 1)
	}
	t.slots[i] = s
}

// appendSplit appends the words of a run as splitter finds them.
func (t *interner) appendSplit(to []uint32, run []byte) []uint32 {
	for w, rest := t.split.next(run); len(w) > 0; w, rest = t.split.next(rest) {
		n, known := t.number[string(w)]
		if !known {
			n = uint32(len(t.words))
			word := string(w)
			t.words = append(t.words, word)
			t.number[word] = n
		}
		to = append(to, n)
	}
	return to
}
