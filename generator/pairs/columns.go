package pairs

import (
	"slices"
	"strings"

	"mentorbook/generator/finding"
)

// kind is what a column holds.
type kind uint8

const (
	kindValue  kind = iota // a free column: a ground rule's answer or a placeholder
	kindPerson             // something about mentors or mentees; name says what
	kindID                 // of the pair
	kindLanguage
	kindStart
	kindEnd
	kindMeetings
	kindGoal    // one goal
	kindGoals   // several in a cell
	kindNotes   // never kept
	kindIgnored // of no use for an agreement
	kindUnnamed // has no header
)

// role is whose a column about people is.
type role uint8

const (
	mentor role = iota
	mentee
)

// What a column about people holds; other names are free ones.
const (
	personName  = ""
	personFirst = "first"
	personLast  = "last"
	personEmail = "email"
)

// meaning is what a header says about its column.
type meaning struct {
	kind   kind
	name   string // of a free column, or what of a person
	role   role
	index  int     // the number in Mentee 2 or goal 3; 0 where there is none
	answer *Column // what in the handbook it fills in, or nil
	unit   unit    // of its numbers, where the header says it
}

// column is a column of the table, understood.
type column struct {
	meaning
	at     int    // from 0
	header string // as written, on one line
}

// key is the same for two columns that would fill the same thing.
func (c column) key() meaning {
	m := c.meaning
	m.answer, m.unit = nil, unitNone
	if m.index == 1 && m.kind == kindPerson {
		m.index = 0
	}
	if m.kind == kindGoals {
		m.kind, m.index = kindGoal, 0
	}
	return m
}

// vocabulary knows what headers mean in one handbook.
type vocabulary struct {
	stems   [2][]string // words for mentor and mentee
	whole   map[string]meaning
	answers []answerNames
	near    []string          // headers as people write them, for hints
	nearKey map[string]string // the whole header without spaces behind each of them
}

type answerNames struct {
	column *Column
	names  []string
}

func newVocabulary(o Options) *vocabulary {
	v := &vocabulary{whole: map[string]meaning{}}
	v.stems[mentor] = append(folded(o.Mentor), mentorStems...)
	v.stems[mentee] = append(folded(o.Mentee), menteeStems...)
	for _, c := range columnNames {
		for _, name := range c.names {
			v.whole[compact(name)] = meaning{kind: c.kind, name: c.name}
			if c.kind != kindIgnored && len(name) > 3 {
				v.near = append(v.near, name)
			}
		}
	}
	v.near = append(v.near, "mentor", "mentori", "mentee", "aktori", "adept", "mentor email", "mentee email", "mentorin sähköposti", "aktorin sähköposti", "mentorns e-post", "adeptens e-post")
	for i := range o.Columns {
		c := &o.Columns[i]
		names := []string{compact(c.ID)}
		for _, n := range c.Names {
			names = append(names, compact(n))
		}
		v.answers = append(v.answers, answerNames{c, names})
		v.near = append(v.near, c.ID)
	}
	return v
}

