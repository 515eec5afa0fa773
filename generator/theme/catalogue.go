package theme

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"mentorbook/generator/finding"
	"mentorbook/generator/source"
)

// Catalogue is the interface's texts in a language: templates/i18n/fi.yaml
// and so on. A text may have {0}, {1} … for arguments; a text with plural
// forms is a mapping of CLDR's categories (one, few, many, other) in which {n}
// is the number.
type Catalogue struct {
	lang    string
	tag     language.Tag
	texts   map[string]string
	plurals map[string]map[string]string
	lists   map[string][]string
}

// fallback is the language whose texts stand in for missing ones.
const fallback = "en"

func (t *Theme) loadCatalogues(langs []string) ([]finding.Finding, error) {
	english, found, err := t.readCatalogue(fallback)
	if err != nil {
		return found, err
	}
	for _, lang := range langs {
		if lang == fallback {
			t.catalogues[lang] = english
			continue
		}
		c, more, err := t.readCatalogue(lang)
		if err != nil {
			return found, err
		}
		found = append(found, more...)
		if len(c.texts) == 0 {
			base, _, _ := strings.Cut(lang, "-")
			if c, more, err = t.readCatalogue(base); err != nil {
				return found, err
			}
			c.lang = lang
			found = append(found, more...)
		}
		if missing := c.fillFrom(english); len(missing) > 0 {
			found = append(found, finding.New(finding.CodeCatalogueIncomplete, finding.Place{File: "templates/i18n/" + lang + ".yaml"}, "lang", lang, "count", len(missing), "first", missing[0]))
		}
		t.catalogues[lang] = c
	}
	return found, nil
}

// readCatalogue reads the built-in texts of a language and the user's over them.
func (t *Theme) readCatalogue(lang string) (*Catalogue, []finding.Finding, error) {
	c := &Catalogue{lang: lang, tag: language.Make(lang), texts: map[string]string{}, plurals: map[string]map[string]string{}, lists: map[string][]string{}}
	name := "i18n/" + lang + ".yaml"
	var found []finding.Finding
	for _, fsys := range []fs.FS{t.files.builtin, t.files.user} {
		if fsys == nil {
			continue
		}
		data, err := fs.ReadFile(fsys, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, nil, fmt.Errorf("reading the texts %s: %w", name, err)
		}
		n, more := source.ParseYAML("templates/"+name, data)
		found = append(found, more...)
		if n != nil {
			c.add("", n)
		}
	}
	return c, found, nil
}

func (c *Catalogue) add(prefix string, n *source.Node) {
	for _, p := range n.Pairs {
		key := prefix + p.Key
		switch p.Value.Kind {
		case source.Map:
			if p.Value.Get("other") != nil {
				forms := map[string]string{}
				for _, form := range p.Value.Pairs {
					forms[form.Key] = form.Value.Text
				}
				c.plurals[key] = forms
				continue
			}
			c.add(key+".", p.Value)
		case source.List:
			var list []string
			for _, item := range p.Value.Items {
				list = append(list, item.Text)
			}
			c.lists[key] = list
		default:
			c.texts[key] = p.Value.Text
		}
	}
}

// fillFrom takes over what is missing and returns its keys.
func (c *Catalogue) fillFrom(from *Catalogue) []string {
	var missing []string
	for _, key := range from.keys() {
		_, isText := c.texts[key]
		_, isPlural := c.plurals[key]
		_, isList := c.lists[key]
		if isText || isPlural || isList {
			continue
		}
		missing = append(missing, key)
		if text, ok := from.texts[key]; ok {
			c.texts[key] = text
		}
		if forms, ok := from.plurals[key]; ok {
			c.plurals[key] = forms
		}
		if list, ok := from.lists[key]; ok {
			c.lists[key] = list
		}
	}
	return missing
}

