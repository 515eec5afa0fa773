package agreement

import (
	"strconv"
	"strings"

	"mentorbook/generator/paper"
	"mentorbook/generator/theme"
)

// Blocks sets the agreement on paper: its text, and its fields to fill in on
// screen or by hand.
func (t *Body) Blocks(form *Form, text *theme.Catalogue) []paper.Block {
	s := &typesetter{form: form, parts: &partSetter{text: text}}
	for _, n := range t.body {
		s.block(n)
	}
	s.flush()
	return s.out
}

// partSetter sets placeholders on paper.
type partSetter struct {
	text  *theme.Catalogue
	again int // how many fields were repeated so far
}

// longestChoice is how many characters an option may have to be picked from a
// list; longer ones do not fit on its line.
const longestChoice = 85

// blocks sets a placeholder that stands alone.
func (p *partSetter) blocks(part *Filled) []paper.Block {
	switch part.Kind {
	case Clause, Clauses:
		var out []paper.Block
		for i := range part.Clauses {
			out = append(out, p.clause(&part.Clauses[i])...)
		}
		return out
	case Goals:
		list := paper.Block{Kind: paper.List, Ordered: true, Start: 1}
		for _, f := range part.Goals {
			list.Items = append(list.Items, paper.Item{Blocks: []paper.Block{{Kind: paper.FieldBlock, Field: p.field(f)}}})
		}
		return []paper.Block{list}
	case Schedule:
		return []paper.Block{p.schedule(part.Rows)}
	case Signatures:
		return []paper.Block{p.signatures(part.Signers)}
	}
	if part.Field != nil && part.Field.Type == LongText && !part.Repeats {
		return []paper.Block{{Kind: paper.FieldBlock, Field: p.field(part.Field)}}
	}
	return []paper.Block{{Kind: paper.Paragraph, Text: p.spans(part)}}
}

// spans sets a placeholder within a line.
func (p *partSetter) spans(part *Filled) []paper.Span {
	switch {
	case part.Repeats:
		if reads := part.Field.Reads(p.text); reads != "" {
			return []paper.Span{{Text: reads, Bold: true}}
		}
		again := *p.field(part.Field)
		p.again++
		again.Name += ".again-" + strconv.Itoa(p.again)
		return []paper.Span{{Field: &again}}
	case part.Field != nil:
		return p.control(part.Field)
	case len(part.Clauses) > 0:
		var spans []paper.Span
		for i := range part.Clauses {
			c := &part.Clauses[i]
			spans = append(spans, paper.Span{Text: c.Before})
			if !c.Whole {
				spans = append(append(spans, p.control(c.Field)...), paper.Span{Text: c.After})
			}
		}
		return spans
	}
	return []paper.Span{{Text: part.Text}}
}

func (p *partSetter) clause(c *FilledClause) []paper.Block {
	f := c.Field
	switch {
	case f.Type == YesNo:
		text := c.Before + c.After
		if text == "" {
			text = f.Label
		}
		return []paper.Block{{Kind: paper.Paragraph, Text: []paper.Span{{Field: p.tick(f.Name, f.Label, f.Answer.Text == "true")}, {Text: " " + text}}}}
	case len(f.Options) > 0:
		return p.choice(c)
	case f.Type == LongText:
		out := []paper.Block{{Kind: paper.Paragraph, Text: tidy([]paper.Span{{Text: c.Before}})}, {Kind: paper.FieldBlock, Field: p.field(f)}}
		if strings.TrimSpace(c.After) != "" {
			out = append(out, paper.Block{Kind: paper.Paragraph, Text: tidy([]paper.Span{{Text: c.After}})})
		}
		return out
	}
	spans := []paper.Span{{Text: c.Before}}
	if c.Before == "" {
		spans[0].Text = f.Label + " "
	}
	spans = append(spans, p.control(f)...)
	return []paper.Block{{Kind: paper.Paragraph, Text: append(spans, paper.Span{Text: c.After})}}
}

