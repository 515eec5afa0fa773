package dossier

import (
	"sync"

	"mentorbook/generator/paper"
)

// shelf gathers the agreements for the one PDF of all. Pairs are made several
// at a time; as soon as the next in the table's order is there, its pages are
// bound as they were laid out for its own PDF, and let go.
type shelf struct {
	mu     sync.Mutex
	book   *paper.Book
	sheets []*sheet // by the pairs' order; nil where one is not made yet
	next   int      // to be bound
	closed bool     // the next has not been laid out, since its own PDF was kept
}

func newShelf(w *paper.Writer, pairs int) *shelf {
	return &shelf{book: w.NewBook(), sheets: make([]*sheet, pairs)}
}

// put takes the sheet of a pair.
func (s *shelf) put(i int, made *sheet) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sheets[i] = made
	for ; !s.closed && s.next < len(s.sheets) && s.sheets[s.next] != nil; s.next++ {
		switch next := s.sheets[s.next]; {
		case next.document == nil: // no agreement in its language
		case next.laid == nil:
			s.close()
			return
		default:
			s.book.Add(next.laid)
			next.laid = nil
		}
	}
	if s.closed {
		made.laid = nil
	}
}

// close leaves what follows to finish, and lets go of what was laid out: it
// would lie in memory until the last pair is made.
func (s *shelf) close() {
	s.closed = true
	for _, made := range s.sheets {
		if made != nil {
			made.laid = nil
		}
	}
}

// finish binds what is left, and returns the PDF.
func (s *shelf) finish(title, lang string) (paper.Result, error) {
	var left []*paper.Document
	for _, made := range s.sheets[s.next:] {
		if made.document != nil {
			left = append(left, made.document)
		}
	}
	if err := s.book.AddAll(left); err != nil {
		return paper.Result{}, err
	}
	return s.book.Finish(title, lang)
}
