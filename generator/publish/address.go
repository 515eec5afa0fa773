package publish

import (
	"errors"
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"mentorbook/generator/finding"
)

// errAddress is what is wrong with an address that no name in the content
// could have led to: a bug of ours.
var errAddress = errors.New("this is no address below the output folder")

// longest is how many bytes a name may have, so that it fits any disk (255)
// with what archives and servers add to it.
const longest = 240

// checkAddress returns nothing for the address of a file below the output
// folder that every system can serve and unpack. Where only its spelling
// stands in the way it returns the arguments of a finding, else an error.
func checkAddress(a string) (unusable []any, err error) {
	if a == "" || a == "." || !utf8.ValidString(a) || path.Clean(a) != a || a[0] == '/' || a == ".." || strings.HasPrefix(a, "../") {
		return nil, fmt.Errorf("publish: %q: %w", a, errAddress)
	}
	for part := range strings.SplitSeq(a, "/") {
		if unusable := checkName(part); unusable != nil {
			return unusable, nil
		}
	}
	return nil, nil
}

// checkName looks at a file's or folder's name. Names that begin with a full
// stop are never ours: servers and tools give them meanings of their own.
func checkName(name string) (unusable []any) {
	for i, r := range name {
		switch {
		case r < ' ' || r >= 0x7f && r < 0xa0:
			return []any{"name", printable(name), "character", fmt.Sprintf("U+%04X", r)}
		case strings.IndexByte(`\:*?"<>|`, name[i]) >= 0:
			return []any{"name", printable(name), "character", name[i : i+1]}
		}
	}
	if stem := deviceName(name); stem != "" {
		return []any{"name", name, "reserved", stem}
	}
	if last := name[len(name)-1]; name[0] == '.' || last == '.' || last == ' ' {
		return []any{"name", name}
	}
	if len(name) > longest {
		return []any{"name", name, "letters", utf8.RuneCountInString(name)}
	}
	return nil
}

// deviceName returns the part of a name that Windows takes for a device,
// whatever comes after its first full stop, or "".
func deviceName(name string) string {
	stem, _, _ := strings.Cut(name, ".")
	stem = strings.TrimRight(stem, " ")
	if len(stem) < 3 || len(stem) > 7 {
		return ""
	}
	switch strings.ToLower(stem) {
	case "con", "prn", "aux", "nul", "conin$", "conout$":
		return stem
	}
	if head := strings.ToLower(stem[:3]); head == "com" || head == "lpt" {
		switch stem[3:] {
		case "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³":
			return stem
		}
	}
	return ""
}

// printable replaces what would disturb a terminal.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			return '?'
		}
		return r
	}, s)
}

// unusable is the finding for an address that checkAddress found wanting.
func (f Folder) unusable(address string, args []any) finding.Finding {
	return finding.New(finding.CodeAddressUnusable, finding.Place{File: f.Name + printable(address)}, args...)
}

// fold returns the same key for addresses that some disk would take for one:
// those that differ in case, or in how letters are composed.
func fold(address string) string {
	for i := range len(address) {
		if address[i] >= utf8.RuneSelf {
			return norm.NFC.String(cases.Fold().String(norm.NFD.String(address)))
		}
	}
	return strings.ToLower(address)
}
