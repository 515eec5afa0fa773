package source

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"mentorbook/generator/finding"
)

func codes(fs []finding.Finding) string {
	var list []string
	for _, f := range finding.Sort(fs) {
		list = append(list, f.Place.String()+" "+string(f.Code))
	}
	return strings.Join(list, "; ")
}

func TestPagesAreReadWhateverTheirForm(t *testing.T) {
	for _, c := range []struct{ name, text, title, body, found string }{
		{"plain", "---\ntitle: A\n---\nBody\n", "A", "Body\n", ""},
		{"byte-order mark", "\ufeff---\ntitle: A\n---\nBody\n", "A", "Body\n", ""},
		{"CRLF", "---\r\ntitle: A\r\n---\r\nBody\r\n", "A", "Body\n", ""},
		{"CR", "---\rtitle: A\r---\rBody\r", "A", "Body\n", ""},
		{"blank lines above", "\n\n---\ntitle: A\n---\nBody\n", "A", "Body\n", ""},
		{"TOML", "+++\ntitle = \"A\"\n+++\nBody\n", "A", "Body\n", ""},
		{"JSON", "{\n\"title\": \"A\"\n}\n\nBody\n", "A", "Body\n", ""},
		{"none", "Body\n", "", "Body\n", ""},
		{"empty", "", "", "", ""},
		{"a rule at the top", "---\n\nBody\n", "", "---\n\nBody\n", ""},
		{"a rule, then a heading", "---\n# Hello: world\n", "", "---\n# Hello: world\n", ""},
		{"unclosed", "---\ntitle: A\n\nBody\n", "", "", "content/p.md:1:1 front-matter-unclosed"},
		{"prose between rules", "---\nJust words.\n---\nBody\n", "", "Body\n", "content/p.md:2:1 front-matter-form"},
		{"a tab", "---\ntitle: A\nanswer:\n\ttype: text\n---\n", "", "", "content/p.md:4:1 yaml-tab"},
		{"a key twice", "---\ntitle: A\ntitle: B\n---\n", "", "", "content/p.md:3:1 key-twice"},
		{"an open quote", "---\ntitle: \"A\nx: y\n---\n", "", "", "content/p.md:2:8 yaml-syntax"},
		{"a colon in a text", "---\n\ntitle: A: B\n---\n", "", "", "content/p.md:3:8 yaml-syntax"},
		{"bad TOML", "+++\ntitle = A\n+++\n", "", "", "content/p.md:2:9 toml-syntax"},
		{"an alias of a list", "---\na: &x [1]\nb: *x\n---\n", "", "", "content/p.md:3:4 yaml-alias"},
		{"not UTF-8", "---\ntitle: A\n---\nh\xe4ly\n", "", "", "content/p.md:4:2 not-utf8"},
		{"UTF-16", "\xff\xfea\x00", "", "", "content/p.md:1:1 not-utf8"},
		{"not text", "a\x00b", "", "", "content/p.md:1:2 nul-byte"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, fs := Parse("p.md", []byte(c.text))
			if got := codes(fs); got != c.found {
				t.Errorf("found %q, want %q", got, c.found)
			}
			if f == nil {
				return
			}
			title := ""
			if n := f.Front.Get("title"); n != nil {
				title = n.Text
			}
			if title != c.title && c.title != "" {
				t.Errorf("title %q, want %q", title, c.title)
			}
			if c.found == "" && string(f.Body()) != c.body {
				t.Errorf("body %q, want %q", f.Body(), c.body)
			}
		})
	}
}

