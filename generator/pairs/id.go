package pairs

import (
	"crypto/sha256"
	"encoding/base32"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// The rule for ids that the table does not give:
//
// The id is made of the pair's surnames, mentors first, and of four letters or
// digits that depend on everybody's whole names: virtanen-korhonen-k3f7. It
// depends on these names alone, so it stays the same when rows are added, taken
// out or sorted, when an e-mail address is added or corrected, and when case or
// spaces of a name change. Where two pairs of a table have the same names, the
// first in the table has the id as above, and each later one also a part that
// depends on the e-mail addresses, and where those are the same too, a number.
//
// Like all of a pair, ids stay in private/.

// derivedID is the id that a pair's names give.
func derivedID(p *Pair) string {
	var slugs []string
	people := slices.Concat(p.Mentors, p.Mentees)
	for _, person := range people[:min(len(people), 4)] {
		if s := slug(surname(person.Name)); s != "" {
			slugs = append(slugs, s)
		}
	}
	return cut(strings.Join(slugs, "-"), 48, names(p))
}

// cut shortens a slug and adds the mark of the text that it stands for.
func cut(s string, most int, text string) string {
	if len(s) > most {
		s = s[:most]
	}
	if s = strings.Trim(s, "-"); s == "" {
		return "pair-" + digest(text)
	}
	return s + "-" + digest(text)
}

// names are a pair's names as its id depends on them.
func names(p *Pair) string {
	var b strings.Builder
	for _, side := range [][]Person{p.Mentors, p.Mentees} {
		for _, person := range side {
			b.WriteString(fold(person.Name) + "\x00")
		}
		b.WriteString("\x00")
	}
	return b.String()
}

func emails(p *Pair) string {
	var b strings.Builder
	for _, person := range slices.Concat(p.Mentors, p.Mentees) {
		b.WriteString(strings.ToLower(person.Email) + "\x00")
	}
	return b.String()
}

// digest is four letters or digits that depend on a text.
func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return strings.ToLower(base32.StdEncoding.EncodeToString(sum[:])[:4])
}

// surname is the part of a name before a comma, else its last word.
func surname(name string) string {
	if before, _, ok := strings.Cut(name, ","); ok {
		return before
	}
	all := strings.Fields(name)
	return all[len(all)-1]
}

// nameAll gives pairs without an id one, and every pair a Slug, each unique.
func nameAll(pairs []Pair) {
	ids, slugs := namespace{}, namespace{}
	for i := range pairs {
		if !pairs[i].Derived {
			ids[fold(pairs[i].ID)] = 1
		}
	}
	for i := range pairs {
		p := &pairs[i]
		if !p.Derived {
			continue
		}
		p.ID = derivedID(p)
		if ids[p.ID] > 0 {
			p.ID += "-" + digest(emails(p))
		}
		p.ID = ids.unique(p.ID)
	}
	for i := range pairs {
		pairs[i].Slug = slugs.unique(fileName(pairs[i].ID))
	}
}

// namespace counts how often each name was asked for.
type namespace map[string]int

// unique returns the name, or where it is taken, the name with the least
// number that is free.
func (n namespace) unique(name string) string {
	candidate := name
	for n[candidate] > 0 {
		n[name]++
		candidate = name + "-" + strconv.Itoa(n[name])
	}
	n[candidate]++
	return candidate
}

// fileName makes a name for files of an id. Where it can't keep all of the id,
// it is marked, so that A/1 and A-1 stay apart whatever their order.
func fileName(id string) string {
	s := slug(id)
	switch {
	case s == "" || len(s) > 56 || s != strings.ReplaceAll(fold(id), " ", "-") || device(s):
		return cut(s, 56, fold(id))
	}
	return s
}

// device reports whether Windows keeps a name for a device.
func device(s string) bool {
	switch s {
	case "con", "prn", "aux", "nul":
		return true
	}
	return len(s) == 4 && (s[:3] == "com" || s[:3] == "lpt") && s[3] >= '0' && s[3] <= '9'
}

// slug spells a text with a-z, 0-9 and hyphens; accents are dropped.
func slug(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(fold(text)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case spelt[r] != "":
			b.WriteString(spelt[r])
		default:
			gap = true
		}
	}
	return b.String()
}

// spelt are letters that have no decomposition.
var spelt = map[rune]string{'ø': "o", 'æ': "ae", 'œ': "oe", 'ß': "ss", 'ð': "d", 'đ': "d", 'þ': "th", 'ł': "l", 'ı': "i", 'ŋ': "n", 'ŧ': "t"}

// fold makes texts comparable that differ in case and spaces only.
func fold(text string) string { return strings.ToLower(line(norm.NFC.String(text))) }
