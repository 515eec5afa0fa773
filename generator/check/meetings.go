package check

import (
	"strconv"
	"strings"

	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
)

// agendas: the items take as long as the meeting lasts.
func (c *checker) agendas(e *handbook.Edition) {
	for _, p := range e.Meetings {
		sum := 0
		for _, item := range p.Meeting.Agenda {
			sum += item.Minutes
		}
		if minutes := p.Meeting.Minutes; sum != 0 && minutes != 0 && sum != minutes {
			c.report(p, finding.CodeAgendaSum, at("agenda"), "sum", sum, "minutes", minutes, "over", positive(sum-minutes), "under", positive(minutes-sum))
		}
	}
}

func positive(n int) string {
	if n > 0 {
		return strconv.Itoa(n)
	}
	return ""
}

// goals: each is served by a meeting.
func (c *checker) goals(e *handbook.Edition) {
	if len(e.Meetings) == 0 {
		return
	}
	for _, g := range e.Goals {
		if len(g.Meetings) == 0 {
			c.report(g, finding.CodeGoalUnserved, nil, "goal", g.ID)
		}
	}
}

// series: numbers are unique, weeks rise and lie within the programme.
func (c *checker) series(e *handbook.Edition) {
	weeks := c.prog.Weeks()
	var last *handbook.Page
	for _, p := range e.Meetings {
		m := p.Meeting
		if m.Phase != "" && c.prog.Phase(m.Phase) == nil {
			c.report(p, finding.CodePhaseUnknown, at("phase"), "phase", m.Phase, "near", finding.Nearest(m.Phase, c.phaseIDs()), "known", strings.Join(c.phaseIDs(), ", "))
		}
		week := c.prog.MeetingWeek(m)
		if weeks > 0 && week > weeks {
			c.report(p, finding.CodeMeetingAfterEnd, at("week"), "week", week, "weeks", weeks)
		}
		if last != nil {
			before := c.prog.MeetingWeek(last.Meeting)
			switch {
			case m.Number == last.Meeting.Number:
				c.report(p, finding.CodeNumberTwice, at("number"), "number", m.Number, "other", last.File)
			case week > 0 && before > week:
				c.report(p, finding.CodeMeetingOrder, at("week"), "number", m.Number, "week", week, "earlier", last.Meeting.Number, "before", before)
			}
		}
		last = p
	}
}

func (c *checker) phaseIDs() []string {
	var ids []string
	for _, ph := range c.prog.Phases {
		ids = append(ids, ph.ID)
	}
	return ids
}

// names: goals and ground rules are told apart by their files' names.
func (c *checker) names(e *handbook.Edition) {
	for _, pages := range [][]*handbook.Page{e.Goals, e.Rules} {
		first := map[string]*handbook.Page{}
		for _, p := range pages {
			if other := first[p.ID]; other != nil {
				c.report(p, finding.CodeIDTwice, nil, "id", p.ID, "other", other.File)
				continue
			}
			first[p.ID] = p
		}
	}
}

// interval: with the default answer to how-often, the pairs' meetings fit
// into the programme. It can be told only where the default is a number of weeks.
func (c *checker) interval(e *handbook.Edition) {
	weeks := c.prog.Weeks()
	meetings := 0
	for _, p := range e.Meetings {
		if !p.Meeting.Joint {
			meetings++
		}
	}
	for _, rule := range e.Rules {
		a := rule.Rule.Answer
		if rule.ID != "how-often" || a.Type != "number" || len(a.Default) == 0 {
			continue
		}
		interval, err := strconv.Atoi(a.Default[0])
		if err != nil || weeks == 0 || meetings < 2 {
			continue
		}
		if needed := (meetings-1)*interval + 1; needed > weeks {
			c.report(rule, finding.CodeIntervalTooLong, at("answer", "default"), "meetings", meetings, "interval", interval, "needed", needed, "weeks", weeks)
		}
	}
}
