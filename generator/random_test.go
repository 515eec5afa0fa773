package generator

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"mentorbook/generator/finding"
	"mentorbook/generator/site"
)

// TestAnyEditsGiveWhatAFreshBuildGives makes a thousand edits, moves and
// deletions at random. After every few of them the warm run must give what a
// run from nothing gives: the same findings and, byte for byte, the same site.
func TestAnyEditsGiveWhatAFreshBuildGives(t *testing.T) {
	t.Parallel()
	edits, every := 1000, 10
	if testing.Short() {
		edits = 60
	}
	s := newWarmSite(t, "testdata/good")
	s.o.Drafts = true
	e := &editor{warmSite: s, rng: rand.New(rand.NewPCG(5, 2027)), saved: readTree(t, s.o.Content)}
	s.prepare()
	for i := 1; i <= edits; i++ {
		e.edit()
		if i%every == 0 || i == edits {
			e.compare()
		}
		if !t.Failed() && i%20 == 0 { // begin again from where everything was in order
			e.restore()
			e.compare()
		}
		if t.Failed() {
			t.Fatalf("after edit %d; the last ones:\n  %s", i, strings.Join(e.log, "\n  "))
		}
	}
	if e.failed == 0 || e.failed == e.compared {
		t.Errorf("%d of %d states had errors; the edits should make both kinds", e.failed, e.compared)
	}
	e.restore()
	e.compareWithBuild()
}

// editor is somebody who does anything to a handbook.
type editor struct {
	*warmSite
	rng   *rand.Rand
	saved map[string][]byte // the content as it was at first
	log   []string

	compared, failed int
}

func readTree(t *testing.T, dir string) map[string][]byte {
	return files(t, dir)
}

// compare runs the stages from nothing and holds the warm run to it.
func (e *editor) compare() {
	e.Helper()
	fresh := NewWarm()
	defer fresh.Close()
	want, err := Prepare(context.Background(), e.o, fresh)
	if err != nil {
		e.Fatal(err)
	}
	got := e.prepare()
	e.compared++
	if want.Failed {
		e.failed++
	}
	if a, b := text(want.Findings), text(got.Findings); a != b {
		e.Errorf("other findings:\n%s", firstDifference([]byte(a), []byte(b)))
	}
	if (want.Plan == nil) != (got.Plan == nil) || want.Pages != got.Pages {
		e.Fatalf("a plan: %t, want %t; %d pages, want %d", got.Plan != nil, want.Plan != nil, got.Pages, want.Pages)
	}
	if want.Plan != nil {
		e.sameFiles(e.made(want.Plan), e.made(got.Plan))
	}
}

func (e *editor) made(p *site.Plan) map[string][]byte {
	e.Helper()
	var mu sync.Mutex
	all := map[string][]byte{}
	fs, err := p.Make(context.Background(), func(address string, data []byte) error {
		mu.Lock()
		defer mu.Unlock()
		if other, clash := all[address]; !clash || bytes.Compare(data, other) < 0 { // two pages at one address, an error, come in any order
			all[address] = bytes.Clone(data)
		}
		return nil
	})
	if err != nil { // such as a form whose fields can't be told apart
		return map[string][]byte{"error": []byte(err.Error())}
	}
	if len(fs) > 0 {
		return map[string][]byte{"findings": []byte(text(finding.Sort(fs)))}
	}
	return all
}

func (e *editor) sameFiles(want, got map[string][]byte) {
	e.Helper()
	for _, address := range slices.Sorted(maps.Keys(want)) {
		if data, ok := got[address]; !ok || !bytes.Equal(want[address], data) {
			e.Errorf("%s differs (there: %t)\n%s", address, ok, firstDifference(want[address], data))
		}
	}
	for address := range got {
		if _, ok := want[address]; !ok {
			e.Errorf("%s should not be there", address)
		}
	}
}

