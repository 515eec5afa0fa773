package pairs

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"
	"testing/fstest"

	"mentorbook/generator/finding"
)

var updating = os.Getenv("MENTORBOOK_UPDATE") != ""

// handbook is what the tests' handbook has that a table may refer to.
func handbook() Options {
	return Options{
		Languages: []string{"fi", "sv", "en"},
		Mentor:    []string{"mentori", "mentor"}, Mentee: []string{"aktori", "adept", "mentee"},
		Columns: []Column{
			{ID: "how-often", Names: []string{"Kuinka usein tapaamme", "Kuinka usein tapaamme?", "Hur ofta vi träffas", "How often we meet"}, Answer: "number", Unit: "viikkoa"},
			{ID: "how-long", Names: []string{"Kuinka kauan tapaaminen kestää", "How long a meeting lasts"}, Answer: "number", Unit: "minuuttia"},
			{ID: "preparation", Names: []string{"Miten valmistaudumme", "Miten valmistaudumme tapaamiseen?", "Hur vi förbereder oss", "How we prepare"}, Answer: "choice"},
			{ID: "contact", Names: []string{"Yhteydenpito tapaamisten välillä", "Contact between meetings"}, Answer: "choices",
				Options: []string{"sähköposti", "tekstiviesti", "pikaviesti, esimerkiksi Signal", "e-mail", "text message"}},
			{ID: "review", Names: []string{"Väliarviointi"}, Answer: "date"},
			{ID: "recording", Names: []string{"Saako tallentaa?"}, Answer: "yesno"},
			{ID: "mentor-phone"}, {ID: "mentee-phone"}, {ID: "unit"},
		},
	}
}

// read reads a table that the test has no system error for.
func read(t testing.TB, name string, data []byte, o Options) (*Table, []finding.Finding) {
	t.Helper()
	table, found, err := Read(fstest.MapFS{name: {Data: data}}, o)
	if err != nil {
		t.Fatal(err)
	}
	return table, finding.Sort(found)
}

// shown writes a table and what was found in it as a person would read it.
func shownTable(table *Table, found []finding.Finding) []byte {
	var b bytes.Buffer
	if table == nil {
		fmt.Fprintln(&b, "no table")
	} else {
		fmt.Fprintf(&b, "%s", table.File)
		if table.Sheet != "" {
			fmt.Fprintf(&b, ", sheet %s", table.Sheet)
		}
		fmt.Fprintf(&b, ", columns %q\n", table.Columns)
		for _, p := range table.Pairs {
			showPair(&b, p)
		}
	}
	for _, f := range found {
		fmt.Fprintf(&b, "\n%s: %s: %s [%s]\n", f.Place, f.Severity, f.Message("en"), f.Code)
		fmt.Fprintf(&b, "  %s\n", f.Hint("en"))
	}
	return b.Bytes()
}

func showPair(b *bytes.Buffer, p Pair) {
	fmt.Fprintf(b, "\n%s", p.ID)
	if p.Derived {
		b.WriteString(" (derived)")
	}
	if p.Slug != p.ID {
		fmt.Fprintf(b, ", files %s", p.Slug)
	}
	fmt.Fprintf(b, ", rows %v\n", p.Place.Rows)
	for _, side := range []struct {
		name   string
		people []Person
	}{{"mentor", p.Mentors}, {"mentee", p.Mentees}} {
		for _, person := range side.people {
			fmt.Fprintf(b, "  %s: %s <%s>%s\n", side.name, person.Name, person.Email, showValues(person.Values))
		}
	}
	for _, line := range []string{"language " + p.Language, "start " + p.Start, "end " + p.End} {
		if !strings.HasSuffix(line, " ") {
			fmt.Fprintf(b, "  %s\n", line)
		}
	}
	if p.Meetings > 0 {
		fmt.Fprintf(b, "  meetings %d\n", p.Meetings)
	}
	for i, g := range p.Goals {
		fmt.Fprintf(b, "  goal %d: %q\n", i+1, g)
	}
	if len(p.Values) > 0 {
		fmt.Fprintf(b, " %s\n", showValues(p.Values))
	}
}

func showValues(values map[string]string) string {
	var names []string
	for name := range values {
		names = append(names, name)
	}
	sort.Strings(names)
	out := ""
	for _, name := range names {
		out += fmt.Sprintf(" %s=%q", name, values[name])
	}
	return out
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	if updating {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, got) {
		t.Errorf("%s differs; run make update and look at git diff if it should\n%s", name, got)
	}
}

func fixtures(t testing.TB) []string {
	t.Helper()
	names, err := filepath.Glob("testdata/*.csv")
	if err != nil || len(names) == 0 {
		t.Fatal("no fixtures: ", err)
	}
	return names
}

// Every fixture is a quirk of tables as they come; beside it stands what is
// understood of it.
func TestTablesAreUnderstoodAsTheirGoldenTextsSay(t *testing.T) {
	for _, name := range fixtures(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			table, found := read(t, "pairs.csv", data, handbook())
			golden(t, strings.TrimSuffix(name, ".csv")+".txt", shownTable(table, found))
		})
	}
}

// These fixtures hold the same table in another dialect each.
func TestDialectsOfCSVSayTheSame(t *testing.T) {
	want, found := read(t, "pairs.csv", fixture(t, "dialect-semicolon.csv"), handbook())
	if len(found) > 0 || len(want.Pairs) != 3 {
		t.Fatalf("%s", shownTable(want, found))
	}
	for _, name := range fixtures(t) {
		if !strings.Contains(name, "dialect-") {
			continue
		}
		got, found := read(t, "pairs.csv", fixture(t, filepath.Base(name)), handbook())
		found = slices.DeleteFunc(found, func(f finding.Finding) bool { return f.Code == finding.CodePairsWindows })
		if a, b := shownTable(want, nil), shownTable(got, found); !bytes.Equal(a, b) {
			t.Errorf("%s says something else:\n%s\nthan:\n%s", name, b, a)
		}
	}
}

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
