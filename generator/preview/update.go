package preview

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"mentorbook/generator"
	"mentorbook/generator/finding"
)

// follow prepares the handbook anew after each change, until ctx ends.
func (p *preview) follow(ctx context.Context) {
	for {
		c, ok := p.gather.take(ctx, p.whole)
		if !ok {
			return
		}
		if c.all || len(c.paths) > 0 {
			p.update(ctx, c)
		}
		p.gather.done()
	}
}

// whole reports whether a page that has changed looks as if its editor had
// finished: not empty, and not suddenly less than half of what it was.
func (p *preview) whole(path string) bool {
	rel, ok := strings.CutPrefix(path, "content/")
	if !ok {
		return true
	}
	before, known := p.warm.Size(rel)
	if !known || before == 0 {
		return true
	}
	info, err := os.Stat(filepath.Join(p.Content, filepath.FromSlash(rel)))
	return err != nil || !info.Mode().IsRegular() || info.Size() > int64(before/2)
}

// update forgets what has changed and prepares the handbook anew. Requests
// wait meanwhile.
func (p *preview) update(ctx context.Context, c changes) {
	start := time.Now()
	first := p.plan == nil && p.findings == nil
	p.mu.Lock()
	prepared, err := p.prepare(ctx, c)
	if err == nil {
		p.keep(prepared)
		p.files.touch(prepared.Book, c)
	}
	p.Progress = nil // a bar is for the first time only
	changed := p.changed
	p.changed = make(chan struct{})
	p.mu.Unlock()
	close(changed)
	if p.Updated != nil && ctx.Err() == nil {
		p.Updated(Update{
			Findings: prepared.Findings, Pages: prepared.Pages, Failed: prepared.Failed,
			Took: time.Since(start), First: first, Err: err,
		})
	}
}

func (p *preview) prepare(ctx context.Context, c changes) (prepared generator.Prepared, err error) {
	defer func() { // a bug must not end the preview: the next change may be another matter
		if bug := recover(); bug != nil {
			p.report(Trouble{Panicked, fmt.Sprintf("%v\n%s", bug, debug.Stack())})
			p.warm.ForgetAll()
			err = fmt.Errorf("preparing the handbook: %v", bug)
		}
	}()
	if c.all {
		p.warm.ForgetAll()
	}
	for _, path := range c.paths {
		if rel, ok := strings.CutPrefix(path, "content/"); ok {
			p.warm.Forget(rel)
		} else {
			p.warm.ForgetTemplates()
		}
	}
	return generator.Prepare(ctx, p.Options.Options, p.warm)
}

// keep makes what was prepared the state that is shown. Where the content
// leaves nothing to show, the last plan stays.
func (p *preview) keep(prepared generator.Prepared) {
	p.findings = prepared.Findings
	p.failing = map[string]bool{}
	for _, f := range p.findings {
		if f.Severity == finding.Error {
			p.failing[f.Place.File] = true
		}
	}
	if prepared.Plan != nil {
		p.plan, p.pairs = prepared.Plan, nil
		if prepared.Pairs != nil {
			made := func() (papers, error) {
				plain, fs, err := prepared.Pairs()
				return papers{plain, fs}, err
			}
			p.pairs = sync.OnceValues(made)
		}
	}
}
