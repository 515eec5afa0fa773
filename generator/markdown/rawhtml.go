package markdown

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"mentorbook/generator/finding"
)

// policy says which raw HTML a page may hold: what Markdown itself can make,
// and a few elements that it has no sign for. No scripts, no styles, no forms,
// no frames, no ids (they are the page's own).
func policy() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements(
		"h2", "h3", "h4", "h5", "h6", "p", "div", "section", "article", "aside", "blockquote", "pre", "hr", "br", "wbr",
		"ul", "ol", "li", "dl", "dt", "dd", "details", "summary", "figure", "figcaption",
		"table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td",
		"a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "q", "rp", "rt", "ruby",
		"s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
	)
	p.AllowNoAttrs().OnElements("a", "img")
	p.AllowAttrs("lang").Matching(regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)).Globally()
	p.AllowAttrs("dir").Matching(bluemonday.Direction).Globally()
	p.AllowAttrs("title").Globally()
	p.AllowAttrs("class").Matching(regexp.MustCompile(`^[a-z][a-z0-9 _-]*$`)).OnElements(
		"a", "div", "section", "aside", "details", "figure", "p", "span", "ul", "ol", "dl", "table", "th", "td", "tr", "img")
	p.AllowAttrs("open").OnElements("details")
	p.AllowAttrs("datetime").OnElements("time", "ins", "del")
	p.AllowAttrs("start", "value").Matching(bluemonday.Integer).OnElements("ol", "li")
	p.AllowAttrs("reversed").OnElements("ol")
	p.AllowAttrs("type").Matching(bluemonday.ListType).OnElements("ol")
	p.AllowAttrs("colspan", "rowspan", "span").Matching(bluemonday.Integer).OnElements("td", "th", "col", "colgroup")
	p.AllowAttrs("scope").Matching(regexp.MustCompile(`^(row|col)(group)?$`)).OnElements("th")
	p.AllowAttrs("alt").OnElements("img")
	p.AllowAttrs("width", "height").Matching(bluemonday.Integer).OnElements("img")
	p.AllowAttrs("href").OnElements("a")
	p.AllowAttrs("src").OnElements("img")
	p.RequireParseableURLs(true)
	p.AllowRelativeURLs(true)
	p.AllowURLSchemes(safeSchemes...)
	return p
}

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

// rawTag is an <a> or <img> of raw HTML that will be written: its address and
// where it stands in the body.
type rawTag struct {
	address string
	at      int
}

// inspect reads the tags of raw HTML, reports what the policy will take out
// and what is not balanced, and returns the tags that hold addresses.
func (w *writer) inspect(p *rawPart) []rawTag {
	var tags []rawTag
	z := html.NewTokenizer(bytes.NewReader(p.html))
	for at := 0; ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			return tags
		}
		raw := z.Raw()
		here := p.source(at)
		at += len(raw)
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken:
			raw := bytes.Clone(raw)
			t := z.Token()
			w.openRaw(t, here)
			attrs := t.Attr
			if !w.converter.trusted {
				attrs = w.reportRemoved(t, raw, here)
			}
			w.noteAnchor(attrs)
			if key := addressKey(t.Data); key != "" {
				if a := attribute(attrs, key); a != nil {
					tags = append(tags, rawTag{a.Val, here})
				}
			}
		case html.EndTagToken:
			w.closeRaw(z.Token(), here)
		case html.CommentToken, html.DoctypeToken:
			if !w.converter.trusted && !bytes.HasPrefix(raw, []byte("<!--")) {
				w.report(finding.CodeHTMLRemoved, here, "tag", firstWord(raw))
			}
		}
	}
}

// firstWord is how an instruction or declaration begins: ?php or !DOCTYPE.
func firstWord(raw []byte) string {
	raw = bytes.TrimLeft(raw, "<")
	if i := bytes.IndexAny(raw, " \t\n>"); i >= 0 {
		raw = raw[:i]
	}
	return string(raw[:min(len(raw), 20)])
}

func (w *writer) noteAnchor(attrs []html.Attribute) {
	if id := attribute(attrs, "id"); id != nil && id.Val != "" {
		w.anchors = append(w.anchors, id.Val)
	}
}

// addressKey is the attribute of an element that a slot is left for.
func addressKey(tag string) string {
	switch tag {
	case "a":
		return "href"
	case "img":
		return "src"
	}
	return ""
}

func attribute(attrs []html.Attribute, key string) *html.Attribute {
	for i := range attrs {
		if attrs[i].Key == key {
			return &attrs[i]
		}
	}
	return nil
}

// reportRemoved reports what the policy takes out of a tag, and returns the
// attributes that it leaves.
func (w *writer) reportRemoved(t html.Token, raw []byte, at int) []html.Attribute {
	clean := html.NewTokenizer(bytes.NewReader(w.converter.policy().SanitizeBytes(raw)))
	if kind := clean.Next(); kind != html.StartTagToken && kind != html.SelfClosingTagToken {
		w.report(finding.CodeHTMLRemoved, at, "tag", t.Data)
		return nil
	}
	kept := clean.Token().Attr
	for _, a := range t.Attr {
		if attribute(kept, a.Key) != nil {
			continue
		}
		if a.Key == addressKey(t.Data) && !safe(a.Val) {
			w.report(finding.CodeLinkScheme, at, "dest", a.Val, "scheme", scheme(a.Val))
			continue
		}
		w.report(finding.CodeHTMLAttribute, at, "tag", t.Data, "attribute", a.Key)
	}
	return kept
}

// openTag is a tag of raw HTML that waits for the one that closes it.
type openTag struct {
	name string
	at   int
}

// openRaw notes a tag that must be closed.
func (w *writer) openRaw(t html.Token, at int) {
	if !isVoid(t.DataAtom) {
		w.open = append(w.open, openTag{t.Data, at})
	}
}

// closeRaw takes the tags off that an end tag closes, and reports those that
// it closes in passing, or that it closes nothing.
func (w *writer) closeRaw(t html.Token, at int) {
	for i := len(w.open) - 1; i >= max(0, len(w.open)-1000); i-- {
		if w.open[i].name != t.Data {
			continue
		}
		w.reportOpen(w.open[i+1:])
		w.open = w.open[:i]
		return
	}
	if !isVoid(t.DataAtom) {
		w.report(finding.CodeHTMLStray, at, "tag", t.Data)
	}
}

func (w *writer) reportUnclosed() {
	w.reportOpen(w.open)
	w.open = w.open[:0]
}

func (w *writer) reportOpen(tags []openTag) {
	for _, t := range tags {
		if !mayStayOpen(atom.Lookup([]byte(t.name))) {
			w.report(finding.CodeHTMLUnclosed, t.at, "tag", t.name)
		}
	}
}

// isVoid reports whether an element has no end tag (HTML, 13.1.2).
func isVoid(a atom.Atom) bool {
	switch a {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta,
		atom.Param, atom.Source, atom.Track, atom.Wbr:
		return true
	}
	return false
}

// mayStayOpen reports whether an element's end tag may be left out (HTML, 13.1.2.4).
func mayStayOpen(a atom.Atom) bool {
	switch a {
	case atom.Li, atom.Dt, atom.Dd, atom.P, atom.Rt, atom.Rp, atom.Optgroup, atom.Option, atom.Colgroup, atom.Caption,
		atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Td, atom.Th:
		return true
	}
	return false
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