func TestPositionsCountCharactersInEveryForm(t *testing.T) {
	for name, text := range map[string]string{
		"YAML": "---\nääkköset: {öljy: [å, \"ä\"]}\nlast: 1\n---\n",
		"JSON": "{\n\"ääkköset\": {\"öljy\": [\"å\", \"ä\"]},\n\"last\": 1\n}\n\n",
	} {
		f, fs := Parse("p.md", []byte(text))
		if len(fs) > 0 {
			t.Fatalf("%s: %s", name, codes(fs))
		}
		if got := f.Front.At("last").Line; got != 3 {
			t.Errorf("%s: last is on line %d", name, got)
		}
		list := f.Front.Get("ääkköset").Get("öljy")
		if got, want := list.Items[1].Pos.Column, strings.Index(strings.Split(text, "\n")[1], "\"ä\"]"); got != len([]rune(strings.Split(text, "\n")[1][:want]))+1 {
			t.Errorf("%s: column %d", name, got)
		}
	}
	f, _ := Parse("p.md", []byte("+++\nfirst = 1\nlist = [\"ä\", \"ö\"]\n[table]\nkey = true\n+++\n"))
	if got := f.Front.At("list"); got != (Pos{3, 1}) {
		t.Errorf("TOML: list at %v", got)
	}
	if got := f.Front.At("table", "key"); got != (Pos{5, 1}) {
		t.Errorf("TOML: table.key at %v", got)
	}
}

type sample struct {
	Title string   `yaml:"title,required"`
	Count int      `yaml:"count"`
	Share *float64 `yaml:"share"`
	On    bool     `yaml:"on"`
	List  []string `yaml:"list"`
	Items []item   `yaml:"items"`
	Level level    `yaml:"level"`
}

type item struct {
	Name string `yaml:"name,required"`
}

type level string

func (level) Values() []string { return []string{"high", "low"} }

func TestDecodingIsStrict(t *testing.T) {
	for _, c := range []struct{ text, found string }{
		{"title: A\ncount: 3\nshare: 1.5\non: true\nlist: [a, 2]\nitems: [{name: x}]\nlevel: low\n", ""},
		{"title: 2027\nlist: one\n", ""},
		{"count: 1\n", "content/x.yaml:1:1 key-missing"},
		{"title: A\ncuont: 1\n", "content/x.yaml:2:1 key-unknown"},
		{"title: A\ncount: many\n", "content/x.yaml:2:8 want-whole-number"},
		{"title: A\ncount: 1.5\n", "content/x.yaml:2:8 want-whole-number"},
		{"title: A\ncount: 99999999999\n", "content/x.yaml:2:8 want-whole-number"},
		{"title: [a]\n", "content/x.yaml:1:8 want-text"},
		{"title: A\non: yes\n", "content/x.yaml:2:5 want-true-false"},
		{"title: A\nlist: {a: b}\n", "content/x.yaml:2:7 want-list"},
		{"title: A\nitems: [x]\n", "content/x.yaml:2:9 want-fields"},
		{"title: A\nitems: [{}]\n", "content/x.yaml:2:9 key-missing"},
		{"title: A\nlevel: hihg\n", "content/x.yaml:2:8 value-unknown"},
		{"title: A\nshare: half\n", "content/x.yaml:2:8 want-number"},
	} {
		n, fs := ParseYAML("content/x.yaml", []byte(c.text))
		d := &Decoder{File: "content/x.yaml", Unknown: finding.Error, Findings: fs}
		var s sample
		d.Decode(n, &s)
		if got := codes(d.Findings); got != c.found {
			t.Errorf("%q: found %q, want %q", c.text, got, c.found)
		}
	}
}

func TestWalkSortsFilesByWhatTheyAre(t *testing.T) {
	tree, fs, err := Walk(fstest.MapFS{
		"programme.yaml": {}, "pairs.csv": {}, "en/index.md": {}, "en/pic.png": {}, "en/.hidden.md": {}, "_drafts/x.md": {},
		"en/a\u0308.md": {}, "en/pairs 2027.xlsx": {},
		"en/index.md~": {}, "en/#index.md#": {}, "en/~$notes.docx": {}, "en/index.md.bak": {}, "en/x.TMP": {}, "Thumbs.db": {}, "pairs.csv~": {},
	})
	if err != nil {
		t.Fatal(err)
	}
	if tree.Settings == nil || len(tree.Pages) != 2 || len(tree.Files) != 1 || len(tree.Pairs) != 1 {
		t.Errorf("got %+v", tree)
	}
	if tree.Pages[1].Path != "en/ä.md" || tree.Pages[1].Disk != "en/a\u0308.md" {
		t.Errorf("a decomposed name: %+v", tree.Pages[1])
	}
	if got := codes(fs); got != "content/en/pairs 2027.xlsx pairs-misplaced" {
		t.Errorf("found %q", got)
	}
}

