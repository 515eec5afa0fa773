package pairs

import (
	"slices"
	"strings"
)

// Why not encoding/csv: it passes over blank lines, so that rows could not be
// counted as a spreadsheet counts them; it knows neither CR alone nor a sep=
// line; and it can't go on after an unclosed quote.

// grid is a table before its columns mean anything.
type grid struct {
	sheet string // of a workbook
	rows  []row  // those that hold something, rising
}

type row struct {
	number int // as a spreadsheet counts, from 1
	cells  []cell
}

// cell is one cell, tidied. exact and date are a workbook's: the number behind
// what is shown, and whether the text is a day written yyyy-mm-dd.
type cell struct {
	text  string
	exact string
	date  bool
}

// slip is something wrong with the quotes of a CSV file.
type slip struct {
	row, column int // from 1 and 0
	unclosed    bool
}

// separators that a CSV file may have, the likelier ones first.
var separators = []byte{';', ',', '\t'}

// sepLine takes the line sep=; off the text, which Excel neither shows nor
// counts. The separator is 0 where there is no such line.
func sepLine(text string) (rest string, separator byte) {
	line := text
	if end := strings.IndexAny(text, "\r\n"); end >= 0 {
		line = text[:end]
	}
	word := strings.Trim(line, `" `)
	if len(word) != 5 || !strings.EqualFold(word[:4], "sep=") || word[4] == '"' {
		return text, 0
	}
	rest = text[len(line):]
	rest = strings.TrimPrefix(rest, "\r")
	return strings.TrimPrefix(rest, "\n"), word[4]
}

// csvReader reads rows of a CSV file (RFC 4180, and what Excel makes of the
// rest): a quote inside a field that does not begin with one is a character
// like others.
type csvReader struct {
	text      string
	separator byte
	at        int // where the next row begins
	number    int // of the row last read
	oneLine   bool
	slips     []slip
}

// next reads a row; ok is false at the end of the text.
func (r *csvReader) next() (cells []string, ok bool) {
	if r.at >= len(r.text) || r.number >= maxRows+1 {
		return nil, false
	}
	r.number++
	for {
		text := r.field(len(cells))
		if len(cells) < maxColumns {
			cells = append(cells, text)
		}
		if r.at >= len(r.text) {
			return cells, true
		}
		switch c := r.text[r.at]; {
		case c == r.separator:
			r.at++
			continue
		case c == '\r' && r.at+1 < len(r.text) && r.text[r.at+1] == '\n':
			r.at++
		}
		r.at++
		return cells, true
	}
}

// field reads a field and stops at what ends it.
func (r *csvReader) field(column int) string {
	start := r.at
	for start < len(r.text) && r.text[start] == ' ' {
		start++
	}
	if start < len(r.text) && r.text[start] == '"' {
		if text, ok := r.quoted(start+1, column); ok {
			return text
		}
	}
	end := r.end(r.at)
	text := r.text[r.at:end]
	r.at = end
	return text
}

// end is where a field without quotes that begins at from ends.
func (r *csvReader) end(from int) int {
	for i := from; i < len(r.text); i++ {
		if c := r.text[i]; c == r.separator || c == '\n' || c == '\r' {
			return i
		}
	}
	return len(r.text)
}

// quoted reads a field from behind its opening quote. Where the quote is never
// closed, or closed on another line with text right behind, the quote that
// was meant to close is missing: it is reported, and read as a plain character.
func (r *csvReader) quoted(from, column int) (string, bool) {
	var b strings.Builder
	i := from
	for {
		end := strings.IndexByte(r.text[i:], '"')
		if end < 0 || r.oneLine && strings.ContainsAny(r.text[i:i+end], "\r\n") {
			return r.unclosed(column)
		}
		b.WriteString(r.text[i : i+end])
		i += end + 1
		if i >= len(r.text) || r.text[i] != '"' {
			break
		}
		b.WriteByte('"')
		i++
	}
	end := r.end(i)
	if tail := r.text[i:end]; strings.Trim(tail, " ") != "" {
		if strings.ContainsAny(b.String(), "\r\n") {
			return r.unclosed(column)
		}
		r.slips = append(r.slips, slip{r.number, column, false})
		b.WriteString(tail)
	}
	r.at = end
	return b.String(), true
}

// unclosed reports the first quote that is not closed. From there on no field
// has several lines, so that one slip does not make others, nor take time.
func (r *csvReader) unclosed(column int) (string, bool) {
	if !r.oneLine {
		r.slips = append(r.slips, slip{r.number, column, true})
	}
	r.oneLine = true
	return "", false
}

// readCSV reads the rows of a CSV text, at most limit of them.
func readCSV(text string, separator byte, limit int) (grid, []slip) {
	r := &csvReader{text: text, separator: separator}
	var g grid
	for len(g.rows) < limit {
		fields, ok := r.next()
		if !ok {
			break
		}
		for len(fields) > 0 && strings.TrimSpace(fields[len(fields)-1]) == "" {
			fields = fields[:len(fields)-1]
		}
		if len(fields) == 0 {
			continue
		}
		cells := make([]cell, len(fields))
		for i, f := range fields {
			cells[i].text = f
		}
		g.rows = append(g.rows, row{r.number, cells})
	}
	return g, r.slips
}

// sniff tells the separator: the one with which the beginning of the text has
// the most known columns, else the one that makes the widest first row.
func sniff(text string, v *vocabulary) byte {
	best, bestKnown, bestWidth := separators[0], -1, 0
	for _, s := range separators {
		g, _ := readCSV(text, s, headerRows)
		known, width := 0, 0
		for i, row := range g.rows {
			if i == 0 {
				width = len(row.cells)
			}
			known = max(known, v.knows(row))
		}
		if known > bestKnown || known == bestKnown && width > bestWidth {
			best, bestKnown, bestWidth = s, known, width
		}
	}
	return best
}

// trimRow drops cells without text from a row's end.
func trimRow(cells []cell) []cell {
	end := len(cells)
	for end > 0 && cells[end-1].text == "" {
		end--
	}
	return slices.Clip(cells[:end])
}
