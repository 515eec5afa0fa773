package pairs

import (
	"slices"
	"strings"

	"mentorbook/generator/finding"
)

// record is what one row says.
type record struct {
	row      int
	id       string
	people   [2][]Person
	language string
	start    string
	end      string
	meetings int
	goals    []string
	values   map[string]string
}

// rowReader turns rows into records.
type rowReader struct {
	*layout
	*reporter
	languages languageNames
	known     string // the programme's languages, for hints
}

// record reads a row. ok is false where it has errors, all of which are
// reported.
func (r *rowReader) record(row row) (rec record, ok bool) {
	rec = record{row: row.number, values: map[string]string{}}
	ok = true
	var goals []goal
	for i := range r.columns {
		c := &r.columns[i]
		if c.at >= len(row.cells) || row.cells[c.at].text == "" {
			continue
		}
		cell := row.cells[c.at]
		switch c.kind {
		case kindID:
			rec.id = whole(line(cell.text), cell.exact)
		case kindLanguage:
			rec.language = r.language(row.number, c, cell)
			ok = ok && rec.language != ""
		case kindStart:
			rec.start = r.date(row.number, c, cell)
			ok = ok && rec.start != ""
		case kindEnd:
			rec.end = r.date(row.number, c, cell)
			ok = ok && rec.end != ""
		case kindMeetings:
			rec.meetings = r.count(row.number, c, cell)
		case kindGoal:
			goals = append(goals, goal{c.index, strings.TrimRight(cell.text, "; ")})
		case kindGoals:
			for i, text := range list(cell.text) {
				goals = append(goals, goal{i, text})
			}
		case kindValue:
			if v := r.value(row.number, c, cell); v != "" {
				rec.values[c.name] = v
			}
		}
	}
	rec.goals = inOrder(goals)
	ok = r.tooLong(row) && ok
	ok = r.dates(&rec) && ok
	for _, who := range []role{mentor, mentee} {
		var fine bool
		rec.people[who], fine = r.peopleOf(row, who, rec.values)
		ok = ok && fine
	}
	return rec, ok
}

// tooLong reports cells to the right of the header's last one.
func (r *rowReader) tooLong(row row) bool {
	for i := r.width; i < len(row.cells); i++ {
		if row.cells[i].text != "" {
			r.cell(finding.CodePairsRowLong, row.number, &column{at: i}, "last", letters(r.width-1))
			return false
		}
	}
	return true
}

// dates reports a pair that ends before it starts.
func (r *rowReader) dates(rec *record) bool {
	if rec.start != "" && rec.end != "" && rec.end < rec.start {
		r.cell(finding.CodePairsDatesOrder, rec.row, r.find(kindEnd))
		return false
	}
	return true
}

func (r *rowReader) find(k kind) *column {
	for i := range r.columns {
		if r.columns[i].kind == k {
			return &r.columns[i]
		}
	}
	return nil
}

// whole is an id as its writer sees it: a workbook's number 7 may be shown as
// 7,00.
func whole(text, exact string) string {
	if exact != "" && strings.Trim(exact, "0123456789") == "" && len(exact) < 16 && !strings.HasPrefix(text, "0") {
		return exact
	}
	return text
}

type goal struct {
	index int
	text  string
}

// inOrder are the goals by their numbers, each once.
func inOrder(goals []goal) []string {
	slices.SortStableFunc(goals, func(a, b goal) int { return a.index - b.index })
	var texts []string
	for _, g := range goals {
		if g.text != "" && !slices.Contains(texts, g.text) {
			texts = append(texts, g.text)
		}
	}
	return texts
}

// list cuts a cell of several answers at semicolons and line ends, and drops
// empty ones: forms put a semicolon behind the last answer too.
func list(text string) []string {
	var parts []string
	for _, p := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '\n' }) {
		if p = strings.TrimSpace(p); p != "" {
			parts = append(parts, p)
		}
	}
	return parts
}
