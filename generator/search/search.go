// Package search makes the index that the reader's browser searches.
//
// Of each edition of the handbook it makes three kinds of file, all of them
// classic scripts that call mentorbookSearch, so that they load from disk and
// under a strict Content-Security-Policy:
//
//   - the catalogue (index.js): which files there are, what kinds of page, and
//     the texts of the interface;
//   - words, in shards by their beginnings: the forms of each term as the
//     pages spell them, and the pages that have it;
//   - texts, in shards of a few pages each: titles, headings, anchors and text,
//     which the browser cuts excerpts from.
//
// files.json lists them all, for browsers that keep the whole handbook.
//
// A term is what the forms of a word have in common (stem.go); a page that has
// a compound has the terms of its parts too, as far as the site itself uses
// them as words (compounds.go). How well a page answers to a term is one
// number, worked out here (postings.go); the browser weighs terms by how rare
// they are and adds up.
//
// The work goes in two passes: gather.go reads the pages on all cores, writes
// their texts and counts their words; then the terms are put together from the
// whole site's words and written. Nothing depends on which core read what.
package search

import (
	"context"
	"encoding/base32"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/zeebo/xxh3"

	"mentorbook/generator/handbook"
)

// Put takes a finished file: its slash path below the site's root and its
// bytes, which are valid only during the call. It is called concurrently.
type Put func(address string, data []byte) error

// Names are interface texts that the index holds, in the edition's language.
type Names struct {
	// Parts are the headings of what a kind's fields show on its page: agenda, prepare, questions, exercises,
	// followup, measures, answer, clause.
	Parts map[string]string
	// Interface are the texts of the dialog, by the names that the script knows them by.
	Interface map[string]string
	// Kinds names the kinds that results can be narrowed to, in their order.
	Kinds []Kind
}

// Kind is a kind of page that results can be narrowed to.
type Kind struct {
	ID   handbook.Kind
	Name string
}

// Folder is the address of the folder that an edition's index is in.
func Folder(e *handbook.Edition) string { return "search/" + strings.ToLower(string(e.Lang)) + "/" }

// Catalogue is the address of an edition's catalogue.
func Catalogue(e *handbook.Edition) string { return Folder(e) + "index.js" }

// List is the address of the list of an edition's files.
func List(e *handbook.Edition) string { return Folder(e) + "files.json" }

// Make makes the index of an edition. The error is what put or the context said.
func Make(ctx context.Context, e *handbook.Edition, names Names, put Put) error {
	x := &index{edition: e, names: names, put: put, folder: Folder(e)}
	for _, p := range e.Pages {
		if !p.Draft {
			x.pages = append(x.pages, p)
		}
	}
	x.languages()
	for _, step := range []func(context.Context) error{x.gather, x.join, x.count, x.writeWords, x.writeCatalogue, x.writeList} {
		if err := step(ctx); err != nil {
			return fmt.Errorf("making the search index: %w", err)
		}
	}
	return nil
}

// index is the state of one call of Make.
type index struct {
	edition *handbook.Edition
	names   Names
	put     Put
	folder  string // of the shards
	pages   []*handbook.Page
	langs   []string // of the pages' texts, the edition's own first
	langOf  []uint8  // of each page

	texts     []shard // gather: one for each few pages
	counts    []pageCount
	stretches []stretch
	lexicons  []*lexicon  // join: of each language
	terms     []term      // of all languages, in the order of the shards
	postings  [][]posting // count: of each term, by page
	words     []shard
}

// languages notes the language of each page's text.
func (x *index) languages() {
	x.langs = []string{string(x.edition.Lang)}
	number := map[string]uint8{string(x.edition.Lang): 0}
	x.langOf = make([]uint8, len(x.pages))
	for i, p := range x.pages {
		n, known := number[string(p.Lang)]
		if !known {
			n = uint8(len(x.langs))
			number[string(p.Lang)] = n
			x.langs = append(x.langs, string(p.Lang))
		}
		x.langOf[i] = n
	}
}

// shard is a file of the index.
type shard struct {
	first int    // of its pages, or of its terms
	from  string // where its words begin; of words only
	hash  string
}

// writeTexts writes a shard of texts. There are many of them, so that the
// catalogue has no room for the hash of each: the browser asks for them under
// their names and, as a query, the hash of all.
func (x *index) writeTexts(n int, data []byte) error {
	s := &x.texts[n]
	s.hash = hash(data)
	return x.put(x.textsAddress(n), data)
}

func (x *index) textsAddress(n int) string { return fmt.Sprintf("%st%d.js", x.folder, n) }

// writeShard writes a shard of words; its name tells its content apart from
// that of another build.
func (x *index) writeShard(n int, data []byte) error {
	s := &x.words[n]
	s.hash = hash(data)
	return x.put(x.wordsAddress(n), data)
}

func (x *index) wordsAddress(n int) string {
	return fmt.Sprintf("%sw%d.%s.js", x.folder, n, x.words[n].hash)
}

// writeList writes the list of the files, as their addresses below the site's root.
func (x *index) writeList(context.Context) error {
	files := []string{Catalogue(x.edition)}
	for n := range x.words {
		files = append(files, x.wordsAddress(n))
	}
	for n := range x.texts {
		files = append(files, x.textsAddress(n))
	}
	data, err := json.Marshal(files)
	if err != nil {
		return err
	}
	return x.put(List(x.edition), data)
}

// hash is 25 bits of a file's hash, as five letters and digits. The number of
// the shard stands beside it: an old copy would be taken for the new one once
// in 2²⁵ changes.
func hash(data []byte) string {
	var sum [8]byte
	binary.BigEndian.PutUint64(sum[:], xxh3.Hash(data))
	return strings.ToLower(base32.StdEncoding.EncodeToString(sum[:5]))[:5]
}

// each does n pieces of work on all cores; work gets its worker's number. The
// first error ends it.
func each(ctx context.Context, n int, work func(worker, i int) error) error {
	var (
		next   atomic.Int64
		wg     sync.WaitGroup
		once   sync.Once
		failed error
	)
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	for worker := range workers() {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				if err := work(worker, i); err != nil {
					once.Do(func() { failed = err })
					stop()
				}
			}
		})
	}
	wg.Wait()
	if failed == nil && int(next.Load()) < n {
		failed = ctx.Err()
	}
	return failed
}

func workers() int { return runtime.GOMAXPROCS(0) }
