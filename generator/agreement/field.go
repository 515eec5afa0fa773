package agreement

import (
	"slices"
	"strings"

	"mentorbook/generator/handbook"
	"mentorbook/generator/theme"
)

// FieldType is the type of a field: those of a ground rule's answer, and more.
type FieldType string

// The types of field.
const (
	Text     FieldType = "text"     // a line
	LongText FieldType = "longtext" // several lines
	Choice   FieldType = "choice"   // one option
	Choices  FieldType = "choices"  // any number of options
	Number   FieldType = "number"
	Date     FieldType = "date"
	Time     FieldType = "time"
	YesNo    FieldType = "yesno"
	Email    FieldType = "email"
	Phone    FieldType = "tel"
)

// Field is something to fill in.
type Field struct {
	// Name tells the field from all others of the agreement, in every
	// language alike: rule.how-often, goal.1, blank.notes, date.3.
	Name  string
	Label string
	Type  FieldType

	Options  []string // of a choice
	Other    bool     // another answer than the options may be given
	Unit     string   // of a number
	Min, Max string   // of a number, "" for no limit
	Lines    int      // room on paper
	Required bool

	Answer Answer
}

// Answer is what a field holds: nothing where it is the zero value.
type Answer struct {
	Text   string // of a number with a decimal point, of a date yyyy-mm-dd, of yesno "true"
	Picked []int  // places of the options picked, in order
	Other  string // the other answer
}

// Empty reports whether there is no answer.
func (a Answer) Empty() bool { return a.Text == "" && len(a.Picked) == 0 && a.Other == "" }

// Has reports whether the option at a place is picked.
func (a Answer) Has(i int) bool { return slices.Contains(a.Picked, i) }

// Reads returns the answer as one reads it in a sentence, "" where there is none.
func (f *Field) Reads(text *theme.Catalogue) string {
	a := f.Answer
	switch f.Type {
	case Choice, Choices:
		var list []string
		for _, i := range a.Picked {
			list = append(list, f.Options[i])
		}
		if a.Other != "" {
			list = append(list, a.Other)
		}
		return strings.Join(list, ", ")
	case Number:
		if a.Text != "" && f.Unit != "" {
			return text.Number(a.Text) + "\u00a0" + f.Unit
		}
		return text.Number(a.Text)
	case Date:
		return text.Date(a.Text)
	case YesNo:
		if a.Text == "true" {
			return text.Text("answer.yes")
		}
		return ""
	}
	return a.Text
}

// ruleField is the field of a ground rule's answer, holding its default.
func ruleField(rule *handbook.Page) Field {
	a := &rule.Rule.Answer
	f := Field{
		Name: "rule." + rule.ID, Label: rule.Rule.Question, Type: FieldType(a.Type),
		Options: a.Options, Other: a.Other, Unit: a.Unit, Lines: a.Lines, Required: a.Required,
	}
	if f.Type == "" {
		f.Type = Text
	}
	if a.Min != nil {
		f.Min = handbook.Number(*a.Min)
	}
	if a.Max != nil {
		f.Max = handbook.Number(*a.Max)
	}
	if f.Type == LongText && f.Lines == 0 {
		f.Lines = 3
	}
	f.Answer = defaultAnswer(&f, a.Default)
	return f
}

func defaultAnswer(f *Field, values []string) Answer {
	var a Answer
	for _, v := range values {
		switch f.Type {
		case Choice, Choices:
			if i := slices.Index(f.Options, v); i >= 0 {
				a.Picked = append(a.Picked, i)
			} else {
				a.Other = v
			}
		case YesNo:
			if v == "true" {
				a.Text = "true"
			}
		default:
			a.Text = v
		}
	}
	return a
}
