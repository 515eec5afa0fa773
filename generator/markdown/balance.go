package markdown

import (
	"bytes"
	"slices"
	"strconv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"mentorbook/generator/finding"
)

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
// sentinels: one that the parser moves or drops moves or goes with its place.
func (w *writer) balance() {
	context := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	nodes, err := html.ParseFragment(bytes.NewReader(w.withSentinels()), context)
	var b bytes.Buffer
	for _, n := range nodes {
		dropEmptyParagraphs(n)
		if err == nil && !isEmptyParagraph(n) {
			err = html.Render(&b, n)
		}
	}
	if err != nil { // nested too deep for the parser: a page without its text beats a broken one
		w.report(finding.CodeMarkupDeep, 0, "limit", 500)
		w.out, w.slots = w.out[:0], w.slots[:0]
		return
	}
	w.fromSentinels(b.Bytes())
}

func (w *writer) withSentinels() []byte {
	b := make([]byte, 0, len(w.out)+16*len(w.slots))
	from := 0
	for i, s := range w.slots {
		b = append(b, bytes.Map(dropSentinels, w.out[from:s.at])...)
		b = append(b, string(sentinelOpen)...)
		b = strconv.AppendInt(b, int64(i), 10)
		b = append(b, string(sentinelClose)...)
		from = int(s.at)
	}
	return append(b, bytes.Map(dropSentinels, w.out[from:])...)
}

// fromSentinels makes slots of the sentinels again.
func (w *writer) fromSentinels(marked []byte) {
	before := slices.Clone(w.slots)
	w.out, w.slots = w.out[:0], w.slots[:0]
	for {
		text, rest, found := bytes.Cut(marked, []byte(string(sentinelOpen)))
		w.out = append(w.out, text...)
		if !found {
			return
		}
		number, after, _ := bytes.Cut(rest, []byte(string(sentinelClose)))
		if i, err := strconv.Atoi(string(number)); err == nil && i < len(before) {
			w.slot(before[i].kind, int(before[i].index))
		}
		marked = after
	}
}

// dropEmptyParagraphs removes the paragraphs that the parser makes where a
// block stands within a paragraph: the ends of one without its beginning.
func dropEmptyParagraphs(parent *html.Node) {
	for n := parent.FirstChild; n != nil; {
		next := n.NextSibling
		if isEmptyParagraph(n) {
			parent.RemoveChild(n)
		} else {
			dropEmptyParagraphs(n)
		}
		n = next
	}
}

func isEmptyParagraph(n *html.Node) bool {
	return n.DataAtom == atom.P && n.FirstChild == nil && len(n.Attr) == 0
}
