package publish

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"
	"sync"

	"mentorbook/generator/finding"
)

// Stage is an output folder being written. Put may be called from several
// goroutines; Commit or Abort ends it.
type Stage struct {
	folder Folder
	disk   disk
	old    *manifest // what was ours when we began

	mu       sync.Mutex
	taken    map[string]string // folded address → the address of a file, or "" for a folder
	folders  map[string]place  // every folder that a file of ours lies in
	staged   map[string]bool   // folders of the staging folder that exist
	next     *manifest         // what will be ours
	changes  []change          // files in the staging folder
	blocking map[string]place  // what of ours stands in the way, by its address
	same     int
	adopted  bool // the manifest has to change though no file does
	findings []finding.Finding

	variants func() map[string]string // folded address → address, of the old manifest
}

// change is a file that waits in the staging folder.
type change struct {
	address string
	new     bool // nothing is in its place yet
}

// Open begins to write a folder. Findings are reasons why it must not be
// written; then the Stage is nil.
func Open(f Folder) (*Stage, []finding.Finding, error) { return open(f, nil) }

func open(f Folder, before func(step, name string) error) (*Stage, []finding.Finding, error) {
	old, err := readManifest(f.statePath("manifest"))
	if err != nil {
		return nil, nil, err
	}
	if fs := f.refuse(old); len(fs) > 0 {
		return nil, fs, nil
	}
	dir, _ := f.modes()
	if err := os.MkdirAll(f.Path, dir); err != nil {
		return nil, nil, failed("making the folder "+f.Path, err)
	}
	root, err := os.OpenRoot(f.Path)
	if err != nil {
		return nil, nil, failed("opening the folder "+f.Path, err)
	}
	if f.Private {
		if err := outOfGit(root); err != nil {
			root.Close()
			return nil, nil, failed("keeping the folder "+f.Path+" out of git", err)
		}
	}
	if err := f.tidy(root); err != nil {
		root.Close()
		return nil, nil, err
	}
	return &Stage{
		folder: f, disk: disk{root: root, before: before}, old: old, next: newManifest(),
		taken: map[string]string{}, folders: map[string]place{".": aFolder}, staged: map[string]bool{},
		blocking: map[string]place{}, variants: sync.OnceValue(old.variants),
	}, nil, nil
}

