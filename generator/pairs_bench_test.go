package generator

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mentorbook/generator/dossier"
	"mentorbook/generator/seal"
)

// starterPairs prepares the starter with so many pairs, of which no two have
// the same names and goals, and few the same days and answers.
func starterPairs(b *testing.B, n int) (*build, dossier.Work) {
	b.Helper()
	dir := b.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS("../content")); err != nil {
		b.Fatal(err)
	}
	var table strings.Builder
	table.WriteString("id;mentor;mentor email;mentee;mentee email;language;first meeting;how often;minutes;goal 1;goal 2;goal 3\n")
	first := time.Date(2027, 1, 11, 0, 0, 0, 0, time.UTC)
	for i := range n {
		fmt.Fprintf(&table, "p%d;Mentor Mäkinen %[1]d;m%[1]d@example.org;Mentee Östberg %[1]d;e%[1]d@example.org;%s;%s;%d;%d;Find my own direction in working life %[1]d;Learn to speak up in meetings %[1]d;Widen my network %[1]d\n",
			i, []string{"en", "fi", "sv"}[i%3], first.AddDate(0, 0, i%60).Format(time.DateOnly), 2+i%4, 45+15*(i%4))
	}
	if err := os.WriteFile(filepath.Join(dir, "content", "pairs.csv"), []byte(table.String()), 0o644); err != nil {
		b.Fatal(err)
	}
	bd := &build{Options: Options{Content: filepath.Join(dir, "content"), Templates: filepath.Join(dir, "templates"), Builtin: builtinTheme(), State: dir}, warm: NewWarm()}
	b.Cleanup(bd.warm.Close)
	if err := bd.prepare(context.Background()); err != nil || bd.failed() {
		b.Fatal(err, bd.findings)
	}
	secret, err := seal.ParseSecret(strings.Repeat("secret ", 6))
	if err != nil {
		b.Fatal(err)
	}
	drop := func(string, []byte) error { return nil }
	return bd, dossier.Work{
		Book: bd.book, Plan: bd.plan(), Table: bd.table, Keys: dossier.Keys{Secret: secret}, Public: drop, Private: drop,
		Keep: func(string) (bool, error) { return false, nil },
	}
}

// BenchmarkSealed makes the sealed pages of 1,000 pairs, their calendars and
// lists, but no PDF: that of each is there already.
func BenchmarkSealed(b *testing.B) {
	_, w := starterPairs(b, 1000)
	r, fs, err := dossier.Make(context.Background(), w)
	if err != nil || len(fs) > 0 {
		b.Fatal(fs, err)
	}
	w.Made, w.Keep = r.Made, func(string) (bool, error) { return true, nil }
	for b.Loop() {
		if _, _, err := dossier.Make(context.Background(), w); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPapers makes everything of 1,000 pairs, each agreement as a PDF of
// its own and all in one.
func BenchmarkPapers(b *testing.B) {
	_, w := starterPairs(b, 1000)
	for b.Loop() {
		if _, _, err := dossier.Make(context.Background(), w); err != nil {
			b.Fatal(err)
		}
	}
}
