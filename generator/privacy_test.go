package generator

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"context"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// telltales are what every made-up pair's data begin with, one for each kind
// of it, so that a few searches prove that none of 300 pairs is anywhere. They
// are long, so that no chance makes them in megabytes of ciphertext.
var telltales = map[string]string{
	"a name": "Žyxmentöri Wqqzabcdef", "an address": "qvxmailwqqzabcdefgh", "a goal": "Ťavoitexq Wqqzabcdefg", "an answer": "Ŵastausqx Wqqzabcdef",
	"a note": "Ňotexqz Wqqzabcdefghi", "an id": "xqpairwqqzabcdefghij", "a free column": "Ûnitxqz Wqqzabcdefghi",
}

// pairsTable is a table of so many pairs, all of whose cells tell.
func pairsTable(n int) string {
	var b strings.Builder
	b.WriteString("id;mentor;mentor email;mentee;mentee email;language;goal 1;goal 2;preparation;topics-left-out;blank time;unit;notes\n")
	t := telltales
	for i := range n {
		fmt.Fprintf(&b, "%s%d;%s%d Ä;%s%d@example.org;%sb%d;%sb%d@example.org;%s;%s%d;%s%d;%s%d;%s%d;;%s%d;%s%d\n",
			t["an id"], i, t["a name"], i, t["an address"], i, t["a name"], i, t["an address"], i, []string{"en", "fi", "sv"}[i%3],
			t["a goal"], i, t["a goal"], -i, t["an answer"], i, t["an answer"], i, t["a free column"], i, t["a note"], i)
	}
	return b.String()
}

// withPairs copies the starter's content and adds a table of pairs.
func withPairs(t *testing.T, table, access string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS("../content")); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "content", "pairs.example.csv")); err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	settings := filepath.Join(dir, "content", "programme.yaml")
	data, err := os.ReadFile(settings)
	if err != nil {
		t.Fatal(err)
	}
	data = bytes.Replace(data, []byte("access: sealed"), []byte("access: "+access), 1)
	for name, text := range map[string][]byte{settings: data, filepath.Join(dir, "content", "pairs.csv"): []byte(table)} {
		if err := os.WriteFile(name, text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// forms are the ways in which a text could hide in a file.
func forms(text string) map[string][]byte {
	all := map[string][]byte{"raw": []byte(text), "lower case": []byte(strings.ToLower(text)), "hex": []byte(hex.EncodeToString([]byte(text))), "percent-encoded": []byte(url.QueryEscape(text))}
	escaped, _ := json.Marshal(text)
	all["JSON"] = escaped[1 : len(escaped)-1]
	ascii := []byte{}
	for _, r := range text {
		if r < 128 {
			ascii = append(ascii, byte(r))
		} else {
			ascii = fmt.Appendf(ascii, `\u%04x`, r)
		}
	}
	all["JSON in ASCII"] = ascii
	utf16 := []byte{}
	for _, r := range text {
		utf16 = append(utf16, byte(r>>8), byte(r))
	}
	all["UTF-16"] = utf16
	for offset := range 3 {
		b := base64.StdEncoding.EncodeToString([]byte(strings.Repeat("x", offset) + text))
		from, to := (offset*8+5)/6, len(b)-4 // the characters that depend on the text alone
		all[fmt.Sprintf("base64 at %d", offset)] = []byte(b[from:to])
	}
	return all
}

// inflated returns what is compressed within a file, as in a PDF's streams.
func inflated(data []byte) [][]byte {
	var all [][]byte
	for i := 0; i+2 < len(data); i++ {
		var r io.Reader
		var err error
		switch {
		case data[i] == 0x1f && data[i+1] == 0x8b:
			r, err = gzip.NewReader(bytes.NewReader(data[i:]))
		case data[i] == 0x78 && (int(data[i])<<8|int(data[i+1]))%31 == 0:
			r, err = zlib.NewReader(bytes.NewReader(data[i:]))
		default:
			continue
		}
		if err == nil {
			if text, _ := io.ReadAll(io.LimitReader(r, 1<<24)); len(text) > 16 {
				all = append(all, text)
			}
		}
	}
	if text, _ := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(data)), 1<<24)); len(text) > 16 {
		all = append(all, text)
	}
	return all
}

