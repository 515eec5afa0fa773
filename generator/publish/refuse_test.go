package publish

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestFolderThatMustNotBeWrittenIsRefused(t *testing.T) {
	project := t.TempDir()
	at := func(name string) string { return filepath.Join(project, filepath.FromSlash(name)) }
	write(t, at("content/en/index.md"), "# Home")
	write(t, at("templates/page.html"), "")
	write(t, at("a-file"), "")
	for _, sign := range []string{".git/HEAD", "go.mod", "main.go", "programme.yaml", "content/x", "pairs.csv"} {
		write(t, at("work-"+filepath.Base(sign)+"/"+sign), "")
	}
	t.Setenv("HOME", at("home/anna"))
	must(t, os.MkdirAll(at("home/anna"), 0o755))
	for out, want := range map[string]string{
		"":                      "out-forbidden",
		"outer":                 "out-forbidden",
		"content":               "out-forbidden",
		"content/en":            "out-forbidden",
		"content/new/folder":    "out-forbidden",
		"templates":             "out-forbidden",
		"templates/assets":      "out-forbidden",
		".mentorbook":           "out-forbidden",
		".mentorbook/public":    "out-forbidden",
		"public/../content":     "out-forbidden",
		"home/anna":             "out-forbidden",
		"home":                  "out-forbidden",
		"a-file":                "out-not-folder",
		"work-HEAD":             "out-holds-project",
		"work-go.mod":           "out-holds-project",
		"work-main.go":          "out-holds-project",
		"work-programme.yaml":   "out-holds-project",
		"work-x":                "out-holds-project",
		"work-pairs.csv":        "out-holds-project",
		"public":                "",
		"contents":              "",
		"home/anna/public_html": "",
	} {
		f := Folder{Path: at(out), State: at(".mentorbook"), Name: "public/", Forbidden: []string{at("content"), at("templates"), at("outer/theme")}}
		mustRefuse(t, f, want)
	}
	mustRefuse(t, Folder{Path: filepath.VolumeName(project) + string(filepath.Separator), State: at(".mentorbook"), Name: "public/"}, "out-forbidden")
	if got := read(t, at("content")); len(got) != 1 {
		t.Errorf("the content folder holds %q", got)
	}
}

func mustRefuse(t *testing.T, f Folder, want string) {
	t.Helper()
	s, found, err := Open(f)
	if err != nil {
		t.Fatalf("%s: %v", f.Path, err)
	}
	if want != "" {
		if len(found) != 1 || string(found[0].Code) != want || s != nil {
			t.Errorf("%s: found %v, want %s", f.Path, found, want)
		}
		return
	}
	if len(found) > 0 {
		t.Errorf("%s: found %v", f.Path, found)
		return
	}
	must(t, s.Abort())
}

func TestLinkToAForbiddenFolderIsRefused(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege")
	}
	f := newFolder(t)
	content := filepath.Join(filepath.Dir(f.State), "content")
	must(t, os.Mkdir(content, 0o755))
	must(t, os.Symlink(content, f.Path))
	f.Forbidden = []string{content}
	mustRefuse(t, f, "out-forbidden")
	f.Path = filepath.Join(f.Path, "below")
	mustRefuse(t, f, "out-forbidden")
}

func TestSectionMayBeCalledContent(t *testing.T) {
	f := newFolder(t)
	mustBuild(t, f, pages{"content/index.html": "one"})
	mustBuild(t, f, pages{"content/index.html": "two"})
}

// Who keeps the published site under version control may do so.
func TestPublishedFolderMayBeARepository(t *testing.T) {
	f := newFolder(t)
	mustBuild(t, f, pages{"index.html": "one"})
	write(t, filepath.Join(f.Path, ".git", "HEAD"), "ref")
	mustBuild(t, f, pages{"index.html": "two"})
	mustHold(t, f, pages{"index.html": "two", ".git/HEAD": "ref"})
	write(t, filepath.Join(f.Path, "programme.yaml"), "name: x")
	mustRefuse(t, f, "out-holds-project")
}
