package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"mentorbook/generator/finding"
)

func TestBuildWritesEveryFile(t *testing.T) {
	f := newFolder(t)
	want := pages{"index.html": "home", "fi/index.html": "koti", "fi/goals/trust.html": "luottamus", "empty.txt": ""}
	if r := mustBuild(t, f, want); r != (Result{Written: 4}) {
		t.Errorf("result: %+v", r)
	}
	mustHold(t, f, want)
}

func TestUnchangedFilesAreNotWritten(t *testing.T) {
	f := newFolder(t)
	p := pages{"index.html": "home", "a/b.html": "one"}
	mustBuild(t, f, p)
	long := time.Now().Add(-time.Hour)
	must(t, os.Chtimes(f.Path, long, long))
	must(t, os.Chtimes(filepath.Join(f.Path, "a"), long, long))
	if r := mustBuild(t, f, p); r != (Result{Unchanged: 2}) {
		t.Errorf("result: %+v", r)
	}
	for _, dir := range []string{".", "a"} {
		info, err := os.Stat(filepath.Join(f.Path, dir))
		must(t, err)
		if !info.ModTime().Equal(long) {
			t.Errorf("the folder %s was written to", dir)
		}
	}
	p["a/b.html"] = "two"
	if r := mustBuild(t, f, p); r != (Result{Written: 1, Unchanged: 1}) {
		t.Errorf("result after one change: %+v", r)
	}
	mustHold(t, f, p)
}

func TestTouchedFilesAreNotWritten(t *testing.T) {
	f := newFolder(t)
	p := pages{"index.html": "home"}
	mustBuild(t, f, p)
	long := time.Now().Add(-time.Hour)
	must(t, os.Chtimes(filepath.Join(f.Path, "index.html"), long, long))
	for range 2 {
		if r := mustBuild(t, f, p); r != (Result{Unchanged: 1}) {
			t.Errorf("result: %+v", r)
		}
	}
	info, err := os.Stat(filepath.Join(f.Path, "index.html"))
	must(t, err)
	if !info.ModTime().Equal(long) {
		t.Error("a file with the same bytes was written again")
	}
}

func TestFilesEditedByHandAreWrittenAgain(t *testing.T) {
	f := newFolder(t)
	p := pages{"a.html": "made", "b.html": "also made"}
	mustBuild(t, f, p)
	write(t, filepath.Join(f.Path, "a.html"), "by hand")
	must(t, os.Remove(filepath.Join(f.Path, "b.html")))
	if r := mustBuild(t, f, p); r != (Result{Written: 2}) {
		t.Errorf("result: %+v", r)
	}
	mustHold(t, f, p)
}

func TestFilesThatNoPageMakesAreRemoved(t *testing.T) {
	f := newFolder(t)
	mustBuild(t, f, pages{"index.html": "home", "old/deep/a.html": "a", "old/b.html": "b", "kept/c.html": "c", "kept/d.html": "d"})
	write(t, filepath.Join(f.Path, "kept", "mine.txt"), "mine")
	if r := mustBuild(t, f, pages{"index.html": "home"}); r != (Result{Unchanged: 1, Removed: 4}) {
		t.Errorf("result: %+v", r)
	}
	mustHold(t, f, pages{"index.html": "home", "kept/mine.txt": "mine"})
}

func TestFoldersOfOthersStayThoughEmpty(t *testing.T) {
	f := newFolder(t)
	must(t, os.MkdirAll(filepath.Join(f.Path, "uploads"), 0o755))
	mustBuild(t, f, pages{"index.html": "home", "uploads/new/a.html": "a"})
	mustBuild(t, f, pages{"index.html": "home"})
	mustHold(t, f, pages{"index.html": "home", "uploads": "(folder)"})
}

