//go:build !linux

package preview

// networkFolder can't tell; --poll is for those who know.
func networkFolder(string) (string, bool) { return "", false }
