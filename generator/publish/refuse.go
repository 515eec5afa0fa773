package publish

import (
	"os"
	"path/filepath"
	"strings"

	"mentorbook/generator/finding"
)

// workSigns are what a folder of somebody's work holds, at its top. What we
// published there ourselves is no sign of it.
var workSigns = []string{"programme.yaml", "programme.yml", "content", "pairs.csv", "pairs.xlsx", "index.md"}

// toolSigns are what a program's source or a repository holds. They count
// until we have published into the folder once: then it was meant, and who
// keeps the published site under version control may.
var toolSigns = []string{".git", "go.mod", "main.go", "package.json"}

// refuse says why the folder must not be written: it is, holds or lies in a
// folder that it must not; it is the root of the disk or a home; or it looks
// like somebody's work.
func (f Folder) refuse(m *manifest) []finding.Finding {
	no := func(code finding.Code, args ...any) []finding.Finding {
		return []finding.Finding{finding.New(code, finding.Place{File: f.Name}, append([]any{"folder", f.Path}, args...)...)}
	}
	out := resolve(f.Path)
	if filepath.Dir(out) == out {
		return no(finding.CodeOutForbidden, "other", out)
	}
	if home, err := os.UserHomeDir(); err == nil && filepath.IsAbs(home) && within(resolve(home), out) {
		return no(finding.CodeOutForbidden, "other", home)
	}
	for _, other := range append([]string{f.State}, f.Forbidden...) {
		if o := resolve(other); within(o, out) || within(out, o) {
			return no(finding.CodeOutForbidden, "other", other)
		}
	}
	if info, err := os.Stat(out); err == nil && !info.IsDir() {
		return no(finding.CodeOutNotFolder)
	}
	signs := workSigns
	if len(m.files) == 0 {
		signs = append(signs[:len(signs):len(signs)], toolSigns...)
	}
	for _, sign := range signs {
		if _, err := os.Lstat(filepath.Join(out, sign)); err == nil && !m.holds(sign) {
			return no(finding.CodeOutHolds, "sign", sign)
		}
	}
	return nil
}

// holds reports whether a file or folder is ours.
func (m *manifest) holds(address string) bool {
	if _, ok := m.files[address]; ok || m.folders[address] {
		return true
	}
	for a := range m.files { // only for a section that is called content
		if strings.HasPrefix(a, address+"/") {
			return true
		}
	}
	return false
}

// within reports whether a path is a folder or lies below it. Both are
// resolved; the disk is asked too, which may take two spellings for one.
func within(p, folder string) bool {
	if rel, err := filepath.Rel(folder, p); err == nil && filepath.IsLocal(rel) {
		return true
	}
	target, err := os.Stat(folder)
	if err != nil {
		return false
	}
	for {
		if info, err := os.Stat(p); err == nil && os.SameFile(info, target) {
			return true
		}
		parent := filepath.Dir(p)
		if parent == p {
			return false
		}
		p = parent
	}
}

// resolve follows symbolic links as far as the path exists.
func resolve(p string) string {
	abs, err := filepath.Abs(p)
	if err != nil {
		return p
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return real
	}
	parent := filepath.Dir(abs)
	if parent == abs {
		return abs
	}
	return filepath.Join(resolve(parent), filepath.Base(abs))
}
