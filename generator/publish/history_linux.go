package publish

import (
	"io/fs"
	"syscall"
)

// history returns when a file last changed in any way, in nanoseconds since
// 1970, and its number on the disk. Unlike its modification time, which
// archives and copies set at will, neither can be given to another file.
func history(info fs.FileInfo) (changed int64, identity uint64) {
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		return st.Ctim.Nano(), st.Ino
	}
	return info.ModTime().UnixNano(), 0
}
