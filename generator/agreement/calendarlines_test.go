package agreement

import (
	"bytes"
	"os"
	"strconv"
	"strings"
	"testing"
)

// The same cases are put to the script in generator/agreement_browser_test.go.
func TestCalendarLinesAreThoseOfTheScript(t *testing.T) {
	data, err := os.ReadFile("testdata/calendar-lines.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	for block := range strings.SplitSeq(strings.TrimSpace(string(data)), "\n\n") {
		if strings.HasPrefix(block, "#") {
			continue
		}
		head, lines, _ := strings.Cut(block, "\n")
		name, quoted, _ := strings.Cut(head, " ")
		text, err := strconv.Unquote(quoted)
		if err != nil {
			t.Fatalf("%s: %v", head, err)
		}
		want := strings.ReplaceAll(strings.TrimPrefix(lines, "|"), "\n|", "\r\n") + "\r\n"
		var got bytes.Buffer
		fold75(&got, name+":"+escapeText(text))
		if got.String() != want {
			t.Errorf("%s\n got %q\nwant %q", head, got.String(), want)
		}
		cases++
	}
	if cases < 10 {
		t.Errorf("only %d cases were read", cases)
	}
}
