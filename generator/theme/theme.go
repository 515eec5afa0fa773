// Package theme holds how the handbook looks and what its interface says:
// templates, style sheets, scripts and the texts of each language.
//
// A theme is read from two folders: the built-in one and, over it, the
// user's, file by file; texts are laid over one another key by key. Every page
// runs through base.html, which shows the template of the page's kind. All
// templates are one set, cloned for each language so that functions such as t
// speak it.
package theme

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"mentorbook/generator/finding"
)

// Options adjust a theme.
type Options struct {
	Accent string // #rrggbb, or "" for the theme's own
}

// Theme is a theme, ready to render. It may be used from several goroutines.
type Theme struct {
	files      overlay
	own        map[string]bool               // templates that are the built-in ones
	sets       map[string]*template.Template // by language
	catalogues map[string]*Catalogue
	assets     []Asset
	byName     map[string]string // logical name of an asset → its address
	workers    map[string][]byte // service workers by their names
	icons      map[string]template.HTML
}

// Load reads a theme for the languages. user may be nil. The Theme can be
// used where no finding is an error.
func Load(builtin, user fs.FS, langs []string, o Options) (*Theme, []finding.Finding, error) {
	t := &Theme{
		files: overlay{user, builtin}, own: map[string]bool{}, sets: map[string]*template.Template{},
		catalogues: map[string]*Catalogue{}, byName: map[string]string{}, icons: map[string]template.HTML{}, workers: map[string][]byte{},
	}
	var all []finding.Finding
	for _, step := range []func() ([]finding.Finding, error){
		func() ([]finding.Finding, error) { return t.loadCatalogues(langs) },
		t.loadIcons,
		func() ([]finding.Finding, error) { return t.loadAssets(o) },
		func() ([]finding.Finding, error) { return t.loadTemplates(langs) },
	} {
		found, err := step()
		all = append(all, found...)
		if err != nil {
			return nil, all, err
		}
	}
	return t, all, nil
}

// overlay is the user's folder over the built-in one.
type overlay struct{ user, builtin fs.FS }

func (o overlay) read(name string) ([]byte, error) {
	if o.user != nil {
		data, err := fs.ReadFile(o.user, name)
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return data, err
		}
	}
	return fs.ReadFile(o.builtin, name)
}

// own reports whether what was read of a file is what the built-in one holds.
func (o overlay) own(name string, data []byte) (bool, error) {
	if o.user == nil {
		return true, nil
	}
	builtin, err := fs.ReadFile(o.builtin, name)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return bytes.Equal(data, builtin), err
}

