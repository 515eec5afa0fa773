package publish

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Two sites between which everything happens that can happen to a file.
var (
	before = pages{
		"index.html": "home", "same.html": "the same", "shorter.html": "a long text", "gone.html": "goes",
		"dir/a.html": "a", "dir/b.html": "b", "gone/x/deep.html": "goes", "gone/y.html": "goes",
		"becomes-folder": "a file", "becomes-file/a.html": "a", "becomes-file/b/c.html": "c", "Case.html": "case",
	}
	after = pages{
		"index.html": "HOME", "same.html": "the same", "shorter.html": "text", "new.html": "comes",
		"dir/a.html": "A", "dir/b.html": "b", "dir/new/d.html": "comes", "new/x/deep.html": "comes", "new/y.html": "comes",
		"becomes-folder/a.html": "a", "becomes-folder/b.html": "b", "becomes-file": "a file", "case.html": "case",
	}
)

const othersFile = "dir/notes.txt"

// twoSites returns a folder that holds the first site, and a file of
// somebody else's.
func twoSites(t testing.TB) Folder {
	f := newFolder(t)
	mustBuild(t, f, before)
	write(t, filepath.Join(f.Path, filepath.FromSlash(othersFile)), "notes")
	return f
}

func withOthers(p pages) pages {
	p = maps.Clone(p)
	p[othersFile] = "notes"
	return p
}

type killed struct{}

// buildKilled builds and stops dead before the step of that number, counted
// from 0. It returns the steps that were taken, and whether it was stopped.
func buildKilled(t testing.TB, f Folder, p pages, at int) (steps []string, dead bool) {
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(killed); !ok {
				panic(r)
			}
			dead = true
		}
	}()
	s, err := put(t, f, p, func(step, name string) error {
		if len(steps) == at {
			panic(killed{})
		}
		steps = append(steps, step+" "+name)
		return nil
	})
	must(t, err)
	_, found, err := s.Commit()
	if err != nil || len(found) > 0 {
		t.Fatalf("Commit: %v, %v", found, err)
	}
	return steps, false
}

func TestKilledBuildLeavesEveryFileWhole(t *testing.T) {
	touched := false
	for at := 0; ; at++ {
		f := twoSites(t)
		steps, dead := buildKilled(t, f, after, at)
		if !dead {
			mustHold(t, f, withOthers(after))
			if at < 30 || !touched {
				t.Errorf("only %d steps: %q", at, steps)
			}
			return
		}
		last := ""
		if at > 0 {
			last = steps[at-1]
		}
		touched = touched || strings.HasPrefix(last, "rename ") || strings.HasPrefix(last, "remove ")
		got := read(t, f.Path)
		if !touched && !maps.Equal(got, withOthers(before)) {
			t.Errorf("killed after step %d, %s: the folder changed: %q", at, last, got)
		}
		mustBeWhole(t, got, fmt.Sprint("killed after step ", at, ", ", last))
		thenCompletes(t, f, at)
	}
}

// mustBeWhole checks that every file is one of the two sites'.
func mustBeWhole(t *testing.T, got pages, when string) {
	t.Helper()
	for a, data := range got {
		if data != withOthers(before)[a] && data != withOthers(after)[a] && data != "(folder)" {
			t.Errorf("%s: %s holds %q", when, a, data)
		}
	}
	for a, data := range before {
		if after[a] != "" && got[a] == "" {
			t.Errorf("%s: %s (%q) is missing", when, a, data)
		}
	}
}

// thenCompletes checks that after a build that was cut short any next one
// does its whole work: in turn the same, the one before, and none of it.
func thenCompletes(t *testing.T, f Folder, at int) {
	t.Helper()
	next := []pages{after, before, {}}[at%3]
	mustBuild(t, f, next)
	mustHold(t, f, withOthers(next))
	mustKnowOneVersion(t, f)
	if r := mustBuild(t, f, next); r.Unchanged != len(next) {
		t.Errorf("a build after it: %+v", r)
	}
	mustBuild(t, f, pages{})
	mustHold(t, f, pages{othersFile: "notes"})
}

func mustKnowOneVersion(t *testing.T, f Folder) {
	t.Helper()
	m, err := readManifest(f.statePath("manifest"))
	must(t, err)
	if len(m.also) > 0 {
		t.Errorf("the manifest still knows two versions of %v", m.also)
	}
}

func TestBuildKilledAtTheVeryEndIsCompleted(t *testing.T) {
	f := newFolder(t)
	mustBuild(t, f, pages{"a.html": "old"})
	p := pages{"a.html": "new"}
	steps, _ := buildKilled(t, f, p, -1)
	mustBuild(t, f, pages{"a.html": "old"})
	buildKilled(t, f, p, len(steps)-2)
	if r := mustBuild(t, f, p); r != (Result{Unchanged: 1}) {
		t.Errorf("result: %+v", r)
	}
	mustHold(t, f, p)
	mustKnowOneVersion(t, f)
}

func TestBuildsKilledOneAfterTheOtherHarmNothing(t *testing.T) {
	for first := 0; ; first += 3 {
		for second := 0; ; second += 5 {
			f := twoSites(t)
			if _, dead := buildKilled(t, f, after, first); !dead {
				return
			}
			sites := []pages{after, before}
			_, dead := buildKilled(t, f, sites[second%2], second)
			mustBeWhole(t, read(t, f.Path), fmt.Sprintf("killed after %d and %d", first, second))
			thenCompletes(t, f, first/3)
			if !dead {
				break
			}
		}
	}
}

