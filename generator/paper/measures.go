package paper

// The measures of a page. Horizontal room is left for some 85 letters a line;
// what is to be filled in with a pen is at least 7.5 mm high.
const (
	marginSide   = 22 * mm
	marginTop    = 20 * mm
	marginBottom = 22 * mm // the foot stands in it
	footBaseline = 12 * mm

	textSize = 10200
	textLead = 14400

	paragraphGap = 6 * pt
	itemGap      = 2500
	termGap      = 4 * pt // above a term that is explained
	fieldGap     = 10 * pt
	indent       = 17 * pt // of a list's text
	cellGap      = 12 * pt
	cellPad      = 3800

	penLine    = 22700   // 8 mm between lines to write on
	penFirst   = 20 * pt // from the label to the first of them
	penUp      = 15800   // above the baseline of a line with an empty field
	penDown    = 5000
	filledUp   = 11600
	filledDown = 5 * pt
	tickSide   = 10 * pt // 3.5 mm
	tickAfter  = 1500
	tickBefore = 6 * pt // between a word and the next box in the same line
	cellUp     = 13500  // of a field that fills a table's cell
	cellDown   = 3500

	fieldSize  = 10 * pt // of what is typed
	fieldBelow = 4500    // a field's lower edge under its baseline: readers centre what is typed
	fieldHigh  = 15 * pt
	ruleBelow  = 2800 // the line to write on, under its baseline

	hairline = 400
	thinRule = 700
)

func (s Size) dimensions() (width, height length) {
	if s == Letter {
		return 612 * pt, 792 * pt
	}
	return 595276, 841890
}

// The styles of text.
var (
	bodyStyle  = style{face: regular, size: textSize, lead: textLead, colour: black}
	labelStyle = style{face: regular, size: 8300, lead: 11 * pt, colour: grey}
	footStyle  = style{face: regular, size: 8 * pt, lead: 10 * pt, colour: grey}
	headStyle  = style{face: bold, size: 8800, lead: 12200, colour: black} // of a table
	tableStyle = style{face: regular, size: 9800, lead: 13200, colour: black}
	codeStyle  = style{face: mono, size: 8800, lead: 12600, colour: black}
	fieldStyle = style{face: regular, size: fieldSize, lead: 13 * pt, colour: black}
)

// headingLook is a heading's style and the room above and below it.
type headingLook struct {
	style        style
	above, below length
}

var headingLooks = [6]headingLook{
	{style{face: bold, size: 21 * pt, lead: 26 * pt, colour: black}, 18 * pt, 9 * pt},
	{style{face: bold, size: 12600, lead: 16500, colour: black}, 16 * pt, 4 * pt},
	{style{face: bold, size: 10900, lead: 14600, colour: black}, 12 * pt, 2500},
	{style{face: bold, size: textSize, lead: textLead, colour: black}, 9 * pt, 2 * pt},
	{style{face: boldItalic, size: textSize, lead: textLead, colour: black}, 8 * pt, 2 * pt},
	{style{face: italic, size: textSize, lead: textLead, colour: black}, 8 * pt, 2 * pt},
}
