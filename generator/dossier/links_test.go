package dossier

import (
	"testing"

	"mentorbook/generator/handbook"
	"mentorbook/generator/pairs"
)

func TestCellsCannotBeFormulas(t *testing.T) {
	for cell, want := range map[string]string{
		"=HYPERLINK(\"x\")": "'=HYPERLINK(\"x\")", "+358": "'+358", "-1": "'-1", "@SUM": "'@SUM", "\t=1": "'\t=1", "Anna": "Anna", "": "", "a=b": "a=b",
	} {
		if got := harmless(cell); got != want {
			t.Errorf("%q becomes %q", cell, got)
		}
	}
}

func TestTheSeparatorIsTheOneThatExcelExpects(t *testing.T) {
	for _, c := range []struct {
		lang, set string
		want      rune
	}{{"en", "", ','}, {"fi", "", ';'}, {"sv", "", ';'}, {"en-GB", "", ','}, {"fi", "comma", ','}, {"en", "tab", '\t'}, {"en", "semicolon", ';'}} {
		p := &handbook.Programme{Languages: []handbook.Tag{handbook.Tag(c.lang)}}
		p.Agreement.Separator = handbook.Separator(c.set)
		if got := separator(p); got != c.want {
			t.Errorf("%s %s: %q", c.lang, c.set, got)
		}
	}
}

func TestWhatIsKnownOfAPairFillsItsBlanks(t *testing.T) {
	p := &pairs.Pair{
		ID: "p1", Mentors: []pairs.Person{{Name: "Anna", Email: "anna@example.org", Values: map[string]string{"phone": "1"}}},
		Mentees: []pairs.Person{{Name: "Bo", Email: "bo@example.org"}, {Name: "Cai", Values: map[string]string{"phone": "2"}}, {Name: "Dan", Values: map[string]string{"phone": "3"}}},
		Values:  map[string]string{"first-meeting": "2027-01-20", "mentee-phone": "as the table says", "unit": "Law"},
	}
	k := known(p)
	for name, want := range map[string]string{"mentor-email": "anna@example.org", "mentor-phone": "1", "mentee-email": "bo@example.org", "mentee-phone": "as the table says", "unit": "Law"} {
		if k.Values[name] != want {
			t.Errorf("%s is %q", name, k.Values[name])
		}
	}
	if k.FirstMeeting != "2027-01-20" || len(k.Mentees) != 3 {
		t.Errorf("%+v", k)
	}
	if _, changed := p.Values["mentor-email"]; changed {
		t.Error("the table itself was changed")
	}
	list := lacks(p, nil, nil)
	if len(list) != 3 { // two e-mail addresses, goals
		t.Errorf("%+v", list)
	}
}
