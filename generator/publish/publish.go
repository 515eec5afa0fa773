// Package publish writes an output folder so that it is whole at any moment.
//
// A build opens a Stage, puts every file of the site into it, and commits.
// Files that differ from what is published are first written into a staging
// folder inside the output folder; Commit then puts them in place, one rename
// each (one for a whole folder where it is new), all together at the end. A
// build that fails or is killed before leaves what was published as it was;
// one that is killed between two renames leaves every file whole, and the
// next build completes it.
//
// A manifest in the project's state folder knows the files that we wrote. Only
// those are ever replaced or removed. It lists them before the first rename,
// so that no file of ours is ever taken for somebody else's. It never lies in
// the output folder, where it would tell the names of unlisted pages.
//
// Take, Record and Fresh remember what a build was made from, so that the next
// one can see at a glance that there is nothing to do.
package publish

import (
	"io/fs"
	"path/filepath"
	"runtime"
)

// stagingName is the folder inside the output folder that holds new files
// until they are put in place.
const stagingName = ".mentorbook-staging"

// Folder is a folder that a build writes.
type Folder struct {
	Path      string   // of the folder
	State     string   // of the project's state folder
	Name      string   // logical name in findings, such as public/
	Private   bool     // for its owner only: mode 0700 and 0600
	Forbidden []string // folders that it must not be, hold or lie in: content, templates, the other outputs
}

func (f Folder) modes() (dir, file fs.FileMode) {
	if f.Private {
		return 0o700, 0o600
	}
	return 0o755, 0o644
}

// exposed reports whether others can read what is for the owner only. Windows
// tells nothing of it in a file's mode.
func (f Folder) exposed(info fs.FileInfo) bool {
	return f.Private && runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0
}

// Result counts what a Commit did.
type Result struct{ Written, Unchanged, Removed int }

// statePath names one of our own files about this output folder. A folder of
// the same project keeps its files when the project moves.
func (f Folder) statePath(kind string) string {
	out, project := resolve(f.Path), filepath.Dir(resolve(f.State))
	if rel, err := filepath.Rel(project, out); err == nil && filepath.IsLocal(rel) {
		out = rel
	}
	return filepath.Join(f.State, kind+"-"+hexHash([]byte(filepath.ToSlash(out)))[:12])
}
