package handbook

import (
	"path"
	"strconv"
	"strings"
	"time"

	"mentorbook/generator/finding"
	"mentorbook/generator/markdown"
	"mentorbook/generator/source"
)

// The front matter of each kind.
type (
	plainFront struct{ Common }
	goalFront  struct {
		Common
		Goal
	}
	ruleFront struct {
		Common
		GroundRule
	}
	meetingFront struct {
		Common
		Meeting
	}
	roleFront struct {
		Common
		Role
	}
	agreementFront struct {
		Common
		AgreementFields
	}
)

// Converters turn bodies into documents: Page for every page but the
// agreement, in which placeholders are active.
type Converters struct{ Page, Agreement *markdown.Converter }

// ParsePage reads a page from its file. lang is the language of its folder,
// rel its path below that folder. broken says that the file could not be read
// as it should: the page then stands for itself in links, but nothing more is
// said of it.
func ParsePage(file *source.File, lang Tag, rel string, convert Converters, broken bool) (*Parsed, []finding.Finding) {
	p := &Parsed{File: file.Name(), Lang: lang, Rel: rel, Hash: file.Hash, Front: file.Front, Broken: broken}
	findings := p.decode(file)
	c := convert.Page
	if p.Kind == AgreementPage {
		c = convert.Agreement
	}
	doc, more := c.Convert(p.File, file.Raw, file.BodyOffset)
	p.Doc = doc
	p.standAlone()
	if broken {
		p.makeTitle()
		return p, nil
	}
	findings = append(findings, more...)
	if p.Title == "" {
		findings = append(findings, p.makeTitle())
	}
	return p, append(findings, p.checkFields()...)
}

func (p *Parsed) decode(file *source.File) []finding.Finding {
	p.Kind = folderKind(p.Rel)
	if n := file.Front.Get("kind"); n != nil && Kind(n.Text).Valid() {
		p.Kind = Kind(n.Text)
	}
	d := &source.Decoder{File: p.File, Unknown: finding.Warning, Optional: []string{"title"}}
	switch p.Kind {
	case GoalPage:
		var f goalFront
		d.Decode(file.Front, &f)
		p.Common, p.Goal = f.Common, &f.Goal
	case RulePage:
		var f ruleFront
		d.Decode(file.Front, &f)
		p.Common, p.Rule = f.Common, &f.GroundRule
	case MeetingPage:
		var f meetingFront
		d.Decode(file.Front, &f)
		p.Common, p.Meeting = f.Common, &f.Meeting
	case RolePage:
		var f roleFront
		d.Decode(file.Front, &f)
		p.Common, p.Role = f.Common, &f.Role
	case AgreementPage:
		var f agreementFront
		d.Decode(file.Front, &f)
		p.Common, p.Agreement = f.Common, &f.AgreementFields
	default:
		var f plainFront
		d.Decode(file.Front, &f)
		p.Common = f.Common
	}
	return d.Findings
}

// makeTitle gives a page without a title its first heading, else its file name.
func (p *Parsed) makeTitle() finding.Finding {
	place := p.Front.At().In(p.File)
	switch {
	case p.Doc.Title != "":
		p.Title = p.Doc.Title
	case len(p.Doc.Headings) > 0:
		p.Title = p.Doc.Headings[0].Text
	default:
		name := strings.TrimSuffix(path.Base(p.Rel), ".md")
		if isIndex(p.Rel) && path.Dir(p.Rel) != "." {
			name = path.Base(path.Dir(p.Rel))
		}
		p.Title = strings.NewReplacer("-", " ", "_", " ").Replace(name)
	}
	return finding.New(finding.CodeTitleMissing, place, "title", p.Title)
}

