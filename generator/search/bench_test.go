package search

import (
	"strings"
	"testing"
)

// BenchmarkWords is what a text costs: taking it apart into words and
// numbering them. Its 600 words should take no more than 10 µs.
func BenchmarkWords(b *testing.B) {
	text := roomy([]byte(strings.Repeat("Mentorointisopimuksessa sovitaan, kuinka usein ja miten pidetään yhteyttä tapaamisten välillä. ", 60)))
	words := newInterner()
	var numbers []uint32
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		numbers = words.appendWords(numbers[:0], text)
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

// BenchmarkTexts is what it costs to write a text as a string of a script.
func BenchmarkTexts(b *testing.B) {
	text := strings.Repeat("Sopimuksessa sovitaan, kuinka usein ja miten pidetään yhteyttä – ja milloin ei.\n", 60)
	var s script
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		s.begin()
		s.text(text)
	}
}
