// Package publish writes an output folder so that it is whole at any moment.
//
// Files are first written into a staging folder inside the output folder.
// Commit then puts them in place, one rename each (one for a whole folder
// where it is new), all together at the end; a build that fails or is killed
// before leaves what was published as it was, and one that is killed between
// two renames leaves every file whole.
//
// A manifest in the project's state folder knows the files that we wrote. Only
// those are ever replaced or removed. It lists them before the first rename,
// so that no file of ours is ever taken for somebody else's. It never lies in
// the output folder, where it would tell the names of unlisted pages.
package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"mentorbook/generator/finding"
)

const stagingName = ".mentorbook-staging"

// Folder is a folder that a build writes.
type Folder struct {
	Path      string   // of the folder
	State     string   // of the project's state folder
	Name      string   // logical name in findings, such as public/
	Private   bool     // for its owner only: mode 0700 and 0600
	Forbidden []string // folders that it must not be, hold or lie in
}

func (f Folder) modes() (dir, file fs.FileMode) {
	if f.Private {
		return 0o700, 0o600
	}
	return 0o755, 0o644
}

// Result counts what a Commit did.
type Result struct{ Written, Unchanged, Removed int }

// Stage is an output folder being written. Put may be called from several
// goroutines; Commit or Abort ends it.
type Stage struct {
	folder  Folder
	staging string
	old     manifest

	mu       sync.Mutex
	next     manifest
	folded   map[string]string // lower-case address → address
	folders  map[string]error  // folders of staging that exist, and what went wrong
	real     map[string]bool   // folders of the output that are folders, not links
	fresh    bool              // the output folder held nothing when we began
	staged   int
	same     int
	findings []finding.Finding
}

// Open begins to write a folder. Findings are reasons why it must not be
// written; then the Stage is nil.
func Open(f Folder) (*Stage, []finding.Finding, error) {
	if fs := f.refuse(); len(fs) > 0 {
		return nil, fs, nil
	}
	dir, _ := f.modes()
	if err := os.MkdirAll(f.Path, dir); err != nil {
		return nil, nil, fmt.Errorf("making the folder %s: %w", f.Path, err)
	}
	s := &Stage{
		folder: f, staging: filepath.Join(f.Path, stagingName), old: readManifest(f.manifestPath()),
		next: manifest{}, folded: map[string]string{}, folders: map[string]error{}, real: map[string]bool{"": true},
	}
	if err := os.RemoveAll(s.staging); err != nil {
		return nil, nil, fmt.Errorf("removing what an interrupted build left in %s: %w", f.Path, err)
	}
	entries, err := os.ReadDir(f.Path)
	if err != nil {
		return nil, nil, fmt.Errorf("reading the folder %s: %w", f.Path, err)
	}
	s.fresh = len(entries) == 0
	if err := os.Mkdir(s.staging, dir); err != nil {
		return nil, nil, fmt.Errorf("writing into the folder %s: %w", f.Path, err)
	}
	return s, nil, nil
}

// Put gives a file its bytes. It is written to the staging folder unless the
// output folder holds the same already. An address that is used twice, or
// that leaves the folder, is an error.
func (s *Stage) Put(address string, data []byte) error {
	if err := checkAddress(address); err != nil {
		return err
	}
	w := written{size: int64(len(data)), hash: hashOf(data)}
	if err := s.claim(address); err != nil {
		return err
	}
	if s.fresh {
		return s.write(address, data, w)
	}
	before, ours := s.old[address]
	info, err := os.Lstat(s.path(address))
	switch {
	case err == nil && ours && before.hash == w.hash && before.same(info):
		return s.keep(address, before)
	case err == nil && !ours:
		adopted, err := s.meetForeign(address, info, data, &w)
		if adopted || err != nil {
			return err
		}
	case err == nil && !info.Mode().IsRegular():
		s.inTheWay(address)
	case err != nil && !errors.Is(err, fs.ErrNotExist) && !isNotDir(err):
		return fmt.Errorf("looking at %s: %w", s.path(address), err)
	}
	return s.write(address, data, w)
}

func (s *Stage) path(address string) string {
	return filepath.Join(s.folder.Path, filepath.FromSlash(address))
}

func (s *Stage) claim(address string) error {
	key := strings.ToLower(address)
	s.mu.Lock()
	defer s.mu.Unlock()
	if other, ok := s.folded[key]; ok {
		return fmt.Errorf("publish: two files at one address: %s and %s", other, address)
	}
	s.folded[key] = address
	if !s.realFolder(path.Dir(address)) {
		s.findings = append(s.findings, finding.New(finding.CodeFileInTheWay, finding.Place{File: s.folder.Name + path.Dir(address)}))
	}
	return nil
}

// realFolder reports whether a folder of the output is one or does not exist
// yet; a link or a file in its place is not followed.
func (s *Stage) realFolder(dir string) bool {
	if dir == "." {
		return true
	}
	if ok, known := s.real[dir]; known {
		return ok
	}
	ok := s.realFolder(path.Dir(dir))
	if ok {
		info, err := os.Lstat(s.path(dir))
		ok = err != nil || info.IsDir()
	}
	s.real[dir] = ok
	return ok
}

func (s *Stage) keep(address string, w written) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.next[address] = w
	s.same++
	return nil
}