func TestRefusalOfTheDiskLeavesEveryFileWhole(t *testing.T) {
	for at := 0; ; at++ {
		f := twoSites(t)
		n, refused, early := 0, "", true
		s, err := put(t, f, after, func(step, name string) error {
			if n++; n <= at {
				early = early && step != "rename" && step != "remove"
				return nil
			}
			refused = step + " " + name
			return &os.PathError{Op: step, Path: name, Err: syscall.ENOSPC} // and at every step from then on
		})
		if err == nil {
			_, _, err = s.Commit()
		} else {
			must(t, s.Abort())
		}
		if refused == "" {
			must(t, err)
			return
		}
		when := fmt.Sprint("refused at step ", at, ", ", refused)
		if !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), "ing ") {
			t.Errorf("%s: the error is %v", when, err)
		}
		if left, _ := filepath.Glob(filepath.Join(f.State, "*.new")); len(left) > 0 {
			t.Errorf("%s: %q was left behind", when, left)
		}
		got := read(t, f.Path)
		if early && !maps.Equal(got, withOthers(before)) {
			t.Errorf("%s: the folder changed: %q", when, got)
		}
		if staged(f) {
			t.Errorf("%s: the staging folder was left behind", when)
		}
		mustBeWhole(t, got, when)
		thenCompletes(t, f, at)
	}
}

// A killed build left one of two versions, and the disk's clock had not moved
// between them: the bytes decide.
func TestVersionsOfOneTimeAreToldApart(t *testing.T) {
	for _, there := range []string{"old", "new"} {
		f := newFolder(t)
		mustBuild(t, f, pages{"a.html": there})
		m, err := readManifest(f.statePath("manifest"))
		must(t, err)
		w := m.files["a.html"]
		w.hash = hashOf([]byte("new"))
		m.files["a.html"] = w
		w.hash = hashOf([]byte("old"))
		m.also["a.html"] = w
		for _, next := range []string{"old", "new"} {
			write(t, filepath.Join(f.Path, "a.html"), there)
			must(t, os.Chtimes(filepath.Join(f.Path, "a.html"), time.Time{}, time.Unix(0, w.mtime)))
			must(t, new(disk).replace(f.statePath("manifest"), m.encode()))
			mustBuild(t, f, pages{"a.html": next})
			mustHold(t, f, pages{"a.html": next})
		}
	}
}

// What is new is in place before what leads to it.
func TestNewFilesComeFirstAndRemovalsLast(t *testing.T) {
	f := newFolder(t)
	mustBuild(t, f, pages{"index.html": "style.1", "assets/style.1": "1", "z.html": "style.1"})
	steps, _ := buildKilled(t, f, pages{"index.html": "style.2", "assets/style.2": "2", "z.html": "style.2", "zz/a.html": "a", "zz/b.html": "b"}, -1)
	steps = slices.DeleteFunc(steps, func(s string) bool {
		return !strings.HasPrefix(s, "rename ") && !strings.HasPrefix(s, "remove ")
	})
	want := []string{"rename assets/style.2", "rename zz", "rename index.html", "rename z.html", "remove assets/style.1", "remove assets"}
	if !slices.Equal(steps, want) {
		t.Errorf("steps %q, want %q", steps, want)
	}
}

// TestHelperBuild is no test of its own: it is the process that others kill.
func TestHelperBuild(t *testing.T) {
	at, err := strconv.Atoi(os.Getenv("MENTORBOOK_KILL_AT"))
	if err != nil {
		t.SkipNow()
	}
	project := os.Getenv("MENTORBOOK_KILL_IN")
	f := Folder{Path: filepath.Join(project, "public"), State: filepath.Join(project, ".mentorbook"), Name: "public/"}
	if _, err := Acquire(context.Background(), f.State, 0, nil); err != nil {
		t.Fatal(err)
	}
	n := 0
	s, err := put(t, f, after, func(step, name string) error {
		if n == at {
			self, _ := os.FindProcess(os.Getpid())
			self.Kill()
			select {} // until it is dead
		}
		n++
		return nil
	})
	must(t, err)
	if _, _, err := s.Commit(); err != nil {
		t.Fatal(err)
	}
}

func TestProcessMayBeKilled(t *testing.T) {
	for at := 0; ; at += 7 {
		f := twoSites(t)
		cmd := exec.Command(os.Args[0], "-test.run=^TestHelperBuild$")
		cmd.Env = append(os.Environ(), "MENTORBOOK_KILL_AT="+strconv.Itoa(at), "MENTORBOOK_KILL_IN="+filepath.Dir(f.State))
		out, err := cmd.CombinedOutput()
		if err == nil {
			if at < 28 {
				t.Errorf("only %d steps", at)
			}
			mustHold(t, f, withOthers(after))
			return
		}
		if len(out) > 0 {
			t.Fatalf("it was not killed: %s", out)
		}
		l, err := Acquire(t.Context(), f.State, 0, func() { t.Error("the dead process still has the lock") })
		must(t, err)
		must(t, l.Release())
		mustBeWhole(t, read(t, f.Path), fmt.Sprint("killed after ", at))
		thenCompletes(t, f, at)
	}
}
