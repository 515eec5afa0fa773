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
	b := &build{Options: o, warm: NewWarm()}
	defer b.warm.Close()
	parsed, err := b.read(context.Background())
	if parsed == nil || err != nil {
		return nil, b.findings, err
	}
	plan := &NewPlan{Flat: b.prog.Flat, NextNumber: 1}
	for _, l := range b.prog.Languages {
		plan.Languages = append(plan.Languages, string(l))
	}
	last := 0
	for _, p := range parsed {
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
