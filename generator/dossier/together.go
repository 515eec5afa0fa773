package dossier

import (
	"crypto/sha256"
	"encoding/hex"

	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
	"mentorbook/generator/paper"
	"mentorbook/generator/site"
)

// together makes the files that hold all pairs.
func (m *maker) together(sheets []*sheet) ([]finding.Finding, error) {
	fs, err := m.allAgreements(sheets)
	if err != nil {
		return fs, err
	}
	if m.Book.Programme.Agreement.Access == "open" {
		more, err := m.lists(sheets)
		if fs = append(fs, more...); err != nil || len(more) > 0 {
			return fs, err
		}
	}
	first := m.Plan.Texts(m.Book.Programme.Languages[0])
	if err := m.Private("links.csv", linksCSV(m.Book.Programme, m.Plan, first, sheets)); err != nil {
		return fs, err
	}
	report, more := m.report(first, sheets)
	if fs = append(fs, more...); len(more) > 0 {
		return fs, nil
	}
	return fs, m.Private("report.html", report)
}

// allAgreements puts every agreement into one PDF, to be printed at once.
func (m *maker) allAgreements(sheets []*sheet) ([]finding.Finding, error) {
	documents := 0
	h := sha256.New()
	for _, s := range sheets {
		if s.document != nil {
			documents++
			h.Write([]byte(s.source))
		}
	}
	if documents == 0 {
		return nil, nil
	}
	lang := m.Book.Programme.Languages[0]
	title := m.Plan.Texts(lang).Text("pairs.title")
	h.Write([]byte(title))
	return m.pdf("agreements.pdf", hex.EncodeToString(h.Sum(nil)[:16]), func() (paper.Result, error) {
		return m.shelf.finish(title, string(lang))
	})
}

// lists publishes the lists of the pairs' open pages, one for each language
// that has any.
func (m *maker) lists(sheets []*sheet) ([]finding.Finding, error) {
	links := map[handbook.Tag][]site.Link{}
	for _, s := range sheets {
		if d := m.desks[s.lang]; d != nil {
			links[s.lang] = append(links[s.lang], site.Link{Href: s.pair.Slug + ".html", Title: d.Names(known(s.pair))})
		}
	}
	var langs []handbook.Tag
	for _, e := range m.Book.Editions {
		if len(links[e.Lang]) > 0 {
			langs = append(langs, e.Lang)
		}
	}
	for _, lang := range langs {
		data, fs := m.desks[lang].List(links[lang], langs)
		if len(fs) > 0 {
			return fs, nil
		}
		if err := m.Public(m.desks[lang].Address("index"), data); err != nil {
			return nil, err
		}
	}
	return nil, nil
}
