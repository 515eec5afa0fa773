package markdown

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"mentorbook/generator/finding"
)

// policy says which raw HTML a page may hold: what Markdown itself can make,
// and a few elements that it has no sign for. No scripts, no styles, no forms,
// no frames.
func policy() *bluemonday.Policy {
	p := bluemonday.UGCPolicy()
	p.AllowElements("kbd", "mark", "abbr", "details", "summary", "figure", "figcaption", "u", "small", "wbr")
	p.AllowAttrs("open").OnElements("details")
	p.AllowAttrs("lang").Globally()
	p.AllowAttrs("class").Matching(regexp.MustCompile(`^[a-z][a-z0-9 -]*$`)).Globally()
	p.AllowRelativeURLs(true)
	p.RequireNoFollowOnLinks(false)
	return p
}

// rawLinks remembers where the addresses of raw HTML stand, in order.
type rawLinks struct{ places map[string][]int }

func (w *writer) htmlBlock(n *ast.HTMLBlock) {
	var raw []byte
	start := -1
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		if start < 0 {
			start = line.Start
		}
		raw = append(raw, line.Value(w.src)...)
	}
	if n.HasClosure() {
		if start < 0 {
			start = n.ClosureLine.Start
		}
		raw = append(raw, n.ClosureLine.Value(w.src)...)
	}
	w.rawPart(raw, start)
	w.prev = ' '
}

func (w *writer) inlineHTML(n *ast.RawHTML) {
	var raw []byte
	start := -1
	for i := range n.Segments.Len() {
		s := n.Segments.At(i)
		if start < 0 {
			start = s.Start
		}
		raw = append(raw, s.Value(w.src)...)
	}
	w.rawPart(raw, start)
}

// rawPart writes raw HTML, sanitised unless trusted. What was taken out is
// reported where it stood.
func (w *writer) rawPart(raw []byte, start int) {
	if w.converter.options.Trusted {
		w.out = append(w.out, raw...)
		return
	}
	w.rawHTML = true
	w.reportRemoved(raw, start)
	clean := w.converter.policy.SanitizeBytes(raw)
	w.out = append(w.out, bytes.Map(dropSentinels, clean)...)
}

// reportRemoved compares each tag with what the policy leaves of it.
func (w *writer) reportRemoved(raw []byte, start int) {
	z := html.NewTokenizer(bytes.NewReader(raw))
	at := start
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return
		}
		text := bytes.Clone(z.Raw())
		if kind == html.StartTagToken || kind == html.SelfClosingTagToken {
			w.reportTag(z.Token(), text, at)
		}
		at += len(text)
	}
}

func (w *writer) reportTag(t html.Token, text []byte, at int) {
	clean := html.NewTokenizer(bytes.NewReader(w.converter.policy.SanitizeBytes(text)))
	kind := clean.Next()
	if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
		w.report(finding.CodeHTMLRemoved, at, "tag", t.Data)
		return
	}
	kept := clean.Token()
	for _, a := range t.Attr {
		found := false
		for _, k := range kept.Attr {
			found = found || k.Key == a.Key
		}
		if !found {
			w.report(finding.CodeHTMLAttribute, at, "tag", t.Data, "attribute", a.Key)
		}
		if a.Key == "href" || a.Key == "src" {
			if w.raw.places == nil {
				w.raw.places = map[string][]int{}
			}
			w.raw.places[a.Val] = append(w.raw.places[a.Val], at)
		}
	}
}

// The sentinels stand around a slot's number while the HTML is parsed. They
// are noncharacters (Unicode 23.7), which no text may interchange.
const (
	sentinelOpen  = '\ufdd0'
	sentinelClose = '\ufdd1'
)

func dropSentinels(r rune) rune {
	if r == sentinelOpen || r == sentinelClose {
		return -1
	}
	return r
}

// balance closes what raw HTML left open and drops what it closed too often,
// so that it can't break the page around it. The slots ride along as
// sentinels. Links of raw HTML become slots like those of Markdown.
func (w *writer) balance() {
	marked := w.withSentinels()
	context := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	nodes, err := html.ParseFragment(bytes.NewReader(marked), context)
	if err != nil {
		w.out = w.out[:0] // the reader never fails; a page without its text beats a broken one
		return
	}
	var b bytes.Buffer
	for _, n := range nodes {
		w.adoptLinks(n)
		if err := html.Render(&b, n); err != nil {
			return
		}
	}
	w.fromSentinels(b.Bytes())
}

func (w *writer) withSentinels() []byte {
	var b []byte
	from := 0
	for i, s := range w.doc.slots {
		b = append(b, bytes.Map(dropSentinels, w.out[from:s.at])...)
		b = append(b, string(sentinelOpen)+strconv.Itoa(i)+string(sentinelClose)...)
		from = s.at
	}
	return append(b, bytes.Map(dropSentinels, w.out[from:])...)
}

// fromSentinels makes slots of the sentinels again. A slot that the parser
// moved or dropped moves or goes with its place.
func (w *writer) fromSentinels(marked []byte) {
	old := w.doc.slots
	w.doc.slots = nil
	w.out = w.out[:0]
	for {
		before, rest, found := bytes.Cut(marked, []byte(string(sentinelOpen)))
		w.out = append(w.out, before...)
		if !found {
			return
		}
		number, after, _ := bytes.Cut(rest, []byte(string(sentinelClose)))
		if i, err := strconv.Atoi(string(number)); err == nil && i < len(old) {
			w.slot(old[i].kind, old[i].index)
		}
		marked = after
	}
}

// adoptLinks turns the addresses of raw links and images into slots.
func (w *writer) adoptLinks(n *html.Node) {
	if n.Type == html.ElementNode {
		for i := range n.Attr {
			a := &n.Attr[i]
			if strings.ContainsRune(a.Val, sentinelOpen) {
				continue
			}
			switch {
			case n.DataAtom == atom.A && a.Key == "href":
				w.adopt(a, slotLink, n)
			case n.DataAtom == atom.Img && a.Key == "src":
				w.adopt(a, slotImage, n)
			}
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.adoptLinks(c)
	}
}

func (w *writer) adopt(a *html.Attribute, kind slotKind, n *html.Node) {
	place := w.lines.place(0)
	if at := w.raw.places[a.Val]; len(at) > 0 {
		place = w.lines.place(at[0])
		w.raw.places[a.Val] = at[1:]
	}
	index := len(w.doc.Links)
	if kind == slotImage {
		index = len(w.doc.Images)
		w.doc.Images = append(w.doc.Images, Image{a.Val, "", place})
	} else {
		if strings.HasPrefix(a.Val, "#fn") {
			return
		}
		w.doc.Links = append(w.doc.Links, Link{a.Val, place})
	}
	w.doc.slots = append(w.doc.slots, slot{0, kind, index})
	a.Val = string(sentinelOpen) + strconv.Itoa(len(w.doc.slots)-1) + string(sentinelClose)
}
