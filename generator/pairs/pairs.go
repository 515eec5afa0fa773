// Package pairs reads the table of pairs: who mentors whom, and what each pair
// has settled already.
//
// A table comes from Excel or from a form, as CSV or as a workbook, in many
// dialects. Read takes it through four stages, each a file or two: bytes become
// text (encoding.go), text becomes rows of cells (csv.go, workbook.go), the
// header gives each column its meaning (columns.go, words.go), and rows become
// pairs (rows.go, group.go, people.go, values.go). What can't be understood is
// a finding that names sheet, row and column as a spreadsheet shows them, and
// no row is ever left out in silence.
//
// A table holds personal data. So a Pair never enters the Handbook, a finding
// never quotes a cell below the header, and a finding's Place has no line,
// which would let its text be shown.
package pairs

// Table is a table of pairs, understood.
type Table struct {
	File    string   // its logical path: content/pairs.csv
	Sheet   string   // of a workbook; "" for a CSV file
	Example bool     // it is pairs.example.csv, since there is no table of real pairs
	Columns []string // the names of free columns, the keys of Pair.Values, in the table's order
	Pairs   []Pair   // in the table's order

	columns []column
}

// Pair is a pair, or a group that shares one agreement.
type Pair struct {
	// ID is what the table says, else derived from the names (see id.go). It
	// is unique in the table, also where case is ignored.
	ID string
	// Slug is the ID as a name for files: lower-case letters a-z, digits and
	// hyphens, at most 64, unique in the table, no device name of Windows.
	Slug    string
	Derived bool // the table has no id for it

	Mentors, Mentees []Person // at least one of each, in the table's order

	Language   string // one of Options.Languages; "" where the table does not say
	Start, End string // yyyy-mm-dd, or ""
	Meetings   int    // how many; 0 where the table does not say
	Goals      []string
	// Values are the cells of the free columns by the names of Table.Columns,
	// empty ones left out. Line ends within a text are line feeds.
	Values map[string]string
	Place  Place
}

// Person is a mentor or a mentee.
type Person struct {
	Name  string // as written, spaces tidied; never empty
	Email string // as written; "" where the table has none
	// Values are the person's own cells, by their columns' names without the
	// role: what stands under "Mentor phone" is a mentor's "phone".
	Values map[string]string

	row int // that names the person first
}

// Place is where a pair stands in the table.
type Place struct {
	Row  int   // the pair's first row as a spreadsheet counts, the header being row 1
	Rows []int // all its rows, rising
}

// Options say what the handbook knows that a table may refer to.
type Options struct {
	// Languages of the programme as BCP 47 tags, the first is the default.
	Languages []string
	// Mentor and Mentee are the programme's own words for the roles, such as
	// tuutori or adept, which columns may use beside the common ones.
	Mentor, Mentee []string
	// Columns are the ground rules and the agreement's placeholders and
	// blanks that a column may fill in. Where there are none, columns that
	// nothing uses are not reported.
	Columns []Column
}

// Column is something in the handbook that a column of the table may fill in.
type Column struct {
	ID string // of the ground rule or the placeholder; the column's name in Pair.Values
	// Names are what else the column may be called: the rule's titles and
	// questions in every language. Case, spaces and punctuation don't matter.
	Names []string
	// Answer is the type of the rule's answer: text, longtext, choice,
	// choices, number, date or yesno; "" for a placeholder.
	Answer string
	// Unit of a number in any of the languages, such as weeks or minuuttia.
	// Where it is a length of time that Read knows, "1,5 h" becomes 90.
	Unit string
	// Options of a choice or choices, in every language.
	Options []string
}
