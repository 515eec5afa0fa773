package search

import "hash/maphash"

// interner numbers words in the order in which it meets them.
type interner struct {
	seed  maphash.Seed
	slots []uint32 // number + 1, by hash; a power of two of them
	sums  []uint32 // of each word, the hash's upper half
	ends  []uint32 // of each word, where it ends in bytes
	bytes []byte
}

func newInterner() *interner {
	return &interner{seed: maphash.MakeSeed(), slots: make([]uint32, 1<<10)}
}

func (t *interner) word(n uint32) []byte {
	from := uint32(0)
	if n > 0 {
		from = t.ends[n-1]
	}
	return t.bytes[from:t.ends[n]]
}

func (t *interner) len() int { return len(t.ends) }

// number returns the word's number.
func (t *interner) number(word []byte) uint32 {
	h := maphash.Bytes(t.seed, word)
	sum := uint32(h >> 32)
	mask := uint64(len(t.slots) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		n := t.slots[i]
		if n == 0 {
			return t.add(word, sum, i)
		}
		if t.sums[n-1] == sum && string(t.word(n-1)) == string(word) {
			return n - 1
		}
	}
}

func (t *interner) add(word []byte, sum uint32, slot uint64) uint32 {
	n := uint32(len(t.ends))
	t.bytes = append(t.bytes, word...)
	t.ends = append(t.ends, uint32(len(t.bytes)))
	t.sums = append(t.sums, sum)
	t.slots[slot] = n + 1
	if 2*len(t.ends) > len(t.slots) {
		t.grow()
	}
	return n
}

func (t *interner) grow() {
	t.slots = make([]uint32, 4*len(t.slots))
	mask := uint64(len(t.slots) - 1)
	for n := range uint32(len(t.ends)) {
		i := maphash.Bytes(t.seed, t.word(n)) & mask
		for t.slots[i] != 0 {
			i = (i + 1) & mask
		}
		t.slots[i] = n + 1
	}
}
