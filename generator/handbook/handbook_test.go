package handbook

import (
	"strings"
	"testing"

	"mentorbook/generator/markdown"
	"mentorbook/generator/source"
)

func TestSlugsAreAddressesOnAnyServer(t *testing.T) {
	for name, want := range map[string]string{
		"Getting acquainted": "getting-acquainted", "Ääni & öljy": "aani-oljy", "a\u0308": "a", "100 %": "100", "What?": "what",
		"  --x--  ": "x", "Straße": "strasse", "ØRE": "ore", "???": "", "日本": "日本",
	} {
		if got := Slug(name); got != want {
			t.Errorf("Slug(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestAliasesStayBelowTheRoot(t *testing.T) {
	for alias, want := range map[string]string{
		"old": "old.html", "/old.html": "old.html", "a/b/": "a/b/index.html", "../x": "", "a/../x": "", "": "", "/": "", "a?b": "", "http://x": "", ".hidden": "", "a//b": "",
	} {
		if got, ok := AliasAddress(alias); got != want || ok != (want != "") {
			t.Errorf("AliasAddress(%q) = %q, %t; want %q", alias, got, ok, want)
		}
	}
}

func TestWeeksFollowTheProgrammesStart(t *testing.T) {
	p := &Programme{Start: "2027-01-13", End: "2027-06-18"} // a Wednesday, a Friday
	for week, want := range map[int]Date{1: "2027-01-11", 2: "2027-01-18", 23: "2027-06-14"} {
		if got := p.WeekStart(week); got != want {
			t.Errorf("week %d starts on %s, want %s", week, got, want)
		}
	}
	for day, want := range map[Date]int{"2027-01-10": 0, "2027-01-11": 1, "2027-01-17": 1, "2027-01-18": 2, "2027-06-18": 23, "": 0} {
		if got := p.WeekOf(day); got != want {
			t.Errorf("%s is in week %d, want %d", day, got, want)
		}
	}
	from, to := p.PhaseDates(Phase{From: Moment{Week: 1}, To: Moment{Week: 23}})
	if from != "2027-01-13" || to != "2027-06-18" {
		t.Errorf("the whole programme: %s to %s", from, to)
	}
}

func TestATranslationKeepsItsOriginalsAnchors(t *testing.T) {
	original := []markdown.Heading{{Level: 2, ID: "why"}, {Level: 3, ID: "first"}, {Level: 2, ID: "how"}}
	translation := []markdown.Heading{{Level: 2, ID: "miksi"}, {Level: 3, ID: "oma", Explicit: true}, {Level: 2, ID: "miten"}, {Level: 2, ID: "why"}}
	got := strings.Join(translatedIDs(translation, original), " ")
	if want := "why oma how why-1"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRelativePathsLeadFromFolderToFile(t *testing.T) {
	for _, c := range [][3]string{{"en/goals", "en/goals/a.md", "a.md"}, {"en/goals", "en/b.md", "../b.md"}, {"en", "fi/x/y.md", "../fi/x/y.md"}, {".", "a.md", "a.md"}} {
		if got := relativePath(c[0], c[1]); got != c[2] {
			t.Errorf("from %s to %s: %s, want %s", c[0], c[1], got, c[2])
		}
	}
}

// FuzzLink resolves any destination from a page: it must never leave the
// content folder, and never panic.
func FuzzLink(f *testing.F) {
	for _, s := range []string{"../goals/trust.md#why", "trust.md", "../../x", "/a", "%2e%2e/x.md", "#a", "a.md#%zz", "http://x", "x:y", "..", ".", "goals/", "?q"} {
		f.Add(s)
	}
	c := markdown.New(markdown.Options{Lang: "en"})
	prog := &Programme{Languages: []Tag{"en"}}
	var parsed []*Parsed
	for rel, text := range map[string]string{"index.md": "---\ntitle: Home\n---\n", "goals/trust.md": "---\ntitle: Trust\n---\n## Why\n"} {
		file, _ := source.Parse("en/"+rel, []byte(text))
		p, _ := ParsePage(file, "en", rel, Converters{c, c}, false)
		parsed = append(parsed, p)
	}
	a := &assembly{prog: prog, book: &Handbook{Programme: prog}, parsed: map[Tag][]*Parsed{"en": parsed}, assets: map[string]*Asset{}, drafts: map[string]bool{}}
	a.editions()
	a.arrange(true)()
	page := a.book.Editions[0].byPath["goals/trust.md"]
	f.Fuzz(func(t *testing.T, dest string) {
		d := linkDestination("en/goals", dest)
		target, code, _ := a.link(page, dest, &d)
		if target.Page == nil && target.Asset == nil && target.Outside == "" && code == "" {
			t.Errorf("%q leads nowhere, and nothing is said", dest)
		}
		if full, code := fullPath("en/goals", dest); code == "" && (strings.HasPrefix(full, "..") || strings.HasPrefix(full, "/")) {
			t.Errorf("%q leads to %q", dest, full)
		}
	})
}
