package source

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"reflect"
	"strings"
)

// Docs are the doc comments of struct fields, by "Type.Field", and of types,
// by "Type".
type Docs map[string]string

// ReadDocs reads the doc comments of Go files, so that what a field means is
// said once: at its declaration.
func ReadDocs(fsys fs.FS, names ...string) (Docs, error) {
	docs := Docs{}
	set := token.NewFileSet()
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		file, err := parser.ParseFile(set, name, data, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			decl, ok := n.(*ast.GenDecl)
			if !ok || decl.Tok != token.TYPE {
				return true
			}
			for _, spec := range decl.Specs {
				t := spec.(*ast.TypeSpec)
				docs[t.Name.Name] = oneLine(decl.Doc.Text())
				if s, ok := t.Type.(*ast.StructType); ok {
					for _, f := range s.Fields.List {
						for _, id := range f.Names {
							docs[t.Name.Name+"."+id.Name] = oneLine(f.Doc.Text())
						}
					}
				}
			}
			return true
		})
	}
	return docs, nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Of returns what a field's doc comment says, without the field's own name at
// its head where the sentence reads as well without.
func (d Docs) Of(t reflect.Type, f reflect.StructField) string {
	if owner := embeddedOwner(t, f); owner != nil {
		t = owner
	}
	return d[t.Name()+"."+f.Name]
}

// embeddedOwner is the embedded struct that declares a promoted field, or nil.
func embeddedOwner(t reflect.Type, f reflect.StructField) reflect.Type {
	if len(f.Index) < 2 {
		return nil
	}
	return t.FieldByIndex(f.Index[:len(f.Index)-1]).Type
}

// selfDescribing is a type that decodes itself and says how it looks.
type selfDescribing interface{ JSONSchema() map[string]any }

// Schema returns a JSON Schema (2020-12) of what Decode accepts for a struct.
func Schema(title string, t reflect.Type, docs Docs) map[string]any {
	s := structSchema(t, docs)
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = title
	return s
}

func structSchema(t reflect.Type, docs Docs) map[string]any {
	properties := map[string]any{}
	var required []string
	for _, sf := range reflect.VisibleFields(t) {
		tag, ok := sf.Tag.Lookup("yaml")
		if !ok || tag == "-" {
			continue
		}
		key, option, _ := strings.Cut(tag, ",")
		s := typeSchema(sf.Type, docs)
		if doc := docs.Of(t, sf); doc != "" {
			s["description"] = doc
		}
		properties[key] = s
		if option == "required" {
			required = append(required, key)
		}
	}
	s := map[string]any{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		s["required"] = required
	}
	return s
}

func typeSchema(t reflect.Type, docs Docs) map[string]any {
	if d, ok := reflect.New(t).Interface().(selfDescribing); ok {
		return d.JSONSchema()
	}
	switch t.Kind() {
	case reflect.Pointer:
		return typeSchema(t.Elem(), docs)
	case reflect.Struct:
		return structSchema(t, docs)
	case reflect.Slice:
		return map[string]any{"type": "array", "items": typeSchema(t.Elem(), docs)}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Int:
		return map[string]any{"type": "integer"}
	case reflect.Float64:
		return map[string]any{"type": "number"}
	}
	if e, ok := reflect.New(t).Interface().(enumerated); ok {
		return map[string]any{"enum": e.Values()}
	}
	return map[string]any{"type": []string{"string", "number"}}
}

// FieldDoc is a field as the docs show it.
type FieldDoc struct {
	Name     string // dotted for a field of a field: answer.type
	Type     string // in words
	Required bool
	Doc      string
}

// Fields lists the fields of a struct and of the structs in it, in the order
// of their declaration.
func Fields(t reflect.Type, docs Docs) []FieldDoc { return fields(t, docs, "") }

func fields(t reflect.Type, docs Docs, prefix string) []FieldDoc {
	var list []FieldDoc
	for _, sf := range reflect.VisibleFields(t) {
		tag, ok := sf.Tag.Lookup("yaml")
		if !ok || tag == "-" {
			continue
		}
		key, option, _ := strings.Cut(tag, ",")
		list = append(list, FieldDoc{prefix + key, typeWords(sf.Type), option == "required", docs.Of(t, sf)})
		inner := sf.Type
		mark := "."
		for inner.Kind() == reflect.Slice || inner.Kind() == reflect.Pointer {
			if inner.Kind() == reflect.Slice {
				mark = "[]."
			}
			inner = inner.Elem()
		}
		if _, self := reflect.New(inner).Interface().(selfDescribing); inner.Kind() == reflect.Struct && !self {
			list = append(list, fields(inner, docs, prefix+key+mark)...)
		}
	}
	return list
}

func typeWords(t reflect.Type) string {
	v := reflect.New(t).Interface()
	if e, ok := v.(enumerated); ok {
		return "one of " + strings.Join(e.Values(), ", ")
	}
	if _, ok := v.(selfDescribing); ok {
		return map[string]string{
			"Localised": "text, or a text for each language", "Tag": "language code", "URL": "web address", "Email": "e-mail address",
			"Date": "date", "Moment": "week of the programme, or date", "Colour": "colour", "Strings": "text, or list of texts",
		}[t.Name()]
	}
	switch t.Kind() {
	case reflect.Pointer:
		return typeWords(t.Elem())
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Struct {
			return "list of fields"
		}
		words := typeWords(t.Elem())
		if words == "text" {
			return "list of texts"
		}
		return "list of: " + words
	case reflect.Struct:
		return "fields"
	case reflect.Bool:
		return "true or false"
	case reflect.Int:
		return "whole number"
	case reflect.Float64:
		return "number"
	}
	return "text"
}
