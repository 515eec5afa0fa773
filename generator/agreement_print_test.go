package generator

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// printed returns the pages that the browser prints on paper of a size in
// millimetres, as text laid out as on paper.
func (r *reader) printed(width, height float64) []string {
	r.t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		if os.Getenv("CI") != "" {
			r.t.Fatal(err)
		}
		r.t.Skip("there is no pdftotext; install the package poppler-utils")
	}
	var data []byte
	r.do(chromedp.ActionFunc(func(ctx context.Context) (err error) {
		data, _, err = page.PrintToPDF().WithPaperWidth(width / 25.4).WithPaperHeight(height / 25.4).Do(ctx)
		return err
	}))
	file := filepath.Join(r.t.TempDir(), "printed.pdf")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		r.t.Fatal(err)
	}
	text, err := exec.Command("pdftotext", "-layout", file, "-").Output()
	if err != nil {
		r.t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
}

var papers = map[string][2]float64{"A4": {210, 297}, "Letter": {215.9, 279.4}}

// wellSet expects three pages at the most, each with its foot, no heading left
// alone at a page's end, and the signatures together.
func (r *reader) wellSet(paper string, pages []string) {
	r.t.Helper()
	if len(pages) > 3 {
		r.t.Errorf("%s: %d pages", paper, len(pages))
	}
	revision := r.read(`document.querySelector("[data-agreement]").dataset.revision`)
	headings := strings.Split(r.read(`[...document.querySelectorAll(".agreement h2")].map((e) => e.textContent).join("\n")`), "\n")
	signed := 0
	for i, text := range pages {
		lines := strings.Split(strings.TrimSpace(text), "\n")
		foot := lines[len(lines)-1]
		if !strings.Contains(foot, revision) || !strings.HasSuffix(foot, fmt.Sprintf("page %d of %d", i+1, len(pages))) {
			r.t.Errorf("%s: the foot of page %d is %q", paper, i+1, foot)
		}
		body := strings.TrimSpace(strings.Join(lines[:len(lines)-1], "\n"))
		last := strings.TrimSpace(body[strings.LastIndex(body, "\n")+1:])
		for _, h := range headings {
			if last == h {
				r.t.Errorf("%s: page %d ends with the heading %q", paper, i+1, h)
			}
		}
		if strings.Contains(text, "Signatures") {
			signed++
			if strings.Count(text, "Place and date") != 2 || strings.Count(text, "Signature\n")+strings.Count(text, "Signature ") < 2 {
				r.t.Errorf("%s: the signatures are not all on page %d:\n%s", paper, i+1, text)
			}
		}
	}
	if signed != 1 {
		r.t.Errorf("%s: the signatures begin on %d pages", paper, signed)
	}
}

func TestAgreementOnPaper(t *testing.T) {
	t.Parallel()
	p := publishStarter(t)
	t.Run("blank", func(t *testing.T) {
		r := p.reader(t)
		r.open("agreement.html")
		for paper, size := range papers {
			pages := r.printed(size[0], size[1])
			r.wellSet(paper, pages)
			r.says(strings.Join(pages, ""), []string{"We meet every 3 weeks."}, []string{"mm/dd", "something else", "Clear all", "Still open", "Copy a link", "undefined"})
		}
	})
	t.Run("filled in", func(t *testing.T) {
		r := p.reader(t)
		r.open("agreement.html")
		r.put("party.mentor", "Anna-Liisa Esimerkki")
		r.put("blank.mentor-email", "anna-liisa@example.org")
		r.put("date.1", "2027-02-03")
		r.put("time.1", "16:15")
		r.put("rule.how-often", "4.5")
		r.click(`[name="rule.preparation"][value="2"]`)
		r.do(chromedp.SendKeys(`[data-other="rule.feedback"]`, "whenever it is needed", chromedp.ByQuery))
		for i := 1; i <= 3; i++ {
			r.put(fmt.Sprint("goal.", i), strings.Repeat("To find out what kind of work it is, by talking with people who do it. ", 6)+fmt.Sprint("End of goal ", i))
		}
		for paper, size := range papers {
			pages := r.printed(size[0], size[1])
			r.wellSet(paper, pages)
			r.says(strings.Join(strings.Fields(strings.Join(pages, " ")), " "), []string{
				"the mentor, Anna-Liisa Esimerkki, and", "E-mail of the mentor: anna-liisa@example.org", "We meet every 4.5 weeks.",
				"How we prepare: we follow the meeting guide and add our own topics on the spot.", "how we work together: whenever it is needed.",
				"End of goal 1", "End of goal 2", "End of goal 3", "3 February 2027 16:15 90 min",
			}, []string{"three days before the meeting.", "The other dates follow", "at the end of every other meeting"})
		}
	})
	t.Run("without a script", func(t *testing.T) {
		r := p.reader(t)
		r.do(emulation.SetScriptExecutionDisabled(true), chromedp.Navigate(r.base+"agreement.html"))
		for paper, size := range papers {
			pages := r.printed(size[0], size[1])
			if len(pages) > 4 {
				t.Errorf("%s: %d pages", paper, len(pages))
			}
			all := strings.Join(strings.Fields(strings.Join(pages, " ")), " ")
			r.says(all, []string{"We meet every 3 weeks.", "How we prepare: the mentee sends the topics three days before the meeting.", "Getting acquainted week 2 90 min", "Signatures", "version "},
				[]string{"mm/dd", "--:--", "Copy a link", "Clear all", "something else"})
		}
	})
}

// says expects texts on paper, and others not.
func (r *reader) says(text string, wanted, unwanted []string) {
	r.t.Helper()
	for _, want := range wanted {
		if !strings.Contains(text, want) {
			r.t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	for _, not := range unwanted {
		if strings.Contains(text, not) {
			r.t.Errorf("%q is on paper:\n%s", not, text)
		}
	}
}
