package seal

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Secret is what all of a programme's keys are derived from.
type Secret [32]byte

// minSecret is the fewest characters that a secret given in words may have.
const minSecret = 32

// ErrSecret says that a secret is none.
var ErrSecret = errors.New("a secret has at least 32 characters")

// ParseSecret makes a Secret of a text, such as the variable
// MENTORBOOK_SECRET holds: at least 32 characters that nobody can guess.
func ParseSecret(text string) (Secret, error) {
	text = strings.TrimSpace(text)
	if len(text) < minSecret {
		return Secret{}, ErrSecret
	}
	if b, err := base64.RawURLEncoding.DecodeString(text); err == nil && len(b) == len(Secret{}) {
		return Secret(b), nil
	}
	return sha256.Sum256([]byte("mentorbook secret\x00" + text)), nil
}

// ReadSecret reads a programme's secret from its file and makes one where
// there is none. The file is for its owner only (mode 0600); a mode that lets
// others read it is put right. made says that it is new.
func ReadSecret(path string) (s Secret, made bool, err error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return makeSecret(path)
	}
	if err != nil {
		return Secret{}, false, fmt.Errorf("reading the secret of the pairs' links: %w", err)
	}
	if s, err = ParseSecret(string(data)); err != nil {
		return Secret{}, false, fmt.Errorf("the secret of the pairs' links in %s is damaged: %w; restore it from a backup, or delete it and send every pair its new link", path, err)
	}
	if info, err := os.Stat(path); err == nil && info.Mode().Perm()&0o077 != 0 {
		_ = os.Chmod(path, 0o600) // a disk without modes can't do better
	}
	return s, false, nil
}

// makeSecret writes a new secret. Of two builds that do it at once, one wins
// and both use its secret.
func makeSecret(path string) (s Secret, made bool, err error) {
	if _, err := rand.Read(s[:]); err != nil {
		return Secret{}, false, fmt.Errorf("making the secret of the pairs' links: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return Secret{}, false, fmt.Errorf("making the folder of the pairs' secret: %w", err)
	}
	temp, err := os.CreateTemp(filepath.Dir(path), ".secret-") // mode 0600
	if err != nil {
		return Secret{}, false, fmt.Errorf("keeping the secret of the pairs' links: %w", err)
	}
	defer os.Remove(temp.Name())
	_, err = temp.WriteString(base64.RawURLEncoding.EncodeToString(s[:]) + "\n")
	err = errors.Join(err, temp.Sync(), temp.Close())
	if err == nil {
		err = os.Link(temp.Name(), path) // fails where there is one by now
		if err != nil && !errors.Is(err, fs.ErrExist) {
			err = os.Rename(temp.Name(), path) // a disk without links
		}
	}
	if errors.Is(err, fs.ErrExist) {
		return ReadSecret(path)
	}
	if err != nil {
		return Secret{}, false, fmt.Errorf("keeping the secret of the pairs' links: %w", err)
	}
	return s, true, nil
}
