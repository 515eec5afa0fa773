package generator

import "syscall"

// inLargePages asks for large pages, 2 MB most often, behind a stretch of
// memory. It is advice: a system that has none goes on as before.
func inLargePages(b []byte) { _ = syscall.Madvise(b, syscall.MADV_HUGEPAGE) }