// leaks returns what of the telltales a file holds, by its name or its bytes.
func leaks(name string, data []byte) []string {
	var found []string
	parts := append(inflated(data), data)
	for what, text := range telltales {
		for form, pattern := range forms(text) {
			if strings.Contains(name, string(pattern)) {
				found = append(found, what+" in its name")
			}
			for _, part := range parts {
				if bytes.Contains(part, pattern) {
					found = append(found, what+", "+form)
				}
			}
		}
	}
	return found
}

func TestNothingOfAPairIsPublishedInClear(t *testing.T) {
	t.Parallel()
	dir := withPairs(t, pairsTable(300), "sealed")
	o, r := handbookIn(t, dir)
	if r.Failed || r.Pairs != 300 {
		t.Fatalf("failed: %t, %d pairs: %v", r.Failed, r.Pairs, r.Findings)
	}
	public := files(t, o.Out)
	sealed := 0
	for name, data := range public {
		if strings.Contains(name, "pairs/") {
			sealed++
		}
		for _, leak := range leaks(name, data) {
			t.Errorf("%s: %s", name, leak)
		}
	}
	if sealed != 300 {
		t.Errorf("%d sealed pages", sealed)
	}
	for _, f := range r.Findings {
		for _, lang := range []string{"en", "fi", "sv"} {
			text := f.Place.String() + f.Message(lang) + f.Hint(lang) + f.Excerpt
			for what, tell := range telltales {
				if strings.Contains(text, tell) && what != "an id" {
					t.Errorf("a finding tells %s: %s", what, text)
				}
			}
		}
	}
	listed := regexpAny(public, "sitemap.xml", "feed.xml", "robots.txt", "search")
	if strings.Contains(listed, "pairs/") {
		t.Error("a pair's page is in a list")
	}
}

// regexpAny joins the files whose names hold any of the words.
func regexpAny(all map[string][]byte, words ...string) string {
	var b strings.Builder
	for name, data := range all {
		for _, w := range words {
			if strings.Contains(name, w) {
				b.Write(data)
			}
		}
	}
	return b.String()
}

// The search for leaks must find what is there: in open pages, and in every form.
func TestTheSearchForLeaksFinds(t *testing.T) {
	t.Parallel()
	o, r := handbookIn(t, withPairs(t, pairsTable(3), "open"))
	if r.Failed {
		t.Fatal(r.Findings)
	}
	found := map[string]bool{}
	for name, data := range files(t, o.Out) {
		for _, leak := range leaks(name, data) {
			what, _, _ := strings.Cut(leak, ",")
			found[what] = true
		}
	}
	for _, what := range []string{"a name", "an address", "a goal", "an answer"} {
		if !found[what] {
			t.Errorf("open pages: no trace of %s", what)
		}
	}
	if found["a note"] {
		t.Error("notes are published")
	}
	tell := telltales["a name"]
	for form, pattern := range forms(tell) {
		if len(leaks("x", append([]byte("before "), pattern...))) == 0 {
			t.Errorf("%s is not found", form)
		}
	}
	for offset := range 3 {
		b := base64.StdEncoding.EncodeToString([]byte("abc"[:offset] + tell + " and more"))
		if len(leaks("x", []byte(b))) == 0 {
			t.Errorf("base64 at offset %d is not found", offset)
		}
	}
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	io.WriteString(w, "some text "+tell)
	w.Close()
	if len(leaks("x", append([]byte("head"), z.Bytes()...))) == 0 {
		t.Error("gzip is not found")
	}
}

