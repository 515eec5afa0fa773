package preview

import (
	"context"
	"maps"
	"slices"
	"sync"
	"time"
)

// How long changes are gathered. Editors and version control make many at
// once; a save is a few within a millisecond.
const (
	quiet     = 4 * time.Millisecond   // without a change: the burst is over
	longest   = 400 * time.Millisecond // of a burst: what there is is taken
	unwritten = 150 * time.Millisecond // for a file that looks half written to be filled
)

// changes are paths that may have changed, come or gone, as slash paths that
// begin with the logical folder: content/ or templates/.
type changes struct {
	all   bool // anything may have
	paths []string
}

// gathering is what has changed and has not been looked at yet.
type gathering struct {
	wake chan struct{} // holds one where there is something to take

	mu    sync.Mutex
	paths map[string]bool
	all   bool
	count int           // of all changes ever
	busy  bool          // what was taken is being looked at
	calm  chan struct{} // closed while there is nothing to look at
}

func newGathering() *gathering {
	g := &gathering{wake: make(chan struct{}, 1), paths: map[string]bool{}, calm: make(chan struct{})}
	close(g.calm)
	return g
}

// add notes a change of a path, or of anything.
func (g *gathering) add(path string, all bool) {
	g.mu.Lock()
	g.disturb()
	if all {
		g.all = true
	} else {
		g.paths[path] = true
	}
	g.count++
	g.mu.Unlock()
	select {
	case g.wake <- struct{}{}:
	default:
	}
}

// disturb ends the calm.
func (g *gathering) disturb() {
	select {
	case <-g.calm:
		g.calm = make(chan struct{})
	default:
	}
}

// take waits for changes and, once they have been quiet, takes them. whole
// reports whether a path's file looks whole; one that does not is waited for.
func (g *gathering) take(ctx context.Context, whole func(path string) bool) (changes, bool) {
	select {
	case <-ctx.Done():
		return changes{}, false
	case <-g.wake:
	}
	for start := time.Now(); ; {
		_, before := g.pending()
		select {
		case <-ctx.Done():
			return changes{}, false
		case <-time.After(quiet):
		}
		paths, now := g.pending()
		took := time.Since(start)
		if now != before && took < longest || took < unwritten && !allWhole(paths, whole) {
			continue
		}
		return g.taken(), true
	}
}

// pending returns the paths that wait, and how many changes there have been.
func (g *gathering) pending() ([]string, int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	return slices.Collect(maps.Keys(g.paths)), g.count
}

func allWhole(paths []string, whole func(string) bool) bool {
	for _, p := range paths {
		if !whole(p) {
			return false
		}
	}
	return true
}

func (g *gathering) taken() changes {
	g.mu.Lock()
	defer g.mu.Unlock()
	c := changes{all: g.all, paths: slices.Sorted(maps.Keys(g.paths))}
	clear(g.paths)
	g.all, g.busy = false, true
	return c
}

// done says that what was taken has been looked at.
func (g *gathering) done() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.busy = false
	if len(g.paths) == 0 && !g.all {
		select {
		case <-g.calm:
		default:
			close(g.calm)
		}
	}
}

// wait returns when there is nothing to look at, or after the time.
func (g *gathering) wait(ctx context.Context, most time.Duration) {
	g.mu.Lock()
	calm := g.calm
	g.mu.Unlock()
	select {
	case <-calm: // no timer is needed
		return
	default:
	}
	select {
	case <-calm:
	case <-ctx.Done():
	case <-time.After(most):
	}
}
