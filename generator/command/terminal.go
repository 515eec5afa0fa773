package command

// Rules of the terminal:
//
//   - What a command was asked for goes to standard output: the findings of
//     check, the files that new made, a schema, a version. All else goes to
//     standard error, so that output can be piped.
//   - Findings for machines (--format json or github) always go to standard
//     output, one on a line.
//   - --quiet leaves out all but errors. Colour is for terminals only, and not
//     where NO_COLOR is set. A progress bar comes after a second of work, on a
//     terminal only, and leaves no trace.
//   - A sentence is plain, begins with what happened, and ends with what to do.

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/term"

	"mentorbook/generator"
	"mentorbook/generator/finding"
)

var severityWords = map[finding.Severity]texts{
	finding.Error:   {"error", "virhe", "fel"},
	finding.Warning: {"warning", "varoitus", "varning"},
	finding.Notice:  {"notice", "huomautus", "notis"},
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// rows is how many rows of a terminal a text takes, colours aside.
func rows(text string, width int) int {
	n := 0
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\n"), "\n") {
		n += 1 + max(0, utf8.RuneCountInString(colour.ReplaceAllString(line, ""))-1)/max(width, 1)
	}
	return n
}

var colour = regexp.MustCompile("\x1b\\[[0-9;]*m")

// terminalWidth is how many characters a row of a terminal has.
func terminalWidth(w io.Writer) int {
	if f, ok := w.(*os.File); ok {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
			return width
		}
	}
	return 80
}

// show writes findings in the chosen form.
func (p *program) show(w io.Writer, fs []finding.Finding, o generator.Options) {
	p.showAll(w, fs, o, p.colours(w))
}

// colours reports whether what is written there may have colours.
func (p *program) colours(w io.Writer) bool { return isTerminal(w) && p.Getenv("NO_COLOR") == "" }

func (p *program) showAll(w io.Writer, fs []finding.Finding, o generator.Options, colours bool) {
	for _, f := range fs {
		if p.quiet && f.Severity != finding.Error && !(p.strict && f.Severity == finding.Warning) {
			continue
		}
		f.Place.File = p.shownPath(f.Place.File, o)
		switch p.format {
		case "json":
			p.showJSON(f)
		case "github":
			p.showGitHub(f)
		default:
			p.showText(w, f, colours)
		}
	}
}

// shownPath turns a finding's logical path into one that the reader can type
// from where they stand.
func (p *program) shownPath(name string, o generator.Options) string {
	folder, rest, _ := strings.Cut(name, "/")
	var base string
	switch folder {
	case "content":
		base = o.Content
	case "templates":
		base = o.Templates
	case "public":
		base = o.Out
	case "private":
		base = o.Private
	default:
		return name
	}
	return filepath.ToSlash(filepath.Join(base, filepath.FromSlash(rest)))
}

func (p *program) showText(w io.Writer, f finding.Finding, colours bool) {
	word := p.say(severityWords[f.Severity])
	if colours {
		word = map[finding.Severity]string{finding.Error: "\x1b[1;31m", finding.Warning: "\x1b[1;33m", finding.Notice: "\x1b[1m"}[f.Severity] + word + "\x1b[0m"
	}
	fmt.Fprintf(w, "%s: %s: %s\n", f.Place, word, printable(f.Message(p.lang)))
	if f.Excerpt != "" {
		fmt.Fprintf(w, "%4d | %s\n", f.Place.Line, printable(f.Excerpt))
	}
	fmt.Fprintf(w, "  %s: %s   [%s]\n", p.say(hintWord), printable(f.Hint(p.lang)), f.Code)
}

// printable keeps content from steering the terminal.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069:
			return '�'
		}
		return r
	}, s)
}

func (p *program) showJSON(f finding.Finding) {
	line, err := json.Marshal(struct {
		File     string `json:"file"`
		Line     int    `json:"line,omitempty"`
		Column   int    `json:"column,omitempty"`
		Severity string `json:"severity"`
		Code     string `json:"code"`
		Message  string `json:"message"`
		Hint     string `json:"hint,omitempty"`
		Excerpt  string `json:"excerpt,omitempty"`
	}{f.Place.File, f.Place.Line, f.Place.Column, f.Severity.String(), string(f.Code), f.Message(p.lang), f.Hint(p.lang), f.Excerpt})
	if err == nil {
		fmt.Fprintf(p.Stdout, "%s\n", line)
	}
}

var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// showGitHub writes a workflow command, which GitHub shows beside the line.
func (p *program) showGitHub(f finding.Finding) {
	fmt.Fprintf(p.Stdout, "::%s file=%s", f.Severity, githubProperty.Replace(f.Place.File))
	if f.Place.Line > 0 {
		fmt.Fprintf(p.Stdout, ",line=%d", f.Place.Line)
	}
	if f.Place.Column > 0 {
		fmt.Fprintf(p.Stdout, ",col=%d", f.Place.Column)
	}
	fmt.Fprintf(p.Stdout, ",title=%s::%s\n", githubProperty.Replace(string(f.Code)), githubData.Replace(f.Message(p.lang)+". "+f.Hint(p.lang)))
}

var (
	workWords = map[string]texts{
		"read":   {"reading", "luetaan", "läser"},
		"render": {"making pages", "tehdään sivuja", "gör sidor"},
		"pairs":  {"pairs", "parit", "paren"},
	}
	waitingText = texts{
		"another build of this handbook is under way; waiting for it to end",
		"käsikirjaa koostetaan jo toisaalla; odotetaan sen päättymistä",
		"handboken byggs redan på annat håll; väntar tills det är klart",
	}
)

// progress returns a reporter for Build and a function that clears the line.
func (p *program) progress() (report func(work string, done, total int), clear func()) {
	if p.quiet || p.format != "text" || !isTerminal(p.Stderr) {
		return nil, func() {}
	}
	start, shown := time.Now(), false
	const width = 30
	report = func(work string, done, total int) {
		if time.Since(start) < time.Second || total == 0 {
			return
		}
		shown = true
		n := width * done / total
		fmt.Fprintf(p.Stderr, "\r%-16s [%s%s] %d/%d\x1b[K", p.say(workWords[work]), strings.Repeat("#", n), strings.Repeat(" ", width-n), done, total)
	}
	return report, func() {
		if shown {
			fmt.Fprint(p.Stderr, "\r\x1b[K")
		}
	}
}
