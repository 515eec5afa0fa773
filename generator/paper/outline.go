package paper

// bookmark is an entry of the outline that readers show beside the pages.
type bookmark struct {
	title  string
	at     spot
	under  []bookmark
	closed bool
}

// nest makes bookmarks of headings, those of lower levels under the higher.
func nest(headings []outlineHeading) []bookmark {
	var marks []bookmark
	for i := 0; i < len(headings); {
		end := i + 1
		for end < len(headings) && headings[end].level > headings[i].level {
			end++
		}
		marks = append(marks, bookmark{title: headings[i].title, at: headings[i].at, under: nest(headings[i+1 : end])})
		i = end
	}
	return marks
}

// outline writes the bookmarks; 0 where there are none.
func (b *binder) outline() int {
	if len(b.bookmarks) == 0 {
		return 0
	}
	root := b.reserve()
	first, last, shown := b.outlineLevel(b.bookmarks, root)
	d := appendRef([]byte("<</Type/Outlines/First "), first)
	d = appendRef(append(d, "/Last "...), last)
	d = appendInt(append(d, "/Count "...), shown)
	b.object(root, append(d, ">>"...))
	return root
}

// outlineLevel writes the bookmarks under parent, and returns how many of them
// and of those below are shown.
func (b *binder) outlineLevel(marks []bookmark, parent int) (first, last, shown int) {
	first = b.reserveMany(len(marks))
	last = first + len(marks) - 1
	for i, m := range marks {
		number := first + i
		d := appendString([]byte("<</Title"), m.title)
		d = appendRef(append(d, "/Parent "...), parent)
		d = m.at.appendDestination(append(d, "/Dest"...))
		if i > 0 {
			d = appendRef(append(d, "/Prev "...), number-1)
		}
		if number < last {
			d = appendRef(append(d, "/Next "...), number+1)
		}
		shown++
		if len(m.under) > 0 {
			from, to, below := b.outlineLevel(m.under, number)
			d = appendRef(append(d, "/First "...), from)
			d = appendRef(append(d, "/Last "...), to)
			if m.closed {
				below = -below
			} else {
				shown += below
			}
			d = appendInt(append(d, "/Count "...), below)
		}
		b.object(number, append(d, ">>"...))
	}
	return first, last, shown
}
