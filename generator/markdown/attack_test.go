package markdown

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestTmpAttack(t *testing.T) {
	rep := strings.Repeat
	cases := []struct {
		name string
		f    func(n int) string
	}{
		{"quote one line", func(n int) string { return rep(">", n) + " a" }},
		{"quote one line sp", func(n int) string { return rep("> ", n) + " a" }},
		{"quote staircase", func(n int) string {
			var b strings.Builder
			for i := 0; b.Len() < n*2; i++ {
				b.WriteString(rep(">", i) + "a\n")
			}
			return b.String()
		}},
		{"quote deep then lazy", func(n int) string { return rep(">", n/2) + "a\n" + rep("b\n", n/2) }},
		{"quote deep then blank", func(n int) string { return rep(rep(">", 100)+"\n", n/100) }},
		{"list one line", func(n int) string { return rep("- ", n/2) + "a" }},
		{"list stairs", func(n int) string {
			var b strings.Builder
			for i := 0; b.Len() < n; i++ {
				b.WriteString(rep("  ", i) + "- a\n")
			}
			return b.String()
		}},
		{"bracket open", func(n int) string { return rep("[", n) }},
		{"bracket open a", func(n int) string { return rep("[a", n/2) }},
		{"bracket pairs", func(n int) string { return rep("[a]", n/3) }},
		{"bracket nest", func(n int) string { return rep("[", n/2) + "a" + rep("]", n/2) }},
		{"bracket nest links", func(n int) string { return rep("[", n/5) + "a" + rep("](u)", n/5) }},
		{"image nest", func(n int) string { return rep("![", n/6) + "a" + rep("](u)", n/6) }},
		{"image open", func(n int) string { return rep("![", n/2) }},
		{"link open", func(n int) string { return rep("[a](", n/4) }},
		{"link open angle", func(n int) string { return rep("[a](<", n/5) }},
		{"link open title", func(n int) string { return rep("[a](b \"", n/7) }},
		{"ref open", func(n int) string { return rep("[a][", n/4) }},
		{"star open", func(n int) string { return rep("*a ", n/3) }},
		{"star close", func(n int) string { return rep("a* ", n/3) }},
		{"star both", func(n int) string { return rep("*a_ ", n/4) }},
		{"star **", func(n int) string { return rep("a**b*c ", n/7) }},
		{"star both2", func(n int) string { return rep("a **b*", n/6) + rep("c* ", n/6) }},
		{"star run", func(n int) string { return rep("*", n/2) + "a" + rep("*", n/2) }},
		{"star nested", func(n int) string { return rep("*a **b ", n/14) + rep("c** d*", n/14) }},
		{"tilde", func(n int) string { return rep("~~a ", n/4) }},
		{"tilde2", func(n int) string { return rep("~a~~b ", n/6) }},
		{"backticks", func(n int) string {
			var b strings.Builder
			for i := 1; b.Len() < n; i++ {
				b.WriteString("e" + rep("`", i))
			}
			return b.String()
		}},
		{"backtick pairs", func(n int) string { return rep("`a``b", n/5) }},
		{"lt", func(n int) string { return rep("<", n) }},
		{"lt a", func(n int) string { return rep("<a ", n/3) }},
		{"lt a=", func(n int) string { return rep("<a href=\"", n/9) }},
		{"lt !--", func(n int) string { return rep("x<!--", n/5) }},
		{"lt ?", func(n int) string { return rep("x<?", n/3) }},
		{"lt ![CDATA", func(n int) string { return rep("x<![CDATA[", n/10) }},
		{"lt !A", func(n int) string { return rep("x<!A ", n/5) }},
		{"b nest", func(n int) string { return rep("x<b>", n/4) }},
		{"b class nest", func(n int) string {
			var b strings.Builder
			for i := 0; b.Len() < n; i++ {
				fmt.Fprintf(&b, "x<b class=\"a%d\">", i)
			}
			return b.String()
		}},
		{"b class p", func(n int) string {
			var b strings.Builder
			for i := 0; b.Len() < n; i++ {
				fmt.Fprintf(&b, "x<b class=\"a%d\">\n\n", i)
			}
			return b.String()
		}},
		{"div nest", func(n int) string { return rep("<div>\n\n", n/7) }},
		{"table raw nest", func(n int) string { return "<div>\n" + rep("<table><tr><td>", n/15) }},
		{"table raw", func(n int) string { return "<div>\n" + rep("<table>a<a>b", n/12) }},
		{"em raw misnest", func(n int) string { return "<div>\n" + rep("<em><a>", n/14) + rep("</em></a>", n/14) }},
		{"close tags", func(n int) string { return "<div>\n" + rep("</p>", n/4) }},
		{"autolink", func(n int) string { return rep("<http://a", n/9) }},
		{"at", func(n int) string { return rep("a@", n/2) }},
		{"at b", func(n int) string { return rep("a@a.", n/4) }},
		{"at sp", func(n int) string { return rep("a.b@", n/4) + " " + rep("x ", n/2) }},
		{"www", func(n int) string { return rep("www.", n/4) }},
		{"www (", func(n int) string { return "www.a.b" + rep("(", n/2) + rep(")", n/2) }},
		{"www &", func(n int) string { return "www.a.b" + rep("&amp;", n/5) }},
		{"http", func(n int) string { return rep("http://", n/7) }},
		{"http sp", func(n int) string { return rep("http://a.b ", n/11) }},
		{"http (", func(n int) string { return rep("(http://a.b", n/11) }},
		{"table cols", func(n int) string { return rep("|a", n/4) + "|\n" + rep("|-", n/4) + "|\n" }},
		{"table rows", func(n int) string { return "|a|b|\n|-|-|\n" + rep("|a\n", n/3) }},
		{"table square", func(n int) string { return rep("|a", 1000) + "|\n" + rep("|-", 1000) + "|\n" + rep("|a\n", n/3) }},
		{"table maybe", func(n int) string { return rep("a|b\n", n/4) }},
		{"table maybe2", func(n int) string { return rep("a\n-|-|-\n", n/8) }},
		{"refs", func(n int) string {
			var b strings.Builder
			for i := 0; b.Len() < n; i++ {
				fmt.Fprintf(&b, "[a%d]: b\n", i)
			}
			return b.String()
		}},
		{"refs bad", func(n int) string { return rep("[a]: b c\n", n/9) }},
		{"refs open", func(n int) string { return rep("[a]: <b\n", n/8) }},
		{"refs title open", func(n int) string { return rep("[a]: b \"c\n", n/10) }},
		{"footnotes", func(n int) string {
			var b strings.Builder
			for i := 0; b.Len() < n; i++ {
				fmt.Fprintf(&b, "a[^%d]\n\n[^%d]: x\n\n", i, i)
			}
			return b.String()
		}},
		{"footnote refs", func(n int) string { return "[^1]: x\n\n" + rep("a[^1] ", n/6) }},
		{"footnote bad", func(n int) string { return rep("[^", n/2) }},
		{"deflist", func(n int) string { return rep("a\n: b\n\n", n/7) }},
		{"deflist nest", func(n int) string { return "a\n" + rep(": ", n/2) + "b" }},
		{"deflist cont", func(n int) string { return "a\n" + rep(": b\n", n/4) }},
		{"heading same", func(n int) string { return rep("## a\n", n/5) }},
		{"heading attr", func(n int) string { return "## a " + rep("{#a ", n/4) }},
		{"heading attr2", func(n int) string { return "## a " + rep("{", n) }},
		{"setext", func(n int) string { return rep("a\n", n/2) + "---\n" }},
		{"para lines", func(n int) string { return rep("a\n", n/2) }},
		{"entities", func(n int) string { return rep("&", n) }},
		{"entities2", func(n int) string { return rep("&amp;", n/5) }},
		{"backslash", func(n int) string { return rep("\\", n) }},
		{"backslash nl", func(n int) string { return rep("\\\n", n/2) }},
		{"quotes", func(n int) string { return rep("\"'", n/2) }},
		{"dashes", func(n int) string { return rep("-- ", n/3) }},
		{"dashes run", func(n int) string { return "a" + rep("-", n) }},
		{"dots run", func(n int) string { return "a" + rep(".", n) }},
		{"placeholders", func(n int) string { return rep("{a}", n/3) }},
		{"placeholder open", func(n int) string { return rep("{a", n/2) }},
		{"word", func(n int) string { return rep("a", n) }},
		{"spaces", func(n int) string { return "a" + rep(" ", n) + "b" }},
		{"tabs", func(n int) string { return "a" + rep("\t", n) + "b" }},
		{"list items", func(n int) string { return rep("- a\n", n/4) }},
		{"list blank", func(n int) string { return rep("-\n", n/2) }},
		{"list loose", func(n int) string { return rep("- a\n\n", n/5) }},
		{"tasks", func(n int) string { return rep("- [ ] a\n", n/8) }},
		{"lists alternate", func(n int) string { return rep("- a\n+ b\n", n/8) }},
		{"blank in list", func(n int) string { return "- a\n" + rep("\n", n) + "  b" }},
		{"code fence", func(n int) string { return rep("```\n", n/4) }},
		{"code indent", func(n int) string { return rep("    a\n", n/6) }},
		{"alerts", func(n int) string { return rep("> [!NOTE]\n\n", n/11) }},
		{"langspan", func(n int) string { return rep("[a", n/2) + rep("]{lang=en}", n/10) }},
	}
	c := New(Options{Lang: "en", Placeholders: true, Labels: Labels{Note: "Note"}})
	for _, tc := range cases {
		var ms [3]float64
		for i, n := range []int{10_000, 40_000, 160_000} {
			if i > 0 && ms[i-1] > 800 {
				break
			}
			src := []byte(tc.f(n))
			start := time.Now()
			func() {
				defer func() {
					if r := recover(); r != nil {
						fmt.Println("PANIC", tc.name, r)
					}
				}()
				c.Convert("x", src, 0)
			}()
			ms[i] = float64(time.Since(start).Microseconds()) / 1000
		}
		mark := ""
		if ms[2] > 300 || ms[2] == 0 {
			mark = "  <<<<<"
		}
		fmt.Printf("%-22s %8.1f %8.1f %8.1f%s\n", tc.name, ms[0], ms[1], ms[2], mark)
	}
}
