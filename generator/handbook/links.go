package handbook

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"mentorbook/generator/finding"
)

// resolve finds where every link and image of every page leads.
func (a *assembly) resolve() {
	a.eachPage(func(p *Page) []finding.Finding {
		var fs []finding.Finding
		if n := len(p.Doc.Links); n > 0 {
			p.Links = make([]LinkTarget, n)
		}
		for i, l := range p.Doc.Links {
			t, code, args := a.link(p, l.Dest)
			if code != "" && !p.Fallback {
				fs = append(fs, finding.New(code, l.Place, args...))
			}
			p.Links[i] = t
		}
		if n := len(p.Doc.Images); n > 0 {
			p.Images = make([]ImageTarget, n)
		}
		for i, img := range p.Doc.Images {
			t, code, args := a.image(p, img.Dest)
			if code != "" && !p.Fallback {
				fs = append(fs, finding.New(code, img.Place, args...))
			}
			p.Images[i] = t
		}
		return fs
	})
}

// outside reports whether a destination is an address that is not ours to resolve.
func outside(dest string) bool {
	if strings.HasPrefix(dest, "//") {
		return true
	}
	scheme, _, ok := strings.Cut(dest, ":")
	return ok && scheme != "" && !strings.ContainsAny(scheme, "/?#.")
}

// link resolves a destination of page p. Where it leads nowhere, it returns
// the code and the arguments of what to say.
func (a *assembly) link(p *Page, dest string) (LinkTarget, finding.Code, []any) {
	if outside(dest) {
		return LinkTarget{Outside: dest}, "", nil
	}
	file, fragment, _ := strings.Cut(dest, "#")
	file, _, _ = strings.Cut(file, "?")
	fragment = unescape(fragment)
	if file == "" {
		return a.anchor(p, fragment, dest)
	}
	full, code := a.fullPath(p, unescape(file))
	if code != "" {
		return LinkTarget{}, code, []any{"dest", dest}
	}
	if target := a.pageAt(p, full); target != nil {
		return a.anchor(target, fragment, dest)
	}
	if asset := a.assetAt(p, full); asset != nil {
		return LinkTarget{Asset: asset, Fragment: fragment}, "", nil
	}
	if a.drafts[a.withLang(full)] {
		return LinkTarget{}, finding.CodeLinkDraft, []any{"dest", dest}
	}
	return LinkTarget{}, finding.CodeLinkBroken, []any{"dest", dest, "near", a.nearestFile(p, full)}
}

func (a *assembly) image(p *Page, dest string) (ImageTarget, finding.Code, []any) {
	if outside(dest) {
		return ImageTarget{Outside: dest}, finding.CodeImageOutside, []any{"dest", dest}
	}
	full, code := a.fullPath(p, unescape(dest))
	if code != "" {
		return ImageTarget{}, code, []any{"dest", dest}
	}
	if asset := a.assetAt(p, full); asset != nil {
		return ImageTarget{Asset: asset}, "", nil
	}
	return ImageTarget{}, finding.CodeImageMissing, []any{"dest", dest, "near", a.nearestFile(p, full)}
}

func unescape(s string) string {
	if u, err := url.PathUnescape(s); err == nil {
		s = u
	}
	return norm.NFC.String(s)
}

// fullPath returns the path below content/ that a page's destination names.
func (a *assembly) fullPath(p *Page, dest string) (string, finding.Code) {
	if strings.HasPrefix(dest, "/") {
		return "", finding.CodeLinkAbsolute
	}
	full := path.Join(a.folder(p), dest)
	if full == ".." || strings.HasPrefix(full, "../") {
		return "", finding.CodeLinkOutside
	}
	if strings.HasSuffix(dest, "/") || dest == "." || dest == ".." {
		full = path.Join(full, "index.md")
	}
	return full, ""
}

// folder returns the page's folder below content/.
func (a *assembly) folder(p *Page) string {
	return path.Dir(strings.TrimPrefix(p.File, "content/"))
}

