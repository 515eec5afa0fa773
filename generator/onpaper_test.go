package generator

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"mentorbook/generator/agreement"
	"mentorbook/generator/handbook"
	"mentorbook/generator/paper"
)

// said is what an agreement says: stretches of text, and fields with what
// they hold.
type said struct {
	texts  []string
	fields map[string]string // name → value
}

func (s *said) text(t string) {
	if t = strings.Join(strings.Fields(t), " "); strings.Trim(t, " .…") != "" {
		s.texts = append(s.texts, t)
	}
}

func (s *said) all() string { return strings.Join(s.texts, " ") }

// saidOnPage reads the HTML of an agreement's text.
func saidOnPage(root *html.Node) *said {
	s := &said{fields: map[string]string{}}
	var visit func(n *html.Node)
	visit = func(n *html.Node) {
		class := " " + attr(n, "class") + " "
		if n.Type == html.TextNode {
			s.text(n.Data)
			return
		}
		if strings.Contains(class, " written ") || strings.Contains(class, " lines ") || strings.Contains(class, " label ") {
			return // what is printed in a control's place; the question, which the sentence answers
		}
		if name := attr(n, "data-field"); name != "" {
			s.fields[name] = attr(n, "value")
			if n.Data == "textarea" && n.FirstChild != nil {
				s.fields[name] = n.FirstChild.Data
			}
			if _, checked := hasAttr(n, "checked"); checked {
				s.fields[name] = "true"
			}
			return
		}
		if name := attr(n, "name"); name != "" && n.Data == "input" {
			if _, checked := hasAttr(n, "checked"); checked {
				s.fields[name] += attr(n, "value") + ";"
			} else {
				s.fields[name] += ""
			}
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c)
		}
	}
	visit(root)
	return s
}

func attr(n *html.Node, name string) string { v, _ := hasAttr(n, name); return v }

func hasAttr(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

var partOfChoice = regexp.MustCompile(`^(rule\..+)\.(\d+|other)$`)

// saidOnPaper reads the blocks of an agreement.
func saidOnPaper(blocks []paper.Block) *said {
	s := &said{fields: map[string]string{}}
	field := func(f *paper.Field) {
		if f == nil || strings.HasSuffix(f.Name, ".other-text") {
			return
		}
		if m := partOfChoice.FindStringSubmatch(f.Name); m != nil {
			if s.fields[m[1]] += ""; f.Value == "true" {
				s.fields[m[1]] += m[2] + ";"
			}
			return
		}
		s.fields[f.Name] = f.Value
		if f.Kind == paper.ChoiceField {
			for i, o := range f.Options {
				s.text(o)
				if o == f.Value {
					s.fields[f.Name] = string(rune('0'+i)) + ";"
				}
			}
		}
	}
	spans := func(list []paper.Span) {
		for _, sp := range list {
			s.text(sp.Text)
			field(sp.Field)
		}
	}
	var visit func(blocks []paper.Block)
	visit = func(blocks []paper.Block) {
		for _, b := range blocks {
			spans(b.Text)
			field(b.Field)
			visit(b.Blocks)
			for _, item := range b.Items {
				spans(item.Label)
				visit(item.Blocks)
			}
			if b.Table != nil {
				for _, row := range append([][][]paper.Span{b.Table.Head}, b.Table.Rows...) {
					for _, cell := range row {
						spans(cell)
					}
				}
			}
			for _, signer := range b.Signers {
				s.text(signer.Role)
				field(&signer.Name)
				s.text(signer.Name.Label)
				field(&signer.PlaceDate)
				s.text(signer.PlaceDate.Label)
				s.text(signer.Signature)
			}
		}
	}
	visit(blocks)
	return s
}

func TestPageAndPaperSayTheSame(t *testing.T) {
	t.Parallel()
	o := optionsFor(t, "..")
	warm := NewWarm()
	defer warm.Close()
	p, err := Prepare(context.Background(), o, warm)
	if err != nil || p.Plan == nil {
		t.Fatal(err)
	}
	known := agreement.Known{
		Mentors: []string{"Anna Ö"}, Mentees: []string{"Bo", "Cai"}, Goals: []string{"Grow\nand learn", "Rest"}, FirstMeeting: "2027-01-20",
		Values: map[string]string{"how-long": "45", "topics-left-out": "Money", "mentor-email": "a@example.org", "contact": "something quite different", "ending": "yes"},
	}
	for _, lang := range []handbook.Tag{"en", "fi", "sv"} {
		for name, known := range map[string]agreement.Known{"blank": {}, "a group": known} {
			a, fs, err := p.Plan.Agreement(lang)
			if err != nil || len(fs) > 0 {
				t.Fatal(fs, err)
			}
			form := a.Form(known)
			inner, fs := a.Inner("pairs/x.html", "p1", known, form)
			if len(fs) > 0 {
				t.Fatal(fs)
			}
			root, err := html.Parse(strings.NewReader(string(inner)))
			if err != nil {
				t.Fatal(err)
			}
			var body *html.Node
			for n := range root.Descendants() {
				if _, ok := hasAttr(n, "data-agreement"); ok {
					body = n
				}
			}
			page, onPaper := saidOnPage(body), saidOnPaper(a.Document(a.Names(known), form).Blocks)
			where := string(lang) + ", " + name
			for _, text := range page.texts {
				if !strings.Contains(onPaper.all(), strings.Trim(text, " .")) {
					t.Errorf("%s: not on paper: %q", where, text)
				}
			}
			bodyOnly := onPaper.texts[slices.IndexFunc(onPaper.texts, func(s string) bool { return strings.HasPrefix(page.all(), s) || strings.HasPrefix(s, page.texts[0]) }):]
			for _, text := range bodyOnly {
				for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("…()", r) }) {
					if !strings.Contains(page.all(), strings.Trim(part, " .")) {
						t.Errorf("%s: not on the page: %q", where, part)
					}
				}
			}
			for field, value := range page.fields {
				got, ok := onPaper.fields[field]
				if !ok {
					t.Errorf("%s: the field %s is not on paper", where, field)
				}
				if strings.HasPrefix(field, "date.") { // written as a day on paper
					if (got == "") != (value == "") {
						t.Errorf("%s: %s is %q and %q", where, field, value, got)
					}
				} else if got != value {
					t.Errorf("%s: %s is %q on the page and %q on paper", where, field, value, got)
				}
			}
			for field := range onPaper.fields {
				if _, ok := page.fields[field]; !ok && !strings.Contains(field, ".again") {
					t.Errorf("%s: the field %s is on paper only", where, field)
				}
			}
		}
	}
}
