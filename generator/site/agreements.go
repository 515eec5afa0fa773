package site

import (
	"bytes"
	"slices"
	"strings"
	"sync/atomic"

	"mentorbook/generator/agreement"
	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
	"mentorbook/generator/markdown"
	"mentorbook/generator/paper"
)

// PairsFolder is the folder below a language's base that pairs' pages lie in.
const PairsFolder = "pairs/"

// Agreement makes the pairs' agreements of one language: what is known of a
// pair comes as agreement.Known, since this package knows no pair. It may be
// used from several goroutines.
type Agreement struct {
	r     *renderer
	e     *edition
	page  *handbook.Page
	parts []agreement.Part
	body  *agreement.Body
	frame sealedFrame
	size  atomic.Int64 // about as many bytes as a pair's text takes
	// Revision of the agreement's text.
	Revision agreement.Revision
}

// Agreement returns the agreement of a language, or nil where the handbook
// has none.
func (p *Plan) Agreement(lang handbook.Tag) (*Agreement, []finding.Finding, error) {
	for _, e := range p.renderer.editions {
		if e.Lang != lang || e.Agreement == nil {
			continue
		}
		return p.renderer.agreementOf(e)
	}
	return nil, nil, nil
}

func (r *renderer) agreementOf(e *edition) (*Agreement, []finding.Finding, error) {
	page := e.Agreement
	parts, fs := agreement.Parts(e.Edition, page, r.columns)
	if finding.Count(fs, finding.Error) > 0 {
		return nil, fs, nil
	}
	body, err := agreement.ReadBody(page.Doc, r.paperFill(page))
	if err != nil {
		return nil, nil, err
	}
	a := &Agreement{r: r, e: e, page: page, parts: parts, body: body}
	a.Revision = agreement.RevisionOf(r.book.Programme, e.Edition, page, parts)
	return a, nil, nil
}

// paperFill says where links lead from paper: to absolute addresses, where
// the site has one; those within the handbook lead nowhere otherwise.
func (r *renderer) paperFill(p *handbook.Page) markdown.Fill {
	f := fillFrom(p, p.Address)
	url := string(r.book.Programme.URL)
	for i, t := range p.Links {
		switch {
		case t.Page == p && t.Fragment != "", t.Page == nil && t.Asset == nil:
		case url == "":
			f.Links[i] = ""
		default:
			f.Links[i] = url + target("", t)
		}
	}
	return f
}

// Form is the agreement's form, with what is known filled in.
func (a *Agreement) Form(known agreement.Known) *agreement.Form {
	return a.r.fillForm(a.e, a.page, a.parts, known)
}

// Names is a pair as one reads it in a line: its mentors, then its mentees.
func (a *Agreement) Names(known agreement.Known) string {
	return a.e.text.And(known.Mentors) + " – " + a.e.text.And(known.Mentees)
}

// Address is where a pair's page of a name lies.
func (a *Agreement) Address(name string) string { return a.e.Base + PairsFolder + name + ".html" }

// UID tells a pair's meetings from all others in a calendar.
func (a *Agreement) UID(pair string) string { return a.r.uid("pair " + pair) }

// Title of the agreement.
func (a *Agreement) Title() string { return a.page.Title }

// Lang is the language of the agreement's interface.
func (a *Agreement) Lang() string { return string(a.e.Lang) }

// view is the view of a pair's page, its text included.
func (a *Agreement) view(address, pair string, known agreement.Known, form *agreement.Form) (*View, []finding.Finding) {
	placeholders, fs := a.r.agreementParts(a.e, address, form)
	if len(fs) > 0 {
		return nil, fs
	}
	v, fs := a.r.listFrame(a.e, address, "agreement", a.page.Title)
	if len(fs) > 0 {
		return nil, fs
	}
	v.TextLang, v.Summary, v.NoIndex, v.Canonical = string(a.page.Lang), a.page.Summary, true, ""
	v.Agreement = &AgreementView{Due: string(a.r.book.Programme.Agreement.Due), Pair: a.Names(known), UID: a.UID(pair)}
	a.r.agreementFrame(a.e, a.Revision, v.Agreement.Pair, v.Agreement)
	f := fillFrom(a.page, address)
	f.Placeholders = placeholders
	content := make([]byte, 0, a.size.Load())
	content = a.page.Doc.Append(content, f)
	a.size.Store(int64(len(content) + len(content)/8))
	v.Content = lend(content) // escaped or sanitised by package markdown
	return v, nil
}

// frameRoom is about as many bytes as stand around an agreement's text.
const frameRoom = 12 << 10

// Inner is what a sealed page holds once it is open: the agreement as HTML,
// for the place of the page's article.
func (a *Agreement) Inner(address, pair string, known agreement.Known, form *agreement.Form) ([]byte, []finding.Finding) {
	v, fs := a.view(address, pair, known, form)
	if len(fs) > 0 {
		return nil, fs
	}
	b := bytes.NewBuffer(make([]byte, 0, len(v.Content)+frameRoom))
	if f := a.r.theme.Render(b, string(a.e.Lang), "partials/pair.html", v); f != nil {
		return nil, []finding.Finding{*f}
	}
	return b.Bytes(), nil
}

