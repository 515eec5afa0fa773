package preview

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
)

// TestMain is the preview itself where the benchmark starts this program again.
func TestMain(m *testing.M) {
	if dir := os.Getenv("MENTORBOOK_BENCH_SERVE"); dir != "" {
		o := options(dir)
		o.Ready = func(s Started) { fmt.Println(s.URL) }
		if err := Serve(context.Background(), o); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// BenchmarkServe measures the preview of a large handbook, as a program of its
// own:
//
//	ready-s     from its start to its first answer, and floor-x, how many times
//	            what the floor takes: reading, converting and writing each page
//	text-ms     from the end of a save of a page's text to its being served: median
//	title-ms    the same where the page's title changed, which many pages show
//	rss-MB      its memory after that, and peak-MB, the most it ever had
//
// Both saves and requests go through the disk and the network. CORPUS names
// the folder of a handbook to measure with, PAGES the size of one to make
// (10,000).
func BenchmarkServe(b *testing.B) {
	dir := os.Getenv("CORPUS")
	if dir == "" {
		dir = b.TempDir()
		corpus(b, dir)
	}
	pages := pagesOf(b, dir)
	var ready, floors, texts, titles []float64
	var rss, peak float64
	for b.Loop() {
		floors = append(floors, floor(b, dir))
		c := startChild(b, dir)
		ready = append(ready, c.ready.Seconds())
		rng := rand.New(rand.NewPCG(1, 2))
		for i := range 2 * saves {
			page := pages[rng.IntN(len(pages))]
			if i%2 == 0 {
				texts = append(texts, c.save(page, i, false))
			} else {
				titles = append(titles, c.save(page, i, true))
			}
		}
		rss, peak = c.memory("VmRSS"), max(peak, c.memory("VmHWM"))
		c.stop()
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(median(ready), "ready-s")
	b.ReportMetric(median(ready)/median(floors), "floor-x")
	b.ReportMetric(median(texts), "text-ms")
	b.ReportMetric(median(titles), "title-ms")
	b.ReportMetric(rss, "rss-MB")
	b.ReportMetric(peak, "peak-MB")
}

const saves = 40 // of each kind

func median(v []float64) float64 { return slices.Sorted(slices.Values(v))[len(v)/2] }

// child is the preview in a process of its own.
type child struct {
	*testing.B
	dir, url string
	ready    time.Duration
	process  *exec.Cmd
}

func startChild(b *testing.B, dir string) *child {
	b.Helper()
	program, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	c := &child{B: b, dir: dir, process: exec.Command(program)}
	c.process.Env = append(os.Environ(), "MENTORBOOK_BENCH_SERVE="+dir)
	c.process.Stderr = os.Stderr
	out, err := c.process.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	start := time.Now()
	if err := c.process.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(c.stop)
	lines := bufio.NewScanner(out)
	if !lines.Scan() {
		b.Fatal("the preview did not begin")
	}
	c.url = lines.Text()
	c.body("index.html")
	c.ready = time.Since(start)
	return c
}

func (c *child) stop() {
	c.process.Process.Kill()
	c.process.Wait()
}

func (c *child) body(address string) []byte {
	c.Helper()
	res, err := http.Get(c.url + address)
	if err != nil {
		c.Fatal(err)
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		c.Fatal(err)
	}
	return data
}

// save changes a page and returns after how many milliseconds it was served.
func (c *child) save(page string, i int, title bool) float64 {
	c.Helper()
	name := filepath.Join(c.dir, "content", "en", filepath.FromSlash(page))
	data, err := os.ReadFile(name)
	if err != nil {
		c.Fatal(err)
	}
	address := strings.TrimSuffix(page, ".md") + ".html"
	c.body(address) // it is open in a browser
	mark := fmt.Sprintf("Changed %d", i)
	changed := append(bytes.Clone(data), "\n"+mark+".\n"...)
	if title {
		line := data[bytes.Index(data, []byte("title: ")):]
		line = line[:bytes.IndexByte(line, '\n')]
		changed = bytes.Replace(data, line, []byte("title: "+mark), 1)
	}
	if err := os.WriteFile(name, changed, 0o644); err != nil {
		c.Fatal(err)
	}
	start := time.Now()
	for !bytes.Contains(c.body(address), []byte(mark)) {
		if time.Since(start) > deadline {
			c.Fatalf("%s was never served", page)
		}
	}
	took := time.Since(start)
	if err := os.WriteFile(name, data, 0o644); err != nil {
		c.Fatal(err)
	}
	for bytes.Contains(c.body(address), []byte(mark)) {
	}
	return float64(took.Microseconds()) / 1000
}

// memory reads a line of the process's status in MB; 0 where the system has none.
func (c *child) memory(name string) float64 {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", c.process.Process.Pid))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(data), name+":")
	fields := strings.Fields(rest)
	if len(fields) == 0 {
		return 0
	}
	kb, _ := strconv.Atoi(fields[0])
	return float64(kb) / 1024
}

// floor does the least that any generator built on goldmark must do, and
// returns how many seconds it took: read every page, convert it, write it.
func floor(b *testing.B, dir string) float64 {
	b.Helper()
	out := b.TempDir()
	start := time.Now()
	names := make(chan string, 256)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			md := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithParserOptions(parser.WithAutoHeadingID()))
			var buf bytes.Buffer
			for name := range names {
				src, err := os.ReadFile(name)
				if err != nil {
					b.Error(err)
					continue
				}
				if rest, ok := bytes.CutPrefix(src, []byte("---\n")); ok {
					if _, body, ok := bytes.Cut(rest, []byte("\n---\n")); ok {
						src = body
					}
				}
				buf.Reset()
				md.Convert(src, &buf)
				rel, _ := filepath.Rel(dir, strings.TrimSuffix(name, ".md"))
				os.MkdirAll(filepath.Join(out, rel), 0o755)
				if err := os.WriteFile(filepath.Join(out, rel, "index.html"), buf.Bytes(), 0o644); err != nil {
					b.Error(err)
				}
			}
		})
	}
	for _, page := range pagesOf(b, dir) {
		names <- filepath.Join(dir, "content", "en", filepath.FromSlash(page))
	}
	close(names)
	wg.Wait()
	took := time.Since(start).Seconds()
	os.RemoveAll(out)
	return took
}

