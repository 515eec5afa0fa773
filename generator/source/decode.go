package source

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"mentorbook/generator/finding"
)

// Decoder turns Nodes into typed values, strictly: a key that the type does
// not know and a value of another type are findings at their place. A field is
// named by its tag `yaml:"name"`; `yaml:"name,required"` must be there.
type Decoder struct {
	File     string           // place of the findings
	Unknown  finding.Severity // of a key that is not known
	Optional []string         // required keys that may be missing after all
	Findings []finding.Finding
}

// NodeDecoder is a type that decodes itself.
type NodeDecoder interface{ DecodeNode(d *Decoder, n *Node) }

// enumerated is a string type with a closed list of values.
type enumerated interface{ Values() []string }

// Decode fills the struct that into points to. A nil Node leaves it as it is,
// but for the keys that it lacks.
func (d *Decoder) Decode(n *Node, into any) {
	if n == nil {
		n = &Node{Kind: Map, Pos: Pos{1, 1}}
	}
	d.value(n, reflect.ValueOf(into).Elem(), "")
}

// Value fills what into points to.
func (d *Decoder) Value(n *Node, into any) { d.value(n, reflect.ValueOf(into).Elem(), "") }

// Report adds a finding at a position of the file.
func (d *Decoder) Report(code finding.Code, at Pos, args ...any) {
	d.Findings = append(d.Findings, finding.New(code, at.In(d.File), args...))
}

func (d *Decoder) value(n *Node, v reflect.Value, key string) {
	if self, ok := v.Addr().Interface().(NodeDecoder); ok {
		self.DecodeNode(d, n)
		return
	}
	if n.Kind == Null {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(n, v.Elem(), key)
	case reflect.Struct:
		d.structure(n, v, key)
	case reflect.Slice:
		d.list(n, v, key)
	case reflect.String:
		d.text(n, v, key)
	case reflect.Bool:
		if n.Kind != Bool {
			d.wrongType(n, key, "true-false")
			return
		}
		v.SetBool(n.Text == "true")
	case reflect.Int:
		i, err := strconv.ParseInt(n.Text, 10, 32)
		if n.Kind != Int || err != nil {
			d.wrongType(n, key, "whole-number")
			return
		}
		v.SetInt(i)
	case reflect.Float64:
		f, err := strconv.ParseFloat(n.Text, 64)
		if n.Kind != Int && n.Kind != Float || err != nil {
			d.wrongType(n, key, "number")
			return
		}
		v.SetFloat(f)
	default:
		panic("source: no decoding into " + v.Type().String())
	}
}

func (d *Decoder) text(n *Node, v reflect.Value, key string) {
	if n.Kind == List || n.Kind == Map {
		d.wrongType(n, key, "text")
		return
	}
	v.SetString(n.Text)
	e, ok := v.Interface().(enumerated)
	if !ok || slices.Contains(e.Values(), n.Text) {
		return
	}
	v.SetString("")
	d.Report(finding.CodeValueUnknown, n.Pos, "key", key, "value", n.Text, "near", finding.Nearest(n.Text, e.Values()), "known", strings.Join(e.Values(), ", "))
}

func (d *Decoder) list(n *Node, v reflect.Value, key string) {
	items := n.Items
	switch n.Kind {
	case List:
	case Map:
		if v.Type().Elem().Kind() != reflect.Struct {
			d.wrongType(n, key, "list")
			return
		}
		items = []*Node{n}
	default: // one value where a list may stand
		items = []*Node{n}
	}
	list := reflect.MakeSlice(v.Type(), len(items), len(items))
	for i, item := range items {
		d.value(item, list.Index(i), key)
	}
	v.Set(list)
}

func (d *Decoder) structure(n *Node, v reflect.Value, key string) {
	if n.Kind != Map {
		d.wrongType(n, key, "mapping")
		return
	}
	plan := planOf(v.Type())
	for _, p := range n.Pairs {
		f, ok := plan.byKey[p.Key]
		if !ok {
			d.unknownKey(p, plan)
			continue
		}
		d.value(p.Value, v.FieldByIndex(f.index), p.Key)
	}
	for _, f := range plan.fields {
		if f.required && n.Get(f.key) == nil && !slices.Contains(d.Optional, f.key) {
			d.Report(finding.CodeKeyMissing, n.Pos, "key", f.key)
		}
	}
}

func (d *Decoder) unknownKey(p Pair, plan *plan) {
	f := finding.New(finding.CodeKeyUnknown, p.KeyPos.In(d.File), "key", p.Key, "near", finding.Nearest(p.Key, plan.keys), "known", strings.Join(plan.keys, ", "))
	f.Severity = d.Unknown
	d.Findings = append(d.Findings, f)
}

// wrongType says what was expected. The names of types are themselves texts
// of the catalogue, so that they read in every language.
func (d *Decoder) wrongType(n *Node, key, expected string) {
	code := map[string]finding.Code{
		"true-false": finding.CodeWantBool, "whole-number": finding.CodeWantInt, "number": finding.CodeWantNumber,
		"text": finding.CodeWantText, "list": finding.CodeWantList, "mapping": finding.CodeWantMap,
	}[expected]
	d.Report(code, n.Pos, "key", key, "value", shown(n))
}

func shown(n *Node) string {
	switch n.Kind {
	case List:
		return fmt.Sprintf("[%d]", len(n.Items))
	case Map:
		return "{…}"
	}
	return n.Text
}

// plan is how a struct's fields are named; made once a type.
type plan struct {
	fields []field
	byKey  map[string]field
	keys   []string
}

type field struct {
	key      string
	index    []int
	required bool
}

var plans sync.Map // reflect.Type → *plan

func planOf(t reflect.Type) *plan {
	if p, ok := plans.Load(t); ok {
		return p.(*plan)
	}
	p := &plan{byKey: map[string]field{}}
	for _, sf := range reflect.VisibleFields(t) {
		tag, ok := sf.Tag.Lookup("yaml")
		if !ok || tag == "-" {
			continue
		}
		key, option, _ := strings.Cut(tag, ",")
		f := field{key: key, index: sf.Index, required: option == "required"}
		p.fields = append(p.fields, f)
		p.byKey[key] = f
		p.keys = append(p.keys, key)
	}
	plans.Store(t, p)
	return p
}