func TestNothingOutsideIsReadThroughASymbolicLink(t *testing.T) {
	dir := t.TempDir()
	content := filepath.Join(dir, "content")
	if err := os.MkdirAll(filepath.Join(content, "en"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"secret.md": "secret", "content/en/index.md": "in"} {
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, target := range map[string]string{"out.md": "../../secret.md", "in.md": "index.md", "folder": "../en"} {
		if err := os.Symlink(target, filepath.Join(content, "en", name)); err != nil {
			t.Skip("no symbolic links here")
		}
	}
	root, err := os.OpenRoot(content)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	tree, fs, err := Walk(root.FS())
	if err != nil {
		t.Fatal(err)
	}
	if got := codes(fs); got != "content/en/folder symlink-folder; content/en/out.md symlink-outside" {
		t.Errorf("found %q", got)
	}
	if len(tree.Pages) != 2 {
		t.Errorf("pages: %v", tree.Pages)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"---\ntitle: A\n---\nB", "+++\na = 1\n+++\n", "{\n\"a\": [1, {}]\n}\n\nB", "---\na: [b, {c: d}]\n", "---\n- a\n---", "\ufeff---\r\nå: ä\r\n---\r\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, fs := Parse("p.md", data)
		lines := strings.Count(string(Normalise(data)), "\n") + 1
		for _, x := range fs {
			if x.Place.Line < 0 || x.Place.Line > lines+1 || x.Place.Column < 0 {
				t.Errorf("a finding at %v of %d lines", x.Place, lines)
			}
		}
		if file == nil {
			return
		}
		if file.BodyOffset < 0 || file.BodyOffset > len(file.Raw) || !strings.HasSuffix(string(file.Raw), string(file.Body())) {
			t.Errorf("the body begins at %d of %d", file.BodyOffset, len(file.Raw))
		}
		var s sample
		d := &Decoder{File: "content/p.md"}
		d.Decode(file.Front, &s)
	})
}

// FuzzPlainFront holds that the short way through front matter leads where the
// long one does.
func FuzzPlainFront(f *testing.F) {
	for _, s := range []string{
		"title: A\n", "title: Ömsesidig tillit, \u2013 i par?\nsummary: It's a word (or two); more.\norder: 10\ntags: [a, tag-04, ö]\nupdated: 2026-09-01\n",
		"title: \"One: two # three\"\nkind: meeting\n", "a: -1\n", "a: 007\n", "a: yes\n", "a: NULL\n", "a: b: c\n", "a: b #c\n", "a: 0x1\n", "a:  b \n",
		"a: [b]\na: c\n", "a: [b, 1, c d]\n", "a: ''\n", "a: 'b'\n", "a: b\n  c\n", "a: 1_000\n", "a: e1\n", "a: \u2028\n", "a: x?\nb-c: y!\n", "a: \"b\" c\n", "a: [b, c] \n", "a: infinity\n",
	} {
		f.Add(s, "body\n")
	}
	f.Fuzz(func(t *testing.T, front, body string) {
		raw, _ := text("p.md", []byte("---\n"+front+"---\n"+body))
		if raw == nil {
			return
		}
		plain, end := plainFront(raw)
		if plain == nil {
			return
		}
		file := &File{Path: "p.md", Raw: raw}
		found := file.splitAnyFront()
		if len(found) > 0 || file.BodyOffset != end || !reflect.DeepEqual(plain, file.Front) {
			t.Errorf("%q: %s at %d, but %s at %d, %v", raw, shownTree(plain), end, shownTree(file.Front), file.BodyOffset, found)
		}
	})
}

func shownTree(n *Node) string {
	b, err := json.Marshal(n)
	return cmp.Or(string(b), fmt.Sprint(err))
}

func FuzzSettings(f *testing.F) {
	for _, s := range []string{"title: A\n", "items:\n  - name: x\n", "a: &x 1\nb: *x\n", "<<: {a: b}\n", "? [a]\n: b\n", "title: |\n  a\n  b\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		n, _ := ParseYAML("content/programme.yaml", data)
		var s sample
		d := &Decoder{File: "content/programme.yaml", Unknown: finding.Error}
		d.Decode(n, &s)
	})
}