func (c *Catalogue) keys() []string {
	var keys []string
	keys = slices.AppendSeq(keys, maps.Keys(c.texts))
	keys = slices.AppendSeq(keys, maps.Keys(c.plurals))
	keys = slices.AppendSeq(keys, maps.Keys(c.lists))
	slices.Sort(keys)
	return keys
}

// Lookup returns a text and whether there is one.
func (c *Catalogue) Lookup(key string) (string, bool) {
	text, ok := c.texts[key]
	return text, ok
}

// Text returns a text with its arguments; where there is none, its key.
func (c *Catalogue) Text(key string, args ...any) string {
	text, ok := c.texts[key]
	if !ok {
		return key
	}
	return fill(text, args)
}

func fill(text string, args []any) string {
	for i, a := range args {
		text = strings.ReplaceAll(text, "{"+strconv.Itoa(i)+"}", fmt.Sprint(a))
	}
	return text
}

func (c *Catalogue) hasPlural(key string) bool { return c.plurals[key] != nil }

// Plural returns the form of a text that goes with a number, the number in
// the place of {n}.
func (c *Catalogue) Plural(key string, n int, args ...any) string {
	forms := c.plurals[key]
	text, ok := forms[category(plural.Cardinal.MatchPlural(c.tag, n, 0, 0, 0, 0))]
	if !ok {
		text = forms["other"]
	}
	return fill(strings.ReplaceAll(text, "{n}", strconv.Itoa(n)), args)
}

func category(f plural.Form) string {
	switch f {
	case plural.Zero:
		return "zero"
	case plural.One:
		return "one"
	case plural.Two:
		return "two"
	case plural.Few:
		return "few"
	case plural.Many:
		return "many"
	}
	return "other"
}

// Date returns a day, given as yyyy-mm-dd, as it is written in the language:
// 11. tammikuuta 2027. What is no day is returned as it is.
func (c *Catalogue) Date(day string) string { return c.day(c.texts["date.long"], day) }

func (c *Catalogue) day(form, day string) string {
	t, err := time.Parse(time.DateOnly, day)
	months := c.lists["date.months"]
	if err != nil || len(months) != 12 {
		return day
	}
	text := strings.ReplaceAll(form, "{d}", strconv.Itoa(t.Day()))
	text = strings.ReplaceAll(text, "{y}", strconv.Itoa(t.Year()))
	return strings.ReplaceAll(text, "{m}", months[t.Month()-1])
}

// DateRange returns a range of days: the year stands once where it is the
// same. Where one of the two is "", the other stands alone.
func (c *Catalogue) DateRange(from, to string) string {
	if from == "" || from == to {
		return c.Date(to)
	}
	if to == "" {
		return c.Date(from)
	}
	form := "date.long"
	if len(from) > 4 && len(to) > 4 && from[:4] == to[:4] {
		form = "date.short"
	}
	return c.day(c.texts[form], from) + " – " + c.Date(to)
}

// And returns a list as it is written in a sentence: a, b and c.
func (c *Catalogue) And(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	last := len(list) - 1
	return c.Text("list.and", strings.Join(list[:last], ", "), list[last])
}

// Number returns a decimal number as it is written in the language.
func (c *Catalogue) Number(s string) string {
	if mark, ok := c.texts["number.decimal"]; ok {
		return strings.ReplaceAll(s, ".", mark)
	}
	return s
}

// Catalogue returns the texts of one of the theme's languages.
func (t *Theme) Catalogue(lang string) *Catalogue { return t.catalogues[lang] }

// LanguageName returns the name of a language in that language.
func (t *Theme) LanguageName(lang string) string {
	if c := t.catalogues[lang]; c != nil {
		if name, ok := c.texts["language.name"]; ok && name != "" && (lang == fallback || name != t.english()) {
			return name
		}
	}
	return lang
}

func (t *Theme) english() string {
	if c := t.catalogues[fallback]; c != nil {
		return c.texts["language.name"]
	}
	return "English"
}
