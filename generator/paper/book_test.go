package paper

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"testing"
)

func TestManyDocumentsShareOneFile(t *testing.T) {
	t.Parallel()
	var ds []*Document
	pages := 0
	for i := range 6 {
		d := pairOf(t, samples[i%2], i)
		ds = append(ds, d)
		r, err := writer(t).Write(d)
		if err != nil {
			t.Fatal(err)
		}
		pages += r.Pages
	}
	r, err := writer(t).WriteAll("Alla avtal", "sv", ds)
	if err != nil {
		t.Fatal(err)
	}
	file := save(t, r.PDF)
	checkPDF(t, r.PDF)
	checkFile(t, file)
	if r.Pages != pages {
		t.Errorf("%d pages, and %d apart", r.Pages, pages)
	}
	if each := len(r.PDF) / len(ds); each > 16<<10 {
		t.Errorf("%d bytes a document: fonts are not shared", each)
	}
	text := tool(t, "pdftotext", "-layout", file, "-")
	if got := strings.Count(text, "sivu 1/3"); got != 3 {
		t.Errorf("%d documents begin at page 1 of 3, want 3", got)
	}
	var all []Block
	for _, d := range ds {
		all = append(all, d.Blocks...)
	}
	if got, want := structureText(t, file), said(all); tight(got) != tight(want) {
		t.Errorf("the structure says\n%s\nthe documents say\n%s", got, want)
	}
	_, found := fillIn(t, file, "x")
	names := map[string]bool{}
	for line := range strings.Lines(found) {
		name, _, _ := strings.Cut(line, " = ")
		if names[name] {
			t.Errorf("two fields are %s", name)
		}
		names[name] = true
	}
	if !names["text 1.mentor-email"] || !names["text 6.email-1"] {
		t.Errorf("fields are not in groups: %.300s", found)
	}
}

func TestBookmarksLeadToDocumentsAndHeadings(t *testing.T) {
	t.Parallel()
	r, err := writer(t).WriteAll("All", "en", []*Document{sample(t, "en"), sample(t, "fi")})
	if err != nil {
		t.Fatal(err)
	}
	back := checkPDF(t, r.PDF)
	var show func(n, depth int) string
	show = func(n, depth int) string {
		out := ""
		for n > 0 {
			d := back.objects[n]
			out += fmt.Sprintf("%*s%s", 2*depth, "", between(d, "/Title", "/Parent")) + "\n"
			out += show(number(d, `/First (\d+) 0 R`), depth+1)
			n = number(d, `/Next (\d+) 0 R`)
		}
		return out
	}
	outline := back.objects[number(back.objects[back.root], `/Outlines (\d+) 0 R`)]
	want := `(Mentoring agreement & guide)
  (Lists)
    (A table)
      (A smaller heading)
        (Smaller still)
          (The smallest)
  (On a new page)
`
	if got := show(number(outline, `/First (\d+) 0 R`), 0); !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s", got)
	}
	if !strings.Contains(outline, "/Count 2>>") {
		t.Errorf("headings of all documents are shown at once: %s", outline)
	}
}

func TestGoroutinesMayShareAWriter(t *testing.T) {
	t.Parallel()
	want := map[string][]byte{}
	for _, name := range samples {
		r, _ := write(t, sample(t, name))
		want[name] = r.PDF
	}
	var all sync.WaitGroup
	for i := range 12 {
		all.Go(func() {
			name := samples[i%len(samples)]
			r, err := writer(t).Write(sample(t, name))
			if err != nil || !bytes.Equal(r.PDF, want[name]) {
				t.Errorf("%s differs when others write too (%v)", name, err)
			}
		})
	}
	all.Wait()
}

func TestBookIsTheSameEveryTime(t *testing.T) {
	t.Parallel()
	var ds []*Document
	for i := range 20 {
		ds = append(ds, pairOf(t, "sv", i))
	}
	first, err := writer(t).WriteAll("Avtal", "sv", ds)
	if err != nil {
		t.Fatal(err)
	}
	second, err := writer(t).WriteAll("Avtal", "sv", ds)
	if err != nil || !bytes.Equal(first.PDF, second.PDF) {
		t.Errorf("two runs differ (%v)", err)
	}
}

func TestABookIsTheSameWhetherItsDocumentsWereLaidOutBeforeOrNot(t *testing.T) {
	t.Parallel()
	var ds []*Document
	book := writer(t).NewBook()
	for i, lang := range []string{"en", "fi", "sv", "fi"} {
		ds = append(ds, pairOf(t, lang, i))
		if i >= 2 {
			continue
		}
		r, err := writer(t).Write(ds[i])
		if err != nil {
			t.Fatal(err)
		}
		book.Add(r.Laid)
	}
	if err := book.AddAll(ds[2:]); err != nil {
		t.Fatal(err)
	}
	got, err := book.Finish("All", "en")
	if err != nil {
		t.Fatal(err)
	}
	want, err := writer(t).WriteAll("All", "en", ds)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.PDF, want.PDF) || got.Pages != want.Pages {
		t.Error("the two differ")
	}
}
