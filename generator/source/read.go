package source

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"io/fs"
	"unicode/utf8"

	"github.com/zeebo/xxh3"

	"mentorbook/generator/finding"
)

// MaxSize is how large a page may be, in bytes.
const MaxSize = 16 << 20

// File is a page or a settings file as it was read. What is made of it keeps
// none of its bytes.
type File struct {
	Path       string // below the content folder, composed
	Raw        []byte // the whole text, normalised
	Front      *Node  // the front matter, nil where there is none
	BodyOffset int    // where the body begins in Raw
	Hash       string // fingerprint of Raw: 16 hexadecimal digits
}

// Name is the file's name in messages.
func (f *File) Name() string { return "content/" + f.Path }

// Body returns the text after the front matter.
func (f *File) Body() []byte { return f.Raw[f.BodyOffset:] }

// ReadSettings reads a file that is YAML from its first line to its last.
func ReadSettings(fsys fs.FS, e Entry) (*File, []finding.Finding, error) {
	data, fs, err := new(Loader).Load(fsys, e)
	if data == nil {
		return nil, fs, err
	}
	f := &File{Path: e.Path}
	f.Front, fs = ParseYAML(f.Name(), data)
	f.Raw = Normalise(data)
	f.BodyOffset, f.Hash = len(f.Raw), Fingerprint(f.Raw)
	return f, fs, nil
}

// Parse makes a File from the bytes of a page; path is its path below the
// content folder. It returns nil where the bytes are not text.
func Parse(path string, data []byte) (*File, []finding.Finding) {
	f := &File{Path: path}
	raw, fs := text(f.Name(), data)
	if raw == nil {
		return nil, fs
	}
	f.Raw, f.Hash = raw, Fingerprint(raw)
	more := f.splitFront()
	return f, append(fs, more...)
}

// Fingerprint is a short hash of a normalised text (XXH3, 64 bits): it tells
// versions of a page apart, nothing more.
func Fingerprint(raw []byte) string {
	sum := xxh3.Hash(raw)
	return hex.EncodeToString(binary.BigEndian.AppendUint64(nil, sum))
}

// Normalise drops a byte-order mark and makes every line end a line feed. It
// returns its argument where there is nothing to do.
func Normalise(data []byte) []byte {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if bytes.IndexByte(data, '\r') < 0 {
		return data
	}
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
}

// text checks that data is UTF-8 text and normalises it, or returns nil and
// what is wrong.
func text(file string, data []byte) ([]byte, []finding.Finding) {
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		return nil, []finding.Finding{finding.New(finding.CodeNotUTF8, finding.Place{File: file, Line: 1, Column: 1}, "encoding", "UTF-16")}
	}
	raw := Normalise(data)
	if i := bytes.IndexByte(raw, 0); i >= 0 {
		line, column := lineColumn(raw, i)
		return nil, []finding.Finding{finding.New(finding.CodeNulByte, finding.Place{File: file, Line: line, Column: column})}
	}
	if !utf8.Valid(raw) {
		line, column := lineColumn(raw, firstInvalid(raw))
		return nil, []finding.Finding{finding.New(finding.CodeNotUTF8, finding.Place{File: file, Line: line, Column: column}, "encoding", "Windows-1252")}
	}
	return raw, nil
}

func firstInvalid(raw []byte) int {
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(raw)
}

// Place returns where a byte of Raw stands.
func (f *File) Place(offset int) finding.Place {
	line, column := lineColumn(f.Raw, offset)
	return finding.Place{File: f.Name(), Line: line, Column: column}
}

func lineColumn(raw []byte, offset int) (line, column int) {
	offset = min(max(offset, 0), len(raw))
	before := raw[:offset]
	line = bytes.Count(before, []byte("\n")) + 1
	column = utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	return line, column
}

// ParseYAML reads YAML that is not a page: a catalogue of texts, say. name is
// the file's, for places of findings.
func ParseYAML(name string, data []byte) (*Node, []finding.Finding) {
	raw, fs := text(name, data)
	if raw == nil {
		return nil, fs
	}
	p := &yamlReader{file: name, text: raw, line: 1}
	return p.read(), p.findings
}
