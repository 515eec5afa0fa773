package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"mentorbook/generator/finding"
)

// Some Markdown that nobody writes by hand costs goldmark time that grows with
// the square of its length, or memory out of proportion. The limits are far
// above what a page needs; beyond them marks are text, and a finding says so.
const (
	maxDepth    = 100   // blocks within blocks
	maxBrackets = 1000  // opening brackets in one paragraph
	maxMarks    = 2000  // asterisks, underscores and tildes in one paragraph
	maxCells    = 10000 // of a table whose rows don't write them out
)

// depthGuard reads a line as a paragraph where another quotation or list would
// be nested too deep.
type depthGuard struct{ parser.BlockParser }

func (depthGuard) Trigger() []byte { return []byte(">-+*0123456789") }

func (g depthGuard) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if len(pc.OpenedBlocks()) < maxDepth {
		return nil, parser.NoChildren
	}
	switch parent.(type) {
	case *ast.List, *east.DefinitionList: // they hold items only
		return nil, parser.NoChildren
	}
	if s := stateOf(pc); s.deep < 0 {
		_, at := reader.PeekLine()
		s.deep = at.Start
	}
	return g.BlockParser.Open(parent, reader, pc)
}

func (depthGuard) CanInterruptParagraph() bool { return true }

// densityGuard reads the rest of a line as text where its paragraph has had
// too many marks.
type densityGuard struct{}

func (densityGuard) Trigger() []byte { return []byte("[*_~") }

func (densityGuard) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	s := stateOf(pc)
	if s.block != parent {
		s.block, s.brackets, s.marks = parent, 0, 0
	}
	count, limit := &s.marks, maxMarks
	if block.Peek() == '[' {
		count, limit = &s.brackets, maxBrackets
	}
	if *count++; *count <= limit {
		return nil
	}
	line, at := block.PeekLine()
	if s.dense < 0 {
		s.dense, s.denseLimit = at.Start, limit
	}
	n := max(1, trimmed(line, len(line)))
	block.Advance(n)
	return ast.NewTextSegment(text.NewSegment(at.Start, at.Start+n))
}

// tableGuard cuts a table short whose rows are so much shorter than its head
// that filling them up would take far more room than the page.
type tableGuard struct{}

func (tableGuard) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := node.Lines()
	columns, size := 0, 0
	for i := range lines.Len() {
		line := lines.At(i)
		if size += line.Len(); i > 0 && columns == 0 && isDelimiterRow(line.Value(reader.Source())) {
			columns = bytes.Count(line.Value(reader.Source()), []byte{'|'}) + 1
		}
		cells := columns * i
		if cells <= maxCells || cells <= size {
			continue
		}
		if s := stateOf(pc); s.cells < 0 {
			s.cells = line.Start
		}
		lines.SetSliced(0, i)
		return
	}
}

func isDelimiterRow(line []byte) bool {
	return len(bytes.Trim(line, "|-: \t\n")) == 0 && bytes.IndexByte(line, '-') >= 0
}

// reportLimits says where a limit cut in.
func (w *writer) reportLimits(s *parseState) {
	if s.deep >= 0 {
		w.report(finding.CodeMarkupDeep, s.deep, "limit", maxDepth)
	}
	if s.dense >= 0 {
		w.report(finding.CodeMarkupDense, s.dense, "limit", s.denseLimit)
	}
	if s.cells >= 0 {
		w.report(finding.CodeTableSize, s.cells)
	}
}
