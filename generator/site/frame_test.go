package site

import (
	"bytes"
	"html/template"
	"io/fs"
	"math/bits"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"mentorbook/generator/handbook"
	"mentorbook/generator/theme"
)

func FuzzValuesAreEscapedAsTemplatesEscapeThem(f *testing.F) {
	tmpl := template.Must(template.New("").Parse(`<title>{{.}}</title><p title="{{.}}">{{.}}`))
	for _, s := range []string{"", "plain", `<b>"it's" & a + b`, "\x00", "\xff<", "äö\u2028", "&amp;", "{{.}}", markerName, marker(0)} {
		f.Add(s)
	}
	var html bytes.Buffer
	if err := tmpl.Execute(&html, marker(0)); err != nil {
		f.Fatal(err)
	}
	frame := newFrame(html.String())
	f.Fuzz(func(t *testing.T, s string) {
		var want bytes.Buffer
		if err := tmpl.Execute(&want, s); err != nil {
			t.Fatal(err)
		}
		if got := frame.appendTo(nil, []value{plain(s)}); !bytes.Equal(got, want.Bytes()) {
			t.Errorf("%q became %q, not %q", s, got, want.Bytes())
		}
	})
}

func TestATextThatLooksLikeAMarkerMakesNoFrame(t *testing.T) {
	t.Parallel()
	for _, html := range []string{"a" + markerName + "xyz", "a" + markerName + "-1b"} {
		if f := newFrame(html); f != nil && string(f.appendTo(nil, nil)) != html {
			t.Errorf("%q became %q", html, f.appendTo(nil, nil))
		}
	}
}

// articleOf is an article that has what the bits of n say.
func articleOf(n uint, r *renderer, e *edition) *View {
	has := func(bit int) bool { return n>>bit&1 == 1 }
	text := func(bit int, s string) string {
		if has(bit) {
			return s
		}
		return ""
	}
	url, edit := string(r.book.Programme.URL), string(r.book.Programme.Edit)
	v := &View{
		Site: e.site, Lang: "en", TextLang: "en", Template: "article", Root: "../", Home: "../index.html",
		Title: `Trust & "how + why"`, HeadTitle: `Trust & "how + why" – <Site>`, Summary: text(0, "It's <good>"),
		Canonical: text(1, url+"a/b%20c.html"), Contents: template.HTML(text(2, `<ul><li><a href="#a">A</a></ul>`)), SectionList: template.HTML(text(3, "<nav>list</nav>")),
		Breadcrumbs: template.HTML(text(4, "<nav>crumbs</nav>")), Menu: template.HTML(text(5, "<nav>menu</nav>")),
		Head: "<link>", Search: "<button>", Footer: "<footer>", Content: "<p>Text & more</p>",
		ForRoles: has(6), Draft: has(7), Edit: text(8, edit+"en/a.md"), Audience: text(9, "mentor"),
	}
	if has(10) {
		v.Fallback, v.TextLang = true, "fi"
	}
	if has(11) {
		v.Prev = &Link{Href: "x.html", Title: "Before & <after>"}
		v.Alternates = []Alternate{{"fi", url + "fi/a.html"}, {"sv", url + "sv/a.html"}}
	}
	if has(12) {
		v.Next = &Link{Href: "../y.html", Title: "Next +1", Lang: "sv"}
		v.Languages = []LanguageLink{{Lang: "en", Name: "English", Href: "a.html", Current: true}, {Lang: "fi", Name: "suomi", Href: "../fi/a.html"}}
	}
	for i := range bits.OnesCount(n) % 3 {
		v.Tags = append(v.Tags, Link{Href: "../tags/t.html", Title: "tag '" + strings.Repeat("+", i)})
	}
	return v
}

func articleRenderer(t *testing.T, user fs.FS) (*renderer, *edition) {
	t.Helper()
	th, found, err := theme.Load(os.DirFS("../../templates"), user, []string{"en", "fi", "sv"}, theme.Options{})
	if err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	e := &edition{Edition: &handbook.Edition{Lang: "en"}, site: &Site{Name: "Site <&>", Logo: "logo.svg"}, frames: &frames{}}
	programme := &handbook.Programme{}
	programme.URL, programme.Edit = "https://handbook.example.org/a+b/", "https://git.example.org/edit?a=b&file="
	return &renderer{book: &handbook.Handbook{Programme: programme}, theme: th, ownArticles: th.Own(articleTemplates...)}, e
}

