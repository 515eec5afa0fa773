package handbook

import (
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"mentorbook/generator/finding"
	"mentorbook/generator/source"
)

// Assemble puts parsed pages together. size returns the width and height of
// an image in pixels, or 0, 0. drafts says whether drafts are part of the
// handbook.
func Assemble(prog *Programme, parsed []*Parsed, assets []*Asset, size func(source.Entry) (w, h int), drafts bool) (*Handbook, []finding.Finding) {
	a := &assembly{
		prog:   prog,
		book:   &Handbook{Programme: prog, Assets: assets},
		parsed: map[Tag][]*Parsed{},
		drafts: map[string]bool{},
		assets: map[string]*Asset{},
		size:   size,
	}
	for _, p := range parsed {
		if p.Draft && !drafts {
			a.drafts[string(p.Lang)+"/"+p.Rel] = true
			continue
		}
		a.parsed[p.Lang] = append(a.parsed[p.Lang], p)
	}
	a.editions()
	a.parsed = nil
	a.book.assembly = a
	wait := a.arrange(true)
	a.broken = a.eachPage(a.resolve)
	wait()
	return a.book, slices.Concat(a.findings, a.broken)
}

// arrange puts every page where its fields say: sections, order, addresses,
// ids, relations, tags. moved says that an address may be another than it was
// the last time. Tags are still being collected and addresses being compared
// when it returns; what it returns waits for that.
func (a *assembly) arrange(moved bool) (wait func()) {
	a.findings = slices.Clone(a.missing)
	var wg sync.WaitGroup
	for _, e := range a.book.Editions {
		wg.Go(e.arrange)
	}
	wg.Wait()
	for _, e := range a.book.Editions {
		wg.Go(e.collectTags)
	}
	a.headingIDs()
	a.placeAssets()
	a.relate()
	if moved {
		wg.Go(func() { a.clashes = claimAddresses(a.book) })
	}
	return func() {
		wg.Wait()
		a.findings = append(a.findings, a.clashes...)
	}
}

// assembly is the work of one call of Assemble.
type assembly struct {
	prog   *Programme
	book   *Handbook
	parsed map[Tag][]*Parsed // by language, sorted by Rel; drafts left out
	drafts map[string]bool   // lang/Rel of drafts left out
	assets map[string]*Asset // by path below content/
	size   func(source.Entry) (w, h int)

	missing  []finding.Finding // translations that are
	clashes  []finding.Finding // two files at one address
	findings []finding.Finding // those and what else the pages' fields gave
	broken   []finding.Finding // what links and images gave
}

// editions makes each language's pages.
func (a *assembly) editions() {
	for _, pages := range a.parsed {
		byRel := func(p, q *Parsed) int { return strings.Compare(p.Rel, q.Rel) }
		if !slices.IsSortedFunc(pages, byRel) {
			slices.SortFunc(pages, byRel)
		}
	}
	langs := a.prog.Languages
	a.book.Editions = make([]*Edition, len(langs))
	found := make([][]finding.Finding, len(langs))
	var wg sync.WaitGroup
	for i, lang := range langs {
		wg.Go(func() { a.book.Editions[i], found[i] = a.edition(lang) })
	}
	wg.Wait()
	for _, fs := range found {
		a.missing = append(a.missing, fs...)
	}
}

// edition makes the pages of a language.
func (a *assembly) edition(lang Tag) (*Edition, []finding.Finding) {
	own, standIn := a.parsed[lang], a.parsed[a.prog.Languages[0]]
	e := &Edition{Lang: lang, programme: a.prog.Name.In(lang, a.prog.Languages[0])}
	if lang != a.prog.Languages[0] {
		e.Base = string(lang) + "/"
	} else {
		standIn = nil
	}
	var found []finding.Finding
	pages := make([]Page, 0, len(own)+len(standIn)) // never grows: there are pointers to its pages
	for len(own)+len(standIn) > 0 {
		if len(standIn) == 0 || len(own) > 0 && own[0].Rel <= standIn[0].Rel {
			if len(standIn) > 0 && own[0].Rel == standIn[0].Rel {
				standIn = standIn[1:]
			}
			pages = append(pages, Page{Parsed: own[0], Edition: e})
			own = own[1:]
			continue
		}
		pages = append(pages, Page{Parsed: standIn[0], Edition: e, Fallback: true})
		found = append(found, finding.New(finding.CodeTranslationMissing, finding.Place{File: standIn[0].File}, "lang", lang))
		standIn = standIn[1:]
	}
	e.byPath = make(map[string]*Page, len(pages))
	for i := range pages {
		e.byPath[pages[i].Rel] = &pages[i]
	}
	e.all = pages
	return e, found
}

