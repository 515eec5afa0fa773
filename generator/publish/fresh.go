package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Snapshot is the state of a build's inputs, as the disk describes it. Take it
// before the build reads them: an input that changes meanwhile then makes the
// record stale, not wrong.
type Snapshot struct {
	sum  string
	ok   bool
	time int64 // when it was taken
	last int64 // when the newest input was changed
}

const recordHeader = "mentorbook build 1"

// racy is how much older than the snapshot the newest input must be. A change
// within the resolution of the disk's clock would go unseen; the coarsest
// clock in use, FAT's, counts two seconds.
const racy = int64(2 * time.Second)

func (f Folder) recordPath() string { return filepath.Join(f.State, "build-"+f.id()) }

// Take describes the inputs below the roots.
func Take(roots []string) Snapshot {
	s := Snapshot{time: time.Now().UnixNano()}
	h := sha256.New()
	for _, root := range roots {
		lines, last, err := describe(root)
		if err != nil {
			return Snapshot{}
		}
		s.last = max(s.last, last)
		fmt.Fprintf(h, "%s\n%d\n", root, len(lines))
		for _, l := range lines {
			h.Write(l)
		}
	}
	s.sum, s.ok = hex.EncodeToString(h.Sum(nil)), true
	return s
}

// describe lists every file below a folder with its size and time, each
// folder's files by a goroutine of its own choosing.
func describe(root string) (lines [][]byte, last int64, err error) {
	var (
		mu    sync.Mutex
		wg    sync.WaitGroup
		room  = make(chan struct{}, 8)
		visit func(dir, rel string)
	)
	fail := func(e error) {
		mu.Lock()
		defer mu.Unlock()
		err = e
	}
	visit = func(dir, rel string) {
		defer wg.Done()
		room <- struct{}{}
		entries, e := os.ReadDir(dir)
		if e != nil {
			fail(e)
		}
		var own [][]byte
		var newest int64
		for _, entry := range entries {
			name := rel + entry.Name()
			if entry.IsDir() {
				wg.Add(1)
				go visit(filepath.Join(dir, entry.Name()), name+"/")
				continue
			}
			info, e := entry.Info()
			if entry.Type()&fs.ModeSymlink != 0 {
				info, e = os.Stat(filepath.Join(dir, entry.Name()))
			}
			if e != nil {
				continue // a broken link is a finding of the build's
			}
			line := append([]byte(name), 0)
			line = binary.BigEndian.AppendUint64(line, uint64(info.Size()))
			line = binary.BigEndian.AppendUint64(line, uint64(info.ModTime().UnixNano()))
			own = append(own, line)
			newest = max(newest, info.ModTime().UnixNano())
		}
		<-room
		mu.Lock()
		lines = append(lines, own...)
		last = max(last, newest)
		mu.Unlock()
	}
	wg.Add(1)
	visit(root, "")
	wg.Wait()
	slices.SortFunc(lines, bytes.Compare)
	return lines, last, err
}

// Record remembers a successful build: the inputs that it was made from, a key
// of whatever else decides its bytes, and the caller's own payload.
func Record(f Folder, key string, s Snapshot, payload []byte) error {
	if !s.ok {
		return forget(f)
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s\n%s\n%s\n%d %d\n", recordHeader, strconv.Quote(key), s.sum, s.time, s.last)
	b.Write(payload)
	return replace(f.recordPath(), b.Bytes())
}

func forget(f Folder) error {
	if err := os.Remove(f.recordPath()); err != nil && !os.IsNotExist(err) {
		return fmt.Errorf("forgetting the last build: %w", err)
	}
	return nil
}

// Fresh returns the payload of the last recorded build if it still stands:
// same key, same inputs, every output as it was written. Any doubt is a no.
func Fresh(f Folder, key string, roots []string) ([]byte, bool) {
	data, err := os.ReadFile(f.recordPath())
	if err != nil {
		return nil, false
	}
	parts := bytes.SplitN(data, []byte("\n"), 5)
	if len(parts) < 5 || string(parts[0]) != recordHeader || string(parts[1]) != strconv.Quote(key) {
		return nil, false
	}
	taken, last, ok := strings.Cut(string(parts[3]), " ")
	t, err1 := strconv.ParseInt(taken, 10, 64)
	l, err2 := strconv.ParseInt(last, 10, 64)
	if !ok || err1 != nil || err2 != nil || l > t-racy {
		return nil, false
	}
	if now := Take(roots); !now.ok || now.sum != string(parts[2]) {
		return nil, false
	}
	return parts[4], f.intact()
}

// intact reports whether every file of the manifest is as it was written, and
// no interrupted build left anything.
func (f Folder) intact() bool {
	if _, err := os.Lstat(filepath.Join(f.Path, stagingName)); err == nil {
		return false
	}
	m := readManifest(f.manifestPath())
	addresses := make([]string, 0, len(m))
	for a := range m {
		addresses = append(addresses, a)
	}
	var next atomic.Int64
	var broken atomic.Bool
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(addresses) && !broken.Load(); i = int(next.Add(1)) - 1 {
				info, err := os.Lstat(filepath.Join(f.Path, filepath.FromSlash(addresses[i])))
				if err != nil || !m[addresses[i]].same(info) {
					broken.Store(true)
				}
			}
		})
	}
	wg.Wait()
	return len(m) > 0 && !broken.Load()
}
