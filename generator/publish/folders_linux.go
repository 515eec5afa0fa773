package publish

import (
	"cmp"
	"os"
	"syscall"
)

// createIn makes a file in an open folder; it follows no link.
func createIn(folder *os.File, name string, mode os.FileMode) (*os.File, error) {
	conn, err := folder.SyscallConn()
	if err != nil {
		return nil, err
	}
	const flags = syscall.O_WRONLY | syscall.O_CREAT | syscall.O_EXCL | syscall.O_NOFOLLOW | syscall.O_CLOEXEC
	fd, failed := -1, error(syscall.EINTR)
	err = conn.Control(func(at uintptr) {
		for failed == syscall.EINTR {
			fd, failed = syscall.Openat(int(at), name, flags, uint32(mode.Perm()))
		}
	})
	if err := cmp.Or(err, failed); err != nil {
		return nil, os.NewSyscallError("openat", err)
	}
	return os.NewFile(uintptr(fd), name), nil
}
