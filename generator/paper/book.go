package paper

import (
	"fmt"
	"runtime"
	"slices"
	"strconv"
)

// WriteAll binds many documents into one PDF: each begins a page, has a
// bookmark of its title and its own numbers of pages, and keeps its language.
// They share fonts and a form, in which the fields of the first document are
// in the group 1, and so on. Documents are laid out on all cores; the bytes do
// not depend on how many there are. laid may hold how Write has laid the
// document of the same place out, or nil; WriteAll takes it away.
func (w *Writer) WriteAll(title, lang string, documents []*Document, laid []*Laid) (Result, error) {
	b := newBinder(newFile(&w.deflate, true), w.faces, &w.fonts)
	whole := b.reserve()
	b.tops = []int{whole}
	var parts []int
	var result Result
	for i, lay := range w.layAll(documents, laid) {
		s, err := lay()
		if err != nil {
			return Result{}, fmt.Errorf("document %d, %s: %w", i+1, documents[i].Title, err)
		}
		s.root.tag = "Part"
		parts = append(parts, b.bind(s, binding{parent: whole, group: strconv.Itoa(i + 1)}))
		b.bookmarks = append(b.bookmarks, s.bookmark())
		result.Pages += len(s.pages)
		result.Missing = append(result.Missing, s.missing...)
		s.release()
	}
	if len(documents) == 0 {
		return w.Write(&Document{Title: title, Lang: lang})
	}
	d := appendRef([]byte("<</S/Document/P "), b.tree)
	d = appendRefs(append(d, "/K["...), parts)
	b.object(whole, append(d, "]>>"...))
	slices.Sort(result.Missing)
	result.Missing = slices.Compact(result.Missing)
	result.PDF = b.finish(title, lang, "")
	return result, nil
}

// release lets go of what was on a sheet's pages. Bookmarks still know them.
func (s *sheet) release() {
	for _, p := range s.pages {
		p.content, p.marks, p.notes = nil, nil, nil
	}
	s.root = nil
}

// layAll lays out the documents that are not yet, on all cores, some ahead of
// the one that is asked for, and returns for each a function that waits for it.
func (w *Writer) layAll(documents []*Document, laid []*Laid) func(yield func(int, func() (*sheet, error)) bool) {
	type done struct {
		sheet *sheet
		err   error
	}
	return func(yield func(int, func() (*sheet, error)) bool) {
		ahead := 4 * runtime.GOMAXPROCS(0)
		waiting := make([]chan done, len(documents))
		start := func(i int) {
			switch {
			case i >= len(documents):
			case i < len(laid) && laid[i] != nil:
				waiting[i] = make(chan done, 1)
				waiting[i] <- done{laid[i].sheet, nil}
				laid[i] = nil
			default:
				waiting[i] = make(chan done, 1)
				go func() {
					s, err := w.lay(documents[i])
					waiting[i] <- done{s, err}
				}()
			}
		}
		for i := range ahead {
			start(i)
		}
		for i := range documents {
			if !yield(i, func() (*sheet, error) { d := <-waiting[i]; return d.sheet, d.err }) {
				return
			}
			waiting[i] = nil
			start(i + ahead)
		}
	}
}

// bookmark is that of a whole document, with those of its headings under it; a
// heading over all others is taken for its title.
func (s *sheet) bookmark() bookmark {
	under := nest(s.headings)
	if len(under) == 1 {
		under = under[0].under
	}
	return bookmark{title: plain(s.doc.Title), at: spot{s.pages[0], s.height()}, under: under, closed: true}
}

func (s *sheet) height() length {
	_, height := s.doc.Size.dimensions()
	return height
}
