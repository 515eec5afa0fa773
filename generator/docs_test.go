package generator

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
	"mentorbook/generator/source"
)

// The docs that say what the code says are made from it: make update.

func TestDocsOfContentAreThoseOfTheTypes(t *testing.T) {
	docs, err := handbook.Docs()
	if err != nil {
		t.Fatal(err)
	}
	head, err := os.ReadFile("testdata/content-head.md")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.Write(head)
	for _, d := range handbook.DocumentedTypes() {
		switch {
		case d.Name == "programme":
			b.WriteString("\n## programme.yaml\n")
		case d.Name == "page":
			b.WriteString("\n## Every page\n")
		default:
			fmt.Fprintf(&b, "\n## Kind: %s\n\nPages in `%s`, besides the fields of every page:\n", d.Name, d.Folder)
		}
		b.WriteString("\n| field | value | what it is |\n|---|---|---|\n")
		for _, f := range source.Fields(d.Own, docs) {
			if f.Doc == "" {
				t.Errorf("%s: the field %s has no doc comment", d.Name, f.Name)
			}
			name := "`" + f.Name + "`"
			if f.Required {
				name += " *"
			}
			fmt.Fprintf(&b, "| %s | %s | %s |\n", name, f.Type, strings.ReplaceAll(f.Doc, "|", "\\|"))
		}
	}
	b.WriteString("\n\\* must be there.\n")
	golden(t, "../docs/content.md", []byte(b.String()))
}

func TestDocsOfFindingsAreThoseOfTheCatalogue(t *testing.T) {
	var b strings.Builder
	b.WriteString("# What Mentorbook may find\n\nEvery finding has a code, which stays the same from version to version. An **error** stops a build: nothing that is\npublished changes until it is mended. A **warning** does so with `--strict` only. `mentorbook check` shows them all\nand writes nothing; `--lang fi` and `--lang sv` show them in Finnish and Swedish, `--format json` and `--format github`\nfor other programs.\n")
	for _, d := range finding.Definitions() {
		fmt.Fprintf(&b, "\n## %s\n\n**%s**: %s.\n\n%s\n", d.Code, d.Severity, shown(d.Message.EN), d.Doc)
		for _, h := range d.Hints {
			fmt.Fprintf(&b, "\n- %s\n", shown(h.EN))
		}
	}
	golden(t, "../docs/findings.md", []byte(b.String()))
}

// shown marks the arguments of a text and escapes what Markdown would read.
func shown(text string) string {
	text = strings.NewReplacer("<", "\\<", "*", "\\*", "[!", "\\[!").Replace(text)
	return strings.NewReplacer("{", "`", "}", "`").Replace(text)
}
