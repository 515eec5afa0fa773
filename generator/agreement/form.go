package agreement

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"mentorbook/generator/handbook"
	"mentorbook/generator/theme"
)

// Known is what is known of an agreement before anybody fills it in. Of the
// blank agreement that is what the programme says; of a pair's, what the table
// says besides.
type Known struct {
	Mentors, Mentees []string // names; empty where they are to be filled in
	Organisation     string
	Coordinator      string
	Start, End       string // yyyy-mm-dd or ""
	Goals            []string
	FirstMeeting     string            // yyyy-mm-dd or ""
	Values           map[string]string // by the id of a ground rule or the name of a blank or column
}

// Words are the programme's words for its people, in the agreement's language.
type Words struct{ Mentor, Mentee, Coordinator string }

// Form is an agreement's placeholders, each with its fields.
type Form struct {
	Parts    []Filled
	Problems map[string]Problem // names of Known.Values that are no answers
}

// Rows returns the rows of the form's schedule, nil where it has none.
func (f *Form) Rows() []Row {
	for i := range f.Parts {
		if f.Parts[i].Kind == Schedule {
			return f.Parts[i].Rows
		}
	}
	return nil
}

// Filled is a placeholder and what goes into its place.
type Filled struct {
	Part
	Label string
	Text  string // what is known already and not to be changed
	// Field is what is to be filled in, of a party, fact or blank. Where the
	// same field stands earlier in the agreement, Repeats is true.
	Field   *Field
	Repeats bool
	Clauses []FilledClause
	Goals   []*Field
	Rows    []Row // of the schedule
	Signers []Signer
}

// FilledClause is a ground rule as it stands in the agreement.
type FilledClause struct {
	Rule          *handbook.Page
	Before, After string // the clause around its answer
	Whole         bool   // the clause has no place for an answer: it is agreed to with a tick, or stands as it is
	Field         *Field
}

// Row is a meeting of the schedule.
type Row struct {
	Meeting    *handbook.Page
	Week       int // of the programme, 0 where unknown
	Date, Time *Field
}

// Signer is who signs.
type Signer struct {
	Role            string // the programme's word for the party
	Name, PlaceDate *Field
}

// Fill puts what is known into an agreement's placeholders.
func Fill(prog *handbook.Programme, e *handbook.Edition, page *handbook.Page, parts []Part, text *theme.Catalogue, words Words, known Known) *Form {
	f := &filler{prog: prog, edition: e, page: page, text: text, words: words, known: known, placed: map[string]*Field{}, form: &Form{Problems: map[string]Problem{}}}
	for _, p := range parts {
		f.form.Parts = append(f.form.Parts, f.part(p))
	}
	return f.form
}

type filler struct {
	prog    *handbook.Programme
	edition *handbook.Edition
	page    *handbook.Page
	text    *theme.Catalogue
	words   Words
	known   Known
	placed  map[string]*Field
	form    *Form
}

func (f *filler) part(p Part) Filled {
	v := Filled{Part: p}
	switch p.Kind {
	case PartyName:
		f.party(&v)
	case Fact:
		f.fact(&v)
	case Blank:
		f.blank(&v)
	case Clause, Clauses:
		for _, rule := range p.Rules {
			v.Clauses = append(v.Clauses, f.clause(rule))
		}
	case Goals:
		for n := range p.Count {
			v.Goals = append(v.Goals, f.goal(n))
		}
	case Schedule:
		v.Rows = f.rows()
	case Signatures:
		v.Signers = f.signers()
	}
	return v
}

// place gives a part its field, or the one of that name that stands already.
func (f *filler) place(v *Filled, field Field) {
	if first, ok := f.placed[field.Name]; ok {
		v.Field, v.Repeats = first, true
		return
	}
	v.Field = &field
	f.placed[field.Name] = v.Field
}

