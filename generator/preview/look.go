package preview

import (
	"sync"

	"mentorbook/generator/finding"
)

// shown is what there is to show at an address.
type shown struct {
	file     []byte            // nil where there is nothing
	source   string            // the page's file, as findings name it; "" where it is no page
	findings []finding.Finding // of its templates; the file is then as it was without them, if it ever was
	empty    bool              // there has never been anything to show anywhere
	root     string            // path of the published site on its host
	state    int               // of the files beside the pages
	err      error
}

// look makes the file of an address. Of a page with errors it returns the last
// state without, where anybody has seen that. Pages of pairs are for requests
// from this machine, which local says.
func (p *preview) look(address string, local bool) shown {
	p.mu.RLock()
	defer p.mu.RUnlock()
	if p.plan == nil {
		return shown{empty: true, root: "/"}
	}
	s := shown{root: p.plan.Root(), state: p.files.state}
	page := p.plan.Page(address)
	if page != nil {
		s.source = page.File
	}
	s.file, s.findings, s.err = p.plan.File(address)
	switch {
	case s.err != nil:
	case s.file == nil && len(s.findings) == 0:
		if pair, ok := p.lookPairs(address); ok && local {
			pair.root, pair.state = s.root, s.state
			return pair
		}
	case len(s.findings) > 0:
		s.file = p.good.get(address)
	case page != nil && p.failing[page.File]:
		if before := p.good.get(address); before != nil {
			s.file = before
		}
	case page != nil:
		p.good.put(address, s.file)
	}
	return s
}

// good remembers pages without errors that somebody has seen, the last ones
// of them.
type good struct {
	mu    sync.Mutex
	pages map[string][]byte
	order []string // the oldest first
}

// kept is how many pages are remembered.
const kept = 200

func (g *good) get(address string) []byte {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.pages[address]
}

func (g *good) put(address string, data []byte) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.pages == nil {
		g.pages = map[string][]byte{}
	}
	if _, known := g.pages[address]; !known {
		g.order = append(g.order, address)
	}
	g.pages[address] = data
	if len(g.order) > kept {
		delete(g.pages, g.order[0])
		g.order = g.order[1:]
	}
}
