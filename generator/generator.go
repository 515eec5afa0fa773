package generator

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"

	"mentorbook/generator/check"
	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
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
	b := &build{Options: o}
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
	if err := b.open(); err != nil {
		return b.result, err
	}
	defer b.close()
	tree, err := b.walk()
	if err != nil || b.failed() {
		return b.finish(err)
	}
	b.programme(tree)
	if b.failed() {
		return b.finish(nil)
	}
	b.loadTheme()
	if b.theme == nil {
		return b.finish(nil)
	}
	parsed := b.parse(ctx, tree)
	if parsed == nil {
		return b.finish(ctx.Err())
	}
	b.assemble(tree, parsed)
	b.found(check.Run(b.book))
	if b.failed() || o.Check {
		return b.finish(ctx.Err())
	}
	return b.finish(b.publish(ctx))
}

// build is the state of one call of Build.
type build struct {
	Options
	root      *os.Root // of the content folder; nothing outside it can be opened
	content   fs.FS
	templates fs.FS // the user's; nil where there are none
	prog      *handbook.Programme
	theme     *theme.Theme
	book      *handbook.Handbook
	findings  []finding.Finding
	snapshot  publish.Snapshot
	result    Result
}

// tune lets the heap grow before it is collected: a build allocates much and
// keeps little. The soft limit keeps that from growing with the handbook.
func tune() (restore func()) {
	percent := debug.SetGCPercent(800)
	limit := debug.SetMemoryLimit(350 << 20)
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}
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
	root, err := os.OpenRoot(b.Content)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // Walk of a nil folder says so
	}
	if err != nil {
		return fmt.Errorf("opening the content folder: %w", err)
	}
	b.root, b.content = root, root.FS()
	if info, err := os.Stat(b.Templates); err == nil && info.IsDir() {
		b.templates = os.DirFS(b.Templates)
	}
	return nil
}

func (b *build) close() {
	if b.root != nil {
		b.root.Close()
	}
}

func (b *build) walk() (source.Tree, error) {
	if b.content == nil {
		b.found([]finding.Finding{finding.New(finding.CodeContentMissing, finding.Place{File: "content/"})})
		return source.Tree{}, nil
	}
	tree, fs, err := source.Walk(b.content)
	b.found(fs)
	return tree, err
}

func (b *build) assemble(tree source.Tree, parsed []*handbook.Parsed) {
	assets := make([]*handbook.Asset, 0, len(tree.Files))
	for _, e := range tree.Files {
		assets = append(assets, &handbook.Asset{Entry: e, Path: e.Path})
	}
	book, fs := handbook.Assemble(b.prog, parsed, assets, b.content, b.Drafts)
	b.book = book
	b.found(fs)
	b.result.Pages = 0
	for _, e := range book.Editions {
		b.result.Pages += len(e.Pages)
	}
}

func (b *build) publish(ctx context.Context) error {
	stage, fs, err := publish.Open(b.public())
	b.found(fs)
	if err != nil || b.failed() {
		return err
	}
	plan := site.NewPlan(b.book, b.theme, site.Options{
		Open:     func(a *handbook.Asset) ([]byte, error) { return fsRead(b.content, a.Entry.Disk) },
		Progress: b.progress("render"),
	})
	fs, err = plan.Make(ctx, stage.Put)
	b.found(fs)
	if err != nil || b.failed() {
		return errors.Join(err, stage.Abort())
	}
	done, fs, err := stage.Commit()
	b.found(fs)
	b.result.Written, b.result.Same, b.result.Removed = done.Written, done.Unchanged, done.Removed
	if err != nil {
		return err
	}
	return b.record()
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
