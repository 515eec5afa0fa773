package agreement

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCalendarKeepsTheStandard(t *testing.T) {
	c := Calendar{Name: "Kompassi; kausi 2027", Stamp: "2027-01-11", Events: []Event{
		{UID: "a-1@mentorbook", Day: "2027-01-18", Clock: "14:30", Minutes: 90, Title: "Tutustuminen, elämänviiva", Description: strings.Repeat("Pääkäyttäjä: lue \\ läpi;\n", 9), URL: "https://handbook.example.org/x.html"},
		{UID: "a-2@mentorbook", Day: "2027-02-01", Days: 5, Title: "Tavoitteet\x07"},
		{UID: "a-3@mentorbook", Day: "no day", Title: "left out"},
		{UID: "a-4@mentorbook", Day: "2027-02-28", Clock: "23:30", Minutes: 60, Title: "Over midnight"},
	}}
	text := string(c.ICS())
	for _, line := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n\x07") {
			t.Errorf("a bad line: %q", line)
		}
	}
	unfolded := strings.ReplaceAll(text, "\r\n ", "")
	for _, want := range []string{
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", `X-WR-CALNAME:Kompassi\; kausi 2027` + "\r\n", "DTSTAMP:20270111T000000Z\r\n",
		"DTSTART:20270118T143000\r\nDTEND:20270118T160000\r\n", `SUMMARY:Tutustuminen\, elämänviiva` + "\r\n", `lue \\ läpi\;\nPääkäyttäjä`,
		"DTSTART;VALUE=DATE:20270201\r\nDTEND;VALUE=DATE:20270206\r\nTRANSP:TRANSPARENT\r\n", "SUMMARY:Tavoitteet\r\n",
		"DTSTART:20270228T233000\r\nDTEND:20270301T003000\r\n", "END:VEVENT\r\nEND:VCALENDAR\r\n",
	} {
		if !strings.Contains(unfolded, want) {
			t.Errorf("%q is missing in\n%s", want, unfolded)
		}
	}
	if strings.Contains(text, "left out") {
		t.Error("a meeting without a day is in the calendar")
	}
}
