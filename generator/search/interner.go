package search

import (
	"encoding/binary"
	"math/bits"
)

// interner numbers words in the order in which it meets them. Most words are
// at most 16 bytes long: those are compared as two numbers. What is looked at
// for each word of a site is kept small and together.
type interner struct {
	slots []uint32 // numbers of words, plus one; 0 is free: a power of two of them, at most half full
	count int      // of words in slots
	long  map[string]uint32
	words []string
	keys  []key // of each word, where it is not long
}

// key is the bytes of a word, as many as there are.
type key struct{ low, high uint64 }

func newInterner() *interner {
	return &interner{slots: make([]uint32, 1<<10), long: map[string]uint32{}}
}

// number returns the word's number. Behind the word there must be room for 16
// bytes, which are of no account.
func (t *interner) number(word []byte) uint32 {
	n := len(word)
	if n > 16 {
		return t.longNumber(word)
	}
	room := word[:16]
	k := key{binary.LittleEndian.Uint64(room), binary.LittleEndian.Uint64(room[8:])}
	if n < 8 {
		k = key{k.low & (1<<(8*n) - 1), 0}
	} else if n < 16 {
		k.high &= 1<<(8*(n-8)) - 1
	}
	for i := t.hash(k); ; i = (i + 1) & uint64(len(t.slots)-1) {
		s := t.slots[i]
		if s == 0 {
			t.slots[i] = t.add(word, k) + 1
			if t.count++; 2*t.count > len(t.slots) {
				t.grow()
			}
			return uint32(len(t.words)) - 1
		}
		if t.keys[s-1] == k {
			return s - 1
		}
	}
}

func (t *interner) add(word []byte, k key) uint32 {
	t.words, t.keys = append(t.words, string(word)), append(t.keys, k)
	return uint32(len(t.words)) - 1
}

// hash mixes a word's bytes, as wyhash does (github.com/wangyi-fudan/wyhash).
func (t *interner) hash(k key) uint64 {
	a, b := bits.Mul64(k.low^0xa0761d6478bd642f, k.high^0xe7037ed1a0b428db)
	return (a ^ b) & uint64(len(t.slots)-1)
}

func (t *interner) longNumber(word []byte) uint32 {
	if n, known := t.long[string(word)]; known {
		return n
	}
	n := t.add(word, key{})
	t.long[t.words[n]] = n
	return n
}

func (t *interner) grow() {
	old := t.slots
	t.slots = make([]uint32, 2*len(old))
	for _, s := range old {
		if s == 0 {
			continue
		}
		i := t.hash(t.keys[s-1])
		for t.slots[i] != 0 {
			i = (i + 1) & uint64(len(t.slots)-1)
		}
		t.slots[i] = s
	}
}
