package handbook

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"

	"mentorbook/generator/finding"
	"mentorbook/generator/source"
)

// ParseProgramme reads programme.yaml. folders are the folders and names the
// pages at the top of content/: where the file lists no languages, the
// folders named after languages are the handbook's, and where there is none,
// its pages lie in content/ itself.
func ParseProgramme(file *source.File, folders []string) (*Programme, []finding.Finding) {
	p := &Programme{Front: file.Front, File: file.Name()}
	d := &source.Decoder{File: p.File, Unknown: finding.Error}
	d.Decode(file.Front, p)
	p.fillDefaults(folders)
	return p, append(d.Findings, p.check()...)
}

func (p *Programme) fillDefaults(folders []string) {
	if p.Agreement.Access == "" {
		p.Agreement.Access = "sealed"
	}
	if p.Agreement.Paper == "" {
		p.Agreement.Paper = "A4"
	}
	if p.HTML == "" {
		p.HTML = "safe"
	}
	if len(p.Languages) == 0 {
		for _, f := range folders {
			if tag, err := language.ParseBase(f); err == nil && tag.String() == f && len(f) == 2 {
				p.Languages = append(p.Languages, Tag(f))
			}
		}
	}
	if len(p.Languages) == 0 {
		p.Languages = []Tag{"en"}
	}
	p.Flat = len(p.Languages) == 1 && !slices.Contains(folders, string(p.Languages[0]))
}

func (p *Programme) check() []finding.Finding {
	var fs []finding.Finding
	report := func(code finding.Code, pos source.Pos, args ...any) {
		fs = append(fs, finding.New(code, pos.In(p.File), args...))
	}
	for i, lang := range p.Languages {
		if slices.Contains(p.Languages[:i], lang) {
			report(finding.CodeLanguageRepeated, p.Front.At("languages", i), "lang", lang)
		}
	}
	for _, l := range p.texts() {
		for _, t := range l.By {
			if !slices.Contains(p.Languages, t.Lang) {
				report(finding.CodeLanguageNotListed, t.Pos, "lang", t.Lang, "languages", p.LanguageList())
			}
		}
	}
	if p.Start != "" && p.End != "" && p.End < p.Start {
		report(finding.CodeProgrammeDates, p.Front.At("end"), "start", p.Start, "end", p.End)
	}
	seen := map[string]bool{}
	for i, ph := range p.Phases {
		if ph.ID != "" && seen[ph.ID] {
			report(finding.CodePhaseRepeated, p.Front.At("phases", i, "id"), "id", ph.ID)
		}
		seen[ph.ID] = true
		from, to := p.PhaseDates(ph)
		if from != "" && (to < from || from > p.End && p.End != "" || to < p.Start) {
			report(finding.CodePhaseOrder, p.Front.At("phases", i), "id", ph.ID, "from", from, "to", to, "start", p.Start, "end", p.End)
		}
	}
	return fs
}

func (p *Programme) texts() []Localised {
	texts := []Localised{p.Name, p.Organisation, p.Coordinator.Name, p.Terms.Mentor, p.Terms.Mentee, p.Terms.Coordinator}
	for _, ph := range p.Phases {
		texts = append(texts, ph.Name, ph.Summary)
	}
	return texts
}

// LanguageList names the languages for a message.
func (p *Programme) LanguageList() string {
	list := make([]string, len(p.Languages))
	for i, l := range p.Languages {
		list[i] = string(l)
	}
	return strings.Join(list, ", ")
}

// WeekStart returns the Monday of a week of the programme, or "" where the
// programme has no start. Week 1 is the one that holds the start.
func (p *Programme) WeekStart(week int) Date {
	if p.Start == "" || week < 1 {
		return ""
	}
	sinceMonday := (int(p.Start.Time().Weekday()) + 6) % 7
	return p.Start.AddDays(7*(week-1) - sinceMonday)
}

// WeekOf returns the week of the programme that holds the day, from 1, or 0
// where it lies before the programme or either is unknown.
func (p *Programme) WeekOf(day Date) int {
	if day == "" || p.Start == "" || day < p.WeekStart(1) {
		return 0
	}
	return int(day.Time().Sub(p.WeekStart(1).Time())/(7*24*time.Hour)) + 1
}

// Weeks returns the programme's length in weeks, or 0 where its dates are missing.
func (p *Programme) Weeks() int { return p.WeekOf(p.End) }

// PhaseDates returns the first and the last day of a phase, "" where weeks can't be told.
func (p *Programme) PhaseDates(ph Phase) (from, to Date) {
	from, to = ph.From.Date, ph.To.Date
	if ph.From.Week > 0 {
		from = p.WeekStart(ph.From.Week)
	}
	if ph.To.Week > 0 {
		to = p.WeekStart(ph.To.Week).AddDays(6)
	}
	if from == "" || to == "" {
		return "", ""
	}
	if ph.From.Week > 0 && from < p.Start { // the programme's first week may begin in its middle,
		from = p.Start
	}
	if ph.To.Week > 0 && p.End != "" && to > p.End && p.WeekOf(to) == p.WeekOf(p.End) { // and its last one end there
		to = p.End
	}
	return from, to
}

// PhaseWeeks returns the first and the last week of a phase, 0 where unknown.
func (p *Programme) PhaseWeeks(ph Phase) (from, to int) {
	from, to = ph.From.Week, ph.To.Week
	if from == 0 {
		from = p.WeekOf(ph.From.Date)
	}
	if to == 0 {
		to = p.WeekOf(ph.To.Date)
	}
	return from, to
}

// Phase returns the phase of an id, or nil.
func (p *Programme) Phase(id string) *Phase {
	for i := range p.Phases {
		if p.Phases[i].ID == id {
			return &p.Phases[i]
		}
	}
	return nil
}

// MeetingWeek returns the week of the programme in which a meeting is held:
// its own, else the first of its phase, else 0.
func (p *Programme) MeetingWeek(m *Meeting) int {
	if m.Week > 0 {
		return m.Week
	}
	if ph := p.Phase(m.Phase); ph != nil {
		from, _ := p.PhaseWeeks(*ph)
		return from
	}
	return 0
}

// MeetingPhase returns the phase that a meeting belongs to, or nil.
func (p *Programme) MeetingPhase(m *Meeting) *Phase {
	if ph := p.Phase(m.Phase); ph != nil {
		return ph
	}
	for i := range p.Phases {
		if from, to := p.PhaseWeeks(p.Phases[i]); m.Week > 0 && from <= m.Week && m.Week <= to {
			return &p.Phases[i]
		}
	}
	return nil
}

// Number formats a number as an owner would write it: 60, 1.5.
func Number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
