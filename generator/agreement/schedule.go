package agreement

import (
	"strconv"
	"time"

	"mentorbook/generator/handbook"
)

// Meetings lists the meetings of an edition that the agreement's schedule
// has: those of each pair, and with schedule: all the joint ones too.
func Meetings(e *handbook.Edition, page *handbook.Page) []*handbook.Page {
	var list []*handbook.Page
	for _, m := range e.Meetings {
		if !m.Meeting.Joint || page.Agreement.Schedule == "all" {
			list = append(list, m)
		}
	}
	return list
}

func (f *filler) rows() []Row {
	interval := 0
	if f.known.FirstMeeting != "" {
		interval = Interval(f.edition, f.known)
	}
	var rows []Row
	seen := map[string]int{}
	for i, m := range Meetings(f.edition, f.page) {
		number := strconv.Itoa(m.Meeting.Number)
		if seen[number]++; seen[number] > 1 { // a mistake that is reported elsewhere
			number += "-" + strconv.Itoa(seen[number])
		}
		row := Row{
			Meeting: m, Week: f.prog.MeetingWeek(m.Meeting),
			Date: &Field{Name: "date." + number, Label: f.text.Text("part.date-of", m.Title), Type: Date},
			Time: &Field{Name: "time." + number, Label: f.text.Text("part.time-of", m.Title), Type: Time},
		}
		if i == 0 || interval > 0 {
			row.Date.Answer.Text = AddWeeks(f.known.FirstMeeting, i*interval)
		}
		rows = append(rows, row)
	}
	return rows
}

// rhythm is the ground rule whose answer, in weeks, spaces the meetings.
const rhythm = "how-often"

// Interval returns how many weeks lie between two meetings, 0 where the rule
// on it is missing or its answer is no whole number of weeks.
func Interval(e *handbook.Edition, known Known) int {
	for _, rule := range e.Rules {
		if rule.ID != rhythm || rule.Rule.Answer.Type != "number" {
			continue
		}
		field := ruleField(rule)
		if given, ok := known.Values[rhythm]; ok {
			field.read(given)
		}
		if n, err := strconv.Atoi(field.Answer.Text); err == nil && n > 0 {
			return n
		}
	}
	return 0
}

// AddWeeks returns the day that many weeks later, both yyyy-mm-dd; "" stays.
func AddWeeks(day string, weeks int) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, 7*weeks).Format(time.DateOnly)
}
