package pairs

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// script is how a file's bytes were read as text.
type script uint8

const (
	scriptUTF8 script = iota
	scriptUTF16
	scriptWindows  // no sign of Unicode, so Windows-1252, Excel's "CSV" in Western Europe
	scriptUnknown  // no text in any of these
	scriptWorkbook // a workbook under the name of a CSV file
)

// decode turns the bytes of a CSV file into text without a byte-order mark.
// UTF-16 is known by its mark, or by every other byte of the beginning being
// zero; what is not valid UTF-8 is Windows-1252, in which any bytes are text.
func decode(data []byte) (string, script) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")), zeros(data, 1):
		return decodeUTF16(data, unicode.LittleEndian)
	case bytes.HasPrefix(data, []byte("\xfe\xff")), zeros(data, 0):
		return decodeUTF16(data, unicode.BigEndian)
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return "", scriptWorkbook
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return "", scriptUnknown
	}
	if utf8.Valid(data) {
		return string(data), scriptUTF8
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return "", scriptUnknown
	}
	return string(text), scriptWindows
}

func decodeUTF16(data []byte, order unicode.Endianness) (string, script) {
	text, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(data)
	if err == unicode.ErrMissingBOM {
		text, err = unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().Bytes(data)
	}
	if err != nil || len(data)%2 != 0 || bytes.IndexByte(text, 0) >= 0 {
		return "", scriptUnknown
	}
	return string(text), scriptUTF16
}

// zeros reports whether the first bytes look like UTF-16 without a mark: of
// the first eight characters, those of a header, all have a zero byte at the
// same side.
func zeros(data []byte, side int) bool {
	if len(data) < 16 {
		return false
	}
	for i := range 8 {
		if data[2*i+side] != 0 || data[2*i+1-side] == 0 {
			return false
		}
	}
	return true
}
