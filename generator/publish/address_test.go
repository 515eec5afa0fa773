package publish

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestAddressesLieBelowTheFolder(t *testing.T) {
	for _, a := range []string{"", ".", "..", "../a", "a/../../b", "/a", "a//b", "a/", "./a", "a/./b", "a/..", "\xff"} {
		if unusable, err := checkAddress(a); err == nil {
			t.Errorf("%q was accepted (%v)", a, unusable)
		}
	}
}

func TestAddressesWorkOnEverySystem(t *testing.T) {
	for a, want := range map[string]string{
		"a\\b":    "rename the file without the character \\",
		"a/b?.c":  "rename the file without the character ?",
		"c:x":     "rename the file without the character :",
		"a\nb":    "rename the file without the character U+000A",
		"a\x00":   "rename the file without the character U+0000",
		"con":     "choose another file name or slug:; Windows keeps con for itself",
		"x/Aux.a": "choose another file name or slug:; Windows keeps Aux for itself",
		"LPT9":    "choose another file name or slug:; Windows keeps LPT9 for itself",
		"com¹.x":  "choose another file name or slug:; Windows keeps com¹ for itself",
		"nul .x":  "choose another file name or slug:; Windows keeps nul for itself",
		".git/x":  "choose a file name or slug: that neither begins with a full stop nor ends with a full stop or a space",
		"a./b":    "choose a file name or slug: that neither begins with a full stop nor ends with a full stop or a space",
		"a /b":    "choose a file name or slug: that neither begins with a full stop nor ends with a full stop or a space",
		"...":     "choose a file name or slug: that neither begins with a full stop nor ends with a full stop or a space",

		stagingName + "/x":           "choose a file name or slug: that neither begins with a full stop nor ends with a full stop or a space",
		strings.Repeat("ä", 130):     "it has 130 characters; choose a shorter file name or slug:",
		strings.Repeat("a", longest): "",

		"a.html": "", "tavoitteet/ääni.html": "", "_headers": "", "console.html": "", "com.html": "", "comma": "", "a b/c d.pdf": "", "a..b": "", "com10": "",
	} {
		unusable, err := checkAddress(a)
		if err != nil {
			t.Errorf("%q: %v", a, err)
		}
		got := ""
		if unusable != nil {
			got = Folder{Name: "public/"}.unusable(a, unusable).Hint("en")
		}
		if got != want {
			t.Errorf("%q: hint %q, want %q", a, got, want)
		}
	}
}

func TestUnusableNameIsAFindingAndStopsTheBuild(t *testing.T) {
	f := newFolder(t)
	_, found := build(t, f, pages{"index.html": "home", "en/what?.png": "x", "en/\x1b[31m.png": "x"})
	mustFind(t, found, "address-unusable public/en/?[31m.png", "address-unusable public/en/what?.png")
	mustHold(t, f, pages{})
}

// No accepted address leaves the folder, and the manifest keeps each as it is.
func FuzzAddress(f *testing.F) {
	for _, seed := range []string{"index.html", "fi/ääni/a b.html", "../x", "a/../../x", "/etc/passwd", "c:\\x", "con", "a\x00b", ".git/config", "a\u2028b"} {
		f.Add(seed)
	}
	base := filepath.Join(f.TempDir(), "public")
	f.Fuzz(func(t *testing.T, a string) {
		unusable, err := checkAddress(a)
		if unusable != nil || err != nil {
			return
		}
		if !filepath.IsLocal(filepath.FromSlash(a)) || !strings.HasPrefix(filepath.Join(base, a), base+string(filepath.Separator)) {
			t.Fatalf("%q leaves the folder", a)
		}
		if strings.ContainsAny(a, "\\:\x00\n") || strings.HasPrefix(a, ".") || strings.Contains(a, "/.") {
			t.Fatalf("%q was accepted", a)
		}
		if fold(a) != fold(strings.ToUpper(a)) && fold(strings.ToUpper(a)) != fold(strings.ToUpper(strings.ToLower(a))) {
			t.Fatalf("%q: its case counts", a)
		}
		m := newManifest()
		m.files[a] = written{size: 1, mtime: 2, hash: hashOf([]byte(a))}
		entries, _ := parseEntries(m.encode())
		again := manifestOf(entries)
		if again.files[a] != m.files[a] || len(again.files) != 1 {
			t.Fatalf("%q: the manifest gave %v", a, again)
		}
	})
}
