package generator

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"mentorbook/generator/check"
	"mentorbook/generator/dossier"
	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
	"mentorbook/generator/pairs"
	"mentorbook/generator/publish"
	"mentorbook/generator/site"
	"mentorbook/generator/source"
	"mentorbook/generator/theme"
)

// Build makes the site: content and templates become what is published. With
// o.Check it only says what it finds. Where the content has errors nothing
// published changes and Result.Failed is set; an error is what the system
// did.
func Build(ctx context.Context, o Options) (Result, error) {
	defer tune()()
	b := &build{Options: o, warm: NewWarm(), tuned: true}
	defer b.warm.Close()
	if !o.Check {
		unlock, err := b.lock(ctx)
		if err != nil {
			return b.result, err
		}
		defer unlock()
		if b.fresh() {
			return b.result, nil
		}
	}
	if err := b.prepare(ctx); err != nil || b.failed() || o.Check {
		return b.finish(err)
	}
	return b.finish(b.publish(ctx))
}

// Prepared is a handbook that is ready to be shown.
type Prepared struct {
	Result
	// Book and Plan are nil where the content, its settings or the templates
	// have errors that leave nothing to show. With other errors they are what
	// can be made of the content.
	Book *handbook.Handbook
	Plan *site.Plan
	// Pairs makes the pairs' pages without a key, for the owner's own eyes;
	// nil where there is no table of pairs.
	Pairs func() (*dossier.Plain, []finding.Finding, error)
}

// Prepare runs the stages of Build over a warm cache, but for publishing. What
// it returns may be used until the next Prepare with the same Warm, and after
// it as long as the files beside the pages are still there.
func Prepare(ctx context.Context, o Options, warm *Warm) (Prepared, error) {
	b := &build{Options: o, warm: warm}
	err := b.prepare(ctx)
	r, err := b.finish(err)
	p := Prepared{Result: r, Book: b.book}
	if err == nil && b.book != nil {
		p.Plan = b.plan()
		if table := b.table; table != nil {
			p.Pairs = func() (*dossier.Plain, []finding.Finding, error) { return dossier.NewPlain(p.Book, p.Plan, table) }
		}
	}
	return p, err
}

// build is the state of one run of the stages.
type build struct {
	Options
	warm      *Warm
	tuned     bool  // the collector is this build's to tune
	content   fs.FS // through an os.Root: nothing outside the content folder can be opened
	templates fs.FS // the user's; nil where there are none
	prog      *handbook.Programme
	theme     *theme.Theme
	book      *handbook.Handbook // nil until there is one
	table     *pairs.Table       // nil where there is none
	papers    map[string]dossier.Made
	findings  []finding.Finding
	snapshot  publish.Snapshot
	result    Result
}

// prepare runs the stages up to the handbook, put together and checked, as far
// as its errors allow.
func (b *build) prepare(ctx context.Context) error {
	parsed, err := b.read(ctx)
	if parsed == nil {
		return err
	}
	b.assemble(parsed)
	if err := b.readPairs(); err != nil {
		return err
	}
	b.found(check.Run(b.book, b.columns()))
	b.warm.done()
	return nil
}

// read runs the stages that look at each file by itself. It returns nil where
// there is nothing to go on with.
func (b *build) read(ctx context.Context) ([]*handbook.Parsed, error) {
	if err := b.open(); err != nil {
		return nil, err
	}
	if err := b.walk(); err != nil || b.failed() {
		return nil, err
	}
	if len(b.warm.pages) == 0 {
		reserve(len(b.warm.tree.Pages))
	}
	b.programme()
	if b.prog == nil || b.failed() {
		return nil, nil
	}
	b.loadTheme()
	if b.theme == nil || b.failed() {
		return nil, nil
	}
	return b.parse(ctx), ctx.Err()
}

func (b *build) found(fs []finding.Finding) { b.findings = append(b.findings, fs...) }

// failed reports whether what was found so far forbids a build.
func (b *build) failed() bool {
	for _, f := range b.findings {
		if f.Severity == finding.Error || b.Strict && f.Severity == finding.Warning {
			return true
		}
	}
	return false
}

