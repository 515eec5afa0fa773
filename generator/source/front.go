package source

import (
	"bytes"
	"errors"
	"regexp"

	"github.com/adrg/frontmatter"

	"mentorbook/generator/finding"
)

// splitFront finds the front matter, reads it and sets where the body begins.
//
// A page may open with --- as a rule between paragraphs. It is front matter
// where a closing --- follows, or where the next line looks like a key; an
// opening --- with neither is a rule.
func (f *File) splitFront() []finding.Finding {
	if front, end := plainFront(f.Raw); front != nil {
		f.Front, f.BodyOffset = front, end
		return nil
	}
	return f.splitAnyFront()
}

// splitAnyFront is splitFront without the short way.
func (f *File) splitAnyFront() []finding.Finding {
	start := len(f.Raw) - len(bytes.TrimLeft(f.Raw, " \t\n"))
	first, _, _ := bytes.Cut(f.Raw[start:], []byte("\n"))
	opening := string(bytes.TrimSpace(first))
	if !opens(opening) {
		return nil
	}
	var found []finding.Finding
	read := func(make func(p *yamlReader) *Node) frontmatter.UnmarshalFunc {
		return func(data []byte, _ any) error {
			p := &yamlReader{file: f.Name(), text: data, line: f.lineOf(data)}
			f.Front = make(p)
			found = append(found, p.findings...)
			return nil
		}
	}
	yaml, toml, json := read((*yamlReader).readFront), read((*yamlReader).readTOML), read((*yamlReader).readJSON)
	head := f.head(start, opening)
	rest, err := frontmatter.MustParse(bytes.NewReader(head), new(struct{}),
		frontmatter.NewFormat("---", "---", yaml), frontmatter.NewFormat("---yaml", "---", yaml),
		frontmatter.NewFormat("+++", "+++", toml), frontmatter.NewFormat("---toml", "---", toml),
		frontmatter.NewFormat(";;;", ";;;", json), frontmatter.NewFormat("---json", "---", json),
		&frontmatter.Format{Start: "{", End: "}", Unmarshal: json, UnmarshalDelims: true, RequiresNewLine: true},
	)
	if errors.Is(err, frontmatter.ErrNotFound) {
		return f.unclosed(start, opening)
	}
	f.BodyOffset = len(head) - len(rest)
	return found
}

// head is the part of the file that can hold the front matter: up to the
// first line that could close it. The frontmatter package copies what it is
// given, so it is not given the whole page.
func (f *File) head(start int, opening string) []byte {
	if opening == "{" { // the closing brace must be followed by a blank line
		return f.Raw
	}
	closing := "\n" + opening[:3]
	for at := start + len(opening); ; {
		i := bytes.Index(f.Raw[at:], []byte(closing))
		if i < 0 {
			return f.Raw
		}
		at += i + len(closing)
		line, _, _ := bytes.Cut(f.Raw[at:], []byte("\n"))
		if len(bytes.TrimSpace(line)) == 0 {
			return f.Raw[:min(at+len(line)+1, len(f.Raw))]
		}
	}
}

func opens(line string) bool {
	switch line {
	case "---", "---yaml", "+++", "---toml", ";;;", "---json", "{":
		return true
	}
	return false
}

// lineOf returns the line of Raw on which a fragment of front matter begins:
// the frontmatter package hands over a copy, which stands after the opening
// line, or on it where the delimiters are part of the data.
func (f *File) lineOf(data []byte) int {
	return bytes.Count(f.Raw[:max(bytes.Index(f.Raw, data), 0)], []byte("\n")) + 1
}

var keyLine = regexp.MustCompile(`^\s*["']?[\p{L}_][\p{L}\d_-]*["']?\s*[:=]`)

func (f *File) unclosed(start int, opening string) []finding.Finding {
	_, rest, _ := bytes.Cut(f.Raw[start:], []byte("\n"))
	next, _, _ := bytes.Cut(bytes.TrimLeft(rest, "\n"), []byte("\n"))
	if !keyLine.Match(next) {
		return nil
	}
	closing := opening
	switch opening {
	case "{":
		closing = "}"
	case "---yaml", "---toml", "---json":
		closing = "---"
	}
	f.BodyOffset = len(f.Raw)
	return []finding.Finding{finding.New(finding.CodeFrontUnclosed, f.Place(start), "closing", closing)}
}
