package publish

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"

	"mentorbook/generator/finding"
)

// place is what stands at an address in the output folder.
type place uint8

const (
	nothing place = iota
	aFolder
	aFile   // one that the manifest knows; in a folder's place it gives way
	foreign // what is not ours, or a link: it was reported and nothing is written
)

// claim takes an address for one file and returns what is in place of the
// folder that it lies in.
func (s *Stage) claim(address string) (place, error) {
	key := fold(address)
	s.mu.Lock()
	defer s.mu.Unlock()
	if other, ok := s.taken[key]; ok {
		return foreign, fmt.Errorf("publish: two files, or a file and a folder, at one address: %q and %q", cmp.Or(other, key), address)
	}
	s.taken[key] = address
	return s.claimFolder(path.Dir(address))
}

// claimFolder takes a folder for the files in it, and returns what is in its
// place: looked up once, without following links.
func (s *Stage) claimFolder(dir string) (place, error) {
	if in, ok := s.folders[dir]; ok {
		return in, nil
	}
	key := fold(dir)
	if other := s.taken[key]; other != "" {
		return foreign, fmt.Errorf("publish: a file and a folder at one address: %q and %q", other, dir)
	}
	s.taken[key] = ""
	in, err := s.claimFolder(path.Dir(dir))
	if err != nil {
		return in, err
	}
	if in == aFolder {
		in, err = s.lookAtFolder(dir)
	} else if in != foreign {
		in = nothing
	}
	s.folders[dir] = in
	if s.old.folders[dir] || in == nothing {
		s.next.folders[dir] = true
	}
	return in, err
}

func (s *Stage) lookAtFolder(dir string) (place, error) {
	info, err := s.disk.lstat(dir)
	switch {
	case absent(err):
		return nothing, nil
	case err != nil:
		return foreign, failed("looking at "+s.folder.Name+dir, err)
	case info.IsDir():
		return aFolder, nil
	}
	if _, ours := s.old.files[dir]; ours {
		s.blocking[dir] = aFile
		return nothing, nil
	}
	s.findings = append(s.findings, s.wayFinding(dir, info))
	return foreign, nil
}

// block remembers something that may be ours and has to give way. Whether it
// does is known when every file has been put.
func (s *Stage) block(address string, what place) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.blocking[address] = what
}

func (s *Stage) inTheWay(address string, info fs.FileInfo) { s.report(s.wayFinding(address, info)) }

func (s *Stage) wayFinding(address string, info fs.FileInfo) finding.Finding {
	code := finding.CodeFileInTheWay
	switch {
	case info.IsDir():
		code = finding.CodeFolderInTheWay
	case info.Mode()&fs.ModeSymlink != 0:
		code = finding.CodeLinkInTheWay
	}
	return finding.New(code, finding.Place{File: s.folder.Name + address})
}

func (s *Stage) report(f finding.Finding) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.findings = append(s.findings, f)
}

// variants returns the addresses of the manifest by what a disk that ignores
// case would call them.
func (m *manifest) variants() map[string]string {
	folded := make(map[string]string, len(m.files))
	for a := range m.files {
		folded[fold(a)] = a
	}
	return folded
}

// variant returns the address under which we wrote a file before, on a disk
// that takes both for one: in other case, or with letters composed otherwise.
func (s *Stage) variant(address string, info fs.FileInfo) (string, bool) {
	old, ok := s.variants()[fold(address)]
	if !ok || old == address {
		return "", false
	}
	other, err := s.disk.lstat(old)
	return old, err == nil && os.SameFile(info, other)
}

// way looks at everything that stands in the way and may be ours, and returns
// what to remove first, folders after what they hold. What is not ours, or
// was changed by hand, becomes a finding.
func (s *Stage) way() (clear []string, err error) {
	for _, address := range slices.Sorted(maps.Keys(s.blocking)) {
		if s.blocking[address] == aFile {
			if s.leaves(address) {
				clear = append(clear, address)
			}
			continue
		}
		err := fs.WalkDir(s.disk.root.FS(), address, func(name string, d fs.DirEntry, err error) error {
			if err == nil && (!d.IsDir() && s.leaves(name) || d.IsDir() && s.leavesFolder(name)) {
				clear = append(clear, name)
			}
			return err
		})
		if err != nil {
			return nil, failed("looking at "+s.folder.Name+address, err)
		}
	}
	slices.SortFunc(clear, func(a, b string) int { return cmp.Compare(b, a) })
	return slices.Compact(clear), nil
}

// leaves reports whether a file is ours and unchanged. That this build does
// not make it we know: another has its place.
func (s *Stage) leaves(address string) bool {
	info, err := s.disk.lstat(address)
	if err != nil {
		return false
	}
	if _, _, intact := s.old.known(address, info); intact {
		return true
	}
	s.inTheWay(address, info)
	return false
}

func (s *Stage) leavesFolder(dir string) bool {
	if s.old.folders[dir] {
		return true
	}
	s.report(finding.New(finding.CodeFolderInTheWay, finding.Place{File: s.folder.Name + dir}))
	return false
}
