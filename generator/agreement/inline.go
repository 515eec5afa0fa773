package agreement

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"mentorbook/generator/paper"
)

// spans sets what a node holds as one stretch of text.
func (t *typesetter) spans(n *html.Node) []paper.Span {
	s := &typesetter{form: t.form, parts: t.parts}
	for c := range children(n) {
		s.inline(c, paper.Span{})
	}
	return tidy(s.line)
}

// inline adds a node's text with a look.
func (t *typesetter) inline(n *html.Node, look paper.Span) {
	if i := hole(n); i >= 0 {
		t.line = append(t.line, t.parts.spans(&t.form.Parts[i])...)
		return
	}
	switch n.Type {
	case html.TextNode:
		look.Text = n.Data
		t.line = append(t.line, look)
		return
	case html.ElementNode:
	default:
		return
	}
	if lang := attribute(n, "lang"); lang != "" {
		look.Lang = lang
	}
	switch n.DataAtom {
	case atom.B, atom.Strong, atom.Mark, atom.Dfn:
		look.Bold = true
	case atom.I, atom.Em, atom.Cite, atom.Var:
		look.Italic = true
	case atom.S, atom.Del:
		look.Struck = true
	case atom.Code, atom.Kbd, atom.Samp:
		look.Code = true
	case atom.A:
		if attribute(n, "role") == "doc-backlink" {
			return // of no use on paper
		}
		look.Link = attribute(n, "href")
	case atom.Br:
		t.line = append(t.line, paper.Span{Break: true})
		return
	case atom.Img:
		look.Text, look.Italic = attribute(n, "alt"), true
		t.line = append(t.line, look)
		return
	case atom.Svg, atom.Script, atom.Style:
		return
	case atom.Sup:
		look.Text = "["
		t.line = append(t.line, look)
		defer func() { look.Text = "]"; t.line = append(t.line, look) }()
	}
	for c := range children(n) {
		t.inline(c, look)
	}
}

// tidy folds white space as a browser does: none at the ends, one space where
// there are several, also across spans. No-break spaces stay.
func tidy(spans []paper.Span) []paper.Span {
	var out []paper.Span
	space := true // what stands before
	for _, s := range spans {
		if s.Field != nil || s.Break {
			out = append(out, s)
			space = s.Break
			continue
		}
		s.Text, space = fold(s.Text, space)
		if s.Text == "" {
			continue
		}
		if last := len(out) - 1; last >= 0 && sameLook(out[last], s) {
			out[last].Text += s.Text
			continue
		}
		out = append(out, s)
	}
	if last := len(out) - 1; last >= 0 && out[last].Field == nil {
		out[last].Text = strings.TrimRight(out[last].Text, " ")
		if out[last].Text == "" {
			out = out[:last]
		}
	}
	return out
}

func fold(text string, space bool) (string, bool) {
	var b strings.Builder
	for _, r := range text {
		if r == ' ' || r == '\n' || r == '\t' || r == '\r' {
			if !space {
				b.WriteByte(' ')
			}
			space = true
			continue
		}
		b.WriteRune(r)
		space = false
	}
	return b.String(), space
}

func sameLook(a, b paper.Span) bool {
	if a.Field != nil || a.Break {
		return false
	}
	return a.Bold == b.Bold && a.Italic == b.Italic && a.Struck == b.Struck && a.Code == b.Code && a.Lang == b.Lang && a.Link == b.Link
}
