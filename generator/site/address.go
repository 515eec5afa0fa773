package site

import "strings"

// relative returns the link from the page at one address to another address,
// both slash paths below the site's root, ready for an attribute. A fragment
// may follow the second.
func relative(from, to string) string {
	common := 0
	for i := 0; i < len(from) && i < len(to) && from[i] == to[i]; i++ {
		if from[i] == '/' {
			common = i + 1
		}
	}
	ups := strings.Count(from[common:], "/")
	if ups == 0 && needsNoEscape(to[common:]) {
		return to[common:]
	}
	var b strings.Builder
	b.Grow(3*ups + len(to) - common)
	for range ups {
		b.WriteString("../")
	}
	escapePath(&b, to[common:])
	return b.String()
}

// rootFrom returns the way from the page at an address to the site's root: "", "../" …
func rootFrom(address string) string {
	return strings.Repeat("../", strings.Count(address, "/"))
}

func plainByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("-._~/", c) >= 0
}

func needsNoEscape(s string) bool {
	for i := range len(s) {
		if !plainByte(s[i]) {
			return false
		}
	}
	return true
}

// escapePath percent-encodes all but unreserved characters and slashes (RFC 3986, 2.3).
func escapePath(b *strings.Builder, s string) {
	const hex = "0123456789ABCDEF"
	for i := range len(s) {
		c := s[i]
		if plainByte(c) {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('%')
		b.WriteByte(hex[c>>4])
		b.WriteByte(hex[c&15])
	}
}

func escaped(s string) string {
	if needsNoEscape(s) {
		return s
	}
	var b strings.Builder
	escapePath(&b, s)
	return b.String()
}
