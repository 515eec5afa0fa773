package publish

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"
)

func TestSecondBuildWaitsAndIsToldOnce(t *testing.T) {
	state := filepath.Join(t.TempDir(), "state")
	first, err := Acquire(t.Context(), state, 0, func() { t.Error("the first one waits") })
	must(t, err)
	told := make(chan bool, 10)
	done := make(chan error)
	go func() {
		second, err := Acquire(t.Context(), state, time.Hour, func() { told <- true })
		if err == nil {
			err = second.Release()
		}
		done <- err
	}()
	<-told
	select {
	case err := <-done:
		t.Fatalf("it did not wait: %v", err)
	default:
	}
	must(t, first.Release())
	must(t, <-done)
	if len(told) > 0 {
		t.Error("it was told twice")
	}
}

func TestWaitingEnds(t *testing.T) {
	state := t.TempDir()
	first, err := Acquire(t.Context(), state, 0, nil)
	must(t, err)
	defer first.Release()
	if _, err := Acquire(t.Context(), state, time.Millisecond, nil); !errors.Is(err, ErrBusy) {
		t.Errorf("after the time: %v", err)
	}
	if _, err := Acquire(t.Context(), state, 0, nil); !errors.Is(err, ErrBusy) {
		t.Errorf("with no time: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	if _, err := Acquire(ctx, state, time.Hour, cancel); !errors.Is(err, context.Canceled) {
		t.Errorf("after a cancel: %v", err)
	}
}

func TestLockNeedsAFolder(t *testing.T) {
	name := filepath.Join(t.TempDir(), "file")
	write(t, name, "")
	if _, err := Acquire(t.Context(), filepath.Join(name, "state"), 0, nil); err == nil {
		t.Error("a lock below a file")
	}
}
