package site

import (
	"bytes"
	"html/template"
	"slices"
	"strings"

	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
)

// pageJobs adds the jobs of an edition's pages and of what belongs to them.
func (r *renderer) pageJobs(jobs []job, e *edition) []job {
	for _, p := range e.Pages {
		jobs = append(jobs, job{address: p.Address, page: p, edition: e})
		if p == e.Agreement {
			jobs = append(jobs, job{address: pdfAddress(p), make: func(w *worker) ([]finding.Finding, error) { return r.blankPDF(w, e) }})
		}
		if p.Fallback {
			continue
		}
		for _, alias := range p.Aliases {
			if address, ok := handbook.AliasAddress(alias); ok { // else reported when the handbook was put together
				jobs = append(jobs, job{address: address, make: func(w *worker) ([]finding.Finding, error) { return r.redirect(w, e, p, address) }})
			}
		}
	}
	for _, t := range e.Tags {
		jobs = append(jobs, job{address: t.Address, make: func(w *worker) ([]finding.Finding, error) { return r.tagPage(w, e, t) }})
	}
	if len(e.Tags) > 0 {
		jobs = append(jobs, job{address: e.Base + "tags/index.html", make: func(w *worker) ([]finding.Finding, error) { return r.tagIndex(w, e) }})
	}
	if address := e.Booklet(); address != "" {
		jobs = append(jobs, job{address: address, make: func(w *worker) ([]finding.Finding, error) { return r.booklet(w, e) }})
	}
	return append(jobs, job{address: e.Base + "feed.xml", make: func(w *worker) ([]finding.Finding, error) { return r.feed(w, e) }})
}

// assetJobs hand over the theme's files and those beside the pages.
func (r *renderer) assetJobs(o Options) []job {
	var jobs []job
	for _, a := range r.theme.Assets() {
		jobs = append(jobs, job{address: a.Address, make: func(w *worker) ([]finding.Finding, error) { return nil, w.put(a.Address, a.Bytes) }})
	}
	for _, a := range r.book.Assets {
		jobs = append(jobs, job{address: a.Address, make: func(w *worker) ([]finding.Finding, error) {
			data, err := o.Open(a)
			if err != nil {
				return nil, err
			}
			return nil, w.put(a.Address, data)
		}})
	}
	return jobs
}

// page makes one page of the handbook.
func (r *renderer) page(w *worker, e *edition, p *handbook.Page) ([]finding.Finding, error) {
	v, fs := r.pageFrame(w, e, p)
	if len(fs) > 0 {
		return fs, nil
	}
	if f := r.fillKind(e, p, v); f != nil {
		return []finding.Finding{*f}, nil
	}
	var placeholders []template.HTML
	if p == e.Agreement {
		var fs []finding.Finding
		if placeholders, fs = r.blankAgreement(e, p, v); len(fs) > 0 {
			return fs, nil
		}
	}
	v.Content = w.fill(e, p, placeholders)
	v.ForRoles = p.Doc.ForRoles || p.Meeting != nil && len(p.Meeting.Prepare.Mentor)+len(p.Meeting.Prepare.Mentee) > 0
	return r.write(w, e, p.Address, v)
}

// write runs a view through its template and hands the page over.
func (r *renderer) write(w *worker, e *edition, address string, v *View) ([]finding.Finding, error) {
	if page, ok := r.writeArticle(w, e, v); ok {
		return nil, w.put(address, page)
	}
	w.page.Reset()
	if f := r.theme.Render(&w.page, string(e.Lang), v.Template+".html", v); f != nil {
		return []finding.Finding{*f}, nil
	}
	return nil, w.put(address, w.page.Bytes())
}

func (r *renderer) tagPage(w *worker, e *edition, t *handbook.Tagged) ([]finding.Finding, error) {
	v, fs := r.listFrame(e, t.Address, "tag", e.text.Text("tag.title", t.Name))
	if len(fs) > 0 {
		return fs, nil
	}
	v.Tag = &TagView{Name: t.Name, Pages: make([]Link, 0, len(t.Pages))}
	for _, p := range t.Pages {
		v.Tag.Pages = append(v.Tag.Pages, e.link(t.Address, p))
	}
	var f *finding.Finding
	if v.Tag.Cards, f = r.cards(e, "partials/tag-card.html", v.Tag.Pages); f != nil {
		return []finding.Finding{*f}, nil
	}
	v.Languages = r.topicLanguages(e, t.Address, func(other *edition) string { return other.topics()[pagesOf(t)] })
	return r.write(w, e, t.Address, v)
}

func (r *renderer) tagIndex(w *worker, e *edition) ([]finding.Finding, error) {
	address := allTopics(e)
	v, fs := r.listFrame(e, address, "tags", e.text.Text("tags.title"))
	if len(fs) > 0 {
		return fs, nil
	}
	for _, t := range e.Tags {
		v.AllTags = append(v.AllTags, TagCount{Link{Href: relative(address, t.Address), Title: t.Name}, len(t.Pages)})
	}
	v.Languages = r.topicLanguages(e, address, func(*edition) string { return "" })
	return r.write(w, e, address, v)
}

