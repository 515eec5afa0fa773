package pairs

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzRead(f *testing.F) {
	for _, name := range fixtures(f) {
		f.Add(fixture(f, strings.TrimPrefix(name, "testdata/")))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		table, found := read(t, "pairs.csv", data, handbook())
		checkNames(t, table)
		for _, finding := range found {
			if finding.Place.Line != 0 {
				t.Errorf("%s has a line", finding.Code)
			}
		}
		if table == nil {
			return
		}
		if text := fmt.Sprint(table.Pairs); !utf8.ValidString(text) {
			t.Errorf("not UTF-8: %q", text)
		}
		again, _ := read(t, "pairs.csv", data, handbook())
		if !bytes.Equal(shownTable(table, nil), shownTable(again, nil)) {
			t.Error("read twice, understood twice")
		}
		for _, p := range table.Pairs {
			for _, date := range []string{p.Start, p.End} {
				if again, fault := parseDate(date); date != "" && (fault != dateFine || again != date) {
					t.Errorf("the date %q", date)
				}
			}
			if p.Start != "" && p.End != "" && p.End < p.Start {
				t.Error("ends before it starts")
			}
		}
	})
}

func FuzzLengthsOfTime(f *testing.F) {
	for _, s := range []string{"1 h 30 min", "every 4 weeks", "puolitoista tuntia", "4–6 viikkoa", "1½ h"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if n, ok := minutes(text, unitMinute); ok && n <= 0 {
			t.Errorf("%q lasts %v minutes", text, n)
		}
		if n, ok := weeks(text, unitWeek); ok && n <= 0 {
			t.Errorf("%q is every %v weeks", text, n)
		}
	})
}
