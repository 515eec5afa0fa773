package publish

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// recorded returns a folder, built and recorded, and its inputs' roots. The
// record's time lies later by the given seconds: late enough, and the bytes of
// the inputs are not looked at again.
func recorded(t testing.TB, later time.Duration) (Folder, []string) {
	t.Helper()
	f := newFolder(t)
	project := filepath.Dir(f.State)
	write(t, filepath.Join(project, "content", "programme.yaml"), "name: x")
	write(t, filepath.Join(project, "content", "en", "index.md"), "# Home")
	write(t, filepath.Join(project, "secret"), "secret")
	roots := []string{filepath.Join(project, "content"), filepath.Join(project, "templates"), filepath.Join(project, "secret")}
	snapshot := take(roots, time.Now().Add(later).UnixNano())
	mustBuild(t, f, pages{"index.html": "home", "en/index.html": "home"})
	must(t, Record(f, "key", snapshot, []byte("two\nlines\n")))
	return f, roots
}

func TestNothingChangedIsSeen(t *testing.T) {
	for _, later := range []time.Duration{0, time.Minute} {
		f, roots := recorded(t, later)
		if payload, ok := Fresh(f, "key", roots); !ok || string(payload) != "two\nlines\n" {
			t.Errorf("payload %q, %v", payload, ok)
		}
	}
}

func TestEveryChangeIsSeen(t *testing.T) {
	changes := map[string]func(t *testing.T, f Folder, content string){
		"an input's bytes":      func(t *testing.T, f Folder, c string) { rewrite(t, filepath.Join(c, "en", "index.md"), "# Hame") },
		"an input of one's own": func(t *testing.T, f Folder, c string) { rewrite(t, filepath.Join(c, "..", "secret"), "secreT") },
		"a new file":            func(t *testing.T, f Folder, c string) { write(t, filepath.Join(c, "en", "b.md"), "") },
		"a new empty folder":    func(t *testing.T, f Folder, c string) { must(t, os.Mkdir(filepath.Join(c, "sv"), 0o755)) },
		"a new root":            func(t *testing.T, f Folder, c string) { must(t, os.Mkdir(filepath.Join(c, "..", "templates"), 0o755)) },
		"a file gone":           func(t *testing.T, f Folder, c string) { must(t, os.Remove(filepath.Join(c, "en", "index.md"))) },
		"a folder gone":         func(t *testing.T, f Folder, c string) { must(t, os.RemoveAll(filepath.Join(c, "en"))) },
		"all gone":              func(t *testing.T, f Folder, c string) { must(t, os.RemoveAll(c)) },
		"a file renamed": func(t *testing.T, f Folder, c string) {
			must(t, os.Rename(filepath.Join(c, "en"), filepath.Join(c, "fi")))
		},
		"an output's bytes":      func(t *testing.T, f Folder, c string) { rewrite(t, filepath.Join(f.Path, "index.html"), "hand") },
		"an output gone":         func(t *testing.T, f Folder, c string) { must(t, os.Remove(filepath.Join(f.Path, "en", "index.html"))) },
		"the output gone":        func(t *testing.T, f Folder, c string) { must(t, os.RemoveAll(f.Path)) },
		"the manifest gone":      func(t *testing.T, f Folder, c string) { must(t, os.Remove(f.statePath("manifest"))) },
		"an interrupted build":   func(t *testing.T, f Folder, c string) { must(t, os.Mkdir(filepath.Join(f.Path, stagingName), 0o755)) },
		"another build's output": func(t *testing.T, f Folder, c string) { mustBuild(t, f, pages{"index.html": "home"}) },
	}
	if runtime.GOOS != "windows" {
		changes["an output folder that became a link"] = func(t *testing.T, f Folder, c string) {
			must(t, os.Rename(filepath.Join(f.Path, "en"), filepath.Join(c, "..", "en")))
			must(t, os.Symlink(filepath.Join(c, "..", "en"), filepath.Join(f.Path, "en")))
		}
		changes["a linked folder of inputs"] = func(t *testing.T, f Folder, c string) {
			must(t, os.Symlink(t.TempDir(), filepath.Join(c, "linked")))
		}
	}
	for name, change := range changes {
		for _, later := range []time.Duration{0, time.Minute} {
			t.Run(fmt.Sprint(name, " ", later), func(t *testing.T) {
				f, roots := recorded(t, later)
				change(t, f, roots[0])
				if _, ok := Fresh(f, "key", roots); ok {
					t.Error("was not seen")
				}
			})
		}
	}
}

