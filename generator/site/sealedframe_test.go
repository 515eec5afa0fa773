package site

import (
	"bytes"
	"html/template"
	"strings"
	"testing"

	"mentorbook/generator/finding"
)

func TestASealedPageIsTheSameWhetherItsFrameIsSharedOrNot(t *testing.T) {
	t.Parallel()
	seals := []SealedView{
		{Name: "abc234", Check: "0f", Version: 1, Text: "aa+bb/cc=="},
		{Name: "xyz567", Check: "10", Version: 1, Text: "+++"},
		{Name: "xyz", Check: "", Version: 1, Text: strings.Repeat("Q", 5000)},
	}
	for name, page := range map[string]string{
		"as the theme has it": `<p data-name="{{.Name}}" data-check="{{.Check}}" data-version="{{.Version}}"><pre hidden>{{.Text}}</pre>`,
		"more than once":      `<title>{{.Name}}</title><pre>{{.Text}}</pre><p data-again="{{.Text}}">{{.Name}}{{.Check}}`,
		"not at all":          `<p>Closed.`,
		"measured":            `<pre data-size="{{len .Text}}">{{.Text}}</pre>`,
	} {
		tmpl := template.Must(template.New("").Parse(page))
		render := func(s SealedView) ([]byte, []finding.Finding) {
			var b bytes.Buffer
			if err := tmpl.Execute(&b, s); err != nil {
				t.Fatal(err)
			}
			return b.Bytes(), nil
		}
		var frame sealedFrame
		for _, s := range seals {
			want, _ := render(s)
			got, fs := frame.page(s, render)
			if len(fs) > 0 || !bytes.Equal(got, want) {
				t.Errorf("%s: %.200q, not %.200q %v", name, got, want, fs)
			}
		}
	}
}
