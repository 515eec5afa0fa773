package generator

import (
	"maps"
	"slices"
	"strings"

	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
	"mentorbook/generator/source"
)

type pageJob struct {
	entry source.Entry
	lang  handbook.Tag
	rel   string
}

// warmJobs are the pages of a tree in its order, what was found about their
// folders, and what each of them gave the last time.
type warmJobs struct {
	tree  *source.Tree
	prog  *handbook.Programme
	jobs  []pageJob
	found []finding.Finding

	at      map[string]int // place in jobs by Entry.Disk
	made    []*warmPage    // nil each at first
	parsed  []*handbook.Parsed
	convert map[handbook.Tag]handbook.Converters // that made them; nil at first
	noted   []int                                // places of pages in which something was found, sorted
	unread  []int                                // places of pages that could not be read
}

// pageJobs sorts the pages into the handbook's languages. A page that is in
// none of them is not published; its folder is reported once.
func (b *build) pageJobs() *warmJobs {
	w := b.warm
	if w.jobs == nil || w.jobs.tree != w.tree || w.jobs.prog != b.prog {
		all := &warmJobs{tree: w.tree, prog: b.prog}
		all.jobs, all.found = pageJobs(b.prog, w.tree.Pages)
		all.made, all.parsed = make([]*warmPage, len(all.jobs)), make([]*handbook.Parsed, len(all.jobs))
		all.at = make(map[string]int, len(all.jobs))
		for i, j := range all.jobs {
			all.at[j.entry.Disk] = i
		}
		w.keepJobs(all)
	}
	b.found(w.jobs.found)
	return w.jobs
}

// changed lists the places of the pages that have to be looked at.
func (all *warmJobs) changed(w *Warm, convert map[handbook.Tag]handbook.Converters) []int {
	var places []int
	if !w.known || !maps.Equal(all.convert, convert) {
		for i := range all.jobs {
			places = append(places, i)
		}
		return places
	}
	places = slices.Clone(all.unread)
	for name := range w.forgotten {
		if i, ok := all.at[name]; ok {
			places = append(places, i)
		}
	}
	slices.Sort(places)
	return slices.Compact(places)
}

// keep remembers what the pages gave of which those at the places were looked
// at. What earlier calls gave is not changed.
func (all *warmJobs) keep(w *Warm, made []*warmPage, places []int, convert map[handbook.Tag]handbook.Converters) {
	noted := map[int]bool{}
	for _, i := range all.noted {
		noted[i] = true
	}
	all.parsed, all.unread = slices.Clone(all.parsed), nil
	for _, i := range places {
		p := made[i]
		if all.made[i] != p {
			w.pages[all.jobs[i].entry.Disk] = p
		}
		all.parsed[i], noted[i] = p.parsed, len(p.found) > 0
		if p.hash == "" {
			all.unread = append(all.unread, i)
		}
	}
	maps.DeleteFunc(noted, func(_ int, has bool) bool { return !has })
	all.made, all.noted, all.convert = made, slices.Sorted(maps.Keys(noted)), convert
}

func pageJobs(prog *handbook.Programme, pages []source.Entry) ([]pageJob, []finding.Finding) {
	jobs := make([]pageJob, 0, len(pages))
	if prog.Flat {
		for _, e := range pages {
			jobs = append(jobs, pageJob{e, prog.Languages[0], e.Path})
		}
		return jobs, nil
	}
	var found []finding.Finding
	known := map[string]bool{}
	first := 0
	for _, l := range prog.Languages {
		known[string(l)] = true
	}
	for _, e := range pages {
		folder, rel, nested := strings.Cut(e.Path, "/")
		if !nested || !known[folder] {
			found = append(found, finding.New(finding.CodeLanguageNotListed, finding.Place{File: "content/" + folder}, "lang", folder, "languages", prog.LanguageList()))
			continue
		}
		if handbook.Tag(folder) == prog.Languages[0] {
			first++
		}
		jobs = append(jobs, pageJob{e, handbook.Tag(folder), rel})
	}
	if first == 0 {
		lang := string(prog.Languages[0])
		found = append(found, finding.New(finding.CodeLanguageEmpty, finding.Place{File: prog.File}, "lang", lang, "folder", "content/"+lang))
	}
	return jobs, found
}
