package paper

import (
	"net/url"
	"strings"
	"unicode"
)

// spans turns spans into pieces of lines that are at most width wide.
func (l *layout) spans(el *element, spans []Span, st style, width length) []piece {
	pieces := trimSpaces(l.apart(func() { l.addSpans(el, spans, st, width) }))
	for _, b := range boxesOf(pieces) {
		if b.width > width {
			l.narrowInput(pieces[b.from:b.to], width)
		}
	}
	return pieces
}

// narrowInput makes room on a field's line for what stands right before and
// after it, such as a full stop.
func (l *layout) narrowInput(box []piece, width length) {
	var input *piece
	for i := range box {
		switch {
		case box[i].kind != inputPiece:
			width -= box[i].width
		case input != nil || box[i].input.field.Kind == TickField:
			return
		default:
			input = &box[i]
		}
	}
	if input != nil && width > usualWidth*letterWidth/2 {
		*input = l.inputPiece(input.el, input.input.field, width)
	}
}

func (l *layout) addSpans(el *element, spans []Span, st style, width length) {
	var link *element
	for i := range spans {
		s := &spans[i]
		address := l.target(s.Link)
		switch {
		case address == "":
			link = nil
		case link == nil || spans[i-1].Link != s.Link:
			link = el.child("Link")
		}
		l.span(el, link, s, st.emphasis(s.Bold, s.Italic), address, width)
	}
}

func (l *layout) span(el, link *element, s *Span, st style, address string, width length) {
	if link != nil {
		el = link
		st.link, st.colour = address, petrol
	}
	switch {
	case s.Break:
		l.stack = append(l.stack, piece{kind: endPiece})
		return
	case s.Field != nil:
		if n := len(l.stack); n > l.base && s.Field.Kind == TickField && l.stack[n-1].kind == spacePiece {
			l.stack[n-1].width += tickBefore
		}
		input := l.inputPiece(el, s.Field, width)
		l.stack = append(l.stack, input)
		return
	}
	if lang := languageTag(s.Lang); lang != "" {
		el = el.child("Span")
		el.lang = lang
	}
	if s.Struck {
		el = el.child("Span")
		el.attrs = attrStruck
		st.struck = true
	}
	if s.Code {
		el = el.child("Code")
		st.face, st.size = mono, st.size*92/100
	}
	l.text(el, st, s.Text, false)
}

// target is the address of a link where it may be followed: to a heading of
// this document, a page of the web, or a mail.
func (l *layout) target(link string) string {
	if id, internal := strings.CutPrefix(link, "#"); internal {
		if l.ids[id] {
			return link
		}
		return ""
	}
	return safeAddress(link)
}

// safeAddress is an address as PDF holds it, in ASCII; "" where its scheme is
// none of http, https, and mailto, or it is no address.
func safeAddress(s string) string {
	if strings.ContainsFunc(s, unicode.IsControl) {
		return ""
	}
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil {
		return ""
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		if u.Host == "" {
			return ""
		}
	case "mailto":
		if u.Opaque == "" {
			return ""
		}
	default:
		return ""
	}
	return escapeNonASCII(u.String())
}

// escapeNonASCII writes all other bytes as percent signs and digits.
func escapeNonASCII(s string) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c > ' ' && c < 0x7F {
			b.WriteByte(c)
		} else {
			b.Write([]byte{'%', digits[c>>4], digits[c&15]})
		}
	}
	return b.String()
}

// headingIDs gathers the IDs that links may lead to.
func headingIDs(ids map[string]bool, blocks []Block) {
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == Heading && b.ID != "" && textOf(b.Text) != "" {
			ids[b.ID] = true
		}
		headingIDs(ids, b.Blocks)
		for _, item := range b.Items {
			headingIDs(ids, item.Blocks)
		}
	}
}
