package paper

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// readback is a file of ours as it is read again: the objects' dictionaries and
// the streams, inflated.
type readback struct {
	root    int
	objects map[int]string
	streams map[int]string
}

var (
	startXref  = regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`)
	streamHead = regexp.MustCompile(`^(\d+) 0 obj\n<<([^\x00]*?)/Length (\d+)>>stream\n`)
	reference  = regexp.MustCompile(`\b(\d+) 0 R\b`)
)

// readBack reads a file by its cross-references, and fails where one leads
// nowhere.
func readBack(pdf []byte) (*readback, error) {
	m := startXref.FindSubmatch(pdf)
	if m == nil {
		return nil, fmt.Errorf("no end of the file")
	}
	r := &readback{objects: map[int]string{}, streams: map[int]string{}}
	at, _ := strconv.Atoi(string(m[1]))
	dict, table, _, err := streamAt(pdf, at)
	if err != nil {
		return nil, err
	}
	r.root = number(dict, `/Root (\d+) 0 R`)
	if table, err = wholeRows(dict, table); err != nil {
		return nil, err
	}
	if number(dict, `/Size (\d+)`)*7 != len(table) {
		return nil, fmt.Errorf("%d bytes of cross-references in %s", len(table), dict)
	}
	packed := map[int][]string{}
	for i := 0; i < len(table); i += 7 {
		row := table[i:]
		where, index := int(be.Uint32([]byte(row[1:]))), int(be.Uint16([]byte(row[5:])))
		switch row[0] {
		case 1:
			dict, data, n, err := streamAt(pdf, where)
			if err != nil || n != i/7 {
				return nil, fmt.Errorf("object %d at %d: found %d, %v", i/7, where, n, err)
			}
			r.objects[n], r.streams[n] = dict, data
		case 2:
			if packed[where] == nil {
				if packed[where], err = unpack(pdf, table, where); err != nil {
					return nil, err
				}
			}
			if index >= len(packed[where]) {
				return nil, fmt.Errorf("pack %d has no object %d", where, index)
			}
			r.objects[i/7] = packed[where][index]
		}
	}
	return r, r.references()
}

// wholeRows undoes the predictor of a table of cross-references and gives every
// row a byte for the kind, four for the place, and two for the index.
func wholeRows(dict, table string) (string, error) {
	offset, columns := number(dict, `/W\[1 (\d) 2\]`), number(dict, `/DecodeParms<</Predictor 12/Columns (\d)>>`)
	if offset < 2 || columns != offset+3 || len(table)%(columns+1) != 0 {
		return "", fmt.Errorf("%d bytes of cross-references in %s", len(table), dict)
	}
	var rows []byte
	above := make([]byte, columns)
	for row := range slices.Chunk([]byte(table), columns+1) {
		if row[0] != 2 {
			return "", fmt.Errorf("predictor %d", row[0])
		}
		for i, c := range row[1:] {
			above[i] += c
		}
		rows = append(rows, above[0])
		rows = append(rows, make([]byte, 4-offset)...)
		rows = append(rows, above[1:]...)
	}
	return string(rows), nil
}

func number(dict, pattern string) int {
	m := regexp.MustCompile(pattern).FindStringSubmatch(dict)
	if m == nil {
		return -1
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

func streamAt(pdf []byte, at int) (dict, data string, n int, err error) {
	if at >= len(pdf) {
		return "", "", 0, fmt.Errorf("nothing at %d", at)
	}
	m := streamHead.FindSubmatch(pdf[at:min(len(pdf), at+2000)])
	if m == nil {
		return "", "", 0, fmt.Errorf("no stream at %d", at)
	}
	n, _ = strconv.Atoi(string(m[1]))
	size, _ := strconv.Atoi(string(m[3]))
	raw := pdf[at+len(m[0]) : at+len(m[0])+size]
	if !bytes.HasPrefix(pdf[at+len(m[0])+size:], []byte("\nendstream\nendobj\n")) {
		return "", "", 0, fmt.Errorf("the stream at %d has another length", at)
	}
	if strings.Contains(string(m[2]), "/FlateDecode") {
		z, err := zlib.NewReader(bytes.NewReader(raw))
		if err != nil {
			return "", "", 0, err
		}
		if raw, err = io.ReadAll(z); err != nil {
			return "", "", 0, err
		}
	}
	return string(m[2]), string(raw), n, nil
}

// unpack reads the objects of an object stream.
func unpack(pdf []byte, table string, pack int) ([]string, error) {
	dict, data, _, err := streamAt(pdf, int(be.Uint32([]byte(table[7*pack+1:]))))
	if err != nil {
		return nil, err
	}
	first := number(dict, `/First (\d+)`)
	index := strings.Fields(data[:first])
	var objects []string
	for i := 1; i < len(index); i += 2 {
		from, _ := strconv.Atoi(index[i])
		to := len(data) - first
		if i+2 < len(index) {
			to, _ = strconv.Atoi(index[i+2])
		}
		objects = append(objects, data[first+from:first+to])
	}
	return objects, nil
}

// references looks whether every object that is referred to is there.
func (r *readback) references() error {
	for n, body := range r.objects {
		for _, m := range reference.FindAllStringSubmatch(withoutStrings(body), -1) {
			if to, _ := strconv.Atoi(m[1]); r.objects[to] == "" {
				return fmt.Errorf("object %d refers to %d, which is not there: %s", n, to, body)
			}
		}
	}
	return nil
}

// withoutStrings is PDF with its strings emptied.
func withoutStrings(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '(' {
			for i++; i < len(s) && s[i] != ')'; i++ {
				if s[i] == '\\' {
					i++
				}
			}
			b.WriteString("()")
			continue
		}
		if s[i] == '<' && i+1 < len(s) && s[i+1] == '<' {
			b.WriteString("<<")
			i++
			continue
		}
		if s[i] == '<' {
			i += strings.IndexByte(s[i:], '>')
			b.WriteString("()")
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// pages are the numbers of the pages' objects.
func (r *readback) pages() []int {
	root := number(r.objects[r.root], `/Pages (\d+) 0 R`)
	return refs(between(r.objects[root], "/Kids[", "]"))
}

func between(s, from, to string) string {
	_, s, _ = strings.Cut(s, from)
	s, _, _ = strings.Cut(s, to)
	return s
}

func refs(s string) []int {
	var ns []int
	for _, m := range reference.FindAllStringSubmatch(s, -1) {
		n, _ := strconv.Atoi(m[1])
		ns = append(ns, n)
	}
	return ns
}

// parents is the table from keys of pages and annotations to elements.
func (r *readback) parents() map[int]string {
	tree := number(r.objects[r.root], `/StructTreeRoot (\d+) 0 R`)
	table := number(r.objects[tree], `/ParentTree (\d+) 0 R`)
	found := map[int]string{}
	entry := regexp.MustCompile(`(\d+)(\[[^\]]*\]| \d+ 0 R )`)
	for _, leaf := range refs(between(r.objects[table], "/Kids[", "]")) {
		_, nums, _ := strings.Cut(r.objects[leaf], "/Nums[")
		for _, m := range entry.FindAllStringSubmatch(nums, -1) {
			key, _ := strconv.Atoi(m[1])
			found[key] = m[2]
		}
	}
	return found
}

// check looks for what PDF/UA asks of every page, mark, and annotation and
// what a program can tell.
func (r *readback) check() error {
	parents := r.parents()
	if err := r.checkTree(); err != nil {
		return err
	}
	for _, page := range r.pages() {
		d := r.objects[page]
		if !strings.Contains(d, "/Tabs/S") {
			return fmt.Errorf("page %s has no order of tabs", d)
		}
		marks, err := contentMarks(r.streams[number(d, `/Contents (\d+) 0 R`)])
		if err != nil {
			return fmt.Errorf("page %s: %w", d, err)
		}
		els := refs(parents[number(d, `/StructParents (\d+)`)])
		if len(els) != marks {
			return fmt.Errorf("a page has %d marks and %d elements for them", marks, len(els))
		}
		for mark, el := range els {
			if !slices.Contains(strings.Fields(marksOf(r.objects[el], page)), strconv.Itoa(mark)) {
				return fmt.Errorf("the element %s does not know mark %d of page %d", r.objects[el], mark, page)
			}
		}
		for _, note := range refs(between(d, "/Annots[", "]")) {
			if err := r.checkNote(note, parents); err != nil {
				return err
			}
		}
	}
	return nil
}

var (
	childRefs = regexp.MustCompile(`\d+ 0 R`)
	dicts     = regexp.MustCompile(`<<[^<>]*>>`)
)

// marksOf are the numbers of the marked content of a page that an element has.
func marksOf(el string, page int) string {
	_, kids, _ := strings.Cut(el, "/K[")
	own := ""
	if number(el, `/Pg (\d+) 0 R`) == page {
		own = childRefs.ReplaceAllString(dicts.ReplaceAllString(kids, " "), " ")
	}
	for _, m := range regexp.MustCompile(fmt.Sprintf(`/Type/MCR/Pg %d 0 R/MCID (\d+)`, page)).FindAllStringSubmatch(kids, -1) {
		own += " " + m[1]
	}
	return strings.NewReplacer("]", " ", ">", " ").Replace(own)
}

// checkTree looks whether every element is under the parent that it names.
func (r *readback) checkTree() error {
	tree := number(r.objects[r.root], `/StructTreeRoot (\d+) 0 R`)
	var visit func(n, parent int) error
	visit = func(n, parent int) error {
		d := r.objects[n]
		if number(d, `/P (\d+) 0 R`) != parent {
			return fmt.Errorf("the element %s is under %d", d, parent)
		}
		_, kids, _ := strings.Cut(d, "/K[")
		for _, kid := range refs(dicts.ReplaceAllString(kids, " ")) {
			if err := visit(kid, n); err != nil {
				return err
			}
		}
		return nil
	}
	for _, top := range refs(between(r.objects[tree], "/K[", "]")) {
		if err := visit(top, tree); err != nil {
			return err
		}
	}
	return nil
}

func (r *readback) checkNote(note int, parents map[int]string) error {
	d := r.objects[note]
	el := r.objects[number(parents[number(d, `/StructParent (\d+)`)], `(\d+) 0 R`)]
	if !strings.Contains(el, fmt.Sprintf("/Obj %d 0 R", note)) {
		return fmt.Errorf("the element %s of %s does not know it", el, d)
	}
	want := []string{"/Contents"}
	if strings.Contains(d, "/Subtype/Widget") {
		want = []string{"/TU", "/T", "/AP<</N"}
	}
	for _, key := range want {
		if !strings.Contains(d, key) {
			return fmt.Errorf("%s has no %s", d, key)
		}
	}
	for _, action := range []string{"/JavaScript", "/JS", "/Launch", "/SubmitForm", "/AA", "/OpenAction"} {
		if strings.Contains(withoutStrings(d), action) {
			return fmt.Errorf("%s has %s", d, action)
		}
	}
	return nil
}

// contentMarks counts a page's marks. Every text must be in marked content,
// marks must be numbered in their order, and whatever opens must close.
func contentMarks(content string) (marks int, err error) {
	depth, inText := 0, false
	for _, op := range strings.FieldsFunc(strings.NewReplacer("<<", " << ", ">>", " >> ", "()", " () ").Replace(withoutStrings(content)), func(c rune) bool { return c == ' ' || c == '\n' }) {
		switch op {
		case "BDC", "BMC":
			depth++
		case "EMC":
			depth--
		case "BT":
			inText = true
		case "ET":
			inText = false
		case "Tj", "]TJ":
			if depth < 1 || !inText {
				return 0, fmt.Errorf("text outside all marks")
			}
		case "re", "l", "S", "f":
			if depth < 1 || inText {
				return 0, fmt.Errorf("a line outside all marks")
			}
		}
		if depth < 0 {
			return 0, fmt.Errorf("a mark is closed that is not open")
		}
	}
	if depth != 0 || inText {
		return 0, fmt.Errorf("something stays open")
	}
	for _, m := range regexp.MustCompile(`/MCID (\d+)`).FindAllStringSubmatch(withoutStrings(content), -1) {
		if m[1] != strconv.Itoa(marks) {
			return 0, fmt.Errorf("mark %s comes where %d should", m[1], marks)
		}
		marks++
	}
	return marks, nil
}
