package site

import (
	"bytes"
	"html/template"
	"slices"
	"sync"

	"mentorbook/generator/finding"
)

// frames are the frames of an edition's articles, one for each shape, and of
// the cards in lists.
type frames struct {
	articles kept[articleShape]
	cards    kept[cardShape]
}

// kept holds frames by what they are made for.
type kept[K comparable] struct {
	mu    sync.RWMutex
	known map[K]frame
}

// mostFrames is how many are kept: shapes are few, unless a handbook has tags
// by the dozen on a page.
const mostFrames = 500

// of returns the frame for a shape, made where there is none yet; nil where
// there can be none.
func (k *kept[K]) of(shape K, make func() frame) frame {
	k.mu.RLock()
	f, ok := k.known[shape]
	full := len(k.known) >= mostFrames
	k.mu.RUnlock()
	if ok || full {
		return f
	}
	f = make()
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.known == nil {
		k.known = map[K]frame{}
	}
	k.known[shape] = f
	return f
}

// articleTemplates are those that an article runs through.
var articleTemplates = []string{"base.html", "article.html", "partials/kind.html", "partials/heading.html"}

// articleShape is all that the templates ask of an article but its values.
type articleShape struct {
	summary, canonical, menu, crumbs, list, contents, forRoles, draft, edit bool
	textLang                                                                string // where it is not the interface's
	audience                                                                string
	longTitle                                                               string
	alternates                                                              string // their languages
	tags                                                                    int
	prev, next                                                              linkShape
}

type linkShape struct {
	there bool
	lang  string
}

// mostTags is how many tags an article may have to have a frame.
const mostTags = 12

// shapeOfArticle returns the shape of a view; ok is false where it isn't that
// of an article, or one that has no frame.
func shapeOfArticle(v *View) (s articleShape, ok bool) {
	if v.Template != "article" || v.Updated != "" || v.NoIndex || len(v.Tags) > mostTags {
		return s, false
	}
	s = articleShape{
		summary: v.Summary != "", canonical: v.Canonical != "", menu: v.Menu != "", crumbs: v.Breadcrumbs != "", list: v.SectionList != "",
		contents: v.Contents != "", forRoles: v.ForRoles, draft: v.Draft, edit: v.Edit != "", audience: v.Audience, tags: len(v.Tags), longTitle: v.LongTitle,
	}
	if v.Fallback {
		s.textLang = v.TextLang
	}
	for _, a := range v.Alternates {
		s.alternates += a.Lang + " "
	}
	s.prev, s.next = shapeOfLink(v.Prev), shapeOfLink(v.Next)
	return s, true
}

func shapeOfLink(l *Link) linkShape {
	if l == nil {
		return linkShape{}
	}
	return linkShape{true, l.Lang}
}

// articleValues lists what goes into an article's frame, in the order in which
// markArticle puts markers.
func (r *renderer) articleValues(dst []value, v *View) []value {
	url, edit := len(r.book.Programme.URL), len(r.book.Programme.Edit)
	dst = append(dst[:0],
		plain(v.HeadTitle), plain(v.Title), plain(v.Summary), ready(v.Root), ready(v.Home), ready(v.Head), ready(v.Search), ready(v.Menu),
		ready(v.Breadcrumbs), ready(v.SectionList), ready(v.Contents), ready(v.Content), ready(v.Footer), ready(after(v.Canonical, url)), ready(after(v.Edit, edit)))
	for i := range v.Alternates {
		dst = append(dst, ready(after(v.Alternates[i].Href, url)))
	}
	for i := range v.Languages {
		dst = append(dst, ready(v.Languages[i].Href))
	}
	for i := range v.Tags {
		dst = append(dst, ready(v.Tags[i].Href), plain(v.Tags[i].Title))
	}
	for _, l := range [...]*Link{v.Prev, v.Next} {
		if l != nil {
			dst = append(dst, ready(l.Href), plain(l.Title))
		}
	}
	return dst
}

// after leaves the first n bytes out, which all articles have in common.
func after(s string, n int) string { return s[min(n, len(s)):] }

