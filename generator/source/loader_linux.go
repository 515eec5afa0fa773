package source

import (
	"cmp"
	"os"
	"syscall"
)

// openIn opens a file of an open folder for reading; it follows no link.
func openIn(folder *os.File, name string) (*os.File, error) {
	conn, err := folder.SyscallConn()
	if err != nil {
		return nil, err
	}
	const flags = syscall.O_RDONLY | syscall.O_NOFOLLOW | syscall.O_CLOEXEC
	fd, failed := -1, error(syscall.EINTR)
	err = conn.Control(func(at uintptr) {
		for failed == syscall.EINTR {
			fd, failed = syscall.Openat(int(at), name, flags, 0)
		}
	})
	if err := cmp.Or(err, failed); err != nil {
		return nil, os.NewSyscallError("openat", err)
	}
	return os.NewFile(uintptr(fd), name), nil
}
