package markdown

import (
	"strings"
	"testing"
)

func TestTextComesSectionBySection(t *testing.T) {
	t.Parallel()
	source := "Before *any*\nheading &amp; more.[^1]\n\n## One `two` {#one}\n\n- item <b>bold</b>\n- [x] task\n\n| a | b |\n|---|---|\n| c | d |\n\n" +
		"### Empty\n\n## Last\n\n> [!NOTE] Title\n> Quoted \"text\".\n\n[^1]: The note.\n"
	doc, _ := New(Options{Lang: "en"}).Convert("x.md", []byte(source), 0)
	want := []string{
		"|Before any heading & more.",
		"One two|item bold/task/a/b/c/d",
		"Empty|",
		"Last|Title/Quoted “text”./The note.",
	}
	var got []string
	buf := doc.Text(nil, func(heading int, text []byte) {
		name := ""
		if heading >= 0 {
			name = doc.Headings[heading].Text
		}
		got = append(got, name+"|"+strings.ReplaceAll(string(text), "\n", "/"))
	})
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	again := 0
	doc.Text(buf, func(int, []byte) { again++ })
	if again != len(want) {
		t.Errorf("a second walk gives %d sections", again)
	}
}

func TestTextLeavesScriptsAndCommentsOut(t *testing.T) {
	t.Parallel()
	source := "<script>var hidden = 1 > 0;</script>\n\n<!-- hidden -->\n\n<p title=\"a > b\">Seen</p>\n"
	doc, _ := New(Options{Lang: "en", Trusted: true}).Convert("x.md", []byte(source), 0)
	doc.Text(nil, func(_ int, text []byte) {
		if string(text) != "Seen" {
			t.Errorf("got %q", text)
		}
	})
}

// What is filled in later leaves no hole in a sentence.
func TestTextShowsWherePlaceholdersAre(t *testing.T) {
	t.Parallel()
	source := "Between {mentor}, and *{mentee}*.\n\n{form}\n\n## Named {who} {#n}\n\n- E-mail: {mail}\n- {alone}\n\n{first} and {last}\n"
	doc, _ := New(Options{Lang: "en", Placeholders: true}).Convert("x.md", []byte(source), 0)
	var got []string
	doc.Text(nil, func(_ int, text []byte) { got = append(got, strings.ReplaceAll(string(text), "\n", "/")) })
	if want := "Between …, and ….|E-mail: …/… and …"; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", strings.Join(got, "|"), want)
	}
}
