package publish

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// corpus is as many files as a large handbook's, 15 KB each, in its folders.
const corpus = 10_000

func addresses() []string {
	list := make([]string, corpus)
	for i := range list {
		list[i] = fmt.Sprintf("en/section-%d/page-%d.html", i%110, i)
	}
	return list
}

// page returns the bytes of page i; each round has others.
func page(buf []byte, i, round int) []byte {
	copy(buf, fmt.Sprint(i, " ", round, " "))
	return buf
}

// fastFolder is an output folder in memory where the system has such a disk;
// MENTORBOOK_BENCH names another place.
func fastFolder(b *testing.B) Folder {
	b.Helper()
	base := os.Getenv("MENTORBOOK_BENCH")
	if base == "" {
		base = "/dev/shm"
		if _, err := os.Stat(base); err != nil {
			base = ""
		}
	}
	project, err := os.MkdirTemp(base, "mentorbook-bench")
	must(b, err)
	b.Cleanup(func() { os.RemoveAll(project) })
	return Folder{Path: filepath.Join(project, "public"), State: filepath.Join(project, ".mentorbook"), Name: "public/"}
}

// putAll builds the corpus with two workers.
func putAll(b *testing.B, f Folder, list []string, round int) {
	s, found, err := Open(f)
	if err != nil || len(found) > 0 {
		b.Fatal(found, err)
	}
	twoWorkers(func(worker int) {
		buf := make([]byte, 15_000)
		for i := worker; i < len(list); i += 2 {
			must(b, s.Put(list[i], page(buf, i, round)))
		}
	})
	if _, found, err := s.Commit(); err != nil || len(found) > 0 {
		b.Fatal(found, err)
	}
}

func twoWorkers(work func(worker int)) {
	var wg sync.WaitGroup
	for w := range 2 {
		wg.Go(func() { work(w) })
	}
	wg.Wait()
}

func perFile(b *testing.B) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/corpus, "ns/file")
}

// BenchmarkBare is what the others are held against: nothing but WriteFile.
func BenchmarkBare(b *testing.B) {
	f, list := fastFolder(b), addresses()
	for b.Loop() {
		b.StopTimer()
		must(b, os.RemoveAll(f.Path))
		b.StartTimer()
		for i := range 110 {
			must(b, os.MkdirAll(filepath.Join(f.Path, fmt.Sprintf("en/section-%d", i)), 0o755))
		}
		twoWorkers(func(worker int) {
			buf := make([]byte, 15_000)
			for i := worker; i < len(list); i += 2 {
				must(b, os.WriteFile(filepath.Join(f.Path, list[i]), page(buf, i, 0), 0o644))
			}
		})
	}
	perFile(b)
}

func BenchmarkFirstBuild(b *testing.B) {
	f, list := fastFolder(b), addresses()
	for b.Loop() {
		b.StopTimer()
		must(b, os.RemoveAll(f.Path))
		must(b, os.RemoveAll(f.State))
		b.StartTimer()
		putAll(b, f, list, 0)
	}
	perFile(b)
}

func BenchmarkEveryFileChanged(b *testing.B) {
	f, list := fastFolder(b), addresses()
	putAll(b, f, list, 0)
	for round := 1; b.Loop(); round++ {
		putAll(b, f, list, round)
	}
	perFile(b)
}

func BenchmarkNoFileChanged(b *testing.B) {
	f, list := fastFolder(b), addresses()
	putAll(b, f, list, 0)
	for b.Loop() {
		putAll(b, f, list, 0)
	}
	perFile(b)
}

// BenchmarkFresh looks at 10,000 inputs and 10,000 outputs of which none has
// changed; once where the disk's times tell, once where all is so young that
// the bytes are read too.
func BenchmarkFresh(b *testing.B) {
	for name, later := range map[string]time.Duration{"old": time.Hour, "young": 0} {
		b.Run(name, func(b *testing.B) {
			f, list := fastFolder(b), addresses()
			content := filepath.Join(filepath.Dir(f.State), "content")
			buf := make([]byte, 4_000)
			for i, a := range list {
				name := filepath.Join(content, a)
				if i < 110 {
					must(b, os.MkdirAll(filepath.Dir(name), 0o755))
				}
				must(b, os.WriteFile(name, page(buf, i, 0), 0o644))
			}
			snapshot := take([]string{content}, time.Now().Add(later).UnixNano())
			putAll(b, f, list, 0)
			must(b, Record(f, "key", snapshot, nil))
			for b.Loop() {
				if _, ok := Fresh(f, "key", []string{content}); !ok {
					b.Fatal("something changed")
				}
			}
		})
	}
}
