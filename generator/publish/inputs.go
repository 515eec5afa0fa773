package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"
)

// Snapshot is the state of a build's inputs, as the disk describes them. Take
// it before the build reads them: an input that changes meanwhile then makes
// the record stale, not wrong.
type Snapshot struct {
	sum  string // of everything below the roots; "" where the disk left a doubt
	time int64  // when it was taken, in nanoseconds since 1970
}

// racy is how far a file's last change must lie before the snapshot for the
// disk's description to be enough. A later change within the resolution of
// the disk's clock would go unseen, so that the bytes of a younger file count
// too. The coarsest clock in use, FAT's, counts two seconds.
const racy = int64(2 * time.Second)

// Take describes all files below the roots, which are folders or files; one
// that is missing counts as such.
func Take(roots []string) Snapshot { return take(roots, time.Now().UnixNano()) }

// take describes the inputs as a snapshot of the given time would.
func take(roots []string, at int64) Snapshot {
	l := look{since: at - racy, room: make(chan struct{}, 8)}
	var all []byte
	for _, root := range roots {
		all = append(append(all, root...), 0)
		info, err := os.Stat(root)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			l.doubt()
		case info.IsDir():
			sum := l.folder(root)
			all = append(append(all, '/'), sum[:]...)
		default:
			all = l.appendFile(all, root, info)
		}
	}
	if l.doubtful {
		return Snapshot{time: at}
	}
	return Snapshot{hexHash(all), at}
}

// look is one look at the inputs, by several goroutines.
type look struct {
	since int64 // files that changed after it are read
	room  chan struct{}

	mu       sync.Mutex
	doubtful bool
}

func (l *look) doubt() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.doubtful = true
}

// folder returns the hash of a folder's names and of what each of them is,
// folders included.
func (l *look) folder(dir string) [16]byte {
	own, folders := l.entries(dir)
	sums := make([][16]byte, len(folders))
	var wg sync.WaitGroup
	for i, name := range folders {
		wg.Go(func() { sums[i] = l.folder(filepath.Join(dir, name)) })
	}
	wg.Wait()
	for i, name := range folders {
		own = append(append(append(own, name...), 0), sums[i][:]...)
	}
	return hashOf(own)
}

// entries describes the files of a folder and names its folders.
func (l *look) entries(dir string) (own []byte, folders []string) {
	l.room <- struct{}{}
	defer func() { <-l.room }()
	entries, err := os.ReadDir(dir)
	if err != nil {
		l.doubt()
	}
	own = make([]byte, 0, 96*len(entries))
	for _, e := range entries {
		if e.IsDir() {
			folders = append(folders, e.Name())
			continue
		}
		full := filepath.Join(dir, e.Name())
		info, err := e.Info()
		if err == nil && e.Type()&fs.ModeSymlink != 0 {
			own = l.appendFile(append(append(own, e.Name()...), 0), full, info)
			info, err = os.Stat(full)
			if errors.Is(err, fs.ErrNotExist) {
				continue // the build says what it thinks of a link that leads nowhere
			}
		}
		if err != nil || info.IsDir() { // a linked folder is not looked through
			l.doubt()
			continue
		}
		own = l.appendFile(append(append(own, e.Name()...), 0), full, info)
	}
	return own, folders
}

// appendFile describes a file: its size, its times, what it is on the disk;
// and its bytes where that is not enough.
func (l *look) appendFile(b []byte, path string, info fs.FileInfo) []byte {
	changed, identity := history(info)
	for _, n := range []int64{int64(info.Mode()), info.Size(), info.ModTime().UnixNano(), changed, int64(identity)} {
		b = append(strconv.AppendInt(b, n, 36), ' ')
	}
	if changed > l.since && info.Mode().IsRegular() {
		data, err := os.ReadFile(path)
		if err != nil {
			l.doubt()
		}
		sum := hashOf(data)
		b = append(b, sum[:]...)
	}
	return append(b, '\n')
}
