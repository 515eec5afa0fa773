package pairs

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"mentorbook/generator/finding"
)

// unzipLimit bounds what a workbook may unpack to.
const unzipLimit = 200 << 20

// openWorkbook reads the rows of a workbook's first sheet that has a column of
// mentors; visible sheets go before hidden ones. The rows of that sheet count
// whether they are hidden, by hand or by a filter, or not: leaving people out
// is not a matter of looks.
func openWorkbook(data []byte, v *vocabulary, r *reporter) (grid, bool) {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: unzipLimit, UnzipXMLSizeLimit: unzipLimit, RawCellValue: true})
	switch {
	case errors.Is(err, excelize.ErrWorkbookPassword), errors.Is(err, excelize.ErrWorkbookFileFormat) && bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		r.table(finding.CodePairsPassword)
		return grid{}, false
	case err != nil:
		r.table(finding.CodePairsWorkbook)
		return grid{}, false
	}
	defer f.Close()
	sheet, others, err := chooseSheet(f, v)
	if err != nil {
		r.table(finding.CodePairsWorkbook)
		return grid{}, false
	}
	r.sheet = sheet
	if len(others) > 0 {
		r.table(finding.CodePairsSheets, "sheet", sheet, "others", strings.Join(others, ", "))
	}
	w := &workbook{file: f, sheet: sheet, dated: map[int]bool{}}
	g, err := w.read(r)
	switch {
	case errors.Is(err, errTooLarge):
		r.table(finding.CodePairsTooLarge, "most", fmt.Sprint(maxRows))
		return grid{}, false
	case err != nil:
		r.table(finding.CodePairsWorkbook)
		return grid{}, false
	}
	return clean(g, r), true
}

// chooseSheet returns the sheet to read and those that are not read.
func chooseSheet(f *excelize.File, v *vocabulary) (sheet string, others []string, err error) {
	var visible, hidden []string
	for _, name := range f.GetSheetList() {
		if shown, err := f.GetSheetVisible(name); err == nil && !shown {
			hidden = append(hidden, name)
		} else {
			visible = append(visible, name)
		}
	}
	all := append(visible, hidden...)
	if len(all) == 0 {
		return "", nil, errors.New("no sheets")
	}
	sheet = all[0]
	for _, name := range all {
		if hasRoles(f, name, v, mentor) {
			sheet = name
			break
		}
	}
	for _, name := range f.GetSheetList() {
		if name != sheet {
			others = append(others, name)
		}
	}
	return sheet, others, nil
}

// hasRoles reports whether one of a sheet's first rows has a column of names
// for each of the roles.
func hasRoles(f *excelize.File, sheet string, v *vocabulary, roles ...role) bool {
	rows, err := f.Rows(sheet)
	if err != nil {
		return false
	}
	defer rows.Close()
	for range headerRows {
		if !rows.Next() {
			return false
		}
		texts, err := rows.Columns()
		if err != nil {
			return false
		}
		cells := make([]cell, len(texts))
		for i, t := range texts {
			cells[i].text = tidy(t)
		}
		if has := v.roles(row{cells: cells}); !slices.ContainsFunc(roles, func(r role) bool { return !has[r] }) {
			return true
		}
	}
	return false
}

// workbook reads one sheet.
type workbook struct {
	file     *excelize.File
	sheet    string
	from1904 bool
	dated    map[int]bool // by a cell's style: whether it shows a day
	hidden   []int
}

var errTooLarge = errors.New("too many rows")

func (w *workbook) read(r *reporter) (grid, error) {
	if props, err := w.file.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		w.from1904 = *props.Date1904
	}
	rows, err := w.file.Rows(w.sheet)
	if err != nil {
		return grid{}, err
	}
	defer rows.Close()
	g := grid{sheet: w.sheet}
	for n := 1; rows.Next(); n++ {
		texts, err := rows.Columns()
		if err != nil {
			return grid{}, err
		}
		if len(texts) > maxColumns {
			texts = texts[:maxColumns]
		}
		if strings.Join(texts, "") == "" && !w.formulas(n, len(texts)) {
			continue
		}
		if len(g.rows) > maxRows {
			return grid{}, errTooLarge
		}
		if rows.GetRowOpts().Hidden {
			w.hidden = append(w.hidden, n)
		}
		cells := make([]cell, len(texts))
		for i, text := range texts {
			cells[i] = w.cell(n, i, text, r)
		}
		g.rows = append(g.rows, row{n, cells})
	}
	if len(w.hidden) > 0 {
		r.table(finding.CodePairsHiddenRows, "rows", r.rows(w.hidden))
	}
	return w.spread(g)
}

