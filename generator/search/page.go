package search

import (
	"cmp"
	"slices"
	"strings"

	"mentorbook/generator/handbook"
)

// section is a stretch of a page: what stands under one heading.
type section struct {
	anchor, heading string
	from, to        int  // its text in the page's buffer
	own             bool // the heading is the page's own, not the interface's
}

// pageText is a page as it is searched. It is used again for the next page.
type pageText struct {
	title, question string
	summary         string
	tags            []string
	sections        []section
	buf             []byte // the texts of the sections, one below the other
	walk            []byte // room for the walk through a document
}

// read fills in a page: its lead, its body, its fields.
func (t *pageText) read(p *handbook.Page, names map[string]string) {
	t.title, t.question, t.summary, t.tags = p.Title, "", p.Summary, p.Tags
	t.sections, t.buf = t.sections[:0], t.buf[:0]
	if p.Rule != nil {
		t.question = p.Rule.Question
	}
	t.begin(section{})
	t.lead(p)
	t.walk = p.Doc.Text(t.walk, func(heading int, text []byte) {
		if heading >= 0 {
			anchor := ""
			if heading < len(p.HeadingIDs) {
				anchor = p.HeadingIDs[heading]
			}
			t.begin(section{anchor: anchor, heading: p.Doc.Headings[heading].Text, own: true})
		}
		t.line(lend(text))
	})
	t.fields(p, names)
}

func (t *pageText) begin(s section) {
	if len(t.buf) > 0 {
		t.buf = append(t.buf, '\n')
	}
	s.from, s.to = len(t.buf), len(t.buf)
	t.sections = append(t.sections, s)
}

// line adds a line to the last section.
func (t *pageText) line(text string) {
	s := &t.sections[len(t.sections)-1]
	if text == "" {
		return
	}
	if s.to > s.from {
		t.buf = append(t.buf, '\n')
	}
	t.buf = append(t.buf, text...)
	s.to = len(t.buf)
}

func (t *pageText) lines(lists ...[]string) {
	for _, list := range lists {
		for _, item := range list {
			t.line(item)
		}
	}
}

// text is a section's text, good until the next page is read.
func (t *pageText) text(s *section) string { return lend(t.buf[s.from:s.to]) }

// lead adds the fields that a page shows before its body.
func (t *pageText) lead(p *handbook.Page) {
	switch {
	case p.Goal != nil:
		t.line(p.Goal.Due)
	case p.Rule != nil:
		t.lines(p.Rule.Answer.Options)
	case p.Role != nil:
		t.line(p.Role.Hours)
		t.lines(p.Role.Responsibilities, p.Role.NotExpected)
	}
}

// fields adds those fields that have a heading of the interface's.
func (t *pageText) fields(p *handbook.Page, names map[string]string) {
	part := func(id string, lists ...[]string) {
		if slices.ContainsFunc(lists, func(l []string) bool { return len(l) > 0 }) {
			t.begin(section{anchor: "ui:" + id, heading: names[id]})
			t.lines(lists...)
		}
	}
	switch {
	case p.Goal != nil:
		part("measures", p.Goal.Measures)
	case p.Rule != nil && p.Rule.Clause != "":
		answer := cmp.Or(strings.Join(p.Rule.Answer.Default, ", "), "…")
		part("clause", []string{strings.Replace(p.Rule.Clause, "{answer}", answer, 1)})
	case p.Meeting != nil:
		m := p.Meeting
		var topics []string
		for _, item := range m.Agenda {
			topics = append(topics, item.Topic)
		}
		part("agenda", topics)
		part("prepare", m.Prepare.Both, m.Prepare.Mentor, m.Prepare.Mentee)
		part("questions", m.Questions)
		part("exercises", m.Exercises)
		part("followup", m.Followup)
	}
}
