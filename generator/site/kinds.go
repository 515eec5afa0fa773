package site

import (
	"html/template"
	"strconv"
	"strings"
	"unicode/utf8"

	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
)

// fillKind sets the part of a page's view that its kind has. A finding is an
// error in a template.
func (r *renderer) fillKind(e *edition, p *handbook.Page, v *View) *finding.Finding {
	switch {
	case p.Kind == handbook.Home:
		v.HomePage = r.homeView(e, p.Address)
	case p.Kind == handbook.SectionIndex:
		v.Section = r.sectionView(e, p)
		if s := v.Section; len(s.Meetings)+len(s.Rules)+len(s.Goals) == 0 {
			var f *finding.Finding
			s.Cards, f = r.cards(e, "partials/card.html", s.Pages)
			return f
		}
	case p.Goal != nil:
		v.Goal = &GoalView{Level: string(p.Goal.Level), Measures: p.Goal.Measures, Due: p.Goal.Due, Meetings: r.meetingCards(e, p.Address, p.Meetings)}
	case p.Rule != nil:
		v.Rule, v.LongTitle = r.ruleView(e, p), longTitle(p.Rule.Question)
	case p.Meeting != nil:
		v.Meeting = r.meetingView(e, p)
	case p.Role != nil:
		v.Role = &RoleView{Responsibilities: p.Role.Responsibilities, NotExpected: p.Role.NotExpected, Hours: p.Role.Hours}
	case p.Agreement != nil:
		v.Agreement = &AgreementView{Due: string(r.book.Programme.Agreement.Due)}
	}
	return nil
}

func (r *renderer) homeView(e *edition, from string) *HomeView {
	v := &HomeView{
		Goals:     r.goalCards(e, from, e.Goals),
		Rules:     r.ruleCards(e, from, e.Rules),
		Meetings:  r.meetingCards(e, from, e.Meetings),
		Agreement: e.linkTo(from, e.Agreement),
		Weeks:     r.book.Programme.Weeks(),
	}
	v.Phases = r.phaseViews(e, v.Meetings)
	for _, p := range e.Roles {
		v.Roles = append(v.Roles, e.link(from, p))
	}
	indexes := map[string]**Link{"goals": &v.GoalIndex, "ground-rules": &v.RuleIndex, "meetings": &v.MeetIndex, "roles": &v.RoleIndex}
	for _, p := range e.top {
		if place, ok := indexes[p.Section.Dir]; ok && p.IsIndex() {
			*place = e.linkTo(from, p)
		} else if p.Agreement == nil {
			v.Sections = append(v.Sections, e.link(from, p))
		}
	}
	return v
}

func (r *renderer) sectionView(e *edition, p *handbook.Page) *SectionView {
	v := &SectionView{}
	var goals, rules, meetings []*handbook.Page
	for _, child := range p.Section.Pages {
		v.Pages = append(v.Pages, e.link(p.Address, child))
		switch {
		case child.Goal != nil:
			goals = append(goals, child)
		case child.Rule != nil:
			rules = append(rules, child)
		case child.Meeting != nil:
			meetings = append(meetings, child)
		}
	}
	for _, sub := range p.Section.Sections {
		v.Pages = append(v.Pages, e.link(p.Address, sub.Index))
	}
	v.Goals = r.goalCards(e, p.Address, goals)
	v.Rules = r.ruleCards(e, p.Address, rules)
	v.Meetings = r.meetingCards(e, p.Address, meetings)
	if len(meetings) > 0 {
		v.Phases = r.phaseViews(e, v.Meetings)
	}
	return v
}

func (r *renderer) goalCards(e *edition, from string, goals []*handbook.Page) []GoalCard {
	cards := make([]GoalCard, 0, len(goals))
	for _, g := range goals {
		cards = append(cards, GoalCard{Link: e.link(from, g), Level: string(g.Goal.Level), Meetings: r.meetingCards(e, from, g.Meetings)})
	}
	return cards
}

func (r *renderer) ruleCards(e *edition, from string, rules []*handbook.Page) []RuleCard {
	cards := make([]RuleCard, 0, len(rules))
	for _, p := range rules {
		cards = append(cards, RuleCard{Link: e.link(from, p), Question: p.Rule.Question, Answer: e.answerText(&p.Rule.Answer), InAgreement: p.Rule.InAgreement()})
	}
	return cards
}

func (r *renderer) meetingCards(e *edition, from string, meetings []*handbook.Page) []MeetingCard {
	if len(meetings) == 0 {
		return nil
	}
	cards := make([]MeetingCard, 0, len(meetings))
	for _, m := range meetings {
		cards = append(cards, r.meetingCard(e, from, m))
	}
	return cards
}

func (r *renderer) meetingCard(e *edition, from string, p *handbook.Page) MeetingCard {
	prog := r.book.Programme
	c := MeetingCard{Link: e.link(from, p), Number: p.Meeting.Number, Minutes: p.Meeting.Minutes, Joint: p.Meeting.Joint}
	c.Week = prog.MeetingWeek(p.Meeting)
	c.Date = string(prog.WeekStart(c.Week))
	c.Offset = e.timeline.offset(c.Week)
	if ph := prog.MeetingPhase(p.Meeting); ph != nil {
		c.PhaseID, c.Phase = ph.ID, ph.Name.In(e.Lang, prog.Languages[0])
	}
	for _, g := range p.Goals {
		c.Goals = append(c.Goals, e.link(from, g))
	}
	return c
}

