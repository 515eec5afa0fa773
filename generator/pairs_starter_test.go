package generator

import (
	"context"
	"path"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// Each example pair's agreement fits into a message or onto a slow line.
func TestTheStartersAgreementsAreSmall(t *testing.T) {
	t.Parallel()
	o, r := handbookIn(t, "..")
	if r.Failed || !r.Example || r.Pairs != 3 {
		t.Fatalf("%d pairs, failed %t", r.Pairs, r.Failed)
	}
	papers := 0
	for name, data := range files(t, o.Private) {
		if path.Dir(name) != "agreements" {
			continue
		}
		papers++
		if len(data) > 30_000 {
			t.Errorf("%s has %d bytes", name, len(data))
		}
	}
	if papers != 3 {
		t.Errorf("%d agreements", papers)
	}
}

// A sealed page is held to the same rules as all others, once its link has
// opened it and while it is closed.
func TestAxeFindsNothingOnSealedPages(t *testing.T) {
	t.Parallel()
	axe := tool(t, "axe-core/axe.min.js")
	o, _ := handbookIn(t, "..")
	_, states, err := Pairs(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	var pages []string
	for _, s := range states {
		closed, _, _ := strings.Cut(s.Link, "#")
		pages = append(pages, s.Link, closed)
	}
	if len(pages) != 6 {
		t.Fatalf("%d pages", len(pages))
	}
	eachPage(t, o.Out, pages, func(ctx context.Context, link string) error {
		var said string
		if err := chromedp.Run(ctx, evaluate(outcome, &said)); err != nil {
			return err
		}
		if strings.HasPrefix(said, "open: ") != strings.Contains(link, "#") {
			t.Errorf("%s: %.200s", link, said)
		}
		return axeFindsNothing(t, ctx, axe, link)
	})
}

// A pair's agreement, and a group's, takes three sheets from the browser.
func TestTheStartersAgreementsPrintOnThreeSheets(t *testing.T) {
	t.Parallel()
	o, _ := handbookIn(t, "..")
	_, states, err := Pairs(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	var links []string
	for _, s := range states {
		links = append(links, s.Link)
	}
	eachPage(t, o.Out, links, func(ctx context.Context, link string) error {
		var said string
		if err := chromedp.Run(ctx, evaluate(outcome, &said)); err != nil {
			return err
		}
		for _, size := range sheets {
			var data []byte
			err := chromedp.Run(ctx, chromedp.ActionFunc(func(ctx context.Context) (err error) {
				data, _, err = page.PrintToPDF().WithPaperWidth(size.width).WithPaperHeight(size.height).Do(ctx)
				return err
			}))
			if err != nil {
				return err
			}
			if n := len(textOfPDF(t, data)); n > 3 {
				t.Errorf("%s on %s: %d sheets", link, size.name, n)
			}
		}
		return nil
	})
}
