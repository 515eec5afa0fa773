package site

import (
	"bytes"

	"mentorbook/generator/agreement"
	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
	"mentorbook/generator/theme"
)

// ReportView is the dot of report.html, the owner's page among the private
// papers. Its links lead to files beside it.
type ReportView struct {
	Site    *Site
	Lang    string
	Table   string // logical path of the table of pairs
	Example bool   // the pairs are the starter's examples
	Pairs   []ReportPair
	Lacking int // pairs that lack something
	Goals   []ReportGoal
	// Translations are the findings on missing and outdated ones.
	Translations []string
}

// ReportPair is a pair in the report.
type ReportPair struct {
	ID               string
	Mentors, Mentees []string
	Language         string
	Link             string // to its page, or ""
	PDF, Calendar    string
	Lacks            []string
}

// ReportGoal is a goal and the meetings that serve it.
type ReportGoal struct {
	Title    string
	Meetings []string
}

// Report makes the owner's report, in the programme's first language.
func (p *Plan) Report(v *ReportView) ([]byte, []finding.Finding) {
	e := p.renderer.editions[0]
	v.Site, v.Lang = e.site, string(e.Lang)
	var b bytes.Buffer
	if f := p.renderer.theme.Render(&b, string(e.Lang), "report.html", v); f != nil {
		return nil, []finding.Finding{*f}
	}
	return b.Bytes(), nil
}

func (p *Plan) edition(lang handbook.Tag) *edition {
	for _, e := range p.renderer.editions {
		if e.Lang == lang {
			return e
		}
	}
	return p.renderer.editions[0]
}

// Texts are the interface's texts in a language of the handbook.
func (p *Plan) Texts(lang handbook.Tag) *theme.Catalogue { return p.edition(lang).text }

// Words are the programme's words for its people in a language.
func (p *Plan) Words(lang handbook.Tag) agreement.Words {
	return agreement.Words(p.edition(lang).site.Terms)
}
