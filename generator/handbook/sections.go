package handbook

import (
	"cmp"
	"math"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"mentorbook/generator/markdown"
)

// arrange makes the edition's sections and lists of its pages, its tags aside.
func (e *Edition) arrange() {
	e.Sections, e.Pages, e.Goals, e.Rules, e.Meetings, e.Roles, e.Agreement, e.Tags = nil, nil, nil, nil, nil, nil, nil, nil
	for i := range e.all {
		p := &e.all[i]
		p.Prev, p.Next, p.Goals, p.Meetings = nil, nil, nil, nil
	}
	e.buildSections()
	e.order()
}

// buildSections hangs the edition's pages into the tree of its folders and
// gives each its address.
func (e *Edition) buildSections() {
	e.Root = &Section{Address: e.Base}
	e.byDir = map[string]*Section{"": e.Root}
	s := e.Root
	for i := range e.all {
		p := &e.all[i]
		if p.alone.dir != s.Dir {
			s = e.section(p.alone.dir)
		}
		p.Section, p.ID = s, p.alone.id
		if p.IsIndex() {
			s.Index = p
		} else {
			s.Pages = append(s.Pages, p)
		}
	}
	e.Root.place(e)
	e.Home = e.Root.Index
}

func dirOf(rel string) string {
	if dir := path.Dir(rel); dir != "." {
		return dir
	}
	return ""
}

// section returns the section of a folder, made with its parents where it is new.
func (e *Edition) section(dir string) *Section {
	if s, ok := e.byDir[dir]; ok {
		return s
	}
	parent := e.section(dirOf(dir))
	s := &Section{Dir: dir, Parent: parent}
	parent.Sections = append(parent.Sections, s)
	e.byDir[dir] = s
	return s
}

// place gives addresses to the section, its pages and the sections below it. A
// folder without an index.md gets a page of its own, made up from its name.
func (s *Section) place(e *Edition) {
	if s.Index == nil {
		s.Index = e.madeUpIndex(s)
	}
	if s.Parent != nil {
		s.Address = s.Parent.Address + s.Index.addressPart() + "/"
	}
	s.Index.Address = s.Address + "index.html"
	for _, p := range s.Pages {
		p.Address = s.Address + p.addressPart() + ".html"
	}
	for _, sub := range s.Sections {
		sub.place(e)
	}
}

// addressPart is a page's slug, else what its file's name gives. A page that
// only stands in for a translation has no slug in this language yet.
func (p *Page) addressPart() string {
	if p.Slug != "" && validSlug(p.Slug) && !p.Fallback {
		return p.Slug
	}
	return p.alone.part
}

// madeUpIndex is the page of a folder, named after it; the home page is named
// after the programme.
func (e *Edition) madeUpIndex(s *Section) *Page {
	kind, rel, name := Home, "index.md", e.programme
	if s.Parent != nil {
		kind, rel = SectionIndex, s.Dir+"/index.md"
		title := []rune(strings.NewReplacer("-", " ", "_", " ").Replace(path.Base(s.Dir)))
		title[0] = []rune(strings.ToUpper(string(title[:1])))[0]
		name = string(title)
	}
	if p := e.byPath[rel]; p != nil { // links lead to it
		p.Section = s
		return p
	}
	p := &Page{
		Parsed: &Parsed{
			File: "content/" + string(e.Lang) + "/" + rel, Lang: e.Lang, Rel: rel,
			Kind: kind, Common: Common{Title: name}, Doc: &markdown.Document{},
		},
		Edition: e, Section: s,
	}
	p.standAlone()
	p.ID = p.alone.id
	e.byPath[rel] = p
	return p
}

// order sorts every section, lists the edition's pages by kind and links neighbours.
func (e *Edition) order() {
	c := e.collator()
	byTitle := func(a, b *Page) int {
		if d := cmp.Compare(rank(a), rank(b)); d != 0 {
			return d
		}
		// Titles are compared only where their order does not tell pages apart.
		return cmp.Or(slices.Compare(a.titleKeyIn(e.Lang, c), b.titleKeyIn(e.Lang, c)), cmp.Compare(a.Rel, b.Rel))
	}
	e.Root.walk(func(s *Section) {
		slices.SortFunc(s.Pages, byTitle)
		slices.SortFunc(s.Sections, func(a, b *Section) int { return byTitle(a.Index, b.Index) })
	})
	e.Root.walk(func(s *Section) {
		if s.Parent != nil {
			e.Sections = append(e.Sections, s)
		}
		if s.Index != nil {
			e.Pages = append(e.Pages, s.Index)
		}
		e.Pages = append(e.Pages, s.Pages...)
		linkNeighbours(s.Pages)
	})
	for _, p := range e.Pages {
		e.listByKind(p)
	}
	slices.SortStableFunc(e.Meetings, func(a, b *Page) int { return cmp.Compare(a.Meeting.Number, b.Meeting.Number) })
}

// collator compares texts by the order of the edition's language. It is for
// one goroutine.
func (e *Edition) collator() *collate.Collator {
	tag, err := language.Parse(string(e.Lang))
	if err != nil {
		tag = language.Und
	}
	return collate.New(tag)
}

// rank is a page's place by its order field; a meeting without one stands by
// its number, anything else without one comes last.
func rank(p *Page) float64 {
	switch {
	case p.Order != nil:
		return *p.Order
	case p.Meeting != nil:
		return float64(p.Meeting.Number)
	}
	return math.Inf(1)
}

func (s *Section) walk(do func(*Section)) {
	do(s)
	for _, sub := range s.Sections {
		sub.walk(do)
	}
}

func linkNeighbours(pages []*Page) {
	for i, p := range pages {
		if i > 0 {
			p.Prev = pages[i-1]
		}
		if i+1 < len(pages) {
			p.Next = pages[i+1]
		}
	}
}

func (e *Edition) listByKind(p *Page) {
	if p.Broken && p.Kind != GoalPage && p.Kind != RulePage { // named by others, so they must exist
		return
	}
	switch p.Kind {
	case GoalPage:
		e.Goals = append(e.Goals, p)
	case RulePage:
		e.Rules = append(e.Rules, p)
	case MeetingPage:
		e.Meetings = append(e.Meetings, p)
	case RolePage:
		e.Roles = append(e.Roles, p)
	case AgreementPage:
		if e.Agreement == nil {
			e.Agreement = p
		}
	}
}

// collectTags lists the tags of the edition's pages, which are in their order.
func (e *Edition) collectTags() {
	byName := map[string]*Tagged{}
	e.byTag = byName
	for _, p := range e.Pages {
		if p.Fallback {
			continue // its tags are words of another language
		}
		for _, name := range p.Tags {
			t := byName[name]
			if t == nil {
				t = &Tagged{Name: name}
				byName[name] = t
				e.Tags = append(e.Tags, t)
			}
			if n := len(t.Pages); n == 0 || t.Pages[n-1] != p { // a tag named twice
				t.Pages = append(t.Pages, p)
			}
		}
	}
	c := e.collator()
	slices.SortFunc(e.Tags, func(a, b *Tagged) int {
		return cmp.Or(c.CompareString(a.Name, b.Name), cmp.Compare(a.Name, b.Name))
	})
	taken := map[string]bool{}
	for _, t := range e.Tags {
		slug := Slug(t.Name)
		if slug == "" || slug == "index" {
			slug = "tag"
		}
		for taken[slug] {
			slug += "-2"
		}
		taken[slug] = true
		t.Address = e.Base + "tags/" + slug + ".html"
	}
}
