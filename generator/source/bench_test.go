package source

import (
	"testing"

	"mentorbook/generator/finding"
)

// BenchmarkFront reads the front matter of most pages by the short way and by
// the long one.
func BenchmarkFront(b *testing.B) {
	raw := []byte("---\ntitle: Ölmensa kusria palohölssa natalla\nsummary: Auart kasläaut nenkasmapia syskutyöllle.\norder: 5\ntags: [tag-04, tag-41]\n---\n\nBody\n")
	for _, way := range []struct {
		name string
		read func(f *File) []finding.Finding
	}{{"plain", (*File).splitFront}, {"any", (*File).splitAnyFront}} {
		b.Run(way.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				way.read(&File{Path: "p.md", Raw: raw})
			}
		})
	}
}
