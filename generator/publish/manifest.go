package publish

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/zeebo/xxh3"
)

// written is a file that we wrote: what it held and how the disk described it.
type written struct {
	size  int64
	mtime int64 // nanoseconds since 1970
	hash  [16]byte
}

// manifest is every file that we wrote into an output folder, by address.
type manifest map[string]written

const manifestHeader = "mentorbook manifest 2"

// hashOf tells contents apart. It need not withstand malice: whoever can
// choose what a build writes can write it.
func hashOf(data []byte) [16]byte { return xxh3.Hash128(data).Bytes() }

// same reports whether the disk still describes the file as when it was written.
func (w written) same(info fs.FileInfo) bool {
	return info.Mode().IsRegular() && info.Size() == w.size && info.ModTime().UnixNano() == w.mtime
}

// manifestPath names the manifest of an output folder within the state
// folder. A folder of the same project keeps its manifest when the project
// moves.
func (f Folder) manifestPath() string { return filepath.Join(f.State, "manifest-"+f.id()) }

func (f Folder) id() string {
	name := f.Path
	if rel, err := filepath.Rel(filepath.Dir(f.State), f.Path); err == nil && !strings.HasPrefix(rel, "..") {
		name = rel
	} else if abs, err := filepath.Abs(f.Path); err == nil {
		name = abs
	}
	sum := sha256.Sum256([]byte(filepath.ToSlash(filepath.Clean(name))))
	return hex.EncodeToString(sum[:6])
}

// readManifest returns what is known to be ours; nothing where the manifest
// is missing or can't be read.
func readManifest(path string) manifest {
	data, err := os.ReadFile(path)
	if err != nil {
		return manifest{}
	}
	head, rest, _ := bytes.Cut(data, []byte("\n"))
	if string(head) != manifestHeader {
		return manifest{}
	}
	m := make(manifest, bytes.Count(rest, []byte("\n")))
	for line := range strings.Lines(string(rest)) {
		address, w, ok := parseLine(strings.TrimSuffix(line, "\n"))
		if !ok {
			return manifest{}
		}
		m[address] = w
	}
	return m
}

func parseLine(line string) (address string, w written, ok bool) {
	size, rest, ok1 := strings.Cut(line, " ")
	mtime, rest, ok2 := strings.Cut(rest, " ")
	hash, address, ok3 := strings.Cut(rest, " ")
	if !ok1 || !ok2 || !ok3 || len(hash) != 32 || checkAddress(address) != nil {
		return "", w, false
	}
	var err1, err2 error
	w.size, err1 = strconv.ParseInt(size, 10, 64)
	w.mtime, err2 = strconv.ParseInt(mtime, 10, 64)
	_, err3 := hex.Decode(w.hash[:], []byte(hash))
	return address, w, errors.Join(err1, err2, err3) == nil
}

func (m manifest) write(path string) error {
	addresses := make([]string, 0, len(m))
	for a := range m {
		addresses = append(addresses, a)
	}
	slices.Sort(addresses)
	var b bytes.Buffer
	w := bufio.NewWriter(&b)
	fmt.Fprintln(w, manifestHeader)
	var line []byte
	for _, a := range addresses {
		f := m[a]
		line = strconv.AppendInt(line[:0], f.size, 10)
		line = append(line, ' ')
		line = strconv.AppendInt(line, f.mtime, 10)
		line = append(line, ' ')
		line = hex.AppendEncode(line, f.hash[:])
		line = append(line, ' ')
		line = append(line, a...)
		line = append(line, '\n')
		w.Write(line)
	}
	w.Flush()
	return replace(path, b.Bytes())
}

// replace writes a file of the state folder whole: beside, then renamed.
func replace(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("making the folder of Mentorbook's own files: %w", err)
	}
	temp := path + ".new"
	if err := os.WriteFile(temp, data, 0o600); err != nil {
		return fmt.Errorf("writing Mentorbook's own files: %w", err)
	}
	if err := os.Rename(temp, path); err != nil {
		return fmt.Errorf("writing Mentorbook's own files: %w", err)
	}
	return nil
}
