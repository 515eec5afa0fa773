//go:build !linux

package generator

// inLargePages does nothing: the system decides by itself.
func inLargePages([]byte) {}
