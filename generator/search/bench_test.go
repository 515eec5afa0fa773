package search

import (
	"strings"
	"testing"
)

// BenchmarkWords is what a text costs: taking it apart into words and
// numbering them. Its 600 words should take no more than 50 µs.
func BenchmarkWords(b *testing.B) {
	text := strings.Repeat("Mentorointisopimuksessa sovitaan, kuinka usein ja miten pidetään yhteyttä tapaamisten välillä. ", 60)
	var s splitter
	words := newInterner()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for w, at := s.next(text, 0); len(w) > 0; w, at = s.next(text, at) {
			words.number(w)
		}
	}
}

// BenchmarkStems is what each form of the site's words costs, once.
func BenchmarkStems(b *testing.B) {
	forms := strings.Fields("mentoroinnista sopimuksessa tavoitteiden tapaamisissamme luottamuksellisuudesta verkosto")
	for b.Loop() {
		for _, f := range forms {
			finnishStem(f)
		}
	}
}
