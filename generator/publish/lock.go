package publish

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// ErrBusy means that another build went on for longer than one would wait.
var ErrBusy = errors.New("another build of this handbook is still under way")

// Lock keeps other builds of the same handbook waiting. The system frees it
// when the process ends, however it ends.
type Lock struct{ file *flock.Flock }

// Acquire takes the lock of a state folder. Where another process has it,
// waiting is called once (it may be nil), and Acquire waits: ErrBusy after the
// given time, the context's error when that ends. On a disk without locks
// (some network shares) builds go on unguarded: rather that than no build.
func Acquire(ctx context.Context, state string, wait time.Duration, waiting func()) (*Lock, error) {
	if err := os.MkdirAll(state, 0o700); err != nil {
		return nil, failed("making the folder of Mentorbook's own files, "+state, err)
	}
	if err := privateState(state); err != nil {
		return nil, failed("keeping the folder "+state+" out of git", err)
	}
	l := &Lock{flock.New(filepath.Join(state, "lock"), flock.SetPermissions(0o600))}
	ok, err := l.file.TryLock()
	switch {
	case ok, errors.Is(err, errors.ErrUnsupported):
		return l, nil
	case err != nil:
		return nil, failed("locking the folder "+state, err)
	}
	if waiting != nil {
		waiting()
	}
	timed, cancel := context.WithTimeoutCause(ctx, wait, ErrBusy)
	defer cancel()
	ok, err = l.file.TryLockContext(timed, 50*time.Millisecond)
	switch {
	case ok:
		return l, nil
	case timed.Err() != nil:
		return nil, context.Cause(timed)
	}
	return nil, failed("locking the folder "+state, err)
}

// privateState keeps the state folder out of git: it holds the secret.
func privateState(state string) error {
	root, err := os.OpenRoot(state)
	if err != nil {
		return err
	}
	defer root.Close()
	return outOfGit(root)
}

// Release lets the next build go on.
func (l *Lock) Release() error { return l.file.Close() }