// pagesOf lists the pages of a handbook below content/en, section's own aside.
func pagesOf(b *testing.B, dir string) []string {
	b.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "content", "en", "*", "[^i]*.md"))
	if err != nil || len(names) == 0 {
		b.Fatalf("no pages in %s: %v", dir, err)
	}
	for i, name := range names {
		rel, _ := filepath.Rel(filepath.Join(dir, "content", "en"), name)
		names[i] = filepath.ToSlash(rel)
	}
	return names
}

// corpus writes a handbook of PAGES pages of about 600 words, in sections of a hundred.
func corpus(b *testing.B, dir string) {
	b.Helper()
	n, err := strconv.Atoi(os.Getenv("PAGES"))
	if err != nil {
		n = 10000
	}
	rng := rand.New(rand.NewPCG(42, 0))
	words := strings.Fields("mentori aktori tavoite tapaaminen luottamus kysymys vastaus ohjelma viikko sopimus aika yhdessä oppia kertoa kuunnella ja kun että mutta sekä")
	phrase := func(n int) string {
		var s []string
		for range n {
			s = append(s, words[rng.IntN(len(words))])
		}
		return strings.Join(s, " ")
	}
	write := func(name, text string) {
		name = filepath.Join(dir, "content", name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	write("programme.yaml", "name: Bench\nlanguages: [en]\nurl: https://handbook.example/\n")
	write("en/index.md", "---\ntitle: Bench\n---\n")
	for i := range n {
		section := i / 100
		if i%100 == 0 {
			write(fmt.Sprintf("en/part-%03d/index.md", section), "---\ntitle: "+phrase(2)+"\n---\n")
		}
		var t strings.Builder
		fmt.Fprintf(&t, "---\ntitle: %s\nsummary: %s\norder: %d\ntags: [tag-%d, tag-%d]\n---\n", phrase(4), phrase(9), i%100+1, rng.IntN(40), 40+rng.IntN(40))
		for range 7 {
			fmt.Fprintf(&t, "\n## %s\n\n%s. %s.\n\n%s, [%s](../part-%03d/page-%05d.md), **%s**.\n\n- %s\n- %s\n", phrase(3), phrase(30), phrase(18), phrase(12), phrase(2), section, section*100+rng.IntN(min(100, n-section*100)), phrase(2), phrase(8), phrase(9))
		}
		write(fmt.Sprintf("en/part-%03d/page-%05d.md", section, i), t.String())
	}
}
