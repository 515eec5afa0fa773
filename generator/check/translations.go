package check

import (
	"fmt"
	"strings"

	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
)

// translations: up to date with their originals, and of one mind with them.
func (c *checker) translations() {
	first := c.book.Default()
	for _, e := range c.book.Editions {
		for _, p := range e.Pages {
			if p.Fallback || p.Broken {
				continue
			}
			original := first.Page(p.Rel)
			isOriginal := e == first || original == nil
			switch {
			case isOriginal && p.Source != "":
				c.report(p, finding.CodeSourceUnused, at("source"))
			case !isOriginal && p.Source != "" && p.Source != original.Hash:
				c.report(p, finding.CodeTranslationOutdated, at("source"), "original", original.File, "file", p.File)
			}
			if !isOriginal && !original.Broken {
				c.facts(p, original)
			}
		}
	}
}

// facts: numbers, weeks, minutes, goals and types of answers are the same in
// every language.
func (c *checker) facts(p, original *handbook.Page) {
	same := func(key string, path []any, value, expected any) {
		if v, x := fmt.Sprint(value), fmt.Sprint(expected); v != x {
			c.report(p, finding.CodeMeetingFacts, path, "key", key, "value", v, "expected", x, "original", original.File)
		}
	}
	if m, o := p.Meeting, original.Meeting; m != nil && o != nil {
		same("number", at("number"), m.Number, o.Number)
		same("week", at("week"), m.Week, o.Week)
		same("minutes", at("minutes"), m.Minutes, o.Minutes)
		same("goals", at("goals"), strings.Join(m.Goals, ", "), strings.Join(o.Goals, ", "))
		same("joint", at("joint"), m.Joint, o.Joint)
	}
	if r, o := p.Rule, original.Rule; r != nil && o != nil {
		same("answer type", at("answer", "type"), r.Answer.Type, o.Answer.Type)
		same("answer options", at("answer", "options"), len(r.Answer.Options), len(o.Answer.Options))
	}
	if g, o := p.Goal, original.Goal; g != nil && o != nil {
		same("level", at("level"), g.Level, o.Level)
	}
}
