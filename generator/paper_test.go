package generator

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// sheet is a size of paper in inches.
type sheet struct {
	name          string
	width, height float64
}

var sheets = []sheet{{"A4", 8.27, 11.69}, {"Letter", 8.5, 11}}

// textOfPDF returns the text of a PDF, page by page.
func textOfPDF(t *testing.T, data []byte) []string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip("run make tools to install poppler:", err)
	}
	name := filepath.Join(t.TempDir(), "page.pdf")
	write(t, name, data)
	out, err := exec.Command("pdftotext", "-enc", "UTF-8", name, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
}

// bare is a text without spaces and hyphens, which a line's end may add.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("-\u00ad\u2010\u2011", r) {
			return -1
		}
		return unicode.ToLower(r)
	}, strings.NewReplacer("ﬁ", "fi", "ﬂ", "fl", "ﬀ", "ff", "ﬃ", "ffi").Replace(s))
}

// printed prints a page and returns the text of its sheets and the text that
// it should show.
func printed(t *testing.T, ctx context.Context, address string, paper sheet) (sheets []string, shown string) {
	t.Helper()
	var data []byte
	err := chromedp.Run(ctx,
		chromedp.Navigate(address),
		emulation.SetEmulatedMedia().WithMedia("print"),
		emulation.SetDeviceMetricsOverride(int64((paper.width-1.34)*96), 1000, 1, false), // within the margins
		// Headings for the ear only are on no paper.
		chromedp.Evaluate(`document.querySelectorAll(".visually-hidden").forEach((e) => e.remove()); document.body.innerText`, &shown),
		checksScript(t),
		checks(t, address, "on "+paper.name, "reflow"),
		checks(t, address, "on "+paper.name, "clipping"),
		chromedp.ActionFunc(func(ctx context.Context) (err error) {
			data, _, err = page.PrintToPDF().WithPaperWidth(paper.width).WithPaperHeight(paper.height).WithPreferCSSPageSize(false).Do(ctx)
			return err
		}),
	)
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	return textOfPDF(t, data), shown
}

func TestPrintedPagesLoseNothingAndAreFull(t *testing.T) {
	t.Parallel()
	ctx := browser(t)
	o, _ := handbookIn(t, "..")
	server := httptest.NewServer(http.FileServer(http.Dir(o.Out)))
	defer server.Close()
	pages := []string{"index.html", "agreement.html", "meetings/getting-acquainted.html", "fi/print.html"}
	if os.Getenv("CI") != "" {
		pages = append(pages, "sv/print.html")
		for _, page := range htmlPages(t, o.Out) {
			if strings.HasPrefix(page, "meetings/") || strings.HasPrefix(page, "fi/tapaamiset/") || !strings.Contains(page, "/") {
				pages = append(pages, page)
			}
		}
	}
	for i, page := range pages {
		sheets, shown := printed(t, ctx, server.URL+"/"+page, sheets[i%len(sheets)])
		all := bare(strings.Join(sheets, ""))
		words := strings.Fields(shown)
		for _, word := range words {
			if w := bare(word); len(w) > 3 && !strings.Contains(all, w) {
				t.Errorf("%s: %q is lost on paper", page, word)
			}
		}
		if most := len(words)/100 + 3; len(sheets) > most {
			t.Errorf("%s: %d sheets for %d words", page, len(sheets), len(words))
		}
		for n, text := range sheets {
			if len(bare(text)) < 60 && !strings.Contains(text, "Notes") && !strings.Contains(text, "Muistiinpanot") && !strings.Contains(text, "Anteckningar") {
				t.Errorf("%s: sheet %d is nearly empty: %q", page, n+1, text)
			}
		}
	}
}

func TestBookletHoldsEveryPageOnce(t *testing.T) {
	o, _ := handbookIn(t, "..")
	pages := parsed(t, o.Out)
	for _, base := range []string{"", "fi/", "sv/"} {
		ids := map[string]int{}
		for n := range pages[base+"print.html"].Descendants() {
			if id := attribute(n, "id"); id != "" {
				ids[id]++
			}
		}
		for id, n := range ids {
			if n > 1 {
				t.Errorf("%sprint.html: %d elements have the id %s", base, n, id)
			}
		}
		for name := range pages {
			rest, within := strings.CutPrefix(name, base)
			if base == "" {
				within = !strings.HasPrefix(name, "fi/") && !strings.HasPrefix(name, "sv/")
			}
			id := strings.TrimSuffix(rest, ".html")
			switch {
			case !within, strings.HasPrefix(rest, "tags/"), strings.HasPrefix(rest, "pairs/"), id == "index", id == "404", id == "print", id == "offline":
			case ids[id] != 1:
				t.Errorf("%sprint.html: the page %s is not in it", base, name)
			}
		}
	}
}