func TestFileEditedByHandIsKeptWhenItsPageGoes(t *testing.T) {
	f := newFolder(t)
	mustBuild(t, f, pages{"index.html": "home", "a.html": "made"})
	write(t, filepath.Join(f.Path, "a.html"), "by hand")
	r, found := build(t, f, pages{"index.html": "home"})
	mustFind(t, found, "changed-by-hand public/a.html")
	if r.Removed != 0 {
		t.Errorf("result: %+v", r)
	}
	mustHold(t, f, pages{"index.html": "home", "a.html": "by hand"})

	// From then on it is its editor's.
	mustBuild(t, f, pages{"index.html": "home"})
	_, found = build(t, f, pages{"index.html": "home", "a.html": "made anew"})
	mustFind(t, found, "file-in-the-way public/a.html")
	mustHold(t, f, pages{"index.html": "home", "a.html": "by hand"})
}

func TestFilesOfOthersStopABuildThatWouldReplaceThem(t *testing.T) {
	f := newFolder(t)
	mine := pages{"index.html": "mine", "fi/a.html": "also mine", ".gitkeep": "", ".well-known/x": "x", "notes.txt": "notes"}
	for a, data := range mine {
		write(t, filepath.Join(f.Path, filepath.FromSlash(a)), data)
	}
	r, found := build(t, f, pages{"index.html": "home", "fi/a.html": "a", "fi/b.html": "b", "sv/b.html": "b"})
	mustFind(t, found, "file-in-the-way public/fi/a.html", "file-in-the-way public/index.html")
	if r != (Result{}) {
		t.Errorf("result: %+v", r)
	}
	mustHold(t, f, mine)

	// Beside them there is room.
	mustBuild(t, f, pages{"fi/b.html": "b"})
	mustBuild(t, f, pages{"sv/b.html": "b"})
	mine["sv/b.html"] = "b"
	mustHold(t, f, mine)
}

func TestLostManifestIsRebuiltFromEqualFiles(t *testing.T) {
	f := newFolder(t)
	old := pages{"index.html": "home", "a/b.html": "b", "a/c.html": "c"}
	mustBuild(t, f, old)
	must(t, os.RemoveAll(f.State))
	if r := mustBuild(t, f, old); r != (Result{Unchanged: 3}) {
		t.Errorf("result: %+v", r)
	}
	if r := mustBuild(t, f, pages{"index.html": "home"}); r != (Result{Unchanged: 1, Removed: 2}) {
		t.Errorf("adopted files were not known: %+v", r)
	}
	mustHold(t, f, pages{"index.html": "home"})
}

func TestWhatWasAdoptedIsRemembered(t *testing.T) {
	f := newFolder(t)
	p := pages{"index.html": "home"}
	mustBuild(t, f, p)
	must(t, os.RemoveAll(f.State))
	mustBuild(t, f, p)
	mustBuild(t, f, pages{"index.html": "changed"})
	mustHold(t, f, pages{"index.html": "changed"})
}

func TestDamagedManifestIsNotBelieved(t *testing.T) {
	f := newFolder(t)
	p := pages{"index.html": "home", "a/b.html": "b"}
	mustBuild(t, f, p)
	path := f.statePath("manifest")
	whole, err := os.ReadFile(path)
	must(t, err)
	for cut := range whole {
		must(t, os.WriteFile(path, whole[:cut], 0o600))
		m, err := readManifest(path)
		if err != nil || len(m.files) != 0 {
			t.Fatalf("cut at %d: %v, %v", cut, m, err)
		}
		if damaged := string(whole[:cut]) + "0" + string(whole[cut+1:]); damaged != string(whole) {
			must(t, os.WriteFile(path, []byte(damaged), 0o600))
			if m, err := readManifest(path); err != nil || len(m.files) != 0 {
				t.Fatalf("damaged at %d: %v, %v", cut, m, err)
			}
		}
	}
	if r := mustBuild(t, f, p); r != (Result{Unchanged: 2}) {
		t.Errorf("result: %+v", r)
	}
}