// folderKind tells the kind of a page from the path below the language folder.
func folderKind(rel string) Kind {
	dir, _, nested := strings.Cut(rel, "/")
	switch {
	case rel == "index.md":
		return Home
	case rel == "agreement.md":
		return AgreementPage
	case isIndex(rel):
		return SectionIndex
	case !nested:
		return ArticlePage
	}
	switch dir {
	case "goals":
		return GoalPage
	case "ground-rules":
		return RulePage
	case "meetings":
		return MeetingPage
	case "roles":
		return RolePage
	}
	return ArticlePage
}

func isIndex(rel string) bool { return path.Base(rel) == "index.md" }

// checkFields finds what the types alone can't tell.
func (p *Parsed) checkFields() []finding.Finding {
	var fs []finding.Finding
	report := func(code finding.Code, pos source.Pos, args ...any) {
		fs = append(fs, finding.New(code, pos.In(p.File), args...))
	}
	if p.Slug != "" && !validSlug(p.Slug) {
		report(finding.CodeSlug, p.Front.At("slug"), "value", p.Slug, "near", Slug(p.Slug))
	}
	if r := p.Rule; r != nil {
		p.checkAnswer(&r.Answer, report)
		if r.Clause != "" && r.Answer.Type != "yesno" && !strings.Contains(r.Clause, "{answer}") {
			report(finding.CodeClauseAnswer, p.Front.At("clause"))
		}
	}
	if m := p.Meeting; m != nil {
		atLeast := func(n *source.Node, key string, least int, path ...any) {
			if value := n.Get(key); value != nil && value.Kind == source.Int && (value.Text[0] == '-' || least > 0 && strings.Trim(value.Text, "0") == "") {
				report(finding.CodeOutOfRange, p.Front.At(path...), "key", key, "value", value.Text, "least", least)
			}
		}
		atLeast(p.Front, "number", 0, "number")
		atLeast(p.Front, "minutes", 1, "minutes")
		atLeast(p.Front, "week", 1, "week")
		if agenda := p.Front.Get("agenda"); agenda != nil {
			for i, item := range agenda.Items {
				atLeast(item, "minutes", 1, "agenda", i, "minutes")
			}
		}
	}
	return fs
}

func (p *Parsed) checkAnswer(a *Answer, report func(finding.Code, source.Pos, ...any)) {
	if a.Type == "" {
		a.Type = "text"
		if len(a.Options) > 0 {
			a.Type = "choice"
		}
	}
	choice := a.Type == "choice" || a.Type == "choices"
	switch {
	case choice && len(a.Options) == 0 && !a.Other:
		report(finding.CodeOptionsMissing, p.Front.At("answer"), "type", a.Type)
	case !choice && len(a.Options) > 0:
		report(finding.CodeOptionsUnused, p.Front.At("answer", "options"), "type", a.Type)
	}
	if a.Min != nil && a.Max != nil && *a.Min > *a.Max {
		report(finding.CodeMinMax, p.Front.At("answer", "min"))
	}
	if choice && !a.Other {
		for _, d := range a.Default {
			if !has(a.Options, d) {
				report(finding.CodeDefaultUnknown, p.Front.At("answer", "default"), "value", d, "near", finding.Nearest(d, a.Options), "options", strings.Join(a.Options, ", "))
			}
		}
	}
	if len(a.Default) == 1 && !a.allows(a.Default[0]) {
		report(finding.CodeDefaultForm, p.Front.At("answer", "default"), "value", a.Default[0], "type", a.Type)
	}
	if len(a.Default) > 1 && a.Type != "choices" {
		report(finding.CodeDefaultMany, p.Front.At("answer", "default"), "type", a.Type)
	}
}

// allows reports whether a default is an answer of the type, where the type
// alone can tell.
func (a *Answer) allows(value string) bool {
	switch a.Type {
	case "number":
		f, err := strconv.ParseFloat(value, 64)
		return err == nil && (a.Min == nil || f >= *a.Min) && (a.Max == nil || f <= *a.Max)
	case "date":
		_, err := time.Parse(time.DateOnly, value)
		return err == nil
	case "yesno":
		return value == "true" || value == "false"
	}
	return true
}

func has(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
