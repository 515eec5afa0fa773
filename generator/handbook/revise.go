package handbook

import (
	"reflect"
	"slices"

	"mentorbook/generator/finding"
	"mentorbook/generator/markdown"
)

// Revision is a page as its file told it before and tells it now.
type Revision struct{ Before, Now *Parsed }

// Revise puts new texts into the handbook's pages where nothing else about
// them is new: their fields, headings and anchors are what they were, so that
// every list, address, relation and link to them stands. It then returns what
// Assemble would find. Otherwise it changes nothing and returns false.
//
// The handbook is changed in place, so nobody may be reading it meanwhile.
func (h *Handbook) Revise(revisions []Revision) ([]finding.Finding, bool) {
	a := h.assembly
	files := map[string]bool{}
	for _, r := range revisions {
		if !sameButText(r.Before, r.Now) {
			return nil, false
		}
		files[r.Now.File] = true
	}
	ofRevised := func(f finding.Finding) bool { return files[f.Place.File] }
	if slices.ContainsFunc(a.findings, ofRevised) { // at places that may have moved
		return nil, false
	}
	a.broken = slices.DeleteFunc(a.broken, ofRevised)
	for _, r := range revisions {
		for _, e := range h.Editions {
			if p := e.byPath[r.Now.Rel]; p != nil && p.Parsed == r.Before {
				p.Parsed = r.Now
				a.broken = append(a.broken, a.resolve(p)...)
			}
		}
	}
	return slices.Concat(a.findings, a.broken), true
}

// sameButText reports whether two states of a page differ in nothing that
// another page, or its place in the handbook, depends on.
func sameButText(a, b *Parsed) bool {
	return a.File == b.File && a.Lang == b.Lang && a.Rel == b.Rel && a.Kind == b.Kind && !a.Broken && !b.Broken &&
		reflect.DeepEqual(a.Common, b.Common) &&
		reflect.DeepEqual(a.Goal, b.Goal) && reflect.DeepEqual(a.Rule, b.Rule) && reflect.DeepEqual(a.Meeting, b.Meeting) &&
		reflect.DeepEqual(a.Role, b.Role) && reflect.DeepEqual(a.Agreement, b.Agreement) &&
		slices.EqualFunc(a.Doc.Headings, b.Doc.Headings, sameHeading) && slices.Equal(a.Doc.Anchors, b.Doc.Anchors) &&
		slices.EqualFunc(a.alone.images, b.alone.images, func(x, y destination) bool { return x == y })
}

// sameHeading leaves out where the heading stands.
func sameHeading(a, b markdown.Heading) bool {
	a.Place = b.Place
	return a == b
}
