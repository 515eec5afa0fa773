package dossier

import (
	"maps"
	"strings"

	"mentorbook/generator/agreement"
	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
	"mentorbook/generator/pairs"
)

// firstMeeting is the column that says when a pair meets for the first time.
const firstMeeting = "first-meeting"

// known is what the table says of a pair, for its agreement.
func known(p *pairs.Pair) agreement.Known {
	k := agreement.Known{
		Mentors: names(p.Mentors), Mentees: names(p.Mentees), Start: p.Start, End: p.End, Goals: p.Goals,
		Values: maps.Clone(p.Values),
	}
	if k.Values == nil {
		k.Values = map[string]string{}
	}
	k.FirstMeeting = k.Values[firstMeeting]
	contact(k.Values, "mentor", p.Mentors)
	contact(k.Values, "mentee", p.Mentees)
	return k
}

func names(people []pairs.Person) []string {
	list := make([]string, len(people))
	for i, p := range people {
		list[i] = p.Name
	}
	return list
}

// contact adds the people's own cells under the names that the agreement's
// blanks have: mentor-email, mentee-phone.
func contact(values map[string]string, role string, people []pairs.Person) {
	lists := map[string][]string{}
	for _, p := range people {
		if p.Email != "" {
			lists["email"] = append(lists["email"], p.Email)
		}
		for name, text := range p.Values {
			lists[name] = append(lists[name], text)
		}
	}
	for name, list := range lists {
		key := role + "-" + name
		if _, set := values[key]; !set {
			values[key] = strings.Join(list, ", ")
		}
	}
}

// Columns lists what of a handbook the columns of a table may fill in: its
// ground rules and what its agreements leave blank.
func Columns(book *handbook.Handbook) []pairs.Column {
	var columns []pairs.Column
	at := map[string]int{}
	column := func(id string) *pairs.Column {
		i, ok := at[id]
		if !ok {
			i = len(columns)
			at[id] = i
			columns = append(columns, pairs.Column{ID: id})
		}
		return &columns[i]
	}
	for _, e := range book.Editions {
		for _, rule := range e.Rules {
			c := column(rule.ID)
			a := rule.Rule.Answer
			c.Names = append(c.Names, rule.Title, rule.Rule.Question)
			c.Answer, c.Options = string(a.Type), append(c.Options, a.Options...)
			if c.Unit == "" {
				c.Unit = a.Unit
			}
		}
		for _, name := range agreement.Names(e) {
			column(name)
		}
	}
	if len(columns) > 0 {
		column(firstMeeting)
	}
	return columns
}

// problems are the answers of a pair's row that its agreement can't use.
func problems(t *pairs.Table, p *pairs.Pair, form *agreement.Form) []finding.Finding {
	var fs []finding.Finding
	for column := range form.Problems {
		fs = append(fs, t.Found(finding.CodePairAnswer, *p, column))
	}
	return fs
}
