package pairs

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

const benchHead = "Tunnus;Mentori;Mentorin sähköposti;Aktori;Aktorin sähköposti;Kieli;Alkaa;Tapaamisväli;Kesto;Tavoite 1;Tavoite 2;Valmistautuminen"

func benchRow(i int) string {
	return fmt.Sprintf("K%d;Åsa Mäkelä %d;asa%d@example.org;Öykkö Hämäläinen %d;oykko%d@example.org;suomi;11.1.2027;4 viikon välein;1,5 h;Rohkeus puhua;Verkostot ja väylät;aktori lähettää aiheet", i, i, i, i, i)
}

func BenchmarkCSV10000(b *testing.B) {
	var text strings.Builder
	text.WriteString(benchHead)
	for i := range 10_000 {
		text.WriteString("\n" + benchRow(i))
	}
	data := []byte(text.String())
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if table, _ := read(b, "pairs.csv", data, handbook()); len(table.Pairs) != 10_000 {
			b.Fatal(len(table.Pairs))
		}
	}
}

func BenchmarkWorkbook10000(b *testing.B) {
	data := workbookOf(b, func(f *excelize.File) {
		rows, err := f.NewStreamWriter("Sheet1")
		if err != nil {
			b.Fatal(err)
		}
		for i := range 10_001 {
			text := benchHead
			if i > 0 {
				text = benchRow(i)
			}
			var cells []any
			for _, c := range strings.Split(text, ";") {
				cells = append(cells, c)
			}
			if i > 0 {
				cells[6] = 46398 + i%7
			}
			if err := rows.SetRow(fmt.Sprintf("A%d", i+1), cells); err != nil {
				b.Fatal(err)
			}
		}
		if err := rows.Flush(); err != nil {
			b.Fatal(err)
		}
	})
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if table, _ := read(b, "pairs.xlsx", data, handbook()); len(table.Pairs) != 10_000 {
			b.Fatal(len(table.Pairs))
		}
	}
}
