package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"mentorbook/generator/finding"
)

var alertNames = []string{"NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION", "MENTOR", "MENTEE"}

// blockquote writes a quotation, or an alert or a passage for one role where
// it opens with [!NAME], as on forges: > [!NOTE]. A title of its own may
// follow on the same line.
func (w *writer) blockquote(n *ast.Blockquote) {
	name, title, end, pos := w.alertLine(n)
	label := ""
	if name != "" {
		if label = w.alertLabel(name); label == "" {
			w.report(finding.CodeAlertUnknown, pos, "name", name, "near", finding.Nearest(name, alertNames), "known", strings.Join(alertNames, ", "))
		}
	}
	if label == "" {
		w.str("<blockquote>\n")
		w.blocks(n)
		w.str("</blockquote>\n")
		return
	}
	if title != "" {
		label = title
	}
	w.openAlert(name, label)
	w.afterLine(n.FirstChild().(*ast.Paragraph), end)
	for c := n.FirstChild().NextSibling(); c != nil; c = c.NextSibling() {
		w.block(c)
	}
	if role(name) {
		w.str("</section>\n")
	} else {
		w.str("</div>\n")
	}
}

func role(name string) bool { return name == "MENTOR" || name == "MENTEE" }

func (w *writer) openAlert(name, label string) {
	lower := strings.ToLower(name)
	if role(name) {
		w.str(`<section class="for for-` + lower + `" data-for="` + lower + `" aria-label="`)
		w.out = appendEscaped(w.out, label)
		w.str(`"><p class="alert-title">`)
	} else {
		w.str(`<div class="alert alert-` + lower + `" role="note"><p class="alert-title">`)
	}
	w.out = appendEscaped(w.out, label)
	w.str("</p>\n")
}

func (w *writer) alertLabel(name string) string {
	l := &w.converter.options.Labels
	switch name {
	case "NOTE":
		return l.Note
	case "TIP":
		return l.Tip
	case "IMPORTANT":
		return l.Important
	case "WARNING":
		return l.Warning
	case "CAUTION":
		return l.Caution
	case "MENTOR":
		return l.Mentor
	case "MENTEE":
		return l.Mentee
	}
	return ""
}

// alertLine reads the first line of a quotation: the name within [!…] in
// capitals, the title after it, and where in the source the line ends.
func (w *writer) alertLine(n *ast.Blockquote) (name, title string, end, pos int) {
	p, ok := n.FirstChild().(*ast.Paragraph)
	if !ok || p.Lines().Len() == 0 {
		return "", "", 0, 0
	}
	line := p.Lines().At(0)
	inside, found := bytes.CutPrefix(line.Value(w.src), []byte("[!"))
	if !found {
		return "", "", 0, 0
	}
	word, rest, found := bytes.Cut(inside, []byte("]"))
	if !found || len(word) == 0 || len(word) > 20 || bytes.ContainsAny(word, " \t[(") || bytes.HasPrefix(rest, []byte("(")) {
		return "", "", 0, 0
	}
	return strings.ToUpper(string(word)), strings.TrimSpace(string(rest)), line.Stop, line.Start
}

// afterLine writes the part of a paragraph that follows a place in the source.
func (w *writer) afterLine(p *ast.Paragraph, end int) {
	first := p.FirstChild()
	for first != nil && startOf(first) < end {
		first = first.NextSibling()
	}
	if first == nil {
		return
	}
	w.prev = ' '
	w.str("<p>")
	for c := first; c != nil; c = c.NextSibling() {
		w.inline(c)
	}
	w.str("</p>\n")
}

// startOf is where an inline begins in the source.
func startOf(n ast.Node) int {
	if t, ok := n.(*ast.Text); ok {
		return t.Segment.Start
	}
	if p := n.Pos(); p >= 0 {
		return p
	}
	if c := n.FirstChild(); c != nil {
		return startOf(c)
	}
	return 0
}
