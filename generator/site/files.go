package site

import (
	"bytes"
	"encoding/xml"
	"net/url"
	"slices"
	"strings"

	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
)

// rootPath is the path of the site's root on its host, with slashes around.
func (r *renderer) rootPath() string {
	if u, err := url.Parse(string(r.book.Programme.URL)); err == nil && u.Path != "" {
		return u.EscapedPath()
	}
	return "/"
}

type sitemapXML struct {
	XMLName xml.Name     `xml:"urlset"`
	NS      string       `xml:"xmlns,attr"`
	XHTML   string       `xml:"xmlns:xhtml,attr"`
	URLs    []sitemapURL `xml:"url"`
}

type sitemapURL struct {
	Loc   string        `xml:"loc"`
	Mod   string        `xml:"lastmod,omitempty"`
	Links []sitemapLink `xml:"xhtml:link"`
}

type sitemapLink struct {
	Rel  string `xml:"rel,attr"`
	Lang string `xml:"hreflang,attr"`
	Href string `xml:"href,attr"`
}

// sitemap makes sitemap.xml with the languages of each page (sitemaps.org
// 0.9 and its xhtml:link extension); none without an absolute address. A page
// that only stands in for a translation is not listed.
func (r *renderer) sitemap(w *worker) ([]finding.Finding, error) {
	base := string(r.book.Programme.URL)
	if base == "" {
		return nil, nil
	}
	m := sitemapXML{NS: "http://www.sitemaps.org/schemas/sitemap/0.9", XHTML: "http://www.w3.org/1999/xhtml"}
	for _, e := range r.editions {
		for _, p := range e.Pages {
			if p.Fallback {
				continue
			}
			u := sitemapURL{Loc: base + canonicalPath(p.Address), Mod: string(p.Updated)}
			for _, other := range r.editions {
				if twin := other.Page(p.Rel); len(r.editions) > 1 && twin != nil && !twin.Fallback {
					u.Links = append(u.Links, sitemapLink{"alternate", string(other.Lang), base + canonicalPath(twin.Address)})
				}
			}
			m.URLs = append(m.URLs, u)
		}
	}
	return nil, w.putXML("sitemap.xml", m)
}

func (w *worker) putXML(address string, v any) error {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	enc := xml.NewEncoder(&b)
	enc.Indent("", " ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	b.WriteByte('\n')
	return w.put(address, b.Bytes())
}

func (r *renderer) robots(w *worker) ([]finding.Finding, error) {
	text := "User-agent: *\nAllow: /\n"
	if base := string(r.book.Programme.URL); base != "" {
		text += "Sitemap: " + base + "sitemap.xml\n"
	}
	return nil, w.put("robots.txt", []byte(text))
}

// Policy is the Content-Security-Policy that every page keeps: nothing from
// another host, no inline script or style.
const Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// headers makes _headers, which Netlify, Cloudflare Pages and others read.
func (r *renderer) headers(w *worker) ([]finding.Finding, error) {
	text := strings.Join([]string{
		"/*",
		"  Content-Security-Policy: " + Policy,
		"  X-Content-Type-Options: nosniff",
		"  Referrer-Policy: no-referrer",
		"  Permissions-Policy: camera=(), microphone=(), geolocation=()",
		"/service-worker.js",
		"  Cache-Control: no-cache",
		"/assets/*",
		"  Cache-Control: public, max-age=31536000, immutable",
		"",
	}, "\n")
	for _, e := range r.editions {
		if e.Agreement != nil { // pairs' pages are for no search engine and no shared cache
			text += "/" + e.Base + PairsFolder + "*\n  X-Robots-Tag: noindex, nofollow\n  Cache-Control: private, no-cache\n"
		}
	}
	return nil, w.put("_headers", []byte(text))
}

type atomFeed struct {
	XMLName xml.Name    `xml:"feed"`
	NS      string      `xml:"xmlns,attr"`
	Lang    string      `xml:"xml:lang,attr"`
	Title   string      `xml:"title"`
	ID      string      `xml:"id"`
	Links   []atomLink  `xml:"link"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	Title   string   `xml:"title"`
	ID      string   `xml:"id"`
	Link    atomLink `xml:"link"`
	Updated string   `xml:"updated"`
	Summary string   `xml:"summary,omitempty"`
}

// feedLength is how many pages a feed lists.
const feedLength = 30

// feed makes the language's Atom feed (RFC 4287): the pages that say when
// they were updated, newest first; none without an absolute address. Its own
// date is that of its newest page, else the programme's start: never the
// clock, so that the same content gives the same bytes.
func (r *renderer) feed(w *worker, e *edition) ([]finding.Finding, error) {
	base := string(r.book.Programme.URL)
	if base == "" {
		return nil, nil
	}
	var pages []*handbook.Page
	for _, p := range e.Pages {
		if p.Updated != "" && !p.Fallback {
			pages = append(pages, p)
		}
	}
	slices.SortStableFunc(pages, func(a, b *handbook.Page) int { return strings.Compare(string(b.Updated), string(a.Updated)) })
	pages = pages[:min(len(pages), feedLength)]
	self := base + escaped(e.Base) + "feed.xml"
	f := atomFeed{
		NS: "http://www.w3.org/2005/Atom", Lang: string(e.Lang), Title: e.site.Name, ID: self, Author: e.site.Name,
		Links:   []atomLink{{"self", self}, {"", base + canonicalPath(e.Home.Address)}},
		Updated: atomDate(string(r.book.Programme.Start)),
	}
	if e.site.Organisation != "" {
		f.Author = e.site.Organisation
	}
	for i, p := range pages {
		if i == 0 {
			f.Updated = atomDate(string(p.Updated))
		}
		address := base + canonicalPath(p.Address)
		f.Entries = append(f.Entries, atomEntry{p.Title, address, atomLink{"", address}, atomDate(string(p.Updated)), p.Summary})
	}
	return nil, w.putXML(e.Base+"feed.xml", f)
}

func atomDate(day string) string {
	if day == "" {
		day = "1970-01-01"
	}
	return day + "T00:00:00Z"
}
