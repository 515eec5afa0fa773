package pairs

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"mentorbook/generator/finding"
)

func TestNoFindingQuotesACellOrHasALine(t *testing.T) {
	for _, name := range fixtures(t) {
		data := fixture(t, strings.TrimPrefix(name, "testdata/"))
		table, found := read(t, "pairs.csv", data, handbook())
		var secrets []string
		if table != nil {
			for _, p := range table.Pairs {
				for _, person := range slices.Concat(p.Mentors, p.Mentees) {
					secrets = append(secrets, person.Name, person.Email)
				}
				for _, v := range p.Values {
					secrets = append(secrets, v)
				}
				secrets = append(secrets, p.Goals...)
			}
		}
		secrets = append(secrets, "Salainen", "salainen", "example.org", "Mona", "secret remark", "lost text", "Oppia")
		for _, f := range found {
			if f.Place.Line != 0 || f.Place.Column != 0 || f.Excerpt != "" {
				t.Errorf("%s: %s has a line, so that its text would be shown", name, f.Code)
			}
			for _, a := range f.Args { // all that a message has besides the catalogue's words
				for _, s := range secrets {
					if len(s) > 3 && strings.Contains(a.Value, s) {
						t.Errorf("%s: %s quotes %q in %s", name, f.Code, s, a.Value)
					}
				}
			}
		}
	}
}

func TestNotesAreNeverKept(t *testing.T) {
	table, found := read(t, "pairs.csv", []byte("id;mentor;mentee;notes;Huomautus;Anteckningar\n1;Mona;Mio;telltale;telltale;telltale\n"), handbook())
	if text := fmt.Sprintf("%+v %+v", table, found); strings.Contains(text, "telltale") {
		t.Error(text)
	}
}

// names without ids, among them the same twice
const unnamed = "mentor;mentor email;mentee;mentee email\n" +
	"Anna Virtanen;anna@example.org;Matti Korhonen;matti@example.org\n" +
	"Åsa Ek;asa@example.org;Ole Ås;ole@example.org\n" +
	"Asa Ek;asa2@example.org;Ole As;ole2@example.org\n" +
	"Lea Lahti;lea@example.org;\"Eino; Aino\";\"eino@example.org; aino@example.org\"\n"

func ids(table *Table) map[string]string {
	all := map[string]string{}
	for _, p := range table.Pairs {
		all[fold(p.Mentors[0].Name)+" "+fold(p.Mentees[0].Name)] = p.ID
	}
	return all
}

func TestDerivedIDsStayTheSameWhateverElseChanges(t *testing.T) {
	before, _ := read(t, "pairs.csv", []byte(unnamed), handbook())
	want := ids(before)
	lines := strings.Split(strings.TrimSpace(unnamed), "\n")
	shuffled := append([]string{lines[0], "Uusi Pari;uusi@example.org;Toinen Uusi;toinen@example.org"}, lines[1:]...)
	random := rand.New(rand.NewPCG(1, 2))
	random.Shuffle(len(shuffled)-1, func(i, j int) { shuffled[i+1], shuffled[j+1] = shuffled[j+1], shuffled[i+1] })
	for what, text := range map[string]string{
		"rows added and sorted":  strings.Join(shuffled, "\n"),
		"an address corrected":   strings.ReplaceAll(unnamed, "anna@", "anna.virtanen@"),
		"addresses taken out":    strings.NewReplacer("anna@example.org", "", "matti@example.org", "").Replace(unnamed),
		"case and spaces change": strings.ReplaceAll(unnamed, "Anna Virtanen", "ANNA  virtanen "),
		"a twin row added":       unnamed + "Anna Virtanen;other@example.org;Matti Korhonen;matti2@example.org\n",
	} {
		after, _ := read(t, "pairs.csv", []byte(text), handbook())
		if what == "a twin row added" {
			after.Pairs = after.Pairs[:len(before.Pairs)]
		}
		got := ids(after)
		for key, id := range want {
			if got[key] != id {
				t.Errorf("%s: %s was %s and is %s", what, key, id, got[key])
			}
		}
	}
}

func TestIDsAndSlugsAreUniqueAndSlugsAreSafe(t *testing.T) {
	for _, name := range fixtures(t) {
		table, _ := read(t, "pairs.csv", fixture(t, strings.TrimPrefix(name, "testdata/")), handbook())
		checkNames(t, table)
	}
}

