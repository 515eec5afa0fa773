package pairs

import (
	"strconv"
	"strings"
	"time"
)

// dateFault is why a text is not taken for a date.
type dateFault uint8

const (
	dateFine      dateFault = iota
	dateForm                // none of the forms
	dateNone                // there is no such day
	dateAmbiguous           // day and month can't be told apart
	dateFar                 // a day that no programme runs on
)

// Years that a date may lie in: what lies outside is a slip of the pen, or a
// number that is no date.
const (
	firstYear = 1990
	lastYear  = 2100
)

// parseDate reads a day and returns it as yyyy-mm-dd. It takes
//
//	2027-01-05, 2027/1/5, 2027.1.5   the year first
//	5.1.2027, 05.01.2027, 5.1.27     with full stops the day comes first
//	13/1/2027, 1/13/2027, 5/5/2027   with slashes or hyphens only where just one reading is a day
//	46027                            Excel's number of the day (1900 system)
//
// and drops a time of day behind it.
func parseDate(text string) (string, dateFault) {
	text = strings.TrimSuffix(dropTime(text), ".")
	if n, err := strconv.Atoi(text); err == nil && len(text) == 5 {
		return serial(n, false)
	}
	for _, sep := range []string{"-", ".", "/"} {
		parts := strings.Split(text, sep)
		if len(parts) != 3 {
			continue
		}
		var n [3]int
		for i, p := range parts {
			p = strings.TrimSpace(p)
			v, err := strconv.Atoi(p)
			if err != nil || v < 0 || len(p) > 4 || p[0] == '+' {
				return "", dateForm
			}
			n[i] = v
			parts[i] = p
		}
		switch {
		case len(parts[0]) == 4:
			return day(n[0], n[1], n[2])
		case len(parts[2]) == 4:
		case len(parts[2]) == 2 && sep != "-":
			n[2] += 2000
		default:
			return "", dateForm
		}
		if sep == "." || n[0] > 12 || n[0] == n[1] {
			return day(n[2], n[1], n[0])
		}
		if n[1] > 12 {
			return day(n[2], n[0], n[1])
		}
		return "", dateAmbiguous
	}
	return "", dateForm
}

// dropTime drops a time of day from the end: 5.1.2027 0:00, 2027-01-05T12:00:00Z.
func dropTime(text string) string {
	text = strings.TrimSpace(text)
	if len(text) > 10 && text[10] == 'T' {
		return text[:10]
	}
	date, clock, ok := strings.Cut(text, " ")
	if ok && strings.ContainsAny(clock, ":") && strings.Trim(clock, "0123456789:.APMapm ") == "" || ok && strings.HasPrefix(clock, "klo") {
		return date
	}
	return strings.ReplaceAll(text, " ", "")
}

func day(year, month, dayOfMonth int) (string, dateFault) {
	t := time.Date(year, time.Month(month), dayOfMonth, 0, 0, 0, 0, time.UTC)
	switch {
	case t.Day() != dayOfMonth || int(t.Month()) != month:
		return "", dateNone
	case year < firstYear || year > lastYear:
		return "", dateFar
	}
	return t.Format(time.DateOnly), dateFine
}

// serial reads Excel's number of a day: days since 1899-12-30, which is right
// from 1 March 1900 on (before it, Excel counts a 29 February that never was),
// or in the 1904 system of old Macs, days since 1904-01-01.
func serial(n int, from1904 bool) (string, dateFault) {
	base := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if from1904 {
		base = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	t := base.AddDate(0, 0, n)
	if n < 0 || t.Year() < firstYear || t.Year() > lastYear {
		return "", dateFar
	}
	return t.Format(time.DateOnly), dateFine
}
