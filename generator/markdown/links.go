package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"mentorbook/generator/finding"
)

// safeSchemes are those that a link may have; others could run a script or
// reach into the reader's device.
var safeSchemes = []string{"http", "https", "mailto", "tel"}

// scheme returns the scheme of an address, lower-case, or "" where it has none
// (RFC 3986, 3.1). Browsers drop control characters and spaces, so do we.
func scheme(dest string) string {
	s, _, ok := strings.Cut(dest, ":")
	if !ok || strings.ContainsAny(s, "/?#") {
		return ""
	}
	var name []byte
	for _, c := range []byte(strings.ToLower(s)) {
		switch {
		case c <= ' ' || c == 0x7f:
		case c >= 'a' && c <= 'z', len(name) > 0 && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.'):
			name = append(name, c)
		default:
			return "" // a file may be called 12:30.md
		}
	}
	return string(name)
}

func safe(dest string) bool {
	s := scheme(dest)
	return s == "" || slices.Contains(safeSchemes, s)
}

// external reports whether an address leads to another host.
func external(dest string) bool {
	s := scheme(dest)
	return s == "http" || s == "https" || strings.HasPrefix(dest, "//")
}

func (w *writer) link(n *ast.Link) {
	if !w.openLink(unescapedText(n.Destination), n.Pos()) {
		w.inlines(n)
		return
	}
	w.titleAttribute(n.Title)
	w.wrapped(">", n, "</a>")
}

// openLink writes the tag of a link up to its title, or reports that it may
// not be one.
func (w *writer) openLink(dest string, at int) bool {
	if !safe(dest) {
		w.report(finding.CodeLinkScheme, at, "dest", dest, "scheme", scheme(dest))
		return false
	}
	w.str(`<a href="`)
	w.slot(slotLink, len(w.links))
	w.links = append(w.links, Link{dest, w.lines.place(at)})
	if external(dest) {
		w.str(`" rel="external"`)
	} else {
		w.str(`"`)
	}
	return true
}

func (w *writer) titleAttribute(title []byte) {
	if len(title) > 0 {
		w.str(` title="`)
		w.escaped(unescapedText(title))
		w.str(`"`)
	}
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

// image writes an image, with its title as an attribute or without.
func (w *writer) image(n *ast.Image, title bool) {
	dest, alt := unescapedText(n.Destination), w.plainText(n)
	if alt == "" {
		w.report(finding.CodeImageAlt, n.Pos(), "dest", dest)
	}
	w.prev = 'x'
	if !safe(dest) {
		w.report(finding.CodeLinkScheme, n.Pos(), "dest", dest, "scheme", scheme(dest))
		w.escaped(alt)
		return
	}
	w.str(`<img alt="`)
	w.escaped(alt)
	w.str(`"`)
	if title {
		w.titleAttribute(n.Title)
	}
	w.str(` loading="lazy" decoding="async" src="`)
	w.slot(slotImage, len(w.images))
	w.images = append(w.images, Image{dest, alt, w.lines.place(n.Pos())})
	w.str(`">`)
}

// figure writes an image that stands alone; its title is the caption.
func (w *writer) figure(img *ast.Image) {
	w.str("<figure>")
	w.image(img, false)
	w.str("<figcaption>")
	w.startText()
	w.text(bytes.ReplaceAll(img.Title, []byte(`\"`), []byte(`"`)), -1) // the Markdown must escape them
	w.str("</figcaption></figure>\n")
}