func checkNames(t *testing.T, table *Table) {
	t.Helper()
	if table == nil {
		return
	}
	ids, slugs := map[string]bool{}, map[string]bool{}
	for _, p := range table.Pairs {
		if ids[strings.ToLower(p.ID)] || slugs[p.Slug] || p.ID == "" {
			t.Errorf("the id %q or the name %q is there twice", p.ID, p.Slug)
		}
		ids[strings.ToLower(p.ID)], slugs[p.Slug] = true, true
		if strings.Trim(p.Slug, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || p.Slug == "" || len(p.Slug) > 64 || p.Slug[0] == '-' || device(p.Slug) {
			t.Errorf("%q makes the file name %q", p.ID, p.Slug)
		}
		if len(p.Mentors) == 0 || len(p.Mentees) == 0 {
			t.Errorf("%q lacks people", p.ID)
		}
	}
}

func TestTheTableIsChosenByItsName(t *testing.T) {
	csv := &fstest.MapFile{Data: []byte("id;mentor;mentor email;mentee;mentee email\n1;Mona;mona@example.org;Mio;mio@example.org\n")}
	for _, c := range []struct {
		files   string
		table   string
		example bool
		codes   string
	}{
		{"", "", false, ""},
		{"pairs.csv", "content/pairs.csv", false, ""},
		{"Pairs.CSV", "content/Pairs.CSV", false, ""},
		{"pairs.csv pairs.example.csv", "content/pairs.csv", false, ""},
		{"pairs.example.csv", "content/pairs.example.csv", true, "pairs-example"},
		{"pairs.csv pairs.xlsx", "", false, "pairs-two-tables"},
		{"pairs.csv Pairs.csv", "", false, "pairs-two-tables"},
		{"pairs.ods", "", false, "pairs-format"},
		{"pairs.xls pairs.example.csv", "", false, "pairs-format"},
		{"pairs.tsv pairs.csv", "content/pairs.csv", false, "pairs-format"},
		{"en/pairs.csv", "", false, ""},
	} {
		content := fstest.MapFS{"programme.yaml": {}}
		for _, f := range strings.Fields(c.files) {
			content[f] = csv
		}
		table, found, err := Read(content, handbook())
		if err != nil {
			t.Fatal(err)
		}
		var codes []string
		for _, f := range found {
			codes = append(codes, string(f.Code))
		}
		name, example := "", false
		if table != nil {
			name, example = table.File, table.Example
		}
		if name != c.table || example != c.example || strings.Join(codes, " ") != c.codes {
			t.Errorf("%q: read %q, example %t, found %v", c.files, name, example, codes)
		}
	}
}

func TestTablesAreKnownUnderAnyName(t *testing.T) {
	for _, name := range fixtures(t) {
		data := fixture(t, strings.TrimPrefix(name, "testdata/"))
		table, _ := read(t, "pairs.csv", data, handbook())
		if got := IsTable("photos.csv", data, handbook()); got != (table != nil) {
			t.Errorf("%s: IsTable is %t", name, got)
		}
	}
	for _, text := range []string{"", "year;count\n2027;7\n", "A mentor and a mentee met. The mentor spoke; the mentee listened.\n"} {
		if IsTable("notes.txt", []byte(text), handbook()) {
			t.Errorf("%q is no table", text)
		}
	}
}

func TestTablesTooLargeAreRefused(t *testing.T) {
	rows := "id;mentor;mentee\n" + strings.Repeat("1;Mona;Mio\n", maxRows+1)
	for what, data := range map[string][]byte{"rows": []byte(rows), "bytes": bytes.Repeat([]byte("x"), maxBytes+1)} {
		table, found := read(t, "pairs.csv", data, handbook())
		if table != nil || len(found) != 1 || found[0].Code != finding.CodePairsTooLarge {
			t.Errorf("%s: %s", what, shownTable(table, found))
		}
	}
}

func TestManyPairsOfTheSameNamesAreAllKept(t *testing.T) {
	table, _ := read(t, "pairs.csv", []byte("mentor;mentee\n"+strings.Repeat("Mona;Mio\n", 20_000)), handbook())
	if len(table.Pairs) != 20_000 {
		t.Fatal(len(table.Pairs))
	}
	checkNames(t, table)
}

func TestFoundNamesRowAndColumn(t *testing.T) {
	table, _ := read(t, "pairs.csv", []byte("id;mentor;mentee;Miten valmistaudumme\n\n1;Mona;Mio;x\n"), handbook())
	f := table.Found(finding.CodePairsNumber, table.Pairs[0], "preparation")
	if got := f.Message("en"); !strings.HasPrefix(got, "row 3, column D “Miten valmistaudumme”: ") || f.Place.Line != 0 {
		t.Error(got)
	}
}
