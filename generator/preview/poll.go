package preview

import (
	"context"
	"io/fs"
	"path/filepath"
	"time"
)

// pollEvery is how long the poller rests between two looks; longer where a
// look takes long, so that it never costs more than a tenth of a core.
const pollEvery = 500 * time.Millisecond

// poller looks for changes itself: by the times and sizes of files.
type poller struct {
	roots  []root
	gather *gathering
	seen   map[string]stamp
}

// stamp tells states of a file apart.
type stamp struct {
	size, time int64
	mode       fs.FileMode
}

func newPoller(roots []root, g *gathering) *poller {
	p := &poller{roots: roots, gather: g}
	p.seen = p.look()
	return p
}

func (p *poller) run(ctx context.Context) {
	took := time.Duration(0)
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(max(pollEvery, 10*took)):
		}
		start := time.Now()
		p.compare()
		took = time.Since(start)
	}
}

// compare looks and adds what differs from the look before.
func (p *poller) compare() {
	now := p.look()
	for path, s := range now {
		if before, ok := p.seen[path]; !ok || before != s {
			p.gather.add(path, false)
		}
	}
	for path := range p.seen {
		if _, ok := now[path]; !ok {
			p.gather.add(path, false)
		}
	}
	p.seen = now
}

func (p *poller) look() map[string]stamp {
	seen := make(map[string]stamp, len(p.seen))
	for _, r := range p.roots {
		filepath.WalkDir(r.dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil // the build says what it thinks of it
			}
			path, ok := r.logical(name)
			if !ok {
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			if info, err := d.Info(); err == nil && !d.IsDir() {
				seen[path] = stamp{info.Size(), info.ModTime().UnixNano(), info.Mode()}
			}
			return nil
		})
	}
	return seen
}
