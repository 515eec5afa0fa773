package pairs

import (
	"slices"
	"strconv"

	"mentorbook/generator/finding"
)

// gather makes pairs of records: rows that share an id are one group, a row
// without an id is a pair of its own. Its errors are reported; a record of
// such a group is in no pair.
func (r *rowReader) gather(records []record) []Pair {
	var pairs []Pair
	byID := map[string]int{}
	broken := map[int]bool{}
	for _, rec := range records {
		at, again := byID[fold(rec.id)]
		if rec.id == "" || !again {
			if rec.id != "" {
				byID[fold(rec.id)] = len(pairs)
			}
			pairs = append(pairs, rec.pair())
			continue
		}
		if !r.join(&pairs[at], rec) {
			broken[at] = true
		}
	}
	kept := pairs[:0]
	for i := range pairs {
		if r.complete(&pairs[i]) && !broken[i] {
			kept = append(kept, pairs[i])
		}
	}
	return kept
}

func (rec record) pair() Pair {
	return Pair{
		ID: rec.id, Derived: rec.id == "", Mentors: rec.people[mentor], Mentees: rec.people[mentee],
		Language: rec.language, Start: rec.start, End: rec.end, Meetings: rec.meetings, Goals: rec.goals,
		Values: rec.values, Place: Place{Row: rec.row, Rows: []int{rec.row}},
	}
}

// complete reports a pair without mentors or mentees.
func (r *rowReader) complete(p *Pair) bool {
	switch {
	case len(p.Mentors) == 0 && len(p.Mentees) == 0:
		r.cell(finding.CodePairsNobody, p.Place.Row, nil)
	case len(p.Mentors) == 0:
		r.cell(finding.CodePairsMentorMissing, p.Place.Row, nil)
	case len(p.Mentees) == 0:
		r.cell(finding.CodePairsMenteeMissing, p.Place.Row, nil)
	default:
		return true
	}
	return false
}

// join adds a row to the group whose id it shares. A group has one mentor or
// one mentee in common with each further row: rows of different people are two
// pairs that got one id by mistake, and joining them would show each the
// other's agreement.
func (r *rowReader) join(p *Pair, rec record) bool {
	before := len(p.Mentors) + len(p.Mentees)
	mentors, sameMentor := unite(p.Mentors, rec.people[mentor])
	mentees, sameMentee := unite(p.Mentees, rec.people[mentee])
	if !sameMentor && !sameMentee {
		r.cell(finding.CodePairsIDTwice, rec.row, r.find(kindID), "other", strconv.Itoa(p.Place.Row))
		return false
	}
	p.Mentors, p.Mentees = mentors, mentees
	if len(mentors)+len(mentees) == before {
		r.cell(finding.CodePairsRowRepeats, rec.row, nil, "other", strconv.Itoa(p.Place.Row))
	}
	p.Place.Rows = append(p.Place.Rows, rec.row)
	for _, g := range rec.goals {
		if !slices.Contains(p.Goals, g) {
			p.Goals = append(p.Goals, g)
		}
	}
	ok := r.agree(p, rec, r.find(kindLanguage), &p.Language, rec.language)
	ok = r.agree(p, rec, r.find(kindStart), &p.Start, rec.start) && ok
	ok = r.agree(p, rec, r.find(kindEnd), &p.End, rec.end) && ok
	meetings := orNothing(p.Meetings)
	ok = r.agree(p, rec, r.find(kindMeetings), &meetings, orNothing(rec.meetings)) && ok
	p.Meetings, _ = strconv.Atoi(meetings)
	return r.answers(p, rec) && ok
}

func orNothing(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// unite adds people to those of a group. shared tells that the row leaves the
// cell empty or names somebody who is there.
func unite(group, row []Person) (all []Person, shared bool) {
	shared = len(row) == 0
	all = group
	for _, p := range row {
		i := slices.IndexFunc(group, func(q Person) bool { return same(p, q) })
		if i < 0 {
			all = append(all, p)
			continue
		}
		shared = true
		if all[i].Email == "" {
			all[i].Email = p.Email
		}
		for name, text := range p.Values {
			if all[i].Values == nil {
				all[i].Values = map[string]string{}
			}
			addText(all[i].Values, name, text)
		}
	}
	return all, shared
}

// same reports whether two rows of a group mean one person: the names are the
// same, and so are the addresses where both have one.
func same(p, q Person) bool {
	return fold(p.Name) == fold(q.Name) && (p.Email == "" || q.Email == "" || fold(p.Email) == fold(q.Email))
}

// agree takes over what a further row says, and reports where the group says
// otherwise.
func (r *rowReader) agree(p *Pair, rec record, c *column, have *string, says string) bool {
	if *have == "" {
		*have = says
	}
	if says == "" || *have == says {
		return true
	}
	r.cell(finding.CodePairsGroupDiffers, rec.row, c, "other", strconv.Itoa(p.Place.Row))
	return false
}

// answers takes over the free columns of a further row. A group has one answer
// to a ground rule; other texts are listed.
func (r *rowReader) answers(p *Pair, rec record) bool {
	ok := true
	for i := range r.columns {
		c := &r.columns[i]
		name := c.free()
		text := rec.values[name]
		if name == "" || text == "" {
			continue
		}
		if c.kind == kindPerson || r.answerType(c) == "" {
			addText(p.Values, name, text)
			continue
		}
		have := p.Values[name]
		ok = r.agree(p, rec, c, &have, text) && ok
		p.Values[name] = have
	}
	return ok
}
