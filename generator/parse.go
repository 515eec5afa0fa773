package generator

import (
	"context"
	"io/fs"
	"runtime"
	"slices"
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
func (b *build) programme() {
	w := b.warm
	if w.tree.Settings == nil {
		b.found([]finding.Finding{finding.New(finding.CodeProgrammeMissing, finding.Place{File: "content/programme.yaml"})})
		return
	}
	if w.settings == nil || w.settings.tree != w.tree || !w.sure(*w.tree.Settings) {
		w.settings = &settings{tree: w.tree}
		w.settings.prog, w.settings.found = readProgramme(b.content, *w.tree)
	}
	b.prog = w.settings.prog
	b.found(w.settings.found)
	if b.prog != nil && b.prog.Theme.Logo != "" {
		b.checkLogo(b.prog.Theme.Logo)
	}
}

// readProgramme returns nil where the file is no programme at all.
func readProgramme(content fs.FS, tree source.Tree) (*handbook.Programme, []finding.Finding) {
	file, fs, err := source.ReadSettings(content, *tree.Settings)
	if err != nil {
		fs = append(fs, finding.New(finding.CodeUnreadable, finding.Place{File: "content/" + tree.Settings.Path}, "reason", err))
	}
	if finding.Count(fs, finding.Error) > 0 {
		return nil, fs
	}
	prog, more := handbook.ParseProgramme(file, topFolders(tree))
	return prog, append(fs, more...)
}

func (b *build) checkLogo(logo string) {
	var names []string
	for _, f := range b.warm.tree.Files {
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
	accent := string(b.prog.Theme.Accent)
	if !b.warm.theme.fits(langs, accent) {
		t, fs, err := theme.Load(b.Builtin, b.templates, langs, theme.Options{Accent: accent})
		if err != nil {
			fs = append(fs, finding.New(finding.CodeUnreadable, finding.Place{File: "templates/"}, "reason", err))
		}
		b.warm.theme = &warmTheme{t, langs, accent, fs}
	}
	b.theme = b.warm.theme.theme
	b.found(b.warm.theme.found)
}

// parse reads every page of the handbook's languages, on all cores; what is
// warm is taken as it is.
func (b *build) parse(ctx context.Context) []*handbook.Parsed {
	all := b.pageJobs()
	convert := map[handbook.Tag]handbook.Converters{}
	for _, lang := range b.prog.Languages {
		convert[lang] = b.converters(lang)
	}
	todo := all.changed(b.warm, convert)
	made := slices.Clone(all.made)
	var next, done atomic.Int64
	var wg sync.WaitGroup
	progress, heap := b.progress("read"), newGrowing(len(todo))
	for range min(runtime.GOMAXPROCS(0), len(todo)) {
		wg.Go(func() {
			loader := source.Loader{Root: b.warm.root}
			defer loader.Close()
			for n := int(next.Add(1)) - 1; n < len(todo) && ctx.Err() == nil; n = int(next.Add(1)) - 1 {
				i := todo[n]
				known := all.made[i]
				if known == nil {
					known = b.warm.pages[all.jobs[i].entry.Disk]
				}
				made[i] = b.page(&loader, all.jobs[i], convert[all.jobs[i].lang], known)
				read := int(done.Add(1))
				progress(read, len(todo))
				if b.tuned {
					heap.read(read)
				}
			}
		})
	}
	wg.Wait()
	if ctx.Err() != nil {
		return nil
	}
	all.keep(b.warm, made, todo, convert)
	for _, i := range all.noted {
		b.found(made[i].found)
	}
	return all.parsed
}

// page makes a page from its file, where that is not what it was when it gave
// known, which may be nil.
func (b *build) page(loader *source.Loader, j pageJob, convert handbook.Converters, known *warmPage) *warmPage {
	if !known.fits(j, convert) {
		known = nil
	}
	if known != nil && known.hash != "" && b.warm.sure(j.entry) {
		return known
	}
	data, fs, err := loader.Load(b.content, j.entry)
	p := &warmPage{size: len(data), hash: source.Fingerprint(data), lang: j.lang, rel: j.rel, convert: convert, found: fs}
	if known != nil && data != nil && known.size == p.size && known.hash == p.hash {
		return known
	}
	var file *source.File
	if err != nil {
		p.found = append(p.found, finding.New(finding.CodeUnreadable, finding.Place{File: "content/" + j.entry.Path}, "reason", err))
	} else if data != nil {
		file, fs = source.Parse(j.entry.Path, data)
		p.found = append(p.found, fs...)
	}
	broken := finding.Count(p.found, finding.Error) > 0
	if file == nil {
		file = &source.File{Path: j.entry.Path}
	}
	p.parsed, fs = handbook.ParsePage(file, j.lang, j.rel, convert, broken)
	p.found = append(p.found, fs...)
	if err != nil {
		p.hash = "" // to be read again, whatever it holds
	}
	return p
}

func (b *build) converters(lang handbook.Tag) handbook.Converters {
	text := b.theme.Catalogue(string(lang))
	return b.warm.converters(lang, markdown.Options{Lang: string(lang), Trusted: b.prog.HTML == "trusted", Labels: site.Labels(text, b.prog, lang)})
}
