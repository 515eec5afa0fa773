package site

import (
	"cmp"
	"html/template"
	"math"
	"slices"
	"strings"
	"unicode"

	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
	"mentorbook/generator/markdown"
	"mentorbook/generator/search"
)

// siteView is what all pages of a language share.
func (r *renderer) siteView(e *edition) *Site {
	p := r.book.Programme
	first := p.Languages[0]
	s := &Site{
		Name:         p.Name.In(e.Lang, first),
		Organisation: p.Organisation.In(e.Lang, first),
		Coordinator:  Coordinator{p.Coordinator.Name.In(e.Lang, first), string(p.Coordinator.Email)},
		Season:       p.Season,
		Start:        string(p.Start),
		End:          string(p.End),
		Terms: Terms{
			Mentor:      cmp.Or(p.Terms.Mentor.In(e.Lang, e.Lang), e.text.Text("term.mentor")),
			Mentee:      cmp.Or(p.Terms.Mentee.In(e.Lang, e.Lang), e.text.Text("term.mentee")),
			Coordinator: cmp.Or(p.Terms.Coordinator.In(e.Lang, e.Lang), e.text.Text("term.coordinator")),
		},
		Stylesheet:      r.theme.Asset("style.css"),
		Script:          r.theme.Asset("site.js"),
		AgreementScript: r.theme.Asset("agreement.js"),
		SealedScript:    r.theme.Asset("sealed.js"),
		SearchScript:    r.theme.Asset("search.js"),
		SearchStyle:     r.theme.Asset("search.css"),
		SearchIndex:     escaped(search.Catalogue(e.Edition)),
		Icon:            r.theme.Asset("icon.svg"),
		DefaultLang:     string(first),
		AgreementDue:    string(p.Agreement.Due),
	}
	for _, a := range r.book.Assets {
		if p.Theme.Logo != "" && a.Path == p.Theme.Logo {
			s.Logo, s.LogoWidth, s.LogoHeight = escaped(a.Address), a.Width, a.Height
		}
	}
	return s
}

// topPages lists the sections' and the single pages at the top of the
// handbook by order, those without one last.
func topPages(e *handbook.Edition) []*handbook.Page {
	var top []*handbook.Page
	for _, s := range e.Root.Sections {
		top = append(top, s.Index)
	}
	top = append(top, e.Root.Pages...)
	order := func(p *handbook.Page) float64 {
		if p.Order != nil {
			return *p.Order
		}
		return math.Inf(1)
	}
	slices.SortStableFunc(top, func(a, b *handbook.Page) int { return cmp.Compare(order(a), order(b)) })
	return top
}

// link leads from an address to a page.
func (e *edition) link(from string, p *handbook.Page) Link {
	l := Link{Href: relative(from, p.Address), Title: p.Title, Summary: p.Summary, Kind: string(p.Kind)}
	if p.Lang != e.Lang {
		l.Lang = string(p.Lang)
	}
	return l
}

func (e *edition) linkTo(from string, p *handbook.Page) *Link {
	if p == nil {
		return nil
	}
	l := e.link(from, p)
	return &l
}

// frame fills what every page of the site has, from its address on.
func (r *renderer) frame(e *edition, address, name, title string) *View {
	v := &View{
		Site: e.site, Lang: string(e.Lang), TextLang: string(e.Lang), Template: name,
		Root: rootFrom(address), Home: relative(address, e.Home.Address),
		Title: title, HeadTitle: title + " – " + e.site.Name, LongTitle: longTitle(title),
	}
	if url := string(r.book.Programme.URL); url != "" {
		v.Canonical = url + canonicalPath(address)
	}
	return v
}

// longTitle is the class of a page whose title has so long a word that a narrow
// screen has no room for it in a title's usual size: about 12 letters of a
// cover's fit beside each other at 320 px, and 16 of another page's.
func longTitle(title string) string {
	longest, n := 0, 0
	for _, r := range title {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			n++
			longest = max(longest, n)
		case !unicode.IsMark(r):
			n = 0
		}
	}
	switch {
	case longest > 16:
		return "longer-title"
	case longest > 11:
		return "long-title"
	}
	return ""
}

// canonicalPath leaves index.html out of an address.
func canonicalPath(address string) string {
	return escaped(strings.TrimSuffix(address, "index.html"))
}

