package theme

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

func load(t *testing.T, user fstest.MapFS, langs ...string) (*Theme, string) {
	t.Helper()
	th, fs, err := Load(os.DirFS("../../templates"), user, langs, Options{Accent: "#ffcc00"})
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, f := range fs {
		found = append(found, f.Place.String()+" "+string(f.Code))
	}
	return th, strings.Join(found, "; ")
}

func TestCataloguesAreWhole(t *testing.T) {
	if _, found := load(t, nil, "en", "fi", "sv"); found != "" {
		t.Error(found)
	}
}

func TestDatesAndPluralsSpeakEachLanguage(t *testing.T) {
	th, _ := load(t, nil, "en", "fi", "sv")
	for _, c := range [][2]string{
		{th.Catalogue("fi").Date("2027-01-11"), "11.\u00a0tammikuuta 2027"},
		{th.Catalogue("sv").Date("2027-01-11"), "11\u00a0januari 2027"},
		{th.Catalogue("en").Date("2027-01-11"), "11\u00a0January 2027"},
		{th.Catalogue("en").Date("soon"), "soon"},
		{th.Catalogue("en").DateRange("2027-01-11", "2027-06-18"), "11\u00a0January – 18\u00a0June 2027"},
		{th.Catalogue("fi").DateRange("2026-12-01", "2027-01-11"), "1.\u00a0joulukuuta 2026 – 11.\u00a0tammikuuta 2027"},
		{th.Catalogue("en").DateRange("", "2027-06-18"), "18\u00a0June 2027"},
		{th.Catalogue("fi").Plural("minutes", 1), "1 minuutti"},
		{th.Catalogue("fi").Plural("minutes", 60), "60 minuuttia"},
		{th.Catalogue("fi").Number("1.5"), "1,5"},
		{th.LanguageName("fi"), "suomi"},
	} {
		if c[0] != c[1] {
			t.Errorf("got %q, want %q", c[0], c[1])
		}
	}
}

func TestAFourthLanguageIsACatalogue(t *testing.T) {
	th, found := load(t, fstest.MapFS{"i18n/de.yaml": {Data: []byte("language.name: Deutsch\nskip: Zum Inhalt\n")}}, "en", "de")
	if found != "templates/i18n/de.yaml catalogue-incomplete" {
		t.Errorf("found %q", found)
	}
	if th.LanguageName("de") != "Deutsch" || th.Catalogue("de").Text("skip") != "Zum Inhalt" || th.Catalogue("de").Text("print") != "Print" {
		t.Error("the texts are not those of the catalogue over the English ones")
	}
}

func TestTextsAreEscapedWhereTheyStand(t *testing.T) {
	th, _ := load(t, fstest.MapFS{
		"i18n/en.yaml":       {Data: []byte("print: '<b>\"&'\n")},
		"partials/head.html": {Data: []byte(`<p title="{{t "print"}}">{{t "print"}}</p>`)},
	}, "en")
	var b bytes.Buffer
	if f := th.Render(&b, "en", "partials/head.html", nil); f != nil {
		t.Fatal(f)
	}
	if want := `<p title="&lt;b&gt;&#34;&amp;">&lt;b&gt;&#34;&amp;</p>`; b.String() != want {
		t.Errorf("got %s, want %s", b.String(), want)
	}
}

func TestMistakesInTemplatesAreFoundAtTheirPlace(t *testing.T) {
	for text, want := range map[string]string{
		"\n{{.Nme}}":                      "templates/partials/head.html:2:3 template-field",
		`{{t "prnt" 1}}`:                  "templates/partials/head.html:1:3 text-missing",
		`{{t "prnt"}}`:                    "templates/partials/head.html:1:3 text-missing",
		`{{icon "none"}}`:                 "templates/partials/head.html:1:3 template-error",
		`{{template "partials/no.html"}}`: "templates/partials/head.html:1:12 template-missing",
		`<a href="{{.Name}}`:              "templates/partials/head.html template-error",
	} {
		th, found := load(t, fstest.MapFS{"partials/head.html": {Data: []byte(text)}}, "en")
		if found != "" {
			t.Errorf("%s: %s", text, found)
			continue
		}
		var b bytes.Buffer
		f := th.Render(&b, "en", "partials/head.html", struct{ Name string }{"x"})
		if f == nil {
			t.Errorf("%s: nothing found", text)
		} else if got := f.Place.String() + " " + string(f.Code); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	_, found := load(t, fstest.MapFS{"assets/js/site.js": {Data: []byte("import './none.js'\nlet x = ;")}}, "en")
	if !strings.Contains(found, "templates/assets/js/site.js:") {
		t.Errorf("a script: %s", found)
	}
}

func TestAnyAccentCanBeRead(t *testing.T) {
	for _, accent := range []string{"#000000", "#ffffff", "#ffcc00", "#0b6e6e", "#777777", "#ff0000", "#00ff00", "#8a1f5c"} {
		c, ok := parseColour(accent)
		if !ok {
			t.Fatal(accent)
		}
		for ground, way := range map[string]struct{ least, direction float64 }{deepLight: {minLight, -1}, deepDark: {minDark, 1}} {
			g, _ := parseColour(ground)
			shown := readable(c, ground, way.least, way.direction)
			if got := contrast(shown, mix(shown, deepTint, g)); got < way.least {
				t.Errorf("%s on a tint of %s: contrast %.2f", accent, ground, got)
			}
			if got := contrast(shown, g); got < way.least {
				t.Errorf("%s on %s: contrast %.2f", accent, ground, got)
			}
		}
	}
	if accentCSS("red") != "" || accentCSS("") != "" {
		t.Error("no colour gave a style")
	}
}

func TestAssetsHaveTheirHashInTheirName(t *testing.T) {
	th, _ := load(t, fstest.MapFS{"assets/extra.txt": {Data: []byte("x")}}, "en")
	for _, name := range []string{"style.css", "site.js", "agreement.js", "icon.svg", "extra.txt"} {
		if !strings.HasPrefix(th.Asset(name), "assets/"+strings.Split(name, ".")[0]+".") {
			t.Errorf("%s is at %q", name, th.Asset(name))
		}
	}
}
