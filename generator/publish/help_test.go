package publish

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"mentorbook/generator/finding"
)

// pages is what a folder holds: address → bytes; a link is "-> target" and an
// empty folder "(folder)".
type pages map[string]string

// newFolder returns an output folder within a project of its own.
func newFolder(t testing.TB) Folder {
	t.Helper()
	project := t.TempDir()
	return Folder{Path: filepath.Join(project, "public"), State: filepath.Join(project, ".mentorbook"), Name: "public/"}
}

// put opens a folder and puts pages into it.
func put(t testing.TB, f Folder, p pages, before func(step, name string) error) (*Stage, error) {
	t.Helper()
	s, found, err := open(f, before)
	if err != nil || len(found) > 0 {
		t.Fatalf("Open: %v, %v", found, err)
	}
	for _, a := range slices.Sorted(maps.Keys(p)) {
		if err := s.Put(a, []byte(p[a])); err != nil {
			return s, err
		}
	}
	return s, nil
}

// build puts pages into a folder and commits.
func build(t testing.TB, f Folder, p pages) (Result, []finding.Finding) {
	t.Helper()
	s, err := put(t, f, p, nil)
	if err != nil {
		t.Fatalf("Put: %v", err)
	}
	r, found, err := s.Commit()
	if err != nil {
		t.Fatalf("Commit: %v", err)
	}
	return r, found
}

// mustBuild builds and allows no finding.
func mustBuild(t testing.TB, f Folder, p pages) Result {
	t.Helper()
	r, found := build(t, f, p)
	if len(found) > 0 {
		t.Fatalf("findings: %v", found)
	}
	return r
}

// read returns what a folder holds, the staging folder and folders with
// something in them aside.
func read(t testing.TB, dir string) pages {
	t.Helper()
	p := pages{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == dir {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		rel = filepath.ToSlash(rel)
		switch {
		case rel == stagingName:
			return fs.SkipDir
		case d.IsDir():
			if entries, _ := os.ReadDir(name); len(entries) == 0 {
				p[rel] = "(folder)"
			}
		case d.Type()&fs.ModeSymlink != 0:
			target, _ := os.Readlink(name)
			p[rel] = "-> " + target
		default:
			data, err := os.ReadFile(name)
			p[rel] = string(data)
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func mustHold(t testing.TB, f Folder, want pages) {
	t.Helper()
	if got := read(t, f.Path); !maps.Equal(got, want) {
		t.Errorf("the folder holds %q\nwant %q", got, want)
	}
	if staged(f) {
		t.Error("the staging folder was left behind")
	}
}

func staged(f Folder) bool {
	_, err := os.Lstat(filepath.Join(f.Path, stagingName))
	return err == nil
}

// write makes a file of somebody else's.
func write(t testing.TB, name, data string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// codes returns the findings as "code place", in order.
func codes(found []finding.Finding) []string {
	var list []string
	for _, f := range found {
		list = append(list, string(f.Code)+" "+f.Place.File)
	}
	return list
}

func mustFind(t testing.TB, found []finding.Finding, want ...string) {
	t.Helper()
	if got := codes(found); !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}