func folded(list []string) []string {
	var out []string
	for _, s := range list {
		if s = compact(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// understand tells what a header means.
func (v *vocabulary) understand(header string) meaning {
	if strings.TrimSpace(header) == "" {
		return meaning{kind: kindUnnamed}
	}
	m := v.bare(header)
	if before, within, ok := brackets(header); ok && (m.kind == kindValue && m.answer == nil || m.kind == kindUnnamed) && strings.TrimSpace(before) != "" {
		if bare := v.bare(before); bare.kind != kindValue || bare.answer != nil || bare.name == howOften || bare.name == howLong {
			m = bare
		}
		m.unit = unitWords[compact(within)]
	}
	if m.kind == kindValue && m.unit == unitNone {
		for _, w := range split(header) {
			if u := unitWords[w]; u == unitHour || u == unitMinute || u == unitMonth || u == unitWeek {
				m.unit = u
			}
		}
	}
	return m
}

// brackets cuts the last part in round or square brackets off a header.
func brackets(header string) (before, within string, ok bool) {
	i := strings.LastIndexAny(header, "([")
	if i < 0 {
		return header, "", false
	}
	return header[:i], strings.Trim(header[i:], "()[] "), true
}

// bare tells what a header means as it stands: who is who first, then what the
// handbook calls its rules and placeholders, then the other words.
func (v *vocabulary) bare(header string) meaning {
	header = numbered.ReplaceAllString(header, "")
	all := split(header)
	person, isPerson := v.person(all)
	if isPerson && person.free() == "" {
		return person
	}
	key := strings.Join(all, "")
	whole, isWhole := v.whole[key]
	if isWhole && whole.first() {
		return whole
	}
	for _, a := range v.answers {
		if slices.Contains(a.names, key) {
			if isPerson {
				person.answer = a.column
				return person
			}
			return meaning{kind: kindValue, name: a.column.ID, answer: a.column}
		}
	}
	switch {
	case isWhole:
		whole.answer = v.answer(whole.name)
		return whole
	case isPerson && person.role == mentee && person.name == "goal":
		return meaning{kind: kindGoal, index: person.index}
	case isPerson:
		return person
	}
	if len(all) > 1 {
		last := len(all) - 1
		if m := v.whole[strings.Join(all[:last], "")]; m.kind == kindGoal && digits(all[last]) > 0 {
			m.index = digits(all[last])
			return m
		}
	}
	return meaning{kind: kindValue, name: freeName(header)}
}

// first reports whether a meaning goes before what the handbook calls a rule.
func (m meaning) first() bool {
	switch m.kind {
	case kindID, kindLanguage, kindStart, kindEnd, kindNotes:
		return true
	}
	return false
}

// free is the name of the column in Pair.Values, or "" where its cells go
// elsewhere.
func (m meaning) free() string {
	switch {
	case m.kind == kindValue:
		return m.name
	case m.kind != kindPerson || m.name == personName || m.name == personFirst || m.name == personLast || m.name == personEmail:
		return ""
	case m.answer != nil:
		return m.answer.ID
	}
	return [...]string{"mentor", "mentee"}[m.role] + "-" + m.name
}

func (v *vocabulary) answer(name string) *Column {
	for _, a := range v.answers {
		if a.column.ID == name {
			return a.column
		}
	}
	return nil
}

// person reads a header about one role: the words for the role, words about a
// person and a number. ok is false where the header says more than that.
func (v *vocabulary) person(all []string) (m meaning, ok bool) {
	roles, filler := 0, false
	for _, w := range all {
		if r, what, isRole := v.roleWord(w); isRole {
			if roles > 0 && r != m.role {
				return meaning{}, false
			}
			m.role = r
			roles++
			w = what
		}
		switch n := digits(w); {
		case w == "" || nameWords[w]:
		case n > 0 && m.index == 0:
			m.index = n
		case personWords[w] != "" && (m.name == "" || m.name == personWords[w]):
			m.name = personWords[w]
		case fillerWords[w]:
			filler = true
		default:
			return meaning{}, false
		}
	}
	if roles == 0 || filler && m.name == "" {
		return meaning{}, false
	}
	m.kind = kindPerson
	return m, true
}

// roleWord reads a word for a role, or one that begins with it, as Finnish and
// Swedish make them: mentorin, adeptens, mentoripuhelin.
func (v *vocabulary) roleWord(w string) (r role, rest string, ok bool) {
	for r, stems := range v.stems {
		for _, stem := range stems {
			tail, begins := strings.CutPrefix(w, stem)
			if !begins {
				continue
			}
			if slices.Contains(roleEndings, tail) {
				return role(r), "", true
			}
			if personWords[tail] != "" || nameWords[tail] {
				return role(r), tail, true
			}
		}
	}
	return 0, "", false
}

// knows counts the columns of a row that are a mentor's, a mentee's or well
// known, which tells a header from other rows.
func (v *vocabulary) knows(r row) int {
	n := 0
	for _, c := range r.cells {
		switch m := v.understand(tidy(c.text)); m.kind {
		case kindValue, kindUnnamed, kindIgnored:
		default:
			n++
		}
	}
	return n
}

// guess is the well-known header that is most like an unknown one, or "".
func (v *vocabulary) guess(header string) string {
	if len([]rune(header)) < 4 {
		return ""
	}
	return finding.Nearest(line(header), v.near)
}
