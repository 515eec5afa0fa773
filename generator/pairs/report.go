package pairs

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"mentorbook/generator/finding"
)

// reporter collects what is found in one table. What is found in several rows
// of a column is one finding that lists the rows, so that a column in which all
// dates are wrong does not bury the rest. No argument is ever a cell's text.
type reporter struct {
	file, sheet string
	findings    []finding.Finding
	marks       map[string]*mark
	order       []*mark
}

type mark struct {
	code   finding.Code
	column *column
	args   []any
	rows   []int
}

func (r *reporter) place() finding.Place { return finding.Place{File: r.file} }

// table reports something about the whole table.
func (r *reporter) table(code finding.Code, args ...any) {
	r.findings = append(r.findings, finding.New(code, r.place(), args...))
}

// header reports something about a column, whatever its rows say.
func (r *reporter) header(code finding.Code, c column, args ...any) {
	args = append([]any{"at", fmt.Sprintf("%06d.%04d", 0, c.at), "column", r.name(c)}, args...)
	r.table(code, args...)
}

// cell reports something about a cell; column is nil where it is the row.
func (r *reporter) cell(code finding.Code, row int, c *column, args ...any) {
	key := string(code) + "\x00"
	if c != nil {
		key += strconv.Itoa(c.at)
	}
	key += "\x00" + fmt.Sprint(args...)
	m := r.marks[key]
	if m == nil {
		m = &mark{code: code, column: c, args: args}
		if r.marks == nil {
			r.marks = map[string]*mark{}
		}
		r.marks[key] = m
		r.order = append(r.order, m)
	}
	m.rows = append(m.rows, row)
}

// all returns what was found; findings of one code sort by row.
func (r *reporter) all() []finding.Finding {
	for _, m := range r.order {
		slices.Sort(m.rows)
		at := 0
		var column []any
		if m.column != nil {
			at = m.column.at
			column = []any{"column", r.name(*m.column)}
		}
		args := append([]any{"at", fmt.Sprintf("%06d.%04d", m.rows[0], at), "rows", r.rows(m.rows)}, column...)
		r.table(m.code, append(args, m.args...)...)
	}
	r.order, r.marks = nil, nil
	return r.findings
}

// rows names rows as a spreadsheet numbers them, and the sheet of a workbook.
func (r *reporter) rows(rows []int) string {
	list := rowList(rows)
	if r.sheet != "" {
		list += " (" + r.sheet + ")"
	}
	return list
}

// name names a column by its letter and header.
func (r *reporter) name(c column) string {
	if c.header == "" {
		return letters(c.at)
	}
	return letters(c.at) + " “" + shorten(c.header) + "”"
}

// headerLength is how much of a header is shown, in characters.
const headerLength = 48

func shorten(header string) string {
	runes := []rune(header)
	if len(runes) <= headerLength {
		return header
	}
	return string(runes[:headerLength-1]) + "…"
}

// letters names a column, counted from 0, as spreadsheets do: A to Z, AA, …
func letters(at int) string {
	name := ""
	for n := at + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// rowListLength is how many rows, or runs of them, a list names.
const rowListLength = 12

// rowList lists rising rows, runs as 5–9.
func rowList(rows []int) string {
	var parts []string
	rows = slices.Compact(slices.Clone(rows))
	for i := 0; i < len(rows); {
		j := i
		for j+1 < len(rows) && rows[j+1] == rows[j]+1 {
			j++
		}
		switch {
		case len(parts) == rowListLength:
			return strings.Join(parts, ", ") + ", …"
		case j == i:
			parts = append(parts, strconv.Itoa(rows[i]))
		case j == i+1:
			parts = append(parts, strconv.Itoa(rows[i]), strconv.Itoa(rows[j]))
		default:
			parts = append(parts, fmt.Sprintf("%d–%d", rows[i], rows[j]))
		}
		i = j + 1
	}
	return strings.Join(parts, ", ")
}
