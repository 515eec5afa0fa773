package markdown

import (
	"bytes"
	"html"
)

// Text walks the document's text without its markup, section by section: each
// is called with the number of the heading that opens a section, -1 before the
// first, and the text below it. Blocks end with a line feed, other white space
// is a space. Headings themselves, references to footnotes and placeholders
// that stand alone are not part of it; for a placeholder within a text stands
// an ellipsis. buf is room to work in; it is returned for the next call, and
// what each gets is good until then.
func (d *Document) Text(buf []byte, each func(heading int, text []byte)) []byte {
	t := textWalk{html: d.html, slots: d.slots, blanks: d.blanks(), out: buf[:0], each: each, heading: -1}
	t.walk()
	t.flush()
	return t.out
}

// blanks are the offsets of the placeholders within texts.
func (d *Document) blanks() (list []uint32) {
	if len(d.Placeholders) == 0 {
		return nil
	}
	for _, s := range d.slots {
		if s.kind == slotPlaceholder && !d.Placeholders[s.index].Block {
			list = append(list, s.at)
		}
	}
	return list
}

type textWalk struct {
	html    []byte
	slots   []slot
	blanks  []uint32 // still to come
	out     []byte
	each    func(int, []byte)
	heading int
}

func (t *textWalk) flush() {
	if text := bytes.TrimSpace(t.out); len(text) > 0 || t.heading >= 0 {
		t.each(t.heading, text)
	}
	t.out = t.out[:0]
}

func (t *textWalk) walk() {
	for i := 0; i < len(t.html); {
		run := t.html[i:]
		tag := bytes.IndexByte(run, '<')
		if tag >= 0 {
			run = run[:tag]
		}
		for len(t.blanks) > 0 && int(t.blanks[0]) <= i+len(run) {
			if n := int(t.blanks[0]) - i; n >= 0 { // else in what has been passed over
				t.run(run[:n], i)
				t.out = append(t.out, "…"...)
				run, i = run[n:], i+n
			}
			t.blanks = t.blanks[1:]
		}
		if i += t.run(run, i); tag >= 0 && i < len(t.html) && t.html[i] == '<' {
			i = t.tag(i)
		}
	}
}

// run writes what stands between two tags, and returns how much of it that is:
// a reference may go beyond it.
func (t *textWalk) run(run []byte, at int) int {
	if bytes.IndexByte(run, '&') < 0 && bytes.IndexByte(run, '\n') < 0 && bytes.IndexByte(run, '\t') < 0 {
		t.text(run)
		return len(run)
	}
	from := 0
	for i := 0; i < len(run); {
		switch run[i] {
		case '&':
			t.text(run[from:i])
			i = t.entity(at+i) - at
			from = i
		case '\n', '\t':
			t.text(run[from:i])
			t.space()
			i++
			from = i
		default:
			i++
		}
		if from > len(run) {
			return from
		}
	}
	t.text(run[from:])
	return len(run)
}

func (t *textWalk) text(run []byte) {
	if n := len(t.out); len(run) > 0 && run[0] == ' ' && n > 0 && t.out[n-1] == '\n' {
		run = run[1:]
	}
	t.out = append(t.out, run...)
}

func (t *textWalk) space() {
	if n := len(t.out); n > 0 && t.out[n-1] != ' ' && t.out[n-1] != '\n' {
		t.out = append(t.out, ' ')
	}
}

func (t *textWalk) line() {
	n := len(t.out)
	if n > 0 && t.out[n-1] == ' ' {
		n--
		t.out = t.out[:n]
	}
	if n > 0 && t.out[n-1] != '\n' {
		t.out = append(t.out, '\n')
	}
}

// entity writes the character that a reference at i stands for.
func (t *textWalk) entity(i int) int {
	end := bytes.IndexByte(t.html[i:min(i+40, len(t.html))], ';')
	if end < 0 {
		t.out = append(t.out, '&')
		return i + 1
	}
	ref := t.html[i : i+end+1]
	switch string(ref) {
	case "&lt;":
		t.out = append(t.out, '<')
	case "&gt;":
		t.out = append(t.out, '>')
	case "&amp;":
		t.out = append(t.out, '&')
	case "&#34;":
		t.out = append(t.out, '"')
	case "&#39;":
		t.out = append(t.out, '\'')
	default:
		t.out = append(t.out, html.UnescapeString(string(ref))...)
	}
	return i + len(ref)
}

// tag passes the tag at i, with what it holds where that is no text.
func (t *textWalk) tag(i int) int {
	if bytes.HasPrefix(t.html[i:], []byte("<!--")) {
		return t.after(i, "-->")
	}
	end := tagEnd(t.html, i)
	tag := t.html[i:end]
	name := tagName(tag)
	if heading := t.headingIn(i, end); heading >= 0 {
		t.line()
		t.flush()
		t.heading = heading
		return t.after(end, "</"+string(name)+">")
	}
	switch {
	case string(name) == "script" || string(name) == "style":
		return t.after(end, "</"+string(name)+">")
	case string(name) == "a" && bytes.Contains(tag, []byte(`role="doc-`)): // to a footnote and back
		return t.after(end, "</a>")
	case string(name) == "br":
		t.space()
	case !inlineTag(name):
		t.line()
	}
	return end
}

// after is where the text goes on after what ends a piece of HTML.
func (t *textWalk) after(i int, ending string) int {
	if at := bytes.Index(t.html[i:], []byte(ending)); at >= 0 {
		return i + at + len(ending)
	}
	return len(t.html)
}

// headingIn is the number of the heading whose id stands in a tag, or -1.
func (t *textWalk) headingIn(from, to int) int {
	for len(t.slots) > 0 && int(t.slots[0].at) < to {
		s := t.slots[0]
		t.slots = t.slots[1:]
		if s.kind == slotID && int(s.at) >= from {
			return int(s.index)
		}
	}
	return -1
}

// tagEnd is where a tag that begins at i is over; > within quotes does not end it.
func tagEnd(h []byte, i int) int {
	quote := byte(0)
	for ; i < len(h); i++ {
		switch c := h[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1
		}
	}
	return len(h)
}

// tagName is the name of an element in one of its tags, in lower case.
func tagName(tag []byte) []byte {
	if tag = tag[1:]; len(tag) > 0 && tag[0] == '/' {
		tag = tag[1:]
	}
	n, upper := 0, false
	for n < len(tag) && (tag[n]|0x20 >= 'a' && tag[n]|0x20 <= 'z' || tag[n] >= '0' && tag[n] <= '9') {
		upper = upper || tag[n] >= 'A' && tag[n] <= 'Z'
		n++
	}
	if upper {
		return bytes.ToLower(tag[:n])
	}
	return tag[:n]
}

// inlineTag reports whether text goes on through an element.
func inlineTag(name []byte) bool {
	switch string(name) {
	case "a", "em", "strong", "code", "span", "b", "i", "del", "ins", "mark", "kbd", "abbr", "sup", "sub", "small", "cite", "q", "s", "u", "wbr", "img", "input":
		return true
	}
	return false
}
