// Package source reads the content folder: which files there are, and each
// page's front matter and body with the places of both kept true.
//
// A file is normalised when it is read: a byte-order mark is dropped and line
// ends become line feeds, so that every later stage counts lines alike. Front
// matter in YAML, TOML or JSON becomes one tree of Nodes with positions
// (node.go), which Decoder turns into typed structs, strictly (decode.go).
package source

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"mentorbook/generator/finding"
)

// Entry is a file of the content folder.
type Entry struct {
	Disk string // slash path below the folder, as the disk spells it
	Path string // the same with composed letters (Unicode NFC), for matching
	Link bool   // a symbolic link to a file inside the folder: it changes when that file does
}

// Tree is what the content folder holds, each list sorted by Path.
type Tree struct {
	Settings *Entry  // programme.yaml, or nil
	Pages    []Entry // *.md
	Files    []Entry // everything else that is published beside the pages
	Pairs    []Entry // tables of pairs: never published
}

// LeftOut reports whether a file or folder of that name is no part of the
// content: names that begin with a full stop or an underscore, and what
// editors, office programs and systems leave beside a file for themselves.
func LeftOut(name string) bool {
	if name == "" {
		return false
	}
	if name[0] == '.' || name[0] == '_' || strings.HasSuffix(name, "~") || strings.HasPrefix(name, "~$") {
		return true
	}
	if name[0] == '#' && len(name) > 1 && strings.HasSuffix(name, "#") {
		return true
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".bak", ".orig", ".swp", ".tmp":
		return true
	}
	return strings.EqualFold(name, "thumbs.db") || strings.EqualFold(name, "desktop.ini")
}

// Walk lists the content folder but for what is LeftOut. A symbolic link to a file inside the
// folder is read through; one that leads out of it is an error, one to a
// folder is passed over with a warning. fsys must itself refuse to open what
// lies outside, as the FS of an os.Root does.
func Walk(fsys fs.FS) (Tree, []finding.Finding, error) {
	w := &walker{fsys: fsys}
	err := fs.WalkDir(fsys, ".", w.visit)
	if errors.Is(err, fs.ErrNotExist) {
		return Tree{}, []finding.Finding{finding.New(finding.CodeContentMissing, finding.Place{File: "content/"})}, nil
	}
	if err != nil {
		return Tree{}, nil, fmt.Errorf("reading the content folder: %w", err)
	}
	for _, list := range [][]Entry{w.tree.Pages, w.tree.Files, w.tree.Pairs} {
		slices.SortFunc(list, func(a, b Entry) int { return strings.Compare(a.Path, b.Path) })
	}
	if len(w.tree.Pages) == 0 && len(w.findings) == 0 {
		w.report(finding.CodeContentEmpty, "")
	}
	return w.tree, w.findings, nil
}

type walker struct {
	fsys     fs.FS
	tree     Tree
	findings []finding.Finding
}

func (w *walker) report(code finding.Code, name string, args ...any) {
	w.findings = append(w.findings, finding.New(code, finding.Place{File: "content/" + name}, args...))
}

func (w *walker) visit(name string, d fs.DirEntry, err error) error {
	if err != nil {
		if name == "." {
			return err
		}
		w.report(finding.CodeUnreadable, strings.ToValidUTF8(name, "?"), "reason", reason(err))
		if d != nil && d.IsDir() {
			return fs.SkipDir
		}
		return nil
	}
	if name == "." {
		return nil
	}
	if LeftOut(d.Name()) {
		if d.IsDir() {
			return fs.SkipDir
		}
		return nil
	}
	if !utf8.ValidString(name) {
		w.report(finding.CodeNameNotUTF8, strings.ToValidUTF8(name, "?"))
		if d.IsDir() {
			return fs.SkipDir
		}
		return nil
	}
	switch {
	case d.IsDir():
	case d.Type()&fs.ModeSymlink != 0:
		w.link(name)
	case d.Type().IsRegular():
		w.add(name, false)
	default:
		w.report(finding.CodeNotAFile, name)
	}
	return nil
}

func (w *walker) link(name string) {
	info, err := fs.Stat(w.fsys, name)
	switch {
	case err != nil:
		w.report(finding.CodeLinkEscapes, name)
	case info.IsDir():
		w.report(finding.CodeLinkToFolder, name)
	case info.Mode().IsRegular():
		w.add(name, true)
	default:
		w.report(finding.CodeNotAFile, name)
	}
}

func (w *walker) add(name string, link bool) {
	e := Entry{Disk: name, Path: norm.NFC.String(name), Link: link}
	switch strings.ToLower(e.Path) {
	case "programme.yaml", "programme.yml":
		w.tree.Settings = &e
		return
	case "pairs.csv", "pairs.xlsx", "pairs.example.csv":
		w.tree.Pairs = append(w.tree.Pairs, e)
		return
	}
	if !strings.Contains(e.Path, "/") && strings.EqualFold(strings.TrimSuffix(e.Path, path.Ext(e.Path)), "pairs") && tableExt(path.Ext(e.Path)) {
		w.tree.Pairs = append(w.tree.Pairs, e) // in a format that package pairs will tell about
		return
	}
	if looksLikePairs(e.Path) {
		w.report(finding.CodePairsMisplaced, name)
		return
	}
	if strings.EqualFold(path.Ext(e.Path), ".md") {
		w.tree.Pages = append(w.tree.Pages, e)
		return
	}
	w.tree.Files = append(w.tree.Files, e)
}

// looksLikePairs reports whether a file is likely a table of pairs in the
// wrong place, under another name or under a lock file's; it holds personal
// data, so it is not published whatever it is.
func looksLikePairs(name string) bool {
	base := strings.ToLower(path.Base(name))
	if !tableExt(path.Ext(base)) {
		return false
	}
	if strings.HasPrefix(base, "~$") {
		return true
	}
	stem := strings.TrimSuffix(base, path.Ext(base))
	if path.Ext(base) == ".txt" { // texts of such names may well be content
		return stem == "pairs" || stem == "parit"
	}
	return strings.HasPrefix(stem, "pairs") || strings.HasPrefix(stem, "parit") || stem == "par" || strings.HasPrefix(stem, "partabell")
}

// tableExt reports whether a file's ending is that of a table.
func tableExt(ext string) bool {
	switch strings.ToLower(ext) {
	case ".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".numbers":
		return true
	}
	return false
}

// reason is an error in one plain clause, without the path that it repeats.
func reason(err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err.Error()
	}
	return err.Error()
}
