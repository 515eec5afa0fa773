package markdown

// AppendContents appends a table of contents: the headings of level 2 with
// those of level 3 below them, as nested lists of links. ids are the headings'
// final ids; nil means their own. It appends nothing where there is no
// heading of level 2.
func (d *Document) AppendContents(dst []byte, ids []string) []byte {
	level := 1
	for i, h := range d.Headings {
		if h.Level > 3 || h.Level == 3 && level == 1 {
			continue
		}
		switch {
		case h.Level == level:
			dst = append(dst, "</li>"...)
		case h.Level < level:
			dst = append(dst, "</li></ul></li>"...)
		default:
			dst = append(dst, "<ul>"...)
		}
		level = h.Level
		id := h.ID
		if i < len(ids) {
			id = ids[i]
		}
		dst = append(dst, `<li><a href="#`...)
		dst = appendEscaped(dst, id)
		dst = append(dst, `">`...)
		dst = appendEscaped(dst, h.Text)
		dst = append(dst, "</a>"...)
	}
	for ; level > 1; level-- {
		dst = append(dst, "</li></ul>"...)
	}
	return dst
}
