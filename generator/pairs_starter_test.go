package generator

import (
	"context"
	"path"
	"strings"
	"testing"

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
		page, _, _ := strings.Cut(s.Link, "#")
		pages = append(pages, s.Link, page)
	}
	if len(pages) != 6 {
		t.Fatalf("%d pages", len(pages))
	}
	eachPage(t, o.Out, pages, func(ctx context.Context, page string) error {
		var said string
		if err := chromedp.Run(ctx, evaluate(outcome, &said), chromedp.Evaluate(axe, nil)); err != nil {
			return err
		}
		if strings.HasPrefix(said, "open: ") != strings.Contains(page, "#") {
			t.Errorf("%s: %.200s", page, said)
		}
		for _, l := range looks {
			var found []string
			if err := chromedp.Run(ctx, screen(l.width, "prefers-color-scheme", l.scheme), chromedp.Evaluate(axeRun, &found, promised)); err != nil {
				return err
			}
			for _, text := range found {
				t.Errorf("%s at %s: %s", page, l, text)
			}
		}
		return nil
	})
}
