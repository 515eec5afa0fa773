package dossier

import (
	"bytes"
	"encoding/csv"
	"strings"

	"mentorbook/generator/handbook"
	"mentorbook/generator/pairs"
	"mentorbook/generator/site"
	"mentorbook/generator/theme"
)

// linksCSV is the list of links for a mail merge: a row for each person. It
// begins with a byte-order mark, without which Excel takes UTF-8 for something
// else, and its separator is the one that Excel expects where the programme's
// first language is spoken, unless programme.yaml says another.
func linksCSV(prog *handbook.Programme, plan *site.Plan, text *theme.Catalogue, sheets []*sheet) []byte {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	w.Comma = separator(prog)
	row := func(cells ...string) {
		for i, c := range cells {
			cells[i] = harmless(c)
		}
		_ = w.Write(cells) // to memory
	}
	head := []string{}
	for _, key := range []string{"name", "email", "role", "with", "language", "pair", "link"} {
		head = append(head, text.Text("links."+key))
	}
	row(head...)
	for _, s := range sheets {
		words := plan.Words(s.lang)
		for _, side := range []struct {
			role           string
			people, others []pairs.Person
		}{{words.Mentor, s.pair.Mentors, s.pair.Mentees}, {words.Mentee, s.pair.Mentees, s.pair.Mentors}} {
			for _, p := range side.people {
				row(p.Name, p.Email, side.role, plan.Texts(s.lang).And(names(side.others)), string(s.lang), s.pair.ID, s.link)
			}
		}
	}
	w.Flush()
	return b.Bytes()
}

func separator(prog *handbook.Programme) rune {
	switch prog.Agreement.Separator {
	case "comma":
		return ','
	case "semicolon":
		return ';'
	case "tab":
		return '\t'
	}
	if strings.HasPrefix(string(prog.Languages[0]), "en") {
		return ','
	}
	return ';'
}

// harmless keeps a spreadsheet from taking a cell for a formula (CWE-1236).
func harmless(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
