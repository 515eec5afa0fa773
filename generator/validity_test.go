package generator

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestHTMLAndCSSAreValid(t *testing.T) {
	t.Parallel()
	jar := "../.ci/node_modules/vnu-jar/build/dist/vnu.jar"
	_, noJava := exec.LookPath("java")
	_, noJar := os.Stat(jar)
	if missing := errors.Join(noJava, noJar); missing != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(missing)
		}
		t.Skip("run make tools to install the W3C's Nu checker:", missing)
	}
	starter, _ := handbookIn(t, "..")
	good, _ := handbookIn(t, "testdata/good")
	out, err := exec.Command("java", "-jar", jar, "--errors-only", "--exit-zero-always", "--format", "gnu",
		"--filterpattern", ".*“field-sizing”.*", // of CSS Basic User Interface 4; the checker does not know it yet
		"--skip-non-html", "--also-check-css", starter.Out, good.Out).CombinedOutput()
	if err != nil || len(out) > 0 {
		t.Errorf("the checker: %v\n%s", err, out)
	}
}

// parsed returns the pages of a site as trees.
func parsed(t *testing.T, dir string) map[string]*html.Node {
	t.Helper()
	pages := map[string]*html.Node{}
	for name, data := range files(t, dir) {
		if strings.HasSuffix(name, ".html") {
			doc, err := html.Parse(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			pages[name] = doc
		}
	}
	return pages
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func find(n *html.Node, tag string) *html.Node {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Data == tag {
			return c
		}
	}
	return nil
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// languageAt is the language that a screen reader would read an element in.
func languageAt(n *html.Node) string {
	for ; n != nil; n = n.Parent {
		if lang := attribute(n, "lang"); lang != "" {
			return lang
		}
	}
	return ""
}

func TestTitlesInAnotherLanguageSayIt(t *testing.T) {
	o, _ := handbookIn(t, "testdata/good")
	pages := parsed(t, o.Out)
	titleLang := map[string]string{} // of each page's main heading
	title := map[string]string{}
	for name, doc := range pages {
		if h1 := find(doc, "h1"); h1 != nil {
			titleLang[name], title[name] = languageAt(h1), textOf(h1)
		}
	}
	foreign := 0
	for name, doc := range pages {
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode || n.Data != "a" || find(doc, "body") == nil {
				continue
			}
			to := attribute(n, "href")
			if strings.Contains(to, ":") || strings.Contains(to, "#") {
				continue
			}
			to = strings.TrimPrefix(filepath.ToSlash(filepath.Join(filepath.Dir(name), to)), "/")
			inner := n
			for c := range n.Descendants() {
				if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" && c.Data == title[to] {
					inner = c
				}
			}
			if inner == n || title[to] == "" {
				continue
			}
			if titleLang[to] != languageAt(find(doc, "body")) {
				foreign++
			}
			if got := languageAt(inner); got != titleLang[to] {
				t.Errorf("%s: the link %q is read in %s, its page in %s", name, title[to], got, titleLang[to])
			}
		}
	}
	if foreign == 0 {
		t.Error("no page of the site shows a title in another language")
	}
}

func TestLinksSayWhereTheyLead(t *testing.T) {
	o, _ := handbookIn(t, "..")
	vague := []string{"", "here", "read more", "more", "link", "tästä", "täältä", "lue lisää", "lisää", "här", "läs mer", "mer", "länk"}
	for name, doc := range parsed(t, o.Out) {
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode || n.Data != "a" || attribute(n, "href") == "" {
				continue
			}
			text := attribute(n, "aria-label")
			if text == "" {
				text = textOf(n)
			}
			if slices.Contains(vague, strings.ToLower(text)) {
				t.Errorf("%s: the link to %s only says %q", name, attribute(n, "href"), text)
			}
		}
	}
}
