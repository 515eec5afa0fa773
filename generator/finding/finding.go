// Package finding holds what Mentorbook has to say about a handbook: where it
// is, what is wrong, and how to mend it.
//
// A Finding names a Code from the catalogue (catalogue*.go), a Place and the
// arguments of the code's texts; it holds no sentence itself, so that the same
// finding reads in English, Finnish or Swedish. Workers collect findings in
// slices of their own; Sort merges them into one order that does not depend on
// the number of cores. An `error` is something else: what the system did.
package finding

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Severity says what a finding means for a build.
type Severity uint8

const (
	Notice  Severity = iota // worth knowing; never stops anything
	Warning                 // likely a mistake; stops a build with --strict only
	Error                   // a build changes nothing
)

func (s Severity) String() string {
	return [...]string{"notice", "warning", "error"}[s]
}

// Place is where a finding stands. File is a slash path that begins with the
// logical folder: content/, templates/, public/ or private/. Line and Column
// count from 1, columns in characters; 0 means the whole file or line.
type Place struct {
	File   string `json:"file,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
}

func (p Place) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Arg is one named argument of a code's texts.
type Arg struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Finding is one thing found.
type Finding struct {
	Code     Code     `json:"code"`
	Severity Severity `json:"severity"`
	Place    Place    `json:"place"`
	Args     []Arg    `json:"args,omitempty"`
	Excerpt  string   `json:"excerpt,omitempty"` // the line at Place, filled in once all findings are known
}

// New makes a finding of the code at a place. args are name, value pairs for
// the placeholders of the code's texts; a value is formatted as by fmt.Sprint.
// An unknown code or an odd number of args is a bug and panics.
func New(code Code, place Place, args ...any) Finding {
	d, ok := lookup(code)
	if !ok || len(args)%2 != 0 {
		panic("finding: bad call for code " + string(code))
	}
	f := Finding{Code: code, Severity: d.Severity, Place: place}
	for i := 0; i < len(args); i += 2 {
		f.Args = append(f.Args, Arg{args[i].(string), fmt.Sprint(args[i+1])})
	}
	return f
}

// Sort puts findings into their one order (file, line, column, code,
// arguments) and drops exact repeats.
func Sort(fs []Finding) []Finding {
	slices.SortFunc(fs, compare)
	return slices.CompactFunc(fs, func(a, b Finding) bool { return compare(a, b) == 0 })
}

func compare(a, b Finding) int {
	return cmp.Or(
		strings.Compare(a.Place.File, b.Place.File),
		cmp.Compare(a.Place.Line, b.Place.Line),
		cmp.Compare(a.Place.Column, b.Place.Column),
		strings.Compare(string(a.Code), string(b.Code)),
		slices.CompareFunc(a.Args, b.Args, func(x, y Arg) int {
			return cmp.Or(strings.Compare(x.Name, y.Name), strings.Compare(x.Value, y.Value))
		}),
	)
}

// Count returns how many of the findings have the severity.
func Count(fs []Finding, s Severity) int {
	n := 0
	for _, f := range fs {
		if f.Severity == s {
			n++
		}
	}
	return n
}