// choice sets a clause with options: a list to pick from where one is picked
// already, else boxes to tick.
func (p *partSetter) choice(c *FilledClause) []paper.Block {
	f := c.Field
	longest := 0
	for _, o := range f.Options {
		longest = max(longest, len([]rune(o)))
	}
	if f.Type == Choice && !f.Answer.Empty() && !c.Whole && longest <= longestChoice {
		return []paper.Block{{Kind: paper.Paragraph, Text: []paper.Span{{Text: c.Before}, {Field: p.field(f)}, {Text: c.After}}}}
	}
	sentence := c.Before
	if !c.Whole {
		sentence += "…"
		if after := strings.TrimLeft(c.After, "."); after != "" {
			sentence += after
		}
	} else if sentence == "" {
		sentence = f.Label
	}
	var ticks []paper.Span
	for i, o := range f.Options {
		ticks = append(ticks, paper.Span{Field: p.tick(f.Name+"."+strconv.Itoa(i), f.Label+" "+o, f.Answer.Has(i))}, paper.Span{Text: "\u00a0" + o + "   "})
	}
	if f.Other {
		other := &paper.Field{Kind: paper.TextField, Name: f.Name + ".other-text", Label: f.Label + " " + p.text.Text("rule.other"), Value: f.Answer.Other, Width: 30}
		ticks = append(ticks,
			paper.Span{Field: p.tick(f.Name+".other", f.Label+" "+p.text.Text("rule.other"), f.Answer.Other != "")},
			paper.Span{Text: "\u00a0" + p.text.Text("rule.other") + " "}, paper.Span{Field: other})
	}
	return []paper.Block{{Kind: paper.Group, Blocks: []paper.Block{{Kind: paper.Paragraph, Text: []paper.Span{{Text: sentence}}}, {Kind: paper.Paragraph, Text: ticks}}}}
}

func (p *partSetter) tick(name, label string, ticked bool) *paper.Field {
	f := &paper.Field{Kind: paper.TickField, Name: name, Label: label}
	if ticked {
		f.Value = "true"
	}
	return f
}

// control sets a field within a line, with its unit.
func (p *partSetter) control(f *Field) []paper.Span {
	if f.Type == YesNo {
		return []paper.Span{{Field: p.tick(f.Name, f.Label, f.Answer.Text == "true")}}
	}
	spans := []paper.Span{{Field: p.field(f)}}
	if f.Unit != "" {
		spans = append(spans, paper.Span{Text: "\u00a0" + f.Unit})
	}
	return spans
}

// Widths of fields within a line, in characters.
var fieldWidths = map[FieldType]int{Number: 5, Date: 18, Time: 8, Email: 32, Phone: 20, Text: 28}

func (p *partSetter) field(f *Field) *paper.Field {
	out := &paper.Field{Kind: paper.TextField, Name: f.Name, Label: f.Label, Value: f.Reads(p.text), Width: fieldWidths[f.Type]}
	switch f.Type {
	case Number:
		out.Value = p.text.Number(f.Answer.Text)
	case LongText:
		out.Kind, out.Lines = paper.LinesField, max(f.Lines, 1)
	case Choice:
		out.Kind, out.Options, out.Other = paper.ChoiceField, f.Options, f.Other
		for _, o := range f.Options {
			out.Width = max(out.Width, len([]rune(o)))
		}
	}
	return out
}

func (p *partSetter) schedule(rows []Row) paper.Block {
	cell := func(text string) []paper.Span { return []paper.Span{{Text: text}} }
	table := &paper.Table{
		Widths: []float64{6, 42, 24, 14, 14}, Right: []bool{false, false, false, false, true},
		Head: [][]paper.Span{cell(p.text.Text("part.number")), cell(p.text.Text("part.meeting")), cell(p.text.Text("part.date")), cell(p.text.Text("part.time")), cell(p.text.Text("part.length"))},
	}
	for _, r := range rows {
		title := r.Meeting.Title
		if r.Week > 0 {
			title += " (" + p.text.Text("week", r.Week) + ")"
		}
		table.Rows = append(table.Rows, [][]paper.Span{
			cell(strconv.Itoa(r.Meeting.Meeting.Number)), cell(title),
			{{Field: p.field(r.Date)}}, {{Field: p.field(r.Time)}}, cell(p.text.Plural("minutes.short", r.Meeting.Meeting.Minutes)),
		})
	}
	return paper.Block{Kind: paper.TableBlock, Table: table}
}

func (p *partSetter) signatures(signers []Signer) paper.Block {
	b := paper.Block{Kind: paper.Signatures}
	for _, s := range signers {
		name, place := p.field(s.Name), p.field(s.PlaceDate)
		name.Label, place.Label = p.text.Text("part.name"), p.text.Text("part.place-date")
		b.Signers = append(b.Signers, paper.Signer{Role: s.Role, Name: *name, PlaceDate: *place, Signature: p.text.Text("part.signature")})
	}
	return b
}