func (r *renderer) phaseViews(e *edition, meetings []MeetingCard) []PhaseView {
	prog := r.book.Programme
	first := prog.Languages[0]
	var views []PhaseView
	for _, ph := range prog.Phases {
		from, to := prog.PhaseDates(ph)
		v := PhaseView{ID: ph.ID, Name: ph.Name.In(e.Lang, first), Summary: ph.Summary.In(e.Lang, first), From: string(from), To: string(to)}
		v.FromWeek, v.ToWeek = prog.PhaseWeeks(ph)
		v.Start, v.Width = e.timeline.offset(v.FromWeek), e.timeline.width(v.FromWeek, v.ToWeek)
		v.Room = e.timeline.room(v.Name, v.FromWeek, v.ToWeek)
		for _, m := range meetings {
			if m.PhaseID == ph.ID {
				v.Meetings = append(v.Meetings, m)
			}
		}
		views = append(views, v)
	}
	return views
}

// timeline is the programme's weeks as a line from 0 to 100 per cent.
type timeline struct{ weeks int }

func newTimeline(p *handbook.Programme) timeline {
	weeks := p.Weeks()
	for _, ph := range p.Phases {
		_, to := p.PhaseWeeks(ph)
		weeks = max(weeks, to)
	}
	return timeline{weeks}
}

// offset is the place of a week's beginning.
func (t timeline) offset(week int) string {
	if week < 1 || t.weeks == 0 {
		return "0"
	}
	return percent(min(week-1, t.weeks), t.weeks)
}

func (t timeline) width(from, to int) string {
	if from < 1 || to < from || t.weeks == 0 {
		return "0"
	}
	return percent(to-from+1, t.weeks)
}

// room tells how wide a screen has room for a name over some weeks, so that
// none is cut off: screens of 48, 62 and 78 rem show a line of about 670, 880
// and 1100 px, and a letter takes about 6.4 px.
func (t timeline) room(name string, from, to int) string {
	if from < 1 || to < from || t.weeks == 0 {
		return "none"
	}
	switch line := (9 + 6.4*float64(utf8.RuneCountInString(name))) * float64(t.weeks) / float64(to-from+1); {
	case line <= 670:
		return ""
	case line <= 880:
		return "wide"
	case line <= 1100:
		return "widest"
	}
	return "none"
}

// percent is part/whole in per cent with two decimals at most.
func percent(part, whole int) string {
	if whole == 0 {
		return "0"
	}
	hundredths := (part*10000 + whole/2) / whole
	s := strconv.Itoa(hundredths / 100)
	if rest := hundredths % 100; rest != 0 {
		s += strings.TrimRight("."+strconv.Itoa(100 + rest)[1:], "0")
	}
	return s
}

func (r *renderer) meetingView(e *edition, p *handbook.Page) *MeetingView {
	m := p.Meeting
	v := &MeetingView{
		MeetingCard: r.meetingCard(e, p.Address, p),
		Prepare:     PrepareView{m.Prepare.Both, m.Prepare.Mentor, m.Prepare.Mentee},
		Questions:   m.Questions, Exercises: m.Exercises, Followup: m.Followup,
	}
	sum := 0
	for _, item := range m.Agenda {
		sum += item.Minutes
	}
	at := 0
	for _, item := range m.Agenda {
		v.Agenda = append(v.Agenda, AgendaView{
			Minutes: item.Minutes, From: at, To: at + item.Minutes, Topic: item.Topic, Lead: string(item.Lead),
			Percent: percent(item.Minutes, sum), PercentSum: percent(at, sum),
		})
		at += item.Minutes
	}
	if i := e.series[p]; i > 0 {
		c := r.meetingCard(e, p.Address, e.Meetings[i-1])
		v.Earlier = &c
	}
	if i := e.series[p]; i+1 < len(e.Meetings) {
		c := r.meetingCard(e, p.Address, e.Meetings[i+1])
		v.Later = &c
	}
	return v
}

func (r *renderer) ruleView(e *edition, p *handbook.Page) *RuleView {
	a := &p.Rule.Answer
	v := &RuleView{
		Question: p.Rule.Question, InAgreement: p.Rule.InAgreement(), Agreement: e.linkTo(p.Address, e.Agreement),
		Answer: AnswerView{
			Type: string(a.Type), Other: a.Other, Unit: a.Unit, Default: e.answerText(a), Required: a.Required, Lines: a.Lines,
			Min: optional(a.Min), Max: optional(a.Max),
		},
	}
	for _, o := range a.Options {
		v.Answer.Options = append(v.Answer.Options, OptionView{o, contains(a.Default, o)})
	}
	v.Clause = clauseHTML(p.Rule.Clause, v.Answer.Default)
	return v
}

// clauseHTML is a clause with its answer marked; without an answer it stays open.
func clauseHTML(clause, answer string) template.HTML {
	if clause == "" {
		return ""
	}
	if answer == "" {
		answer = "…"
	}
	before, after, found := strings.Cut(clause, "{answer}")
	html := template.HTMLEscapeString(before)
	if found {
		html += "<mark>" + template.HTMLEscapeString(answer) + "</mark>" + template.HTMLEscapeString(after)
	}
	return template.HTML(html) // each part escaped above
}

// answerText is a ground rule's default answer as one reads it, or "".
func (e *edition) answerText(a *handbook.Answer) string {
	if len(a.Default) == 0 {
		return ""
	}
	switch a.Type {
	case "number":
		if a.Unit != "" {
			return e.text.Number(a.Default[0]) + " " + a.Unit
		}
		return e.text.Number(a.Default[0])
	case "date":
		return e.text.Date(a.Default[0])
	case "yesno":
		if a.Default[0] == "true" {
			return e.text.Text("answer.yes")
		}
		return e.text.Text("answer.no")
	}
	return strings.Join(a.Default, ", ")
}

func number(m *handbook.Page) string { return strconv.Itoa(m.Meeting.Number) }

func optional(f *float64) string {
	if f == nil {
		return ""
	}
	return handbook.Number(*f)
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
