package site

import (
	"bytes"
	"strings"
	"sync"

	"mentorbook/generator/finding"
)

// sealedFrame is what the sealed pages of a language have in common: all but
// what stands in their SealedView. It is rendered once, with markers in the
// places of those; a page is the frame with its own in them. They are letters
// and digits, or base64, in which html/template escapes the plus sign only.
type sealedFrame struct {
	once     sync.Once
	findings []finding.Finding
	parts    []framePart // none where the theme does more with a seal than to show it
}

// framePart is a stretch of the frame, and which marker follows it.
type framePart struct {
	text   string
	marker int // in the order of markers; -1 at the end
}

// markers stand for a seal's name, check and text: of the same letters, and
// found nowhere else.
var markers = [3]string{"mentorbooksealedname", "mentorbooksealedcheck", "mentorbooksealedtext"}

// page is the page of a seal.
func (f *sealedFrame) page(s SealedView, render func(SealedView) ([]byte, []finding.Finding)) ([]byte, []finding.Finding) {
	f.once.Do(func() { f.make(s, render) })
	if len(f.findings) > 0 {
		return nil, f.findings
	}
	if f.parts == nil {
		return render(s)
	}
	return f.fill(s), nil
}

// make renders the frame, and holds it to the whole page of the first seal.
func (f *sealedFrame) make(s SealedView, render func(SealedView) ([]byte, []finding.Finding)) {
	var frame, whole []byte
	frame, f.findings = render(SealedView{Name: markers[0], Check: markers[1], Text: markers[2], Version: s.Version})
	if len(f.findings) > 0 {
		return
	}
	if whole, f.findings = render(s); len(f.findings) > 0 {
		return
	}
	for rest := string(frame); ; {
		at, which := len(rest), -1
		for i, m := range markers {
			if j := strings.Index(rest[:at], m); j >= 0 {
				at, which = j, i
			}
		}
		f.parts = append(f.parts, framePart{rest[:at], which})
		if which < 0 {
			break
		}
		rest = rest[at+len(markers[which]):]
	}
	if !bytes.Equal(f.fill(s), whole) {
		f.parts = nil
	}
}

func (f *sealedFrame) fill(s SealedView) []byte {
	values := [3]string{s.Name, s.Check, s.Text}
	size := len(s.Text) + len(s.Text)/8
	for i, v := range values {
		values[i] = strings.ReplaceAll(v, "+", "&#43;")
	}
	for _, p := range f.parts {
		size += len(p.text)
	}
	page := make([]byte, 0, size)
	for _, p := range f.parts {
		page = append(page, p.text...)
		if p.marker >= 0 {
			page = append(page, values[p.marker]...)
		}
	}
	return page
}
