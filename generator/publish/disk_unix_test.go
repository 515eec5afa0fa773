//go:build unix

package publish

import (
	"errors"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestHelperFullDisk is no test of its own: it is a process that may write
// small files only.
func TestHelperFullDisk(t *testing.T) {
	project := os.Getenv("MENTORBOOK_FULL_IN")
	if project == "" {
		t.SkipNow()
	}
	signal.Ignore(syscall.SIGXFSZ)
	var limit syscall.Rlimit
	must(t, syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit))
	must(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 4096, Max: limit.Max}))
	defer syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit)
	f := Folder{Path: filepath.Join(project, "public"), State: filepath.Join(project, ".mentorbook"), Name: "public/"}
	s, err := put(t, f, pages{"index.html": "changed", "large.html": strings.Repeat("x", 10_000)}, nil)
	if !errors.Is(err, syscall.EFBIG) || !strings.HasPrefix(err.Error(), "writing public/large.html: ") {
		t.Errorf("Put: %v", err)
	}
	must(t, s.Abort())
}

func TestFullDiskChangesNothing(t *testing.T) {
	f := newFolder(t)
	old := pages{"index.html": "home", "a/b.html": "b"}
	mustBuild(t, f, old)
	cmd := exec.Command(os.Args[0], "-test.run=^TestHelperFullDisk$")
	cmd.Env = append(os.Environ(), "MENTORBOOK_FULL_IN="+filepath.Dir(f.State))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	mustHold(t, f, old)
}
