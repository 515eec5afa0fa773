package finding

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	kebab       = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	placeholder = regexp.MustCompile(`\{([a-z]+)\}`)
)

func placeholders(text string) []string {
	names := placeholder.FindAllString(text, -1)
	slices.Sort(names)
	return slices.Compact(names)
}

func TestEveryCodeReadsWellInThreeLanguages(t *testing.T) {
	seen := map[Code]bool{}
	for _, d := range Definitions() {
		if seen[d.Code] {
			t.Errorf("%s: there twice", d.Code)
		}
		seen[d.Code] = true
		if !kebab.MatchString(string(d.Code)) {
			t.Errorf("%s: not in kebab case", d.Code)
		}
		if d.Doc == "" || len(d.Hints) == 0 {
			t.Errorf("%s: no doc or no hint", d.Code)
		}
		for i, texts := range append([]Texts{d.Message}, d.Hints...) {
			for lang, text := range map[string]string{"en": texts.EN, "fi": texts.FI, "sv": texts.SV} {
				if text == "" {
					t.Errorf("%s: text %d is missing in %s", d.Code, i, lang)
				}
				if i == 0 && strings.HasSuffix(text, ".") {
					t.Errorf("%s: the message ends with a full stop in %s", d.Code, lang)
				}
				if got, want := placeholders(text), placeholders(texts.EN); !slices.Equal(got, want) {
					t.Errorf("%s: text %d has the placeholders %v in %s, but %v in English", d.Code, i, got, lang, want)
				}
			}
		}
	}
}

func TestFirstHintWithAllItsArgumentsIsShown(t *testing.T) {
	with := New(CodeLinkBroken, Place{}, "dest", "x.md", "near", "y.md")
	if got := with.Hint("en"); got != "did you mean y.md?" {
		t.Errorf("with a near name: %q", got)
	}
	without := New(CodeLinkBroken, Place{}, "dest", "x.md", "near", "")
	if got := without.Hint("fi"); !strings.HasPrefix(got, "kirjoita .md-tiedoston polku") {
		t.Errorf("without a near name: %q", got)
	}
}

func TestSortGivesOneOrderAndDropsRepeats(t *testing.T) {
	a := New(CodeLinkBroken, Place{"b.md", 1, 1}, "dest", "x")
	b := New(CodeLinkBroken, Place{"a.md", 2, 1}, "dest", "x")
	c := New(CodeLinkBroken, Place{"a.md", 1, 9}, "dest", "x")
	got := Sort([]Finding{a, b, c, a})
	if len(got) != 3 || got[0].Place.Line != 1 || got[1].Place.Line != 2 || got[2].Place.File != "b.md" {
		t.Errorf("got %v", got)
	}
}

func TestNearest(t *testing.T) {
	names := []string{"goals", "ground-rules", "meetings", "trust", "direction"}
	for word, want := range map[string]string{
		"trsut": "trust", "Goals": "goals", "meeting": "meetings", "grond-rules": "ground-rules", "zebra": "", "": "", "directoin": "direction",
	} {
		if got := Nearest(word, names); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
}
