package generator

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"mentorbook/generator/dossier"
	"mentorbook/generator/finding"
	"mentorbook/generator/pairs"
	"mentorbook/generator/publish"
	"mentorbook/generator/seal"
	"mentorbook/generator/site"
)

// readPairs reads the table of pairs. The handbook says which columns it may
// have; the pairs themselves never enter it.
func (b *build) readPairs() error {
	if b.content == nil || b.book == nil {
		return nil
	}
	prog := b.prog
	o := pairs.Options{Columns: dossier.Columns(b.book)}
	for _, lang := range prog.Languages {
		o.Languages = append(o.Languages, string(lang))
		o.Mentor = append(o.Mentor, prog.Terms.Mentor.In(lang, lang))
		o.Mentee = append(o.Mentee, prog.Terms.Mentee.In(lang, lang))
	}
	if err := b.strayTables(o); err != nil {
		return err
	}
	table, fs, err := b.warm.readPairs(o)
	b.found(fs)
	if err != nil {
		return fmt.Errorf("reading the table of pairs: %w", err)
	}
	if b.table = table; table == nil {
		return nil
	}
	notice := func(code finding.Code, file string) {
		b.found([]finding.Finding{finding.New(code, finding.Place{File: file})})
	}
	switch {
	case table.Example: // said by package pairs
	case prog.Agreement.Access == "open":
		notice(finding.CodePairsOpen, prog.File)
	case prog.Agreement.Access == "sealed" && prog.URL == "":
		notice(finding.CodeLinksShort, prog.File)
	}
	return nil
}

// strayTables refuses tables of pairs under other names, which would be
// published as files beside the pages.
func (b *build) strayTables(o pairs.Options) error {
	for _, a := range b.book.Assets {
		switch strings.ToLower(path.Ext(a.Path)) {
		case ".csv", ".tsv", ".txt", ".xlsx", ".xlsm":
		default:
			continue
		}
		data, err := fsRead(b.content, a.Entry.Disk)
		if err != nil {
			return err
		}
		if pairs.IsTable(a.Path, data, o) {
			b.found([]finding.Finding{finding.New(finding.CodePairsMisplaced, finding.Place{File: "content/" + a.Path})})
		}
	}
	return nil
}

// columns are the placeholders that the table of pairs adds to the agreement.
func (b *build) columns() []string {
	if b.table == nil {
		return nil
	}
	return b.table.Columns
}

func (b *build) private() publish.Folder {
	return publish.Folder{Path: b.Private, State: b.State, Name: "private/", Private: true, Forbidden: []string{b.Content, b.Templates, b.Out}}
}

// openPrivate begins to write the private folder. It returns nil where there
// is nothing to write and nothing of ours to remove.
func (b *build) openPrivate() (*publish.Stage, error) {
	if b.table == nil {
		if _, err := os.Stat(b.Private); errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
	}
	stage, fs, err := publish.Open(b.private())
	b.found(fs)
	return stage, err
}

// makePairs makes the pairs' files for both folders.
func (b *build) makePairs(ctx context.Context, plan *site.Plan, public, private *publish.Stage) error {
	if b.table == nil || private == nil {
		return nil
	}
	keys, err := b.keys()
	if err != nil {
		return err
	}
	if b.tuned {
		roomForPairs(len(b.table.Pairs))
	}
	r, fs, err := dossier.Make(ctx, dossier.Work{
		Book: b.book, Plan: plan, Table: b.table, Keys: keys, Findings: b.findings,
		Public: public.Put, Private: private.Put, Keep: private.Keep, Made: b.made(), Progress: b.progress("pairs"),
	})
	b.found(fs)
	b.papers = r.Made
	b.result.Pairs, b.result.Example, b.result.Kept = len(b.table.Pairs), b.table.Example, r.Kept
	return err
}

// keys are what the pairs' links are made of: from the variable
// MENTORBOOK_SECRET, else the state folder.
func (b *build) keys() (dossier.Keys, error) { return Keys(b.Options) }

// Keys returns what the pairs' links are made of, and makes the secret where
// there is none.
func Keys(o Options) (dossier.Keys, error) {
	k := dossier.Keys{Generations: map[string]int{}}
	var err error
	if o.Secret != "" {
		if k.Secret, err = seal.ParseSecret(o.Secret); err != nil {
			return k, fmt.Errorf("reading MENTORBOOK_SECRET: %w", err)
		}
	} else if k.Secret, _, err = seal.ReadSecret(secretPath(o)); err != nil {
		return k, err
	}
	data, err := os.ReadFile(generationsPath(o))
	if errors.Is(err, fs.ErrNotExist) {
		return k, nil
	}
	if err == nil {
		err = json.Unmarshal(data, &k.Generations)
	}
	if err != nil {
		return k, fmt.Errorf("reading which links were revoked, %s: %w", generationsPath(o), err)
	}
	return k, nil
}

func secretPath(o Options) string      { return filepath.Join(o.State, "secret") }
func generationsPath(o Options) string { return filepath.Join(o.State, "revoked.json") }

// papersName is where the state folder keeps what the PDFs were made from.
const papersName = "papers.json"

// made is what the PDFs of the last build were made from, by this very
// program; any doubt, and they are made anew.
func (b *build) made() map[string]dossier.Made {
	var kept struct {
		Version string
		Papers  map[string]dossier.Made
	}
	data, err := os.ReadFile(filepath.Join(b.State, papersName))
	if err != nil || json.Unmarshal(data, &kept) != nil || kept.Version != b.Version {
		return nil
	}
	return kept.Papers
}

// recordPapers keeps what the PDFs were made from for the next build.
func (b *build) recordPapers() error {
	if b.papers == nil {
		return nil
	}
	return writeState(b.State, papersName, struct {
		Version string
		Papers  map[string]dossier.Made
	}{b.Version, b.papers})
}

func writeState(dir, name string, v any) error {
	data, err := json.Marshal(v)
	if err == nil {
		err = publish.WriteState(filepath.Join(dir, name), data)
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}

// secrets is a hash of what decides the pairs' links, for telling whether the
// last build still stands.
func (b *build) secrets() string {
	h := sha256.New()
	h.Write([]byte(b.Secret))
	for _, path := range []string{secretPath(b.Options), generationsPath(b.Options)} {
		data, err := os.ReadFile(path)
		fmt.Fprintf(h, "\x00%t\x00%s", err == nil, data)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// Revoke gives a pair a new key: its old link opens nothing once the next
// build is published.
func Revoke(o Options, id string) error {
	k, err := Keys(o)
	if err != nil {
		return err
	}
	k.Generations[id]++
	return writeState(o.State, filepath.Base(generationsPath(o)), k.Generations)
}

// PairState is a pair as the table has it, for the command that shows it.
type PairState = dossier.State

// Pairs reads the handbook and its table of pairs, and writes nothing but a
// missing secret.
func Pairs(ctx context.Context, o Options) (Result, []PairState, error) {
	b := &build{Options: o, warm: NewWarm()}
	defer b.warm.Close()
	if err := b.prepare(ctx); err != nil || b.table == nil {
		r, err := b.finish(err)
		return r, nil, err
	}
	keys, err := b.keys()
	if err != nil {
		return b.result, nil, err
	}
	states, fs, err := dossier.States(b.book, b.plan(), b.table, keys)
	b.found(fs)
	b.result.Pairs, b.result.Example = len(b.table.Pairs), b.table.Example
	r, err := b.finish(err)
	return r, states, err
}
