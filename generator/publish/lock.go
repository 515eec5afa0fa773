package publish

import (
	"context"
	"errors"
	"fmt"
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
// given time.
func Acquire(ctx context.Context, state string, wait time.Duration, waiting func()) (*Lock, error) {
	if err := os.MkdirAll(state, 0o700); err != nil {
		return nil, fmt.Errorf("making the folder of Mentorbook's own files: %w", err)
	}
	l := &Lock{flock.New(filepath.Join(state, "lock"), flock.SetPermissions(0o600))}
	ok, err := l.file.TryLock()
	if err != nil {
		return nil, fmt.Errorf("locking %s: %w", state, err)
	}
	if ok {
		return l, nil
	}
	if waiting != nil {
		waiting()
	}
	ctx, cancel := context.WithTimeoutCause(ctx, wait, ErrBusy)
	defer cancel()
	if ok, _ := l.file.TryLockContext(ctx, 50*time.Millisecond); !ok {
		return nil, context.Cause(ctx)
	}
	return l, nil
}

// Release lets the next build go on.
func (l *Lock) Release() error { return l.file.Unlock() }
