package publish

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"mentorbook/generator/finding"
)

// Commit puts everything in place and removes the files of ours that no
// longer are. Findings of severity Error mean that nothing was changed. After
// an error, files may be of this build or the last, each of them whole. A nil
// Stage has nothing to commit.
func (s *Stage) Commit() (Result, []finding.Finding, error) {
	if s == nil {
		return Result{}, nil, nil
	}
	clear, err := s.way()
	if err != nil || finding.Count(s.findings, finding.Error) > 0 {
		return Result{}, finding.Sort(s.findings), errors.Join(err, s.Abort())
	}
	r := Result{Written: len(s.changes), Unchanged: s.same}
	r.Removed, err = s.commit(clear)
	if err != nil {
		r = Result{}
	}
	return r, finding.Sort(s.findings), errors.Join(err, s.Abort())
}

// commit changes the output folder, in an order that a killed build can't
// harm: first the manifest knows the old and the new; what is new comes
// before what leads to it; removals come last.
func (s *Stage) commit(clear []string) (removed int, err error) {
	gone := s.gone()
	if len(s.changes)+len(gone)+len(s.old.also) == 0 && !s.adopted && maps.Equal(s.next.folders, s.old.folders) {
		return 0, nil
	}
	gone = slices.DeleteFunc(gone, func(a string) bool { return slices.Contains(clear, a) })
	path := s.folder.statePath("manifest")
	if err := s.disk.replace(path, s.both().encode()); err != nil {
		return 0, err
	}
	early, err := s.clear(clear)
	if err != nil {
		return early, err
	}
	if err := s.move(); err != nil {
		return early, err
	}
	late, err := s.remove(gone)
	if err != nil {
		return early + late, err
	}
	s.next.also = nil // every new version is in its place
	return early + late, s.disk.replace(path, s.next.encode())
}

// both is the manifest while files are being put in place: the old and the
// new, and two versions of what is replaced.
func (s *Stage) both() *manifest {
	m := &manifest{files: maps.Clone(s.old.files), also: maps.Clone(s.old.also), folders: maps.Clone(s.old.folders)}
	for a, w := range s.next.files {
		m.files[a] = w
		delete(m.also, a)
	}
	maps.Copy(m.also, s.next.also)
	maps.Copy(m.folders, s.next.folders)
	return m
}

// gone lists the files of the manifest that this build did not make.
func (s *Stage) gone() []string {
	var gone []string
	for a := range s.old.files {
		if _, ok := s.next.files[a]; !ok {
			gone = append(gone, a)
		}
	}
	slices.Sort(gone)
	return gone
}

// clear removes what stands in the way.
func (s *Stage) clear(names []string) (removed int, err error) {
	for _, name := range names {
		if err := s.disk.remove(name); err != nil {
			return removed, failed("removing "+s.folder.Name+name, err)
		}
		if _, ok := s.old.files[name]; ok {
			removed++
		}
	}
	return removed, nil
}

// move renames the staged files into the output folder: whole folders and
// files that are new first, so that nothing in place ever misses what it
// needs, then those that replace others.
func (s *Stage) move() error {
	slices.SortFunc(s.changes, func(a, b change) int { return cmp.Compare(a.address, b.address) })
	moved := ""
	for _, c := range s.changes {
		if !c.new || moved != "" && strings.HasPrefix(c.address, moved+"/") {
			continue
		}
		name := s.newest(c.address)
		if name != c.address {
			moved = name
		}
		if err := s.putNew(name); err != nil {
			return err
		}
	}
	for _, c := range s.changes {
		if !c.new {
			if err := s.putInPlace(c.address); err != nil {
				return err
			}
		}
	}
	return nil
}

// putNew puts a file or a folder where nothing was when it was staged.
func (s *Stage) putNew(name string) error {
	_, err := s.disk.lstat(name)
	if absent(err) {
		return s.putInPlace(name)
	}
	if _, gone := s.disk.lstat(stagingName + "/" + name); err == nil && absent(gone) {
		return nil // on a disk that ignores case it went with another spelling of its folder
	}
	return failed("putting "+s.folder.Name+name+" in its place", cmp.Or(err, fs.ErrExist))
}

func (s *Stage) putInPlace(name string) error {
	if err := s.disk.rename(stagingName+"/"+name, name); err != nil {
		return failed("putting "+s.folder.Name+name+" in its place", err)
	}
	return nil
}

// newest returns the outermost new folder that an address lies in, or the
// address.
func (s *Stage) newest(address string) string {
	for dir := path.Dir(address); s.folders[dir] == nothing; dir = path.Dir(dir) {
		address = dir
	}
	return address
}

// remove removes files of ours, but not one that somebody changed since, and
// the folders of ours that are empty then.
func (s *Stage) remove(gone []string) (removed int, err error) {
	var emptied []string
	for _, a := range gone {
		dir := path.Dir(a)
		if !s.reached(dir) { // nor is there anything of ours then
			emptied = append(emptied, path.Dir(dir))
			continue
		}
		emptied = append(emptied, dir)
		info, err := s.disk.lstat(a)
		if absent(err) {
			continue
		}
		if err != nil {
			return removed, failed("looking at "+s.folder.Name+a, err)
		}
		if _, _, intact := s.old.known(a, info); !intact {
			if !info.IsDir() {
				s.findings = append(s.findings, finding.New(finding.CodeChangedByHand, finding.Place{File: s.folder.Name + a}))
			}
			continue
		}
		if err := s.disk.remove(a); err != nil {
			return removed, failed("removing "+s.folder.Name+a, err)
		}
		removed++
	}
	s.removeFolders(emptied)
	return removed, nil
}

// reached reports whether a folder is one, and reached without a link.
func (s *Stage) reached(dir string) bool {
	if dir == "." {
		return true
	}
	info, err := s.disk.lstat(dir)
	return err == nil && info.IsDir() && s.reached(path.Dir(dir))
}

// removeFolders removes folders of ours that are empty, the deepest first.
// Who put something into one has it from now on.
func (s *Stage) removeFolders(emptied []string) {
	slices.Sort(emptied)
	for _, dir := range slices.Backward(slices.Compact(emptied)) {
		for ; dir != "." && s.old.folders[dir]; dir = path.Dir(dir) {
			if !s.reached(dir) { // a file may be in its place by now
				continue
			}
			if s.disk.remove(dir) != nil {
				break
			}
			delete(s.next.folders, dir)
		}
	}
}
