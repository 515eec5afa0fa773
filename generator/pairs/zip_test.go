package pairs

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"testing"
)

// errorCell is the cell that a test replaces.
var errorCell = regexp.MustCompile(`<c r="D2"[^>]*>.*?</c>`)

// rezip changes one part of a workbook.
func rezip(t *testing.T, data []byte, name string, change func([]byte) []byte) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	changed := false
	for _, f := range in.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == name {
			after := change(body)
			changed = !bytes.Equal(after, body)
			body = after
		}
		w, err := out.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(body); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil || !changed {
		t.Fatalf("%s was not changed: %v", name, err)
	}
	return b.Bytes()
}
