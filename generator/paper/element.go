package paper

// element is a node of the structure tree, which tells a screen reader what
// each part of a page is and in which order to read. It joins the tree when
// something of it is first drawn, so that the tree's order is the order of
// drawing, and nothing empty is in it.
type element struct {
	tag     string
	parent  *element
	lang    string // "" for the parent's
	attrs   string // a dictionary's entries
	actual  string // what it says, where copying its glyphs would say something else
	kids    []kid
	joined  bool
	ordinal int // among its document's elements, in the order of the tree
}

// kid is a part of an element: another element, marked content of a page, or
// an annotation on it.
type kid struct {
	child *element
	page  *page
	mark  int // number of the marked content
	note  *annotation
}

func (e *element) child(tag string) *element {
	return &element{tag: tag, parent: e}
}

// saying is the element of glyphs that stand for something else; nil where
// they belong to no element.
func (e *element) saying(text string) *element {
	if e == nil {
		return nil
	}
	span := e.child("Span")
	span.actual = text
	return span
}

// join puts e into the tree, its parents first.
func (e *element) join() {
	if e.joined {
		return
	}
	e.joined = true
	if e.parent != nil {
		e.parent.join()
		e.parent.kids = append(e.parent.kids, kid{child: e})
	}
}

// count numbers e and all below it from n and returns the next number.
func (e *element) count(n int) int {
	e.ordinal = n
	n++
	for _, k := range e.kids {
		if k.child != nil {
			n = k.child.count(n)
		}
	}
	return n
}

// Attributes of elements (ISO 32000-1, 14.8.5).
const (
	attrDisc     = "/O/List/ListNumbering/Disc"
	attrDecimal  = "/O/List/ListNumbering/Decimal"
	attrUnmarked = "/O/List/ListNumbering/None"
	attrColumn   = "/O/Table/Scope/Column"
	attrStruck   = "/O/Layout/TextDecorationType/LineThrough"
)
