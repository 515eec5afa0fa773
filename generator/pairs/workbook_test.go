package pairs

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"
)

// sheet fills a sheet of a new workbook, cell by cell.
type sheet map[string]any

func workbookOf(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func put(f *excelize.File, name string, cells sheet) {
	f.NewSheet(name)
	for ref, v := range cells {
		f.SetCellValue(name, ref, v)
	}
}

func format(t testing.TB, f *excelize.File, sheet, ref, code string, builtin int) {
	t.Helper()
	s := &excelize.Style{NumFmt: builtin}
	if code != "" {
		s = &excelize.Style{CustomNumFmt: &code}
	}
	id, err := f.NewStyle(s)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellStyle(sheet, ref, ref, id); err != nil {
		t.Fatal(err)
	}
}

func TestWorkbooksAreUnderstoodAsTheirGoldenTextsSay(t *testing.T) {
	for name, fill := range map[string]func(f *excelize.File){
		"cells": func(f *excelize.File) {
			f.SetSheetName("Sheet1", "Ohje")
			put(f, "Ohje", sheet{"A1": "Täytä parit toiseen taulukkoon."})
			put(f, "Parit", sheet{
				"A1": "Parin\ntunnus", "B1": "Mentori", "C1": "Aktori", "D1": "Alkaa", "E1": "Päättyy", "F1": "Kesto", "G1": "Tapaamisia", "H1": "unit", "I1": "Väliarviointi",
				"A2": 7, "B2": "Åsa\u00a0Mäkelä", "C2": "Eero Ääri", "D2": 46399, "E2": 46557.5, "F2": 90, "G2": 6, "H2": 0.1 + 0.2, "I2": 46450,
				"A3": "008", "B3": "Tuovi", "C3": "Lea", "D3": "11.1.2027", "E3": 46557, "F3": 0.0625, "G3": 8.0, "H3": "050", "I3": "x",
				"A5": "9", "B5": "Moa", "C5": "Mia", "D5": true, "F5": 1.5,
			})
			format(t, f, "Parit", "D2", "", 14)
			format(t, f, "Parit", "E2", `dd.mm.yyyy\ hh:mm`, 0)
			format(t, f, "Parit", "F3", "h:mm", 0)
			format(t, f, "Parit", "F5", `0.0" h"`, 0)
			format(t, f, "Parit", "I2", `[$-40B]d\. mmmm yyyy`, 0)
			f.SetSheetVisible("Ohje", true)
		},
		"merged-hidden": func(f *excelize.File) {
			put(f, "Sheet1", sheet{
				"A1": "Parit 2027", "A3": "id", "B3": "mentor", "C3": "mentee", "D3": "mentee email",
				"A4": 1, "B4": "Mona Mentor", "C4": "Mio", "D4": "mio@example.org", "C5": "Mia", "D5": "mia@example.org", "C6": "Max", "D6": "max@example.org",
				"A7": 2, "B7": "Moa Mentor", "C7": "Lea", "D7": "lea@example.org",
			})
			f.MergeCell("Sheet1", "A1", "D1")
			f.MergeCell("Sheet1", "A4", "A6")
			f.MergeCell("Sheet1", "B4", "B6")
			f.SetRowVisible("Sheet1", 7, false)
		},
		"hidden-sheet": func(f *excelize.File) {
			put(f, "Sheet1", sheet{"A1": "mentor", "B1": "mentee", "A2": "Old", "B2": "Older"})
			put(f, "Pairs", sheet{"A1": "id", "B1": "mentor", "C1": "mentee", "A2": 1, "B2": "Mona", "C2": "Mio"})
			f.SetActiveSheet(1)
			f.SetSheetVisible("Sheet1", false)
		},
		"date1904": func(f *excelize.File) {
			yes := true
			f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes})
			put(f, "Sheet1", sheet{"A1": "id", "B1": "mentor", "C1": "mentee", "D1": "start", "A2": 1, "B2": "Mona", "C2": "Mio", "D2": 44937})
			format(t, f, "Sheet1", "D2", "", 14)
		},
		"no-mentors": func(f *excelize.File) {
			put(f, "Sheet1", sheet{"A1": "Mona Salainen", "B1": "Mio Salainen"})
		},
		"mistakes": func(f *excelize.File) {
			put(f, "Parit", sheet{"A1": "id", "B1": "mentor", "C1": "mentee", "D1": "start", "A2": 1, "B2": "Mona", "C2": "Mio", "D2": "31.2.2027", "A3": 2, "B3": "Moa", "D3": 12, "G3": "far out"})
			f.DeleteSheet("Sheet1")
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			table, found := read(t, "pairs.xlsx", workbookOf(t, fill), handbook())
			golden(t, "testdata/workbook-"+name+".txt", shownTable(table, found))
		})
	}
}

func TestFormulasWithoutAValueAreNamed(t *testing.T) {
	t.Parallel()
	data := workbookOf(t, func(f *excelize.File) {
		put(f, "Sheet1", sheet{"A1": "id", "B1": "mentor", "C1": "mentee", "D1": "goal 1", "A2": 1, "B2": "Mona", "C2": "Mio", "D2": "formula", "A3": 2, "B3": "Moa", "C3": "Mia"})
	})
	data = rezip(t, data, "xl/worksheets/sheet1.xml", func(xml []byte) []byte {
		return errorCell.ReplaceAll(xml, []byte(`<c r="D2"><f>A2&amp;B2</f><v></v></c>`))
	})
	table, found := read(t, "pairs.xlsx", data, handbook())
	golden(t, "testdata/workbook-formula-empty.txt", shownTable(table, found))
}

func TestErrorCellsOfAWorkbookAreNamed(t *testing.T) {
	t.Parallel()
	data := workbookOf(t, func(f *excelize.File) {
		put(f, "Sheet1", sheet{"A1": "id", "B1": "mentor", "C1": "mentee", "D1": "goal 1", "A2": 1, "B2": "Mona", "C2": "Mio", "D2": "#REF!"})
	})
	// excelize writes no error cells: make one of the text.
	data = rezip(t, data, "xl/worksheets/sheet1.xml", func(xml []byte) []byte {
		return errorCell.ReplaceAll(xml, []byte(`<c r="D2" t="e"><v>#REF!</v></c>`))
	})
	table, found := read(t, "pairs.xlsx", data, handbook())
	golden(t, "testdata/workbook-error-cell.txt", shownTable(table, found))
}

func TestFilesThatAreNoWorkbookAreRefused(t *testing.T) {
	t.Parallel()
	for name, data := range map[string][]byte{"text": []byte("id;mentor;mentee\n"), "old": []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old format"), "zip": []byte("PK\x03\x04 broken"), "empty": nil} {
		table, found := read(t, "pairs.xlsx", data, handbook())
		if table != nil || len(found) != 1 || found[0].Severity.String() != "error" {
			t.Errorf("%s: %s", name, shownTable(table, found))
		}
	}
}
