package publish

import (
	"fmt"
	"path"
	"strings"
	"unicode/utf8"
)

// checkAddress returns an error unless an address names a file below the
// output folder, on every system that may serve or unpack it.
func checkAddress(a string) error {
	if a == "" || !utf8.ValidString(a) || path.Clean(a) != a || strings.HasPrefix(a, "/") || a == ".." || strings.HasPrefix(a, "../") || a == "." {
		return fmt.Errorf("publish: %q is no address below the output folder", a)
	}
	if strings.ContainsAny(a, "\\:*?\"<>|\x00") || strings.HasPrefix(a, stagingName) {
		return fmt.Errorf("publish: %q holds a character that a file's name can't have", a)
	}
	for _, part := range strings.Split(a, "/") {
		stem, _, _ := strings.Cut(strings.ToLower(part), ".")
		if reserved[stem] || strings.HasSuffix(part, ".") || strings.HasSuffix(part, " ") {
			return fmt.Errorf("publish: %q holds a name that Windows reserves", a)
		}
		for _, r := range part {
			if r < ' ' || r == 0x7f {
				return fmt.Errorf("publish: %q holds a control character", a)
			}
		}
	}
	return nil
}

// reserved are the device names of Windows, with any extension.
var reserved = map[string]bool{
	"con": true, "prn": true, "aux": true, "nul": true,
	"com1": true, "com2": true, "com3": true, "com4": true, "com5": true, "com6": true, "com7": true, "com8": true, "com9": true,
	"lpt1": true, "lpt2": true, "lpt3": true, "lpt4": true, "lpt5": true, "lpt6": true, "lpt7": true, "lpt8": true, "lpt9": true,
}
