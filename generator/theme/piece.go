package theme

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"html/template"
	"math"
	"reflect"
	"sync"
)

// pieces remembers what partials wrote in one language. A thousand agreements
// hold the same control, the same ground rule with the same answer, the same
// row of a schedule again and again; running their templates anew was most of
// what a sealed page cost.
//
// What is remembered is told apart by all that a template can see of its data
// (appendAll), never by a hash of it: a mistake here would show one pair
// another's answer.
type pieces struct {
	mu    sync.RWMutex
	known map[string]template.HTML
}

// Bounds of what is remembered: so many pieces, and then it is begun anew; and
// none whose data takes more bytes to tell from others, or runs in a circle.
const (
	mostPieces = 20_000
	longestKey = 16 << 10
)

// pieceError is what went wrong within a piece, for its own place to be told.
type pieceError struct{ error }

func (e pieceError) Unwrap() error { return e.error }

var keys = sync.Pool{New: func() any { return new([]byte) }}

// piece runs a partial with data of its own, like {{template}}, and remembers
// what it wrote for the next time that the data is the same.
func (t *Theme) piece(lang string) func(name string, data any) (template.HTML, error) {
	p := &pieces{known: map[string]template.HTML{}}
	return func(name string, data any) (template.HTML, error) {
		if data == nil {
			return t.runPiece(lang, name, nil)
		}
		buffer := keys.Get().(*[]byte)
		defer keys.Put(buffer)
		key := append((*buffer)[:0], name...)
		key = append(append(append(key, 0), reflect.TypeOf(data).String()...), 0)
		key, whole := appendAll(key, reflect.ValueOf(data))
		*buffer = key
		if whole {
			p.mu.RLock()
			html, ok := p.known[string(key)]
			p.mu.RUnlock()
			if ok {
				return html, nil
			}
		}
		html, err := t.runPiece(lang, name, data)
		if err == nil && whole {
			p.remember(string(key), html)
		}
		return html, err
	}
}

func (t *Theme) runPiece(lang, name string, data any) (template.HTML, error) {
	set := t.sets[lang]
	if set.Lookup(name) == nil {
		return "", fmt.Errorf("no such template %q", name) // a mistake of whoever calls it
	}
	var b bytes.Buffer
	if err := set.ExecuteTemplate(&b, name, data); err != nil {
		return "", pieceError{err}
	}
	return template.HTML(b.String()), nil // written by html/template
}

func (p *pieces) remember(key string, html template.HTML) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.known) >= mostPieces {
		clear(p.known)
	}
	p.known[key] = html
}

// appendAll writes a value so that two values are written alike only if no
// template can tell them apart. whole is false where it holds something of
// which that can't be said, such as a function.
func appendAll(b []byte, v reflect.Value) (_ []byte, whole bool) {
	if len(b) > longestKey {
		return b, false
	}
	whole = true
	switch v.Kind() {
	case reflect.String:
		b = append(binary.AppendUvarint(b, uint64(v.Len())), v.String()...)
	case reflect.Bool:
		if v.Bool() {
			return append(b, 1), true
		}
		return append(b, 0), true
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		b = binary.AppendVarint(b, v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		b = binary.AppendUvarint(b, v.Uint())
	case reflect.Float32, reflect.Float64:
		b = binary.BigEndian.AppendUint64(b, math.Float64bits(v.Float()))
	case reflect.Pointer:
		if v.IsNil() {
			return append(b, 0), true
		}
		return appendAll(append(b, 1), v.Elem())
	case reflect.Slice, reflect.Array:
		b = binary.AppendUvarint(b, uint64(v.Len()))
		for i := 0; i < v.Len() && whole; i++ {
			b, whole = appendAll(b, v.Index(i))
		}
	case reflect.Struct:
		for i := 0; i < v.NumField() && whole; i++ {
			b, whole = appendAll(b, v.Field(i))
		}
	default: // functions, interfaces, maps
		return b, false
	}
	return b, whole
}
