package handbook

import (
	"reflect"
	"slices"

	"mentorbook/generator/finding"
	"mentorbook/generator/markdown"
)

// Revision is a page as its file told it before and tells it now.
type Revision struct{ Before, Now *Parsed }

// Revised is how much of a handbook a revision touched.
type Revised int

const (
	NotRevised Revised = iota // it can't be revised: Assemble is needed
	Rearranged                // any list, address or relation may be another
	Rewritten                 // nothing but the texts of the pages
)

// Revise puts newer states into the handbook's pages, where they are pages of
// the same files and no draft has become a page or the reverse. It returns what
// Assemble would find. Where it can't revise, it changes nothing.
//
// It is Assemble without what can't have changed: which pages there are, where
// most of their links lead, and, where nothing but texts have changed, the
// places of all pages. The handbook is changed in place, so nobody may be
// reading it meanwhile.
func (h *Handbook) Revise(revisions []Revision) ([]finding.Finding, Revised) {
	result, outlines, moved := Rewritten, false, false
	for _, r := range revisions {
		if r.Before.File != r.Now.File || r.Before.Lang != r.Now.Lang || r.Before.Rel != r.Now.Rel || r.Before.Draft != r.Now.Draft {
			return nil, NotRevised
		}
		outlines = outlines || !sameOutline(r.Before, r.Now)
		if !sameFields(r.Before, r.Now) {
			result = Rearranged
		}
		moved = moved || !sameAddresses(r.Before, r.Now)
	}
	a := h.assembly
	files := map[string]bool{}
	var pages []*Page
	for _, r := range revisions {
		for _, e := range h.Editions {
			if p := e.byPath[r.Now.Rel]; p != nil && p.Parsed == r.Before {
				p.Parsed = r.Now
				pages = append(pages, p)
				files[p.File] = true
			}
		}
	}
	if outlines {
		pages = a.withFragments(pages)
		for _, p := range pages {
			files[p.File] = true
		}
	}
	ofRevised := func(f finding.Finding) bool { return files[f.Place.File] }
	wait := func() {}
	if outlines || result == Rearranged || slices.ContainsFunc(a.findings, ofRevised) { // findings at places that may have moved
		result = Rearranged
		wait = a.arrange(moved || slices.ContainsFunc(a.clashes, ofRevised))
	}
	a.broken = slices.DeleteFunc(a.broken, ofRevised)
	for _, p := range pages {
		a.broken = append(a.broken, a.resolve(p)...)
	}
	wait()
	return slices.Concat(a.findings, a.broken), result
}

// withFragments adds the pages that link into any page's text.
func (a *assembly) withFragments(pages []*Page) []*Page {
	revised := map[*Page]bool{}
	for _, p := range pages {
		revised[p] = true
	}
	for _, e := range a.book.Editions {
		for i := range e.all {
			p := &e.all[i]
			if !revised[p] && slices.ContainsFunc(p.alone.links, func(d destination) bool { return d.fragment != "" }) {
				pages = append(pages, p)
			}
		}
	}
	return pages
}

// sameFields reports whether two states of a page differ in nothing but text.
func sameFields(a, b *Parsed) bool {
	return a.Kind == b.Kind && reflect.DeepEqual(a.Common, b.Common) &&
		reflect.DeepEqual(a.Goal, b.Goal) && reflect.DeepEqual(a.Rule, b.Rule) && reflect.DeepEqual(a.Meeting, b.Meeting) &&
		reflect.DeepEqual(a.Role, b.Role) && reflect.DeepEqual(a.Agreement, b.Agreement) &&
		slices.Equal(a.alone.images, b.alone.images) // whose sizes are looked up
}

// sameAddresses reports whether two states of a page's file ask for the same
// addresses.
func sameAddresses(a, b *Parsed) bool {
	return a.Kind == b.Kind && a.Slug == b.Slug && slices.Equal(a.Aliases, b.Aliases)
}

// sameOutline reports whether what others may link to within a page is the
// same.
func sameOutline(a, b *Parsed) bool {
	return a.Broken == b.Broken && slices.EqualFunc(a.Doc.Headings, b.Doc.Headings, sameHeading) && slices.Equal(a.Doc.Anchors, b.Doc.Anchors)
}

// sameHeading leaves out where the heading stands.
func sameHeading(a, b markdown.Heading) bool {
	a.Place = b.Place
	return a == b
}
