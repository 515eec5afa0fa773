package handbook

import (
	"net/url"
	"path"
	"slices"
	"strings"
	"sync/atomic"

	"golang.org/x/text/collate"
	"golang.org/x/text/unicode/norm"

	"mentorbook/generator/finding"
	"mentorbook/generator/markdown"
)

// alone is what a page's file by itself tells of its place. Assemble needs it
// each time, so it is made once for each file.
type alone struct {
	dir    string   // its folder below the language folder, "" at the top
	id     string   // file name without .md; of an index page, the folder's name
	part   string   // of its address, as the id gives it
	ids    []string // of its headings, as its own text gives them
	links  []destination
	images []destination

	// The last results of pure functions of the page and one thing more.
	translated atomic.Pointer[translated]
	titleKey   atomic.Pointer[titleKey]
}

// destination is where a link or an image points, as its page's own place tells.
type destination struct {
	outside  bool         // an address that is not ours to resolve
	code     finding.Code // of what is wrong with it whatever the handbook holds, or ""
	full     string       // path below content/; "" for the page itself
	fragment string       // with no #
}

// translated are the final ids of a translation's headings.
type translated struct {
	original *markdown.Document
	ids      []string
}

// titleKey sorts a title in a language.
type titleKey struct {
	lang Tag
	key  []byte
}

// standAlone fills in what the page's file tells.
func (p *Parsed) standAlone() {
	a := &p.alone
	a.dir = dirOf(p.Rel)
	a.id = strings.TrimSuffix(path.Base(p.Rel), ".md")
	if a.dir != "" && isIndex(p.Rel) {
		a.id = path.Base(a.dir)
	}
	if a.part = Slug(a.id); a.part == "" {
		a.part = "page"
	}
	a.ids = ownIDs(p.Doc.Headings)
	folder := path.Dir(strings.TrimPrefix(p.File, "content/"))
	if n := len(p.Doc.Links); n > 0 {
		a.links = make([]destination, n)
	}
	for i, l := range p.Doc.Links {
		a.links[i] = linkDestination(folder, l.Dest)
	}
	for _, img := range p.Doc.Images {
		a.images = append(a.images, imageDestination(folder, img.Dest))
	}
}

func ownIDs(hs []markdown.Heading) []string {
	if len(hs) == 0 {
		return nil
	}
	ids := make([]string, len(hs))
	for i, h := range hs {
		ids[i] = h.ID
	}
	return ids
}

// linkDestination reads a link of a page in a folder below content/.
func linkDestination(folder, dest string) destination {
	if outside(dest) {
		return destination{outside: true}
	}
	file, fragment, _ := strings.Cut(dest, "#")
	file, _, _ = strings.Cut(file, "?")
	d := destination{fragment: unescape(fragment)}
	if file != "" {
		d.full, d.code = fullPath(folder, unescape(file))
	}
	return d
}

func imageDestination(folder, dest string) destination {
	if outside(dest) {
		return destination{outside: true}
	}
	full, code := fullPath(folder, unescape(dest))
	return destination{full: full, code: code}
}

// outside reports whether a destination is an address that is not ours to resolve.
func outside(dest string) bool {
	if strings.HasPrefix(dest, "//") {
		return true
	}
	scheme, _, ok := strings.Cut(dest, ":")
	return ok && scheme != "" && !strings.ContainsAny(scheme, "/?#.")
}

func unescape(s string) string {
	if strings.IndexByte(s, '%') >= 0 {
		if u, err := url.PathUnescape(s); err == nil {
			s = u
		}
	}
	return norm.NFC.String(s)
}

// fullPath returns the path below content/ that a destination names.
func fullPath(folder, dest string) (string, finding.Code) {
	if strings.HasPrefix(dest, "/") {
		return "", finding.CodeLinkAbsolute
	}
	full := path.Join(folder, dest)
	if full == ".." || strings.HasPrefix(full, "../") {
		return "", finding.CodeLinkOutside
	}
	if strings.HasSuffix(dest, "/") || dest == "." || dest == ".." {
		full = path.Join(full, "index.md")
	}
	return full, ""
}

// translatedIDs returns the final ids of the headings of a translation.
func (p *Parsed) translatedIDs(original *Parsed) []string {
	t := p.alone.translated.Load()
	if t == nil || t.original != original.Doc {
		t = &translated{original.Doc, translatedIDs(p.Doc.Headings, original.Doc.Headings)}
		p.alone.translated.Store(t)
	}
	return t.ids
}

// titleKeyIn returns the key that sorts the page's title in a language.
func (p *Parsed) titleKeyIn(lang Tag, c *collate.Collator) []byte {
	k := p.alone.titleKey.Load()
	if k == nil || k.lang != lang {
		var b collate.Buffer
		k = &titleKey{lang, slices.Clone(c.KeyFromString(&b, p.Title))}
		p.alone.titleKey.Store(k)
	}
	return k.key
}
