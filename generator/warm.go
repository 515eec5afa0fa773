package generator

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"

	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
	"mentorbook/generator/markdown"
	"mentorbook/generator/pairs"
	"mentorbook/generator/site"
	"mentorbook/generator/source"
	"mentorbook/generator/theme"
)

// Warm is what one run of the stages leaves for the next: what each input
// gave by itself. A run with an empty Warm and one with a full one give the
// same; the latter reads and parses only what was forgotten since, and of that
// only what has other bytes. It is for one run at a time.
type Warm struct {
	root    *os.Root // of the content folder
	content fs.FS

	tree     *source.Tree
	treeFs   []finding.Finding
	kinds    map[string]bool // the files of tree, as the disk spells them → a symbolic link
	settings *settings
	theme    *warmTheme
	convert  map[handbook.Tag]converters
	pages    map[string]*warmPage // by Entry.Disk
	jobs     *warmJobs
	sizes    map[string][2]int // of images, by Entry.Disk
	book     *warmBook
	table    *warmTable

	excerpts map[finding.Place]string // of findings, with the lines that they stand on

	known     bool            // what is not forgotten is as it was
	forgotten map[string]bool // paths below content/
}

// NewWarm returns an empty Warm.
func NewWarm() *Warm {
	return &Warm{convert: map[handbook.Tag]converters{}, pages: map[string]*warmPage{}, sizes: map[string][2]int{}, excerpts: map[finding.Place]string{}, forgotten: map[string]bool{}}
}

// settings is what programme.yaml gave.
type settings struct {
	tree  *source.Tree // whose folders it was read for
	prog  *handbook.Programme
	found []finding.Finding
}

// warmTheme is a theme and what it was made for.
type warmTheme struct {
	theme  *theme.Theme
	langs  []string
	accent string
	found  []finding.Finding
}

// converters are a language's, and the options that they were made with.
type converters struct {
	options markdown.Options
	handbook.Converters
}

// warmBook is a handbook and what it was made of, its programme aside.
type warmBook struct {
	book   *handbook.Handbook
	tree   *source.Tree
	parsed []*handbook.Parsed
	drafts bool

	// The plan of its site, nil where there is none that stands, and what that was made with besides.
	plan    *site.Plan
	theme   *theme.Theme
	columns []string
}

// warmTable is the table of pairs and what it was read for.
type warmTable struct {
	tree    *source.Tree
	options pairs.Options
	table   *pairs.Table // nil where there is none
	found   []finding.Finding
}

// warmPage is what a file gave.
type warmPage struct {
	size    int
	hash    string // of its bytes
	lang    handbook.Tag
	rel     string
	convert handbook.Converters
	parsed  *handbook.Parsed
	found   []finding.Finding
}

// Forget says that the files or folders at these slash paths below content/
// may have changed, come or gone.
func (w *Warm) Forget(paths ...string) {
	for _, p := range paths {
		w.forgotten[p] = true
	}
}

// ForgetTemplates says that anything below templates/ may have changed.
func (w *Warm) ForgetTemplates() { w.theme = nil }

// ForgetAll says that anything may have changed.
func (w *Warm) ForgetAll() {
	w.known = false
	w.ForgetTemplates()
}

// Close lets go of the content folder.
func (w *Warm) Close() {
	if w.root != nil {
		w.root.Close()
	}
	w.root, w.content = nil, nil
}

// Size returns how large a page's file was, in bytes, when it was last read.
func (w *Warm) Size(path string) (int, bool) {
	p, ok := w.pages[path]
	if !ok {
		return 0, false
	}
	return p.size, true
}

// open opens the content folder, again where another one has taken its place.
// A folder that is not there is no error: walk says so.
func (w *Warm) open(dir string) error {
	if w.root != nil {
		here, err := os.Stat(dir)
		was, errWas := w.root.Stat(".")
		if err == nil && errWas == nil && os.SameFile(here, was) {
			return nil
		}
		w.Close()
		w.ForgetAll()
	}
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	w.root, w.content = root, root.FS()
	return nil
}

// many is how many files may be forgotten one by one; with more, all are.
const many = 500

// refresh drops what was forgotten. It returns whether the tree still stands:
// no file has come or gone.
func (w *Warm) refresh() bool {
	if len(w.forgotten) > many {
		w.known = false
	}
	stands := w.known && w.tree != nil && len(w.treeFs) == 0
	for p := range w.forgotten {
		delete(w.sizes, p)
		if _, isFile := w.kinds[p]; !isFile {
			for name := range w.kinds { // a folder: all that it held
				if strings.HasPrefix(name, p+"/") {
					w.forgotten[name] = true
					delete(w.sizes, name)
				}
			}
		}
		stands = stands && w.stands(p)
	}
	for name, link := range w.kinds {
		if link {
			w.forgotten[name] = true
			delete(w.sizes, name)
		}
	}
	if !w.known {
		clear(w.sizes)
		w.settings = nil
	}
	return stands
}

