package site

// PartView is the dot of partials/part.html: one placeholder of the agreement.
type PartView struct {
	Site *Site
	// Kind is party, fact, clause, clauses, goals, schedule, blank or signatures.
	Kind string
	// Name of the placeholder, of a blank or of a ground rule.
	Name string
	// Label says what is to be filled in.
	Label string
	// Text is what is known already and not to be changed, or "".
	Text string
	// Repeats names a field that stands earlier in the agreement: its value is shown again here.
	Repeats string
	// Block says that the placeholder stands alone, not within a line.
	Block    bool
	Field    *FieldView   // of party, fact and blank, where there is something to fill in
	Clauses  []ClauseView // of clause and clauses
	Goals    []*FieldView
	Schedule []RowView
	Signers  []SignerView
}

// FieldView is a field of the agreement.
type FieldView struct {
	// Name tells it from all other fields, in every language alike.
	Name, Label string
	// Type is text, longtext, choice, choices, number, date, time, yesno, email or tel.
	Type     string
	Options  []FieldOption
	Other    bool // another answer than the options may be given
	Unit     string
	Min, Max string
	Lines    []int // one for each line of room on paper, from 1
	Required bool
	// Value is the answer as the control holds it, OtherValue the answer beside the options, Reads the
	// answer as it reads in a sentence; each "" where there is none.
	Value, OtherValue, Reads string
	// Shown is what is printed in the control's place: Reads, but a number without its unit.
	Shown string
}

// FieldOption is an option of a choice.
type FieldOption struct {
	Index  int
	Text   string
	Picked bool
}

// ClauseView is a ground rule as it stands in the agreement.
type ClauseView struct {
	Link
	Question      string
	Before, After string // the clause around its answer
	Whole         bool   // the clause has no place for an answer; Before is all of it
	Block         bool
	Field         *FieldView
}

// RowView is a meeting of the agreement's schedule.
type RowView struct {
	MeetingCard
	DateField, TimeField *FieldView
}

// SignerView is who signs.
type SignerView struct {
	Role            string
	Name, PlaceDate *FieldView
}
