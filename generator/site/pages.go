package site

import (
	"bytes"
	"html/template"

	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
)

// jobs lists everything there is to make; each job stands alone.
func (r *renderer) jobs(o Options) []job {
	var jobs []job
	for _, e := range r.editions {
		for _, p := range e.Pages {
			jobs = append(jobs, func(w *worker) ([]finding.Finding, error) { return r.page(w, e, p) })
			if !p.Fallback {
				for _, alias := range p.Aliases {
					jobs = append(jobs, func(w *worker) ([]finding.Finding, error) { return r.redirect(w, e, p, alias) })
				}
			}
		}
		for _, t := range e.Tags {
			jobs = append(jobs, func(w *worker) ([]finding.Finding, error) { return r.tagPage(w, e, t) })
		}
		if len(e.Tags) > 0 {
			jobs = append(jobs, func(w *worker) ([]finding.Finding, error) { return r.tagIndex(w, e) })
		}
		jobs = append(jobs, func(w *worker) ([]finding.Finding, error) { return r.feed(w, e) })
	}
	for _, a := range r.theme.Assets() {
		jobs = append(jobs, func(w *worker) ([]finding.Finding, error) { return nil, w.put(a.Address, a.Bytes) })
	}
	for _, a := range r.book.Assets {
		jobs = append(jobs, func(w *worker) ([]finding.Finding, error) {
			data, err := o.Open(a)
			if err != nil {
				return nil, err
			}
			return nil, w.put(a.Address, data)
		})
	}
	return append(jobs, r.notFound, r.sitemap, r.robots, r.headers)
}

// page makes one page of the handbook.
func (r *renderer) page(w *worker, e *edition, p *handbook.Page) ([]finding.Finding, error) {
	v := r.pageFrame(w, e, p)
	r.fillKind(e, p, v)
	placeholders, fs := r.placeholders(e, p)
	if len(fs) > 0 {
		return fs, nil
	}
	v.Content = w.fill(e, p, placeholders)
	return r.write(w, e, p.Address, v)
}

// write runs a view through its template and hands the page over.
func (r *renderer) write(w *worker, e *edition, address string, v *View) ([]finding.Finding, error) {
	w.page.Reset()
	if f := r.theme.Render(&w.page, string(e.Lang), v.Template+".html", v); f != nil {
		return []finding.Finding{*f}, nil
	}
	return nil, w.put(address, w.page.Bytes())
}

func (r *renderer) tagPage(w *worker, e *edition, t *handbook.Tagged) ([]finding.Finding, error) {
	v := r.listFrame(e, t.Address, "tag", e.text.Text("tag.title", t.Name))
	v.Tag = &TagView{Name: t.Name}
	for _, p := range t.Pages {
		v.Tag.Pages = append(v.Tag.Pages, e.link(t.Address, p))
	}
	return r.write(w, e, t.Address, v)
}

func (r *renderer) tagIndex(w *worker, e *edition) ([]finding.Finding, error) {
	address := e.Base + "tags/index.html"
	v := r.listFrame(e, address, "tags", e.text.Text("tags.title"))
	for _, t := range e.Tags {
		v.AllTags = append(v.AllTags, TagCount{Link{Href: relative(address, t.Address), Title: t.Name}, len(t.Pages)})
	}
	for _, other := range r.editions {
		if len(r.editions) > 1 {
			l := LanguageLink{Lang: string(other.Lang), Name: r.theme.LanguageName(string(other.Lang)), Current: other == e, Href: relative(address, other.Base+"tags/index.html")}
			if len(other.Tags) == 0 {
				l.Href, l.Missing = relative(address, other.Home.Address), true
			}
			v.Languages = append(v.Languages, l)
		}
	}
	return r.write(w, e, address, v)
}

// listFrame is the frame of a page that Mentorbook makes by itself.
func (r *renderer) listFrame(e *edition, address, name, title string) *View {
	v := r.frame(e, address, name, title)
	c := e.chrome[e.tagSection]
	v.Head, v.Menu, v.Breadcrumbs, v.Footer = c.head, c.menuOf(address), c.crumbs, c.footer
	return v
}

func (r *renderer) redirect(w *worker, e *edition, p *handbook.Page, alias string) ([]finding.Finding, error) {
	address, ok := handbook.AliasAddress(alias)
	if !ok {
		return nil, nil // reported when the handbook was put together
	}
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
	for name, into := range map[string]*template.HTML{"partials/head.html": &v.Head, "partials/footer.html": &v.Footer} {
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

// placeholders fills the agreement's placeholders; other pages have none.
func (r *renderer) placeholders(e *edition, p *handbook.Page) ([]template.HTML, []finding.Finding) {
	if p.Agreement == nil || len(p.Doc.Placeholders) == 0 {
		return nil, nil
	}
	return r.blanks(e, p)
}
