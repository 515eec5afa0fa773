package paper

import "strings"

// binder binds sheets into one file: they share fonts, the form, and the tree
// of the structure.
type binder struct {
	*file
	faces     *faces
	fonts     *fonts
	used      used // of all sheets so far
	looks     looks
	resources int // of pages and fields: the fonts
	tree      int // the structure's root
	pagesRoot int
	pages     []int // objects of all pages
	tops      []int // elements right under the root
	leaves    []leaf
	nextKey   int   // of the table from content to elements
	fields    []int // at the top of the form
	bookmarks []bookmark
}

// leaf is a part of the table from content to elements, for a stretch of keys.
type leaf struct{ object, first, last int }

// binding is how a sheet is bound into a file.
type binding struct {
	parent int    // element that it stands under; 0 for the root
	group  string // of its fields in a form of many documents; "" for none
}

func newBinder(f *file, fs *faces, ready *fonts) *binder {
	b := &binder{file: f, faces: fs, fonts: ready, resources: f.reserve(), tree: f.reserve(), pagesRoot: f.reserve()}
	b.looks = looks{file: f, resources: b.resources, known: map[string]int{}}
	return b
}

// bind writes all of a sheet but the fonts, and returns its topmost element.
func (b *binder) bind(s *sheet, how binding) int {
	for i := range s.used {
		b.used[i].addAll(s.used[i])
	}
	for _, p := range s.pages {
		p.number = b.reserve()
		b.pages = append(b.pages, p.number)
	}
	first := b.reserveMany(s.root.count(0))
	parent := how.parent
	if parent == 0 {
		parent = b.tree
	}
	fields := b.annotations(s, how)
	b.writePages(s)
	b.element(s.root, first, parent)
	b.leaf(s, first)
	if how.group == "" {
		b.fields = append(b.fields, fields...)
	}
	return first
}

// writePages writes the pages and what is drawn on them.
func (b *binder) writePages(s *sheet) {
	width, height := s.doc.Size.dimensions()
	for i, p := range s.pages {
		content := b.reserve()
		b.stream(content, "", p.content, true)
		d := append([]byte(nil), "<</Type/Page/Parent "...)
		d = appendRef(d, b.pagesRoot)
		d = append(d, "/MediaBox[0 0 "...)
		d = appendLengths(d, width, height)
		d = append(d, "]/Resources "...)
		d = appendRef(d, b.resources)
		d = append(d, "/Contents "...)
		d = appendRef(d, content)
		d = append(d, "/StructParents "...)
		d = appendInt(d, b.nextKey+i)
		d = append(d, "/Tabs/S"...)
		if len(p.notes) > 0 {
			d = append(d, "/Annots["...)
			for j, n := range p.notes {
				if j > 0 {
					d = append(d, ' ')
				}
				d = appendRef(d, n.number)
			}
			d = append(d, ']')
		}
		b.object(p.number, append(d, ">>"...))
	}
}

// annotations writes a sheet's fields and links; it returns the fields.
func (b *binder) annotations(s *sheet, how binding) []int {
	group := 0
	if how.group != "" {
		group = b.reserve()
	}
	var fields []int
	key := b.nextKey + len(s.pages)
	for _, p := range s.pages {
		for _, n := range p.notes {
			n.number = b.reserve()
			if n.input != nil {
				fields = append(fields, n.number)
				b.object(n.number, n.appendWidget(nil, fieldName(n.input.field.Name), group, key, &b.looks))
			} else {
				b.object(n.number, n.appendLink(nil, s.appendTarget(nil, n.link), key))
			}
			key++
		}
	}
	if group != 0 && len(fields) > 0 {
		d := appendString([]byte("<</T"), how.group)
		b.object(group, append(appendRefs(append(d, "/Kids["...), fields), "]>>"...))
		b.fields = append(b.fields, group)
	}
	return fields
}

// fieldName is a field's name in the form, where a full stop would divide the
// names of groups.
func fieldName(s string) string { return strings.ReplaceAll(plain(s), ".", ":") }

// appendTarget writes where a link leads.
func (s *sheet) appendTarget(b []byte, link string) []byte {
	id, internal := strings.CutPrefix(link, "#")
	if !internal {
		return append(appendString(append(b, "/A<</S/URI/URI"...), link), ">>"...)
	}
	return s.places[id].appendDestination(append(b, "/Dest"...))
}

func (s spot) appendDestination(b []byte) []byte {
	b = appendRef(append(b, '['), s.page.number)
	b = append(b, "/XYZ 0 "...)
	b = appendLength(b, s.y)
	return append(b, " 0]"...)
}

// finish writes what all sheets share, and returns the file.
func (b *binder) finish(title, lang, author string) []byte {
	b.closeResources()
	b.closePages()
	b.closeTree()
	catalogue, info := b.reserve(), b.reserve()
	d := append([]byte(nil), "<</Type/Catalog/Pages "...)
	d = appendRef(d, b.pagesRoot)
	if lang = languageTag(lang); lang != "" {
		d = appendString(append(d, "/Lang"...), lang)
	}
	d = append(d, "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot "...)
	d = appendRef(d, b.tree)
	d = appendRef(append(d, "/Metadata "...), b.metadata(plain(title), lang, plain(author)))
	if outline := b.outline(); outline != 0 {
		d = appendRef(append(d, "/Outlines "...), outline)
	}
	if len(b.fields) > 0 {
		helvetica := b.formFont(b.faces[regular])
		d = appendRefs(append(d, "/AcroForm<</Fields["...), b.fields)
		d = appendRef(append(d, "]/DA(/Helv 10 Tf 0 g)/DR<</Font<</Helv "...), helvetica)
		d = append(d, ">>>>>>"...)
	}
	b.object(catalogue, append(d, ">>"...))
	b.object(info, b.appendInfo(nil, plain(title), plain(author)))
	return b.file.finish(catalogue, info)
}

func (b *binder) closeResources() {
	d := []byte("<</Font<<")
	for i := range b.used {
		if len(b.used[i]) > 0 {
			d = append(d, '/', 'F', byte('0'+i), ' ')
			d = appendRef(d, b.embed(b.fonts.of(b.deflate, b.faces[i], b.used[i])))
		}
	}
	b.object(b.resources, append(d, ">>>>"...))
}

// closePages writes the list of pages.
func (b *binder) closePages() {
	d := appendRefs([]byte("<</Type/Pages/Kids["), b.pages)
	d = appendInt(append(d, "]/Count "...), len(b.pages))
	b.object(b.pagesRoot, append(d, ">>"...))
}
