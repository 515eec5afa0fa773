package site

import (
	"bytes"
	"html/template"
	"strconv"
	"strings"

	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
)

// chrome is what all pages of a section share, rendered once for them all:
// the header's menu and the list of the section's pages. A list differs from
// page to page in one attribute only, the mark of the page one is on, so it
// is kept cut apart at the places where the mark may stand.
type chrome struct {
	menu         marked
	lists        []marked      // of a large section, a stretch of its pages each
	plainMenu    template.HTML // the menu without a mark
	head, footer template.HTML
	search       template.HTML
	crumbs       template.HTML // of the section's pages
	indexCrumbs  template.HTML // of the page that heads the section
}

// marked is HTML with one place for a mark after each part but the last.
type marked struct {
	parts []string
	index map[string]int // address → which place is the page's own
}

const (
	markName  = "data-mentorbook-current"
	markValue = `aria-current="page"`
)

// menuOf returns the menu for a page. Most pages are not in it and share one.
func (c *chrome) menuOf(address string) template.HTML {
	if _, ok := c.menu.index[address]; ok {
		return c.menu.at(address)
	}
	return c.plainMenu
}

// mark is the attribute that stands for the mark until the HTML is cut.
func mark(i int) template.HTMLAttr {
	return template.HTMLAttr(markName + `="` + strconv.Itoa(i) + `"`) //#nosec: made of a constant and a number
}

// appendAt appends the HTML with the mark at the page's own place.
func (m *marked) appendAt(dst []byte, address string) []byte {
	here, ok := m.index[address]
	if !ok {
		here = -1
	}
	for i, p := range m.parts {
		dst = append(dst, p...)
		if i == here {
			dst = append(dst, markValue...)
		}
	}
	return dst
}

// at is appendAt for HTML that is kept.
func (m *marked) at(address string) template.HTML {
	return template.HTML(m.appendAt(nil, address)) // rendered by html/template, plus a constant
}

// cut splits rendered HTML at its marks. The marks must come out in the order
// of addresses; a template that leaves them out shows none.
func cut(html string, addresses []string) marked {
	m := marked{index: map[string]int{}}
	for {
		before, after, found := strings.Cut(html, markName+`="`)
		if !found {
			m.parts = append(m.parts, html)
			return m
		}
		number, rest, _ := strings.Cut(after, `"`)
		if n, err := strconv.Atoi(number); err == nil && n < len(addresses) {
			m.index[addresses[n]] = len(m.parts)
		}
		m.parts = append(m.parts, before)
		html = rest
	}
}

// chromeOf renders the shared parts for the pages of a section.
func (r *renderer) chromeOf(e *edition, s *handbook.Section) (*chrome, []finding.Finding) {
	from := s.Address + "x.html"
	menu, menuAddresses := r.menu(e, s, from)
	var c chrome
	var fs []finding.Finding
	render := func(name string, data any, addresses []string) marked {
		var buf bytes.Buffer
		if f := r.theme.Render(&buf, string(e.Lang), name, data); f != nil {
			fs = append(fs, *f)
		}
		return cut(buf.String(), addresses)
	}
	c.menu = render("partials/menu.html", menu, menuAddresses)
	items := s.Pages
	for first := true; first || len(items) > 0; first = false {
		n := min(len(items), maxList)
		list, addresses := r.sectionList(e, s, items[:n], from)
		c.lists = append(c.lists, render("partials/section-list.html", list, addresses))
		items = items[n:]
	}
	c.plainMenu = c.menu.at("")
	frame := r.frameView(e, from)
	whole := func(name string, data any) template.HTML {
		m := render(name, data, nil)
		return m.at("")
	}
	c.head, c.footer = whole("partials/head.html", frame), whole("partials/footer.html", frame)
	c.search = whole("partials/search.html", frame)
	c.crumbs = whole("partials/breadcrumbs.html", e.breadcrumbs(from, s))
	if s.Parent != nil {
		c.indexCrumbs = whole("partials/breadcrumbs.html", e.breadcrumbs(from, s.Parent))
	}
	return &c, fs
}

func (r *renderer) frameView(e *edition, from string) *FrameView {
	v := &FrameView{Site: e.site, Root: rootFrom(from)}
	if r.book.Programme.URL != "" {
		v.Feed = relative(from, e.Base+"feed.xml")
	}
	if to := e.Booklet(); to != "" {
		v.Booklet = relative(from, to)
	}
	if r.offline {
		v.Offline, v.Manifest = relative(from, e.Base+"offline.html"), relative(from, e.Base+"manifest.webmanifest")
	}
	return v
}

// menu lists what stands at the top of the handbook: sections and pages with
// an order; pages without one come under More.
func (r *renderer) menu(e *edition, s *handbook.Section, from string) (MenuView, []string) {
	var v MenuView
	var addresses []string
	top := s
	for top.Parent != nil && top.Parent.Parent != nil {
		top = top.Parent
	}
	for _, p := range e.top {
		item := r.menuItem(e, p, from, len(addresses))
		item.Here = p.IsIndex() && p.Section == top
		addresses = append(addresses, p.Address)
		if (p.IsIndex() || p.Order != nil) && len(v.Items) < maxMenu {
			v.Items = append(v.Items, item)
		} else {
			v.More = append(v.More, item)
		}
	}
	if len(v.More) > maxMore { // the home page lists them all
		v.More = nil
	}
	return v, addresses
}

// maxMenu is how many entries the header has room for, maxMore how many more
// a phone's menu has.
const (
	maxMenu = 7
	maxMore = 12
)

func (r *renderer) menuItem(e *edition, p *handbook.Page, from string, i int) MenuItem {
	item := MenuItem{Href: relative(from, p.Address), Title: p.Title, Kind: string(p.Kind), Current: mark(i)}
	if p.Meeting != nil {
		item.Label = strconv.Itoa(p.Meeting.Number)
	}
	if p.Lang != e.Lang {
		item.Lang = string(p.Lang)
	}
	return item
}

// maxList is how many of a section's pages its list shows at once. More would
// help nobody to find one, and make each page heavier; the section's own page
// lists them all.
const maxList = 50

// listOf returns the list that holds a page.
func (c *chrome) listOf(address string) *marked {
	for i := range c.lists {
		if _, ok := c.lists[i].index[address]; ok {
			return &c.lists[i]
		}
	}
	return &c.lists[0]
}

// sectionList lists a stretch of a section's pages, and the sections below it.
func (r *renderer) sectionList(e *edition, s *handbook.Section, pages []*handbook.Page, from string) (SectionListView, []string) {
	v := SectionListView{}
	if len(pages) < len(s.Pages) {
		v.All = len(s.Pages)
	}
	var addresses []string
	add := func(p *handbook.Page) MenuItem {
		item := r.menuItem(e, p, from, len(addresses))
		addresses = append(addresses, p.Address)
		return item
	}
	if s.Index != nil {
		v.Title = s.Index.Title
		v.Index = add(s.Index)
	}
	for _, p := range pages {
		v.Items = append(v.Items, add(p))
	}
	for _, sub := range s.Sections {
		if s.Parent != nil {
			v.Items = append(v.Items, add(sub.Index))
		}
	}
	return v, addresses
}
