package markdown

import (
	"strconv"
	"strings"
	"unicode"
)

// headingID makes an id from a heading's text as forges do: lower case,
// spaces to hyphens, letters of any alphabet and digits kept, the rest dropped.
func headingID(text string) string {
	var b strings.Builder
	for _, r := range strings.TrimSpace(text) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '_':
			b.WriteRune(unicode.ToLower(r))
		case r == ' ' || r == '-' || r == '\u00a0':
			b.WriteByte('-')
		}
	}
	if b.Len() == 0 {
		return "section"
	}
	return b.String()
}

// validID reports whether an id that a page writes can serve: no character
// that an address or an attribute would have to escape.
func validID(id string) bool {
	for _, r := range id {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-_.:", r) && !unicode.Is(unicode.Mn, r) {
			return false
		}
	}
	return id != ""
}

// uniqueID adds a number to an id that the page has already.
func (w *writer) uniqueID(id string) string {
	if w.ids == nil {
		w.ids = map[string]int{}
	}
	n, taken := w.ids[id]
	if !taken {
		w.ids[id] = 0
		return id
	}
	for {
		n++
		try := id + "-" + strconv.Itoa(n)
		if _, taken := w.ids[try]; !taken {
			w.ids[id] = n
			w.ids[try] = 0
			return try
		}
	}
}
