package pairs

import (
	"fmt"
	"slices"

	"mentorbook/generator/finding"
)

// survey reports what the table lacks as a whole.
func survey(t *Table, r *reporter) {
	t.ids(r)
	t.addresses(r)
	t.sharedAddresses(r)
}

// ids reports pairs without an id, all at once, and those among them that only
// their order in the table tells apart.
func (t *Table) ids(r *reporter) {
	first := map[string]int{}
	derived := 0
	for i := range t.Pairs {
		p := &t.Pairs[i]
		if !p.Derived {
			continue
		}
		derived++
		key := names(p)
		if before, again := first[key]; again {
			r.cell(finding.CodePairsSameNames, p.Place.Row, nil, "other", fmt.Sprint(before))
			continue
		}
		first[key] = p.Place.Row
	}
	if derived > 0 {
		r.table(finding.CodePairsIDsMissing, "count", derived, "pairs", len(t.Pairs))
	}
}

// addresses reports people without an e-mail address, all at once.
func (t *Table) addresses(r *reporter) {
	var rows []int
	lacking := 0
	for _, p := range t.Pairs {
		for _, person := range slices.Concat(p.Mentors, p.Mentees) {
			if person.Email == "" {
				lacking++
				rows = append(rows, person.row)
			}
		}
	}
	if lacking > 0 {
		slices.Sort(rows)
		r.table(finding.CodePairsEmailMissing, "count", lacking, "rows", r.rows(rows))
	}
}

// sharedAddresses reports addresses that people of different names have: most
// are slips of copying, and a link sent there is read by somebody else.
func (t *Table) sharedAddresses(r *reporter) {
	type owner struct {
		name string
		row  int
	}
	owners := map[string]owner{}
	for _, p := range t.Pairs {
		for _, person := range slices.Concat(p.Mentors, p.Mentees) {
			key := fold(person.Email)
			if key == "" {
				continue
			}
			before, again := owners[key]
			if !again {
				owners[key] = owner{fold(person.Name), person.row}
			} else if before.name != fold(person.Name) {
				r.cell(finding.CodePairsEmailShared, person.row, nil, "other", fmt.Sprint(before.row))
			}
		}
	}
}

// Found makes a finding about a cell of a pair's, or with no column about its
// row: name is one of Table.Columns. Like every finding about the table it has
// the arguments rows and column, and args must not hold what the cell says.
func (t *Table) Found(code finding.Code, p Pair, name string, args ...any) finding.Finding {
	r := &reporter{file: t.File, sheet: t.Sheet}
	var at *column
	for i := range t.columns {
		if name != "" && t.columns[i].free() == name {
			at = &t.columns[i]
			break
		}
	}
	r.cell(code, p.Place.Row, at, args...)
	return r.all()[0]
}
