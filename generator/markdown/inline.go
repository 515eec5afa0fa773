package markdown

import (
	"bytes"
	"html"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"mentorbook/generator/finding"
)

func (w *writer) inlines(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		w.inline(n)
	}
}

func (w *writer) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.text(n.Segment.Value(w.src))
		switch {
		case n.HardLineBreak():
			w.str("<br>\n")
			w.prev = ' '
		case n.SoftLineBreak():
			w.str("\n")
			w.prev = ' '
		}
	case *ast.String:
		w.text(n.Value)
	case *ast.Emphasis:
		tag := "em"
		if n.Level == 2 {
			tag = "strong"
		}
		w.wrapped(tag, n)
	case *east.Strikethrough:
		w.wrapped("del", n)
	case *ast.CodeSpan:
		w.codeSpan(n)
	case *ast.Link:
		w.link(n)
	case *ast.AutoLink:
		w.autoLink(n)
	case *ast.Image:
		w.image(n)
	case *ast.RawHTML:
		w.inlineHTML(n)
	case *east.TaskCheckBox:
		w.str(`<input type="checkbox" disabled`)
		if n.IsChecked {
			w.str(" checked")
		}
		w.str(` aria-label="`)
		w.out = appendEscaped(w.out, w.converter.options.Labels.Task)
		w.str(`"> `)
	case *east.FootnoteLink:
		w.footnoteLink(n)
	case *east.FootnoteBacklink:
		w.footnoteBack(n)
	case *placeholderNode:
		w.placeholder(n, false)
	default:
		w.inlines(n)
	}
}

func (w *writer) wrapped(tag string, n ast.Node) {
	w.str("<" + tag + ">")
	w.inlines(n)
	w.str("</" + tag + ">")
}

func (w *writer) codeSpan(n *ast.CodeSpan) {
	w.str("<code>")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		value := c.(*ast.Text).Segment.Value(w.src)
		if trimmed, ok := bytes.CutSuffix(value, []byte("\n")); ok {
			w.out = appendEscaped(w.out, trimmed)
			w.str(" ")
			continue
		}
		w.out = appendEscaped(w.out, value)
	}
	w.str("</code>")
	w.prev = 'x'
}

// safeSchemes are those that a link may have; the rest could run a script or
// reach into the reader's device.
var safeSchemes = []string{"http", "https", "mailto", "tel"}

// scheme returns the scheme of an address, lower-case, or "".
func scheme(dest string) string {
	s, _, ok := strings.Cut(dest, ":")
	if !ok || strings.ContainsAny(s, "/?#") {
		return ""
	}
	// Browsers drop control characters and spaces around a scheme.
	return strings.ToLower(strings.Map(func(r rune) rune {
		if r <= ' ' {
			return -1
		}
		return r
	}, s))
}

func safe(dest string) bool {
	s := scheme(dest)
	if s == "" {
		return true
	}
	for _, ok := range safeSchemes {
		if s == ok {
			return true
		}
	}
	return false
}

func (w *writer) link(n *ast.Link) {
	dest := destination(n.Destination)
	if !w.openLink(dest, n.Pos()) {
		w.inlines(n)
		return
	}
	if len(n.Title) > 0 {
		w.str(` title="`)
		w.attribute(n.Title)
		w.str(`"`)
	}
	w.str(">")
	w.inlines(n)
	w.str("</a>")
}

// destination resolves a link's escapes and entities, and its percent-encoding
// of anything but what a path must keep.
func destination(dest []byte) string {
	return html.UnescapeString(string(util.UnescapePunctuations(dest)))
}

// openLink writes the tag of a link up to its title, or reports that it may
// not be one.
func (w *writer) openLink(dest string, pos int) bool {
	if !safe(dest) {
		w.report(finding.CodeLinkScheme, pos, "dest", dest, "scheme", scheme(dest))
		return false
	}
	w.str(`<a href="`)
	w.slot(slotLink, len(w.doc.Links))
	w.doc.Links = append(w.doc.Links, Link{dest, w.lines.place(pos)})
	w.str(`"`)
	if s := scheme(dest); s == "http" || s == "https" || strings.HasPrefix(dest, "//") {
		w.str(` rel="external"`)
	}
	return true
}

func (w *writer) autoLink(n *ast.AutoLink) {
	dest := string(n.URL(w.src))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(dest), "mailto:") {
		dest = "mailto:" + dest
	}
	ok := w.openLink(dest, n.Pos())
	if ok {
		w.str(">")
	}
	w.out = appendEscaped(w.out, n.Label(w.src))
	if ok {
		w.str("</a>")
	}
	w.prev = 'x'
}

