package theme_test

import (
	"html/template"
	"strings"

	"mentorbook/generator/site"
)

// views returns a page of every kind, by its template, with every field that
// a template can show. Texts hold what has to be escaped.
func views(lang string) map[string]*site.View {
	link := func(href, title string) site.Link {
		return site.Link{Href: href, Title: title, Summary: "About " + title + " & more", Lang: "sv"}
	}
	goal := link("../goals/trust.html", "Trust <b>")
	agreement := link("../agreement.html", "Agreement")
	card := func(n int, offset string) site.MeetingCard {
		return site.MeetingCard{
			Link: link("../meetings/m.html", "Meeting & talk"), Number: n, Minutes: 60, Week: n + 1, Date: "2027-01-11",
			Phase: "Start", PhaseID: "start", Joint: n == 0, Offset: offset, Goals: []site.Link{goal},
		}
	}
	cards := []site.MeetingCard{card(0, "0"), card(1, "12.5"), card(2, "50")}
	phases := []site.PhaseView{
		{ID: "start", Name: "Start", Summary: "We begin.", From: "2027-01-11", To: "2027-01-24", FromWeek: 1, ToWeek: 2, Start: "0", Width: "50", Meetings: cards},
		{ID: "end", Name: "End", FromWeek: 3, ToWeek: 4, Start: "50", Width: "50"},
	}
	goals := []site.GoalCard{{Link: goal, Level: "mentor", Meetings: cards}, {Link: goal, Level: "programme"}, {Link: goal}}
	rules := []site.RuleCard{{Link: link("r.html", "Rule"), Question: "How often?", Answer: "3 weeks", InAgreement: true}, {Link: link("r.html", "Rule"), Question: "And?"}}

	all := map[string]*site.View{}
	add := func(name string, fill func(v *site.View)) {
		v := frame(lang, name)
		fill(v)
		all[name] = v
	}
	add("home", func(v *site.View) {
		v.Breadcrumbs, v.SectionList = "", ""
		v.HomePage = &site.HomeView{
			Goals: goals, Rules: rules, Meetings: cards, Phases: phases, Roles: []site.Link{goal}, Sections: []site.Link{goal},
			Agreement: &agreement, GoalIndex: &goal, RuleIndex: &goal, MeetIndex: &goal, RoleIndex: &goal, Weeks: 23,
		}
	})
	add("section", func(v *site.View) {
		v.Section = &site.SectionView{Pages: []site.Link{goal}, Meetings: cards, Phases: phases}
	})
	add("goal", func(v *site.View) {
		v.Goal = &site.GoalView{Level: "pair", Measures: []string{"You < notice"}, Due: "week 11", Meetings: cards}
	})
	add("ground-rule", func(v *site.View) {
		v.Rule = &site.RuleView{
			Question: "How often do we meet?", Clause: "We meet every <mark>3 weeks</mark>.", InAgreement: true, Agreement: &agreement,
			Answer: site.AnswerView{Type: "choice", Options: []site.OptionView{{Text: "monthly"}, {Text: "weekly", Default: true}}, Other: true, Default: "weekly"},
		}
	})
	add("meeting", func(v *site.View) { v.Meeting = meeting(card) })
	add("role", func(v *site.View) {
		v.Role = &site.RoleView{Responsibilities: []string{"Listens"}, NotExpected: []string{"A job"}, Hours: "about 20 hours"}
	})
	add("agreement", func(v *site.View) { v.Agreement = &site.AgreementView{Due: "2027-02-01"} })
	add("article", func(v *site.View) {})
	add("tag", func(v *site.View) { v.Tag = &site.TagView{Name: "career", Pages: []site.Link{goal}} })
	add("tags", func(v *site.View) { v.AllTags = []site.TagCount{{Link: goal, Count: 2}} })
	add("not-found", func(v *site.View) { v.NotFound = []site.Link{goal} })
	return all
}

func frame(lang, name string) *site.View {
	v := &site.View{
		Site: siteView(), Lang: lang, TextLang: lang, Template: name, Path: "meetings/strengths.md", Root: "../", Home: "../index.html",
		Title: "Strengths & more", HeadTitle: "Strengths – Compass", Summary: "What others <see>.", Audience: "mentor",
		Content:  template.HTML("<h2 id=\"one\">One</h2>\n<p>Text</p>\n" + strings.Repeat("<p>And more of it, as pages have.</p>\n", 60)),
		Contents: `<ul><li><a href="#one">One</a></li></ul>`,
		Head:     `<link rel="stylesheet" href="../assets/style.css">`, Menu: `<nav aria-label="menu"></nav>`, SectionList: `<nav aria-label="section"></nav>`,
		Breadcrumbs: `<nav aria-label="crumbs"></nav>`, Footer: `<footer></footer>`, Search: `<button>`,
		Prev: &site.Link{Href: "a.html", Title: "Before"}, Next: &site.Link{Href: "b.html", Title: "After", Lang: "fi"},
		Tags:      []site.Link{{Href: "../tags/career.html", Title: "career"}, {Href: "../tags/talk.html", Title: "talk"}},
		Languages: []site.LanguageLink{{Lang: "en", Name: "English", Href: "x.html", Current: true}, {Lang: "fi", Name: "suomi", Href: "../fi/x.html"}, {Lang: "sv", Name: "svenska", Href: "../sv/x.html", Missing: true}},
		Canonical: "https://handbook.example.org/meetings/x.html", Updated: "2026-11-02", Edit: "https://git.example.org/edit/x.md",
	}
	for _, l := range v.Languages {
		v.Alternates = append(v.Alternates, site.Alternate{Lang: l.Lang, Href: "https://handbook.example.org/" + l.Href})
	}
	return v
}

func siteView() *site.Site {
	return &site.Site{
		Name: "Compass & co", Organisation: "Example University", Coordinator: site.Coordinator{Name: "Mentoring team", Email: "mentoring@example.org"},
		Season: "2027", Start: "2027-01-11", End: "2027-06-18", Terms: site.Terms{Mentor: "mentor", Mentee: "mentee", Coordinator: "coordinator"},
		Logo: "logo.svg", LogoWidth: 80, LogoHeight: 40, Stylesheet: "assets/style.css", Script: "assets/site.js",
		AgreementScript: "assets/agreement.js", Icon: "assets/icon.svg", DefaultLang: "en", AgreementDue: "2027-02-01",
	}
}

func meeting(card func(int, string) site.MeetingCard) *site.MeetingView {
	earlier, later := card(1, "12.5"), card(3, "80")
	m := &site.MeetingView{
		MeetingCard: card(2, "50"),
		Prepare:     site.PrepareView{Both: []string{"Read <this>"}, Mentor: []string{"Think"}, Mentee: []string{"Write", "Send"}},
		Questions:   []string{"Which of the answers surprised you?", "When do you forget the time?", "What is <next>?", "And?", "Where?", "How?"},
		Exercises:   []string{"The story"}, Followup: []string{"One", "Two"}, Earlier: &earlier, Later: &later,
	}
	for i, lead := range []string{"mentor", "mentee", "both", "coordinator", ""} {
		m.Agenda = append(m.Agenda, site.AgendaView{Minutes: 12, From: i * 12, To: i*12 + 12, Topic: "Topic & talk", Lead: lead, Percent: "20", PercentSum: "40"})
	}
	return m
}