// finish sorts the findings and completes the result.
func (b *build) finish(err error) (Result, error) {
	b.result.Findings = finding.Sort(b.findings)
	b.result.Failed = b.failed()
	b.excerpts()
	return b.result, err
}

func (b *build) open() error {
	if err := b.warm.open(b.Content); err != nil {
		return fmt.Errorf("opening the content folder: %w", err)
	}
	b.content = b.warm.content
	if info, err := os.Stat(b.Templates); err == nil && info.IsDir() {
		b.templates = os.DirFS(b.Templates)
	}
	return nil
}

func (b *build) walk() error {
	if b.content == nil {
		b.found([]finding.Finding{finding.New(finding.CodeContentMissing, finding.Place{File: "content/"})})
		return nil
	}
	if !b.warm.refresh() {
		tree, fs, err := source.Walk(b.content)
		if err != nil {
			return err
		}
		b.warm.keepTree(tree, fs)
	}
	b.found(b.warm.treeFs)
	return nil
}

// assemble puts the pages together; where only some of the last time's have
// changed, it puts them into the handbook of the last time.
func (b *build) assemble(parsed []*handbook.Parsed) {
	fs, ok := b.warm.revise(b.prog, parsed, b.Drafts)
	if !ok {
		files := b.warm.tree.Files
		assets := make([]*handbook.Asset, len(files))
		for i, e := range files {
			assets[i] = &handbook.Asset{Entry: e, Path: e.Path}
		}
		var book *handbook.Handbook
		book, fs = handbook.Assemble(b.prog, parsed, assets, b.warm.imageSize, b.Drafts)
		b.warm.book = &warmBook{book: book, tree: b.warm.tree, parsed: parsed, drafts: b.Drafts}
	}
	b.book = b.warm.book.book
	b.found(fs)
	b.result.Pages = 0
	for _, e := range b.book.Editions {
		b.result.Pages += len(e.Pages)
	}
}

// plan is how to make every file of the site. That of the last time stands
// where nothing but texts have changed.
func (b *build) plan() *site.Plan {
	w, content := b.warm.book, b.content
	if w.plan != nil && w.theme == b.theme && slices.Equal(w.columns, b.columns()) {
		w.plan = w.plan.Rewritten()
		return w.plan
	}
	w.theme, w.columns = b.theme, b.columns()
	w.plan = site.NewPlan(b.book, b.theme, site.Options{
		Columns:  w.columns,
		Offline:  b.prog.KeepsOffline() && !b.Drafts, // a browser that kept a preview's pages would show them for ever
		Open:     func(a *handbook.Asset) ([]byte, error) { return fsRead(content, a.Entry.Disk) },
		Progress: b.progress("render"),
	})
	return w.plan
}

func (b *build) publish(ctx context.Context) error {
	stage, fs, err := publish.Open(b.public())
	b.found(fs)
	if err != nil || b.failed() {
		return err
	}
	private, err := b.openPrivate()
	if err != nil || b.failed() {
		return errors.Join(err, stage.Abort(), private.Abort())
	}
	plan := b.plan()
	fs, err = plan.Make(ctx, stage.Put)
	b.found(fs)
	if err == nil && !b.failed() {
		err = b.makePairs(ctx, plan, stage, private)
	}
	if err != nil || b.failed() {
		return errors.Join(err, stage.Abort(), private.Abort())
	}
	for _, s := range []*publish.Stage{private, stage} {
		done, fs, err := s.Commit()
		b.found(fs)
		if s == stage {
			b.result.Written, b.result.Same, b.result.Removed = done.Written, done.Unchanged, done.Removed
		}
		if err != nil || b.failed() {
			return err
		}
	}
	return errors.Join(b.recordPapers(), b.record())
}

func fsRead(fsys fs.FS, name string) ([]byte, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	return data, nil
}

func (b *build) public() publish.Folder {
	return publish.Folder{Path: b.Out, State: b.State, Name: "public/", Forbidden: []string{b.Content, b.Templates, b.Private}}
}
