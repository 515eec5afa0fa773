package handbook

import (
	"path"
	"slices"
	"strings"

	"mentorbook/generator/finding"
	"mentorbook/generator/source"
)

// resolve finds where every link and image of a page leads.
func (a *assembly) resolve(p *Page) []finding.Finding {
	var fs []finding.Finding
	p.Links, p.Images = nil, nil
	if n := len(p.Doc.Links); n > 0 {
		p.Links = make([]LinkTarget, n)
	}
	for i := range p.Doc.Links {
		l := &p.Doc.Links[i]
		t, code, args := a.link(p, l.Dest, &p.alone.links[i])
		if code != "" && !p.Fallback {
			fs = append(fs, finding.New(code, l.Place, args...))
		}
		p.Links[i] = t
	}
	if n := len(p.Doc.Images); n > 0 {
		p.Images = make([]ImageTarget, n)
	}
	for i, img := range p.Doc.Images {
		t, code, args := a.image(p, img.Dest, &p.alone.images[i])
		if code != "" && !p.Fallback {
			fs = append(fs, finding.New(code, img.Place, args...))
		}
		p.Images[i] = t
	}
	return fs
}

// link resolves a destination of page p. Where it leads nowhere, it returns
// the code and the arguments of what to say.
func (a *assembly) link(p *Page, dest string, d *destination) (LinkTarget, finding.Code, []any) {
	switch {
	case d.outside:
		return LinkTarget{Outside: dest}, "", nil
	case d.code != "":
		return LinkTarget{}, d.code, []any{"dest", dest}
	case d.full == "":
		return a.anchor(p, d.fragment, dest)
	}
	if target := a.pageAt(p, d.full); target != nil {
		return a.anchor(target, d.fragment, dest)
	}
	if asset := a.assetAt(p, d.full); asset != nil {
		return LinkTarget{Asset: asset, Fragment: d.fragment}, "", nil
	}
	if a.drafts[a.withLang(d.full)] {
		return LinkTarget{}, finding.CodeLinkDraft, []any{"dest", dest}
	}
	return LinkTarget{}, finding.CodeLinkBroken, []any{"dest", dest, "left", leftOut(d.full), "near", a.nearestFile(p, d.full)}
}

func (a *assembly) image(p *Page, dest string, d *destination) (ImageTarget, finding.Code, []any) {
	switch {
	case d.outside:
		return ImageTarget{Outside: dest}, finding.CodeImageOutside, []any{"dest", dest}
	case d.code != "":
		return ImageTarget{}, d.code, []any{"dest", dest}
	}
	if asset := a.assetAt(p, d.full); asset != nil {
		return ImageTarget{Asset: asset}, "", nil
	}
	return ImageTarget{}, finding.CodeImageMissing, []any{"dest", dest, "left", leftOut(d.full), "near", a.nearestFile(p, d.full)}
}

// leftOut is the part of a path whose name keeps it from being published, or "".
func leftOut(full string) string {
	for part := range strings.SplitSeq(full, "/") {
		if source.LeftOut(part) {
			return part
		}
	}
	return ""
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
	lang, rel := p.Lang, full
	if !a.prog.Flat {
		folder, rest, _ := strings.Cut(full, "/")
		lang, rel = Tag(folder), rest
	}
	e := p.Edition
	if lang != p.Lang {
		if e = a.editionOf(lang); e == nil {
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
	ids := append(slices.Clone(target.alone.ids), target.HeadingIDs...)
	return t, finding.CodeAnchorBroken, []any{"dest", dest, "anchor", fragment, "file", target.File, "near", finding.Nearest(fragment, ids)}
}

// nearestFile suggests a destination, relative to the page, for one that
// leads nowhere: a file of the same name elsewhere, else the nearest path.
func (a *assembly) nearestFile(p *Page, full string) string {
	var paths []string
	base := path.Base(full)
	folder := path.Dir(strings.TrimPrefix(p.File, "content/"))
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