// pageFrame fills what every page of the handbook has.
func (r *renderer) pageFrame(w *worker, e *edition, p *handbook.Page) (*View, []finding.Finding) {
	c, fs := e.chrome[p.Section]()
	if len(fs) > 0 {
		return nil, fs
	}
	v := r.frame(e, p.Address, string(p.Kind), p.Title)
	if p.Kind == handbook.Home {
		v.HeadTitle = e.site.Name
	}
	v.TextLang, v.Fallback = string(p.Lang), p.Fallback
	v.Path, v.Summary, v.Audience, v.Draft = p.Rel, p.Summary, string(p.Audience), p.Draft
	v.Updated = string(p.Updated)
	if edit := string(r.book.Programme.Edit); edit != "" {
		v.Edit = edit + escaped(strings.TrimPrefix(p.File, "content/"))
	}
	v.Head, v.Search, v.Footer = c.head, c.search, c.footer
	w.list = c.listOf(p.Address).appendAt(w.list[:0], p.Address)
	v.Menu, v.SectionList = c.menuOf(p.Address), lend(w.list) // rendered by html/template
	switch {
	case p.Kind == handbook.Home:
	case p.IsIndex():
		v.Breadcrumbs = c.indexCrumbs
	default:
		v.Breadcrumbs = c.crumbs
	}
	w.toc = p.Doc.AppendContents(w.toc[:0], p.HeadingIDs)
	v.Contents = lend(w.toc) // escaped by package markdown
	v.Prev, v.Next = e.linkTo(p.Address, p.Prev), e.linkTo(p.Address, p.Next)
	v.Tags = e.tags(p)
	r.languages(e, p, v)
	return v, nil
}

// breadcrumbs lists the way from the home page to a section and its page.
func (e *edition) breadcrumbs(from string, s *handbook.Section) []Link {
	var links []Link
	for ; s != nil && s.Parent != nil; s = s.Parent {
		if s.Index != nil {
			links = append(links, e.link(from, s.Index))
		}
	}
	links = append(links, e.link(from, e.Home))
	slices.Reverse(links)
	return links
}

func (e *edition) tags(p *handbook.Page) []Link {
	if len(p.Tags) == 0 || p.Fallback {
		return nil
	}
	links := make([]Link, 0, len(p.Tags))
	for _, name := range p.Tags {
		if t := e.Tagged(name); t != nil {
			links = append(links, Link{Href: relative(p.Address, t.Address), Title: name})
		}
	}
	return links
}

// languages fills the links to the same page in every language.
func (r *renderer) languages(e *edition, p *handbook.Page, v *View) {
	if len(r.editions) < 2 {
		return
	}
	for _, other := range r.editions {
		l := LanguageLink{Lang: string(other.Lang), Name: r.theme.LanguageName(string(other.Lang)), Current: other == e}
		twin := other.Page(p.Rel)
		if twin == nil {
			l.Href, l.Missing = relative(p.Address, other.Home.Address), true
		} else {
			l.Href, l.Missing = relative(p.Address, twin.Address), twin.Fallback
			if url := string(r.book.Programme.URL); url != "" && !twin.Fallback {
				v.Alternates = append(v.Alternates, Alternate{string(other.Lang), url + canonicalPath(twin.Address)})
			}
		}
		v.Languages = append(v.Languages, l)
	}
}

// fill fills in a page's Markdown: where its links and images lead.
func (w *worker) fill(e *edition, p *handbook.Page, placeholders []template.HTML) template.HTML {
	f := fillFrom(p, p.Address)
	f.Placeholders = placeholders
	w.content = p.Doc.Append(w.content[:0], f)
	return lend(w.content) // escaped or sanitised by package markdown
}

// fillFrom says where the links and images of a page's Markdown lead from an
// address, its own or that of another page that shows it.
func fillFrom(p *handbook.Page, from string) markdown.Fill {
	f := markdown.Fill{IDs: p.HeadingIDs}
	if len(p.Links) > 0 {
		f.Links = make([]string, len(p.Links))
	}
	for i, t := range p.Links {
		if t.Page == p && t.Fragment != "" {
			f.Links[i] = "#" + escaped(t.Fragment)
			continue
		}
		f.Links[i] = target(from, t)
	}
	for _, t := range p.Images {
		img := markdown.ImageFill{Src: t.Outside}
		if t.Asset != nil {
			img = markdown.ImageFill{Src: relative(from, t.Asset.Address), Width: t.Asset.Width, Height: t.Asset.Height}
		}
		f.Images = append(f.Images, img)
	}
	return f
}

func target(from string, t handbook.LinkTarget) string {
	var href string
	switch {
	case t.Page != nil:
		href = relative(from, t.Page.Address)
	case t.Asset != nil:
		href = relative(from, t.Asset.Address)
	default:
		return t.Outside
	}
	if t.Fragment != "" {
		href += "#" + escaped(t.Fragment)
	}
	return href
}
