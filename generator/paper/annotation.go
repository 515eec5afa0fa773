package paper

import (
	"strconv"
	"strings"
)

// annotation is what can be followed or filled in on a page.
type annotation struct {
	page   *page
	box    [4]length // left, bottom, right, top
	el     *element
	number int // of its object

	link     string // an address or #ID; "" for a field
	contents string // what the link says

	input *input
	look  []byte // how a field with a value looks; nil for an empty one
}

// Flags of fields (ISO 32000-1, 12.7.4).
const (
	fieldMultiline = 1 << 12
	fieldCombo     = 1 << 17
	fieldEdit      = 1 << 18
)

// appendWidget writes a field and its place on the page as one dictionary.
func (n *annotation) appendWidget(b []byte, name string, parent, treeKey int, looks *looks) []byte {
	f := n.input.field
	b = append(b, "<</Type/Annot/Subtype/Widget/F 4/Rect["...)
	b = appendLengths(b, n.box[:]...)
	b = append(b, "]/P "...)
	b = appendRef(b, n.page.number)
	b = append(b, "/StructParent "...)
	b = appendInt(b, treeKey)
	b = append(b, "/T"...)
	b = appendString(b, name)
	b = append(b, "/TU"...)
	b = appendString(b, plain(f.Label))
	if parent != 0 {
		b = append(b, "/Parent "...)
		b = appendRef(b, parent)
	}
	switch f.Kind {
	case TickField:
		b = n.appendTick(b, looks)
	case ChoiceField:
		b = appendChoice(b, f)
		b = n.appendLook(b, looks)
	default:
		b = append(b, "/FT/Tx"...)
		if n.input.multiline() {
			b = append(b, "/Ff "+strconv.Itoa(fieldMultiline)...)
		}
		b = appendValue(b, f.Value)
		b = n.appendLook(b, looks)
	}
	return append(b, ">>"...)
}

func appendValue(b []byte, value string) []byte {
	if value == "" {
		return b
	}
	b = append(b, "/V"...)
	return appendString(b, strings.Join(valueLines(value), "\n"))
}

func appendChoice(b []byte, f *Field) []byte {
	flags := fieldCombo
	known := f.Value == ""
	for _, option := range f.Options {
		known = known || option == f.Value
	}
	if f.Other || !known {
		flags |= fieldEdit
	}
	b = append(b, "/FT/Ch/Ff "+strconv.Itoa(flags)+"/Opt["...)
	for _, option := range f.Options {
		b = appendString(b, plain(option))
	}
	return appendValue(append(b, ']'), f.Value)
}

func (n *annotation) appendTick(b []byte, looks *looks) []byte {
	state := "/Off"
	if n.input.field.Value == "true" {
		state = "/Yes"
	}
	b = append(b, "/FT/Btn/MK<</CA(4)>>/V"+state+"/AS"+state+"/AP<</N<</Yes "...)
	b = appendRef(b, looks.ticked())
	b = append(b, "/Off "...)
	b = appendRef(b, looks.unticked())
	return append(b, ">>>>"...)
}

// appendLook writes what text in a field looks like: in general, for what is
// typed, and now.
func (n *annotation) appendLook(b []byte, looks *looks) []byte {
	size := n.input.style.size
	if n.input.field.Kind == ChoiceField && !n.input.fits {
		size = 0 // as large as fits, since readers show a choice on one line
	}
	b = append(b, "/DA(/Helv "...)
	b = appendLength(b, size)
	b = append(b, " Tf 0 g)/AP<</N "...)
	b = appendRef(b, looks.of(n))
	return append(b, ">>"...)
}

// appendLink writes a link; target is the address's action or the place's
// destination.
func (n *annotation) appendLink(b, target []byte, treeKey int) []byte {
	b = append(b, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect["...)
	b = appendLengths(b, n.box[:]...)
	b = append(b, "]/StructParent "...)
	b = appendInt(b, treeKey)
	b = append(b, "/Contents"...)
	b = appendString(b, n.contents)
	b = append(b, target...)
	return append(b, ">>"...)
}
