package agreement

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// The cases stand in testdata/answers.txt, a line each: the field, what a
// table says, and what becomes of it.
func TestAnswersOfATableAreRead(t *testing.T) {
	fields := map[string]Field{
		"choice":       {Type: Choice, Options: []string{"every week", "Once a month."}},
		"choice other": {Type: Choice, Options: []string{"every week", "Once a month."}, Other: true},
		"choices":      {Type: Choices, Options: []string{"e-mail", "phone", "tea, or coffee"}},
		"choices any":  {Type: Choices, Options: []string{"e-mail", "phone"}, Other: true},
		"number":       {Type: Number, Unit: "minutes", Min: "30", Max: "120"},
		"date":         {Type: Date},
		"yesno":        {Type: YesNo},
		"text":         {Type: Text},
	}
	data, err := os.ReadFile("testdata/answers.txt")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for line := range strings.Lines(string(data)) {
		parts := strings.Split(strings.TrimSuffix(line, "\n"), " | ")
		if strings.HasPrefix(line, "#") || len(parts) != 3 {
			continue
		}
		seen++
		f, ok := fields[parts[0]]
		if !ok {
			t.Fatalf("no field %q", parts[0])
		}
		problem := f.read(strings.ReplaceAll(parts[1], `\n`, "\n"))
		got := fmt.Sprintf("%s%v%s", f.Answer.Text, f.Answer.Picked, f.Answer.Other)
		if problem != "" {
			got = "problem: " + string(problem)
			if !f.Answer.Empty() {
				t.Errorf("%s: an answer that is none is kept", line)
			}
		}
		if got != parts[2] {
			t.Errorf("%s | %s gives %s, not %s", parts[0], parts[1], got, parts[2])
		}
	}
	if seen < 20 {
		t.Errorf("only %d cases", seen)
	}
}

func TestIntervalsAreWholeWeeks(t *testing.T) {
	if got := AddWeeks("2027-02-22", 1); got != "2027-03-01" {
		t.Error(got)
	}
	if got := AddWeeks("", 3); got != "" {
		t.Error(got)
	}
}
