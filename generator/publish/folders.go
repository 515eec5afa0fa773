package publish

import (
	"os"
	"path"
	"path/filepath"
	"sync"
)

// folders are the folders that files were written to last, held open: what
// lies in one is then made in one step, instead of a walk from the root for
// each file. Files come folder by folder, on a few cores.
type folders struct {
	mu   sync.Mutex
	last []openFolder // the one used last first
}

type openFolder struct {
	name   string
	handle *os.File
}

// mostFolders is how many are held open.
const mostFolders = 8

// at returns a folder of the root. A handle that others have pushed out may
// be closed before it is used; using it is an error then.
func (o *folders) at(root *os.Root, name string) (*os.File, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for i, f := range o.last {
		if f.name == name {
			copy(o.last[1:i+1], o.last[:i])
			o.last[0] = f
			return f.handle, nil
		}
	}
	handle, err := root.Open(filepath.FromSlash(name))
	if err != nil {
		return nil, err
	}
	if len(o.last) == mostFolders {
		o.last[mostFolders-1].handle.Close()
		o.last = o.last[:mostFolders-1]
	}
	o.last = append(o.last, openFolder{})
	copy(o.last[1:], o.last)
	o.last[0] = openFolder{name, handle}
	return handle, nil
}

func (o *folders) close() {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, f := range o.last {
		f.handle.Close()
	}
	o.last = nil
}

// create makes a file that is not there yet, below the root like all others.
func (d *disk) create(name string, mode os.FileMode) (*os.File, error) {
	if folder, err := d.folders.at(d.root, path.Dir(name)); err == nil {
		if f, err := createIn(folder, path.Base(name), mode); err == nil {
			return f, nil
		}
	}
	return d.root.OpenFile(filepath.FromSlash(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
}
