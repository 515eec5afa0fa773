package markdown

import (
	"bytes"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"mentorbook/generator/finding"
)

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