// claimAddresses refuses two files at one address. Case is ignored, since
// some servers and disks ignore it.
func claimAddresses(book *Handbook) []finding.Finding {
	n := len(reservedAddresses) + len(book.Assets) + 4*len(book.Editions)
	for _, e := range book.Editions {
		n += len(e.Pages)
	}
	c := &claims{taken: make(map[string]string, n)}
	for _, name := range reservedAddresses {
		c.taken[name] = ""
	}
	for _, e := range book.Editions {
		for _, name := range []string{"print.html", "offline.html", "offline.json", "manifest.webmanifest"} {
			c.taken[strings.ToLower(e.Base)+name] = ""
		}
	}
	for _, e := range book.Editions {
		for _, p := range e.Pages {
			first, clash := c.claim(p.Address, p.File)
			if clash && !p.Fallback { // else said of the page itself
				c.report(p.Front.At("slug").In(p.File), p.Address, first)
			}
			if p == e.Agreement { // published as a PDF too
				c.claim(strings.TrimSuffix(p.Address, ".html")+".pdf", p.File)
			}
		}
	}
	for _, asset := range book.Assets {
		if first, clash := c.claim(asset.Address, "content/"+asset.Path); clash {
			c.report(finding.Place{File: "content/" + asset.Path}, asset.Address, first)
		}
	}
	for _, e := range book.Editions {
		for _, p := range e.Pages {
			if !p.Fallback {
				c.aliases(p)
			}
		}
	}
	return c.findings
}

// claims are the addresses that are taken, in lower case, and by which file.
type claims struct {
	taken    map[string]string
	findings []finding.Finding
}

// claim takes an address for a file, unless another one has it.
func (c *claims) claim(address, file string) (first string, clash bool) {
	key := strings.ToLower(address)
	if first, clash = c.taken[key]; !clash {
		c.taken[key] = file
	}
	return first, clash
}

func (c *claims) report(place finding.Place, address, first string) {
	c.findings = append(c.findings, finding.New(finding.CodeAddressTwice, place, "address", address, "other", first))
}

func (c *claims) aliases(p *Page) {
	for i, alias := range p.Aliases {
		place := p.Front.At("aliases", i).In(p.File)
		address, ok := AliasAddress(alias)
		if !ok {
			c.findings = append(c.findings, finding.New(finding.CodeAlias, place, "value", alias))
			continue
		}
		if first, clash := c.claim(address, p.File); clash {
			c.report(place, address, first)
		}
	}
}

// AliasAddress returns the file that serves an old address below the site's
// root, and whether the alias is one.
func AliasAddress(alias string) (string, bool) {
	clean := strings.TrimPrefix(alias, "/")
	if clean == "" || strings.ContainsAny(clean, "\\?#:%\x00") || strings.Contains("/"+clean+"/", "/../") || strings.Contains("/"+clean, "/.") {
		return "", false
	}
	if strings.HasSuffix(clean, "/") {
		clean += "index.html"
	}
	if path.Clean(clean) != clean {
		return "", false
	}
	if !strings.HasSuffix(clean, ".html") {
		clean += ".html"
	}
	return clean, true
}

// reservedAddresses are files that Mentorbook itself makes.
var reservedAddresses = []string{"404.html", "sitemap.xml", "robots.txt", "_headers", "service-worker.js"}

// eachPage calls do for every page of every edition on all cores and returns
// what the calls find.
func (a *assembly) eachPage(do func(p *Page) []finding.Finding) []finding.Finding {
	var pages []*Page
	for _, e := range a.book.Editions {
		pages = append(pages, e.Pages...)
	}
	const stretch = 64 // pages that a worker takes at once
	var next atomic.Int64
	var mu sync.Mutex
	var wg sync.WaitGroup
	var all []finding.Finding
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			var found []finding.Finding
			for i := int(next.Add(stretch)) - stretch; i < len(pages); i = int(next.Add(stretch)) - stretch {
				for _, p := range pages[i:min(i+stretch, len(pages))] {
					found = append(found, do(p)...)
				}
			}
			mu.Lock()
			all = append(all, found...)
			mu.Unlock()
		})
	}
	wg.Wait()
	return all
}
