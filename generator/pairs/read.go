package pairs

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"mentorbook/generator/finding"
)

// Limits of what is read: far more than any programme has, and little enough
// that a wrong file does not stop the machine.
const (
	maxBytes   = 20 << 20
	maxRows    = 100_000
	maxColumns = 500
)

// Read reads the table of pairs at the top of the content folder: pairs.csv or
// pairs.xlsx, else pairs.example.csv. The table is nil where there is none or
// where it can't be understood at all; rows with errors are in the findings,
// not among the pairs. An error is what the system did.
func Read(content fs.FS, o Options) (*Table, []finding.Finding, error) {
	name, found, err := choose(content)
	if name == "" || err != nil {
		return nil, found, err
	}
	r := &reporter{file: "content/" + norm.NFC.String(name), findings: found}
	info, err := fs.Stat(content, name)
	if err != nil {
		return nil, nil, fmt.Errorf("reading the table of pairs: %w", err)
	}
	if info.Size() > maxBytes {
		r.table(finding.CodePairsTooLarge, "most", fmt.Sprintf("%d MB", maxBytes>>20))
		return nil, r.all(), nil
	}
	data, err := fs.ReadFile(content, name)
	if err != nil {
		return nil, nil, fmt.Errorf("reading the table of pairs: %w", err)
	}
	v := newVocabulary(o)
	var g grid
	var ok bool
	if strings.EqualFold(path.Ext(name), ".xlsx") {
		g, ok = openWorkbook(data, v, r)
	} else {
		g, ok = openCSV(data, v, r)
	}
	if !ok {
		return nil, r.all(), nil
	}
	t := understand(g, v, r, o)
	if t != nil {
		t.Example = strings.EqualFold(name, exampleName)
	}
	return t, r.all(), nil
}

const exampleName = "pairs.example.csv"

// otherFormats are what tables are saved as by mistake.
var otherFormats = []string{".tsv", ".txt", ".xls", ".xlsm", ".xlsb", ".ods", ".numbers"}

// choose finds the table's name; "" where there is none, or more than one.
func choose(content fs.FS) (string, []finding.Finding, error) {
	entries, err := fs.ReadDir(content, ".")
	if err != nil {
		return "", nil, fmt.Errorf("looking for the table of pairs: %w", err)
	}
	var real, example []string
	var found []finding.Finding
	for _, e := range entries {
		switch lower := strings.ToLower(e.Name()); {
		case e.IsDir():
		case lower == "pairs.csv", lower == "pairs.xlsx":
			real = append(real, e.Name())
		case lower == exampleName:
			example = append(example, e.Name())
		case strings.TrimSuffix(lower, path.Ext(lower)) == "pairs" && slices.Contains(otherFormats, path.Ext(lower)):
			found = append(found, finding.New(finding.CodePairsFormat, finding.Place{File: "content/" + e.Name()}, "format", path.Ext(lower)))
		}
	}
	switch {
	case len(real) > 1:
		return "", append(found, finding.New(finding.CodePairsTwoTables, finding.Place{File: "content/" + real[1]}, "other", real[0])), nil
	case len(real) == 1:
		return real[0], found, nil
	case len(found) > 0 || len(example) == 0:
		return "", found, nil
	}
	return example[0], append(found, finding.New(finding.CodePairsExample, finding.Place{File: "content/" + example[0]})), nil
}

// IsTable reports whether a file holds a table of pairs, whatever its name: one
// of its first rows has a column of mentors and one of mentees. Such a file must
// not be published beside the pages.
func IsTable(name string, data []byte, o Options) bool {
	if len(data) > maxBytes {
		return false
	}
	v := newVocabulary(o)
	switch strings.ToLower(path.Ext(name)) {
	case ".csv", ".tsv", ".txt":
		text, script := decode(data)
		if script == scriptUnknown || script == scriptWorkbook {
			return false
		}
		text, separator := sepLine(text)
		for _, s := range append([]byte{separator}, separators...) {
			if g, _ := readCSV(text, s, headerRows); s != 0 && headerRow(g, v) >= 0 {
				return true
			}
		}
	case ".xlsx", ".xlsm":
		f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: unzipLimit, UnzipXMLSizeLimit: unzipLimit})
		if err != nil {
			return false
		}
		defer f.Close()
		for _, sheet := range f.GetSheetList() {
			if hasRoles(f, sheet, v, mentor, mentee) {
				return true
			}
		}
	}
	return false
}

// openCSV reads the rows of a CSV file.
func openCSV(data []byte, v *vocabulary, r *reporter) (grid, bool) {
	text, script := decode(data)
	switch script {
	case scriptUnknown:
		r.table(finding.CodePairsNotText)
		return grid{}, false
	case scriptWorkbook:
		r.table(finding.CodePairsIsWorkbook)
		return grid{}, false
	case scriptWindows:
		r.table(finding.CodePairsWindows)
	}
	text, separator := sepLine(text)
	if separator == 0 {
		separator = sniff(text, v)
	}
	g, slips := readCSV(text, separator, maxRows+1)
	if len(g.rows) > maxRows {
		r.table(finding.CodePairsTooLarge, "most", fmt.Sprint(maxRows))
		return grid{}, false
	}
	for _, s := range slips {
		code := finding.CodePairsQuoteStray
		if s.unclosed {
			code = finding.CodePairsQuoteUnclosed
		}
		r.cell(code, s.row, &column{at: s.column})
	}
	return clean(g, r), true
}

// clean tidies all cells, turns back text that was encoded twice, and drops
// rows that hold nothing.
func clean(g grid, r *reporter) grid {
	kept := g.rows[:0]
	for _, row := range g.rows {
		for i := range row.cells {
			text, state := repair(row.cells[i].text)
			row.cells[i].text = tidy(text)
			switch state {
			case mended:
				r.cell(finding.CodePairsEncodedTwice, row.number, nil)
			case broken:
				r.cell(finding.CodePairsLettersLost, row.number, &column{at: i})
			}
		}
		if row.cells = trimRow(row.cells); len(row.cells) > 0 {
			kept = append(kept, row)
		}
	}
	g.rows = kept
	return g
}

// understand makes pairs of rows.
func understand(g grid, v *vocabulary, r *reporter, o Options) *Table {
	if len(g.rows) == 0 {
		r.table(finding.CodePairsEmpty)
		return nil
	}
	l, ok := arrange(g, v, r, o)
	if !ok {
		return nil
	}
	if len(l.body) == 0 {
		r.table(finding.CodePairsEmpty)
	}
	reader := &rowReader{layout: &l, reporter: r, languages: newLanguageNames(o.Languages), known: strings.Join(o.Languages, ", ")}
	var records []record
	for _, row := range l.body {
		if rec, ok := reader.record(row); ok {
			records = append(records, rec)
		}
	}
	t := &Table{File: r.file, Sheet: g.sheet, Columns: l.free(), Pairs: reader.gather(records), columns: l.columns}
	nameAll(t.Pairs)
	survey(t, r)
	return t
}