// markArticle is a view of the same shape with markers for its values.
func (r *renderer) markArticle(v *View) *View {
	n := 0
	next := func() string { n++; return marker(n - 1) }
	html := func(current template.HTML) template.HTML {
		m := template.HTML(next())
		if current == "" {
			return ""
		}
		return m
	}
	text := func(current, begin string) string {
		m := begin + next()
		if current == "" {
			return ""
		}
		return m
	}
	url, edit := string(r.book.Programme.URL), string(r.book.Programme.Edit)
	m := *v
	m.HeadTitle, m.Title, m.Summary, m.Root, m.Home = next(), next(), text(v.Summary, ""), next(), next()
	m.Head, m.Search, m.Menu, m.Breadcrumbs = html(v.Head), html(v.Search), html(v.Menu), html(v.Breadcrumbs)
	m.SectionList, m.Contents, m.Content, m.Footer = html(v.SectionList), html(v.Contents), html(v.Content), html(v.Footer)
	m.Canonical, m.Edit = text(v.Canonical, url), text(v.Edit, edit)
	m.Alternates, m.Languages, m.Tags = slices.Clone(v.Alternates), slices.Clone(v.Languages), slices.Clone(v.Tags)
	for i := range m.Alternates {
		m.Alternates[i].Href = url + next()
	}
	for i := range m.Languages {
		m.Languages[i].Href = next()
	}
	for i := range m.Tags {
		m.Tags[i].Href, m.Tags[i].Title = next(), next()
	}
	for _, l := range [...]**Link{&m.Prev, &m.Next} {
		if *l != nil {
			*l = &Link{Href: next(), Title: next(), Lang: (*l).Lang}
		}
	}
	return &m
}

// writeArticle writes an article into its frame; ok is false where there is
// none, and the template has to be run.
func (r *renderer) writeArticle(w *worker, e *edition, v *View) (page []byte, ok bool) {
	shape, ok := shapeOfArticle(v)
	if !ok || !r.ownArticles {
		return nil, false
	}
	w.values = r.articleValues(w.values, v)
	f := e.frames.articles.of(shape, func() frame {
		return r.frameOf(e, "article.html", r.markArticle(v), v, w.values)
	})
	if f == nil {
		return nil, false
	}
	w.framed = f.appendTo(w.framed[:0], w.values)
	return w.framed, true
}

// frameOf makes the frame of a template, and holds it to what the template
// makes of the data whose values are given; nil where it can't be one.
func (r *renderer) frameOf(e *edition, name string, marked, data any, values []value) frame {
	var frame, whole bytes.Buffer
	if r.theme.Render(&frame, string(e.Lang), name, marked) != nil || r.theme.Render(&whole, string(e.Lang), name, data) != nil {
		return nil // found again where the template is run for the page itself
	}
	return newFrame(frame.String()).heldTo(whole.Bytes(), values)
}

// cardShape is all that the templates of cards ask of a link but its values.
type cardShape struct {
	template, kind, lang string
	summary              bool
}

// cards renders links through a partial, one after the other.
func (r *renderer) cards(e *edition, name string, links []Link) (template.HTML, *finding.Finding) {
	var out []byte
	var b bytes.Buffer
	var values []value
	own := r.theme.Own(name)
	for i := range links {
		l := &links[i]
		values = append(values[:0], ready(l.Href), plain(l.Title), plain(l.Summary))
		var f frame
		if own {
			f = e.frames.cards.of(cardShape{name, l.Kind, l.Lang, l.Summary != ""}, func() frame {
				m := Link{Href: marker(0), Title: marker(1), Kind: l.Kind, Lang: l.Lang}
				if l.Summary != "" {
					m.Summary = marker(2)
				}
				return r.frameOf(e, name, m, *l, values)
			})
		}
		if f != nil {
			out = f.appendTo(out, values)
			continue
		}
		b.Reset()
		if f := r.theme.Render(&b, string(e.Lang), name, *l); f != nil {
			return "", f
		}
		out = append(out, b.Bytes()...)
	}
	return lend(out), nil // rendered by html/template
}
