package pairs

import (
	"net/mail"
	"regexp"
	"slices"
	"strings"

	"mentorbook/generator/finding"
)

// peopleOf reads a row's mentors or mentees. What they have of their own goes
// to them, and with a semicolon between into values too.
func (r *rowReader) peopleOf(row row, who role, values map[string]string) (people []Person, ok bool) {
	ok = true
	for _, index := range r.indexes(who) {
		some, fine := r.peopleAt(row, who, index, values)
		people, ok = append(people, some...), ok && fine
	}
	return people, ok
}

// indexes are the numbers of a role's columns (Mentee, Mentee 2, …), rising;
// no number is 1.
func (r *rowReader) indexes(who role) []int {
	var all []int
	for _, c := range r.columns {
		if c.kind == kindPerson && c.role == who {
			all = append(all, max(c.index, 1))
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// peopleAt reads the people of one number.
func (r *rowReader) peopleAt(row row, who role, index int, values map[string]string) ([]Person, bool) {
	people := r.names(row, who, index)
	ok := true
	for i := range r.columns {
		c := &r.columns[i]
		if c.kind != kindPerson || c.role != who || max(c.index, 1) != index || c.at >= len(row.cells) || row.cells[c.at].text == "" {
			continue
		}
		switch cell := row.cells[c.at]; {
		case c.name == personEmail:
			ok = r.emails(row.number, c, cell.text, people) && ok
		case c.free() != "":
			r.own(row.number, c, cell, people, values)
		}
	}
	for _, p := range people {
		if p.Email != "" && !validEmail(p.Email) {
			r.cell(finding.CodePairsEmailForm, row.number, r.emailColumn(who, index))
		}
	}
	return people, ok
}

func (r *rowReader) emailColumn(who role, index int) *column {
	var name *column
	for i := range r.columns {
		c := &r.columns[i]
		if c.kind != kindPerson || c.role != who || max(c.index, 1) != index {
			continue
		}
		if c.name == personEmail {
			return c
		}
		if c.name == personName {
			name = c
		}
	}
	return name
}

// address is a name with an e-mail address behind it, as mail programs copy it.
var address = regexp.MustCompile(`^(.*\S)\s*<\s*([^<>\s]+@[^<>\s]+)\s*>$`)

func withAddress(text string) []string {
	if !strings.HasSuffix(text, ">") {
		return nil
	}
	return address.FindStringSubmatch(text)
}

// names reads the cells of names: several people are parted by semicolons.
func (r *rowReader) names(row row, who role, index int) []Person {
	var full, first, last []string
	for i := range r.columns {
		c := &r.columns[i]
		if c.kind != kindPerson || c.role != who || max(c.index, 1) != index || c.at >= len(row.cells) {
			continue
		}
		text := line(row.cells[c.at].text)
		switch c.name {
		case personName:
			full = positions(text)
			if slices.ContainsFunc(full, severalIn) {
				r.cell(finding.CodePairsSeveral, row.number, c)
			}
		case personFirst:
			first = positions(text)
		case personLast:
			last = positions(text)
		}
	}
	if len(full) == 0 {
		for i := range max(len(first), len(last)) {
			full = append(full, strings.TrimSpace(nth(first, i)+" "+nth(last, i)))
		}
	}
	var people []Person
	for _, name := range full {
		p := Person{Name: name, row: row.number}
		if m := withAddress(name); m != nil {
			p = Person{Name: strings.Trim(m[1], `"' `), Email: m[2], row: row.number}
		}
		if p.Name != "" {
			people = append(people, p)
		}
	}
	return people
}

// positions cuts a cell at semicolons; empty parts keep their place, but for
// those at the end.
func positions(text string) []string {
	parts := strings.Split(text, ";")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	for len(parts) > 0 && parts[len(parts)-1] == "" {
		parts = parts[:len(parts)-1]
	}
	return parts
}

func nth(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}

// andWord parts people in a sentence, but not in a cell: only semicolons do.
var andWord = regexp.MustCompile(`(?i) (and|ja|sekä|och|samt|&|\+) |./.|,.*,`)

// severalIn reports whether a name looks like those of several people.
func severalIn(name string) bool {
	return (strings.ContainsAny(name, ",/&+") || strings.Count(name, " ") > 1) && andWord.MatchString(name)
}

// emails gives people their addresses by position. Where the numbers differ
// nobody can tell whose is whose, and a link sent to the wrong person opens the
// agreement to them: that is an error.
func (r *rowReader) emails(row int, c *column, text string, people []Person) bool {
	if !strings.ContainsAny(text, ";,") {
		text = strings.ReplaceAll(text, "\n", ";")
	}
	text = strings.ReplaceAll(line(text), ",", ";")
	parts := positions(text)
	semicolons := strings.Count(text, ";") + 1
	if len(people) == 0 {
		return true // the missing name is reported
	}
	if len(parts) > len(people) || len(parts) < len(people) && len(parts) > 0 && semicolons < len(people) {
		r.cell(finding.CodePairsEmailCount, row, c)
		return false
	}
	for i, e := range parts {
		e = strings.TrimPrefix(e, "mailto:")
		if m := withAddress(e); m != nil {
			e = m[2]
		}
		if e != "" {
			people[i].Email = strings.Trim(e, "<>")
		}
	}
	return true
}

// validEmail reports whether a text is an address as mail programs take it.
func validEmail(text string) bool {
	a, err := mail.ParseAddress(text)
	return err == nil && a.Address == text && a.Name == "" && strings.Contains(text[strings.LastIndexByte(text, '@'):], ".")
}

// own reads a cell about a person other than name and e-mail.
func (r *rowReader) own(row int, c *column, cell cell, people []Person, values map[string]string) {
	text := r.value(row, c, cell)
	if text == "" {
		return
	}
	parts := positions(text)
	if len(people) == 1 {
		parts = []string{text}
	}
	if len(parts) == len(people) {
		for i, part := range parts {
			if part == "" {
				continue
			}
			if people[i].Values == nil {
				people[i].Values = map[string]string{}
			}
			people[i].Values[c.name] = part
		}
	}
	addText(values, c.free(), strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), "; "))
}

// addText adds a text to those that a free column has, unless it is there.
func addText(values map[string]string, name, text string) {
	switch before := values[name]; {
	case before == "":
		values[name] = text
	case text != "" && !slices.Contains(strings.Split(before, "; "), text):
		values[name] = before + "; " + text
	}
}