// compareWithBuild holds the warm run to what a build publishes.
func (e *editor) compareWithBuild() {
	e.Helper()
	if r, err := Build(context.Background(), e.o); err != nil || r.Failed {
		e.Fatalf("%v\n%s", err, text(r.Findings))
	}
	e.sameFiles(files(e.T, e.o.Out), e.made(e.prepare().Plan))
}

func (e *editor) done(what string, paths ...string) {
	e.log = append(e.log, what+" "+strings.Join(paths, " "))
	e.warm.Forget(paths...)
}

// restore puts the content back as it was.
func (e *editor) restore() {
	e.Helper()
	for name := range readTree(e.T, e.o.Content) {
		if _, ok := e.saved[name]; !ok {
			os.Remove(e.path(name))
			e.warm.Forget(name)
		}
	}
	for name, data := range e.saved {
		write(e.T, e.path(name), data)
		e.warm.Forget(name)
	}
	os.RemoveAll(e.o.Templates)
	e.warm.ForgetTemplates()
	e.log = []string{"restore"}
}

// edit does one thing.
func (e *editor) edit() {
	actions := []func(){
		e.writeOn, e.writeOn, e.writeOn, e.heading, e.link, e.field, e.field, e.field, e.field,
		e.create, e.create, e.remove, e.move, e.moveFolder, e.picture, e.picture, e.asset, e.breakPage, e.revert, e.revert, e.revert,
		e.temporary, e.settings, e.template, e.retouch, e.table,
	}
	actions[e.rng.IntN(len(actions))]()
}

