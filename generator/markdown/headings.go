package markdown

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"golang.org/x/text/unicode/norm"

	"mentorbook/generator/finding"
)

// headingParser reads headings with {#id}. goldmark takes what stands in
// braces at a heading's end for the heading's attributes; the mark of a
// passage in another language, [text]{lang=sv}, is given back to the text.
type headingParser struct{ parser.BlockParser }

func (p headingParser) Close(node ast.Node, reader text.Reader, pc parser.Context) {
	p.BlockParser.Close(node, reader, pc)
	last := node.Lines().Len() - 1
	if last < 0 {
		return
	}
	line, source := node.Lines().At(last), reader.Source()
	if line.Len() == 0 || source[line.Stop-1] != ']' {
		return
	}
	if lang := spanLang(source[line.Stop-1:]); lang != "" {
		node.Lines().Set(last, line.WithStop(line.Stop-1+spanSize(lang)))
	}
}

func (w *writer) heading(n *ast.Heading) {
	i := len(w.headings)
	level := max(n.Level, 2) // level 1 is the page's title
	w.headings = append(w.headings, Heading{Level: level, Place: w.lines.place(n.Pos())})
	tag := "h" + strconv.Itoa(level)
	w.str("<" + tag + ` id="`)
	w.slot(slotID, i)
	w.str(`">`)
	start := len(w.out)
	w.prev = ' '
	w.inlines(n)
	text := ""
	if c := n.FirstChild(); c != nil && c.NextSibling() == nil && isText(c) {
		text = unescaped(bytes.TrimSpace(w.out[start:])) // what was written is the text itself
	} else {
		text = w.plainText(n)
	}
	w.str("</" + tag + ">\n")
	w.words++
	w.headings[i].Text = text
	w.checkLevel(n, text)
	w.headings[i].ID, w.headings[i].Explicit = w.idOf(n, text)
}

func isText(n ast.Node) bool {
	_, ok := n.(*ast.Text)
	return ok
}

// checkLevel reports a second title, and a level that was left out.
func (w *writer) checkLevel(n *ast.Heading, text string) {
	last := max(w.level, 1)
	switch {
	case n.Level == 1:
		w.report(finding.CodeHeadingFirst, n.Pos(), "text", text)
	case n.Level > last+1:
		w.report(finding.CodeHeadingSkipped, n.Pos(), "level", n.Level, "before", last, "want", last+1)
	}
	w.level = max(n.Level, 2)
}

// An id that a page writes is reserved before any is made from a text.
const reserved = -1

// reserveIDs notes the ids that headings of the page write themselves.
func (w *writer) reserveIDs(root ast.Node) {
	if bytes.Contains(w.src, []byte("{#")) {
		w.reserveWithin(root)
	}
}

func (w *writer) reserveWithin(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok {
			if id, _ := writtenID(h); validID(id) {
				w.idMap()[id] = reserved
			}
		} else if n.Type() == ast.TypeBlock {
			w.reserveWithin(n)
		}
	}
}

func (w *writer) idMap() map[string]int {
	if w.ids == nil {
		w.ids = map[string]int{}
	}
	return w.ids
}

// writtenID returns the id of {#id}.
func writtenID(n *ast.Heading) (string, bool) {
	attr, ok := n.AttributeString("id")
	if !ok {
		return "", false
	}
	id, ok := attr.([]byte)
	return norm.NFC.String(string(id)), ok
}

// idOf returns the heading's id, unique within the page, and whether the page
// writes it.
func (w *writer) idOf(n *ast.Heading, text string) (string, bool) {
	id, written := writtenID(n)
	switch {
	case !written:
	case !validID(id):
		w.report(finding.CodeHeadingID, n.Pos(), "id", id)
	case w.ids[id] != reserved:
		w.report(finding.CodeHeadingIDTwice, n.Pos(), "id", id)
	default:
		w.ids[id] = 0
		return id, true
	}
	return w.uniqueID(headingID(text)), false
}

// uniqueID adds a number to an id that the page has already.
func (w *writer) uniqueID(id string) string {
	ids := w.idMap()
	n, taken := ids[id]
	if !taken {
		ids[id] = 0
		return id
	}
	for n = max(n, 0); ; {
		n++
		try := id + "-" + strconv.Itoa(n)
		if _, taken := ids[try]; !taken {
			if ids[id] != reserved {
				ids[id] = n
			}
			ids[try] = 0
			return try
		}
	}
}

// headingID makes an id from a heading's text as forges do: lower case,
// spaces to hyphens, letters of any alphabet and digits kept, the rest dropped.
func headingID(text string) string {
	b := make([]byte, 0, len(text)+8)
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf && asciiID[r] != 0:
			b = append(b, asciiID[r])
		case r == '\u00a0':
			b = append(b, '-')
		case r >= utf8.RuneSelf && isLetterMark(r) && r != utf8.RuneError:
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
	}
	if len(b) == 0 {
		return "section"
	}
	return string(norm.NFC.Bytes(b))
}

// asciiID is what each ASCII character becomes in an id; 0 is dropped.
var asciiID = func() (to [utf8.RuneSelf]byte) {
	for c := range byte(utf8.RuneSelf) {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_':
			to[c] = c
		case c >= 'A' && c <= 'Z':
			to[c] = c + 'a' - 'A'
		case c == ' ':
			to[c] = '-'
		}
	}
	return to
}()

func isLetterMark(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

// validID reports whether an id that a page writes can serve: nothing that an
// address or an attribute would have to escape. Ids with a colon are the
// footnotes'.
func validID(id string) bool {
	for _, r := range id {
		if !isLetterMark(r) && !strings.ContainsRune("-_.", r) || r == utf8.RuneError {
			return false
		}
	}
	return id != ""
}
