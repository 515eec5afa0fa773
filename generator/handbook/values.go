package handbook

import (
	"net/mail"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"

	"mentorbook/generator/finding"
	"mentorbook/generator/source"
)

// Localised is a text in one or several languages.
type Localised struct {
	Any string // where one text serves for all languages
	By  []Translation
}

// Translation is a text in a language.
type Translation struct {
	Lang Tag
	Text string
	Pos  source.Pos
}

// In returns the text in the language, else in the fallback language, else
// the first there is, else "".
func (l Localised) In(lang, fallback Tag) string {
	for _, want := range []Tag{lang, fallback} {
		for _, t := range l.By {
			if t.Lang == want {
				return t.Text
			}
		}
	}
	if l.Any == "" && len(l.By) > 0 {
		return l.By[0].Text
	}
	return l.Any
}

// DecodeNode reads one text, or a mapping of languages to texts.
func (l *Localised) DecodeNode(d *source.Decoder, n *source.Node) {
	switch n.Kind {
	case source.Null:
	case source.Map:
		for _, p := range n.Pairs {
			var text string
			d.Value(p.Value, &text)
			l.By = append(l.By, Translation{Tag(p.Key), text, p.KeyPos})
		}
	case source.List:
		d.Report(finding.CodeLocalised, n.Pos)
	default:
		l.Any = n.Text
	}
}

// JSONSchema describes a Localised.
func (Localised) JSONSchema() map[string]any {
	return map[string]any{"oneOf": []any{
		map[string]any{"type": []string{"string", "number"}},
		map[string]any{"type": "object", "additionalProperties": map[string]any{"type": "string"}},
	}}
}

// Tag is a language as a BCP 47 tag, such as fi, sv or pt-BR.
type Tag string

// DecodeNode reads a language tag.
func (t *Tag) DecodeNode(d *source.Decoder, n *source.Node) {
	parsed, err := language.Parse(n.Text)
	if err != nil || n.Kind != source.String {
		d.Report(finding.CodeLanguageUnknown, n.Pos, "value", n.Text)
		return
	}
	*t = Tag(parsed.String())
}

// JSONSchema describes a Tag.
func (Tag) JSONSchema() map[string]any {
	return map[string]any{"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"}
}

// URL is an absolute http or https address.
type URL string

// DecodeNode reads an address.
func (u *URL) DecodeNode(d *source.Decoder, n *source.Node) {
	if n.Kind == source.Null {
		return
	}
	parsed, err := url.Parse(n.Text)
	if err != nil || parsed.Host == "" || (parsed.Scheme != "https" && parsed.Scheme != "http") || parsed.RawQuery != "" || parsed.Fragment != "" {
		d.Report(finding.CodeURL, n.Pos, "value", n.Text)
		return
	}
	text := parsed.String()
	if !strings.HasSuffix(text, "/") {
		text += "/"
	}
	*u = URL(text)
}

// JSONSchema describes a URL.
func (URL) JSONSchema() map[string]any {
	return map[string]any{"type": "string", "format": "uri"}
}

// Email is an e-mail address.
type Email string

// DecodeNode reads an e-mail address.
func (e *Email) DecodeNode(d *source.Decoder, n *source.Node) {
	if n.Kind == source.Null {
		return
	}
	a, err := mail.ParseAddress(n.Text)
	if err != nil || a.Address != n.Text {
		d.Report(finding.CodeEmail, n.Pos, "value", n.Text)
		return
	}
	*e = Email(a.Address)
}

// JSONSchema describes an Email.
func (Email) JSONSchema() map[string]any {
	return map[string]any{"type": "string", "format": "email"}
}

// Date is a day as yyyy-mm-dd, or "" for none.
type Date string

// Time returns midnight UTC of the day; the zero time for none.
func (d Date) Time() time.Time {
	t, _ := time.Parse(time.DateOnly, string(d))
	return t
}

// AddDays returns the day n days later; none stays none.
func (d Date) AddDays(n int) Date {
	if d == "" {
		return ""
	}
	return Date(d.Time().AddDate(0, 0, n).Format(time.DateOnly))
}

// DecodeNode reads a day.
func (d *Date) DecodeNode(dec *source.Decoder, n *source.Node) {
	if n.Kind == source.Null {
		return
	}
	if _, err := time.Parse(time.DateOnly, n.Text); err != nil {
		dec.Report(finding.CodeDate, n.Pos, "value", n.Text)
		return
	}
	*d = Date(n.Text)
}

// JSONSchema describes a Date.
func (Date) JSONSchema() map[string]any {
	return map[string]any{"type": "string", "format": "date"}
}

// Moment is a week of the programme or a day.
type Moment struct {
	Week int // from 1; 0 where Date says it
	Date Date
}

var weekWords = []string{"week", "viikko", "vecka"}

// DecodeNode reads a week of the programme, such as week 3, or a day.
func (m *Moment) DecodeNode(d *source.Decoder, n *source.Node) {
	word, number, two := strings.Cut(strings.TrimSpace(n.Text), " ")
	if two {
		for _, w := range weekWords {
			if week, err := strconv.Atoi(strings.TrimSpace(number)); err == nil && week > 0 && week < 1000 && strings.EqualFold(word, w) {
				m.Week = week
				return
			}
		}
	}
	if _, err := time.Parse(time.DateOnly, n.Text); err != nil {
		d.Report(finding.CodeMoment, n.Pos, "value", n.Text)
		return
	}
	m.Date = Date(n.Text)
}

// JSONSchema describes a Moment.
func (Moment) JSONSchema() map[string]any {
	return map[string]any{"type": "string", "pattern": `^(([Ww]eek|[Vv]iikko|[Vv]ecka) [0-9]+|[0-9]{4}-[0-9]{2}-[0-9]{2})$`}
}

// Colour is a colour as #rrggbb, or "" for the theme's own.
type Colour string

var colourForm = regexp.MustCompile(`^#[0-9A-Fa-f]{6}$`)

// DecodeNode reads a colour.
func (c *Colour) DecodeNode(d *source.Decoder, n *source.Node) {
	if n.Kind == source.Null {
		return
	}
	if !colourForm.MatchString(n.Text) {
		d.Report(finding.CodeColour, n.Pos, "value", n.Text)
		return
	}
	*c = Colour(strings.ToLower(n.Text))
}

// JSONSchema describes a Colour.
func (Colour) JSONSchema() map[string]any {
	return map[string]any{"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"}
}

// Strings is one text or a list of them.
type Strings []string

// DecodeNode reads one text or a list; a truth value reads as true or false.
func (s *Strings) DecodeNode(d *source.Decoder, n *source.Node) {
	if n.Kind == source.Null {
		return
	}
	var list []string
	d.Value(n, &list)
	*s = list
}

// JSONSchema describes a Strings.
func (Strings) JSONSchema() map[string]any {
	scalar := map[string]any{"type": []string{"string", "number", "boolean"}}
	return map[string]any{"oneOf": []any{scalar, map[string]any{"type": "array", "items": scalar}}}
}
