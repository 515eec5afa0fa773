package agreement

import (
	"bytes"
	"strings"
	"time"
	"unicode/utf8"

	"mentorbook/generator/handbook"
	"mentorbook/generator/theme"
)

// Event is a meeting in a calendar.
type Event struct {
	UID         string
	Day         string // yyyy-mm-dd
	Days        int    // how long it lasts where it has no hour: a day, or a week's working days
	Clock       string // hh:mm, "" for whole days
	Minutes     int    // how long it lasts where it has an hour
	Title       string
	Description string
	URL         string
}

// Calendar is a file of events.
type Calendar struct {
	Name   string
	Stamp  string // yyyy-mm-dd: when what it tells was last changed (DTSTAMP); never the clock
	Events []Event
}

// ICS returns the calendar as iCalendar (RFC 5545). Hours are local to
// whoever reads it ("floating", 3.3.5): a pair meets where it lives.
func (c *Calendar) ICS() []byte {
	var b bytes.Buffer
	line := func(name, value string) { fold75(&b, name+":"+value) }
	line("BEGIN", "VCALENDAR")
	line("VERSION", "2.0")
	line("PRODID", "-//Mentorbook//Agreement//EN")
	line("CALSCALE", "GREGORIAN")
	line("X-WR-CALNAME", escapeText(c.Name))
	for _, e := range c.Events {
		day, err := time.Parse(time.DateOnly, e.Day)
		if err != nil {
			continue
		}
		line("BEGIN", "VEVENT")
		line("UID", e.UID)
		line("DTSTAMP", stamp(c.Stamp))
		if clock, err := time.Parse("15:04", e.Clock); err == nil {
			start := day.Add(time.Duration(clock.Hour())*time.Hour + time.Duration(clock.Minute())*time.Minute)
			line("DTSTART", start.Format("20060102T150405"))
			line("DTEND", start.Add(time.Duration(e.Minutes)*time.Minute).Format("20060102T150405"))
		} else {
			line("DTSTART;VALUE=DATE", day.Format("20060102"))
			line("DTEND;VALUE=DATE", day.AddDate(0, 0, max(e.Days, 1)).Format("20060102"))
			line("TRANSP", "TRANSPARENT")
		}
		line("SUMMARY", escapeText(e.Title))
		if e.Description != "" {
			line("DESCRIPTION", escapeText(e.Description))
		}
		if e.URL != "" {
			line("URL", e.URL)
		}
		line("END", "VEVENT")
	}
	line("END", "VCALENDAR")
	return b.Bytes()
}

func stamp(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		t = time.Unix(0, 0).UTC()
	}
	return t.Format("20060102T150405Z")
}

// escapeText escapes a TEXT value (RFC 5545, 3.3.11). Control characters have
// no place in one.
func escapeText(s string) string {
	var b strings.Builder
	for _, r := range strings.ReplaceAll(s, "\r\n", "\n") {
		switch {
		case r == '\\' || r == ';' || r == ',':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteByte(' ')
		case r < ' ' || r == 0x7f:
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// fold75 writes a content line, folded so that none is longer than 75 octets
// and no character is cut (RFC 5545, 3.1).
func fold75(b *bytes.Buffer, line string) {
	limit := 75
	for len(line) > limit {
		cut := limit
		for cut > 0 && !utf8.RuneStart(line[cut]) {
			cut--
		}
		b.WriteString(line[:cut])
		b.WriteString("\r\n ")
		line, limit = line[cut:], 74 // the space counts
	}
	b.WriteString(line)
	b.WriteString("\r\n")
}

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