func TestManifestSurvivesAMoveOfTheProject(t *testing.T) {
	f := newFolder(t)
	mustBuild(t, f, pages{"index.html": "home"})
	project := filepath.Dir(f.State)
	moved := filepath.Join(t.TempDir(), "elsewhere")
	must(t, os.Rename(project, moved))
	f.Path, f.State = filepath.Join(moved, "public"), filepath.Join(moved, ".mentorbook")
	if r := mustBuild(t, f, pages{"index.html": "changed"}); r != (Result{Written: 1}) {
		t.Errorf("result: %+v", r)
	}
}

func TestManifestIsNotInTheOutputFolder(t *testing.T) {
	f := newFolder(t)
	mustBuild(t, f, pages{"p/unlisted.html": "sealed"})
	mustHold(t, f, pages{"p/unlisted.html": "sealed"})
	info, err := os.Stat(f.statePath("manifest"))
	must(t, err)
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("others can read the manifest: %v", info.Mode())
	}
}

func TestFileAndFolderMayChangePlaces(t *testing.T) {
	asFile := pages{"index.html": "home", "a": "a file", "b/x/deep.html": "deep", "b/y.html": "y"}
	asFolder := pages{"index.html": "home", "a/one.html": "one", "a/two.html": "two", "b": "a file"}
	f := newFolder(t)
	mustBuild(t, f, asFile)
	if r := mustBuild(t, f, asFolder); r != (Result{Written: 3, Unchanged: 1, Removed: 3}) {
		t.Errorf("result: %+v", r)
	}
	mustHold(t, f, asFolder)
	mustBuild(t, f, asFile)
	mustHold(t, f, asFile)
	mustBuild(t, f, pages{})
	mustHold(t, f, pages{})
}

func TestFolderOfOthersIsNotReplacedByAFile(t *testing.T) {
	f := newFolder(t)
	mustBuild(t, f, pages{"a/one.html": "one"})
	write(t, filepath.Join(f.Path, "a", "mine.txt"), "mine")
	must(t, os.Mkdir(filepath.Join(f.Path, "b"), 0o755))
	_, found := build(t, f, pages{"a": "file", "b": "file"})
	mustFind(t, found, "file-in-the-way public/a/mine.txt", "folder-in-the-way public/b")
	mustHold(t, f, pages{"a/one.html": "one", "a/mine.txt": "mine", "b": "(folder)"})
}

func TestFileOfOthersIsNotReplacedByAFolder(t *testing.T) {
	f := newFolder(t)
	mustBuild(t, f, pages{"ours": "made"})
	write(t, filepath.Join(f.Path, "ours"), "by hand")
	write(t, filepath.Join(f.Path, "mine"), "mine")
	_, found := build(t, f, pages{"ours/a.html": "a", "mine/a.html": "a", "mine/b.html": "b"})
	mustFind(t, found, "file-in-the-way public/mine", "file-in-the-way public/ours")
	mustHold(t, f, pages{"ours": "by hand", "mine": "mine"})
}

// On a disk that takes both names for one file this is harder than it looks.
func TestNameMayChangeItsCase(t *testing.T) {
	f := newFolder(t)
	mustBuild(t, f, pages{"About.html": "one", "Same.html": "same"})
	mustBuild(t, f, pages{"about.html": "two", "same.html": "same"})
	mustHold(t, f, pages{"about.html": "two", "same.html": "same"})
}

func TestFileOfOthersMayDifferInCaseOnly(t *testing.T) {
	f := newFolder(t)
	mustBuild(t, f, pages{"About.html": "ours"})
	write(t, filepath.Join(f.Path, "about.html"), "theirs")
	_, found := build(t, f, pages{"about.html": "new"})
	if len(found) != 1 || found[0].Code != finding.CodeFileInTheWay {
		t.Errorf("found %v", found)
	}
	if data, err := os.ReadFile(filepath.Join(f.Path, "about.html")); string(data) != "theirs" {
		t.Errorf("it holds %q, %v", data, err)
	}
}

