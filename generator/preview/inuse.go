package preview

import (
	"errors"
	"syscall"
)

// inUse reports whether a port is another program's: EADDRINUSE, and what
// Windows calls WSAEADDRINUSE and, of ports that it keeps back, WSAEACCES.
func inUse(err error) bool {
	var number syscall.Errno
	if errors.Is(err, syscall.EADDRINUSE) {
		return true
	}
	return errors.As(err, &number) && (number == 10048 || number == 10013)
}
