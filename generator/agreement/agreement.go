// Package agreement is the agreement of a pair: what the placeholders of
// agreement.md stand for (Parts), what is known of them and what is to be filled
// in (Fill), when the meetings are (schedule.go) and how a calendar is told
// (calendar.go). It knows no pair: what is known of one comes as Known.
package agreement

import (
	"slices"
	"strconv"
	"strings"

	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
	"mentorbook/generator/markdown"
)

// PartKind is what a placeholder stands for.
type PartKind string

// The kinds of placeholder.
const (
	PartyName  PartKind = "party"      // {mentor}, {mentee}, {coordinator}: a person's name
	Fact       PartKind = "fact"       // {organisation}, {start}, {end}: known to the programme
	Clause     PartKind = "clause"     // {rule ID}: a ground rule's clause with its answer
	Clauses    PartKind = "clauses"    // {rules}: every ground rule that stands nowhere else
	Goals      PartKind = "goals"      // {goals N}
	Schedule   PartKind = "schedule"   // {schedule}
	Blank      PartKind = "blank"      // {blank NAME LINES}
	Signatures PartKind = "signatures" // {signatures}
)

// Part is a placeholder, understood.
type Part struct {
	Kind  PartKind
	Name  string           // the placeholder's name, or that of a blank
	Count int              // of goals or lines
	Rules []*handbook.Page // of a clause one, of clauses all that are left
	Block bool             // stands alone, not within a line of text
}

var words = []string{"mentor", "mentee", "organisation", "start", "end", "coordinator", "rule", "rules", "goals", "schedule", "blank", "signatures"}

// Limits of what a placeholder may ask for.
const (
	maxGoals = 10
	maxLines = 40
)

// Parts reads the placeholders of an edition's agreement, one Part for each
// of the page's Doc.Placeholders. Columns of the table of pairs, named in
// columns, are placeholders too.
func Parts(e *handbook.Edition, page *handbook.Page, columns []string) ([]Part, []finding.Finding) {
	r := &reader{edition: e, columns: columns, placed: map[*handbook.Page]bool{}, seen: map[string]bool{}}
	parts := make([]Part, len(page.Doc.Placeholders))
	for i, ph := range page.Doc.Placeholders {
		parts[i] = r.part(ph)
		r.once(ph, parts[i])
		parts[i].Block = ph.Block
	}
	left := r.left()
	for i := range parts {
		if parts[i].Kind == Clauses {
			parts[i].Rules = left
			left = nil
		}
	}
	for _, rule := range left {
		r.findings = append(r.findings, finding.New(finding.CodeRuleLeftOut, finding.Place{File: rule.File}, "rule", rule.ID, "agreement", page.File))
	}
	return parts, r.findings
}

type reader struct {
	edition  *handbook.Edition
	columns  []string
	placed   map[*handbook.Page]bool
	seen     map[string]bool // what stands in the agreement already
	findings []finding.Finding
}

func (r *reader) report(ph markdown.Placeholder, code finding.Code, args ...any) {
	r.findings = append(r.findings, finding.New(code, ph.Place, args...))
}

// once refuses a second of what an agreement has one of.
func (r *reader) once(ph markdown.Placeholder, p Part) {
	key := string(p.Kind)
	switch p.Kind {
	case Clause:
		key += " " + p.Name
	case Clauses, Goals, Schedule, Signatures:
	default:
		return
	}
	if r.seen[key] {
		r.report(ph, finding.CodePlaceholderTwice, "text", strings.TrimSpace(ph.Name+" "+ph.Args))
	}
	r.seen[key] = true
}

func (r *reader) part(ph markdown.Placeholder) Part {
	args := strings.Fields(ph.Args)
	switch ph.Name {
	case "mentor", "mentee", "coordinator":
		return Part{Kind: PartyName, Name: ph.Name}
	case "organisation", "start", "end":
		return Part{Kind: Fact, Name: ph.Name}
	case "rule":
		return r.clause(ph, args)
	case "rules":
		return Part{Kind: Clauses}
	case "goals":
		return Part{Kind: Goals, Count: r.count(ph, args, 3, maxGoals)}
	case "schedule":
		return Part{Kind: Schedule}
	case "blank":
		return r.blank(ph, args)
	case "signatures":
		return Part{Kind: Signatures}
	}
	if slices.Contains(r.columns, ph.Name) {
		return Part{Kind: Blank, Name: ph.Name, Count: 1}
	}
	known := append(slices.Clone(words), r.columns...)
	r.report(ph, finding.CodePlaceholderUnknown, "name", ph.Name, "near", finding.Nearest(ph.Name, known), "known", strings.Join(known, ", "))
	return Part{Kind: Blank, Name: ph.Name, Count: 1}
}

func (r *reader) clause(ph markdown.Placeholder, args []string) Part {
	var ids []string
	for _, rule := range r.edition.Rules {
		if len(args) == 1 && rule.ID == args[0] {
			r.placed[rule] = true
			return Part{Kind: Clause, Name: rule.ID, Rules: []*handbook.Page{rule}}
		}
		ids = append(ids, rule.ID)
	}
	name := strings.Join(args, " ")
	r.report(ph, finding.CodeRuleUnknown, "rule", name, "near", finding.Nearest(name, ids), "known", strings.Join(ids, ", "))
	return Part{Kind: Clause}
}

func (r *reader) blank(ph markdown.Placeholder, args []string) Part {
	if len(args) == 0 || len(args) > 2 {
		r.report(ph, finding.CodePlaceholderArgs, "text", ph.Name+" "+ph.Args)
		return Part{Kind: Blank, Count: 1}
	}
	return Part{Kind: Blank, Name: args[0], Count: r.count(ph, args[1:], 1, maxLines)}
}

// count reads the number that a placeholder may end with.
func (r *reader) count(ph markdown.Placeholder, args []string, usual, most int) int {
	if len(args) == 0 {
		return usual
	}
	n, err := strconv.Atoi(args[0])
	if err != nil || n < 1 || n > most || len(args) > 1 {
		r.report(ph, finding.CodePlaceholderArgs, "text", strings.TrimSpace(ph.Name+" "+ph.Args))
		return usual
	}
	return n
}

// left lists the rules that belong to the agreement and were placed nowhere.
func (r *reader) left() []*handbook.Page {
	var left []*handbook.Page
	for _, rule := range r.edition.Rules {
		if rule.Rule.InAgreement() && !r.placed[rule] {
			left = append(left, rule)
		}
	}
	return left
}

// Names lists what an edition's agreement has to fill in by name: its blanks,
// and placeholders that only a column of the table of pairs can fill.
func Names(e *handbook.Edition) []string {
	var names []string
	if e.Agreement == nil {
		return nil
	}
	for _, ph := range e.Agreement.Doc.Placeholders {
		name := ph.Name
		if name == "blank" {
			name, _, _ = strings.Cut(ph.Args, " ")
		} else if slices.Contains(words, name) {
			continue
		}
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}
