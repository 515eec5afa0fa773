package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html/template"
	"strings"

	"mentorbook/generator/agreement"
	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
	"mentorbook/generator/markdown"
	"mentorbook/generator/theme"
)

// agreementParts fills the placeholders of an agreement with the fields and
// texts of a form.
func (r *renderer) agreementParts(e *edition, from string, form *agreement.Form) ([]template.HTML, []finding.Finding) {
	out := make([]template.HTML, len(form.Parts))
	var buf bytes.Buffer
	for i := range form.Parts {
		buf.Reset()
		if f := r.theme.Render(&buf, string(e.Lang), "partials/part.html", r.partView(e, from, &form.Parts[i])); f != nil {
			return nil, []finding.Finding{*f}
		}
		out[i] = template.HTML(bytes.TrimSpace(buf.Bytes())) // rendered by html/template
	}
	return out, nil
}

// blankAgreement fills the placeholders of an edition's agreement with what
// the programme knows of it, and the view with the rest.
func (r *renderer) blankAgreement(e *edition, p *handbook.Page, v *View) ([]template.HTML, []finding.Finding) {
	parts, fs := agreement.Parts(e.Edition, p, r.columns)
	if finding.Count(fs, finding.Error) > 0 {
		return nil, fs
	}
	form := r.fillForm(e, p, parts, agreement.Known{})
	r.agreementFrame(e, agreement.RevisionOf(r.book.Programme, e.Edition, p, parts), "", v.Agreement)
	v.Agreement.UID, v.Agreement.PDF = r.uid(""), relative(p.Address, pdfAddress(p))
	return r.agreementParts(e, p.Address, form)
}

// pdfAddress is where the blank agreement lies as a PDF.
func pdfAddress(p *handbook.Page) string { return strings.TrimSuffix(p.Address, ".html") + ".pdf" }

// blankPDF makes the blank agreement as a PDF to fill in.
func (r *renderer) blankPDF(w *worker, e *edition) ([]finding.Finding, error) {
	a, fs, err := r.agreementOf(e)
	if err != nil || len(fs) > 0 {
		return fs, err
	}
	writer, err := r.papers()
	if err != nil {
		return nil, err
	}
	made, err := writer.Write(a.Document("", a.Form(agreement.Known{})))
	if err != nil {
		return nil, fmt.Errorf("making %s: %w", pdfAddress(e.Agreement), err)
	}
	return nil, w.put(pdfAddress(e.Agreement), made.PDF)
}

// agreementFrame fills what stands around an agreement's text. pair names the
// pair, "" for the blank agreement.
func (r *renderer) agreementFrame(e *edition, revision agreement.Revision, pair string, v *AgreementView) {
	v.Revision, v.Foot, v.Words = revision.Hash, r.foot(e, revision, pair), e.words().address
}

// foot is the line under an agreement: programme, season, pair, revision.
func (r *renderer) foot(e *edition, revision agreement.Revision, pair string) string {
	version := revision.Hash
	if revision.Date != "" {
		version = e.date(revision.Date) + " (" + revision.Hash + ")"
	}
	var line []string
	for _, s := range []string{e.site.Name, e.site.Season, pair} {
		if s != "" {
			line = append(line, s)
		}
	}
	return e.text.Text("part.foot", strings.Join(line, " · "), version)
}

// uid tells the meetings of an agreement from all others in a calendar (RFC
// 5545, 3.8.4.7): made of the programme and the season, and of a pair's id.
func (r *renderer) uid(pair string) string {
	prog := r.book.Programme
	first := prog.Languages[0]
	sum := sha256.Sum256([]byte(prog.Name.In(first, first) + "\x00" + prog.Season + "\x00" + pair))
	return hex.EncodeToString(sum[:8])
}

func (r *renderer) fillForm(e *edition, p *handbook.Page, parts []agreement.Part, known agreement.Known) *agreement.Form {
	known.Organisation, known.Coordinator = e.site.Organisation, e.site.Coordinator.Name
	if known.Start == "" {
		known.Start = e.site.Start
	}
	if known.End == "" {
		known.End = e.site.End
	}
	return agreement.Fill(r.book.Programme, e.Edition, p, parts, e.text, agreement.Words(e.site.Terms), known)
}

func (r *renderer) partView(e *edition, from string, part *agreement.Filled) *PartView {
	v := &PartView{Site: e.site, Kind: string(part.Kind), Name: part.Name, Label: part.Label, Text: part.Text, Block: part.Block}
	switch {
	case part.Field != nil && part.Repeats:
		v.Repeats = part.Field.Name
		v.Text = part.Field.Reads(e.text)
	case part.Field != nil:
		v.Field = e.fieldView(part.Field)
	}
	for _, c := range part.Clauses {
		v.Clauses = append(v.Clauses, ClauseView{
			Link: e.link(from, c.Rule), Question: c.Rule.Rule.Question, Before: c.Before, After: c.After, Whole: c.Whole,
			Block: part.Block, Field: e.fieldView(c.Field),
		})
	}
	for _, g := range part.Goals {
		v.Goals = append(v.Goals, e.fieldView(g))
	}
	for _, row := range part.Rows {
		v.Schedule = append(v.Schedule, r.rowView(e, from, row))
	}
	for _, s := range part.Signers {
		v.Signers = append(v.Signers, SignerView{Role: s.Role, Name: e.fieldView(s.Name), PlaceDate: e.fieldView(s.PlaceDate)})
	}
	return v
}

func (r *renderer) rowView(e *edition, from string, row agreement.Row) RowView {
	return RowView{
		MeetingCard: r.meetingCard(e, from, row.Meeting),
		DateField:   e.fieldView(row.Date), TimeField: e.fieldView(row.Time),
	}
}

func (e *edition) fieldView(f *agreement.Field) *FieldView {
	v := &FieldView{
		Name: f.Name, Label: f.Label, Type: string(f.Type), Other: f.Other, Unit: f.Unit, Min: f.Min, Max: f.Max, Required: f.Required,
		Value: f.Answer.Text, OtherValue: f.Answer.Other, Reads: f.Reads(e.text),
	}
	v.Shown = v.Reads
	if f.Type == agreement.Number {
		v.Shown = e.text.Number(f.Answer.Text) // its unit stands beside the control
	}
	for n := range max(f.Lines, 1) {
		v.Lines = append(v.Lines, n+1)
	}
	for i, text := range f.Options {
		v.Options = append(v.Options, FieldOption{Index: i, Text: text, Picked: f.Answer.Has(i)})
	}
	return v
}

// date is a day as it is written in the edition's language; "" stays.
func (e *edition) date(day string) string {
	if day == "" {
		return ""
	}
	return e.text.Date(day)
}

// Labels are the interface texts that stand within a page's own text.
func Labels(text *theme.Catalogue, prog *handbook.Programme, lang handbook.Tag) markdown.Labels {
	mentor, mentee := prog.Terms.Mentor.In(lang, lang), prog.Terms.Mentee.In(lang, lang)
	if mentor == "" {
		mentor = text.Text("term.mentor")
	}
	if mentee == "" {
		mentee = text.Text("term.mentee")
	}
	return markdown.Labels{
		Note: text.Text("alert.note"), Tip: text.Text("alert.tip"), Important: text.Text("alert.important"),
		Warning: text.Text("alert.warning"), Caution: text.Text("alert.caution"),
		Mentor: text.Text("for.role", mentor), Mentee: text.Text("for.role", mentee),
		Footnotes: text.Text("footnotes.title"), Back: text.Text("footnotes.back"), Table: text.Text("table.label"), Task: text.Text("task.label"),
	}
}
