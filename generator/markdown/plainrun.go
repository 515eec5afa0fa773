package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// runParser takes text up to the next byte that could mean something, in one
// step. Without it goldmark looks at each byte several times; with it, inline
// parsing takes half the time. The tree is the same.
type runParser struct {
	stops     *[256]stop
	addresses bool
}

type stop uint8

const (
	goes    stop = iota
	ends         // a mark: the run ends here
	newline      // so does the line
	escape       // \ and what it escapes belong to the run
	bang         // a mark before [ only
	address      // within a bare address, perhaps
)

// newRunParser makes a runParser that stops where the other parsers of the
// same options have their triggers.
func newRunParser(placeholders, addresses bool) runParser {
	var stops [256]stop
	for _, c := range []byte("`[]<*_~") {
		stops[c] = ends
	}
	stops['\n'], stops['\\'], stops['!'] = newline, escape, bang
	if placeholders {
		stops['{'] = ends
	}
	if addresses {
		stops[':'], stops['@'], stops['.'] = address, address, address
	}
	return runParser{&stops, addresses}
}

// Trigger is a space, which for goldmark includes the beginning of a line and
// what follows a mark.
func (runParser) Trigger() []byte { return []byte{' '} }

func (p runParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, at := block.PeekLine()
	if at.Padding > 0 { // part of a tab: offsets of the line are not the source's
		return nil
	}
	if at.Start > 0 && block.Source()[at.Start-1] == '\\' { // goldmark would take the next run for escaped
		return nil
	}
	n, end := p.length(line)
	if n == 0 && end == noBreak {
		return nil
	}
	run := ast.NewTextSegment(text.NewSegment(at.Start, at.Start+n))
	if end == noBreak {
		block.Advance(n)
		return run
	}
	run.SetSoftLineBreak(end == softBreak)
	run.SetHardLineBreak(end == hardBreak)
	block.AdvanceLine()
	return run
}

// lineEnd says whether a run ends with its line, and how the line breaks there.
type lineEnd uint8

const (
	noBreak lineEnd = iota
	softBreak
	hardBreak
)

// length is how many bytes of the line the run takes. Spaces at the line's end
// are not part of it; two of them are a hard break.
func (p runParser) length(line []byte) (n int, end lineEnd) {
	i := 0
	for i < len(line) {
		switch p.stops[line[i]] {
		case goes:
			i++
		case escape:
			if i+1 >= len(line) || line[i+1] == '\n' {
				return i, noBreak
			}
			i += 2
		case newline:
			if i >= 2 && line[i-1] == ' ' && line[i-2] == ' ' {
				return trimmed(line, i), hardBreak
			}
			return trimmed(line, i), softBreak
		case bang:
			if i+1 < len(line) && line[i+1] == '[' {
				return i, noBreak
			}
			i++
		case address:
			if mayBeAddress(line, i) {
				return max(0, lastSpace(line[:i])), noBreak
			}
			i++
		default:
			if p.addresses && withinEmail(line[i:]) {
				return max(0, lastSpace(line[:i])), noBreak
			}
			return i, noBreak
		}
	}
	return trimmed(line, len(line)), noBreak
}

func trimmed(line []byte, end int) int {
	for end > 0 && util.IsSpace(line[end-1]) {
		end--
	}
	return end
}

func lastSpace(b []byte) int { return bytes.LastIndexAny(b, " \t") }

// mayBeAddress reports whether the : @ or . at i stands where a bare web or
// e-mail address would have it.
func mayBeAddress(line []byte, i int) bool {
	switch line[i] {
	case '@':
		return true
	case ':':
		return i+1 < len(line) && line[i+1] == '/'
	}
	return bytes.HasSuffix(line[:i], []byte("www"))
}

// withinEmail reports whether a mark stands in a word that goes on to an @, as
// in anna_maria@example.org.
func withinEmail(line []byte) bool {
	for _, c := range line[:min(len(line), 200)] {
		switch c {
		case '@':
			return true
		case ' ', '\t', '\n':
			return false
		}
	}
	return false
}

// mayHoldAddress reports whether a bare address could stand in a body.
func mayHoldAddress(body []byte) bool {
	return bytes.Contains(body, []byte("://")) || bytes.IndexByte(body, '@') >= 0 || bytes.Contains(body, []byte("www."))
}