// Open is a pair's page as plain HTML.
func (a *Agreement) Open(address, pair string, known agreement.Known, form *agreement.Form) ([]byte, []finding.Finding) {
	v, fs := a.view(address, pair, known, form)
	if len(fs) > 0 {
		return nil, fs
	}
	return a.render(v)
}

// Sealed is the page around a sealed text.
func (a *Agreement) Sealed(address string, sealed SealedView) ([]byte, []finding.Finding) {
	return a.frame.page(sealed, func(s SealedView) ([]byte, []finding.Finding) {
		v, fs := a.r.listFrame(a.e, address, "sealed", a.page.Title)
		if len(fs) > 0 {
			return nil, fs
		}
		v.NoIndex, v.Canonical, v.Sealed = true, "", &s
		return a.render(v)
	})
}

// List is the list of the pairs' open pages in the agreement's language. langs
// are all languages that have one.
func (a *Agreement) List(links []Link, langs []handbook.Tag) ([]byte, []finding.Finding) {
	address := a.e.Base + PairsFolder + "index.html"
	v, fs := a.r.listFrame(a.e, address, "pairs", a.e.text.Text("pairs.title"))
	if len(fs) > 0 {
		return nil, fs
	}
	v.NoIndex, v.Canonical, v.PairList = true, "", links
	for _, other := range a.r.editions {
		if len(langs) > 1 && slices.Contains(langs, other.Lang) {
			v.Languages = append(v.Languages, LanguageLink{
				Lang: string(other.Lang), Name: a.r.theme.LanguageName(string(other.Lang)), Current: other == a.e,
				Href: relative(address, other.Base+PairsFolder+"index.html"),
			})
		}
	}
	return a.render(v)
}

func (a *Agreement) render(v *View) ([]byte, []finding.Finding) {
	var b bytes.Buffer
	if f := a.r.theme.Render(&b, string(a.e.Lang), v.Template+".html", v); f != nil {
		return nil, []finding.Finding{*f}
	}
	return b.Bytes(), nil
}

// Document is the agreement on paper; pair names whose it is, "" for the
// blank one.
func (a *Agreement) Document(pair string, form *agreement.Form) *paper.Document {
	text, prog := a.e.text, a.r.book.Programme
	title := a.page.Title
	d := &paper.Document{
		Title: title, Lang: string(a.page.Lang), Author: a.e.site.Organisation, Size: paper.Size(prog.Agreement.Paper),
		Foot: a.r.foot(a.e, a.Revision, pair), Pages: text.Text("part.pages"),
	}
	if pair != "" {
		d.Title = title + ": " + pair
	}
	d.Blocks = append(d.Blocks, paper.Block{Kind: paper.Heading, Level: 1, Text: []paper.Span{{Text: title}}})
	if a.page.Summary != "" {
		d.Blocks = append(d.Blocks, paper.Block{Kind: paper.Paragraph, Text: []paper.Span{{Text: a.page.Summary, Italic: true}}})
	}
	if due := string(prog.Agreement.Due); due != "" {
		d.Blocks = append(d.Blocks, paper.Block{Kind: paper.Paragraph, Text: []paper.Span{{Text: text.Text("agreement.due") + " "}, {Text: text.Date(due), Bold: true}}})
	}
	d.Blocks = append(d.Blocks, a.body.Blocks(form, text)...)
	return d
}

// Calendar is a pair's meetings: on their days where the first one is known,
// else in the weeks that the meetings' guides give.
func (a *Agreement) Calendar(pair string, known agreement.Known, form *agreement.Form) *agreement.Calendar {
	site, text, prog := a.e.site, a.e.text, a.r.book.Programme
	c := &agreement.Calendar{Name: site.Name + ": " + a.Names(known), Stamp: max(a.Revision.Date, site.Start)}
	rows := form.Rows()
	if rows == nil {
		rows = agreement.Fill(prog, a.e.Edition, a.page, []agreement.Part{{Kind: agreement.Schedule}}, text, agreement.Words(site.Terms), known).Rows()
	}
	for _, row := range rows {
		m := row.Meeting
		event := agreement.Event{
			UID: a.UID(pair) + "-" + number(m) + "@mentorbook", Day: row.Date.Answer.Text, Days: 1, Minutes: m.Meeting.Minutes,
			Title: m.Title + " (" + site.Name + ")", Description: agreement.Preparation(m, text, agreement.Words(site.Terms)),
		}
		if event.Day == "" && known.FirstMeeting == "" {
			event.Day, event.Days = string(prog.WeekStart(row.Week)), 5
		}
		if url := string(prog.URL); url != "" {
			event.URL = url + escaped(m.Address)
			event.Description = strings.TrimPrefix(event.Description+"\n"+text.Text("agreement.calendar-guide")+": "+event.URL, "\n")
		}
		if event.Day != "" {
			c.Events = append(c.Events, event)
		}
	}
	return c
}
