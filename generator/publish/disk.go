package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// disk is the output folder as we change it. Everything goes through an
// os.Root, so that no address and no symbolic link leads out of the folder.
type disk struct {
	root *os.Root
	// before is called with every step that changes something; a test fails
	// or ends the build there.
	before  func(step, name string) error
	folders folders
}

func (d *disk) step(step, name string) error {
	if d.before == nil {
		return nil
	}
	return d.before(step, name)
}

func (d *disk) mkdir(name string, mode fs.FileMode) error {
	if err := d.step("mkdir", name); err != nil {
		return err
	}
	return d.root.MkdirAll(filepath.FromSlash(name), mode)
}

// write makes a new file and returns how the disk describes it.
func (d *disk) write(name string, data []byte, mode fs.FileMode) (fs.FileInfo, error) {
	if err := d.step("create", name); err != nil {
		return nil, err
	}
	f, err := d.create(name, mode)
	if err != nil {
		return nil, err
	}
	err = d.step("write", name)
	if err == nil {
		_, err = f.Write(data)
	}
	info, statErr := f.Stat()
	return info, errors.Join(err, statErr, f.Close())
}

func (d *disk) rename(from, to string) error {
	if err := d.step("rename", to); err != nil {
		return err
	}
	return d.root.Rename(filepath.FromSlash(from), filepath.FromSlash(to))
}

func (d *disk) remove(name string) error {
	if err := d.step("remove", name); err != nil {
		return err
	}
	return d.root.Remove(filepath.FromSlash(name))
}

func (d *disk) lstat(name string) (fs.FileInfo, error) { return d.root.Lstat(filepath.FromSlash(name)) }

func (d *disk) read(name string) ([]byte, error) { return d.root.ReadFile(filepath.FromSlash(name)) }

// replace writes one of our own files whole: beside, then renamed.
func (d *disk) replace(path string, data []byte) error {
	if err := d.step("state", filepath.Base(path)); err != nil {
		return failed("writing Mentorbook's own file "+path, err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return failed("making the folder of Mentorbook's own files, "+filepath.Dir(path), err)
	}
	temp := path + ".new"
	err := os.WriteFile(temp, data, 0o600)
	if err == nil {
		err = d.step("state rename", filepath.Base(path))
	}
	if err == nil {
		err = os.Rename(temp, path)
	}
	if err != nil {
		os.Remove(temp) // what could not be written whole only takes up room
		return failed("writing Mentorbook's own file "+path, err)
	}
	return nil
}

// absent reports that nothing stands at a path, or that a file stands where a
// folder of it should.
func absent(err error) bool { return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) }

// failed says what was being done when the system refused. The system's own
// words for the call and the path would only repeat it.
func failed(doing string, err error) error {
	var pe *fs.PathError
	var le *os.LinkError
	switch {
	case errors.As(err, &pe):
		err = pe.Err
	case errors.As(err, &le):
		err = le.Err
	}
	return fmt.Errorf("%s: %w", doing, err)
}

// WriteState writes one of the program's own files in the state folder whole,
// for its owner only.
func WriteState(path string, data []byte) error { return new(disk).replace(path, data) }
