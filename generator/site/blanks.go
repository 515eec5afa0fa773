package site

import (
	"bytes"
	"html/template"
	"strings"

	"mentorbook/generator/agreement"
	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
	"mentorbook/generator/markdown"
	"mentorbook/generator/theme"
)

// PartView is the dot of partials/part.html: one placeholder of the agreement.
type PartView struct {
	Site *Site
	// Kind is party, fact, clause, clauses, goals, schedule, blank or signatures.
	Kind string
	// Name of the placeholder, of a blank or of a ground rule.
	Name string
	// Label says what is to be filled in.
	Label string
	// Text is what is known already, or "".
	Text string
	// Block says that the placeholder stands alone, not within a line.
	Block    bool
	Lines    []int        // one for each ruled line, or each goal; from 1
	Clauses  []ClauseView // of clause and clauses
	Schedule []MeetingCard
	Parties  []string // who signs: mentor, mentee, coordinator
}

// ClauseView is a ground rule as it stands in the agreement.
type ClauseView struct {
	Link
	Question      string
	Before, After string // the clause around its answer; Whole where it has none
	Whole         bool
	Answer        AnswerView
}

// blanks renders the placeholders of the agreement, to be filled in by hand.
func (r *renderer) blanks(e *edition, p *handbook.Page) ([]template.HTML, []finding.Finding) {
	parts, fs := agreement.Parts(e.Edition, p, nil)
	if finding.Count(fs, finding.Error) > 0 {
		return nil, fs
	}
	out := make([]template.HTML, len(parts))
	for i, part := range parts {
		var buf bytes.Buffer
		if f := r.theme.Render(&buf, string(e.Lang), "partials/part.html", r.partView(e, p, part)); f != nil {
			return nil, []finding.Finding{*f}
		}
		out[i] = template.HTML(bytes.TrimSpace(buf.Bytes())) // rendered by html/template
	}
	return out, nil
}

func (r *renderer) partView(e *edition, page *handbook.Page, part agreement.Part) *PartView {
	v := &PartView{Site: e.site, Kind: string(part.Kind), Name: part.Name, Block: part.Block}
	for n := range part.Count {
		v.Lines = append(v.Lines, n+1)
	}
	switch part.Kind {
	case agreement.PartyName:
		v.Label = e.partyLabel(part.Name)
		if part.Name == "coordinator" {
			v.Text = e.site.Coordinator.Name
		}
	case agreement.Fact:
		v.Label = e.text.Text("part." + part.Name)
		v.Text = r.fact(e, part.Name)
	case agreement.Blank:
		v.Label = e.blankLabel(part.Name)
	case agreement.Clause, agreement.Clauses:
		for _, rule := range part.Rules {
			v.Clauses = append(v.Clauses, r.clauseView(e, page, rule))
		}
	case agreement.Schedule:
		for _, c := range r.meetingCards(e, page.Address, e.Meetings) {
			if !c.Joint || page.Agreement.Schedule == "all" {
				v.Schedule = append(v.Schedule, c)
			}
		}
	case agreement.Signatures:
		v.Parties = []string{"mentor", "mentee"}
		if len(page.Agreement.Signatures) > 0 {
			v.Parties = nil
			for _, party := range page.Agreement.Signatures {
				v.Parties = append(v.Parties, string(party))
			}
		}
	}
	return v
}

func (e *edition) partyLabel(name string) string {
	switch name {
	case "mentor":
		return e.site.Terms.Mentor
	case "mentee":
		return e.site.Terms.Mentee
	}
	return e.site.Terms.Coordinator
}

func (r *renderer) fact(e *edition, name string) string {
	switch name {
	case "organisation":
		return e.site.Organisation
	case "start":
		return e.date(e.site.Start)
	case "end":
		return e.date(e.site.End)
	}
	return ""
}

func (e *edition) date(day string) string {
	if day == "" {
		return ""
	}
	return e.text.Date(day)
}

// blankLabel is the interface's text for a blank, where it knows one, else the name itself.
func (e *edition) blankLabel(name string) string {
	if text, ok := e.text.Lookup("blank." + name); ok {
		return text
	}
	words := []rune(strings.NewReplacer("-", " ", "_", " ").Replace(name))
	return strings.ToUpper(string(words[:1])) + string(words[1:])
}

func (r *renderer) clauseView(e *edition, page, rule *handbook.Page) ClauseView {
	v := ClauseView{Link: e.link(page.Address, rule), Question: rule.Rule.Question, Answer: r.ruleView(e, rule).Answer}
	v.Before, v.After, _ = strings.Cut(rule.Rule.Clause, "{answer}")
	v.Whole = !strings.Contains(rule.Rule.Clause, "{answer}")
	return v
}

// Labels are the interface texts that stand within a page's own text.
func Labels(text *theme.Catalogue, prog *handbook.Programme, lang handbook.Tag) markdown.Labels {
	mentor, mentee := prog.Terms.Mentor.In(lang, lang), prog.Terms.Mentee.In(lang, lang)
	if mentor == "" {
		mentor = text.Text("term.mentor")
	}
	if mentee == "" {
		mentee = text.Text("term.mentee")
	}
	return markdown.Labels{
		Note: text.Text("alert.note"), Tip: text.Text("alert.tip"), Important: text.Text("alert.important"),
		Warning: text.Text("alert.warning"), Caution: text.Text("alert.caution"),
		Mentor: text.Text("for.role", mentor), Mentee: text.Text("for.role", mentee),
		Footnotes: text.Text("footnotes.title"), Back: text.Text("footnotes.back"), Table: text.Text("table.label"), Task: text.Text("task.label"),
	}
}
