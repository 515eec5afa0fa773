package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"mentorbook/generator/finding"
)

// rawPart is a piece of raw HTML, put together from lines whose beginnings
// (a quotation's >, a list's indentation) are not part of it.
type rawPart struct {
	html   []byte
	pieces []rawPiece
}

// rawPiece says where a piece that begins at an offset of the part stands in
// the body.
type rawPiece struct{ at, source int }

func (p *rawPart) add(s text.Segment, source []byte) {
	p.pieces = append(p.pieces, rawPiece{len(p.html), s.Start})
	p.html = append(p.html, s.Value(source)...)
}

// source returns where an offset of the part stands in the body.
func (p *rawPart) source(at int) int {
	i, found := slices.BinarySearchFunc(p.pieces, at, func(r rawPiece, at int) int { return r.at - at })
	if !found {
		i--
	}
	return p.pieces[i].source + at - p.pieces[i].at
}

func (w *writer) htmlBlock(n *ast.HTMLBlock) {
	var p rawPart
	lines := n.Lines()
	for i := range lines.Len() {
		p.add(lines.At(i), w.src)
	}
	if n.HasClosure() {
		p.add(n.ClosureLine, w.src)
	}
	w.rawHTML(&p, true)
	w.prev = ' '
}

func (w *writer) inlineHTML(n *ast.RawHTML) {
	var p rawPart
	for i := range n.Segments.Len() {
		p.add(n.Segments.At(i), w.src)
	}
	w.rawHTML(&p, false)
}

// rawHTML writes raw HTML: as it is where it is trusted, else what the policy
// leaves of it. Comments are dropped without a word.
func (w *writer) rawHTML(p *rawPart, block bool) {
	if len(p.html) == 0 {
		return
	}
	places := w.inspect(p)
	if w.converter.trusted {
		w.forRoles = w.forRoles || bytes.Contains(p.html, []byte(" data-for="))
		w.rawTags(p.html, places)
		return
	}
	clean := w.converter.policy().SanitizeBytes(p.html)
	if block && len(bytes.TrimSpace(clean)) == 0 {
		return
	}
	w.mayBeUnbalanced = true
	w.rawTags(bytes.Map(dropSentinels, clean), places)
}

// rawTags writes HTML, leaving slots for the addresses of links and images.
func (w *writer) rawTags(raw []byte, tags []rawTag) {
	if len(tags) == 0 {
		w.out = append(w.out, raw...)
		return
	}
	z := html.NewTokenizer(bytes.NewReader(raw))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return
		}
		text := z.Raw()
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			w.out = append(w.out, text...)
			continue
		}
		text = bytes.Clone(text)
		t := z.Token()
		a := attribute(t.Attr, addressKey(t.Data))
		if a == nil || !safe(a.Val) {
			w.out = append(w.out, text...)
			continue
		}
		var at int
		at, tags = takeTag(tags, a.Val)
		w.rawAddress(text, t, a.Val, at)
	}
}

// takeTag finds the place of the next tag with an address, and drops the tags
// up to it: some may have gone with an element that the policy took out whole.
func takeTag(tags []rawTag, address string) (int, []rawTag) {
	for i, t := range tags {
		if t.address == address {
			return t.at, tags[i+1:]
		}
	}
	if len(tags) > 0 {
		return tags[0].at, tags[1:]
	}
	return 0, nil
}

// rawAddress writes a tag of a link or image with a slot for its address.
func (w *writer) rawAddress(raw []byte, t html.Token, dest string, at int) {
	key := addressKey(t.Data)
	start, end := attributeValue(raw, key)
	if start < 0 {
		w.out = append(w.out, raw...)
		return
	}
	w.out = append(w.out, raw[:start]...)
	w.str(`"`)
	place := w.lines.place(at)
	if t.Data == "img" {
		alt := attribute(t.Attr, "alt")
		if alt == nil {
			w.report(finding.CodeImageAlt, at, "dest", dest)
			alt = &html.Attribute{}
		}
		kind := slotImage
		if attribute(t.Attr, "width") != nil || attribute(t.Attr, "height") != nil {
			kind = slotSource
		}
		w.slot(kind, len(w.images))
		w.images = append(w.images, Image{dest, alt.Val, place})
	} else {
		w.slot(slotLink, len(w.links))
		w.links = append(w.links, Link{dest, place})
		if external(dest) && attribute(t.Attr, "rel") == nil {
			w.str(`" rel="external`)
		}
	}
	w.str(`"`)
	w.out = append(w.out, raw[end:]...)
}

// attributeValue finds the value of an attribute in a tag's text, with its
// quotes where it has some (HTML, 13.2.5.32 to 39). It returns -1 where the
// tag has no such attribute, or no value for it.
func attributeValue(tag []byte, key string) (start, end int) {
	const space = " \t\n\f\r"
	skip := func(i int, set string) int {
		for i < len(tag) && strings.IndexByte(set, tag[i]) >= 0 {
			i++
		}
		return i
	}
	until := func(i int, set string) int {
		for i < len(tag) && strings.IndexByte(set, tag[i]) < 0 {
			i++
		}
		return i
	}
	i := until(1, space+"/>")
	for {
		i = skip(i, space+"/")
		if i >= len(tag) || tag[i] == '>' {
			return -1, -1
		}
		name := i
		i = until(i+1, space+"/=>")
		found := strings.EqualFold(string(tag[name:i]), key)
		if i = skip(i, space); i >= len(tag) || tag[i] != '=' {
			if found {
				return -1, -1
			}
			continue
		}
		start = skip(i+1, space)
		if start < len(tag) && (tag[start] == '"' || tag[start] == '\'') {
			end = min(until(start+1, string(tag[start]))+1, len(tag))
		} else {
			end = until(start, space+">")
		}
		if found {
			return start, end
		}
		i = end
	}
}
