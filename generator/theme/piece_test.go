package theme_test

import (
	"bytes"
	"fmt"
	"os"
	"testing"
	"testing/fstest"

	"mentorbook/generator/finding"
	"mentorbook/generator/theme"
)

// pieceOf is data of a piece: all that a template can see of it tells it from
// other data.
type pieceOf struct {
	A, B   string
	List   []string
	Number int
	Under  *pieceOf
	Any    any
}

func withPieces(t *testing.T, piece string) *theme.Theme {
	t.Helper()
	user := fstest.MapFS{
		"partials/outer.html": {Data: []byte(`{{range .}}<li>{{piece "partials/inner.html" .}}</li>{{end}}`)},
		"partials/inner.html": {Data: []byte(piece)},
	}
	th, fs, err := theme.Load(os.DirFS("../../templates"), user, []string{"en"}, theme.Options{})
	if err != nil || finding.Count(fs, finding.Error) > 0 {
		t.Fatal(fs, err)
	}
	return th
}

func TestAPieceIsRememberedForTheVerySameDataOnly(t *testing.T) {
	t.Parallel()
	th := withPieces(t, `{{.A}}|{{.B}}|{{.List}}|{{.Number}}|{{with .Under}}{{.A}},{{.B}}{{end}}|{{.Any}}`)
	data := []pieceOf{
		{A: "ab", B: "c"}, {A: "a", B: "bc"}, {B: "abc"}, {A: "abc"}, {A: "<b>"},
		{List: []string{"a", "b"}}, {List: []string{"ab"}}, {List: []string{"a b"}}, {List: []string{"", "ab"}},
		{Number: 1}, {Number: -1}, {Number: 256}, {Under: &pieceOf{}}, {Under: &pieceOf{A: "a"}}, {Under: &pieceOf{B: "a"}},
		{Any: 1}, {Any: "x"}, {Any: true},
	}
	var want bytes.Buffer
	for _, d := range data {
		under := ""
		if d.Under != nil {
			under = d.Under.A + "," + d.Under.B
		}
		a := d.A
		if a == "<b>" {
			a = "&lt;b&gt;"
		}
		other := ""
		if d.Any != nil {
			other = fmt.Sprint(d.Any)
		}
		fmt.Fprintf(&want, "<li>%s|%s|%v|%d|%s|%s</li>", a, d.B, d.List, d.Number, under, other)
	}
	for range 2 { // the second time from what is remembered
		var got bytes.Buffer
		if f := th.Render(&got, "en", "partials/outer.html", data); f != nil {
			t.Fatal(f.Message("en"))
		}
		if got.String() != want.String() {
			t.Errorf("%s\nnot\n%s", got.String(), want.String())
		}
	}
}

func TestAMistakeInAPieceIsFoundAtItsOwnPlace(t *testing.T) {
	t.Parallel()
	th := withPieces(t, "<p>\n{{.Aa}}</p>")
	f := th.Render(new(bytes.Buffer), "en", "partials/outer.html", []pieceOf{{A: "a"}})
	if f == nil || f.Code != finding.CodeTemplateField || f.Place.File != "templates/partials/inner.html" || f.Place.Line != 2 {
		t.Errorf("%+v", f)
	}
}

func TestAPieceThatIsNotThereIsFoundWhereItIsAskedFor(t *testing.T) {
	t.Parallel()
	user := fstest.MapFS{"partials/outer.html": {Data: []byte("<p>\n{{piece \"partials/nothing.html\" .}}</p>")}}
	th, fs, err := theme.Load(os.DirFS("../../templates"), user, []string{"en"}, theme.Options{})
	if err != nil || finding.Count(fs, finding.Error) > 0 {
		t.Fatal(fs, err)
	}
	f := th.Render(new(bytes.Buffer), "en", "partials/outer.html", "x")
	if f == nil || f.Code != finding.CodeTemplateMissing || f.Place.File != "templates/partials/outer.html" || f.Place.Line != 2 {
		t.Errorf("%+v", f)
	}
}
