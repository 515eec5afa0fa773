package handbook

import (
	"slices"

	"mentorbook/generator/finding"
)

// relate links meetings and the goals that they serve, both ways.
func (a *assembly) relate() {
	for _, e := range a.book.Editions {
		byID := map[string]*Page{}
		ids := make([]string, len(e.Goals))
		for i, g := range e.Goals {
			byID[g.ID] = g
			ids[i] = g.ID
		}
		for _, m := range e.Meetings {
			for i, id := range m.Meeting.Goals {
				goal := byID[id]
				switch {
				case goal == nil && !m.Fallback:
					a.findings = append(a.findings, finding.New(finding.CodeGoalUnknown, m.Front.At("goals", i).In(m.File), "goal", id, "near", finding.Nearest(id, ids)))
				case goal != nil && !slices.Contains(m.Goals, goal):
					m.Goals = append(m.Goals, goal)
					goal.Meetings = append(goal.Meetings, m)
				}
			}
		}
	}
}