// meetForeign handles a file that is in the way though the manifest does not
// know it: one with the same bytes is ours from now on, any other stays.
func (s *Stage) meetForeign(address string, info fs.FileInfo, data []byte, w *written) (adopted bool, err error) {
	if info.Mode().IsRegular() && info.Size() == int64(len(data)) {
		found, err := os.ReadFile(s.path(address))
		if err != nil {
			return false, fmt.Errorf("reading %s: %w", s.path(address), err)
		}
		if bytes.Equal(found, data) {
			w.mtime = info.ModTime().UnixNano()
			return true, s.keep(address, *w)
		}
	}
	s.inTheWay(address)
	return false, nil
}

func (s *Stage) inTheWay(address string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.findings = append(s.findings, finding.New(finding.CodeFileInTheWay, finding.Place{File: s.folder.Name + address}))
}

func (s *Stage) write(address string, data []byte, w written) error {
	if err := s.makeFolder(path.Dir(address)); err != nil {
		return err
	}
	_, mode := s.folder.modes()
	name := filepath.Join(s.staging, filepath.FromSlash(address))
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return fmt.Errorf("writing %s: %w", address, err)
	}
	_, err = f.Write(data)
	info, statErr := f.Stat()
	if err := errors.Join(err, statErr, f.Close()); err != nil {
		return fmt.Errorf("writing %s: %w", address, err)
	}
	w.mtime = info.ModTime().UnixNano()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.next[address] = w
	s.staged++
	return nil
}

func (s *Stage) makeFolder(dir string) error {
	if dir == "." {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err, made := s.folders[dir]; made {
		return err
	}
	mode, _ := s.folder.modes()
	err := os.MkdirAll(filepath.Join(s.staging, filepath.FromSlash(dir)), mode)
	if err != nil {
		err = fmt.Errorf("making the folder %s: %w", dir, err)
	}
	s.folders[dir] = err
	return err
}

// Abort gives up: what was published stays as it was.
func (s *Stage) Abort() error {
	if err := os.RemoveAll(s.staging); err != nil {
		return fmt.Errorf("removing the staging folder: %w", err)
	}
	return nil
}

// Commit puts everything in place and removes the files of ours that no
// longer are. Findings of severity Error mean that nothing was changed.
func (s *Stage) Commit() (Result, []finding.Finding, error) {
	if finding.Count(s.findings, finding.Error) > 0 {
		return Result{}, s.findings, s.Abort()
	}
	r := Result{Written: s.staged, Unchanged: s.same}
	gone := s.gone()
	if s.staged == 0 && len(gone) == 0 && len(s.next) == len(s.old) {
		return r, nil, s.Abort()
	}
	both := manifest{}
	for _, m := range []manifest{s.old, s.next} {
		for a, w := range m {
			both[a] = w
		}
	}
	if err := both.write(s.folder.manifestPath()); err != nil {
		return Result{}, nil, errors.Join(err, s.Abort())
	}
	if err := s.place(""); err != nil {
		return Result{}, nil, err
	}
	r.Removed = s.remove(gone)
	if err := s.next.write(s.folder.manifestPath()); err != nil {
		return r, s.findings, err
	}
	return r, s.findings, s.Abort()
}

// gone lists the files of the manifest that this build did not make.
func (s *Stage) gone() []string {
	var gone []string
	for a := range s.old {
		if _, ok := s.next[a]; !ok {
			gone = append(gone, a)
		}
	}
	slices.Sort(gone)
	return gone
}

// place renames the contents of a staging folder into the output folder.
func (s *Stage) place(dir string) error {
	from := filepath.Join(s.staging, filepath.FromSlash(dir))
	entries, err := os.ReadDir(from)
	if err != nil {
		return fmt.Errorf("reading the staging folder: %w", err)
	}
	for _, e := range entries {
		address := path.Join(dir, e.Name())
		if e.IsDir() {
			if _, err := os.Lstat(s.path(address)); err == nil {
				if err := s.place(address); err != nil {
					return err
				}
				continue
			}
		}
		if err := os.Rename(filepath.Join(from, e.Name()), s.path(address)); err != nil {
			return fmt.Errorf("putting %s in its place: %w", address, err)
		}
	}
	return nil
}

// remove removes files of ours, but not one that somebody changed since, and
// the folders that it leaves empty.
func (s *Stage) remove(gone []string) int {
	n := 0
	dirs := map[string]bool{}
	for _, a := range gone {
		info, err := os.Lstat(s.path(a))
		if err != nil {
			continue
		}
		if !s.old[a].same(info) || !s.realFolder(path.Dir(a)) {
			s.findings = append(s.findings, finding.New(finding.CodeChangedByHand, finding.Place{File: s.folder.Name + a}))
			continue
		}
		if os.Remove(s.path(a)) == nil {
			n++
		}
		for d := path.Dir(a); d != "."; d = path.Dir(d) {
			dirs[d] = true
		}
	}
	names := make([]string, 0, len(dirs))
	for d := range dirs {
		names = append(names, d)
	}
	slices.SortFunc(names, func(a, b string) int { return len(b) - len(a) }) // the deepest first
	for _, d := range names {
		os.Remove(s.path(d)) // fails where it is not empty, as it should
	}
	return n
}
