package agreement

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"mentorbook/generator/handbook"
)

// Revision tells one state of an agreement's text from another, so that a
// printed copy shows whether it is the current one.
type Revision struct {
	Date string // yyyy-mm-dd of the newest change that a page gives, or ""
	Hash string // 7 hexadecimal digits of all that the agreement is made of
}

// RevisionOf returns the revision of an edition's agreement: its own text,
// the ground rules in it and the meetings of its schedule. What a pair fills
// in is no part of it.
func RevisionOf(prog *handbook.Programme, e *handbook.Edition, page *handbook.Page, parts []Part) Revision {
	r := Revision{Date: string(page.Updated)}
	newest := func(d handbook.Date) { r.Date = max(r.Date, string(d)) }
	type meeting struct {
		Number, Minutes int
		Title           string
	}
	made := struct {
		Page       string
		Start, End handbook.Date
		Rules      []*handbook.GroundRule
		Meetings   []meeting
	}{Page: page.Hash, Start: prog.Start, End: prog.End}
	for _, part := range parts {
		for _, rule := range part.Rules {
			made.Rules = append(made.Rules, rule.Rule)
			newest(rule.Updated)
		}
		if part.Kind == Schedule {
			for _, m := range Meetings(e, page) {
				made.Meetings = append(made.Meetings, meeting{m.Meeting.Number, m.Meeting.Minutes, m.Title})
			}
		}
	}
	data, err := json.Marshal(made)
	if err != nil {
		panic(err) // plain values
	}
	sum := sha256.Sum256(data)
	r.Hash = hex.EncodeToString(sum[:])[:7]
	return r
}
