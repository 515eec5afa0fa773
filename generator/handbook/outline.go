package handbook

import (
	"strconv"

	"mentorbook/generator/finding"
	"mentorbook/generator/markdown"
)

// headingIDs gives every heading its final id. A heading of a translation
// takes the id of the heading at the same place in the default language's
// outline, so that an anchor works in every language; an id that the
// translation writes itself stands.
func (a *assembly) headingIDs() {
	first := a.book.Default()
	for _, e := range a.book.Editions {
		for _, p := range e.Pages {
			p.HeadingIDs = p.alone.ids
			if original := first.byPath[p.Rel]; e != first && original != nil && !p.Fallback {
				p.HeadingIDs = p.translatedIDs(original.Parsed)
				if n, m := len(p.Doc.Headings), len(original.Doc.Headings); n != m && !p.Broken && !original.Broken {
					a.findings = append(a.findings, finding.New(finding.CodeTranslationOutline, finding.Place{File: p.File}, "count", n, "expected", m, "original", original.File))
				}
			}
		}
	}
}

func translatedIDs(own, original []markdown.Heading) []string {
	byPlace := map[string]string{}
	for i, place := range outline(original) {
		byPlace[place] = original[i].ID
	}
	taken := map[string]bool{}
	for _, h := range own {
		if h.Explicit {
			taken[h.ID] = true
		}
	}
	ids := ownIDs(own)
	for i, place := range outline(own) {
		if own[i].Explicit {
			continue
		}
		id, ok := byPlace[place]
		if !ok || taken[id] {
			id = unused(own[i].ID, taken)
		}
		ids[i] = id
		taken[id] = true
	}
	return ids
}

// outline returns each heading's place among its siblings and theirs: "2.1"
// for the first heading below the second.
func outline(hs []markdown.Heading) []string {
	places := make([]string, len(hs))
	var count [7]int
	for i, h := range hs {
		count[h.Level]++
		clear(count[h.Level+1:])
		place := ""
		for level := 2; level <= h.Level; level++ {
			place += "." + strconv.Itoa(count[level])
		}
		places[i] = place
	}
	return places
}

func unused(id string, taken map[string]bool) string {
	for n, try := 1, id; ; n++ {
		if !taken[try] {
			return try
		}
		try = id + "-" + strconv.Itoa(n)
	}
}
