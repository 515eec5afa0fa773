package search

import (
	"encoding/binary"
	"math/bits"
)

// interner numbers words in the order in which it meets them. Most words are
// at most 16 bytes long: those are compared as two numbers.
type interner struct {
	slots []slot // a power of two of them, at most half full
	count int    // of words in slots
	long  map[string]uint32
	words []string
}

type slot struct {
	low, high uint64 // the bytes of the word, as many as there are
	number    uint32 // of the word, plus one; 0 is a free slot
}

func newInterner() *interner {
	return &interner{slots: make([]slot, 1<<10), long: map[string]uint32{}}
}

// number returns the word's number. Behind the word there must be room for 16
// bytes, which are of no account.
func (t *interner) number(word []byte) uint32 {
	n := len(word)
	if n > 16 {
		return t.longNumber(word)
	}
	room := word[:16]
	low, high := binary.LittleEndian.Uint64(room), binary.LittleEndian.Uint64(room[8:])
	if n < 8 {
		low, high = low&(1<<(8*n)-1), 0
	} else if n < 16 {
		high &= 1<<(8*(n-8)) - 1
	}
	for i := t.hash(low, high); ; i = (i + 1) & uint64(len(t.slots)-1) {
		s := &t.slots[i]
		if s.number == 0 {
			*s = slot{low, high, uint32(len(t.words)) + 1}
			t.words = append(t.words, string(word))
			if t.count++; 2*t.count > len(t.slots) {
				t.grow()
			}
			return uint32(len(t.words)) - 1
		}
		if s.low == low && s.high == high {
			return s.number - 1
		}
	}
}

// hash mixes a word's bytes, as wyhash does (github.com/wangyi-fudan/wyhash).
func (t *interner) hash(low, high uint64) uint64 {
	a, b := bits.Mul64(low^0xa0761d6478bd642f, high^0xe7037ed1a0b428db)
	return (a ^ b) & uint64(len(t.slots)-1)
}

func (t *interner) longNumber(word []byte) uint32 {
	if n, known := t.long[string(word)]; known {
		return n
	}
	n := uint32(len(t.words))
	t.words = append(t.words, string(word))
	t.long[t.words[n]] = n
	return n
}

func (t *interner) grow() {
	old := t.slots
	t.slots = make([]slot, 4*len(old))
	for _, s := range old {
		if s.number == 0 {
			continue
		}
		i := t.hash(s.low, s.high)
		for t.slots[i].number != 0 {
			i = (i + 1) & uint64(len(t.slots)-1)
		}
		t.slots[i] = s
	}
}
