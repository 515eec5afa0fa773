package dossier

import (
	"strings"

	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
	"mentorbook/generator/pairs"
	"mentorbook/generator/site"
)

// Plain is the pairs' pages without a key, whatever the programme publishes,
// and a list of them: for the owner's own preview, never for publishing.
type Plain struct {
	m     *maker
	table *pairs.Table
	at    map[string]*pairs.Pair // by the address of its page
	list  string
}

// NewPlain prepares the pages of a table's pairs. A pair in a language without
// an agreement has none.
func NewPlain(book *handbook.Handbook, plan *site.Plan, table *pairs.Table) (*Plain, []finding.Finding, error) {
	m := &maker{Work: Work{Book: book, Plan: plan, Table: table}, desks: map[handbook.Tag]*desk{}}
	if fs, err := m.openDesks(); err != nil || len(fs) > 0 {
		return nil, fs, err
	}
	p := &Plain{m: m, table: table, at: map[string]*pairs.Pair{}}
	for i := range table.Pairs {
		pair := &table.Pairs[i]
		if d := m.desks[m.language(pair)]; d != nil {
			p.at[d.Address(pair.Slug)] = pair
		}
	}
	if d := m.desks[book.Programme.Languages[0]]; d != nil && len(p.at) > 0 {
		p.list = d.Address("index")
	}
	return p, nil, nil
}

// List is the address of the list, "" where there is none.
func (p *Plain) List() string { return p.list }

// File makes the page at an address, nil where there is none.
func (p *Plain) File(address string) ([]byte, []finding.Finding) {
	if address == p.list && address != "" {
		return p.listPage()
	}
	pair := p.at[address]
	if pair == nil {
		return nil, nil
	}
	d, k := p.m.desks[p.m.language(pair)], known(pair)
	return d.Open(address, pair.ID, k, d.Form(k))
}

func (p *Plain) listPage() ([]byte, []finding.Finding) {
	first := p.m.desks[p.m.Book.Programme.Languages[0]]
	up := strings.Repeat("../", strings.Count(p.list, "/"))
	var links []site.Link
	for i := range p.table.Pairs {
		pair := &p.table.Pairs[i]
		if d := p.m.desks[p.m.language(pair)]; d != nil {
			links = append(links, site.Link{Href: up + d.Address(pair.Slug), Title: d.Names(known(pair))})
		}
	}
	return first.List(links, nil)
}
