package pairs

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"mentorbook/generator/finding"
)

// languageNames are what people write for the programme's languages, folded.
type languageNames struct {
	tags  map[string]string
	names []string
}

// newLanguageNames takes the languages' tags and their names in themselves, in
// English, Finnish and Swedish.
func newLanguageNames(tags []string) languageNames {
	l := languageNames{tags: map[string]string{}}
	for _, tag := range tags {
		parsed, err := language.Parse(tag)
		if err != nil {
			continue
		}
		base, _ := parsed.Base()
		names := []string{tag, base.String(), display.Self.Name(parsed)}
		for _, in := range []language.Tag{language.English, language.Finnish, language.Swedish} {
			names = append(names, display.Languages(in).Name(parsed))
		}
		for _, name := range names {
			key := compact(name)
			if _, taken := l.tags[key]; !taken && key != "" {
				l.tags[key] = tag
				l.names = append(l.names, strings.ToLower(name))
			}
		}
	}
	return l
}

// language reads a language that the programme has: fi, FI, suomi, Finnish.
func (r *rowReader) language(row int, c *column, cell cell) string {
	text := strings.TrimRight(line(cell.text), "; ")
	if tag, ok := r.languages.tags[compact(text)]; ok {
		return tag
	}
	if parsed, err := language.Parse(text); err == nil { // fi-FI where the programme has fi
		base, _ := parsed.Base()
		if tag, ok := r.languages.tags[base.String()]; ok {
			return tag
		}
	}
	near := ""
	if len([]rune(text)) > 2 {
		near = finding.Nearest(text, r.languages.names)
	}
	r.cell(finding.CodePairsLanguage, row, c, "near", near, "known", r.known)
	return ""
}

var dateCodes = map[dateFault]finding.Code{
	dateForm: finding.CodePairsDate, dateNone: finding.CodePairsDateNone,
	dateAmbiguous: finding.CodePairsDateAmbiguous, dateFar: finding.CodePairsDateFar,
}

// date reads a day as yyyy-mm-dd; "" where it is none, which is reported.
func (r *rowReader) date(row int, c *column, cell cell) string {
	text := cell.text
	if cell.exact != "" && !cell.date {
		text = cell.exact
	}
	date, fault := parseDate(text)
	if fault != dateFine {
		r.cell(dateCodes[fault], row, c)
	}
	return date
}

// mostMeetings is more than any pair meets.
const mostMeetings = 200

// count reads how many meetings a pair has: 6, 6,0 or 6 kpl.
func (r *rowReader) count(row int, c *column, cell cell) int {
	text := cell.text
	if cell.exact != "" {
		text = cell.exact
	}
	all := split(text)
	n, ok := number(text)
	if !ok && len(all) == 2 {
		n, ok = number(all[0])
		_, second := number(all[1])
		ok = ok && !second
	}
	if !ok || n != float64(int(n)) || n < 1 || n > mostMeetings {
		r.cell(finding.CodePairsMeetings, row, c, "most", strconv.Itoa(mostMeetings))
		return 0
	}
	return int(n)
}

// value reads a cell of a free column in the way that the ground rule's answer
// asks for. What can't be read so stays the text that it is, with a warning.
func (r *rowReader) value(row int, c *column, cell cell) string {
	text := strings.TrimRight(cell.text, "; \n")
	switch r.answerType(c) {
	case "number":
		if n, ok := measured(c, text, cell.exact); ok {
			return shown(n)
		}
		r.cell(finding.CodePairsNumber, row, c)
	case "date":
		date, fault := parseDate(text)
		if fault == dateFine {
			return date
		}
		r.cell(finding.CodePairsAnswerDate, row, c)
	case "yesno":
		if yes, ok := yesNo[compact(text)]; ok {
			return strconv.FormatBool(yes)
		}
		r.cell(finding.CodePairsYesNo, row, c)
	case "choices":
		return strings.Join(choices(cell.text, c.answer.Options), "; ")
	case "choice":
		return line(text)
	}
	return text
}

func (r *rowReader) answerType(c *column) string {
	switch {
	case c.answer != nil:
		return c.answer.Answer
	case c.name == howOften || c.name == howLong:
		return "number"
	}
	return ""
}

var yesNo = map[string]bool{
	"yes": true, "y": true, "true": true, "kyllä": true, "joo": true, "tosi": true, "ja": true, "sant": true, "x": true, "1": true,
	"no": false, "n": false, "false": false, "ei": false, "epätosi": false, "nej": false, "falskt": false, "0": false,
}

// measured reads a number in the rule's unit. exact is a workbook's number.
func measured(c *column, text, exact string) (float64, bool) {
	target := unitNone
	switch {
	case c.answer != nil && c.answer.Unit != "":
		target = unitWords[compact(c.answer.Unit)]
	case c.free() == howOften:
		target = unitWeek
	case c.free() == howLong:
		target = unitMinute
	}
	plain := c.unit
	if plain == unitNone {
		plain = target
	}
	if exact != "" && !strings.Contains(text, ":") && strings.IndexFunc(text, unicode.IsLetter) < 0 {
		text = exact
	}
	switch target {
	case unitWeek:
		return weeks(text, plain)
	case unitMinute:
		return minutes(text, plain)
	case unitHour:
		n, ok := minutes(text, plain)
		if bare, isBare := number(text); isBare && plain == unitHour {
			return bare, bare > 0
		}
		return n / 60, ok
	}
	return number(text)
}

// choices cuts a cell of several answers. Microsoft Forms puts a semicolon
// behind each; Google Forms a comma between, which is only taken for one where
// it leaves known options.
func choices(text string, options []string) []string {
	parts := list(text)
	if len(parts) != 1 || !strings.Contains(parts[0], ",") || slices.Contains(options, parts[0]) {
		return parts
	}
	known := map[string]bool{}
	for _, o := range options {
		known[compact(o)] = true
	}
	var out []string
	rest := parts[0]
	for rest != "" {
		end, from := len(rest), 0
		for { // the longest known option, since options may have commas too
			i := strings.LastIndexByte(rest[:end], ',')
			if known[compact(rest[:end])] || i < 0 {
				break
			}
			end = i
		}
		if !known[compact(rest[:end])] {
			return parts
		}
		out = append(out, strings.TrimSpace(rest[:end]))
		if from = end + 1; from > len(rest) {
			from = len(rest)
		}
		rest = strings.TrimSpace(rest[from:])
	}
	return out
}