func (w *writer) image(n *ast.Image) {
	dest := destination(n.Destination)
	alt := string(w.plainText(n))
	if alt == "" {
		w.report(finding.CodeImageAlt, n.Pos(), "dest", dest)
	}
	if !safe(dest) {
		w.report(finding.CodeLinkScheme, n.Pos(), "dest", dest, "scheme", scheme(dest))
		w.out = appendEscaped(w.out, alt)
		return
	}
	w.str(`<img alt="`)
	w.out = appendEscaped(w.out, alt)
	if len(n.Title) > 0 {
		w.str(`" title="`)
		w.attribute(n.Title)
	}
	w.str(`" loading="lazy" decoding="async" src="`)
	w.slot(slotImage, len(w.doc.Images))
	w.doc.Images = append(w.doc.Images, Image{dest, alt, w.lines.place(n.Pos())})
	w.str(`">`)
	w.prev = 'x'
}

// attribute writes a title: its escapes and entities resolved.
func (w *writer) attribute(text []byte) {
	w.out = appendEscaped(w.out, html.UnescapeString(string(util.UnescapePunctuations(text))))
}

// special marks the bytes of text that need a second look.
var special = [256]bool{'\\': true, '&': true, '<': true, '>': true, '"': true, '\'': true, '-': true, '.': true, ' ': true}

// text writes a run of text: escapes and entities resolved, HTML escaped,
// quotation marks, dashes and ellipses set in the language's manner.
func (w *writer) text(t []byte) {
	from := 0
	for i := 0; i < len(t); {
		c := t[i]
		if !special[c] {
			i++
			continue
		}
		if c == ' ' {
			w.doc.Words++
			i++
			continue
		}
		replacement, size := w.replace(t, i, from)
		if size == 0 {
			i++
			continue
		}
		w.out = append(w.out, t[from:i]...)
		w.out = append(w.out, replacement...)
		w.prev = lastRune(replacement)
		i += size
		from = i
	}
	if from < len(t) {
		w.out = append(w.out, t[from:]...)
		w.prev, _ = utf8.DecodeLastRune(t)
	}
}

func lastRune(s string) rune {
	switch s {
	case "&lt;", "&gt;", "&amp;", "&#34;":
		return 'x'
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// replace returns what stands for the bytes at i, and how many they are; 0
// where they stand for themselves. from is where text not yet written begins.
func (w *writer) replace(t []byte, i, from int) (string, int) {
	switch t[i] {
	case '<':
		return "&lt;", 1
	case '>':
		return "&gt;", 1
	case '\\':
		if i+1 < len(t) && util.IsPunct(t[i+1]) {
			return escapedByte(t[i+1]), 2
		}
	case '&':
		return entity(t[i:])
	case '-':
		switch {
		case bytes.HasPrefix(t[i:], []byte("---")) && !bytes.HasPrefix(t[i:], []byte("----")):
			return "—", 3
		case bytes.HasPrefix(t[i:], []byte("---")):
			return string(t[i : i+dashes(t[i:])]), dashes(t[i:])
		case bytes.HasPrefix(t[i:], []byte("--")):
			return "–", 2
		}
	case '.':
		if bytes.HasPrefix(t[i:], []byte("...")) {
			return "…", 3
		}
	case '"', '\'':
		return w.quote(t, i, from), 1
	}
	return "", 0
}

func dashes(t []byte) int { return len(t) - len(bytes.TrimLeft(t, "-")) }

func escapedByte(c byte) string {
	switch c {
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '&':
		return "&amp;"
	case '"':
		return "&#34;"
	}
	return string(rune(c))
}

// entity resolves a character reference (CommonMark 0.31, 2.5); a lone & is escaped.
func entity(t []byte) (string, int) {
	end := bytes.IndexByte(t[:min(len(t), 40)], ';')
	if end > 0 {
		ref := string(t[:end+1])
		if ref == "&#0;" || strings.EqualFold(ref, "&#x0;") {
			return "�", end + 1
		}
		if resolved := html.UnescapeString(ref); resolved != ref && !strings.HasSuffix(resolved, ";") || ref == "&semi;" {
			return string(appendEscaped(nil, resolved)), end + 1
		}
	}
	return "&amp;", 1
}

// quote chooses the mark for a straight " or '.
func (w *writer) quote(t []byte, i, from int) string {
	prev := w.prev
	if i > from {
		prev, _ = utf8.DecodeLastRune(t[from:i])
	}
	q := w.converter.quotes
	open := opens(prev)
	if i+1 < len(t) && (t[i+1] == ' ' || t[i+1] == '\n') {
		open = false
	}
	if t[i] == '"' {
		if open {
			return q.open
		}
		return q.close
	}
	if open && !(i+1 < len(t) && t[i+1] >= '0' && t[i+1] <= '9') {
		return q.openInner
	}
	if closes := prev == ' '; closes {
		return q.openInner
	}
	if i+1 < len(t) && isLetter(t[i+1]) || q.closeInner == "›" || q.closeInner == "‘" {
		return "’" // an apostrophe
	}
	return q.closeInner
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80 }