// rewrite changes a file's bytes, not its size, until the disk's clock has
// noticed: a promise about younger changes has tests of its own.
func rewrite(t *testing.T, name, data string) {
	t.Helper()
	old, err := os.Stat(name)
	must(t, err)
	for {
		must(t, os.WriteFile(name, []byte(data), 0o644))
		now, err := os.Stat(name)
		must(t, err)
		if !now.ModTime().Equal(old.ModTime()) {
			return
		}
	}
}

// The clock of the disk need not have moved between two edits.
func TestQuickEditIsSeen(t *testing.T) {
	f, roots := recorded(t, 0)
	name := filepath.Join(roots[0], "en", "index.md")
	info, err := os.Stat(name)
	must(t, err)
	write(t, name, "# Hame")
	must(t, os.Chtimes(name, info.ModTime(), info.ModTime()))
	if _, ok := Fresh(f, "key", roots); ok {
		t.Error("an edit of the same size and time was not seen")
	}
}

// The same where the system tells nothing but size and time.
func TestBytesOfYoungFilesCount(t *testing.T) {
	now := time.Now()
	name := filepath.Join(t.TempDir(), "page.md")
	describe := func(data string, changed time.Time) string {
		write(t, name, data)
		l := look{since: now.UnixNano() - racy}
		return string(l.appendFile(nil, name, info{changed}))
	}
	young, old := now.Add(-time.Second), now.Add(-3*time.Second)
	if describe("one", young) == describe("two", young) {
		t.Error("the bytes of a young file do not count")
	}
	if describe("one", old) != describe("two", old) {
		t.Error("an old file was read")
	}
}

// info describes a file as some system would.
type info struct{ changed time.Time }

func (i info) Name() string       { return "page.md" }
func (i info) Size() int64        { return 3 }
func (i info) Mode() fs.FileMode  { return 0o644 }
func (i info) ModTime() time.Time { return i.changed }
func (i info) IsDir() bool        { return false }
func (i info) Sys() any           { return nil }

// Archives set a file's time to whatever they say.
func TestUnpackedFileIsSeen(t *testing.T) {
	if runtime.GOOS != "linux" && runtime.GOOS != "darwin" {
		t.Skip("the system does not tell when a file was changed last")
	}
	f, roots := recorded(t, time.Minute)
	name := filepath.Join(roots[0], "en", "index.md")
	info, err := os.Stat(name)
	must(t, err)
	rewrite(t, name, "# Hame")
	must(t, os.Chtimes(name, info.ModTime(), info.ModTime()))
	if _, ok := Fresh(f, "key", roots); ok {
		t.Error("an edit with the same size and time was not seen")
	}
}

func TestEditDuringTheBuildIsSeen(t *testing.T) {
	f, roots := recorded(t, 0)
	snapshot := Take(roots)
	rewrite(t, filepath.Join(roots[0], "en", "index.md"), "# Hame")
	mustBuild(t, f, pages{"index.html": "home", "en/index.html": "home"})
	must(t, Record(f, "key", snapshot, nil))
	if _, ok := Fresh(f, "key", roots); ok {
		t.Error("the edit was not seen")
	}
}