// A second name of the file stands for a disk that ignores case: both go when
// one of them is removed.
func TestNameMayChangeItsCaseWhereCaseIsIgnored(t *testing.T) {
	f := newFolder(t)
	mustBuild(t, f, pages{"About.html": "one", "index.html": "home", "z.html": "z"})
	must(t, os.Link(filepath.Join(f.Path, "About.html"), filepath.Join(f.Path, "about.html")))
	s, err := put(t, f, pages{"about.html": "one", "index.html": "home", "z.html": "zz"}, func(step, name string) error {
		switch {
		case step == "remove" && name == "About.html":
			return os.Remove(filepath.Join(f.Path, "about.html"))
		case step == "rename" && name == "z.html": // by now about.html is in place
			return os.Link(filepath.Join(f.Path, "about.html"), filepath.Join(f.Path, "About.html"))
		}
		return nil
	})
	must(t, err)
	r, found, err := s.Commit()
	if err != nil || len(found) > 0 || r != (Result{Written: 2, Unchanged: 1, Removed: 1}) {
		t.Errorf("%+v, %v, %v", r, found, err)
	}
	mustHold(t, f, pages{"about.html": "one", "About.html": "one", "index.html": "home", "z.html": "zz"})
}

// There, staging two spellings of a folder makes one.
func TestFolderMayBeSpeltInTwoWaysWhereCaseIsIgnored(t *testing.T) {
	f := newFolder(t)
	p := pages{"A/x.html": "x", "a/y.html": "y"}
	s, err := put(t, f, p, func(step, name string) error {
		if step == "rename" && name == "A" {
			return os.Rename(filepath.Join(f.Path, stagingName, "a"), filepath.Join(f.Path, "a"))
		}
		return nil
	})
	must(t, err)
	if _, found, err := s.Commit(); err != nil || len(found) > 0 {
		t.Errorf("%v, %v", found, err)
	}
	mustHold(t, f, p)
}

func TestFileThatAppearedMeanwhileIsNotReplaced(t *testing.T) {
	f := newFolder(t)
	s, err := put(t, f, pages{"index.html": "home", "new/a.html": "a"}, nil)
	must(t, err)
	write(t, filepath.Join(f.Path, "index.html"), "mine")
	if _, _, err := s.Commit(); !errors.Is(err, fs.ErrExist) {
		t.Errorf("Commit: %v", err)
	}
	if got := read(t, f.Path); got["index.html"] != "mine" || staged(f) {
		t.Errorf("the folder holds %q", got)
	}
}

func TestLinksInsideTheFolderAreNotFollowed(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege")
	}
	f := newFolder(t)
	outside := t.TempDir()
	write(t, filepath.Join(outside, "a.html"), "outside")
	write(t, filepath.Join(outside, "gone.html"), "made")
	p := pages{"index.html": "home", "dir/a.html": "made", "file.html": "made", "old/gone.html": "made", "gone.html": "made"}
	mustBuild(t, f, p)
	link := func(target, name string) {
		must(t, os.RemoveAll(filepath.Join(f.Path, name)))
		must(t, os.Symlink(target, filepath.Join(f.Path, name)))
	}
	link(outside, "dir")
	link(filepath.Join(outside, "a.html"), "file.html")
	link("index.html", "inner.html")
	before := read(t, f.Path)
	_, found := build(t, f, pages{"index.html": "changed", "dir/a.html": "new", "file.html": "new", "inner.html": "new", "old/gone.html": "made", "gone.html": "made"})
	mustFind(t, found, "link-in-the-way public/dir", "link-in-the-way public/file.html", "link-in-the-way public/inner.html")
	mustHold(t, f, before)

	// What is to be removed is not looked for behind a link either.
	link(outside, "old")
	link(filepath.Join(outside, "gone.html"), "gone.html")
	for _, name := range []string{"dir", "file.html", "inner.html"} {
		must(t, os.Remove(filepath.Join(f.Path, name)))
	}
	build(t, f, pages{"index.html": "home"})
	mustHold(t, f, pages{"index.html": "home", "old": "-> " + outside, "gone.html": "-> " + filepath.Join(outside, "gone.html")})
	if got := read(t, outside); got["a.html"] != "outside" || got["gone.html"] != "made" {
		t.Errorf("what lies outside was changed: %q", got)
	}
}

