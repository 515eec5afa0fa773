package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"

	"mentorbook/generator/finding"
)

// Loader reads one file after the other into the same room.
type Loader struct {
	// Root is the folder that the files are read from, where it is one of the disk's. Files of one folder are
	// then opened in one step each, instead of a walk from the root for each file.
	Root *os.Root

	room   []byte
	folder *os.File // that the last file lay in
	name   string   // of that folder
}

// Load reads a file's bytes as they are, unless it is larger than any page for
// people; then they are nil. They are good until the next Load. fsys is the
// same folder as Root.
func (l *Loader) Load(fsys fs.FS, e Entry) ([]byte, []finding.Finding, error) {
	f, err := l.open(fsys, e)
	if err != nil {
		return nil, nil, fmt.Errorf("reading %s: %w", e.Path, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, nil, fmt.Errorf("reading %s: %w", e.Path, err)
	}
	if info.Size() > MaxSize {
		return nil, []finding.Finding{finding.New(finding.CodePageTooLarge, finding.Place{File: "content/" + e.Path}, "size", info.Size()>>20, "most", MaxSize>>20)}, nil
	}
	data, err := l.read(f, int(info.Size()))
	if err != nil {
		return nil, nil, fmt.Errorf("reading %s: %w", e.Path, err)
	}
	return data, nil, nil
}

// read reads a file to its end, which is where its size says, most often.
func (l *Loader) read(f fs.File, size int) ([]byte, error) {
	if len(l.room) <= size {
		l.room = make([]byte, size+size/2+512)
	}
	n := 0
	for {
		more, err := f.Read(l.room[n:])
		n += more
		switch {
		case errors.Is(err, io.EOF) || err == nil && n == size && n < len(l.room):
			return l.room[:n], nil
		case err != nil:
			return nil, err
		case n == len(l.room):
			l.room = append(l.room, make([]byte, n)...)
		}
	}
}

func (l *Loader) open(fsys fs.FS, e Entry) (fs.File, error) {
	if l.Root == nil || e.Link {
		return fsys.Open(e.Disk)
	}
	if dir := path.Dir(e.Disk); l.folder == nil || dir != l.name {
		l.Close()
		if folder, err := l.Root.Open(dir); err == nil {
			l.folder, l.name = folder, dir
		}
	}
	if l.folder != nil {
		if f, err := openIn(l.folder, path.Base(e.Disk)); err == nil {
			return f, nil
		}
	}
	return fsys.Open(e.Disk)
}

// Close lets go of the folder of the last file.
func (l *Loader) Close() {
	if l.folder != nil {
		l.folder.Close()
		l.folder = nil
	}
}
