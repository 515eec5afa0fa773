package site

import (
	"bytes"
	"strconv"
	"strings"
)

// frame is what html/template made of a template, cut apart at what differs
// from one time to the next. Running the template anew for each of ten
// thousand pages was a sixth of all that a build cost.
//
// A frame is rendered with markers for the values, which every escaper leaves
// as they are, and then filled with the values themselves, escaped as
// html/template does it in text and in quoted attributes. That gives the same
// only where the template does no more with a value than to show it, or to ask
// whether it is there. The theme's own templates do so, and tests hold them to
// it; a user's may not. In any case the first page is rendered both ways, and a
// frame that gives anything else is not used.
type frame []framePart

// framePart is a stretch of a frame, and which value follows it; -1 at the end.
type framePart struct {
	text  string
	value int
}

// value goes into a frame.
type value struct {
	text  string
	ready bool // it is HTML, or an address, and needs no escaping
}

func plain(text string) value       { return value{text: text} }
func ready[S ~string](text S) value { return value{string(text), true} }

const (
	markerName = "mentorbookvalue"
	markerSize = len(markerName) + 2
)

// marker stands for a value, 0 to 99, until the frame is cut.
func marker(i int) string { return markerName + strconv.Itoa(i/10) + strconv.Itoa(i%10) }

// newFrame cuts HTML at its markers.
func newFrame(html string) frame {
	var f frame
	for {
		at := strings.Index(html, markerName)
		if at < 0 || at+markerSize > len(html) {
			return append(f, framePart{html, -1})
		}
		n, err := strconv.Atoi(html[at+len(markerName) : at+markerSize])
		if err != nil || n < 0 {
			return nil // the name stands in a text of the programme's own
		}
		f = append(f, framePart{html[:at], n})
		html = html[at+markerSize:]
	}
}

// heldTo returns the frame if it makes of the values what the template made of
// them, and nil otherwise.
func (f frame) heldTo(whole []byte, values []value) frame {
	if f == nil || !bytes.Equal(f.appendTo(nil, values), whole) {
		return nil
	}
	return f
}

// appendTo appends the frame with its values.
func (f frame) appendTo(dst []byte, values []value) []byte {
	for _, p := range f {
		dst = append(dst, p.text...)
		switch {
		case p.value < 0 || p.value >= len(values):
		case values[p.value].ready:
			dst = append(dst, values[p.value].text...)
		default:
			dst = appendEscaped(dst, values[p.value].text)
		}
	}
	return dst
}

// appendEscaped escapes text as html/template does within text and quoted
// attributes.
func appendEscaped(dst []byte, s string) []byte {
	from := 0
	for i := range len(s) {
		var with string
		switch s[i] {
		case 0:
			with = "\uFFFD"
		case '"':
			with = "&#34;"
		case '&':
			with = "&amp;"
		case '\'':
			with = "&#39;"
		case '+':
			with = "&#43;"
		case '<':
			with = "&lt;"
		case '>':
			with = "&gt;"
		default:
			continue
		}
		dst = append(append(dst, s[from:i]...), with...)
		from = i + 1
	}
	return append(dst, s[from:]...)
}
