package markdown

import (
	"strings"
	"testing"

	"mentorbook/generator/finding"
)

// Each of these takes goldmark, or the parser of HTML, time that grows with
// the square of the length, or worse. With the limits all of them together
// take about as long as one of them alone would without.
func TestWhatNobodyWritesEndsAndIsReported(t *testing.T) {
	again := strings.Repeat
	const n = 20000
	for _, c := range []struct {
		name, source string
		code         finding.Code
	}{
		{"quotations within quotations", again(">", n) + " a", finding.CodeMarkupDeep},
		{"lists within lists", again("- ", n) + "a", finding.CodeMarkupDeep},
		{"numbered lists within lists", again("1. ", n) + "a", finding.CodeMarkupDeep},
		{"lists indented ever more", stairs(300, "  ", "- a\n"), finding.CodeMarkupDeep},
		{"quotations ever deeper", stairs(300, ">", " a\n"), finding.CodeMarkupDeep},
		{"brackets within brackets", again("[", n) + "a" + again("]", n), finding.CodeMarkupDense},
		{"links without an end", again("[a](", n), finding.CodeMarkupDense},
		{"emphasis without an end", again("*a_ ", n), finding.CodeMarkupDense},
		{"strikes without an end", again("~a~~b ", n), finding.CodeMarkupDense},
		{"passages within passages", again("[a", n) + again("]{lang=en}", n), finding.CodeMarkupDense},
		{"a wide head over short rows", again("|a", 1000) + "|\n" + again("|-", 1000) + "|\n" + again("|a\n", n), finding.CodeTableSize},
		{"HTML within HTML", again("<div>\n\n", n/10), finding.CodeMarkupDeep},
		{"bold within bold", again("x<b>", n/10), finding.CodeMarkupDeep},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, findings := New(Options{}).Convert("x.md", []byte(c.source), 0)
			for _, f := range findings {
				if f.Code == c.code {
					return
				}
			}
			t.Errorf("no finding %s", c.code)
		})
	}
}

func stairs(n int, step, end string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(step, i) + end)
	}
	return b.String()
}

func TestWhatPagesHoldPassesTheLimits(t *testing.T) {
	again := strings.Repeat
	for _, c := range []struct{ name, source string }{
		{"a table of two thousand rows", "|a|b|c|\n|-|-|-|\n" + again("| [x](y.md) | *b* | c |\n", 2000)},
		{"a table with empty cells", "|a|b|c|d|e|f|\n|-|-|-|-|-|-|\n" + again("|x||||||\n", 3000)},
		{"a list of three thousand links", again("- [x](y.md) and **z**\n", 3000)},
		{"a paragraph of three hundred links", again("[x](y.md)\n**z**,\n", 300)},
		{"a rule of many marks", again("- ", 300) + "\n\n" + again("*", 3000) + "\n"},
		{"twenty quotations deep", again("> ", 20) + "a\n"},
		{"a long line", again("word ", 30000)},
		{"a long word", again("w", 150000)},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, findings := New(Options{}).Convert("x.md", []byte(c.source), 0); len(findings) > 0 {
				t.Errorf("%v", findings[0])
			}
		})
	}
}
