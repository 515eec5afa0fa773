// Package site turns a Handbook and a theme into the files of the site.
//
// A Plan knows everything that the site consists of and how to make it: a
// build makes all of it (Plan.Make), the preview one file when a browser asks
// for it (Plan.File). Both run the same jobs (pages.go), so a file has the
// same bytes either way.
//
// What repeats from page to page is rendered once, when it is first needed:
// the menu and the list of a section's pages (chrome.go). What a template sees
// is in view.go.
package site

import (
	"bytes"
	"context"
	"html/template"
	"runtime"
	"sync"
	"sync/atomic"
	"unsafe"

	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
	"mentorbook/generator/paper"
	"mentorbook/generator/theme"
)

// Put takes a finished file: its slash path below the site's root and its
// bytes, which are valid only during the call. It is called concurrently.
type Put func(address string, data []byte) error

// Options say how a Plan works.
type Options struct {
	// Offline says that browsers keep what is read. Otherwise what they kept before is removed.
	Offline bool
	// Open reads an asset's bytes.
	Open func(a *handbook.Asset) ([]byte, error)
	// Columns of the table of pairs, which the agreement may name as placeholders.
	Columns []string
	// Progress is called after each page with how many are done and how many
	// there are; concurrently; may be nil.
	Progress func(done, total int)
}

// Make makes every file of the site. Findings are errors in templates; an
// error is what put or the disk said. Both end the work early.
func (p *Plan) Make(ctx context.Context, put Put) ([]finding.Finding, error) {
	var (
		next, done atomic.Int64
		mu         sync.Mutex
		wg         sync.WaitGroup
		found      []finding.Finding
		failed     error
	)
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			w := &worker{put: put}
			for i := int(next.Add(1)) - 1; i < len(p.jobs) && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				fs, err := p.do(&p.jobs[i], w)
				if len(fs) > 0 || err != nil {
					mu.Lock()
					found = append(found, fs...)
					if failed == nil {
						failed = err
					}
					mu.Unlock()
					stop()
				}
				if n := done.Add(1); p.options.Progress != nil {
					p.options.Progress(int(n), len(p.jobs))
				}
			}
		})
	}
	wg.Wait()
	if len(found) == 0 && failed == nil {
		failed = ctx.Err()
		if failed != nil && int(done.Load()) == len(p.jobs) {
			failed = nil
		}
	}
	return found, failed
}

// worker is the state of one goroutine.
type worker struct {
	put     Put
	only    string       // the one address that is asked for, or ""
	page    bytes.Buffer // the finished page
	content []byte       // its Markdown, filled in
	list    []byte       // its section's list
	toc     []byte       // its table of contents
	values  []value      // what goes into its frame
	framed  []byte       // the page in its frame
}

// lend is HTML that shares the bytes of a worker's buffer. It is good until
// the worker begins its next page; templates only write it out.
func lend(b []byte) template.HTML {
	return template.HTML(unsafe.String(unsafe.SliceData(b), len(b)))
}

// renderer holds what all pages share. It is not changed once it is made; the
// chrome of each section is rendered when a page first needs it.
type renderer struct {
	book     *handbook.Handbook
	theme    *theme.Theme
	editions []*edition
	offline  bool     // what is read can be read again without a connection
	columns  []string // of the table of pairs: placeholders of the agreement too
	papers   func() (*paper.Writer, error)

	ownArticles bool // articles run through the theme's own templates only
}

// edition is a language's part of it.
type edition struct {
	*handbook.Edition
	site       *Site
	top        []*handbook.Page // what the menu lists
	chrome     map[*handbook.Section]func() (*chrome, []finding.Finding)
	byLang     map[string]*edition
	text       *theme.Catalogue
	words      func() *agreementWords
	timeline   timeline
	series     map[*handbook.Page]int // place of each meeting in Meetings
	tagSection *handbook.Section      // stands for the folder of the tags' pages
	topics     func() map[string]string
	frames     *frames
}

func newRenderer(book *handbook.Handbook, th *theme.Theme) *renderer {
	r := &renderer{book: book, theme: th, papers: sync.OnceValues(paper.New), ownArticles: th.Own(articleTemplates...)}
	for _, he := range book.Editions {
		e := &edition{Edition: he, chrome: map[*handbook.Section]func() (*chrome, []finding.Finding){}, text: th.Catalogue(string(he.Lang)), frames: &frames{}}
		e.site = r.siteView(e)
		e.top = topPages(he)
		e.words = sync.OnceValue(func() *agreementWords { return wordsOf(e) })
		e.topics = sync.OnceValue(func() map[string]string { return topicsOf(he) })
		e.timeline = newTimeline(book.Programme)
		e.series = map[*handbook.Page]int{}
		for i, m := range he.Meetings {
			e.series[m] = i
		}
		e.tagSection = &handbook.Section{Address: he.Base + "tags/", Parent: he.Root}
		for _, s := range append([]*handbook.Section{he.Root, e.tagSection}, he.Sections...) {
			e.chrome[s] = sync.OnceValues(func() (*chrome, []finding.Finding) { return r.chromeOf(e, s) })
		}
		r.editions = append(r.editions, e)
	}
	return r
}
