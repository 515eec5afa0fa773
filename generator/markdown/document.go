// Package markdown turns the Markdown of a page into HTML with holes.
//
// What a page alone can't know (where its links lead, how large an image is,
// what ids its headings get in the end) is left open: a Document holds the
// HTML and a list of slots, and Append fills them. So a page is parsed and
// rendered once, on any core, whatever the rest of the handbook says.
//
// goldmark parses; the renderer is our own (render.go), since typography, role
// passages and slots touch most kinds of node. A page from goldmark's own
// renderer would be the same HTML but for these.
package markdown

import (
	"html/template"
	"strconv"

	"mentorbook/generator/finding"
)

// Document is a page's body. It is not changed once made.
type Document struct {
	Title        string // of a leading heading of level 1, which is not part of the HTML; or ""
	Headings     []Heading
	Links        []Link  // in the order of the text
	Images       []Image // in the order of the text
	Placeholders []Placeholder
	Anchors      []string // ids that are not headings'
	Words        int      // of text, roughly

	html  []byte
	slots []slot
}

// Heading is a heading of level 2 to 6.
type Heading struct {
	Level    int
	Text     string // without markup
	ID       string // as the text, or {#id}, gives it; unique within the page
	Explicit bool   // the page itself says the id
	Place    finding.Place
}

// Link is the destination of a link as it is written, percent-encoded or not.
type Link struct {
	Dest  string
	Place finding.Place
}

// Image is an image as it is written.
type Image struct {
	Dest, Alt string
	Place     finding.Place
}

// Placeholder is {name args} in the agreement.
type Placeholder struct {
	Name, Args string
	Block      bool // it stands alone in its paragraph or list item
	Place      finding.Place
}

// slot is a hole in the HTML: what is filled in at an offset.
type slot struct {
	at    int
	kind  slotKind
	index int
}

type slotKind uint8

const (
	slotLink        slotKind = iota // value of an href
	slotImage                       // value of a src, then width and height
	slotID                          // id of a heading
	slotPrefix                      // prefix of another id
	slotPlaceholder                 // HTML
)

// Fill is what goes into a document's holes. Lists may be shorter than the
// document's; what is missing is left empty.
type Fill struct {
	Links        []string
	Images       []ImageFill
	IDs          []string // of headings; nil means their own
	IDPrefix     string   // before every id, where several documents share a page
	Placeholders []template.HTML
}

// ImageFill is an image's address and its size in pixels, 0 where unknown.
type ImageFill struct {
	Src           string
	Width, Height int
}

// Append appends the finished HTML to dst.
func (d *Document) Append(dst []byte, f Fill) []byte {
	from := 0
	for _, s := range d.slots {
		dst = append(dst, d.html[from:s.at]...)
		from = s.at
		switch s.kind {
		case slotLink:
			if s.index < len(f.Links) {
				dst = appendEscaped(dst, f.Links[s.index])
			}
		case slotImage:
			if s.index < len(f.Images) {
				dst = appendImage(dst, f.Images[s.index])
			}
		case slotID:
			dst = appendEscaped(dst, f.IDPrefix)
			if s.index < len(f.IDs) {
				dst = appendEscaped(dst, f.IDs[s.index])
			} else {
				dst = appendEscaped(dst, d.Headings[s.index].ID)
			}
		case slotPrefix:
			dst = appendEscaped(dst, f.IDPrefix)
		case slotPlaceholder:
			if s.index < len(f.Placeholders) {
				dst = append(dst, f.Placeholders[s.index]...)
			}
		}
	}
	return append(dst, d.html[from:]...)
}

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

// appendImage writes the value of src; the quote that closes it stands in the
// document, after the last attribute.
func appendImage(dst []byte, img ImageFill) []byte {
	dst = appendEscaped(dst, img.Src)
	if img.Width > 0 && img.Height > 0 {
		dst = append(dst, `" width="`...)
		dst = strconv.AppendInt(dst, int64(img.Width), 10)
		dst = append(dst, `" height="`...)
		dst = strconv.AppendInt(dst, int64(img.Height), 10)
	}
	return dst
}

// appendEscaped appends text for HTML, in an attribute or outside.
func appendEscaped[T string | []byte](dst []byte, text T) []byte {
	from := 0
	for i := range len(text) {
		var esc string
		switch text[i] {
		case '&':
			esc = "&amp;"
		case '<':
			esc = "&lt;"
		case '>':
			esc = "&gt;"
		case '"':
			esc = "&#34;"
		default:
			continue
		}
		dst = append(dst, text[from:i]...)
		dst = append(dst, esc...)
		from = i + 1
	}
	return append(dst, text[from:]...)
}
