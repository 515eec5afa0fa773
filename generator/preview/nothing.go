package preview

import (
	"bytes"
	"html/template"
	"net/http"
	"slices"
)

// nothing is the page where there is nothing to show yet: the script lays what
// was found over it, and shows the page itself once that is mended.
var nothing = template.Must(template.New("nothing").Parse(`<!doctype html>
<html lang="{{.Words.Lang}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{.Words.Title}}</title>
<link rel="stylesheet" href="/.mentorbook/preview.css">
</head>
<body class="nothing">
<main>
<h1>{{.Words.Title}}</h1>
{{- if .Bug}}
<pre>{{.Bug}}</pre>
{{- end}}
<ul>
{{- range .Notes}}
<li><code>{{.Place}}</code>: {{.Text}}</li>
{{- end}}
</ul>
</main>
</body>
</html>
`))

type nothingView struct {
	Words pageText
	Bug   string
	Notes []struct{ Place, Text string }
}

func (p *preview) sendNothing(w http.ResponseWriter, q *http.Request, address string, s shown) {
	v := nothingView{Words: wordsIn(p.Lang)}
	p.mu.RLock()
	found := slices.Concat(s.findings, p.findings)
	for _, f := range found[:min(len(found), notesShown)] {
		v.Notes = append(v.Notes, struct{ Place, Text string }{f.Place.String(), f.Message(p.Lang)})
	}
	p.mu.RUnlock()
	var b bytes.Buffer
	if err := nothing.Execute(&b, v); err != nil {
		panic(err) // strings only
	}
	send(w, q, http.StatusServiceUnavailable, "nothing.html", inject(b.Bytes(), tag{Address: address}))
}

// bug answers a request that ended in a panic.
func (p *preview) bug(w http.ResponseWriter, text string) {
	var b bytes.Buffer
	if err := nothing.Execute(&b, nothingView{Words: wordsIn(p.Lang), Bug: text}); err != nil {
		return
	}
	w.Header().Set("Content-Type", contentType(".html"))
	w.WriteHeader(http.StatusInternalServerError)
	w.Write(inject(b.Bytes(), tag{}))
}
