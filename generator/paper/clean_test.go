package paper

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// What is taken for clean at a glance must be what cleaning would give.
func TestCleanTextIsKnownAtAGlance(t *testing.T) {
	t.Parallel()
	slow := func(s string) string {
		return norm.NFC.String(strings.Map(cleanRune, ligatures.Replace(strings.ToValidUTF8(s, "\uFFFD"))))
	}
	fields := func(s string) string { return strings.Join(strings.Fields(slow(s)), " ") }
	var texts []string
	for r := rune(0); r < 0x2100; r++ {
		texts = append(texts, "a"+string(r), string(r)+"e", "a "+string(r)+" b", string(r)+"\u0301", "é"+string(r), string(r)+string(r))
	}
	texts = append(texts, "", " ", "a  b", " a", "a ", "a\u00A0b", "\xff", "ä\xc3", "Åsa – ”Ö”…")
	for _, s := range texts {
		if got, want := clean(s), slow(s); got != want {
			t.Errorf("%q: %q, not %q", s, got, want)
		}
		if got, want := plain(s), fields(s); got != want {
			t.Errorf("plain %q: %q, not %q", s, got, want)
		}
	}
}
