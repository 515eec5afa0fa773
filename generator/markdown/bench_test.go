package markdown

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

// corpus reads pages to measure with: those of MENTORBOOK_CORPUS (a content
// folder), else the starter handbook's.
func corpus(b *testing.B) [][]byte {
	b.Helper()
	dir := os.Getenv("MENTORBOOK_CORPUS")
	if dir == "" {
		dir = "../../content"
	}
	pattern := filepath.Join(dir, "*", "*", "*.md")
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		b.Fatalf("no pages at %s", pattern)
	}
	var pages [][]byte
	for _, name := range names {
		page, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		if _, body, ok := bytes.Cut(page, []byte("\n---\n")); ok {
			page = body
		}
		pages = append(pages, page)
	}
	return pages
}

// The figures are a page: the benchmarks go through the corpus in turn.

func BenchmarkConvertAndAppend(b *testing.B) {
	pages := corpus(b)
	c := New(Options{Lang: "fi"})
	var dst []byte
	var size int64
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		page := pages[i%len(pages)]
		doc, _ := c.Convert("content/en/x.md", page, 0)
		dst = doc.Append(dst[:0], Fill{Links: fillLinks(doc)})
		size += int64(len(page))
		i++
	}
	b.SetBytes(size / int64(b.N))
}

func fillLinks(d *Document) []string {
	links := make([]string, len(d.Links))
	for i, l := range d.Links {
		links[i] = l.Dest
	}
	return links
}

// BenchmarkParse is the part that goldmark's parser takes.
func BenchmarkParse(b *testing.B) {
	pages := corpus(b)
	c := New(Options{Lang: "fi"})
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		_, _, _ = c.parse(pages[i%len(pages)])
		i++
	}
}

// BenchmarkGoldmark is goldmark alone, as a measure: GFM, its own renderer.
func BenchmarkGoldmark(b *testing.B) {
	pages := corpus(b)
	for _, with := range []struct {
		name string
		ext  goldmark.Extender
	}{{"gfm", extension.GFM}, {"no-linkify", extension.Table}} {
		b.Run(with.name, func(b *testing.B) {
			md := goldmark.New(goldmark.WithExtensions(with.ext))
			var out bytes.Buffer
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				out.Reset()
				if err := md.Convert(pages[i%len(pages)], &out); err != nil {
					b.Fatal(err)
				}
				i++
			}
		})
	}
}