func allTopics(e *edition) string { return e.Base + "tags/index.html" }

// topicLanguages lead from a topic's page to the same topic in each language,
// where twin knows it; else to all topics; to the home page where there are none.
func (r *renderer) topicLanguages(e *edition, address string, twin func(*edition) string) []LanguageLink {
	if len(r.editions) < 2 {
		return nil
	}
	list := make([]LanguageLink, 0, len(r.editions))
	for _, other := range r.editions {
		l := LanguageLink{Lang: string(other.Lang), Name: r.theme.LanguageName(string(other.Lang)), Current: other == e}
		to := address
		if other != e {
			to = twin(other)
		}
		switch {
		case to == "" && len(other.Tags) > 0:
			to = allTopics(other)
		case to == "":
			to, l.Missing = other.Home.Address, true
		}
		l.Href = relative(address, to)
		list = append(list, l)
	}
	return list
}

// topicsOf are the addresses of an edition's topics by the pages that they
// stand on. Names of topics are translated freely; that the same pages have a
// topic, and no other topic has just these, tells which is which.
func topicsOf(e *handbook.Edition) map[string]string {
	topics := make(map[string]string, len(e.Tags))
	for _, t := range e.Tags {
		pages := pagesOf(t)
		if _, again := topics[pages]; again {
			topics[pages] = ""
			continue
		}
		topics[pages] = t.Address
	}
	return topics
}

// pagesOf names the pages of a topic, in any language alike.
func pagesOf(t *handbook.Tagged) string {
	names := make([]string, len(t.Pages))
	for i, p := range t.Pages {
		names[i] = p.Rel
	}
	slices.Sort(names)
	return strings.Join(names, "\n")
}

// listFrame is the frame of a page that Mentorbook makes by itself.
func (r *renderer) listFrame(e *edition, address, name, title string) (*View, []finding.Finding) {
	v := r.frame(e, address, name, title)
	c, fs := e.chrome[e.tagSection]()
	if len(fs) > 0 {
		return nil, fs
	}
	v.Head, v.Search, v.Menu, v.Breadcrumbs, v.Footer = c.head, c.search, c.menuOf(address), c.crumbs, c.footer
	return v, nil
}

func (r *renderer) redirect(w *worker, e *edition, p *handbook.Page, address string) ([]finding.Finding, error) {
	w.page.Reset()
	v := &Redirect{Lang: string(e.Lang), Href: relative(address, p.Address), Title: p.Title, Site: e.site, Root: rootFrom(address)}
	if url := string(r.book.Programme.URL); url != "" {
		v.Canonical = url + canonicalPath(p.Address)
	}
	if f := r.theme.Render(&w.page, string(e.Lang), "redirect.html", v); f != nil {
		return []finding.Finding{*f}, nil
	}
	return nil, w.put(address, w.page.Bytes())
}

// notFound makes 404.html. A server shows it at any address, so its links
// begin at the site's root: the path of programme.yaml's url, else "/".
func (r *renderer) notFound(w *worker) ([]finding.Finding, error) {
	e := r.editions[0]
	v := r.frame(e, "404.html", "not-found", e.text.Text("not-found.title"))
	v.Root = r.rootPath()
	v.Home = v.Root + canonicalPath(e.Home.Address)
	v.NoIndex, v.Canonical = true, ""
	frame := &FrameView{Site: e.site, Root: v.Root}
	if to := e.Booklet(); to != "" {
		frame.Booklet = v.Root + escaped(to)
	}
	if r.offline {
		frame.Offline, frame.Manifest = v.Root+escaped(e.Base)+"offline.html", v.Root+escaped(e.Base)+"manifest.webmanifest"
	}
	for name, into := range map[string]*template.HTML{"partials/head.html": &v.Head, "partials/search.html": &v.Search, "partials/footer.html": &v.Footer} {
		var b bytes.Buffer
		if f := r.theme.Render(&b, string(e.Lang), name, frame); f != nil {
			return []finding.Finding{*f}, nil
		}
		*into = template.HTML(b.String()) // rendered by html/template
	}
	for _, p := range e.top {
		l := e.link("", p)
		l.Href = v.Root + escaped(p.Address)
		v.NotFound = append(v.NotFound, l)
	}
	for _, other := range r.editions {
		if len(r.editions) > 1 {
			v.Languages = append(v.Languages, LanguageLink{Lang: string(other.Lang), Name: r.theme.LanguageName(string(other.Lang)), Current: other == e, Href: v.Root + canonicalPath(other.Home.Address)})
		}
	}
	return r.write(w, e, "404.html", v)
}
