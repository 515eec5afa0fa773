package pairs

import (
	"slices"
	"strings"

	"mentorbook/generator/finding"
)

// headerRows is how many rows at the top may hold a title or an explanation
// before the header.
const headerRows = 20

// layout is a table whose columns are understood.
type layout struct {
	columns []column
	body    []row // the rows below the header that hold something
	header  int   // the header's row
	width   int   // columns up to the header's last cell
}

// arrange finds the header and understands it. It reports what is wrong with
// it; ok is false where the table has no column of mentors or of mentees, and
// then nothing says what the first row holds: it may be people's names.
func arrange(g grid, v *vocabulary, r *reporter, o Options) (l layout, ok bool) {
	at := headerRow(g, v)
	if at < 0 {
		reportNoHeader(g, v, r)
		return l, false
	}
	head := g.rows[at]
	l.header, l.width, l.body = head.number, len(head.cells), g.rows[at+1:]
	for i, c := range head.cells {
		header := line(c.text)
		l.columns = append(l.columns, column{meaning: v.understand(header), at: i, header: header})
	}
	if at > 0 {
		rows := make([]int, at)
		for i := range rows {
			rows[i] = g.rows[i].number
		}
		r.table(finding.CodePairsAboveHeader, "rows", r.rows(rows), "header", l.header)
	}
	l.twice(r)
	l.others(v, r, o)
	return l, true
}

// headerRow is the first row that has a column of mentors and one of mentees,
// or -1.
func headerRow(g grid, v *vocabulary) int {
	for i, row := range g.rows[:min(len(g.rows), headerRows)] {
		if has := v.roles(row); has[mentor] && has[mentee] {
			return i
		}
	}
	return -1
}

// roles tells whose names a header has columns for.
func (v *vocabulary) roles(r row) (has [2]bool) {
	for _, c := range r.cells {
		if m := v.understand(line(c.text)); m.kind == kindPerson && (m.name == personName || m.name == personFirst || m.name == personLast) {
			has[m.role] = true
		}
	}
	return has
}

// reportNoHeader says which of the two columns is missing. It names a header
// only where it is nearly a known word.
func reportNoHeader(g grid, v *vocabulary, r *reporter) {
	best, bestKnown := row{}, -1
	for _, row := range g.rows[:min(len(g.rows), headerRows)] {
		if known := v.knows(row); known > bestKnown {
			best, bestKnown = row, known
		}
	}
	has := v.roles(best)
	for role, code := range []finding.Code{finding.CodePairsNoMentorColumn, finding.CodePairsNoMenteeColumn} {
		if has[role] {
			continue
		}
		written, near := "", ""
		for i, c := range best.cells {
			header := line(c.text)
			if m := v.understand(header); m.kind != kindValue || m.answer != nil {
				continue
			}
			if guess := finding.Nearest(header, v.stems[role]); guess != "" {
				written, near = letters(i), guess
				break
			}
		}
		r.table(code, "header", best.number, "written", written, "near", near)
	}
}

// twice reports columns that mean the same.
func (l *layout) twice(r *reporter) {
	first := map[meaning]column{}
	names := map[string]column{}
	for _, c := range l.columns {
		if c.kind == kindIgnored || c.kind == kindNotes || c.kind == kindUnnamed {
			continue
		}
		before, again := first[c.key()]
		if name := c.free(); name != "" && !again {
			before, again = names[name]
			names[name] = c
		}
		if again {
			r.header(finding.CodePairsColumnTwice, c, "other", r.name(before))
			continue
		}
		first[c.key()] = c
	}
}

// others reports columns that are not read, not used, or misspelt.
func (l *layout) others(v *vocabulary, r *reporter, o Options) {
	taken := map[meaning]bool{}
	for _, c := range l.columns {
		taken[c.key()] = true
	}
	var ignored []string
	for _, c := range l.columns {
		switch {
		case c.kind == kindUnnamed:
			if rows := l.filled(c.at); len(rows) > 0 {
				r.header(finding.CodePairsColumnUnnamed, c, "rows", r.rows(rows))
			}
		case c.kind == kindIgnored:
			ignored = append(ignored, r.name(c))
		case c.kind != kindValue || c.answer != nil || c.name == howOften || c.name == howLong:
		default:
			if near := v.guess(c.header); near != "" && !taken[column{meaning: v.understand(near)}.key()] {
				r.header(finding.CodePairsColumnNear, c, "near", near, "name", c.name)
			} else if o.Columns != nil {
				r.header(finding.CodePairsColumnUnused, c, "name", c.name)
			}
		}
	}
	if len(ignored) > 0 {
		r.table(finding.CodePairsColumnIgnored, "columns", strings.Join(ignored, ", "))
	}
}

// filled are the rows with something in a column.
func (l *layout) filled(at int) []int {
	var rows []int
	for _, row := range l.body {
		if at < len(row.cells) && row.cells[at].text != "" {
			rows = append(rows, row.number)
		}
	}
	return rows
}

// free are the names of the free columns, in the table's order.
func (l *layout) free() []string {
	var names []string
	for _, c := range l.columns {
		if name := c.free(); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}