// withLang puts the language in front of a path of a handbook without language folders.
func (a *assembly) withLang(full string) string {
	if a.prog.Flat {
		return string(a.prog.Languages[0]) + "/" + full
	}
	return full
}

// pageAt returns the page that a path below content/ names: in the edition
// that p is read in where the path is in p's own language, else in the
// language of the path.
func (a *assembly) pageAt(p *Page, full string) *Page {
	lang, rel, _ := strings.Cut(a.withLang(full), "/")
	e := p.Edition
	if Tag(lang) != p.Lang {
		if e = a.editionOf(Tag(lang)); e == nil {
			return nil
		}
	}
	if target := e.byPath[rel]; target != nil {
		return target
	}
	return e.byPath[path.Join(rel, "index.md")]
}

func (a *assembly) editionOf(lang Tag) *Edition {
	for _, e := range a.book.Editions {
		if e.Lang == lang {
			return e
		}
	}
	return nil
}

// assetAt returns the file at a path below content/, else the same file of the default language.
func (a *assembly) assetAt(p *Page, full string) *Asset {
	if asset := a.assets[full]; asset != nil {
		return asset
	}
	lang, rel, _ := strings.Cut(full, "/")
	if Tag(lang) == p.Lang {
		return a.assets[string(a.prog.Languages[0])+"/"+rel]
	}
	return nil
}

// anchor resolves a fragment of a page: one of its final ids, or the id that
// the heading's own text gives.
func (a *assembly) anchor(target *Page, fragment, dest string) (LinkTarget, finding.Code, []any) {
	t := LinkTarget{Page: target, Fragment: fragment}
	if fragment == "" || slices.Contains(target.HeadingIDs, fragment) {
		return t, "", nil
	}
	for i, h := range target.Doc.Headings {
		if h.ID == fragment {
			t.Fragment = target.HeadingIDs[i]
			return t, "", nil
		}
	}
	if slices.Contains(target.Doc.Anchors, fragment) {
		return t, "", nil
	}
	if target.Broken {
		return t, "", nil
	}
	t.Fragment = ""
	ids := append(ownIDs(target.Doc.Headings), target.HeadingIDs...)
	return t, finding.CodeAnchorBroken, []any{"dest", dest, "anchor", fragment, "file", target.File, "near", finding.Nearest(fragment, ids)}
}

// nearestFile suggests a destination, relative to the page, for one that
// leads nowhere: a file of the same name elsewhere, else the nearest path.
func (a *assembly) nearestFile(p *Page, full string) string {
	var paths []string
	base := path.Base(full)
	folder := a.folder(p)
	for rel, page := range p.Edition.byPath {
		if page.Fallback && page.Lang == p.Edition.Lang {
			continue
		}
		paths = append(paths, strings.TrimPrefix(a.contentFolder(p)+rel, "/"))
	}
	for file := range a.assets {
		paths = append(paths, file)
	}
	slices.Sort(paths)
	stems := make([]string, len(paths))
	for i, candidate := range paths {
		if path.Base(candidate) == base {
			return relativePath(folder, candidate)
		}
		stems[i] = stem(candidate)
	}
	near := finding.Nearest(stem(full), stems)
	best := ""
	for i, candidate := range paths {
		if near != "" && stems[i] == near && (best == "" || path.Dir(candidate) == path.Dir(full)) {
			best = candidate
		}
	}
	if best == "" {
		return ""
	}
	return relativePath(folder, best)
}

// stem is a file's name without its extension.
func stem(file string) string { return strings.TrimSuffix(path.Base(file), path.Ext(file)) }

// contentFolder is the folder of the page's language below content/, with a slash, or "".
func (a *assembly) contentFolder(p *Page) string {
	if a.prog.Flat {
		return ""
	}
	return string(p.Lang) + "/"
}

// relativePath leads from a folder to a file, both below the same root.
func relativePath(folder, file string) string {
	if folder == "." {
		folder = ""
	}
	up := ""
	for folder != "" && !strings.HasPrefix(file, folder+"/") {
		up += "../"
		folder = dirOf(folder)
	}
	if folder != "" {
		file = file[len(folder)+1:]
	}
	return up + file
}