func (f *filler) party(v *Filled) {
	names := map[string][]string{"mentor": f.known.Mentors, "mentee": f.known.Mentees}[v.Name]
	word := map[string]string{"mentor": f.words.Mentor, "mentee": f.words.Mentee, "coordinator": f.words.Coordinator}[v.Name]
	v.Label = word
	switch {
	case v.Name == "coordinator" && f.known.Coordinator != "":
		v.Text = f.known.Coordinator
	case len(names) > 0:
		v.Text = f.text.And(names)
	default:
		f.place(v, Field{Name: "party." + v.Name, Label: f.text.Text("part.name-of", word), Type: Text, Required: v.Name != "coordinator"})
	}
}

func (f *filler) fact(v *Filled) {
	v.Label = f.text.Text("part." + v.Name)
	switch v.Name {
	case "organisation":
		v.Text = f.known.Organisation
	case "start":
		v.Text = f.text.Date(f.known.Start)
	case "end":
		v.Text = f.text.Date(f.known.End)
	}
	if v.Text != "" {
		return
	}
	field := Field{Name: "fact." + v.Name, Label: v.Label, Type: Text}
	if v.Name != "organisation" {
		field.Type = Date
	}
	f.place(v, field)
}

func (f *filler) blank(v *Filled) {
	v.Label = f.blankLabel(v.Name)
	field := Field{Name: "blank." + v.Name, Label: v.Label, Type: Text, Lines: v.Count}
	switch {
	case strings.HasSuffix(v.Name, "-email"):
		field.Type = Email
	case strings.HasSuffix(v.Name, "-phone"):
		field.Type = Phone
	case v.Block:
		field.Type = LongText
	}
	field.Answer.Text = f.known.Values[v.Name]
	f.place(v, field)
}

// blankLabel is the interface's text for a blank, where it knows one, else the name itself.
func (f *filler) blankLabel(name string) string {
	if text, ok := f.text.Lookup("blank." + name); ok {
		return text
	}
	words := []rune(strings.NewReplacer("-", " ", "_", " ").Replace(name))
	if len(words) == 0 {
		return ""
	}
	return strings.ToUpper(string(words[:1])) + string(words[1:])
}

func (f *filler) clause(rule *handbook.Page) FilledClause {
	field := ruleField(rule)
	if given, ok := f.known.Values[rule.ID]; ok {
		if problem := field.read(given); problem != "" {
			f.form.Problems[rule.ID] = problem
		}
	}
	c := FilledClause{Rule: rule, Field: &field}
	var found bool
	c.Before, c.After, found = strings.Cut(rule.Rule.Clause, "{answer}")
	c.Whole = !found
	return c
}

func (f *filler) goal(n int) *Field {
	field := &Field{Name: "goal." + strconv.Itoa(n+1), Label: f.text.Text("part.goal", n+1), Type: LongText, Lines: 2, Required: n == 0}
	if n < len(f.known.Goals) {
		field.Answer.Text = f.known.Goals[n]
	}
	return field
}

// signers lists a signature for every party; of a pair, for every person.
func (f *filler) signers() []Signer {
	parties := []handbook.Party{"mentor", "mentee"}
	if len(f.page.Agreement.Signatures) > 0 {
		parties = f.page.Agreement.Signatures
	}
	var signers []Signer
	for _, party := range parties {
		word, names := f.words.Mentor, f.known.Mentors
		switch party {
		case "mentee":
			word, names = f.words.Mentee, f.known.Mentees
		case "coordinator":
			word, names = f.words.Coordinator, nil
		}
		if len(names) == 0 {
			names = []string{""}
		}
		for i, name := range names {
			id := "sign." + string(party)
			if i > 0 {
				id += "-" + strconv.Itoa(i+1)
			}
			signers = append(signers, Signer{
				Role:      upperFirst(word),
				Name:      &Field{Name: id + ".name", Label: f.text.Text("part.name-of", word), Type: Text, Answer: Answer{Text: name}},
				PlaceDate: &Field{Name: id + ".place", Label: f.text.Text("part.place-date"), Type: Text},
			})
		}
	}
	return signers
}

func upperFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
