package theme_test

import (
	"bytes"
	"os"
	"testing"

	"mentorbook/generator/theme"
)

// BenchmarkPage is what a page costs beyond its Markdown. Ten thousand pages
// should spend no more than 50 µs each here.
func BenchmarkPage(b *testing.B) {
	th, _, err := theme.Load(os.DirFS("../../templates"), nil, []string{"en", "fi", "sv"}, theme.Options{Accent: "#0b6e6e"})
	if err != nil {
		b.Fatal(err)
	}
	for _, name := range []string{"article", "ground-rule", "meeting", "home"} {
		b.Run(name, func(b *testing.B) {
			v := views("en")[name]
			var buf bytes.Buffer
			b.ReportAllocs()
			for b.Loop() {
				buf.Reset()
				if f := th.Render(&buf, "en", name+".html", v); f != nil {
					b.Fatal(f.Message("en"))
				}
			}
		})
	}
}

// BenchmarkLoad is what a build pays once: reading the theme, bundling and
// minifying its style sheet and scripts, parsing the templates.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, _, err := theme.Load(os.DirFS("../../templates"), nil, []string{"en", "fi", "sv"}, theme.Options{Accent: "#0b6e6e"}); err != nil {
			b.Fatal(err)
		}
	}
}
