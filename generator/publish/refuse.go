package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"mentorbook/generator/finding"
)

// refuse says why the folder must not be written: it is, holds or lies in a
// folder that it must not; it is the root of the disk or a home; or it looks
// like a project of somebody's.
func (f Folder) refuse() []finding.Finding {
	no := func(code finding.Code, args ...any) []finding.Finding {
		return []finding.Finding{finding.New(code, finding.Place{File: f.Name}, append([]any{"folder", f.Path}, args...)...)}
	}
	out := resolve(f.Path)
	home, _ := os.UserHomeDir()
	if filepath.Dir(out) == out || out == resolve(home) && home != "" {
		return no(finding.CodeOutForbidden, "other", out)
	}
	if within(resolve(f.State), out) {
		return no(finding.CodeOutForbidden, "other", f.State)
	}
	for _, other := range f.Forbidden {
		if o := resolve(other); within(o, out) || within(out, o) {
			return no(finding.CodeOutForbidden, "other", other)
		}
	}
	info, err := os.Stat(out)
	if err == nil && !info.IsDir() {
		return no(finding.CodeOutNotFolder)
	}
	for _, sign := range []string{"programme.yaml", "content", "go.mod", ".git"} {
		if _, err := os.Lstat(filepath.Join(out, sign)); err == nil {
			return no(finding.CodeOutHolds, "sign", sign)
		}
	}
	return nil
}

// within reports whether a path is a folder or lies below it.
func within(p, folder string) bool {
	rel, err := filepath.Rel(folder, p)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
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

// isNotDir reports that a file stands where a folder of the path should.
func isNotDir(err error) bool {
	var pe *fs.PathError
	return errors.As(err, &pe) && errors.Is(pe.Err, syscall.ENOTDIR)
}