// list returns the files of both folders that a test wants, sorted, each once.
func (o overlay) list(root string, want func(name string) bool) ([]string, error) {
	var names []string
	for _, fsys := range []fs.FS{o.user, o.builtin} {
		if fsys == nil {
			continue
		}
		err := fs.WalkDir(fsys, root, func(name string, d fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) && name == root {
				return nil
			}
			if err != nil {
				return err
			}
			base := path.Base(name)
			if name != "." && (base[0] == '.' || base[0] == '_') {
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			if d.Type().IsRegular() && want(name) {
				names = append(names, name)
			}
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("reading the templates: %w", err)
		}
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

func (t *Theme) loadTemplates(langs []string) ([]finding.Finding, error) {
	names, err := t.files.list(".", func(name string) bool { return strings.HasSuffix(name, ".html") && !strings.HasPrefix(name, "assets/") })
	if err != nil {
		return nil, err
	}
	set := template.New("").Funcs(t.functions(langs[0])).Option("missingkey=error")
	var found []finding.Finding
	for _, name := range names {
		data, err := t.files.read(name)
		if err != nil {
			return nil, fmt.Errorf("reading the template %s: %w", name, err)
		}
		if t.own[name], err = t.files.own(name, data); err != nil {
			return nil, fmt.Errorf("reading the template %s: %w", name, err)
		}
		if _, err := set.New(name).Parse(string(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")))); err != nil {
			found = append(found, problem(err, nil, names))
		}
	}
	if len(found) > 0 {
		return found, nil
	}
	for _, lang := range langs {
		clone, err := set.Clone()
		if err != nil {
			return nil, fmt.Errorf("preparing the templates: %w", err)
		}
		t.fold(clone.Funcs(t.functions(lang)), t.catalogues[lang])
		t.sets[lang] = clone
	}
	return nil, nil
}

// Own reports whether all these templates are those that Mentorbook comes with.
func (t *Theme) Own(names ...string) bool {
	return !slices.ContainsFunc(names, func(name string) bool { return !t.own[name] })
}

// alone are pages with a frame of their own.
var alone = []string{"print.html", "redirect.html", "report.html"}

// Render runs a template of a language and appends what it writes to dst. The
// names of pages' templates (home.html, goal.html …) all run base.html, which
// picks by its data; partials and the pages of alone run by themselves. What
// goes wrong is a finding at its place in the template.
func (t *Theme) Render(dst *bytes.Buffer, lang, name string, data any) *finding.Finding {
	if !slices.Contains(alone, name) && !strings.HasPrefix(name, "partials/") {
		name = "base.html"
	}
	set := t.sets[lang]
	if set.Lookup(name) == nil {
		f := finding.New(finding.CodeTemplateMissing, finding.Place{File: "templates/" + name}, "name", name)
		return &f
	}
	if err := set.ExecuteTemplate(dst, name, data); err != nil {
		f := problem(err, data, nil)
		return &f
	}
	return nil
}

var (
	errorPlace  = regexp.MustCompile(`(?s)template: ?([^:]+\.html)(?::(\d+))?(?::(\d+))?: (.*)`)
	errorField  = regexp.MustCompile(`can't evaluate field (\S+) in type (\S+)`)
	errorText   = regexp.MustCompile(`error calling \w+: no text (\S*)(?: near (\S+))?$`)
	errorAbsent = regexp.MustCompile(`(?:no such template|template) "([^"]+)"(?: not defined)?$`)
	errorWhere  = regexp.MustCompile(`^executing "[^"]*" at <[^>]*>: `)
)

// problem turns an error of a template into a finding at its place.
func problem(err error, data any, names []string) finding.Finding {
	if inner := (pieceError{}); errors.As(err, &inner) {
		return problem(inner.error, data, names)
	}
	m := errorPlace.FindStringSubmatch(err.Error())
	if m == nil {
		return finding.New(finding.CodeTemplateError, finding.Place{File: "templates/"}, "reason", err)
	}
	place := finding.Place{File: "templates/" + m[1]}
	place.Line, _ = strconv.Atoi(m[2])
	if place.Column, _ = strconv.Atoi(m[3]); m[3] != "" {
		place.Column++ // text/template counts bytes from 0
	}
	reason := errorWhere.ReplaceAllString(m[4], "")
	if f := errorField.FindStringSubmatch(reason); f != nil {
		fields := fieldsOf(data, f[2])
		return finding.New(finding.CodeTemplateField, place, "field", f[1], "near", finding.Nearest(f[1], fields), "known", strings.Join(fields, ", "))
	}
	if f := errorText.FindStringSubmatch(reason); f != nil {
		return finding.New(finding.CodeTextMissing, place, "key", f[1], "near", f[2])
	}
	if f := errorAbsent.FindStringSubmatch(reason); f != nil {
		return finding.New(finding.CodeTemplateMissing, place, "name", f[1], "near", finding.Nearest(f[1], names))
	}
	return finding.New(finding.CodeTemplateError, place, "reason", reason)
}

// fieldsOf lists the fields of a type, by its name, that templates reach from data.
func fieldsOf(data any, name string) []string {
	var fields []string
	seen := map[reflect.Type]bool{}
	var visit func(t reflect.Type)
	visit = func(t reflect.Type) {
		for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
			t = t.Elem()
		}
		if t.Kind() != reflect.Struct || seen[t] {
			return
		}
		seen[t] = true
		for i := range t.NumField() {
			if f := t.Field(i); f.IsExported() {
				if strings.TrimLeft(name, "*") == t.String() {
					fields = append(fields, f.Name)
				}
				visit(f.Type)
			}
		}
	}
	if data != nil {
		visit(reflect.TypeOf(data))
	}
	return fields
}