func (e *editor) pick(want func(name string) bool) string {
	var names []string
	for name := range readTree(e.T, e.o.Content) {
		if want(name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	slices.Sort(names)
	return names[e.rng.IntN(len(names))]
}

func isPage(name string) bool { return strings.HasSuffix(name, ".md") }

// change rewrites a page.
func (e *editor) change(what string, with func(text string) string) {
	name := e.pick(isPage)
	if name == "" {
		return
	}
	data, err := os.ReadFile(e.path(name))
	if err != nil {
		e.Fatal(err)
	}
	write(e.T, e.path(name), []byte(with(string(data))))
	e.done(what, name)
}

func (e *editor) word() string {
	words := []string{"luottamus", "tapaaminen", "trust", "möte", "äiti", "goal", "Östen", "step", "kysymys", "avtal"}
	return words[e.rng.IntN(len(words))]
}

func (e *editor) writeOn() {
	e.change("write", func(text string) string { return text + "\nA sentence on " + e.word() + ".\n" })
}

func (e *editor) heading() {
	e.change("heading", func(text string) string { return text + "\n## About " + e.word() + "\n\nText.\n" })
}

func (e *editor) link() {
	from, target := e.pick(isPage), e.pick(func(name string) bool { return isPage(name) || strings.HasSuffix(name, ".png") })
	if from == "" || target == "" {
		return
	}
	dest, err := filepath.Rel(path.Dir(from), target)
	if err != nil {
		e.Fatal(err)
	}
	switch dest = filepath.ToSlash(dest); e.rng.IntN(9) {
	case 0:
		dest = "nowhere-" + e.word() + ".md"
	case 1:
		dest += "#about-" + e.word()
	}
	data, err := os.ReadFile(e.path(from))
	if err != nil {
		e.Fatal(err)
	}
	write(e.T, e.path(from), append(data, "\nSee [it]("+dest+").\n"...))
	e.done("link", from, dest)
}

// field changes the front matter.
func (e *editor) field() {
	fields := []string{
		"title: About " + e.word(), fmt.Sprintf("order: %d", e.rng.IntN(9)), "tags: [" + e.word() + ", " + e.word() + "]", "slug: to-" + e.word(),
		"draft: true", "aliases: [old/" + e.word() + ", goals/trust]", "summary: All on " + e.word(), fmt.Sprintf("number: %d", e.rng.IntN(4)),
		"goals: [trust, " + e.word() + "]", "audience: mentor", "kind: article", "kind: goal", "updated: 2027-01-0" + fmt.Sprint(1+e.rng.IntN(9)),
		"source: 0123456789abcdef", "level: pair", "week: 3", "tittle: wrong", "# a comment that moves the lines",
	}
	line := fields[e.rng.IntN(len(fields))]
	key, _, _ := strings.Cut(line, ":")
	e.change(line+" in", func(text string) string {
		lines := strings.Split(text, "\n")
		if lines[0] != "---" {
			return "---\n" + line + "\n---\n" + text
		}
		for i := 1; i < len(lines) && lines[i] != "---"; i++ {
			if strings.HasPrefix(lines[i], key+":") {
				return strings.Join(slices.Delete(lines, i, i+1), "\n")
			}
		}
		return strings.Join(slices.Insert(lines, 1, line), "\n")
	})
}

func (e *editor) create() {
	dirs := []string{"fi", "sv", "en", "fi/goals", "sv/goals", "en/meetings", "fi/new", "en/new/deep", "de"}
	name := dirs[e.rng.IntN(len(dirs))] + "/" + e.word() + ".md"
	if e.rng.IntN(6) == 0 {
		name = path.Dir(name) + "/index.md"
	}
	write(e.T, e.path(name), []byte("---\ntitle: New "+e.word()+"\n---\nText.\n\n## About "+e.word()+"\n"))
	e.done("create", name)
}

func (e *editor) remove() {
	if name := e.pick(func(name string) bool { return name != "programme.yaml" }); name != "" {
		if err := os.Remove(e.path(name)); err != nil {
			e.Fatal(err)
		}
		e.done("remove", name)
	}
}

func (e *editor) move() {
	from := e.pick(isPage)
	if from == "" {
		return
	}
	to := []string{"fi", "sv/goals", "en/goals", "fi/new"}[e.rng.IntN(4)] + "/" + e.word() + ".md"
	e.rename("move", from, to)
}

func (e *editor) rename(what, from, to string) {
	if err := os.MkdirAll(filepath.Dir(e.path(to)), 0o755); err != nil {
		e.Fatal(err)
	}
	if os.Rename(e.path(from), e.path(to)) == nil {
		e.done(what, from, to)
	}
}

func (e *editor) moveFolder() {
	var dirs []string
	filepath.WalkDir(e.o.Content, func(name string, d fs.DirEntry, err error) error {
		if rel, _ := filepath.Rel(e.o.Content, name); err == nil && d.IsDir() && strings.Contains(rel, string(filepath.Separator)) {
			dirs = append(dirs, filepath.ToSlash(rel))
		}
		return nil
	})
	if len(dirs) > 0 {
		from := dirs[e.rng.IntN(len(dirs))]
		e.rename("move folder", from, []string{"fi", "sv", "en"}[e.rng.IntN(3)]+"/"+[]string{"goals", "moved", "roles"}[e.rng.IntN(3)])
	}
}

// picture writes an image of any size.
func (e *editor) picture() {
	name := e.pick(func(name string) bool { return strings.HasSuffix(name, ".svg") && name != "logo.svg" })
	if name == "" || e.rng.IntN(2) == 0 {
		name = []string{"fi/goals", "en", "sv/goals"}[e.rng.IntN(3)] + "/" + e.word() + ".svg"
	}
	svg := fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d"/>`, 1+e.rng.IntN(90), 1+e.rng.IntN(90))
	write(e.T, e.path(name), []byte(svg))
	e.done("picture", name)
	e.change("show picture", func(text string) string { return text + "\n![Seen](" + path.Base(name) + ")\n" })
}

func (e *editor) asset() {
	name := []string{"fi/form.pdf", "en/goals/form.pdf", "pairs-old.csv", "fi/.hidden", "_notes/x.md"}[e.rng.IntN(5)]
	write(e.T, e.path(name), []byte(e.word()))
	e.done("file", name)
}

// breakPage leaves a page that can't be read as it should.
func (e *editor) breakPage() {
	e.change("break", func(text string) string {
		switch e.rng.IntN(4) {
		case 0:
			return "---\ntitle: [\n---\n" + text
		case 1:
			return text + "\xff\n"
		case 2:
			return "---\norder: first\n---\n"
		}
		return ""
	})
}

// revert puts a file back as it was at first.
func (e *editor) revert() {
	names := slices.Sorted(maps.Keys(e.saved))
	name := names[e.rng.IntN(len(names))]
	if info, err := os.Stat(e.path(name)); err == nil && info.IsDir() {
		return
	}
	write(e.T, e.path(name), e.saved[name])
	e.done("revert", name)
}

// temporary is what editors do beside a file: come and go, or rename over it.
func (e *editor) temporary() {
	name := e.pick(isPage)
	if name == "" {
		return
	}
	data, err := os.ReadFile(e.path(name))
	if err != nil {
		e.Fatal(err)
	}
	beside := name + "~"
	write(e.T, e.path(beside), append(data, "\nSaved by renaming.\n"...))
	if err := os.Rename(e.path(beside), e.path(name)); err != nil {
		e.Fatal(err)
	}
	e.done("rename over", beside, name, path.Dir(name)+"/4913")
}

// table writes or removes the table of pairs.
func (e *editor) table() {
	if e.rng.IntN(3) == 0 {
		os.Remove(e.path("pairs.csv"))
	} else {
		write(e.T, e.path("pairs.csv"), []byte("id,mentor,mentee,how-often,"+e.word()+"\na,"+e.word()+",B,"+e.word()+",x\n"))
	}
	e.done("table", "pairs.csv")
}

// settings changes programme.yaml.
func (e *editor) settings() {
	changes := [][2]string{
		{"Pieni ohjelma", "Suuri " + e.word()}, {"[fi, sv, en]", "[en, fi]"}, {"[fi, sv, en]", "[fi]"}, {"https://example.org/handbook/", "https://example.org/"},
		{`"#8a1f5c"`, `"#1f5c8a"`}, {"logo: logo.svg", "logo: logo2.svg"}, {"season:", "seasson:"}, {"end: 2027-03-05", "end: 2027-06-05"},
		{"organisation:", "html: trusted\norganisation:"}, {"organisation:", "terms: {mentor: {fi: opas}}\norganisation:"}, {"name: {", "name: [{"},
	}
	data := string(e.saved["programme.yaml"])
	if e.rng.IntN(2) == 0 {
		c := changes[e.rng.IntN(len(changes))]
		data = strings.Replace(data, c[0], c[1], 1)
	}
	write(e.T, e.path("programme.yaml"), []byte(data))
	e.done("settings", "programme.yaml")
}

// template lays a file over the built-in theme, or takes it away.
func (e *editor) template() {
	name := filepath.Join(e.o.Templates, []string{"article.html", "i18n/fi.yaml", "assets/css/base.css", "partials/footer.html"}[e.rng.IntN(4)])
	text := []string{"<h1>{{.Title}}</h1>\n{{.Content}}\n", "alert.note: Muista\n", "body { margin: 1px }\n", "<footer>{{.Site.Name}} {{.Wrong}}</footer>\n", "{{broken\n"}[e.rng.IntN(5)]
	if e.rng.IntN(2) == 0 {
		os.Remove(name)
	} else {
		write(e.T, name, []byte(text))
	}
	e.log = append(e.log, "template "+name)
	e.warm.ForgetTemplates()
}

// retouch says that files may have changed that have not.
func (e *editor) retouch() {
	if e.rng.IntN(3) == 0 {
		e.warm.ForgetAll()
		e.log = append(e.log, "anything")
		return
	}
	e.done("touch", e.pick(isPage), "fi", "fi/goals", "nowhere/at/all.md")
}
