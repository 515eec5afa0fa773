package generator

import (
	"runtime"
	"runtime/debug"
)

// A build allocates much and keeps little. These say how much memory it may
// take so as to collect seldom.
const (
	keptPage    = 16 << 10  // what a page of a thousand words keeps until the end, in bytes
	roomOfPage  = 100 << 10 // what making it allocates
	roomOfPair  = 100 << 10 // what is worth reserving for a pair's page and papers
	mostOfPairs = 100 << 20 // the most that is reserved for pairs
	heapGoal    = 300 << 20 // how large the heap may grow, kept or not
	heapLimit   = 350 << 20 // soft limit of all memory

	mostGrowth  = 800 // of the heap before it is collected, in percent of what is kept
	leastGrowth = 100
)

// tune lets the heap grow before it is collected. The soft limit keeps that
// from growing with the handbook.
func tune() (restore func()) {
	percent := debug.SetGCPercent(mostGrowth)
	limit := debug.SetMemoryLimit(heapLimit)
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}
}

// growth is how much the heap may grow once so many pages are kept.
func growth(pages int) int {
	return min(max(100*(heapGoal/keptPage)/max(pages, 1)-100, leastGrowth), mostGrowth)
}

// growing sets the growth anew with each stretch of pages that was read.
type growing struct{ stretch int }

func newGrowing(pages int) growing { return growing{max(pages/16, 64)} }

func (g growing) read(pages int) {
	if pages%g.stretch == 0 {
		debug.SetGCPercent(growth(pages))
	}
}

// reserve prepares the memory that so many pages will be read into. The system
// hands memory out when it is first written to, a small page at a time, and
// each time costs: where it can, it shall hand out large pages instead. What
// is never written to is never taken.
func reserve(pages int) {
	if pages < 100 {
		return
	}
	room(min(pages*roomOfPage, heapLimit))
}

// roomForPairs prepares the memory that the papers of so many pairs are made
// in. They keep next to nothing, so that little room, used again and again,
// costs less than much.
func roomForPairs(pairs int) {
	if pairs < 100 {
		return
	}
	debug.SetGCPercent(leastGrowth)
	room(min(pairs*roomOfPair, mostOfPairs))
}

// room reserves so many bytes for what is allocated next.
func room(size int) {
	b := make([]byte, size) // fresh memory, which nothing has been written to
	inLargePages(b)
	runtime.KeepAlive(b)
	runtime.GC() // the addresses go back to the heap, which gives them out first
}
