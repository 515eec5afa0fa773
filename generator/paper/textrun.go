package paper

// textRun is text of one style that is shown at one go, kerned.
type textRun struct {
	body   []byte
	kerned bool
	filled bool
}

// add appends glyphs of a face; they follow what is there without a kern.
func (r *textRun) add(f *face, glyphs []glyph) {
	for i, g := range glyphs {
		if i > 0 {
			if kern := f.kern(glyphs[i-1], g); kern != 0 {
				r.kerned = true
				r.body = append(appendInt(append(r.body, ')'), -kern), '(')
			}
		}
		r.body = appendEscaped(r.body, byte(g>>8))
		r.body = appendEscaped(r.body, byte(g))
		r.filled = true
	}
}

// appendTo writes the operator that shows the run and empties it.
func (r *textRun) appendTo(b []byte) []byte {
	if !r.filled {
		return b
	}
	if r.kerned {
		b = append(append(append(b, "[("...), r.body...), ")]TJ "...)
	} else {
		b = append(append(append(b, '('), r.body...), ")Tj "...)
	}
	r.body, r.kerned, r.filled = r.body[:0], false, false
	return b
}

func appendFont(b []byte, st style) []byte {
	b = append(b, '/', 'F', byte('0'+st.face), ' ')
	b = appendLength(b, st.size)
	return append(b, " Tf "...)
}
