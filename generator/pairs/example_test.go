package pairs

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"mentorbook/generator/finding"
)

// The starter's example reads without a finding but the notice that it serves,
// opens in a Finnish or Swedish Excel, and shows a pair in each language.
func TestTheStartersExampleReadsWithoutAFinding(t *testing.T) {
	data, err := os.ReadFile("../../content/pairs.example.csv")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(data, []byte("\xef\xbb\xbfid;")) {
		t.Error("it should begin with a byte-order mark and have semicolons, as Excel wants it")
	}
	table, found := read(t, "pairs.example.csv", data, handbook())
	if len(found) != 1 || found[0].Code != finding.CodePairsExample {
		t.Fatalf("%s", shownTable(table, found))
	}
	languages, group := "", false
	for _, p := range table.Pairs {
		languages += p.Language + " "
		group = group || len(p.Mentees) > 1
		for _, person := range append(p.Mentors, p.Mentees...) {
			if !strings.HasSuffix(person.Email, "@example.org") {
				t.Errorf("%s is nobody's example", person.Email)
			}
		}
	}
	if languages != "fi sv en " || !group || !table.Example {
		t.Errorf("languages %sgroup %t example %t", languages, group, table.Example)
	}
	golden(t, "testdata/starter.txt", shownTable(table, found))
}
