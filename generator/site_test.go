package generator

import (
	"bytes"
	"context"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"mentorbook/generator/finding"
)

// theme is the built-in theme, as main.go embeds it.
func builtinTheme() fs.FS { return os.DirFS("../templates") }

// handbookIn builds the handbook of a folder into a new one.
func handbookIn(t *testing.T, dir string) (Options, Result) {
	t.Helper()
	o := optionsFor(t, dir)
	r, err := Build(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return o, r
}

func optionsFor(t *testing.T, dir string) Options {
	work := t.TempDir()
	return Options{
		Content: filepath.Join(dir, "content"), Templates: filepath.Join(dir, "templates"), Builtin: builtinTheme(), Version: "test",
		Out: filepath.Join(work, "public"), Private: filepath.Join(work, "private"), State: filepath.Join(work, ".mentorbook"),
	}
}

// files returns every file below a folder by its slash path.
func files(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		all[filepath.ToSlash(rel)] = data
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

var assetHash = regexp.MustCompile(`(assets/[\w-]+|search/[\w-]+/w\d+)\.(?:[0-9a-f]{10}|[a-z2-7]{5})\.`)

// comparable is a site without what changes with every touch of the theme:
// the hashes in the assets' names, and the assets themselves.
func comparable(site map[string][]byte) map[string][]byte {
	out := map[string][]byte{}
	for name, data := range site {
		if strings.HasPrefix(name, "assets/") || strings.HasPrefix(name, "search/") || strings.HasSuffix(name, ".pdf") ||
			path.Base(name) == "offline.json" || name == "service-worker.js" { // tested where they are made
			data = nil
		}
		out[assetHash.ReplaceAllString(name, "$1.HASH.")] = assetHash.ReplaceAll(data, []byte("$1.HASH."))
	}
	return out
}

var updating = os.Getenv("MENTORBOOK_UPDATE") != ""

func TestGoodSiteIsAsItWas(t *testing.T) {
	o, r := handbookIn(t, "testdata/good")
	if r.Failed {
		t.Fatalf("the good site has errors:\n%s", text(r.Findings))
	}
	golden(t, "testdata/good/findings.txt", []byte(text(r.Findings)))
	got := comparable(files(t, o.Out))
	dir := "testdata/good/public"
	if updating {
		if err := os.RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
		for name, data := range got {
			write(t, filepath.Join(dir, filepath.FromSlash(name)), data)
		}
		return
	}
	want := files(t, dir)
	for name, data := range got {
		switch w, ok := want[name]; {
		case !ok:
			t.Errorf("%s is new; run make update if it should be there", name)
		case !bytes.Equal(w, data):
			t.Errorf("%s differs; run make update and look at git diff if it should\n%s", name, firstDifference(w, data))
		}
	}
	for name := range want {
		if _, ok := got[name]; !ok {
			t.Errorf("%s is not made any more", name)
		}
	}
}

func firstDifference(want, got []byte) string {
	w, g := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range max(len(w), len(g)) {
		a, b := "", ""
		if i < len(w) {
			a = w[i]
		}
		if i < len(g) {
			b = g[i]
		}
		if a != b {
			return "  want: " + a + "\n  got:  " + b
		}
	}
	return ""
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	if updating {
		write(t, name, got)
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, got) {
		t.Errorf("%s differs; run make update and look at git diff if it should\n%s", name, firstDifference(want, got))
	}
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// text shows findings in all three languages, so that a test sees each sentence.
func text(fs []finding.Finding) string {
	var b strings.Builder
	for _, f := range fs {
		b.WriteString(f.Place.String() + ": " + f.Severity.String() + " [" + string(f.Code) + "]\n")
		if f.Excerpt != "" {
			b.WriteString("  | " + f.Excerpt + "\n")
		}
		for _, lang := range []string{"en", "fi", "sv"} {
			b.WriteString("  " + lang + ": " + f.Message(lang) + " / " + f.Hint(lang) + "\n")
		}
	}
	return b.String()
}

func TestMistakesAreAllFound(t *testing.T) {
	for _, site := range []string{"mistakes", "mistakes-pages"} {
		t.Run(site, func(t *testing.T) {
			dir := filepath.Join("testdata", site)
			o, r := handbookIn(t, dir)
			if !r.Failed {
				t.Error("the build did not fail")
			}
			if _, err := os.Stat(o.Out); err == nil {
				t.Error("the build made an output folder")
			}
			golden(t, filepath.Join(dir, "findings.txt"), []byte(text(r.Findings)))
		})
	}
}

func TestSameContentGivesSameBytesOnAnyNumberOfCores(t *testing.T) {
	one, _ := handbookIn(t, "testdata/good")
	first := files(t, one.Out)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	other, _ := handbookIn(t, "testdata/good")
	second := files(t, other.Out)
	if len(first) != len(second) {
		t.Fatalf("%d files, then %d", len(first), len(second))
	}
	for name, data := range first {
		if !bytes.Equal(data, second[name]) {
			t.Errorf("%s differs:\n%s", name, firstDifference(data, second[name]))
		}
	}
}

func TestEveryLinkIsRelativeAndLeadsSomewhere(t *testing.T) {
	for _, dir := range []string{"testdata/good", ".."} {
		o, r := handbookIn(t, dir)
		if r.Failed {
			t.Fatalf("errors in %s:\n%s", dir, text(r.Findings))
		}
		site := files(t, o.Out)
		ids := map[string][]string{}
		for name, data := range site {
			if strings.HasSuffix(name, ".html") {
				ids[name] = attributes(t, data, "id")
			}
		}
		for name, data := range site {
			if strings.HasSuffix(name, ".html") && name != "404.html" {
				for _, href := range attributes(t, data, "href", "src") {
					checkLink(t, name, href, site, ids)
				}
			}
		}
	}
}

func attributes(t *testing.T, data []byte, keys ...string) []string {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var values []string
	for n := range doc.Descendants() {
		for _, a := range n.Attr {
			if slices.Contains(keys, a.Key) {
				values = append(values, a.Val)
			}
		}
	}
	return values
}

func checkLink(t *testing.T, page, href string, site map[string][]byte, ids map[string][]string) {
	t.Helper()
	u, err := url.Parse(href)
	if err != nil {
		t.Errorf("%s: %q: %v", page, href, err)
		return
	}
	if u.Scheme != "" {
		return
	}
	if strings.HasPrefix(u.Path, "/") || u.Host != "" {
		t.Errorf("%s: %q is not relative", page, href)
		return
	}
	target := page
	if u.Path != "" {
		target = path.Join(path.Dir(page), u.Path)
	}
	if _, ok := site[target]; !ok {
		t.Errorf("%s: %q leads to %s, which is not there", page, href, target)
	} else if u.Fragment != "" && !slices.Contains(ids[target], u.Fragment) {
		t.Errorf("%s: %q: there is no id %s in %s", page, href, u.Fragment, target)
	}
}

func TestIDsAreUniqueOnAPage(t *testing.T) {
	o, _ := handbookIn(t, "testdata/good")
	for name, data := range files(t, o.Out) {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		ids := attributes(t, data, "id")
		slices.Sort(ids)
		for i := 1; i < len(ids); i++ {
			if ids[i] == ids[i-1] {
				t.Errorf("%s: two elements have the id %s", name, ids[i])
			}
		}
	}
}

func TestBuildAgainChangesNothingAndErrorsChangeNothing(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/good")); err != nil {
		t.Fatal(err)
	}
	o, r := handbookIn(t, dir)
	if r.Written == 0 {
		t.Fatal("nothing was written")
	}
	before := files(t, o.Out)
	r, err := Build(context.Background(), o)
	if err != nil || r.Written != 0 || r.Removed != 0 {
		t.Errorf("building again: %+v, %v", r, err)
	}
	page := filepath.Join(dir, "content/fi/goals/trust.md")
	good, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	write(t, page, append(good, "\n[x](nowhere.md)\n"...))
	if r, err = Build(context.Background(), o); err != nil || !r.Failed {
		t.Fatalf("a broken link: %+v, %v", r, err)
	}
	after := files(t, o.Out)
	for name := range before {
		if !bytes.Equal(before[name], after[name]) {
			t.Errorf("%s changed although the content has errors", name)
		}
	}
	write(t, page, append(good, "\nMore.\n"...))
	if r, err = Build(context.Background(), o); err != nil || r.Written == 0 || r.Written > 7 { // in each language the page and the booklet that holds it; the service worker
		t.Errorf("one page changed: %+v, %v", r, err)
	}
	if err := os.Remove(filepath.Join(dir, "content/fi/roles/mentor.md")); err != nil {
		t.Fatal(err)
	}
	if r, err = Build(context.Background(), o); err != nil || r.Removed == 0 {
		t.Errorf("a page removed: %+v, %v", r, err)
	}
}

func TestStarterHasNothingToMend(t *testing.T) {
	_, r := handbookIn(t, "..")
	for _, f := range r.Findings {
		if f.Code != finding.CodePairsExample { // the starter's pairs are examples, and it says so
			t.Errorf("the starter:\n%s", text(r.Findings))
		}
	}
}

// Topics are translated freely: what they stand on tells which is which.
func TestATopicLeadsToItselfInOtherLanguages(t *testing.T) {
	t.Parallel()
	o, _ := handbookIn(t, "..")
	pages := parsed(t, o.Out)
	for page, want := range map[string][]string{
		"fi/tags/palaute.html": {"../../tags/feedback.html", "palaute.html", "../../sv/tags/feedback.html"},
		"tags/trust.html":      {"trust.html", "../fi/tags/luottamus.html", "../sv/tags/fortroende.html"},
		"sv/tags/index.html":   {"../../tags/index.html", "../../fi/tags/index.html", "index.html"},
	} {
		var got []string
		for n := range pages[page].Descendants() {
			if n.Type == html.ElementNode && n.Data == "a" && attribute(n, "hreflang") != "" {
				got = append(got, attribute(n, "href"))
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s leads to other languages by %q, want %q", page, got, want)
		}
	}
}
