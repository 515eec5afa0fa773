package generator

import (
	"context"

	"mentorbook/generator/finding"
)

// Original is the page of the default language that a translation is made from.
type Original struct {
	Path string // below the content folder
	Hash string // its fingerprint, as a translation's source: gives it
}

// Originals returns, for each translation by its path below the content
// folder, the page that it is made from.
func Originals(o Options) (map[string]Original, []finding.Finding, error) {
	b := &build{Options: o, warm: NewWarm()}
	defer b.warm.Close()
	parsed, err := b.read(context.Background())
	if parsed == nil || err != nil {
		return nil, b.findings, err
	}
	first := b.prog.Languages[0]
	hashes := map[string]string{}
	for _, p := range parsed {
		if p.Lang == first {
			hashes[p.Rel] = p.Hash
		}
	}
	originals := map[string]Original{}
	for _, p := range parsed {
		if hash, ok := hashes[p.Rel]; ok && p.Lang != first {
			originals[string(p.Lang)+"/"+p.Rel] = Original{string(first) + "/" + p.Rel, hash}
		}
	}
	return originals, nil, nil
}
