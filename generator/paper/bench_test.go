package paper

import (
	"fmt"
	"testing"
)

// pairOf is a sample agreement with names of its own.
func pairOf(t testing.TB, language string, i int) *Document {
	d := sample(t, language)
	d.Title = fmt.Sprintf("%s %d", d.Title, i)
	d.Foot = fmt.Sprintf("%s · %d", d.Foot, i)
	return d
}

func BenchmarkAgreement(b *testing.B) {
	w := writer(b)
	d := sample(b, "fi")
	size := 0
	b.ReportAllocs()
	for b.Loop() {
		r, err := w.Write(d)
		if err != nil {
			b.Fatal(err)
		}
		size = len(r.PDF)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "docs/s")
	b.ReportMetric(float64(size)/1024, "KB")
}

func BenchmarkThousandAgreementsInOne(b *testing.B) {
	w := writer(b)
	var ds []*Document
	for i := range 1000 {
		ds = append(ds, pairOf(b, "fi", i))
	}
	size := 0
	b.ReportAllocs()
	for b.Loop() {
		r, err := w.WriteAll("Mentorointisopimukset", "fi", ds)
		if err != nil {
			b.Fatal(err)
		}
		size = len(r.PDF)
	}
	b.ReportMetric(float64(1000*b.N)/b.Elapsed().Seconds(), "docs/s")
	b.ReportMetric(float64(size)/1024, "KB")
}

func BenchmarkReadingFonts(b *testing.B) {
	for b.Loop() {
		if _, err := New(); err != nil {
			b.Fatal(err)
		}
	}
}
