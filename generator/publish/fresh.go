package publish

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
)

const recordHeader = "mentorbook build 2"

// none stands for the hash of a manifest that is not there: the folder of
// private papers of a programme without pairs.
const none = "-"

// Record remembers a successful build: the inputs that it was made from, a key
// of whatever else decides its bytes, the folders that it wrote, and the
// caller's own payload. It lies with the first folder's manifest.
func Record(f Folder, key string, s Snapshot, payload []byte, others ...Folder) error {
	path := f.statePath("build")
	if s.sum == "" {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return failed("removing Mentorbook's own file "+path, err)
		}
		return nil
	}
	manifests := ""
	for _, folder := range append([]Folder{f}, others...) {
		_, sum, err := readEntries(folder.statePath("manifest"))
		if err != nil {
			return err
		}
		manifests += cmp.Or(sum, none) + " "
	}
	head := fmt.Sprintf("%s\n%s\n%s\n%d\n%s\n%d\n", recordHeader, strconv.Quote(key), s.sum, s.time, manifests, len(payload))
	return new(disk).replace(path, append([]byte(head), payload...))
}

// record is what Record wrote.
type record struct {
	key, inputs string
	time        int64
	manifests   []string // the hash of each folder's manifest
	payload     []byte
}

// Fresh returns the payload of the last recorded build if it still stands:
// same key, same inputs, every output as it was written. Any doubt is a no.
func Fresh(f Folder, key string, roots []string, others ...Folder) (payload []byte, ok bool) {
	data, err := os.ReadFile(f.statePath("build"))
	if err != nil {
		return nil, false
	}
	folders := append([]Folder{f}, others...)
	r, ok := parseRecord(data)
	if !ok || r.key != key || len(r.manifests) != len(folders) {
		return nil, false
	}
	for i, folder := range folders {
		if !folder.intact(r.manifests[i]) {
			return nil, false
		}
	}
	return r.payload, take(roots, r.time).sum == r.inputs
}

func parseRecord(data []byte) (r record, ok bool) {
	parts := bytes.SplitN(data, []byte("\n"), 7)
	if len(parts) < 7 || string(parts[0]) != recordHeader || len(parts[2]) == 0 {
		return record{}, false
	}
	key, err1 := strconv.Unquote(string(parts[1]))
	at, err2 := strconv.ParseInt(string(parts[3]), 10, 64)
	length, err3 := strconv.Atoi(string(parts[5]))
	if err1 != nil || err2 != nil || err3 != nil || length != len(parts[6]) {
		return record{}, false
	}
	return record{key, string(parts[2]), at, strings.Fields(string(parts[4])), parts[6]}, true
}

// intact reports whether the manifest is the one that was recorded, every file
// of it is as it was written, and no interrupted build left anything.
func (f Folder) intact(sum string) bool {
	entries, found, err := readEntries(f.statePath("manifest"))
	if err != nil || cmp.Or(found, none) != sum {
		return false
	}
	if _, err := os.Lstat(filepath.Join(f.Path, stagingName)); err == nil {
		return false
	}
	var next atomic.Int64
	var broken atomic.Bool
	var wg sync.WaitGroup
	const batch = 128
	for range 4 {
		wg.Go(func() {
			for !broken.Load() {
				from := int(next.Add(batch)) - batch
				if from >= len(entries) {
					return
				}
				if !f.holds(entries[from:min(from+batch, len(entries))]) {
					broken.Store(true)
				}
			}
		})
	}
	wg.Wait()
	return !broken.Load()
}

// holds reports whether the folder holds some entries of its manifest, sorted
// by address, as they were written.
func (f Folder) holds(entries []entry) bool {
	folder := "."
	for _, e := range entries {
		name := filepath.Join(f.Path, filepath.FromSlash(e.address))
		if dir := path.Dir(e.address); dir != folder {
			folder = dir
			if info, err := os.Lstat(filepath.Dir(name)); err != nil || !info.IsDir() {
				return false
			}
		}
		info, err := os.Lstat(name)
		if err != nil || e.folder != info.IsDir() || !e.folder && !e.same(info) || !e.folder && f.exposed(info) {
			return false
		}
	}
	return true
}
