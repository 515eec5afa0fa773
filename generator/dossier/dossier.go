// Package dossier turns pairs into files: the page that only their link opens,
// the agreement as a PDF, a calendar, the list of links, the report. It is the
// one place where a pair becomes bytes; no other package that writes files
// knows what a pair is.
//
// What it hands to Public may be read by anybody: ciphertext, unless the owner
// chose open pages. All else goes to Private.
package dossier

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
	"mentorbook/generator/pairs"
	"mentorbook/generator/paper"
	"mentorbook/generator/seal"
	"mentorbook/generator/site"
)

// Work is what a dossier is made of and where it goes.
type Work struct {
	Book  *handbook.Handbook
	Plan  *site.Plan
	Table *pairs.Table
	Keys  Keys
	// Findings of the handbook, for the report.
	Findings []finding.Finding

	// Public and Private take finished files, concurrently; the bytes are
	// theirs.
	Public, Private func(address string, data []byte) error
	// Keep reports whether a private file is still there as it was written,
	// and then keeps it.
	Keep func(address string) (bool, error)
	// Made is what Result.Made was in the last build: files that need not be
	// made again while they are the same and Keep keeps them.
	Made map[string]Made
	// Progress is called after each pair; may be nil.
	Progress func(done, total int)
}

// Made tells what a file was made from, so that it is not made again.
type Made struct {
	Source  string `json:"source"`            // hash of all that decides its bytes
	Missing []rune `json:"missing,omitempty"` // characters that no font has
}

// Result is what was made.
type Result struct {
	Made map[string]Made
	Kept int // private files that were not made again
}

// Keys are what the pairs' links are made of.
type Keys struct {
	Secret      seal.Secret
	Generations map[string]int // by a pair's id: how often its key was revoked
}

// Of is the key of a pair.
func (k Keys) Of(id string) seal.Key { return seal.NewKey(k.Secret, id, k.Generations[id]) }

// Make makes all files of all pairs. Findings are answers of the table that
// can't be understood, and errors in templates; an error is what the system
// said.
func Make(ctx context.Context, w Work) (Result, []finding.Finding, error) {
	m := &maker{Work: w, desks: map[handbook.Tag]*desk{}, result: Result{Made: map[string]Made{}}}
	if fs, err := m.open(); err != nil || len(fs) > 0 {
		return m.result, fs, err
	}
	m.shelf = newShelf(m.papers, len(w.Table.Pairs))
	fs, err := m.each(ctx, func(i int) ([]finding.Finding, error) {
		s, fs, err := m.pair(&w.Table.Pairs[i])
		if err == nil {
			m.shelf.put(i, s)
		}
		return fs, err
	})
	if err != nil || finding.Count(fs, finding.Error) > 0 {
		return m.result, fs, err
	}
	more, err := m.together(m.shelf.sheets)
	return m.result, append(fs, more...), err
}

type maker struct {
	Work
	papers *paper.Writer
	shelf  *shelf
	desks  map[handbook.Tag]*desk

	mu     sync.Mutex
	result Result
}

// desk is the agreement of a language. A programme without an agreement has
// none; its pairs get links.csv and calendars only.
type desk struct {
	*site.Agreement
	edition *handbook.Edition
}

func (m *maker) open() ([]finding.Finding, error) {
	writer, err := paper.New()
	if err != nil {
		return nil, err
	}
	m.papers = writer
	return m.openDesks()
}

func (m *maker) openDesks() ([]finding.Finding, error) {
	for _, e := range m.Book.Editions {
		a, fs, err := m.Plan.Agreement(e.Lang)
		if err != nil || len(fs) > 0 {
			return fs, err
		}
		if a != nil {
			m.desks[e.Lang] = &desk{a, e}
		}
	}
	return nil, nil
}

// each runs the work of every pair on all cores.
func (m *maker) each(ctx context.Context, do func(i int) ([]finding.Finding, error)) ([]finding.Finding, error) {
	var (
		next, done atomic.Int64
		mu         sync.Mutex
		wg         sync.WaitGroup
		found      []finding.Finding
		failed     error
	)
	n := len(m.Table.Pairs)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				fs, err := do(i)
				mu.Lock()
				found = append(found, fs...)
				stop := err != nil || failed != nil
				if failed == nil {
					failed = err
				}
				mu.Unlock()
				if stop {
					return
				}
				if d := done.Add(1); m.Progress != nil {
					m.Progress(int(d), n)
				}
			}
		})
	}
	wg.Wait()
	if failed == nil {
		failed = ctx.Err()
	}
	return found, failed
}

// language is the language of a pair's papers.
func (m *maker) language(p *pairs.Pair) handbook.Tag {
	if p.Language != "" {
		return handbook.Tag(p.Language)
	}
	return m.Book.Programme.Languages[0]
}
