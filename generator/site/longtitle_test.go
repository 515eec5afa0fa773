package site

import "testing"

func TestATitleIsLongByItsLongestWord(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]string{
		"": "", "A handbook of a mentoring programme": "", "Mentoroinnin käsikirja": "long-title", "Mentorhandboken": "long-title",
		"Kompassi-mentorointiohjelma": "longer-title", "Mentor\u00adhand\u00adboken": "", "Luottamuksellisuus": "longer-title",
		"a\u0308a\u0308a\u0308a\u0308a\u0308a\u0308a\u0308a\u0308": "", "Mentorointi/ohjaaminen": "",
	} {
		if got := longTitle(title); got != want {
			t.Errorf("longTitle(%q) = %q, want %q", title, got, want)
		}
	}
}
