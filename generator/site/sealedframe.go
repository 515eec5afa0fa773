package site

import (
	"sync"

	"mentorbook/generator/finding"
)

// sealedFrame is what the sealed pages of a language have in common: all but
// what stands in their SealedView. It is rendered once; a page is the frame
// with its own in it. Since a user's templates may do more with a seal than to
// show it, the first page is rendered both ways, and decides.
type sealedFrame struct {
	once     sync.Once
	findings []finding.Finding
	frame    frame // nil where pages have to be rendered one by one
}

// page is the page of a seal.
func (f *sealedFrame) page(s SealedView, render func(SealedView) ([]byte, []finding.Finding)) ([]byte, []finding.Finding) {
	f.once.Do(func() { f.make(s, render) })
	if len(f.findings) > 0 {
		return nil, f.findings
	}
	if f.frame == nil {
		return render(s)
	}
	return f.fill(s), nil
}

// make renders the frame, and holds it to the whole page of the first seal.
func (f *sealedFrame) make(s SealedView, render func(SealedView) ([]byte, []finding.Finding)) {
	var marked, whole []byte
	marked, f.findings = render(SealedView{Name: marker(0), Check: marker(1), Text: marker(2), Version: s.Version})
	if len(f.findings) > 0 {
		return
	}
	if whole, f.findings = render(s); len(f.findings) > 0 {
		return
	}
	f.frame = newFrame(string(marked)).heldTo(whole, sealValues(s))
}

func (f *sealedFrame) fill(s SealedView) []byte {
	size := len(s.Text) + len(s.Text)/8 // of base64 only the plus sign is escaped
	for _, p := range f.frame {
		size += len(p.text)
	}
	return f.frame.appendTo(make([]byte, 0, size), sealValues(s))
}

func sealValues(s SealedView) []value { return []value{plain(s.Name), plain(s.Check), plain(s.Text)} }
