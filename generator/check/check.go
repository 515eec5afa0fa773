// Package check looks at the handbook as a whole: what no single page can
// know. Each check is a function of the handbook; none changes it.
package check

import (
	"mentorbook/generator/agreement"
	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
)

// Run returns what all checks find, in no particular order. columns are those
// of the table of pairs, which the agreement may name.
func Run(book *handbook.Handbook, columns []string) []finding.Finding {
	c := &checker{book: book, prog: book.Programme, columns: columns}
	for _, e := range book.Editions {
		c.agendas(e)
		c.goals(e)
		c.series(e)
		c.names(e)
		c.agreements(e)
		c.booklet(e)
	}
	c.interval(book.Default())
	c.translations()
	return c.findings
}

type checker struct {
	book     *handbook.Handbook
	prog     *handbook.Programme
	columns  []string
	findings []finding.Finding
}

// report adds a finding at a place of a page's front matter. A page that
// only stands in for a translation is reported once, where it stands itself.
func (c *checker) report(p *handbook.Page, code finding.Code, path []any, args ...any) {
	if !p.Fallback && !p.Broken {
		c.findings = append(c.findings, finding.New(code, p.Front.At(path...).In(p.File), args...))
	}
}

func at(path ...any) []any { return path }

// booklet says so where an edition is too large for one.
func (c *checker) booklet(e *handbook.Edition) {
	if e.Booklet() == "" {
		c.findings = append(c.findings, finding.New(finding.CodeBookletTooLarge, finding.Place{File: "content/" + string(e.Lang)},
			"pages", len(e.Pages), "most", handbook.BookletPages))
	}
}

// agreements checks the agreement's placeholders.
func (c *checker) agreements(e *handbook.Edition) {
	for _, p := range e.Pages {
		if p.Agreement == nil || p.Fallback || p.Broken {
			continue
		}
		if p != e.Agreement {
			c.report(p, finding.CodeTwoAgreements, at("kind"), "other", e.Agreement.File)
			continue
		}
		_, fs := agreement.Parts(e, p, c.columns)
		c.findings = append(c.findings, fs...)
	}
}
