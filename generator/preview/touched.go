package preview

import (
	"maps"
	"slices"
	"strings"

	"mentorbook/generator/handbook"
)

// touched is which files beside the pages have changed, and when: the state is
// the number of changes before.
type touched struct {
	state int
	at    map[string]int // state by address; "*" is any file
}

// touch notes those of the changes that are files beside the pages.
func (t *touched) touch(book *handbook.Handbook, c changes) {
	if t.at == nil { // nobody has seen anything yet
		t.at = map[string]int{}
		return
	}
	var addresses []string
	if c.all {
		addresses = append(addresses, "*")
	}
	for _, path := range c.paths {
		rel, ok := strings.CutPrefix(path, "content/")
		if !ok || book == nil {
			continue
		}
		for _, a := range book.Assets {
			if a.Entry.Disk == rel {
				addresses = append(addresses, a.Address)
			}
		}
	}
	if len(addresses) == 0 {
		return
	}
	t.state++
	for _, a := range addresses {
		t.at[a] = t.state
	}
}

// filesSince lists the addresses of files beside the pages that have changed
// since a state.
func (p *preview) filesSince(state int) []string {
	p.mu.RLock()
	defer p.mu.RUnlock()
	var addresses []string
	for _, a := range slices.Sorted(maps.Keys(p.files.at)) {
		if p.files.at[a] > state {
			addresses = append(addresses, a)
		}
	}
	return addresses
}
