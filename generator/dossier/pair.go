package dossier

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"runtime"
	"strings"
	"sync"

	"mentorbook/generator/agreement"
	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
	"mentorbook/generator/pairs"
	"mentorbook/generator/paper"
	"mentorbook/generator/seal"
	"mentorbook/generator/site"
)

// sheet is what is known of a pair once its own files are made.
type sheet struct {
	pair     *pairs.Pair
	lang     handbook.Tag
	link     string // to its page, "" where it has none
	lacks    []lack
	document *paper.Document // nil without an agreement
	source   string          // hash of what the PDF is made from
	laid     *paper.Laid     // the document on its pages, where its PDF was made anew
}

// pair makes the files of one pair.
func (m *maker) pair(p *pairs.Pair) (*sheet, []finding.Finding, error) {
	s := &sheet{pair: p, lang: m.language(p)}
	d := m.desks[s.lang]
	if d == nil {
		s.lacks = lacks(p, nil, nil)
		return s, nil, nil
	}
	k := known(p)
	form := d.Form(k)
	fs := problems(m.Table, p, form)
	s.lacks, s.link = lacks(p, d.edition, form), m.linkOf(d, p)
	more, err := m.page(d, s, k, form)
	if fs = append(fs, more...); err != nil || finding.Count(more, finding.Error) > 0 {
		return s, fs, err
	}
	if err := m.Private("calendars/"+p.Slug+".ics", d.Calendar(p.ID, k, form).ICS()); err != nil {
		return s, fs, err
	}
	s.document = d.Document(d.Names(k), form)
	s.source = sourceOf(s.document)
	more, err = m.pdf("agreements/"+p.Slug+".pdf", s.source, func() (paper.Result, error) {
		r, err := m.papers.Write(s.document)
		s.laid = r.Laid
		return r, err
	})
	return s, append(fs, more...), err
}

// page publishes the pair's page as the programme wants it.
func (m *maker) page(d *desk, s *sheet, k agreement.Known, form *agreement.Form) ([]finding.Finding, error) {
	switch m.Book.Programme.Agreement.Access {
	case "none":
		return nil, nil
	case "open":
		address := d.Address(s.pair.Slug)
		data, fs := d.Open(address, s.pair.ID, k, form)
		if len(fs) > 0 {
			return fs, nil
		}
		return nil, m.Public(address, data)
	}
	key := m.Keys.Of(s.pair.ID)
	address := d.Address(key.Name)
	inner, fs := d.Inner(address, s.pair.ID, k, form)
	if len(fs) > 0 {
		return fs, nil
	}
	deflated, err := deflate(inner)
	if err != nil {
		return nil, err
	}
	data, fs := d.Sealed(address, site.SealedView{
		Name: key.Name, Check: key.Check, Version: seal.Version, Text: base64.StdEncoding.EncodeToString(key.Seal(deflated)),
	})
	if len(fs) > 0 {
		return fs, nil
	}
	return nil, m.Public(address, data)
}

// linkOf is the link to a pair's page, "" where it has none.
func (m *maker) linkOf(d *desk, p *pairs.Pair) string {
	switch m.Book.Programme.Agreement.Access {
	case "none":
		return ""
	case "open":
		return m.absolute(d.Address(p.Slug))
	}
	key := m.Keys.Of(p.ID)
	return m.absolute(d.Address(key.Name)) + "#" + key.Fragment()
}

// absolute is an address as a link: whole where the site's own is known.
func (m *maker) absolute(address string) string { return string(m.Book.Programme.URL) + address }

// deflateLevel makes a page a twelfth smaller than the fastest level does, in
// nearly the same time: so an agreement, however long the goals in it, stays
// below the step that sealed pages are padded to.
const deflateLevel = 3

var deflaters = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(nil, deflateLevel) // a valid one
	return w
}}

func deflate(data []byte) ([]byte, error) {
	b := bytes.NewBuffer(make([]byte, 0, len(data)/3))
	w := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(w)
	w.Reset(b)
	if _, err := w.Write(data); err != nil {
		return nil, fmt.Errorf("compressing a page: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("compressing a page: %w", err)
	}
	return b.Bytes(), nil
}

// pdf makes a PDF, unless the one that is there was made from the same.
func (m *maker) pdf(address, source string, write func() (paper.Result, error)) ([]finding.Finding, error) {
	made := m.Made[address]
	kept := false
	if made.Source == source {
		var err error
		if kept, err = m.Keep(address); err != nil {
			return nil, err
		}
	}
	if !kept {
		r, err := write()
		if err != nil {
			return nil, fmt.Errorf("making private/%s: %w", address, err)
		}
		if err := m.Private(address, r.PDF); err != nil {
			return nil, err
		}
		made = Made{Source: source, Missing: r.Missing}
	}
	m.mu.Lock()
	m.result.Made[address] = made
	if kept {
		m.result.Kept++
	}
	m.mu.Unlock()
	if len(made.Missing) == 0 {
		return nil, nil
	}
	var list []string
	for _, r := range made.Missing {
		list = append(list, fmt.Sprintf("U+%04X", r))
	}
	return []finding.Finding{finding.New(finding.CodePaperGlyph, finding.Place{File: m.Table.File}, "characters", strings.Join(list, ", "))}, nil
}

// sourceOf is a hash of all that decides the bytes of a document's PDF. A new
// version of Go may compress otherwise; the program's own changes are part of
// the version that the caller's Made is kept with.
func sourceOf(d *paper.Document) string {
	h := sha256.New()
	h.Write([]byte(runtime.Version()))
	if err := json.NewEncoder(h).Encode(d); err != nil {
		panic(err) // plain values
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
