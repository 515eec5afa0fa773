package dossier

import (
	"mentorbook/generator/agreement"
	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
	"mentorbook/generator/pairs"
	"mentorbook/generator/site"
)

// lack is something that the table does not say of a pair. Key names a text
// of the interface; the arguments go with it.
type lack struct {
	key  string
	args []any
}

// lacks lists what a pair lacks. Ground rules are left to the pair, so their
// defaults are no lack, but an answer that was not understood is.
func lacks(p *pairs.Pair, e *handbook.Edition, form *agreement.Form) []lack {
	var list []lack
	add := func(key string, args ...any) { list = append(list, lack{key, args}) }
	for _, side := range []struct {
		key    string
		people []pairs.Person
	}{{"lacks.mentor-email", p.Mentors}, {"lacks.mentee-email", p.Mentees}} {
		for _, person := range side.people {
			if person.Email == "" {
				add(side.key, person.Name)
			}
		}
	}
	if len(p.Goals) == 0 {
		add("lacks.goals")
	}
	if form == nil {
		return list
	}
	for _, rule := range e.Rules {
		if _, bad := form.Problems[rule.ID]; bad {
			add("lacks.answer", rule.Title)
		}
	}
	return list
}

// State is a pair as its programme's owner sees it.
type State struct {
	ID               string
	Mentors, Mentees []string
	Language         string
	Row              int      // of the table
	Lacks            []string // in the programme's first language
	Link             string   // to its page, "" where it has none
}

// States tells how every pair stands.
func States(book *handbook.Handbook, plan *site.Plan, table *pairs.Table, keys Keys) ([]State, []finding.Finding, error) {
	m := &maker{Work: Work{Book: book, Plan: plan, Table: table, Keys: keys}, desks: map[handbook.Tag]*desk{}}
	if fs, err := m.open(); err != nil || len(fs) > 0 {
		return nil, fs, err
	}
	text := plan.Texts(book.Programme.Languages[0])
	var states []State
	var found []finding.Finding
	for i := range table.Pairs {
		p := &table.Pairs[i]
		s := State{ID: p.ID, Mentors: names(p.Mentors), Mentees: names(p.Mentees), Language: string(m.language(p)), Row: p.Place.Row}
		missing := lacks(p, nil, nil)
		if d := m.desks[m.language(p)]; d != nil {
			form := d.Form(known(p))
			found = append(found, problems(table, p, form)...)
			missing = lacks(p, d.edition, form)
			s.Link = m.linkOf(d, p)
		}
		for _, l := range missing {
			s.Lacks = append(s.Lacks, text.Text(l.key, l.args...))
		}
		states = append(states, s)
	}
	return states, found, nil
}
