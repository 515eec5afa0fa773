package paper

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"unicode"
)

var sharedWriter = sync.OnceValues(New)

func writer(t testing.TB) *Writer {
	t.Helper()
	w, err := sharedWriter()
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// write writes d and puts it into a file for other programs.
func write(t testing.TB, d *Document) (Result, string) {
	t.Helper()
	r, err := writer(t).Write(d)
	if err != nil {
		t.Fatal(err)
	}
	return r, save(t, r.PDF)
}

func save(t testing.TB, pdf []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// need skips the test where a program is not there; under CI that is a failure.
func need(t testing.TB, program string) {
	t.Helper()
	if _, err := exec.LookPath(program); err == nil {
		return
	}
	if os.Getenv("CI") != "" {
		t.Fatalf("there is no %s; run .ci/tools", program)
	}
	t.Skipf("there is no %s; run .ci/tools to install it", program)
}

// tool runs a program and returns what it says; anything on its error output
// is a failure.
func tool(t testing.TB, program string, args ...string) string {
	t.Helper()
	need(t, program)
	cmd := exec.Command(program, args...)
	var out, problems bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &problems
	if err := cmd.Run(); err != nil || problems.Len() > 0 {
		t.Fatalf("%s %s: %v\n%s%s", program, strings.Join(args, " "), err, problems.String(), out.String())
	}
	return out.String()
}

// checkFile has other programs look for damage.
func checkFile(t testing.TB, file string) {
	t.Helper()
	tool(t, "qpdf", "--check", file)
	tool(t, "pdfinfo", file)
}

var space = regexp.MustCompile(`\s+`)

// flat is text on one line, without what only lines need.
func flat(s string) string {
	s = strings.ReplaceAll(s, string(softHyphen)+"\n", "")
	return strings.TrimSpace(space.ReplaceAllString(strings.Map(func(r rune) rune {
		switch {
		case r == noBreakSpace || r == '\f':
			return ' '
		case r == softHyphen || r == mayBreak || unicode.Is(unicode.Cf, r):
			return -1
		case r == noBreakDash:
			return '-'
		}
		return r
	}, s), " "))
}

// structureText is the text of the structure tree in its order, as poppler
// reads it aloud, without the tags.
func structureText(t testing.TB, file string) string {
	t.Helper()
	var b strings.Builder
	for _, m := range regexp.MustCompile(`(?m)^\s*"(.*)"$`).FindAllStringSubmatch(tool(t, "pdfinfo", "-struct-text", file), -1) {
		b.WriteString(m[1])
		b.WriteByte(' ')
	}
	return flat(b.String())
}
