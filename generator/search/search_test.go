package search

import (
	"context"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestWordsAreRunsOfLettersInLowerCase(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Ålands “mål” är-sätt, 60 min.": "ålands mål är sätt 60 min",
		"mentee’s e\u00adposti":         "mentee s eposti",
		"A\u030Alands":                  "a\u030alands",
		"x × y ÷ z":                     "x y z",
		"\xff\xfe bad \xc3":             "bad",
		"\xc3 ÀÞßÿ \xc3\xc3\xa4":        "àþßÿ ä",
		"İIı" + strings.Repeat("ä", 40): "iiı" + strings.Repeat("ä", 30),
		"Привет, мир":                   "привет мир",
	} {
		var got []string
		in := newInterner()
		for _, n := range in.appendWords(nil, roomy([]byte(text))) {
			got = append(got, in.words[n])
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: got %q, want %q", text, strings.Join(got, " "), want)
		}
	}
}

func TestAccentsAreFoldedAsEachLanguageExpects(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/words.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSpace(line), " | ")
		if got := fold(f[0]); got != f[1] {
			t.Errorf("fold %q: %q, want %q", f[0], got, f[1])
		}
		if got := bare(f[0]); got != f[2] {
			t.Errorf("bare %q: %q, want %q", f[0], got, f[2])
		}
	}
}

// TestFormsOfAWordShareItsStem: the forms of each line are one term, those of
// different lines are not.
func TestFormsOfAWordShareItsStem(t *testing.T) {
	t.Parallel()
	for lang, lines := range map[string]string{
		"fi": `mentorointi mentoroinnin mentoroinnista mentorointiin mentorointia
			sopimus sopimuksen sopimuksia sopimukset sopimuksiin
			tavoite tavoitteet tavoitteen tavoitteita tavoitteiden
			tapaaminen tapaamisen tapaamiset tapaamista tapaamisia
			luottamus luottamuksen
			vahvuus vahvuudet vahvuuksia vahvuuden
			salassapito salassapidon
			käytäntö käytännön
			pelisäännöt pelisääntö
			valinta valinnat valintoja
			hyvinvointi hyvinvoinnin
			palaute palautetta palautteen`,
		"sv": `mål målen målet målens
			möte möten mötet
			avtal avtalet avtalen
			förtroende förtroendet
			regler regel regeln reglerna
			träff träffar träffen träffarna
			mentorskap mentorskapet`,
		"en": `mentor mentors mentoring
			meeting meetings meet
			agreement agreements
			cancel cancelling cancelled`,
	} {
		stem := stemmerOf(lang)
		seen := map[string]string{}
		for line := range strings.Lines(lines) {
			words := strings.Fields(line)
			want := stem(words[0])
			for _, w := range words {
				if got := stem(w); got != want {
					t.Errorf("%s: %s has the stem %s, %s has %s", lang, words[0], want, w, got)
				}
			}
			if other, twice := seen[want]; twice {
				t.Errorf("%s: %s and %s share the stem %s", lang, other, words[0], want)
			}
			seen[want] = words[0]
		}
	}
}

// site is a lexicon of the words of a site.
func siteOf(lang, words string) *lexicon {
	in := newInterner()
	in.appendWords(nil, roomy([]byte(words)))
	x := &index{langs: []string{lang}, stretches: []stretch{{words: []*interner{in}}}}
	l := x.newLexicon(0)
	if err := l.fill(context.Background()); err != nil {
		panic(err)
	}
	return l
}

func TestCompoundsAreTakenApartWhereTheSiteProvesTheParts(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ lang, site, word, parts string }{
		{"fi", "mentorointi sopimus mentorointisopimuksen", "mentorointisopimuksen", "mentorointi sopimus"},
		{"fi", "mentorointi mentorointisopimus", "mentorointisopimus", ""},
		{"fi", "tapaamiset kerta tapaamiskerta", "tapaamiskerta", "kerta tapaamiset"},
		{"fi", "työ paikka haastattelu työpaikka työpaikkahaastattelu", "työpaikkahaastattelu", "haastattelu paikka työ työpaikka"},
		{"sv", "handledning samtal handledningssamtal", "handledningssamtal", "handledning samtal"},
		{"sv", "val valen", "valen", ""},
		{"en", "hand book handbook", "handbook", ""},
		{"en", "group meeting groupmeeting", "groupmeeting", "group meeting"},
	} {
		l := siteOf(c.lang, c.site)
		var got []string
		for _, term := range l.parts[l.place[c.word]] {
			got = append(got, l.terms[term].begin+l.terms[term].endings[0])
		}
		slices.Sort(got)
		if strings.Join(got, " ") != c.parts {
			t.Errorf("%s: %q, want %q", c.word, strings.Join(got, " "), c.parts)
		}
	}
}

