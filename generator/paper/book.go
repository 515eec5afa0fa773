package paper

import (
	"fmt"
	"runtime"
	"slices"
	"strconv"
)

// Book binds many documents into one PDF: each begins a page, has a bookmark of
// its title and its own numbers of pages, and keeps its language. They share
// fonts and a form, in which the fields of the first document are in the group
// 1, and so on. What was bound takes little memory until the book is finished.
type Book struct {
	writer *Writer
	*binder
	whole  int   // the element that stands over all
	parts  []int // those of the documents
	result Result
}

// NewBook begins a book.
func (w *Writer) NewBook() *Book {
	k := &Book{writer: w, binder: newBinder(newFile(&w.deflate, true), w.faces, &w.fonts)}
	k.whole = k.reserve()
	k.tops = []int{k.whole}
	return k
}

// Add binds a document that Write has laid out, and uses it up.
func (k *Book) Add(l *Laid) {
	s := l.sheet
	s.root.tag = "Part"
	k.parts = append(k.parts, k.bind(s, binding{parent: k.whole, group: strconv.Itoa(len(k.parts) + 1)}))
	k.bookmarks = append(k.bookmarks, s.bookmark())
	k.result.Pages += len(s.pages)
	k.result.Missing = append(k.result.Missing, s.missing...)
	s.release()
}

// AddAll lays documents out on all cores and binds them; the bytes do not
// depend on how many cores there are.
func (k *Book) AddAll(documents []*Document) error {
	for i, lay := range k.writer.layAll(documents) {
		s, err := lay()
		if err != nil {
			return fmt.Errorf("document %d, %s: %w", len(k.parts)+1, documents[i].Title, err)
		}
		k.Add(&Laid{s})
	}
	return nil
}

// Finish returns the book, of one empty page where nothing was added.
func (k *Book) Finish(title, lang string) (Result, error) {
	if len(k.parts) == 0 {
		return k.writer.Write(&Document{Title: title, Lang: lang})
	}
	d := appendRef([]byte("<</S/Document/P "), k.tree)
	d = appendRefs(append(d, "/K["...), k.parts)
	k.object(k.whole, append(d, "]>>"...))
	slices.Sort(k.result.Missing)
	k.result.Missing = slices.Compact(k.result.Missing)
	k.result.PDF = k.finish(title, lang, "")
	return k.result, nil
}

// WriteAll makes a book of documents.
func (w *Writer) WriteAll(title, lang string, documents []*Document) (Result, error) {
	k := w.NewBook()
	if err := k.AddAll(documents); err != nil {
		return Result{}, err
	}
	return k.Finish(title, lang)
}

// release lets go of what was on a sheet's pages. Bookmarks still know them.
func (s *sheet) release() {
	for _, p := range s.pages {
		p.content, p.marks, p.notes = nil, nil, nil
	}
	s.root = nil
}

// layAll lays documents out on all cores, some ahead of the one that is asked
// for, and returns for each a function that waits for it.
func (w *Writer) layAll(documents []*Document) func(yield func(int, func() (*sheet, error)) bool) {
	type done struct {
		sheet *sheet
		err   error
	}
	return func(yield func(int, func() (*sheet, error)) bool) {
		ahead := 4 * runtime.GOMAXPROCS(0)
		waiting := make([]chan done, len(documents))
		start := func(i int) {
			if i < len(documents) {
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
