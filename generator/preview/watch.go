package preview

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/fsnotify/fsnotify"

	"mentorbook/generator/source"
)

// watch begins to follow what changes below the two folders, before anything
// is read. Where the system can't tell, or would not, it polls, and says so.
func (p *preview) watch(ctx context.Context) error {
	roots := []root{{"content", p.Content}, {"templates", p.Templates}}
	for i := range roots {
		dir, err := filepath.Abs(roots[i].dir)
		if err != nil {
			return fmt.Errorf("finding the folder %s: %w", roots[i].dir, err)
		}
		if real, err := filepath.EvalSymlinks(dir); err == nil {
			dir = real
		}
		roots[i].dir = dir
	}
	switch name, ok := networkFolder(roots[0].dir); {
	case p.Poll:
	case ok:
		p.report(Trouble{NetworkFolder, name})
	default:
		w, err := newWatcher(roots, p.gather)
		if err == nil {
			go w.run(ctx)
			return nil
		}
		p.report(Trouble{Polling, err.Error()})
	}
	poll := newPoller(roots, p.gather)
	go poll.run(ctx)
	return nil
}

// root is a folder that is followed, and its name in findings.
type root struct{ name, dir string }

// logical returns the path of a file in findings, and whether it may matter:
// what is left out of the content is nobody's page.
func (r root) logical(file string) (string, bool) {
	if file == r.dir {
		return r.name, true
	}
	rel, ok := strings.CutPrefix(file, r.dir+string(filepath.Separator))
	if !ok {
		return "", false
	}
	rel = filepath.ToSlash(rel)
	for part := range strings.SplitSeq(rel, "/") {
		if source.LeftOut(part) {
			return "", false
		}
	}
	return r.name + "/" + rel, true
}

// watcher is told of changes by the system. It watches each folder, and the
// folders that the roots lie in, so that a root may come and go.
type watcher struct {
	roots   []root
	gather  *gathering
	system  *fsnotify.Watcher
	watched map[string]bool
}

func newWatcher(roots []root, g *gathering) (*watcher, error) {
	system, err := fsnotify.NewBufferedWatcher(1024)
	if err != nil {
		return nil, err
	}
	w := &watcher{roots: roots, gather: g, system: system, watched: map[string]bool{}}
	for _, r := range roots {
		if err := errors.Join(w.add(filepath.Dir(r.dir)), w.addTree(r.dir)); err != nil {
			system.Close()
			return nil, err
		}
	}
	return w, nil
}

func (w *watcher) add(dir string) error {
	if w.watched[dir] {
		return nil
	}
	err := w.system.Add(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // gone again
	}
	w.watched[dir] = err == nil
	return err
}

// addTree watches a folder and those below it.
func (w *watcher) addTree(dir string) error {
	return filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && d == nil, errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission):
			return nil // the build says what it thinks of it
		case err != nil:
			return err
		case !d.IsDir():
			return nil
		case name != dir && source.LeftOut(d.Name()):
			return fs.SkipDir
		}
		return w.add(name)
	})
}

// forget ends the watching of a folder that was moved or removed.
func (w *watcher) forget(dir string) {
	for name := range w.watched {
		if name == dir || strings.HasPrefix(name, dir+string(filepath.Separator)) {
			w.system.Remove(name) // it may be gone already
			delete(w.watched, name)
		}
	}
}

func (w *watcher) run(ctx context.Context) {
	defer w.system.Close()
	for {
		select {
		case <-ctx.Done():
			return
		case e, ok := <-w.system.Events:
			if !ok {
				return
			}
			w.event(e)
		case _, ok := <-w.system.Errors: // the system lost count
			if !ok {
				return
			}
			w.again()
		}
	}
}

// again looks for folders that came unseen.
func (w *watcher) again() {
	for _, r := range w.roots {
		w.addTree(r.dir) // a folder that can't be watched is read with the next change
	}
	w.gather.add("", true)
}

func (w *watcher) event(e fsnotify.Event) {
	for _, r := range w.roots {
		path, ok := r.logical(e.Name)
		if !ok {
			continue
		}
		if e.Has(fsnotify.Remove) || e.Has(fsnotify.Rename) {
			w.forget(e.Name)
		}
		if e.Has(fsnotify.Create) {
			if info, err := os.Lstat(e.Name); err == nil && info.IsDir() {
				if w.addTree(e.Name) != nil { // no more folders can be watched
					w.gather.add("", true)
				}
			}
		}
		w.gather.add(path, path == r.name)
	}
}
