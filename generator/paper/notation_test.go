package paper

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// The tests' documents stand in testdata in a notation of their own, a block a
// line:
//
//	title: …, lang: …, foot: …, pages: …, size: …   of the document
//	# Heading {#id}                                  as many # as its level
//	- item, 1. item, + item without a bullet         two spaces deeper: a list within
//	: term = what it means
//	| cell | cell                                    the first row is the head; |> aligns right
//	> quoted, >> its title
//	$ code
//	--- a rule, === a new page, { and } around a group
//	? label {field}                                  a field on lines of its own
//	sign Mentor | {field} | {field} | Signature      signers follow each other
//	text                                             a paragraph
//
// and within text **bold**, *italic*, ~~struck~~, `code`, [text](address), \
// for a line's end, @fi(text) for another language, and fields {kind name |
// label | value | options; with ; semicolons, or lines}, where a width may
// follow the kind (text:12).
func sample(t testing.TB, name string) *Document {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	return parseNotation(string(text))
}

func parseNotation(text string) *Document {
	d := &Document{Size: A4}
	var lines []string
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		key, value, _ := strings.Cut(line, ": ")
		switch key {
		case "title":
			d.Title = value
		case "lang":
			d.Lang = value
		case "foot":
			d.Foot = value
		case "pages":
			d.Pages = value
		case "size":
			d.Size = Size(value)
		default:
			if strings.TrimSpace(line) != "" {
				lines = append(lines, line)
			}
		}
	}
	d.Blocks, _ = notationBlocks(lines)
	return d
}

var (
	numbered  = regexp.MustCompile(`^(\d+)\. (.*)`)
	headingID = regexp.MustCompile(` \{#([^}]*)\}$`)
)

// notationBlocks reads blocks up to the end of a group, and returns the rest.
func notationBlocks(lines []string) (blocks []Block, rest []string) {
	for len(lines) > 0 {
		line := lines[0]
		body := lines[1:]
		switch {
		case line == "}":
			return blocks, body
		case line == "{":
			var inner []Block
			inner, body = notationBlocks(body)
			blocks = append(blocks, Block{Kind: Group, Blocks: inner})
		case line == "---":
			blocks = append(blocks, Block{Kind: Rule})
		case line == "===":
			blocks = append(blocks, Block{Kind: PageBreak})
		case strings.HasPrefix(line, "#"):
			marks, title, _ := strings.Cut(line, " ")
			b := Block{Kind: Heading, Level: len(marks)}
			if m := headingID.FindStringSubmatch(title); m != nil {
				b.ID, title = m[1], strings.TrimSuffix(title, m[0])
			}
			b.Text = notationSpans(title)
			blocks = append(blocks, b)
		case itemMark(line) != "":
			kind := listKind(line)
			n := run(lines, func(s string) bool { return listKind(s) == kind || strings.HasPrefix(s, "  ") })
			blocks, body = append(blocks, notationList(lines[:n])), lines[n:]
		case strings.HasPrefix(line, "|"):
			n := run(lines, func(s string) bool { return strings.HasPrefix(s, "|") })
			blocks, body = append(blocks, Block{Kind: TableBlock, Table: notationTable(lines[:n])}), lines[n:]
		case strings.HasPrefix(line, ">"):
			n := run(lines, func(s string) bool { return strings.HasPrefix(s, ">") })
			blocks, body = append(blocks, notationQuote(lines[:n])), lines[n:]
		case strings.HasPrefix(line, "$ "):
			n := run(lines, func(s string) bool { return strings.HasPrefix(s, "$ ") })
			code := strings.ReplaceAll("\n"+strings.Join(lines[:n], "\n"), "\n$ ", "\n")
			blocks, body = append(blocks, Block{Kind: Code, Text: []Span{{Text: code[1:]}}}), lines[n:]
		case strings.HasPrefix(line, "? "):
			spans := notationSpans(line[2:])
			last := spans[len(spans)-1]
			blocks = append(blocks, Block{Kind: FieldBlock, Text: spans[:len(spans)-1], Field: last.Field})
		case strings.HasPrefix(line, "sign "):
			n := run(lines, func(s string) bool { return strings.HasPrefix(s, "sign ") })
			blocks, body = append(blocks, notationSigners(lines[:n])), lines[n:]
		default:
			blocks = append(blocks, Block{Kind: Paragraph, Text: notationSpans(line)})
		}
		lines = body
	}
	return blocks, nil
}

func run(lines []string, is func(string) bool) int {
	n := 0
	for n < len(lines) && is(lines[n]) {
		n++
	}
	return n
}

func itemMark(line string) string {
	for _, mark := range []string{"- ", "+ ", ": "} {
		if strings.HasPrefix(line, mark) {
			return mark
		}
	}
	if m := numbered.FindStringSubmatch(line); m != nil {
		return m[1] + ". "
	}
	return ""
}

// listKind tells lists apart that follow each other.
func listKind(line string) string {
	mark := itemMark(line)
	if len(mark) > 2 {
		return "1"
	}
	return mark
}

