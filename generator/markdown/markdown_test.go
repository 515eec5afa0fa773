package markdown

import (
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/generator/finding"
)

// The cases of testdata/*.txt are text that anyone can add to. A case is
//
//	=== its name [options]
//	Markdown
//	--- html
//	what it becomes
//	--- more
//	findings and what else the document says, one a line
//
// Options are lang=fi, trusted, placeholders. Links are filled in as they are
// written, images are 40 by 30 pixels, placeholders are ‹name|args›. Write the
// Markdown, run the test with MENTORBOOK_UPDATE=1, and read what it has made
// of it.

type textCase struct {
	head, source, html, more string
}

func TestEveryCaseRendersAsWritten(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			preface, cases := readCases(t, string(raw))
			for i := range cases {
				c := &cases[i]
				html, more := convertCase(*c)
				if os.Getenv("MENTORBOOK_UPDATE") == "" {
					if html != c.html {
						t.Errorf("%s\n%s--- got\n%s--- want\n%s", c.head, c.source, html, c.html)
					}
					if more != c.more {
						t.Errorf("%s\n%s--- got more\n%s--- want more\n%s", c.head, c.source, more, c.more)
					}
				}
				c.html, c.more = html, more
			}
			if os.Getenv("MENTORBOOK_UPDATE") != "" {
				if err := os.WriteFile(file, []byte(writeCases(preface, cases)), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func readCases(t *testing.T, text string) (preface string, cases []textCase) {
	t.Helper()
	var part *string = &preface
	for line := range strings.Lines(text) {
		switch bare := strings.TrimSuffix(line, "\n"); {
		case strings.HasPrefix(bare, "=== "):
			cases = append(cases, textCase{head: bare})
			part = &cases[len(cases)-1].source
		case bare == "--- html" && len(cases) > 0:
			part = &cases[len(cases)-1].html
		case bare == "--- more" && len(cases) > 0:
			part = &cases[len(cases)-1].more
		default:
			*part += line
		}
	}
	for i := range cases { // the empty line between cases is not part of them
		c := &cases[i]
		last := &c.source
		if c.html != "" {
			last = &c.html
		}
		if c.more != "" {
			last = &c.more
		}
		*last = strings.TrimRight(*last, "\n") + "\n"
	}
	return preface, cases
}

func writeCases(preface string, cases []textCase) string {
	var b strings.Builder
	b.WriteString(preface)
	for i, c := range cases {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(c.head + "\n" + c.source + "--- html\n" + c.html)
		if c.more != "" {
			b.WriteString("--- more\n" + c.more)
		}
	}
	return b.String()
}

// convertCase converts a case's source, and says what else came of it.
func convertCase(c textCase) (html, more string) {
	o := Options{Lang: "en", Labels: Labels{Table: "Table"}}
	if _, words, ok := strings.Cut(c.head, "["); ok {
		for _, word := range strings.Fields(strings.TrimSuffix(words, "]")) {
			switch key, value, _ := strings.Cut(word, "="); key {
			case "lang":
				o.Lang = value
			case "trusted":
				o.Trusted = true
			case "placeholders":
				o.Placeholders = true
			}
		}
	}
	doc, findings := New(o).Convert("page.md", []byte(c.source), 0)
	html = strings.TrimRight(string(doc.Append(nil, filled(doc))), "\n") + "\n"
	var b strings.Builder
	if doc.Title != "" {
		fmt.Fprintf(&b, "title %s %q\n", doc.TitlePlace, doc.Title)
	}
	for _, h := range doc.Headings {
		explicit := ""
		if h.Explicit {
			explicit = " written"
		}
		fmt.Fprintf(&b, "heading %s %d %s %q%s\n", h.Place, h.Level, h.ID, h.Text, explicit)
	}
	for _, l := range doc.Links {
		fmt.Fprintf(&b, "link %s %s\n", l.Place, l.Dest)
	}
	for _, i := range doc.Images {
		fmt.Fprintf(&b, "image %s %s %q\n", i.Place, i.Dest, i.Alt)
	}
	for _, p := range doc.Placeholders {
		fmt.Fprintf(&b, "placeholder %s %s|%s block=%t\n", p.Place, p.Name, p.Args, p.Block)
	}
	for _, a := range doc.Anchors {
		fmt.Fprintf(&b, "anchor %s\n", a)
	}
	for _, f := range finding.Sort(findings) {
		fmt.Fprintf(&b, "%s %s %s: %s / %s\n", f.Place, f.Severity, f.Code, f.Message("en"), f.Hint("en"))
	}
	return html, strings.ReplaceAll(b.String(), "page.md:", "")
}

// filled fills a document's holes with what the page itself says.
func filled(d *Document) Fill {
	var f Fill
	for _, l := range d.Links {
		f.Links = append(f.Links, l.Dest)
	}
	for _, i := range d.Images {
		f.Images = append(f.Images, ImageFill{i.Dest, 40, 30})
	}
	for _, p := range d.Placeholders {
		f.Placeholders = append(f.Placeholders, template.HTML("‹"+template.HTMLEscapeString(p.Name+"|"+p.Args)+"›"))
	}
	return f
}
