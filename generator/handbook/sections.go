package handbook

import (
	"cmp"
	"maps"
	"math"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"mentorbook/generator/markdown"
)

func unionOfKeys(a, b map[string]*Parsed) []string {
	keys := slices.Collect(maps.Keys(a))
	for k := range b {
		if _, ok := a[k]; !ok {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	return keys
}

// buildSections hangs the edition's pages into the tree of its folders and
// gives each its address.
func (e *Edition) buildSections() {
	e.Root = &Section{Address: e.Base}
	byDir := map[string]*Section{"": e.Root}
	for _, rel := range slices.Sorted(maps.Keys(e.byPath)) {
		p := e.byPath[rel]
		s := e.section(byDir, dirOf(rel))
		p.Section = s
		p.ID = strings.TrimSuffix(path.Base(rel), ".md")
		switch {
		case rel == "index.md":
			s.Index, e.Home = p, p
		case isIndex(rel):
			s.Index = p
			p.ID = path.Base(s.Dir)
		default:
			s.Pages = append(s.Pages, p)
		}
	}
	e.Root.place(e)
}

func dirOf(rel string) string {
	if dir := path.Dir(rel); dir != "." {
		return dir
	}
	return ""
}

// section returns the section of a folder, made with its parents where it is new.
func (e *Edition) section(byDir map[string]*Section, dir string) *Section {
	if s, ok := byDir[dir]; ok {
		return s
	}
	parent := e.section(byDir, dirOf(dir))
	s := &Section{Dir: dir, Parent: parent}
	parent.Sections = append(parent.Sections, s)
	byDir[dir] = s
	return s
}

// place gives addresses to the section, its pages and the sections below it. A
// folder without an index.md gets a page of its own, made up from its name.
func (s *Section) place(e *Edition) {
	if s.Index == nil && s.Parent != nil {
		s.Index = e.madeUpIndex(s)
	}
	if s.Parent != nil {
		s.Address = s.Parent.Address + addressPart(s.Index, path.Base(s.Dir)) + "/"
	}
	if s.Index != nil {
		s.Index.Address = s.Address + "index.html"
	}
	for _, p := range s.Pages {
		p.Address = s.Address + addressPart(p, p.ID) + ".html"
	}
	for _, sub := range s.Sections {
		sub.place(e)
	}
}

// addressPart is a page's slug, else what its file's name gives. A page that
// only stands in for a translation has no slug in this language yet.
func addressPart(p *Page, name string) string {
	if p.Slug != "" && validSlug(p.Slug) && !p.Fallback {
		return p.Slug
	}
	if s := Slug(name); s != "" {
		return s
	}
	return "page"
}

func (e *Edition) madeUpIndex(s *Section) *Page {
	title := []rune(strings.NewReplacer("-", " ", "_", " ").Replace(path.Base(s.Dir)))
	title[0] = []rune(strings.ToUpper(string(title[:1])))[0]
	rel := s.Dir + "/index.md"
	p := &Page{
		Parsed: &Parsed{
			File: "content/" + string(e.Lang) + "/" + rel, Lang: e.Lang, Rel: rel,
			Kind: SectionIndex, Common: Common{Title: string(title)}, Doc: &markdown.Document{},
		},
		Edition: e, Section: s, ID: path.Base(s.Dir),
	}
	e.byPath[rel] = p
	return p
}

// order sorts every section, lists the edition's pages by kind and links neighbours.
func (e *Edition) order() {
	tag, err := language.Parse(string(e.Lang))
	if err != nil {
		tag = language.Und
	}
	c := collate.New(tag)
	var key collate.Buffer
	keys := map[*Page][]byte{} // made for those only that their order does not tell apart
	keyOf := func(p *Page) []byte {
		k, ok := keys[p]
		if !ok {
			k = c.KeyFromString(&key, p.Title)
			keys[p] = k
		}
		return k
	}
	byTitle := func(a, b *Page) int {
		if d := cmp.Compare(rank(a), rank(b)); d != 0 {
			return d
		}
		return cmp.Or(slices.Compare(keyOf(a), keyOf(b)), cmp.Compare(a.Rel, b.Rel))
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
	e.collectTags(c)
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

func (e *Edition) collectTags(c *collate.Collator) {
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
			if !slices.Contains(t.Pages, p) {
				t.Pages = append(t.Pages, p)
			}
		}
	}
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
