//go:build !linux

package publish

import (
	"errors"
	"os"
)

// createIn has no short way here.
func createIn(*os.File, string, os.FileMode) (*os.File, error) { return nil, errors.ErrUnsupported }
