package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// newParser makes a parser of CommonMark, GFM, footnotes, definition lists and
// what is our own. A parser with a lower number goes first; goldmark's own
// stand at 100 to 1000. more are inline parsers besides.
func newParser(placeholders, addresses bool, more ...util.PrioritizedValue) parser.Parser {
	blocks := []util.PrioritizedValue{
		util.Prioritized(depthGuard{parser.NewParagraphParser()}, 10),
		util.Prioritized(headingParser{parser.NewSetextHeadingParser(parser.WithHeadingAttribute())}, 100),
		util.Prioritized(extension.NewDefinitionListParser(), 101),
		util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(parser.NewListParser(), 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewCodeBlockParser(), 500),
		util.Prioritized(headingParser{parser.NewATXHeadingParser(parser.WithHeadingAttribute())}, 600),
		util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
		util.Prioritized(parser.NewBlockquoteParser(), 800),
		util.Prioritized(parser.NewHTMLBlockParser(), 900),
		util.Prioritized(footnoteRecorder{extension.NewFootnoteBlockParser()}, 999),
		util.Prioritized(parser.NewParagraphParser(), 1000),
	}
	inlines := append(more,
		util.Prioritized(densityGuard{}, 0),
		util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
		util.Prioritized(extension.NewFootnoteParser(), 101),
		util.Prioritized(langSpanParser{}, 150),
		util.Prioritized(extension.NewStrikethroughParser(), 500),
	)
	if placeholders {
		inlines = append(inlines, util.Prioritized(placeholderParser{}, 90))
	}
	if addresses {
		inlines = append(inlines, util.Prioritized(extension.NewLinkifyParser(extension.WithLinkifyAllowedProtocols([]string{"http:", "https:"})), 999))
	}
	return parser.NewParser(
		parser.WithBlockParsers(blocks...),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(), inlines...)...),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
			util.Prioritized(tableGuard{}, 150),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200))...),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999)),
	)
}

// parseState is what our parsers note down while a body is parsed.
type parseState struct {
	footnotes []footnoteDefinition
	spans     []*langOpen // brackets that may become spans, the innermost last
	hasSpans  bool        // the body holds a span's mark at all

	// What the guards of limits.go have met: offsets are of the first case, or -1.
	block           ast.Node // that densityGuard is in
	brackets, marks int      // in it
	dense           int      // offset of a mark too many
	denseLimit      int      // that it passed
	deep            int      // offset of a block nested too deep
	cells           int      // offset of a row too many
}

// stateKey is where a parser.Context keeps the parseState; goldmark wants such
// keys made before any context.
var stateKey = parser.NewContextKey()

func stateOf(pc parser.Context) *parseState { return pc.Get(stateKey).(*parseState) }

// parse parses a body.
func (c *Converter) parse(body []byte) (ast.Node, *parseState, parser.Context) {
	p := c.plain
	if mayHoldAddress(body) {
		p = c.addresses
	}
	state := &parseState{dense: -1, deep: -1, cells: -1, hasSpans: holdsSpan(body)}
	pc := parser.NewContext()
	pc.Set(stateKey, state)
	return p.Parse(text.NewReader(body), parser.WithContext(pc)), state, pc
}