func notationList(lines []string) Block {
	b := Block{Kind: List}
	for len(lines) > 0 {
		mark := itemMark(lines[0])
		text := lines[0][len(mark):]
		var it Item
		switch mark {
		case "+ ":
			it.Bare = true
		case ": ":
			term, meaning, _ := strings.Cut(text, " = ")
			it.Label, text = notationSpans(term), meaning
		case "- ":
		default:
			if !b.Ordered {
				b.Start, _ = strconv.Atoi(strings.TrimSuffix(mark, ". "))
			}
			b.Ordered = true
		}
		it.Blocks = []Block{{Kind: Paragraph, Text: notationSpans(text)}}
		n := 1 + run(lines[1:], func(s string) bool { return strings.HasPrefix(s, "  ") })
		var within []string
		for _, line := range lines[1:n] {
			within = append(within, line[2:])
		}
		more, _ := notationBlocks(within)
		it.Blocks = append(it.Blocks, more...)
		b.Items = append(b.Items, it)
		lines = lines[n:]
	}
	return b
}

func notationTable(lines []string) *Table {
	t := &Table{}
	for i, line := range lines {
		var row [][]Span
		for _, cell := range splitCells(line[1:]) {
			right := strings.HasPrefix(cell, ">")
			if i == 0 {
				t.Right = append(t.Right, right)
			}
			row = append(row, notationSpans(strings.TrimSpace(strings.TrimPrefix(cell, ">"))))
		}
		if i == 0 {
			t.Head = row
		} else {
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}

// splitCells cuts at strokes that are not within a field.
func splitCells(line string) []string {
	var cells []string
	depth, from := 0, 0
	for i, r := range line {
		switch r {
		case '{':
			depth++
		case '}':
			depth--
		case '|':
			if depth == 0 {
				cells, from = append(cells, line[from:i]), i+1
			}
		}
	}
	return append(cells, line[from:])
}

func notationQuote(lines []string) Block {
	b := Block{Kind: Quote}
	for _, line := range lines {
		if title, ok := strings.CutPrefix(line, ">> "); ok {
			b.Text = notationSpans(title)
			continue
		}
		inner, _ := notationBlocks([]string{strings.TrimPrefix(line, "> ")})
		b.Blocks = append(b.Blocks, inner...)
	}
	return b
}

func notationSigners(lines []string) Block {
	b := Block{Kind: Signatures}
	for _, line := range lines {
		cells := splitCells(strings.TrimPrefix(line, "sign "))
		b.Signers = append(b.Signers, Signer{
			Role:      strings.TrimSpace(cells[0]),
			Name:      *notationField(strings.Trim(cells[1], " {}")),
			PlaceDate: *notationField(strings.Trim(cells[2], " {}")),
			Signature: strings.TrimSpace(cells[3]),
		})
	}
	return b
}

var inline = regexp.MustCompile(`\{(\w[^}]*)\}|\*\*(.+?)\*\*|\*(.+?)\*|~~(.+?)~~|` + "`(.+?)`" + `|\[(.+?)\]\((.*?)\)|@(\w+)\((.+?)\)|\\( |$)`)

func notationSpans(text string) []Span {
	var spans []Span
	at := 0
	for _, m := range inline.FindAllStringSubmatchIndex(text, -1) {
		if m[0] > at {
			spans = append(spans, Span{Text: text[at:m[0]]})
		}
		at = m[1]
		group := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		switch {
		case m[2] >= 0:
			spans = append(spans, Span{Field: notationField(group(1))})
		case m[4] >= 0:
			spans = append(spans, Span{Text: group(2), Bold: true})
		case m[6] >= 0:
			spans = append(spans, Span{Text: group(3), Italic: true})
		case m[8] >= 0:
			spans = append(spans, Span{Text: group(4), Struck: true})
		case m[10] >= 0:
			spans = append(spans, Span{Text: group(5), Code: true})
		case m[12] >= 0:
			spans = append(spans, Span{Text: group(6), Link: group(7)})
		case m[16] >= 0:
			spans = append(spans, Span{Text: group(9), Lang: group(8)})
		default:
			spans = append(spans, Span{Break: true})
		}
	}
	if at < len(text) {
		spans = append(spans, Span{Text: text[at:]})
	}
	return spans
}

func notationField(text string) *Field {
	parts := strings.Split(text, "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	parts = append(parts, "", "", "")
	kind, name, _ := strings.Cut(parts[0], " ")
	kind, width, _ := strings.Cut(kind, ":")
	f := &Field{Kind: FieldKind(kind), Name: name, Label: parts[1], Value: parts[2]}
	f.Width, _ = strconv.Atoi(width)
	switch f.Kind {
	case LinesField:
		f.Lines, _ = strconv.Atoi(parts[3])
	case ChoiceField:
		for option := range strings.SplitSeq(parts[3], ";") {
			option = strings.TrimSpace(option)
			if option == "…" {
				f.Other = true
			} else if option != "" {
				f.Options = append(f.Options, option)
			}
		}
	}
	return f
}
