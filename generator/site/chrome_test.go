package site

import (
	"strings"
	"testing"
)

func TestAPageIsMarkedAtItsOwnPlaceOnly(t *testing.T) {
	html := `<a href="a.html" ` + string(mark(0)) + `>A</a><a href="b.html" ` + string(mark(1)) + `>B</a>`
	m := cut(html, []string{"x/a.html", "x/b.html"})
	if got, want := string(m.at("x/b.html")), `<a href="a.html" >A</a><a href="b.html" aria-current="page">B</a>`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := string(m.at("elsewhere.html")); strings.Contains(got, "aria-current") || strings.Contains(got, markName) {
		t.Errorf("elsewhere: %s", got)
	}
}

func TestListsOfLargeSectionsHoldEachPageOnce(t *testing.T) {
	c := chrome{lists: []marked{{index: map[string]int{"a": 0}}, {index: map[string]int{"b": 0}}}}
	if c.listOf("b") != &c.lists[1] || c.listOf("a") != &c.lists[0] || c.listOf("none") != &c.lists[0] {
		t.Error("a page got another page's list")
	}
}

func TestRelativeLinks(t *testing.T) {
	for _, c := range [][3]string{
		{"index.html", "goals/a.html", "goals/a.html"}, {"goals/a.html", "index.html", "../index.html"}, {"goals/a.html", "goals/b.html", "b.html"},
		{"sv/mal/a.html", "goals/a.html", "../../goals/a.html"}, {"a.html", "å b.html", "%C3%A5%20b.html"}, {"x/a.html", "x?/b.html", "../x%3F/b.html"},
	} {
		if got := relative(c[0], c[1]); got != c[2] {
			t.Errorf("from %s to %s: %s, want %s", c[0], c[1], got, c[2])
		}
	}
}

func TestTimelinesAreToScale(t *testing.T) {
	for _, c := range []struct {
		part, whole int
		want        string
	}{{1, 3, "33.33"}, {2, 3, "66.67"}, {1, 2, "50"}, {0, 5, "0"}, {1, 0, "0"}, {1, 8, "12.5"}} {
		if got := percent(c.part, c.whole); got != c.want {
			t.Errorf("%d of %d: %s, want %s", c.part, c.whole, got, c.want)
		}
	}
}
