package dossier

import (
	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
	"mentorbook/generator/site"
	"mentorbook/generator/theme"
)

// report is the owner's page on how the programme stands: which pair lacks
// what, which goals the meetings serve, what is untranslated.
func (m *maker) report(text *theme.Catalogue, sheets []*sheet) ([]byte, []finding.Finding) {
	v := &site.ReportView{Example: m.Table.Example, Table: m.Table.File}
	for _, s := range sheets {
		row := site.ReportPair{ID: s.pair.ID, Mentors: names(s.pair.Mentors), Mentees: names(s.pair.Mentees), Language: string(s.lang), Link: s.link}
		if s.document != nil {
			row.PDF, row.Calendar = "agreements/"+s.pair.Slug+".pdf", "calendars/"+s.pair.Slug+".ics"
		}
		for _, l := range s.lacks {
			row.Lacks = append(row.Lacks, text.Text(l.key, l.args...))
		}
		v.Pairs = append(v.Pairs, row)
		if len(row.Lacks) > 0 {
			v.Lacking++
		}
	}
	for _, g := range m.Book.Default().Goals {
		goal := site.ReportGoal{Title: g.Title}
		for _, meeting := range g.Meetings {
			goal.Meetings = append(goal.Meetings, meeting.Title)
		}
		v.Goals = append(v.Goals, goal)
	}
	for _, f := range m.Findings {
		switch f.Code {
		case finding.CodeTranslationMissing, finding.CodeTranslationOutdated:
			v.Translations = append(v.Translations, f.Place.File+": "+f.Message(string(reportLanguage(m.Book.Programme))))
		}
	}
	return m.Plan.Report(v)
}

// reportLanguage is the first of the programme's languages that findings speak.
func reportLanguage(p *handbook.Programme) handbook.Tag { return p.Languages[0] }
