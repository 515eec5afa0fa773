package agreement

import (
	"strings"

	"mentorbook/generator/handbook"
	"mentorbook/generator/theme"
)

// Preparation is who prepares what for a meeting, a line each, as a calendar's
// entry tells it.
func Preparation(m *handbook.Page, text *theme.Catalogue, words Words) string {
	var lines []string
	add := func(who string, items []string) {
		for _, item := range items {
			lines = append(lines, who+": "+item)
		}
	}
	p := m.Meeting.Prepare
	add(text.Text("prepare.both"), p.Both)
	add(words.Mentor, p.Mentor)
	add(words.Mentee, p.Mentee)
	return strings.Join(lines, "\n")
}
