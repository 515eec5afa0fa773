package generator

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// warmSite is a copy of a handbook and a warm cache over it.
type warmSite struct {
	*testing.T
	o    Options
	warm *Warm
}

func newWarmSite(t *testing.T, from string) *warmSite {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	s := &warmSite{t, optionsFor(t, dir), NewWarm()}
	t.Cleanup(s.warm.Close)
	return s
}

func (s *warmSite) path(rel string) string {
	return filepath.Join(s.o.Content, filepath.FromSlash(rel))
}

func (s *warmSite) prepare() Prepared {
	s.Helper()
	p, err := Prepare(context.Background(), s.o, s.warm)
	if err != nil {
		s.Fatal(err)
	}
	return p
}

func TestAPageAloneHasTheBytesOfTheWholeBuild(t *testing.T) {
	t.Parallel()
	s := newWarmSite(t, "testdata/good")
	p := s.prepare()
	if _, err := Build(context.Background(), s.o); err != nil {
		t.Fatal(err)
	}
	built := files(t, s.o.Out)
	for address, want := range built {
		got, fs, err := p.Plan.File(address)
		if err != nil || len(fs) > 0 || string(got) != string(want) {
			t.Errorf("%s alone: %v %v\n%s", address, fs, err, firstDifference(want, got))
		}
	}
	for _, address := range []string{"", "nowhere.html", "goals/", "../content/programme.yaml", "assets/"} {
		if got, fs, err := p.Plan.File(address); got != nil || fs != nil || err != nil {
			t.Errorf("%q: %d bytes, %v, %v", address, len(got), fs, err)
		}
	}
}

func TestAWarmRunReadsOnlyWhatWasForgotten(t *testing.T) {
	t.Parallel()
	s := newWarmSite(t, "testdata/good")
	before := s.prepare()
	page := before.Book.Default().Home
	data, err := os.ReadFile(s.path(page.File[len("content/"):]))
	if err != nil {
		t.Fatal(err)
	}
	write(t, s.path(page.File[len("content/"):]), append(data, "\nA sentence more.\n"...))
	hash := page.Hash
	if p := s.prepare(); p.Book.Default().Home.Hash != hash {
		t.Error("a page was read again that nobody said to forget")
	}
	s.warm.Forget(page.File[len("content/"):])
	if p := s.prepare(); p.Book.Default().Home.Hash == hash {
		t.Error("a page that was to be forgotten was not read again")
	}
}
