package finding

import (
	"strings"
	"sync"
)

// Code is the stable name of a kind of finding, in kebab case.
type Code string

// Texts is one text in the languages that messages speak. {name} stands for
// the argument of that name.
type Texts struct{ EN, FI, SV string }

// Definition is an entry of the catalogue.
type Definition struct {
	Code     Code
	Severity Severity
	Doc      string  // English: what it means, why it matters; for docs/findings.md
	Message  Texts   // one clause, lower case, no full stop
	Hints    []Texts // what to do; the first one whose arguments are all there and not empty is shown
}

// Definitions returns the whole catalogue, area by area.
func Definitions() []Definition {
	var all []Definition
	for _, area := range [][]Definition{sourceCodes, programmeCodes, handbookCodes, markdownCodes, checkCodes, themeCodes, publishCodes, pairsCodes, pairRowCodes, agreementCodes} {
		all = append(all, area...)
	}
	return all
}

// byCode is the catalogue by its codes, made when it is first asked for.
var byCode = sync.OnceValue(func() map[Code]Definition {
	all := map[Code]Definition{}
	for _, d := range Definitions() {
		all[d.Code] = d
	}
	return all
})

func lookup(code Code) (Definition, bool) {
	d, ok := byCode()[code]
	return d, ok
}

func (t Texts) in(lang string) string {
	switch lang {
	case "fi":
		return t.FI
	case "sv":
		return t.SV
	}
	return t.EN
}

// Message returns the finding's sentence in the language (en, fi or sv; any
// other means English).
func (f Finding) Message(lang string) string {
	d, _ := lookup(f.Code)
	text, _ := f.fill(d.Message.in(lang))
	return text
}

// Hint returns what to do about it in the language, or "".
func (f Finding) Hint(lang string) string {
	d, _ := lookup(f.Code)
	for _, h := range d.Hints {
		if text, ok := f.fill(h.in(lang)); ok {
			return text
		}
	}
	return ""
}

// fill puts the arguments into the text and reports whether every placeholder
// had a value that is not empty.
func (f Finding) fill(text string) (string, bool) {
	var b strings.Builder
	whole := true
	for {
		before, rest, ok := strings.Cut(text, "{")
		b.WriteString(before)
		if !ok {
			return b.String(), whole
		}
		name, after, ok := strings.Cut(rest, "}")
		if !ok {
			b.WriteString("{" + rest)
			return b.String(), whole
		}
		value, found := f.arg(name)
		if !found || value == "" {
			whole = false
		}
		b.WriteString(value)
		text = after
	}
}

func (f Finding) arg(name string) (string, bool) {
	for _, a := range f.Args {
		if a.Name == name {
			return a.Value, true
		}
	}
	return "", false
}
