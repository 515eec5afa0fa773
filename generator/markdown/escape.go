package markdown

// htmlEscapes are the bytes that HTML needs escaped, in text and in attributes
// within double quotes.
var htmlEscapes = [256]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&#34;"}

// appendEscaped appends text for HTML, in an attribute or outside.
func appendEscaped[T string | []byte](dst []byte, text T) []byte {
	from := 0
	for i := range len(text) {
		esc := htmlEscapes[text[i]]
		if esc == "" {
			continue
		}
		dst = append(dst, text[from:i]...)
		dst = append(dst, esc...)
		from = i + 1
	}
	return append(dst, text[from:]...)
}

// addressEscapes marks the bytes that no address may hold as they are
// (WHATWG URL, the path percent-encode set, with control characters).
var addressEscapes = func() (set [256]bool) {
	for c := range byte(' ' + 1) {
		set[c] = true
	}
	for _, c := range []byte("\"<>\\^`{|}\x7f") {
		set[c] = true
	}
	return set
}()

// appendAddress appends an address for an attribute. What is percent-encoded
// stays so; letters beyond ASCII stay readable, as browsers allow.
func appendAddress(dst []byte, address string) []byte {
	const hex = "0123456789ABCDEF"
	from := 0
	for i := range len(address) {
		c := address[i]
		if c != '&' && !addressEscapes[c] {
			continue
		}
		dst = append(dst, address[from:i]...)
		if c == '&' {
			dst = append(dst, "&amp;"...)
		} else {
			dst = append(dst, '%', hex[c>>4], hex[c&15])
		}
		from = i + 1
	}
	return append(dst, address[from:]...)
}
