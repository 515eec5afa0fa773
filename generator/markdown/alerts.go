package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"mentorbook/generator/finding"
)

// alertNames are the names of boxes, in the order in which a finding lists them.
var alertNames = []string{"NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION", "MENTOR", "MENTEE"}

// alert is the first line of a box: > [!NAME] and a title of its own, perhaps.
type alert struct {
	name  string // in capitals
	at    int    // offset of [!
	end   int    // offset after ]
	first *ast.Paragraph
	rest  ast.Node // the first inline of the lines below; or nil
}

// blockquote writes a quotation, or the box that its first line makes of it,
// as on forges.
func (w *writer) blockquote(n *ast.Blockquote) {
	a, ok := w.alertOf(n)
	label := ""
	if ok {
		if label = w.alertLabel(a.name); label == "" {
			w.report(finding.CodeAlertUnknown, a.at, "name", a.name,
				"near", finding.Nearest(a.name, alertNames), "known", strings.Join(alertNames, ", "))
		}
	}
	if label == "" {
		w.str("<blockquote>\n")
		w.blocks(n)
		w.str("</blockquote>\n")
		return
	}
	if a.name == "MENTOR" || a.name == "MENTEE" {
		w.passage(a, label)
	} else {
		w.str(`<div class="alert alert-` + strings.ToLower(a.name) + `" role="note">`)
		w.alertTitle(a, label, false)
		w.alertBlocks(a)
		w.str("</div>\n")
	}
}

// passage writes a passage for one role. Its label stays where it has a title.
func (w *writer) passage(a alert, label string) {
	w.forRoles = true
	role := strings.ToLower(a.name)
	w.str(`<section class="for for-` + role + `" data-for="` + role + `" aria-label="`)
	w.escaped(label)
	w.str(`">`)
	w.alertTitle(a, label, true)
	w.alertBlocks(a)
	w.str("</section>\n")
}

func (w *writer) alertLabel(name string) string {
	l := &w.converter.labels
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

// alertOf reads the first line of a quotation.
func (w *writer) alertOf(n *ast.Blockquote) (a alert, ok bool) {
	p, ok := n.FirstChild().(*ast.Paragraph)
	if !ok || p.Lines().Len() == 0 {
		return a, false
	}
	line := p.Lines().At(0)
	text := line.Value(w.src)
	if !bytes.HasPrefix(text, []byte("[!")) {
		return a, false
	}
	end := bytes.IndexByte(text, ']')
	if end < 3 || end > 30 || bytes.ContainsAny(text[2:end], " \t[(") || bytes.HasPrefix(text[end+1:], []byte("(")) {
		return a, false
	}
	a = alert{name: strings.ToUpper(string(text[2:end])), at: line.Start, end: line.Start + end + 1, first: p}
	for c := p.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok && (t.SoftLineBreak() || t.HardLineBreak()) {
			a.rest = c.NextSibling()
			break
		}
	}
	return a, true
}

// alertTitle writes the label, or the title in its place, or both.
func (w *writer) alertTitle(a alert, label string, both bool) {
	w.str(`<p class="alert-title">`)
	start := len(w.out)
	w.startText()
	if both {
		w.escaped(label)
		w.str(": ")
	}
	before := len(w.out)
	for c := a.first.FirstChild(); c != nil && c != a.rest; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); !ok {
			w.inline(c)
		} else if t.Segment.Stop > a.end {
			from := max(t.Segment.Start, a.end)
			if len(w.out) == before {
				from += len(w.src[from:t.Segment.Stop]) - len(bytes.TrimLeft(w.src[from:t.Segment.Stop], " \t"))
			}
			w.text(w.src[from:t.Segment.Stop], from)
		}
	}
	if len(w.out) == before { // no title
		w.out = w.out[:start]
		w.escaped(label)
	}
	w.str("</p>\n")
}

// alertBlocks writes what stands below the first line.
func (w *writer) alertBlocks(a alert) {
	if ph := w.onlyPlaceholder(a.rest); ph != nil {
		w.placeholder(ph, true)
		w.str("\n")
	} else if a.rest != nil {
		w.startText()
		w.str("<p>")
		for c := a.rest; c != nil; c = c.NextSibling() {
			w.inline(c)
		}
		w.str("</p>\n")
	}
	for c := a.first.NextSibling(); c != nil; c = c.NextSibling() {
		w.block(c)
	}
}
