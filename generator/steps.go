package generator

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"mentorbook/generator/finding"
	"mentorbook/generator/publish"
	"mentorbook/generator/source"
)

// lockWait is how long a build waits for another one of the same handbook.
const lockWait = 10 * time.Minute

func (b *build) lock(ctx context.Context) (func(), error) {
	l, err := publish.Acquire(ctx, b.State, lockWait, b.Waiting)
	if err != nil {
		return nil, err
	}
	return func() { l.Release() }, nil
}

// memory is what a build leaves for the next one: if nothing has changed, this
// is its result.
type memory struct {
	Pages    int
	Files    int
	Pairs    int
	Example  bool
	Findings []finding.Finding
}

// key tells builds apart that would differ with the same files.
func (b *build) key() string {
	return fmt.Sprintf("%s %s %s %s strict=%t drafts=%t %s", b.Version, runtime.Version(), b.Out, b.Private, b.Strict, b.Drafts, b.secrets())
}

func (b *build) roots() []string {
	roots := []string{b.Content}
	if _, err := os.Stat(b.Templates); err == nil {
		roots = append(roots, b.Templates)
	}
	return roots
}

// fresh reports whether the last build still stands: no input and no output
// has changed since. Otherwise it remembers the inputs as they are now,
// before any is read.
func (b *build) fresh() bool {
	payload, ok := publish.Fresh(b.public(), b.key(), b.roots(), b.private())
	var m memory
	if ok && json.Unmarshal(payload, &m) == nil {
		b.result = Result{Findings: m.Findings, Pages: m.Pages, Same: m.Files, Pairs: m.Pairs, Example: m.Example, Fresh: true}
		return true
	}
	b.snapshot = publish.Take(b.roots())
	return false
}

func (b *build) record() error {
	b.excerptsOf(b.findings)
	payload, err := json.Marshal(memory{Pages: b.result.Pages, Files: b.result.Written + b.result.Same, Pairs: b.result.Pairs, Example: b.result.Example, Findings: finding.Sort(b.findings)})
	if err != nil {
		return fmt.Errorf("remembering the build: %w", err)
	}
	return publish.Record(b.public(), b.key(), b.snapshot, payload, b.private())
}

// progress returns the reporter of one kind of work; it may be called from
// several goroutines.
func (b *build) progress(work string) func(done, total int) {
	if b.Progress == nil {
		return func(int, int) {}
	}
	var mu sync.Mutex
	most := 0
	return func(done, total int) {
		if done != total && done%64 != 0 {
			return
		}
		mu.Lock()
		defer mu.Unlock()
		if done > most {
			most = done
			b.Progress(work, done, total)
		}
	}
}

func (b *build) excerpts() { b.excerptsOf(b.result.Findings) }

// excerptsOf gives each finding the line that it stands on.
func (b *build) excerptsOf(findings []finding.Finding) {
	var name string
	var lines []string
	for i := range findings {
		f := &findings[i]
		if f.Place.Line == 0 || f.Excerpt != "" {
			continue
		}
		if excerpt, known := b.warm.excerpts[f.Place]; known {
			f.Excerpt = excerpt
			continue
		}
		if f.Place.File != name {
			name, lines = f.Place.File, b.lines(f.Place.File)
		}
		if f.Place.Line <= len(lines) {
			f.Excerpt = shorten(lines[f.Place.Line-1], f.Place.Column)
		}
		b.warm.excerpts[f.Place] = f.Excerpt
	}
}

// lines returns the lines of a file as its positions count them, or nil.
func (b *build) lines(name string) []string {
	folder, rel, _ := strings.Cut(name, "/")
	var fsys fs.FS
	switch folder {
	case "content":
		fsys = b.content
	case "templates":
		fsys = b.templates
		if b.templates != nil {
			if _, err := fs.Stat(fsys, rel); err != nil {
				fsys = b.Builtin
			}
		} else {
			fsys = b.Builtin
		}
	}
	if fsys == nil {
		return nil
	}
	data, err := fs.ReadFile(fsys, filepath.ToSlash(rel))
	if err != nil {
		return nil
	}
	return strings.Split(string(source.Normalise(data)), "\n")
}

// excerptLength is how much of a line is shown, in characters.
const excerptLength = 120

// shorten shows the part of a long line around a column.
func shorten(line string, column int) string {
	runes := []rune(strings.ToValidUTF8(line, "�"))
	before, after := "", ""
	if from := column - 1 - excerptLength/3; from > 0 && len(runes) > excerptLength {
		from = min(from, len(runes)-excerptLength)
		runes, before = runes[from:], "… "
	}
	if len(runes) > excerptLength {
		runes, after = runes[:excerptLength], " …"
	}
	return before + string(runes) + after
}
