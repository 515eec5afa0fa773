package theme

import (
	"errors"
	"fmt"
	"html/template"
	"path"
	"strings"

	"mentorbook/generator/finding"
)

// functions are what templates may call, in a language; docs/themes.md lists them.
func (t *Theme) functions(lang string) template.FuncMap {
	c := t.catalogues[lang]
	return template.FuncMap{
		"t":           c.templateText,
		"n":           c.templatePlural,
		"has":         func(key string) bool { _, ok := c.Lookup(key); return ok },
		"date":        c.Date,
		"daterange":   c.DateRange,
		"months":      func() []string { return c.lists["date.months"] },
		"datepattern": func() string { return c.texts["date.long"] },
		"asset":       t.templateAsset,
		"icon":        t.icon,
		"piece":       t.piece(lang),
		"language":    t.LanguageName,
		"join":        func(sep string, list []string) string { return strings.Join(list, sep) },
		"lower":       strings.ToLower,
		"list":        func(items ...any) []any { return items },
		"until": func(n int) []int {
			list := make([]int, max(0, n))
			for i := range list {
				list[i] = i
			}
			return list
		},
		"add": func(a, b int) int { return a + b },
	}
}

func (c *Catalogue) templateText(key string, args ...any) (string, error) {
	text, ok := c.Lookup(key)
	if !ok {
		return "", c.missing(key)
	}
	return fill(text, args), nil
}

func (c *Catalogue) templatePlural(key string, count int, args ...any) (string, error) {
	if !c.hasPlural(key) {
		return "", c.missing(key)
	}
	return c.Plural(key, count, args...), nil
}

func (c *Catalogue) missing(key string) error {
	if near := finding.Nearest(key, c.keys()); near != "" {
		return fmt.Errorf("no text %s near %s", key, near)
	}
	return fmt.Errorf("no text %s", key)
}

func (t *Theme) templateAsset(name string) (string, error) {
	if address, ok := t.byName[name]; ok {
		return address, nil
	}
	return "", errors.New("no asset " + name)
}

func (t *Theme) loadIcons() ([]finding.Finding, error) {
	names, err := t.files.list("assets/icons", func(name string) bool { return path.Ext(name) == ".svg" })
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		data, err := t.files.read(name)
		if err != nil {
			return nil, fmt.Errorf("reading the icon %s: %w", name, err)
		}
		svg := strings.TrimSpace(string(data))
		svg = strings.Replace(svg, "<svg ", `<svg class="icon" aria-hidden="true" focusable="false" `, 1)
		t.icons[strings.TrimSuffix(path.Base(name), ".svg")] = template.HTML(svg) // the theme's own file
	}
	return nil, nil
}

func (t *Theme) icon(name string) (template.HTML, error) {
	if svg, ok := t.icons[name]; ok {
		return svg, nil
	}
	return "", errors.New("no icon " + name)
}