func TestTheFolderItselfMayBeALink(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege")
	}
	f := newFolder(t)
	web := t.TempDir()
	must(t, os.Symlink(web, f.Path))
	mustBuild(t, f, pages{"a/index.html": "home"})
	mustBuild(t, f, pages{"a/index.html": "changed"})
	if got := read(t, web); got["a/index.html"] != "changed" {
		t.Errorf("the folder holds %q", got)
	}
}

func TestPrivateFolderIsForItsOwnerOnly(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no such modes")
	}
	f := newFolder(t)
	f.Private = true
	p := pages{"agreements/a.pdf": "a", "links.csv": "b"}
	must(t, os.Mkdir(f.Path, 0o755))
	mustBuild(t, f, p)
	mustBePrivate(t, f)
	must(t, os.Chmod(filepath.Join(f.Path, "links.csv"), 0o644))
	must(t, os.Chmod(f.Path, 0o755))
	mustBuild(t, f, p)
	mustBePrivate(t, f)
}

func mustBePrivate(t *testing.T, f Folder) {
	t.Helper()
	err := filepath.WalkDir(f.Path, func(name string, d fs.DirEntry, err error) error {
		must(t, err)
		info, err := d.Info()
		if info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", name, info.Mode())
		}
		return err
	})
	must(t, err)
}

func TestManyMayPutAtOnce(t *testing.T) {
	f := newFolder(t)
	want := pages{}
	for i := range 2000 {
		want[fmt.Sprintf("%d/%d/%d.html", i%7, i%31, i)] = fmt.Sprint("page ", i)
	}
	for round := range 3 {
		s, _, err := Open(f)
		must(t, err)
		var wg sync.WaitGroup
		for w := range 8 {
			wg.Go(func() {
				for a, data := range want {
					if len(a)%8 == w || len(a)%8 > 7 {
						if err := s.Put(a, []byte(strings.Repeat(data, round+1))); err != nil {
							t.Error(err)
						}
					}
				}
			})
		}
		wg.Wait()
		r, found, err := s.Commit()
		if err != nil || len(found) > 0 || r.Written != len(want) {
			t.Fatalf("round %d: %+v, %v, %v", round, r, found, err)
		}
	}
	for a := range want {
		want[a] = strings.Repeat(want[a], 3)
	}
	mustHold(t, f, want)
}

func TestOneAddressIsForOneFile(t *testing.T) {
	for _, pair := range [][2]string{
		{"a.html", "a.html"}, {"a.html", "A.HTML"}, {"dir/Ä.html", "dir/ä.html"}, {"ä.html", "a\u0308.html"},
		{"straße.html", "STRASSE.html"}, {"a", "a/b.html"}, {"a/b.html", "a"}, {"A/b.html", "a"}, {"a/b/c.html", "a/b"},
	} {
		s, _, err := Open(newFolder(t))
		must(t, err)
		if err := s.Put(pair[0], nil); err != nil {
			t.Errorf("%q: %v", pair[0], err)
		}
		if err := s.Put(pair[1], nil); err == nil {
			t.Errorf("%q and %q went into one folder", pair[0], pair[1])
		}
		must(t, s.Abort())
	}
}

func TestAbortLeavesThingsAsTheyWere(t *testing.T) {
	f := newFolder(t)
	p := pages{"index.html": "home"}
	mustBuild(t, f, p)
	s, err := put(t, f, pages{"index.html": "changed", "new/a.html": "a"}, nil)
	must(t, err)
	must(t, s.Abort())
	mustHold(t, f, p)
	if r := mustBuild(t, f, p); r != (Result{Unchanged: 1}) {
		t.Errorf("result: %+v", r)
	}
}
