package generator

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	devtools "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
	"github.com/evanw/esbuild/pkg/api"
)

// calendar presses the button and returns the file that the browser saves.
func (r *reader) calendar() string {
	r.t.Helper()
	dir := r.t.TempDir()
	done := make(chan string, 1)
	chromedp.ListenBrowser(r.ctx, func(event any) {
		if e, ok := event.(*devtools.EventDownloadProgress); ok && e.State == devtools.DownloadProgressStateCompleted {
			select {
			case done <- e.GUID:
			default:
			}
		}
	})
	err := devtools.SetDownloadBehavior(devtools.SetDownloadBehaviorBehaviorAllowAndName).
		WithBrowserContextID(r.own).WithDownloadPath(dir).WithEventsEnabled(true).
		Do(cdp.WithExecutor(r.ctx, chromedp.FromContext(r.ctx).Browser))
	if err != nil {
		r.t.Fatal(err)
	}
	r.click(`[data-calendar]`)
	r.willSay("[data-status]", "agreement.calendar-made")
	select {
	case name := <-done:
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			r.t.Fatal(err)
		}
		return string(data)
	case <-r.ctx.Done():
		r.t.Fatal("the browser saved no file")
	}
	return ""
}

func putsIntoACalendar(r *reader) {
	r.open("fi/sopimus.html")
	r.click(`[data-calendar]`)
	r.willSay("[data-status]", "agreement.calendar-none")
	r.put("party.mentor", "Åsa Öhman")
	r.put("party.mentee", "Maija; Matti")
	r.put("date.1", "2027-02-03")
	r.put("time.1", "23:30")
	r.put("time.2", "")
	r.put("date.4", "")
	first := r.calendar()
	if !strings.HasPrefix(first, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:") || !strings.HasSuffix(first, "END:VEVENT\r\nEND:VCALENDAR\r\n") {
		r.t.Errorf("the file is %q", first)
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(first, "\r\n"), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") {
			r.t.Errorf("a bad line: %q", line)
		}
	}
	lines := strings.ReplaceAll(first, "\r\n ", "")
	for _, want := range []string{
		"DTSTART:20270203T233000\r\nDTEND:20270204T010000\r\n",
		"DTSTART;VALUE=DATE:20270224\r\nDTEND;VALUE=DATE:20270225\r\nTRANSP:TRANSPARENT\r\n",
		"SUMMARY:" + r.read(`document.querySelector("[data-meeting]").dataset.title`) + " (",
		"\\n" + r.text("agreement.calendar-guide") + ": " + r.base + "fi/", "URL:" + r.base + "fi/",
	} {
		if !strings.Contains(lines, want) {
			r.t.Errorf("%q is missing in\n%s", want, lines)
		}
	}
	if n := strings.Count(lines, "BEGIN:VEVENT\r\n"); n != 7 {
		r.t.Errorf("%d meetings, not the 7 that have a date", n)
	}
	r.put("date.1", "2027-02-10")
	r.put("date.4", "")
	second := r.calendar()
	uids := regexp.MustCompile(`(?m)^UID:\w+-[0-9a-f]{8}-\d@mentorbook\r$`)
	one, two := uids.FindAllString(first, -1), uids.FindAllString(second, -1)
	if len(one) != 7 || strings.Join(one, "") != strings.Join(two, "") {
		r.t.Errorf("the meetings were %q and are %q", one, two)
	}
	sequence := regexp.MustCompile(`(?m)^SEQUENCE:(\d+)\r$`)
	a, _ := strconv.Atoi(sequence.FindStringSubmatch(first)[1])
	b, _ := strconv.Atoi(sequence.FindStringSubmatch(second)[1])
	if a <= 0 || b < a {
		r.t.Errorf("the sequence was %d and is %d", a, b)
	}
	r.put("party.mentee", "Maija")
	if third := uids.FindAllString(r.calendar(), -1); third[0] == one[0] {
		r.t.Error("two pairs have the same meetings")
	}
}

// script bundles a module of the theme under a name.
func script(t *testing.T, module, name string) string {
	t.Helper()
	built := api.Build(api.BuildOptions{EntryPoints: []string{"../templates/assets/js/" + module}, Bundle: true, Format: api.FormatIIFE, GlobalName: name})
	if len(built.Errors) > 0 {
		t.Fatal(built.Errors)
	}
	return string(built.OutputFiles[0].Contents)
}

// The same cases are put to package agreement.
func TestCalendarLinesAreThoseOfPackageAgreement(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser(t), "data:")
	r.do(chromedp.Evaluate(script(t, "agreement/ics.js", "ics"), nil))
	data, err := os.ReadFile("agreement/testdata/calendar-lines.txt")
	if err != nil {
		t.Fatal(err)
	}
	for block := range strings.SplitSeq(strings.TrimSpace(string(data)), "\n\n") {
		if strings.HasPrefix(block, "#") {
			continue
		}
		head, lines, _ := strings.Cut(block, "\n")
		name, text, _ := strings.Cut(head, " ")
		r.expect(`ics.fold(`+quoted(name)+` + ":" + ics.escape(`+text+`))`, strings.ReplaceAll(strings.TrimPrefix(lines, "|"), "\n|", "\r\n"))
	}
}