// The inputs are as they were recorded, but a build in between wrote others.
func TestRecordIsOfWhatIsPublished(t *testing.T) {
	f, roots := recorded(t, 0)
	extra := filepath.Join(roots[0], "en", "extra.md")
	write(t, extra, "# Extra")
	mustBuild(t, f, pages{"index.html": "home", "en/index.html": "home", "en/extra.html": "extra"}) // killed before Record
	must(t, os.Remove(extra))
	if _, ok := Fresh(f, "key", roots); ok {
		t.Error("the record of another build's output was believed")
	}
}

func TestOtherOptionsAreSeen(t *testing.T) {
	f, roots := recorded(t, 0)
	if _, ok := Fresh(f, "key\n", roots); ok {
		t.Error("another key")
	}
	if _, ok := Fresh(f, "key", roots[:1]); ok {
		t.Error("other roots")
	}
	other := f
	other.Path += "2"
	if _, ok := Fresh(other, "key", roots); ok {
		t.Error("another folder")
	}
	if _, ok := Fresh(f, "key", roots, other); ok {
		t.Error("a folder more")
	}
}

func TestSeveralFoldersAreLookedAt(t *testing.T) {
	f, roots := recorded(t, 0)
	private := f
	private.Path, private.Private, private.Name = filepath.Join(filepath.Dir(f.Path), "private"), true, "private/"
	record := func() {
		t.Helper()
		must(t, Record(f, "key", Take(roots), nil, private))
		if _, ok := Fresh(f, "key", roots, private); !ok {
			t.Error("nothing had changed")
		}
	}
	record() // nothing private yet
	mustBuild(t, private, pages{"links.csv": "a"})
	if _, ok := Fresh(f, "key", roots, private); ok {
		t.Error("a new private file was not seen")
	}
	record()
	if runtime.GOOS != "windows" {
		must(t, os.Chmod(filepath.Join(private.Path, "links.csv"), 0o644))
		if _, ok := Fresh(f, "key", roots, private); ok {
			t.Error("an open private file was not seen")
		}
	}
	must(t, os.Remove(filepath.Join(private.Path, "links.csv")))
	if _, ok := Fresh(f, "key", roots, private); ok {
		t.Error("a missing private file was not seen")
	}
}

func TestDoubtfulInputsAreNotRecorded(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege")
	}
	f, roots := recorded(t, 0)
	linked := filepath.Join(roots[0], "linked")
	must(t, os.Symlink(t.TempDir(), linked))
	must(t, Record(f, "key", Take(roots), nil))
	if _, err := os.Stat(f.statePath("build")); !os.IsNotExist(err) {
		t.Errorf("the record is still there: %v", err)
	}
	must(t, os.Remove(linked))
	if _, ok := Fresh(f, "key", roots); ok {
		t.Error("a build without a record is fresh")
	}
}

func TestDamagedRecordIsNotBelieved(t *testing.T) {
	f, roots := recorded(t, 0)
	whole, err := os.ReadFile(f.statePath("build"))
	must(t, err)
	for cut := range whole {
		must(t, os.WriteFile(f.statePath("build"), whole[:cut], 0o600))
		if _, ok := Fresh(f, "key", roots); ok {
			t.Fatalf("cut at %d of %d: fresh", cut, len(whole))
		}
	}
}

// Whatever stands in the state folder, it is understood or left aside.
func FuzzState(f *testing.F) {
	m := newManifest()
	maps.Copy(m.files, map[string]written{"a.html": {size: 1}, "b/c": {mtime: -1}})
	m.also["a.html"] = written{size: 2}
	m.folders["b"] = true
	f.Add(m.encode())
	f.Add([]byte("mentorbook build 2\n\"key\"\nsum\n1\n- \n0\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		parseRecord(data)
		entries, _ := parseEntries(append([]byte(manifestHeader+hexHash(data)+"\n"), data...))
		m := manifestOf(entries)
		entries, _ = parseEntries(m.encode())
		again := manifestOf(entries)
		if !maps.Equal(m.files, again.files) || !maps.Equal(m.folders, again.folders) {
			t.Fatalf("%v became %v", m, again)
		}
	})
}
