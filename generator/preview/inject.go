package preview

import (
	"bytes"
	"html/template"
	"strconv"

	"github.com/zeebo/xxh3"
)

// tag is the preview's script as a page holds it, and what the script knows of
// the page.
type tag struct {
	Address string // that it was asked for at
	Hash    string // of its bytes as published
	Source  string // its file, or ""
	State   int    // of the files beside the pages
}

var tagHTML = template.Must(template.New("tag").Parse(
	`<script src="` + own + `preview.js" defer data-address="{{.Address}}" data-hash="{{.Hash}}" data-source="{{.Source}}" data-state="{{.State}}"></script>` + "\n"))

// inject adds the preview's script to a page, before its other scripts, so
// that it sees the page as it was sent.
func inject(page []byte, t tag) []byte {
	var b bytes.Buffer
	b.Grow(len(page) + 300)
	at := bytes.Index(page, []byte("</head>"))
	if at < 0 {
		at = len(page)
	}
	if first := bytes.Index(page[:at], []byte("<script")); first >= 0 {
		at = first
	}
	b.Write(page[:at])
	if err := tagHTML.Execute(&b, t); err != nil {
		panic(err) // a constant template with three strings
	}
	b.Write(page[at:])
	return b.Bytes()
}

// hash tells states of a page apart. A page that is not there differs from
// one that is, whatever they show.
func hash(page []byte, status int) string {
	return strconv.FormatUint(xxh3.HashSeed(page, uint64(status)), 36)
}
