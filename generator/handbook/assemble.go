package handbook

import (
	"io/fs"
	"path"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"mentorbook/generator/finding"
)

// Assemble puts parsed pages together. content is read for the sizes of
// images only. drafts says whether drafts are part of the handbook.
func Assemble(prog *Programme, parsed []*Parsed, assets []*Asset, content fs.FS, drafts bool) (*Handbook, []finding.Finding) {
	a := &assembly{
		prog:    prog,
		book:    &Handbook{Programme: prog, Assets: assets},
		parsed:  map[Tag]map[string]*Parsed{},
		drafts:  map[string]bool{},
		assets:  map[string]*Asset{},
		content: content,
	}
	for _, p := range parsed {
		if p.Draft && !drafts {
			a.drafts[string(p.Lang)+"/"+p.Rel] = true
			continue
		}
		if a.parsed[p.Lang] == nil {
			a.parsed[p.Lang] = map[string]*Parsed{}
		}
		a.parsed[p.Lang][p.Rel] = p
	}
	for _, lang := range prog.Languages {
		a.book.Editions = append(a.book.Editions, a.edition(lang))
	}
	a.headingIDs()
	a.placeAssets()
	a.claimAddresses()
	a.relate()
	a.resolve()
	return a.book, a.findings
}

// assembly is the work of one call of Assemble.
type assembly struct {
	prog    *Programme
	book    *Handbook
	parsed  map[Tag]map[string]*Parsed // by language and Rel, drafts left out
	drafts  map[string]bool            // lang/Rel of drafts left out
	assets  map[string]*Asset          // by path below content/
	content fs.FS

	findings []finding.Finding
}

func (a *assembly) report(p *Page, code finding.Code, key string, args ...any) {
	a.findings = append(a.findings, finding.New(code, p.Front.At(key).In(p.File), args...))
}

// edition makes the pages and sections of a language, addresses included.
func (a *assembly) edition(lang Tag) *Edition {
	e := &Edition{Lang: lang, byPath: map[string]*Page{}}
	if lang != a.prog.Languages[0] {
		e.Base = string(lang) + "/"
	}
	own, standIn := a.parsed[lang], a.parsed[a.prog.Languages[0]]
	for _, rel := range unionOfKeys(own, standIn) {
		p, ok := own[rel]
		if !ok {
			p = standIn[rel]
			a.findings = append(a.findings, finding.New(finding.CodeTranslationMissing, finding.Place{File: p.File}, "lang", lang))
		}
		e.byPath[rel] = &Page{Parsed: p, Edition: e, Fallback: !ok}
	}
	e.buildSections()
	e.order()
	return e
}

// claimAddresses refuses two files at one address. Case is ignored, since
// some servers and disks ignore it.
func (a *assembly) claimAddresses() {
	taken := map[string]string{}
	for _, name := range reservedAddresses {
		taken[name] = ""
	}
	claim := func(address string) (string, bool) {
		key := strings.ToLower(address)
		first, clash := taken[key]
		return first, clash
	}
	for _, e := range a.book.Editions {
		for _, p := range e.Pages {
			if first, clash := claim(p.Address); clash {
				if p.Fallback {
					continue // said of the page itself
				}
				a.report(p, finding.CodeAddressTwice, "slug", "address", p.Address, "other", first)
				continue
			}
			taken[strings.ToLower(p.Address)] = p.File
		}
	}
	for _, asset := range a.book.Assets {
		if first, clash := claim(asset.Address); clash {
			a.findings = append(a.findings, finding.New(finding.CodeAddressTwice, finding.Place{File: "content/" + asset.Path}, "address", asset.Address, "other", first))
			continue
		}
		taken[strings.ToLower(asset.Address)] = "content/" + asset.Path
	}
	for _, e := range a.book.Editions {
		for _, p := range e.Pages {
			if !p.Fallback {
				a.claimAliases(p, taken)
			}
		}
	}
}

func (a *assembly) claimAliases(p *Page, taken map[string]string) {
	for i, alias := range p.Aliases {
		place := p.Front.At("aliases", i).In(p.File)
		address, ok := AliasAddress(alias)
		if !ok {
			a.findings = append(a.findings, finding.New(finding.CodeAlias, place, "value", alias))
			continue
		}
		if first, clash := taken[strings.ToLower(address)]; clash {
			a.findings = append(a.findings, finding.New(finding.CodeAddressTwice, place, "address", address, "other", first))
			continue
		}
		taken[strings.ToLower(address)] = p.File
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
var reservedAddresses = []string{"404.html", "sitemap.xml", "robots.txt", "_headers", "print.html", "service-worker.js"}

// eachPage calls do for every page of every edition on all cores; what the
// calls find is collected.
func (a *assembly) eachPage(do func(p *Page) []finding.Finding) {
	var pages []*Page
	for _, e := range a.book.Editions {
		pages = append(pages, e.Pages...)
	}
	var next atomic.Int64
	var mu sync.Mutex
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			var found []finding.Finding
			for i := int(next.Add(1)) - 1; i < len(pages); i = int(next.Add(1)) - 1 {
				found = append(found, do(pages[i])...)
			}
			mu.Lock()
			a.findings = append(a.findings, found...)
			mu.Unlock()
		})
	}
	wg.Wait()
}
