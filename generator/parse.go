package generator

import (
	"context"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
	"mentorbook/generator/markdown"
	"mentorbook/generator/site"
	"mentorbook/generator/source"
	"mentorbook/generator/theme"
)

// programme reads programme.yaml.
func (b *build) programme(tree source.Tree) {
	if tree.Settings == nil {
		b.found([]finding.Finding{finding.New(finding.CodeProgrammeMissing, finding.Place{File: "content/programme.yaml"})})
		return
	}
	file, fs, err := source.ReadSettings(b.content, *tree.Settings)
	b.found(fs)
	if err != nil {
		b.found([]finding.Finding{finding.New(finding.CodeUnreadable, finding.Place{File: "content/" + tree.Settings.Path}, "reason", err)})
	}
	if b.failed() {
		return
	}
	prog, fs := handbook.ParseProgramme(file, topFolders(tree))
	b.found(fs)
	b.prog = prog
	if logo := prog.Theme.Logo; logo != "" {
		b.checkLogo(tree, logo)
	}
}

func (b *build) checkLogo(tree source.Tree, logo string) {
	var names []string
	for _, f := range tree.Files {
		if f.Path == logo {
			return
		}
		names = append(names, f.Path)
	}
	b.found([]finding.Finding{finding.New(finding.CodeLogoMissing, b.prog.Front.At("theme", "logo").In(b.prog.File), "value", logo, "near", finding.Nearest(logo, names))})
}

// topFolders lists the folders at the top of content/ that hold pages.
func topFolders(tree source.Tree) []string {
	var folders []string
	for _, e := range tree.Pages {
		folder, _, nested := strings.Cut(e.Path, "/")
		if nested && (len(folders) == 0 || folders[len(folders)-1] != folder) {
			folders = append(folders, folder)
		}
	}
	return folders
}

func (b *build) loadTheme() {
	langs := make([]string, len(b.prog.Languages))
	for i, l := range b.prog.Languages {
		langs[i] = string(l)
	}
	t, fs, err := theme.Load(b.Builtin, b.templates, langs, theme.Options{Accent: string(b.prog.Theme.Accent)})
	b.found(fs)
	if err != nil {
		b.found([]finding.Finding{finding.New(finding.CodeUnreadable, finding.Place{File: "templates/"}, "reason", err)})
	}
	b.theme = t
}

// parse reads every page of the handbook's languages, on all cores.
func (b *build) parse(ctx context.Context, tree source.Tree) []*handbook.Parsed {
	if b.failed() {
		return nil
	}
	jobs := b.pageJobs(tree)
	converters := map[handbook.Tag]handbook.Converters{}
	for _, lang := range b.prog.Languages {
		converters[lang] = b.converters(lang)
	}
	pages := make([]*handbook.Parsed, len(jobs))
	var next, done atomic.Int64
	var mu sync.Mutex
	var wg sync.WaitGroup
	progress := b.progress("read")
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			var found []finding.Finding
			for i := int(next.Add(1)) - 1; i < len(jobs) && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				j := jobs[i]
				file, fs, err := source.Read(b.content, j.entry)
				found = append(found, fs...)
				if err != nil {
					found = append(found, finding.New(finding.CodeUnreadable, finding.Place{File: "content/" + j.entry.Path}, "reason", err))
				}
				broken := err != nil || finding.Count(fs, finding.Error) > 0
				if file == nil || err != nil {
					file = &source.File{Path: j.entry.Path}
				}
				pages[i], fs = handbook.ParsePage(file, j.lang, j.rel, converters[j.lang], broken)
				found = append(found, fs...)
				progress(int(done.Add(1)), len(jobs))
			}
			mu.Lock()
			b.found(found)
			mu.Unlock()
		})
	}
	wg.Wait()
	if ctx.Err() != nil {
		return nil
	}
	return pages
}

type pageJob struct {
	entry source.Entry
	lang  handbook.Tag
	rel   string
}

// pageJobs sorts the pages into the handbook's languages. A page that is in
// none of them is not published; its folder is reported once.
func (b *build) pageJobs(tree source.Tree) []pageJob {
	jobs := make([]pageJob, 0, len(tree.Pages))
	if b.prog.Flat {
		for _, e := range tree.Pages {
			jobs = append(jobs, pageJob{e, b.prog.Languages[0], e.Path})
		}
		return jobs
	}
	known := map[string]bool{}
	first := 0
	for _, l := range b.prog.Languages {
		known[string(l)] = true
	}
	for _, e := range tree.Pages {
		folder, rel, nested := strings.Cut(e.Path, "/")
		if !nested || !known[folder] {
			b.found([]finding.Finding{finding.New(finding.CodeLanguageNotListed, finding.Place{File: "content/" + folder}, "lang", folder, "languages", b.prog.LanguageList())})
			continue
		}
		if handbook.Tag(folder) == b.prog.Languages[0] {
			first++
		}
		jobs = append(jobs, pageJob{e, handbook.Tag(folder), rel})
	}
	if first == 0 {
		lang := string(b.prog.Languages[0])
		b.found([]finding.Finding{finding.New(finding.CodeLanguageEmpty, finding.Place{File: b.prog.File}, "lang", lang, "folder", "content/"+lang)})
	}
	return jobs
}

func (b *build) converters(lang handbook.Tag) handbook.Converters {
	text := b.theme.Catalogue(string(lang))
	o := markdown.Options{Lang: string(lang), Trusted: b.prog.HTML == "trusted", Labels: site.Labels(text, b.prog, lang)}
	page := markdown.New(o)
	o.Placeholders = true
	return handbook.Converters{Page: page, Agreement: markdown.New(o)}
}