func TestPairsPapersArePrivate(t *testing.T) {
	t.Parallel()
	dir := withPairs(t, pairsTable(4), "sealed")
	o, r := handbookIn(t, dir)
	if r.Failed {
		t.Fatal(r.Findings)
	}
	private := files(t, o.Private)
	for _, name := range []string{"links.csv", "report.html", "agreements.pdf", ".gitignore", "agreements/" + telltales["an id"] + "0.pdf", "calendars/" + telltales["an id"] + "3.ics"} {
		if private[name] == nil {
			t.Errorf("private/%s is missing", name)
		}
	}
	for _, root := range []string{o.Private, o.State} {
		filepath.WalkDir(root, func(name string, d os.DirEntry, err error) error {
			info, _ := d.Info()
			if info.Mode().Perm()&0o077 != 0 {
				t.Errorf("%s: mode %v", name, info.Mode())
			}
			return err
		})
	}
	if text := string(private["links.csv"]); !strings.HasPrefix(text, "\ufeff") || !strings.Contains(text, "#k=") {
		t.Errorf("links.csv: %.200s", text)
	}
	for name, data := range private {
		if strings.HasSuffix(name, ".pdf") && strings.HasPrefix(name, "agreements/") && len(data) > 30<<10 {
			t.Errorf("%s has %d bytes", name, len(data))
		}
	}

	again, err := Build(context.Background(), o)
	if err != nil || !again.Fresh {
		t.Errorf("built again though nothing changed: %v", err)
	}
	table := strings.Replace(pairsTable(4), telltales["a goal"]+"1;", "Another goal;", 1)
	if err := os.WriteFile(filepath.Join(dir, "content", "pairs.csv"), []byte(table), 0o644); err != nil {
		t.Fatal(err)
	}
	changed, err := Build(context.Background(), o)
	if err != nil || changed.Kept != 3 {
		t.Errorf("%d PDFs were not made again, want 3: %v", changed.Kept, err)
	}
	later := files(t, o.Private)
	for name, data := range private {
		if same := bytes.Equal(data, later[name]); same == strings.HasSuffix(name, telltales["an id"]+"1.pdf") && name != "agreements.pdf" {
			t.Errorf("%s: the same: %t", name, same)
		}
	}

	if err := os.Remove(filepath.Join(dir, "content", "pairs.csv")); err != nil {
		t.Fatal(err)
	}
	if _, err := Build(context.Background(), o); err != nil {
		t.Fatal(err)
	}
	for name := range files(t, o.Out) {
		if strings.Contains(name, "pairs/") {
			t.Errorf("%s is still published", name)
		}
	}
}

func TestLinksStayFromBuildToBuildUntilRevoked(t *testing.T) {
	t.Parallel()
	dir := withPairs(t, pairsTable(3), "sealed")
	o := optionsFor(t, dir)
	links := func() []string {
		t.Helper()
		_, states, err := Pairs(context.Background(), o)
		if err != nil || len(states) != 3 {
			t.Fatal(states, err)
		}
		return []string{states[0].Link, states[1].Link, states[2].Link}
	}
	first := links()
	if _, err := Build(context.Background(), o); err != nil {
		t.Fatal(err)
	}
	before := files(t, o.Out)
	if again := links(); again[0] != first[0] || again[1] != first[1] {
		t.Error("links changed")
	}
	if err := Revoke(o, telltales["an id"]+"1"); err != nil {
		t.Fatal(err)
	}
	after := links()
	if after[0] != first[0] || after[1] == first[1] || after[2] != first[2] {
		t.Errorf("revoking one link gave\n%v\nfor\n%v", after, first)
	}
	if r, err := Build(context.Background(), o); err != nil || r.Fresh {
		t.Fatal("the build after a revoked link changed nothing", err)
	}
	now := files(t, o.Out)
	old, _, _ := strings.Cut(first[1], "#")
	if before[old] == nil || now[old] != nil {
		t.Errorf("the page of the revoked link is still there")
	}
	other := optionsFor(t, dir)
	other.Secret = strings.Repeat("another secret ", 4)
	if _, states, err := Pairs(context.Background(), other); err != nil || states[0].Link == first[0] {
		t.Error("another secret gives the same link", err)
	}
}