// outOfGit writes the file that keeps git from taking up a folder.
func outOfGit(root *os.Root) error {
	f, err := root.OpenFile(".gitignore", os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	_, err = f.WriteString("# Personal data: Mentorbook keeps this folder out of git.\n*\n")
	return errors.Join(err, f.Close())
}

// tidy removes what an interrupted build left, and closes a private folder to
// others.
func (f Folder) tidy(root *os.Root) error {
	if err := root.RemoveAll(stagingName); err != nil {
		return failed("removing what an interrupted build left in "+f.Path, err)
	}
	info, err := root.Stat(".")
	if err == nil && f.exposed(info) {
		err = root.Chmod(".", 0o700)
	}
	if err != nil {
		return failed("keeping the folder "+f.Path+" private", err)
	}
	return nil
}

// Put gives a file its bytes. It is written to the staging folder unless the
// output folder holds the same already. An address that is used twice, or
// that leaves the folder, is an error; one that not every system can have is
// a finding of Commit's, as is whatever stands in the way.
func (s *Stage) Put(address string, data []byte) error {
	unusable, err := checkAddress(address)
	if err != nil {
		return err
	}
	if unusable != nil {
		s.report(s.folder.unusable(address, unusable))
		return nil
	}
	in, err := s.claim(address)
	if err != nil || in == foreign {
		return err
	}
	w := written{size: int64(len(data)), hash: hashOf(data)}
	if in != aFolder {
		return s.write(change{address, true}, data, w)
	}
	info, err := s.disk.lstat(address)
	switch {
	case absent(err):
		return s.write(change{address, true}, data, w)
	case err != nil:
		return failed("looking at "+s.folder.Name+address, err)
	case info.IsDir():
		s.block(address, aFolder)
		return s.write(change{address, true}, data, w)
	case !info.Mode().IsRegular():
		s.inTheWay(address, info)
		return nil
	}
	return s.replace(address, info, data, w)
}

// Keep leaves a file of ours as it is and reports whether it could: it is
// still there as it was written. Otherwise the caller makes it anew and puts it.
func (s *Stage) Keep(address string) (bool, error) {
	if _, err := checkAddress(address); err != nil {
		return false, err
	}
	info, err := s.disk.lstat(address)
	if absent(err) {
		return false, nil
	}
	if err != nil {
		return false, failed("looking at "+s.folder.Name+address, err)
	}
	w, _, intact := s.old.known(address, info)
	if !intact || !s.reached(path.Dir(address)) {
		return false, nil
	}
	if in, err := s.claim(address); err != nil || in != aFolder {
		return false, err
	}
	return true, s.keep(address, info, w, false)
}

// replace writes a file where one is already, unless that holds the same.
func (s *Stage) replace(address string, info fs.FileInfo, data []byte, w written) error {
	before, ours, intact := s.old.known(address, info)
	if intact && before.hash == w.hash {
		return s.keep(address, info, before, false)
	}
	if !ours {
		if variant, ok := s.variant(address, info); ok {
			s.block(variant, aFile)
			return s.write(change{address, true}, data, w)
		}
	}
	// Whoever touched the file, or copied the folder, need not have changed it.
	if !intact && info.Size() == w.size {
		found, err := s.disk.read(address)
		if err != nil {
			return failed("reading "+s.folder.Name+address, err)
		}
		if bytes.Equal(found, data) {
			w.mtime = info.ModTime().UnixNano()
			return s.keep(address, info, w, true)
		}
	}
	if !ours {
		s.inTheWay(address, info)
		return nil
	}
	if intact {
		s.mu.Lock()
		s.next.also[address] = before
		s.mu.Unlock()
	}
	return s.write(change{address, false}, data, w)
}

// keep leaves a file as it is. adopted says that the manifest did not know it
// so.
func (s *Stage) keep(address string, info fs.FileInfo, w written, adopted bool) error {
	if s.folder.exposed(info) {
		if err := s.disk.root.Chmod(address, 0o600); err != nil {
			return failed("keeping "+s.folder.Name+address+" private", err)
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.next.files[address] = w
	s.same++
	if adopted {
		s.adopted = true
		for dir := path.Dir(address); dir != "."; dir = path.Dir(dir) {
			s.next.folders[dir] = true
		}
	}
	return nil
}

// write puts a file into the staging folder.
func (s *Stage) write(c change, data []byte, w written) error {
	if err := s.stageFolder(path.Dir(c.address)); err != nil {
		return err
	}
	_, mode := s.folder.modes()
	info, err := s.disk.write(stagingName+"/"+c.address, data, mode)
	if err != nil {
		return failed("writing "+s.folder.Name+c.address, err)
	}
	w.mtime = info.ModTime().UnixNano()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.next.files[c.address] = w
	s.changes = append(s.changes, c)
	return nil
}

// stageFolder makes a folder of the staging folder, which itself is there
// only when there is something to write, and is closed to others: what it
// holds is not published yet.
func (s *Stage) stageFolder(dir string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.staged[dir] {
		return nil
	}
	if len(s.staged) == 0 {
		if err := s.disk.mkdir(stagingName, 0o700); err != nil {
			return failed("writing into the folder "+s.folder.Path, err)
		}
		s.staged["."] = true
	}
	if dir == "." {
		return nil
	}
	mode, _ := s.folder.modes()
	if err := s.disk.mkdir(stagingName+"/"+dir, mode); err != nil {
		return failed("making the folder "+s.folder.Name+dir, err)
	}
	for ; dir != "."; dir = path.Dir(dir) {
		s.staged[dir] = true
	}
	return nil
}

// Abort gives up: what was published stays as it was. A nil Stage has nothing
// to give up.
func (s *Stage) Abort() error {
	if s == nil {
		return nil
	}
	s.disk.folders.close()
	err := s.disk.root.RemoveAll(stagingName)
	s.disk.root.Close()
	if err != nil {
		return failed("removing the staging folder from "+s.folder.Path, err)
	}
	return nil
}
