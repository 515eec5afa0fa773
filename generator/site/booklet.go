package site

import (
	"bytes"
	"html/template"
	"strconv"

	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
)

// BookletView is the dot of print.html: the whole handbook on one page, for
// printing. Links between its pages lead to places within it.
type BookletView struct {
	View
	// Intro is the home page's own text.
	Intro template.HTML
	// Chapters are the sections and single pages at the top of the handbook.
	Chapters []ChapterView
}

// ChapterView is a page of the handbook within the booklet, with the pages
// that stand below it.
type ChapterView struct {
	ID, Number, Title string
	Lang              string // set where the title is in another language
	Kind              string
	Text              template.HTML
	Pages             []ChapterView
}

// booklet gathers the pages of an edition.
type booklet struct {
	r       *renderer
	e       *edition
	address string
	ids     map[string]string // of the pages, by their addresses
	page    bytes.Buffer
}

// coverID is the booklet's cover; links to the home page lead there.
const coverID = "ui:cover"

func (r *renderer) booklet(w *worker, e *edition) ([]finding.Finding, error) {
	b := &booklet{r: r, e: e, address: e.Booklet(), ids: make(map[string]string, len(e.Pages))}
	for _, p := range e.Pages {
		b.ids[p.Address] = bookletID(e, p)
	}
	b.ids[e.Home.Address] = coverID
	c, fs := e.chrome[e.Root]()
	if len(fs) > 0 {
		return fs, nil
	}
	v := &BookletView{View: *r.frame(e, b.address, "print", e.Home.Title)}
	v.Head, v.LongTitle = c.head, longTitle(e.site.Name)
	v.Summary, v.Fallback, v.TextLang, v.NoIndex = e.Home.Summary, e.Home.Fallback, string(e.Home.Lang), true
	v.HeadTitle = e.text.Text("booklet.title") + " – " + e.site.Name
	r.bookletLanguages(e, v)
	v.Intro = b.copied(e.Home, w.fill(e, e.Home, nil), "", 1)
	for i, p := range e.top {
		chapter, fs := b.chapter(w, p, strconv.Itoa(i+1), 1)
		if len(fs) > 0 {
			return fs, nil
		}
		v.Chapters = append(v.Chapters, chapter)
	}
	w.page.Reset()
	if f := r.theme.Render(&w.page, string(e.Lang), "print.html", v); f != nil {
		return []finding.Finding{*f}, nil
	}
	return nil, w.put(b.address, w.page.Bytes())
}

// bookletID names a page within the booklet by its address.
func bookletID(e *edition, p *handbook.Page) string {
	return p.Address[len(e.Base) : len(p.Address)-len(".html")]
}

func (r *renderer) bookletLanguages(e *edition, v *BookletView) {
	if len(r.editions) < 2 {
		return
	}
	for _, other := range r.editions {
		l := LanguageLink{Lang: string(other.Lang), Name: r.theme.LanguageName(string(other.Lang)), Current: other == e}
		to := other.Booklet()
		if to == "" {
			to, l.Missing = other.Home.Address, true
		}
		l.Href = relative(e.Booklet(), to)
		v.Languages = append(v.Languages, l)
	}
}

// chapter is a page and, where it heads a section, the pages of that section.
// depth is 1 for a chapter.
func (b *booklet) chapter(w *worker, p *handbook.Page, number string, depth int) (ChapterView, []finding.Finding) {
	c := ChapterView{ID: b.ids[p.Address], Number: number, Title: p.Title, Kind: string(p.Kind)}
	if p.Lang != b.e.Lang {
		c.Lang = string(p.Lang)
	}
	var fs []finding.Finding
	if c.Text, fs = b.text(w, p, number, depth); len(fs) > 0 {
		return c, fs
	}
	if !p.IsIndex() {
		return c, nil
	}
	below := p.Section.Pages
	for _, sub := range p.Section.Sections {
		below = append(below[:len(below):len(below)], sub.Index)
	}
	for i, child := range below {
		page, fs := b.chapter(w, child, number+"."+strconv.Itoa(i+1), depth+1)
		if len(fs) > 0 {
			return c, fs
		}
		c.Pages = append(c.Pages, page)
	}
	return c, nil
}

// text renders what a page shows, as its own page does, and copies it into
// the booklet.
func (b *booklet) text(w *worker, p *handbook.Page, number string, depth int) (template.HTML, []finding.Finding) {
	v := b.r.frame(b.e, p.Address, string(p.Kind), p.Title)
	v.TextLang, v.Fallback = string(p.Lang), p.Fallback
	v.Summary, v.Audience = p.Summary, string(p.Audience)
	if f := b.r.fillKind(b.e, p, v); f != nil {
		return "", []finding.Finding{*f}
	}
	var placeholders []template.HTML
	if p == b.e.Agreement {
		var fs []finding.Finding
		if placeholders, fs = b.r.blankAgreement(b.e, p, v); len(fs) > 0 {
			return "", fs
		}
	}
	if v.Meeting != nil { // the booklet's own order leads from meeting to meeting
		v.Meeting.Earlier, v.Meeting.Later = nil, nil
	}
	v.Content = w.fill(b.e, p, placeholders)
	b.page.Reset()
	if f := b.r.theme.Render(&b.page, string(b.e.Lang), "partials/kind.html", v); f != nil {
		return "", []finding.Finding{*f}
	}
	return b.copied(p, lend(b.page.Bytes()), number, depth), nil
}