// formulas reports whether a row without values has formulas that were never
// worked out.
func (w *workbook) formulas(n, width int) bool {
	for i := range width {
		if w.formula(n, i) {
			return true
		}
	}
	return false
}

func (w *workbook) formula(n, at int) bool {
	text, err := w.file.GetCellFormula(w.sheet, letters(at)+strconv.Itoa(n))
	return err == nil && text != ""
}

// cell reads one cell. raw is what the file says: a number as it is whatever
// the cell shows.
func (w *workbook) cell(n, at int, raw string, r *reporter) cell {
	ref := letters(at) + strconv.Itoa(n)
	switch {
	case raw == "":
		if w.formula(n, at) {
			if t, err := w.file.GetCellType(w.sheet, ref); err != nil || t != excelize.CellTypeFormula {
				r.cell(finding.CodePairsFormulaEmpty, n, &column{at: at})
			}
		}
		return cell{}
	case raw[0] == '#':
		if t, err := w.file.GetCellType(w.sheet, ref); err == nil && t == excelize.CellTypeError {
			r.cell(finding.CodePairsCellError, n, &column{at: at}, "error", raw)
			return cell{}
		}
		return cell{text: raw}
	}
	number, err := strconv.ParseFloat(raw, 64)
	if err != nil || strings.Trim(raw, "0123456789.+-eE") != "" {
		return cell{text: raw}
	}
	switch t, err := w.file.GetCellType(w.sheet, ref); {
	case err != nil || t != excelize.CellTypeUnset && t != excelize.CellTypeNumber && t != excelize.CellTypeFormula && t != excelize.CellTypeDate:
		return cell{text: raw} // a text that looks like a number, or TRUE
	}
	if style, err := w.file.GetCellStyle(w.sheet, ref); err == nil && w.isDate(style) && number >= 1 {
		if date, fault := serial(int(math.Floor(number)), w.from1904); fault == dateFine {
			return cell{text: date, exact: raw, date: true}
		}
	}
	text, err := w.file.GetCellValue(w.sheet, ref, excelize.Options{RawCellValue: false})
	if err != nil || text == "" {
		text = raw
	}
	return cell{text: text, exact: exactly(number)}
}

// exactly writes a number without the noise of binary fractions.
func exactly(n float64) string {
	return strconv.FormatFloat(n, 'f', -1, 64)
}

// isDate reports whether a style shows a number as a day.
func (w *workbook) isDate(style int) bool {
	known, ok := w.dated[style]
	if ok {
		return known
	}
	if s, err := w.file.GetStyle(style); err == nil {
		switch {
		case s.CustomNumFmt != nil:
			known = dateFormat(*s.CustomNumFmt)
		default:
			n := s.NumFmt // ECMA-376, part 1, 18.8.30: the formats that every workbook has
			known = n >= 14 && n <= 17 || n == 22 || n >= 27 && n <= 31 || n == 36 || n >= 50 && n <= 54 || n >= 57 && n <= 58
		}
	}
	w.dated[style] = known
	return known
}

// dateFormat reports whether a number format has a day or a year outside
// quotes, escapes and brackets.
func dateFormat(format string) bool {
	quoted, bracket, skip := false, false, false
	for _, c := range strings.ToLower(format) {
		switch {
		case skip:
			skip = false
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\\' || c == '_' || c == '*':
			skip = true
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case !bracket && (c == 'd' || c == 'y'):
			return true
		}
	}
	return false
}

// spread gives each row of cells merged down a column the text of the first:
// that is how people write one mentor beside several mentees.
func (w *workbook) spread(g grid) (grid, error) {
	merged, err := w.file.GetMergeCells(w.sheet)
	if err != nil {
		return grid{}, err
	}
	for _, m := range merged {
		at, top, err1 := excelize.CellNameToCoordinates(m.GetStartAxis())
		_, bottom, err2 := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err1 != nil || err2 != nil || at > maxColumns {
			continue
		}
		var source cell
		first, _ := slices.BinarySearchFunc(g.rows, top, func(r row, n int) int { return r.number - n })
		for i := first; i < len(g.rows) && g.rows[i].number <= bottom; i++ {
			row := &g.rows[i]
			switch {
			case row.number == top && at <= len(row.cells):
				source = row.cells[at-1]
			case source.text != "":
				for len(row.cells) < at {
					row.cells = append(row.cells, cell{})
				}
				row.cells[at-1] = source
			}
		}
	}
	return g, nil
}
