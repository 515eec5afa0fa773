package paper

// element writes e and all below it; first is the object of the sheet's first
// element.
func (b *binder) element(e *element, first, parent int) {
	number := first + e.ordinal
	d := append(append([]byte(nil), "<</S/"...), e.tag...)
	d = appendRef(append(d, "/P "...), parent)
	var home *page // of most of its content
	for _, k := range e.kids {
		if k.page != nil {
			home = k.page
			d = appendRef(append(d, "/Pg "...), home.number)
			break
		}
	}
	if e.lang != "" {
		d = appendString(append(d, "/Lang"...), e.lang)
	}
	if e.actual != "" {
		d = appendUTF16(append(d, "/ActualText"...), e.actual)
	}
	if e.attrs != "" {
		d = append(append(append(d, "/A<<"...), e.attrs...), ">>"...)
	}
	d = append(d, "/K["...)
	for i, k := range e.kids {
		if i > 0 {
			d = append(d, ' ')
		}
		d = k.appendTo(d, first, home)
	}
	b.object(number, append(d, "]>>"...))
	for _, k := range e.kids {
		if k.child != nil {
			b.element(k.child, first, number)
		}
	}
}

func (k kid) appendTo(d []byte, first int, home *page) []byte {
	switch {
	case k.child != nil:
		return appendRef(d, first+k.child.ordinal)
	case k.note != nil:
		d = append(d, "<</Type/OBJR"...)
		if k.page != home {
			d = appendRef(append(d, "/Pg "...), k.page.number)
		}
		d = appendRef(append(d, "/Obj "...), k.note.number)
		return append(d, ">>"...)
	case k.page == home:
		return appendInt(d, k.mark)
	}
	d = appendRef(append(d, "<</Type/MCR/Pg "...), k.page.number)
	d = appendInt(append(d, "/MCID "...), k.mark)
	return append(d, ">>"...)
}

// leaf writes the table from a sheet's content and annotations to its elements.
// Keys go in one row through the whole file.
func (b *binder) leaf(s *sheet, first int) {
	out := leaf{object: b.reserve(), first: b.nextKey}
	d := []byte("[")
	for _, p := range s.pages {
		d = append(appendInt(d, b.nextKey), '[')
		for i, el := range p.marks {
			if i > 0 {
				d = append(d, ' ')
			}
			d = appendRef(d, first+el.ordinal)
		}
		d = append(d, ']')
		b.nextKey++
	}
	for _, p := range s.pages {
		for _, n := range p.notes {
			d = append(appendInt(d, b.nextKey), ' ')
			d = append(appendRef(d, first+n.el.ordinal), ' ')
			b.nextKey++
		}
	}
	out.last = b.nextKey - 1
	b.leaves = append(b.leaves, out)
	row := appendInt([]byte("<</Limits["), out.first)
	row = appendInt(append(row, ' '), out.last)
	row = append(append(row, "]/Nums"...), d...)
	b.object(out.object, append(row, "]>>"...))
}

// closeTree writes the structure's root.
func (b *binder) closeTree() {
	table := b.reserve()
	d := []byte("<</Kids[")
	for i, l := range b.leaves {
		if i > 0 {
			d = append(d, ' ')
		}
		d = appendRef(d, l.object)
	}
	b.object(table, append(d, "]>>"...))
	d = appendRefs([]byte("<</Type/StructTreeRoot/K["), b.tops)
	d = appendRef(append(d, "]/ParentTree "...), table)
	d = appendInt(append(d, "/ParentTreeNextKey "...), b.nextKey)
	b.object(b.tree, append(d, ">>"...))
}