func TestNumbersArePackedFiveBitsACharacter(t *testing.T) {
	t.Parallel()
	for n, want := range map[uint32]string{0: "A", 31: "f", 32: "gB", 1023: "_f", 1024: "ggB"} {
		if got := string(pack(nil, n)); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

func TestTextsAreStringsOfJavaScript(t *testing.T) {
	t.Parallel()
	var s script
	s.text("a\"b\\c\nd\u2028e\x00f–g")
	if got, want := string(s.bytes), "\"a\\\"b\\\\c\\nd e f–g\""; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestAShardBeginsWhereNoWordIsCutOff(t *testing.T) {
	t.Parallel()
	x := &index{}
	for _, forms := range [][]string{{"aaa", "aab"}, {"ta", "tala"}, {"taka"}, {"tama", "tana"}, {"uu"}} {
		x.terms = append(x.terms, newTerm(forms))
		x.postings = append(x.postings, make([]posting, wordShard))
	}
	ends := x.partTerms()
	var from []string
	for _, s := range x.words {
		from = append(from, s.from)
	}
	if got := strings.Join(from, " "); got != "a t tam u" {
		t.Errorf("shards begin at %s, end at %v", got, ends)
	}
}

// TestInternerFindsTheWordsThatSplitterFinds puts words of every length at
// every place of a block, twice.
func TestInternerFindsTheWordsThatSplitterFinds(t *testing.T) {
	t.Parallel()
	var text []byte
	for i := range 60000 {
		text = append(text, strings.Repeat("a", i%70)+strconv.Itoa(i/3)+strings.Repeat("ö", i%3)...)
		text = append(text, []string{" ", ", “", "” ", ". Ab–", "\n", "X\u00ad"}[i%6]...)
	}
	text = append(text, text...)
	in, split := newInterner(), new(splitter)
	numbers := in.appendWords(nil, roomy(text))
	seen := map[string]uint32{}
	at := 0
	for w, rest := split.next(text); len(w) > 0; w, rest = split.next(rest) {
		if at == len(numbers) {
			t.Fatalf("%d words, want more", at)
		}
		n := numbers[at]
		if old, known := seen[string(w)]; known && old != n || in.words[n] != string(w) {
			t.Fatalf("word %d, %s: %d", at, w, n)
		}
		seen[string(w)] = n
		at++
	}
	if at != len(numbers) || len(in.words) != len(seen) {
		t.Errorf("%d words, %d of them different; want %d and %d", len(numbers), len(in.words), at, len(seen))
	}
}

// FuzzWords: taken apart run by run, block by block, a text holds the same
// words as taken apart character by character.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"", "Ålands “mål” är-sätt", "a\x00b", "\xff\xfe", strings.Repeat("ab", 40) + " " + strings.Repeat("c", 64)} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		in, split := newInterner(), new(splitter)
		for range 2 {
			var got, want []string
			for _, n := range in.appendWords(nil, roomy(text)) {
				got = append(got, in.words[n])
			}
			for w, rest := split.next(text); len(w) > 0; w, rest = split.next(rest) {
				want = append(want, string(w))
			}
			if !slices.Equal(got, want) {
				t.Fatalf("%q: got %q, want %q", text, got, want)
			}
		}
	})
}

// TestTextsOfAnyLengthAreWrittenWhole puts each special character at each place.
func TestTextsOfAnyLengthAreWrittenWhole(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, out string }{{"\"", `\"`}, {"\\", `\\`}, {"\n", `\n`}, {"\t", " "}, {"\u2029", " "}, {"’", "’"}, {"!", "!"}, {"\x7f", "\x7f"}, {"ä", "ä"}} {
		for before := range 20 {
			for after := range 20 {
				a, b := strings.Repeat("x", before), strings.Repeat("\n", after)
				var s script
				s.text(a + c.in + b)
				if got, want := string(s.bytes), `"`+a+c.out+strings.Repeat(`\n`, after)+`"`; got != want {
					t.Fatalf("got %s, want %s", got, want)
				}
			}
		}
	}
}