func TestAnArticleIsTheSameWhetherItsFrameIsSharedOrNot(t *testing.T) {
	t.Parallel()
	r, e := articleRenderer(t, nil)
	var w worker
	var want bytes.Buffer
	for n := range uint(1 << 13) {
		if n%7 != 0 && bits.OnesCount(n) > 2 { // every one and every two together, and a sample of the rest
			continue
		}
		for _, more := range []string{"", "Another & other "} {
			v := articleOf(n, r, e)
			v.Title, v.HeadTitle = more+v.Title, more+v.HeadTitle
			if more != "" { // and deeper
				v.Root = "../../"
			}
			want.Reset()
			if f := r.theme.Render(&want, "en", "article.html", v); f != nil {
				t.Fatal(f.Message("en"))
			}
			e := e
			if n%64 == 0 {
				e = &edition{Edition: e.Edition, site: e.site, frames: &frames{}}
			}
			got, ok := r.writeArticle(&w, e, v)
			if !ok {
				if len(e.frames.articles.known) < mostFrames {
					t.Fatalf("%b has no frame", n)
				}
				e.frames.articles.known = nil
				if got, ok = r.writeArticle(&w, e, v); !ok {
					t.Fatalf("%b has no frame", n)
				}
			}
			if !bytes.Equal(got, want.Bytes()) {
				t.Fatalf("%b:\n%s\nnot\n%s", n, got, want.Bytes())
			}
		}
	}
}

func TestANameThatLooksLikeAMarkerStands(t *testing.T) {
	t.Parallel()
	r, e := articleRenderer(t, nil)
	e.site = &Site{Name: marker(1)}
	v := articleOf(1, r, e)
	if got, ok := r.writeArticle(&worker{}, e, v); ok {
		t.Errorf("a frame with the programme's name in it: %s", got)
	}
}

func TestAUsersTemplatesAreRunForEachPage(t *testing.T) {
	t.Parallel()
	for _, name := range articleTemplates {
		own, err := os.ReadFile("../../templates/" + name)
		if err != nil {
			t.Fatal(err)
		}
		r, e := articleRenderer(t, fstest.MapFS{name: {Data: append(own, "{{len .Title}}"...)}})
		if _, ok := r.writeArticle(&worker{}, e, articleOf(0, r, e)); ok {
			t.Errorf("with a %s of a user's own, articles still share a frame", name)
		}
		same, e := articleRenderer(t, fstest.MapFS{name: {Data: own}})
		if _, ok := same.writeArticle(&worker{}, e, articleOf(0, same, e)); !ok {
			t.Errorf("with the theme's own %s in the user's folder, articles share no frame", name)
		}
	}
}

func TestCardsAreTheSameWhetherTheyShareAFrameOrNot(t *testing.T) {
	t.Parallel()
	links := []Link{
		{Href: "a.html", Title: "A & <b>", Summary: "It's + more", Kind: "article"}, {Href: "../b%20c.html", Title: `"B"`, Kind: "article"},
		{Href: "c.html", Title: "C", Summary: "S", Kind: "goal", Lang: "sv"}, {Href: "d.html", Title: "D+", Summary: "<>", Kind: "article"},
	}
	for _, name := range []string{"partials/card.html", "partials/tag-card.html"} {
		r, e := articleRenderer(t, nil)
		var want bytes.Buffer
		for _, l := range links {
			if f := r.theme.Render(&want, "en", name, l); f != nil {
				t.Fatal(f.Message("en"))
			}
		}
		for range 2 {
			if got, f := r.cards(e, name, links); f != nil || string(got) != want.String() {
				t.Errorf("%s:\n%s\nnot\n%s", name, got, want.String())
			}
		}
		user, e := articleRenderer(t, fstest.MapFS{name: {Data: []byte("{{len .Title}} {{.Title}}\n")}})
		if got, f := user.cards(e, name, links[1:2]); f != nil || string(got) != "3 &#34;B&#34;\n" {
			t.Errorf("%s of a user's own: %s", name, got)
		}
	}
}
