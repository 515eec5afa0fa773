package publish

import (
	"bytes"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
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

// manifest is what we made in an output folder, by address.
type manifest struct {
	files map[string]written
	// also holds the new version of a file while its old one may still be
	// in place: a killed build leaves either, and the next one can tell.
	also    map[string]written
	folders map[string]bool // that were not there before us
}

// entry is a line of the manifest: a file, or a folder where folder is set.
type entry struct {
	address string
	written
	folder bool
}

// manifestHeader begins with what the file is and the version of its form.
// The hash of all that follows it comes next, so that a file that was cut
// short is not believed.
const manifestHeader = "mentorbook manifest 3 "

// hashOf tells contents apart. It need not withstand malice: whoever can
// choose what a build writes can write it.
func hashOf(data []byte) [16]byte { return xxh3.Hash128(data).Bytes() }

func hexHash(data []byte) string {
	sum := hashOf(data)
	return hex.EncodeToString(sum[:])
}

// same reports whether the disk still describes the file as when it was written.
func (w written) same(info fs.FileInfo) bool {
	return info.Mode().IsRegular() && info.Size() == w.size && info.ModTime().UnixNano() == w.mtime
}

// known returns what we know of a file that the disk describes so, whether it
// is ours at all, and whether it is as we wrote it.
func (m *manifest) known(address string, info fs.FileInfo) (w written, ours, intact bool) {
	w, ours = m.files[address]
	intact = ours && w.same(info)
	if other, ok := m.also[address]; ok && other.same(info) {
		if intact && other.hash != w.hash { // the clock could not tell them apart; nor can we
			return written{size: w.size, mtime: w.mtime}, true, true
		}
		return other, true, true
	}
	return w, ours, intact
}

func newManifest() *manifest {
	return &manifest{files: map[string]written{}, also: map[string]written{}, folders: map[string]bool{}}
}

// readManifest returns what is known to be ours: nothing where there is no
// manifest, or one that we can't understand.
func readManifest(path string) (*manifest, error) {
	entries, _, err := readEntries(path)
	return manifestOf(entries), err
}

func manifestOf(entries []entry) *manifest {
	m := newManifest()
	m.files = make(map[string]written, len(entries))
	for _, e := range entries {
		if _, twice := m.files[e.address]; e.folder {
			m.folders[e.address] = true
		} else if twice {
			m.also[e.address] = e.written
		} else {
			m.files[e.address] = e.written
		}
	}
	return m
}

// readEntries returns the manifest's lines, sorted by address, and its hash.
func readEntries(path string) (entries []entry, sum string, err error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, "", nil
	}
	if err != nil {
		return nil, "", failed("reading Mentorbook's own file "+path, err)
	}
	entries, sum = parseEntries(data)
	return entries, sum, nil
}

func parseEntries(data []byte) (entries []entry, sum string) {
	head, rest, _ := bytes.Cut(data, []byte("\n"))
	sum, ok := strings.CutPrefix(string(head), manifestHeader)
	if !ok || sum != hexHash(rest) {
		return nil, ""
	}
	entries = make([]entry, 0, bytes.Count(rest, []byte("\n")))
	for line := range strings.Lines(string(rest)) {
		e, ok := parseEntry(strings.TrimSuffix(line, "\n"))
		if !ok {
			return nil, ""
		}
		entries = append(entries, e)
	}
	return entries, sum
}

func parseEntry(line string) (e entry, ok bool) {
	if address, ok := strings.CutPrefix(line, "/ "); ok {
		return entry{address: address, folder: true}, true
	}
	size, rest, ok1 := strings.Cut(line, " ")
	mtime, rest, ok2 := strings.Cut(rest, " ")
	hash, address, ok3 := strings.Cut(rest, " ")
	if !ok1 || !ok2 || !ok3 || len(hash) != 32 {
		return entry{}, false
	}
	var err1, err2 error
	e.address = address
	e.size, err1 = strconv.ParseInt(size, 10, 64)
	e.mtime, err2 = strconv.ParseInt(mtime, 10, 64)
	_, err3 := hex.Decode(e.hash[:], []byte(hash))
	return e, err1 == nil && err2 == nil && err3 == nil
}

// encode writes a manifest as text, a line for each file and folder.
func (m *manifest) encode() []byte {
	addresses := make([]string, 0, len(m.files)+len(m.folders))
	for a := range m.files {
		addresses = append(addresses, a)
	}
	for a := range m.folders {
		addresses = append(addresses, a)
	}
	slices.Sort(addresses)
	addresses = slices.Compact(addresses) // a file of ours may give way to a folder
	body := make([]byte, 0, 100*len(addresses))
	for _, a := range addresses {
		if m.folders[a] {
			body = append(append(append(body, "/ "...), a...), '\n')
		}
		if w, ok := m.files[a]; ok {
			body = w.appendLine(body, a)
		}
		if w, ok := m.also[a]; ok {
			body = w.appendLine(body, a)
		}
	}
	return append([]byte(manifestHeader+hexHash(body)+"\n"), body...)
}

func (w written) appendLine(b []byte, address string) []byte {
	b = append(strconv.AppendInt(b, w.size, 10), ' ')
	b = append(strconv.AppendInt(b, w.mtime, 10), ' ')
	b = append(hex.AppendEncode(b, w.hash[:]), ' ')
	return append(append(b, address...), '\n')
}