// stands reports whether a forgotten path is in the tree as it was.
func (w *Warm) stands(p string) bool {
	for part := range strings.SplitSeq(p, "/") {
		if source.LeftOut(part) {
			return true // never part of it
		}
	}
	link, known := w.kinds[p]
	info, err := w.root.Lstat(p)
	if known {
		return err == nil && info.Mode().IsRegular() && !link
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return false // something new
	}
	for name := range w.kinds {
		if strings.HasPrefix(name, p+"/") {
			return false // a folder that is gone
		}
	}
	return true // come and gone: an editor's own file
}

// keepTree remembers a tree.
func (w *Warm) keepTree(tree source.Tree, found []finding.Finding) {
	w.tree, w.treeFs = &tree, found
	w.kinds = map[string]bool{}
	for _, list := range [][]source.Entry{tree.Pages, tree.Files, tree.Pairs} {
		for _, e := range list {
			w.kinds[e.Disk] = e.Link
		}
	}
	if tree.Settings != nil {
		w.kinds[tree.Settings.Disk] = tree.Settings.Link
	}
}

// keepJobs remembers the pages of the languages and drops what is known of
// any other: nobody looks whether that still holds.
func (w *Warm) keepJobs(jobs *warmJobs) {
	w.jobs = jobs
	wanted := make(map[string]bool, len(jobs.jobs))
	for _, j := range jobs.jobs {
		wanted[j.entry.Disk] = true
	}
	for name := range w.pages {
		if !wanted[name] {
			delete(w.pages, name)
		}
	}
}

// done says that the run has looked at everything.
func (w *Warm) done() {
	maps.DeleteFunc(w.excerpts, func(p finding.Place, _ string) bool {
		name, inContent := strings.CutPrefix(p.File, "content/")
		return !w.known || !inContent || w.forgotten[name]
	})
	w.known = true
	clear(w.forgotten)
}

// fits reports whether a page stands for the file of a job.
func (p *warmPage) fits(j pageJob, c handbook.Converters) bool {
	return p != nil && p.lang == j.lang && p.rel == j.rel && p.convert == c
}

// sure reports whether a file was not forgotten.
func (w *Warm) sure(e source.Entry) bool { return w.known && !w.forgotten[e.Disk] }

// revise puts what has changed in the pages into the last handbook and returns
// what is found in it; false where the handbook must be put together anew.
func (w *Warm) revise(prog *handbook.Programme, parsed []*handbook.Parsed, drafts bool) ([]finding.Finding, bool) {
	last := w.book
	if !w.known || last == nil || last.tree != w.tree || last.book.Programme != prog || last.drafts != drafts || len(last.parsed) != len(parsed) {
		return nil, false
	}
	for name := range w.forgotten {
		if _, inTree := w.kinds[name]; inTree && w.pages[name] == nil {
			return nil, false // a picture may have another size
		}
	}
	var revisions []handbook.Revision
	for i, p := range parsed {
		if p != last.parsed[i] {
			revisions = append(revisions, handbook.Revision{Before: last.parsed[i], Now: p})
		}
	}
	found, revised := last.book.Revise(revisions)
	if revised == handbook.NotRevised {
		return nil, false
	}
	if revised == handbook.Rearranged {
		last.plan = nil
	}
	last.parsed = parsed
	return found, true
}

// readPairs reads the table of pairs, unless it is what it was and is to be
// understood as it was.
func (w *Warm) readPairs(o pairs.Options) (*pairs.Table, []finding.Finding, error) {
	same := w.table != nil && w.table.tree == w.tree && reflect.DeepEqual(w.table.options, o)
	for _, e := range w.tree.Pairs {
		same = same && w.sure(e)
	}
	if !same {
		t, fs, err := pairs.Read(w.content, o)
		if err != nil {
			w.table = nil
			return nil, fs, err
		}
		w.table = &warmTable{w.tree, o, t, fs}
	}
	return w.table.table, w.table.found, nil
}

// converters returns a language's converters, the same ones for the same options.
func (w *Warm) converters(lang handbook.Tag, o markdown.Options) handbook.Converters {
	c, ok := w.convert[lang]
	if !ok || c.options != o {
		c.options = o
		c.Page = markdown.New(o)
		o.Placeholders = true
		c.Agreement = markdown.New(o)
		w.convert[lang] = c
	}
	return c.Converters
}

// imageSize returns an image's width and height in pixels, or 0, 0.
func (w *Warm) imageSize(e source.Entry) (int, int) {
	size, ok := w.sizes[e.Disk]
	if !ok {
		size[0], size[1] = handbook.ImageSize(w.content, e.Disk)
		w.sizes[e.Disk] = size
	}
	return size[0], size[1]
}

// fits reports whether a theme was made for the languages and the accent.
func (t *warmTheme) fits(langs []string, accent string) bool {
	return t != nil && slices.Equal(t.langs, langs) && t.accent == accent
}
