package agreement

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/cases"
)

// Problem is why a text is no answer to a field.
type Problem string

// The problems of an answer.
const (
	NotAnOption Problem = "option" // none of the options, and no other answer may be given
	NotANumber  Problem = "number"
	OutOfRange  Problem = "range" // below the field's Min or above its Max
	NotADate    Problem = "date"
	NotYesOrNo  Problem = "yesno"
)

// read reads an answer as a table of pairs has it. What cannot be read leaves
// the field's answer empty, so that people fill it in by themselves.
func (f *Field) read(text string) Problem {
	text = strings.TrimSpace(text)
	f.Answer = Answer{}
	switch f.Type {
	case Choice:
		return f.readOptions([]string{text})
	case Choices:
		if f.option(text) >= 0 {
			return f.readOptions([]string{text})
		}
		return f.readOptions(f.split(text))
	case Number:
		return f.readNumber(text)
	case Date:
		day, ok := readDay(text)
		if !ok {
			return NotADate
		}
		f.Answer.Text = day
	case YesNo:
		yes, ok := readYes(text)
		if !ok {
			return NotYesOrNo
		}
		if yes {
			f.Answer.Text = "true"
		}
	default:
		f.Answer.Text = text
	}
	return ""
}

// split cuts a list of options apart: at semicolons and line breaks, and at
// commas where each part is an option then.
func (f *Field) split(text string) []string {
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '\n' })
	if len(parts) == 1 {
		commas := strings.Split(text, ",")
		if !slices.ContainsFunc(commas, func(s string) bool { return f.option(s) < 0 }) {
			return commas
		}
	}
	return parts
}

func (f *Field) readOptions(texts []string) Problem {
	var others []string
	for _, t := range texts {
		if t = strings.TrimSpace(t); t == "" {
			continue
		}
		if i := f.option(t); i >= 0 {
			if !f.Answer.Has(i) {
				f.Answer.Picked = append(f.Answer.Picked, i)
			}
		} else {
			others = append(others, t)
		}
	}
	slices.Sort(f.Answer.Picked)
	if len(others) > 0 && !f.Other {
		f.Answer = Answer{}
		return NotAnOption
	}
	f.Answer.Other = strings.Join(others, ", ")
	return ""
}

// option returns the place of an option, whatever its case, or -1.
func (f *Field) option(text string) int {
	fold := cases.Fold()
	plain := func(s string) string {
		return fold.String(strings.TrimRight(strings.Join(strings.Fields(s), " "), "."))
	}
	want := plain(text)
	return slices.IndexFunc(f.Options, func(o string) bool { return plain(o) == want })
}

// readNumber reads a number with a decimal point or comma, its unit or none.
func (f *Field) readNumber(text string) Problem {
	text = strings.TrimSpace(strings.TrimSuffix(text, f.Unit))
	n, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
	if err != nil || n != n || n > 1e9 || n < -1e9 {
		return NotANumber
	}
	if low, err := strconv.ParseFloat(f.Min, 64); err == nil && n < low {
		return OutOfRange
	}
	if high, err := strconv.ParseFloat(f.Max, 64); err == nil && n > high {
		return OutOfRange
	}
	f.Answer.Text = strconv.FormatFloat(n, 'f', -1, 64)
	return ""
}

func readDay(text string) (string, bool) {
	for _, form := range []string{time.DateOnly, "2.1.2006"} {
		if t, err := time.Parse(form, text); err == nil {
			return t.Format(time.DateOnly), true
		}
	}
	return "", false
}

var (
	yesWords = []string{"true", "yes", "y", "x", "1", "kyllä", "k", "ja", "j", "sant", "tosi"}
	noWords  = []string{"false", "no", "n", "0", "ei", "e", "nej", "falskt", "epätosi", "-"}
)

func readYes(text string) (yes, ok bool) {
	word := strings.ToLower(text)
	return slices.Contains(yesWords, word), slices.Contains(yesWords, word) || slices.Contains(noWords, word)
}
