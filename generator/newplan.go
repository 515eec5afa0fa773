package generator

import (
	"context"

	"mentorbook/generator/finding"
)

// NewPlan is what one needs to know to add a page to a handbook.
type NewPlan struct {
	Languages  []string
	Flat       bool // the pages lie in the content folder itself
	NextNumber int  // of a new meeting
	NextWeek   int  // three weeks after the last meeting, at most the programme's last
}

// usualInterval is how many weeks lie between two meetings, unless an owner
// says otherwise.
const usualInterval = 3

// Plan looks at a handbook; nil where it can't be read.
func Plan(o Options) (*NewPlan, []finding.Finding, error) {
	b := &build{Options: o}
	if err := b.open(); err != nil {
		return nil, nil, err
	}
	defer b.close()
	tree, err := b.walk()
	if err != nil || b.failed() {
		return nil, b.findings, err
	}
	b.programme(tree)
	if b.failed() {
		return nil, b.findings, nil
	}
	plan := &NewPlan{Flat: b.prog.Flat, NextNumber: 1}
	for _, l := range b.prog.Languages {
		plan.Languages = append(plan.Languages, string(l))
	}
	b.loadTheme()
	last := 0
	for _, p := range b.parse(context.Background(), tree) {
		if p.Meeting != nil {
			plan.NextNumber = max(plan.NextNumber, p.Meeting.Number+1)
			last = max(last, b.prog.MeetingWeek(p.Meeting))
		}
	}
	plan.NextWeek = last + usualInterval
	if weeks := b.prog.Weeks(); weeks > 0 {
		plan.NextWeek = min(plan.NextWeek, weeks)
	}
	return plan, nil, nil
}
