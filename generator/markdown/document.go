// Package markdown turns the Markdown of a page into HTML with holes.
//
// What a page alone can't know (where its links lead, how large an image is,
// what ids its headings get in the end) is left open: a Document holds the
// HTML and a list of slots, and Append fills them. So a page is parsed and
// rendered once, on any core, whatever the rest of the handbook says.
//
// goldmark parses (parser.go lists what it reads, and what we add); the
// renderer is our own (render.go and its neighbours, one idea a file), since
// typography, role passages and slots touch most kinds of node.
package markdown

import (
	"html/template"
	"strconv"

	"mentorbook/generator/finding"
)

// Document is a page's body. It is not changed once made.
type Document struct {
	Title        string        // of a leading heading of level 1, which is not part of the HTML; or ""
	TitlePlace   finding.Place // of that heading
	Headings     []Heading
	Links        []Link  // in the order of the text
	Images       []Image // in the order of the text
	Placeholders []Placeholder
	Anchors      []string // ids that are not headings'
	Words        int      // of text, roughly
	ForRoles     bool     // it has a passage for one role

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
	Block      bool // it stands alone in its paragraph, list item or definition
	Place      finding.Place
}

// slot is a hole in the HTML: what is filled in at an offset. Slots are in
// the order of their offsets. Many are kept, so they are small.
type slot struct {
	at    uint32
	index uint32
	kind  slotKind
}

type slotKind uint8

const (
	slotLink        slotKind = iota // value of an href
	slotImage                       // value of a src, then width and height
	slotSource                      // value of a src of an image that says its size itself
	slotID                          // id of a heading
	slotPrefix                      // prefix of another id
	slotPlaceholder                 // HTML
)

// Fill is what goes into a document's holes. Lists may be shorter than the
// document's; what is missing is left empty.
type Fill struct {
	Links        []string // addresses, percent-encoded or not
	Images       []ImageFill
	IDs          []string        // of headings; nil means their own
	IDPrefix     string          // before every id, where several documents share a page
	Placeholders []template.HTML // spliced as they are; the caller escapes
}

// ImageFill is an image's address and its size in pixels, 0 where unknown.
type ImageFill struct {
	Src           string
	Width, Height int
}

// Size is how many bytes the HTML has without what goes into its holes.
func (d *Document) Size() int { return len(d.html) }

// Append appends the finished HTML to dst.
func (d *Document) Append(dst []byte, f Fill) []byte {
	from := 0
	for _, s := range d.slots {
		dst = append(dst, d.html[from:s.at]...)
		from = int(s.at)
		dst = d.appendSlot(dst, s, &f)
	}
	return append(dst, d.html[from:]...)
}

func (d *Document) appendSlot(dst []byte, s slot, f *Fill) []byte {
	i := int(s.index)
	switch s.kind {
	case slotLink:
		if i < len(f.Links) {
			dst = appendAddress(dst, f.Links[i])
		}
	case slotImage:
		if i < len(f.Images) {
			dst = appendImage(dst, f.Images[i])
		}
	case slotSource:
		if i < len(f.Images) {
			dst = appendAddress(dst, f.Images[i].Src)
		}
	case slotID:
		dst = appendEscaped(dst, f.IDPrefix)
		if i < len(f.IDs) {
			dst = appendEscaped(dst, f.IDs[i])
		} else {
			dst = appendEscaped(dst, d.Headings[i].ID)
		}
	case slotPrefix:
		dst = appendEscaped(dst, f.IDPrefix)
	case slotPlaceholder:
		if i < len(f.Placeholders) {
			dst = append(dst, f.Placeholders[i]...)
		}
	}
	return dst
}

// appendImage writes the value of src; the quote that closes it stands in the
// document, and closes the last attribute.
func appendImage(dst []byte, img ImageFill) []byte {
	dst = appendAddress(dst, img.Src)
	if img.Width > 0 && img.Height > 0 {
		dst = append(dst, `" width="`...)
		dst = strconv.AppendInt(dst, int64(img.Width), 10)
		dst = append(dst, `" height="`...)
		dst = strconv.AppendInt(dst, int64(img.Height), 10)
	}
	return dst
}
