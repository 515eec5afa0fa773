package publish

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// An error says what was being done, on which file, and what the system
// answered; no more.
func TestErrorsSayWhatWasBeingDone(t *testing.T) {
	f := newFolder(t)
	f.Path = filepath.Join(f.Path, "file", "x")
	write(t, filepath.Dir(f.Path), "a file")
	if _, _, err := Open(f); err == nil || !errors.Is(err, syscall.ENOTDIR) || err.Error() != "making the folder "+f.Path+": not a directory" {
		t.Errorf("below a file: %v", err)
	}

	f = newFolder(t)
	write(t, f.State, "a file")
	if _, _, err := Open(f); err == nil || !strings.HasPrefix(err.Error(), "reading Mentorbook's own file ") {
		t.Errorf("no state folder: %v", err)
	}

	f = newFolder(t)
	must(t, os.MkdirAll(f.statePath("manifest"), 0o755))
	if _, _, err := Open(f); err == nil || !strings.HasPrefix(err.Error(), "reading Mentorbook's own file ") {
		t.Errorf("an unreadable manifest: %v", err)
	}
}
