package preview

import (
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"mentorbook/generator/finding"
)

// both runs a test of following changes once with the system's word and once
// with looking.
func both(t *testing.T, test func(*testing.T, func(*Options))) {
	t.Parallel()
	for name, poll := range map[string]bool{"told": false, "looking": true} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, func(o *Options) { o.Poll = poll })
		})
	}
}

func TestASaveIsServed(t *testing.T) {
	both(t, func(t *testing.T, with func(*Options)) {
		r := start(t, smallHandbook(t), with)
		r.write("content/en/goals/trust.md", smallTrust+"\nWritten in place.\n")
		r.shows("goals/trust.html", "Written in place.")
		r.write("content/en/goals/trust.md", "---\ntitle: Deep trust\n---\nAnother title.\n")
		r.shows("goals/index.html", "Deep trust") // every page that shows the change
		r.write("content/programme.yaml", "name: Another name\nlanguages: [en]\n")
		r.shows("index.html", "Another name")
	})
}

func TestEditorsWaysOfSavingAreSurvived(t *testing.T) {
	both(t, func(t *testing.T, with func(*Options)) {
		r := start(t, smallHandbook(t), with)
		page := filepath.Join(r.dir, "content/en/goals/trust.md")
		rename := func(from, to string) {
			t.Helper()
			if err := os.Rename(from, to); err != nil {
				t.Fatal(err)
			}
		}
		// A temporary file beside it, renamed over it.
		put(t, page+".tmp", smallTrust+"\nRenamed over.\n")
		rename(page+".tmp", page)
		r.shows("goals/trust.html", "Renamed over.")
		// Vim: a test file, the old one moved away, a new one written, the old one removed.
		put(t, filepath.Join(r.dir, "content/en/goals/4913"), "")
		if err := os.Remove(filepath.Join(r.dir, "content/en/goals/4913")); err != nil {
			t.Fatal(err)
		}
		put(t, filepath.Join(r.dir, "content/en/goals/.trust.md.swp"), "swap")
		rename(page, page+"~")
		put(t, page, smallTrust+"\nMoved away and written.\n")
		if err := os.Remove(page + "~"); err != nil {
			t.Fatal(err)
		}
		r.shows("goals/trust.html", "Moved away and written.")
		// Removed and made anew.
		if err := os.Remove(page); err != nil {
			t.Fatal(err)
		}
		put(t, page, smallTrust+"\nMade anew.\n")
		r.shows("goals/trust.html", "Made anew.")
		if status, _ := r.get("goals/4913"); status != http.StatusNotFound {
			t.Errorf("an editor's own file is served: %d", status)
		}
	})
}

func TestFoldersMayComeMoveAndGo(t *testing.T) {
	both(t, func(t *testing.T, with func(*Options)) {
		r := start(t, smallHandbook(t), with)
		at := func(name string) string { return filepath.Join(r.dir, name) }
		r.write("content/en/new/deep/page.md", "---\ntitle: Deep\n---\nIn a new folder.\n")
		r.shows("new/deep/page.html", "In a new folder.")
		r.write("content/en/new/deep/page.md", "---\ntitle: Deep\n---\nWatched as well.\n")
		r.shows("new/deep/page.html", "Watched as well.")
		put(t, at("elsewhere/sub/one.md"), "---\ntitle: One\n---\nMoved in.\n")
		if err := os.Rename(at("elsewhere"), at("content/en/moved")); err != nil {
			t.Fatal(err)
		}
		r.shows("moved/sub/one.html", "Moved in.")
		r.write("content/en/moved/sub/one.md", "---\ntitle: One\n---\nWritten where it moved.\n")
		r.shows("moved/sub/one.html", "Written where it moved.")
		if err := os.Rename(at("content/en/moved"), at("content/en/again")); err != nil {
			t.Fatal(err)
		}
		r.shows("again/sub/one.html", "Written where it moved.")
		r.write("content/en/again/sub/one.md", "---\ntitle: One\n---\nStill watched.\n")
		r.shows("again/sub/one.html", "Still watched.")
		if err := os.RemoveAll(at("content/en/again")); err != nil {
			t.Fatal(err)
		}
		r.until("the page is gone", func() bool { status, _ := r.get("again/sub/one.html"); return status == http.StatusNotFound })
		// Two folders change places: not one file below them has an event of its own.
		put(t, at("other/trust.md"), "---\ntitle: Trust\n---\nThe other one.\n")
		if err := os.Rename(at("content/en/goals"), at("was")); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(at("other"), at("content/en/goals")); err != nil {
			t.Fatal(err)
		}
		r.shows("goals/trust.html", "The other one.")
	})
}

func TestTheContentFolderItselfMayBeReplaced(t *testing.T) {
	both(t, func(t *testing.T, with func(*Options)) {
		r := start(t, smallHandbook(t), with)
		at := func(name string) string { return filepath.Join(r.dir, name) }
		if err := os.CopyFS(at("branch"), os.DirFS(at("content"))); err != nil {
			t.Fatal(err)
		}
		put(t, at("branch/en/index.md"), "---\ntitle: Home\n---\nOn the other branch.\n")
		if err := os.Rename(at("content"), at("was")); err != nil {
			t.Fatal(err)
		}
		r.updated("the content is missing", func(u Update) bool { return u.Failed })
		if _, body := r.get("index.html"); !strings.Contains(body, "Welcome.") {
			t.Error("the last good page does not stay")
		}
		if err := os.Rename(at("branch"), at("content")); err != nil {
			t.Fatal(err)
		}
		r.shows("index.html", "On the other branch.")
		r.write("content/en/index.md", "---\ntitle: Home\n---\nAnd followed there.\n")
		r.shows("index.html", "And followed there.")
	})
}

// previewTag is what the preview adds to a page of the site.
var previewTag = regexp.MustCompile(`<script src="/\.mentorbook/[^>]*></script>`)

func TestTemplatesMayComeAndGo(t *testing.T) {
	both(t, func(t *testing.T, with func(*Options)) {
		r := start(t, smallHandbook(t), with)
		ofSite := func() string { _, body := r.get("goals/trust.html"); return previewTag.ReplaceAllString(body, "") }
		before := ofSite()
		r.write("templates/article.html", "")
		r.write("templates/goal.html", "<h1>Mine: {{.Title}}</h1>{{.Content}}")
		r.shows("goals/trust.html", "Mine: Trust")
		if err := os.RemoveAll(filepath.Join(r.dir, "templates")); err != nil {
			t.Fatal(err)
		}
		r.until("the built-in template is back", func() bool { return ofSite() == before })
	})
}

func TestThousandsOfChangesAtOnceAreOneMatter(t *testing.T) {
	t.Parallel()
	r := start(t, smallHandbook(t), nil)
	for i := range 1500 {
		r.write("content/en/many/page-"+string(rune('a'+i%26))+string(rune('a'+i/26%26))+string(rune('a'+i/676))+".md", "---\ntitle: One of many\n---\nText.\n")
	}
	r.shows("many/page-aaa.html", "Text.")
	r.shows("many/page-rfc.html", "Text.")
	r.write("content/en/goals/trust.md", smallTrust+"\nAfter the storm.\n")
	r.shows("goals/trust.html", "After the storm.")
}

func TestALateFileIsWaitedFor(t *testing.T) {
	t.Parallel()
	dir := smallHandbook(t)
	p := newPreview(options(dir))
	defer p.warm.Close()
	p.update(t.Context(), changes{all: true})
	page := filepath.Join(dir, "content/en/goals/trust.md")
	for _, c := range []struct {
		text  string
		whole bool
	}{{"", false}, {smallTrust[:10], false}, {smallTrust[:len(smallTrust)-5], true}, {smallTrust + "more", true}} {
		put(t, page, c.text)
		if got := p.whole("content/en/goals/trust.md"); got != c.whole {
			t.Errorf("%d of %d bytes: whole %t", len(c.text), len(smallTrust), got)
		}
	}
	if err := os.Remove(page); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"content/en/goals/trust.md", "content/en/unknown.md", "templates/x.html", "content"} {
		if !p.whole(path) {
			t.Errorf("%s is waited for", path)
		}
	}
}

func TestChangesAreGatheredUntilTheyAreQuiet(t *testing.T) {
	t.Parallel()
	g := newGathering()
	looks := 0
	whole := func(path string) bool { // half written at the first look, and another file changes meanwhile
		looks++
		if looks == 1 {
			g.add("content/b.md", false)
		}
		return looks > 1
	}
	g.add("content/a.md", false)
	c, ok := g.take(t.Context(), whole)
	if !ok || strings.Join(c.paths, " ") != "content/a.md content/b.md" || c.all {
		t.Errorf("took %+v", c)
	}
	calm := func() bool {
		select {
		case <-g.calm:
			return true
		default:
			return false
		}
	}
	g.add("", true)
	g.done()
	if calm() {
		t.Error("calm, though there is a change to look at")
	}
	if c, _ := g.take(t.Context(), whole); !c.all {
		t.Errorf("took %+v", c)
	}
	if g.done(); !calm() {
		t.Error("not calm, though nothing has changed")
	}
	g.wait(t.Context(), time.Hour)
}

func TestAPageWithErrorsStaysAsItWasAndOthersFollow(t *testing.T) {
	t.Parallel()
	r := start(t, smallHandbook(t), nil)
	r.get("goals/trust.html")
	r.write("content/en/goals/trust.md", smallTrust+"\nSee [it](nowhere.md).\n")
	u := r.updated("the broken link is found", func(u Update) bool { return u.Failed })
	if len(u.Findings) != 1 || u.Findings[0].Code != finding.CodeLinkBroken || u.Findings[0].Excerpt != "See [it](nowhere.md)." {
		t.Errorf("found %+v", u.Findings)
	}
	if _, body := r.get("goals/trust.html"); !strings.Contains(body, "We trust.") || strings.Contains(body, "See") {
		t.Error("the page is not as it was when it was in order")
	}
	r.write("content/en/index.md", smallHome+"\nMeanwhile.\n")
	r.shows("index.html", "Meanwhile.")
	r.write("content/en/goals/trust.md", smallTrust+"\nSee [it](../index.md).\n")
	r.updated("all is in order", func(u Update) bool { return !u.Failed })
	r.shows("goals/trust.html", "See <a")
}

func TestErrorsAtTheBeginningAreShownUntilTheyAreMended(t *testing.T) {
	t.Parallel()
	dir := smallHandbook(t)
	put(t, filepath.Join(dir, "content/programme.yaml"), "nam: x\n")
	r := start(t, dir, nil)
	status, body := r.get("index.html")
	if status != http.StatusServiceUnavailable || !strings.Contains(body, "content/programme.yaml") || !strings.Contains(body, "preview.js") {
		t.Errorf("%d %s", status, body)
	}
	s := r.listen("index.html", "", "")
	if errors, notes := s.notes(); errors == 0 || notes[0].File != "content/programme.yaml" {
		t.Errorf("%d %+v", errors, notes)
	}
	r.write("content/programme.yaml", smallProgramme)
	if errors, _ := s.notes(); errors != 0 {
		t.Errorf("%d errors left", errors)
	}
	s.next("page")
	r.shows("index.html", "Welcome.")
}

func TestATemplateThatFailsLeavesThePageAsItWas(t *testing.T) {
	t.Parallel()
	r := start(t, smallHandbook(t), nil)
	r.get("goals/trust.html")
	s := r.listen("goals/trust.html", "", "content/en/goals/trust.md")
	s.notes()
	s.next("page")
	r.write("templates/goal.html", "{{.Nothing}}")
	if errors, notes := s.notes(); errors != 1 || notes[0].File != "templates/goal.html" {
		t.Errorf("%d %+v", errors, notes)
	}
	if _, body := r.get("goals/trust.html"); !strings.Contains(body, "We trust.") {
		t.Error("the page is not as it was")
	}
	if status, _ := r.get("draft.html"); status != http.StatusOK {
		t.Errorf("another kind of page: %d", status)
	}
}

func TestOnlyThePageThatChangedIsTold(t *testing.T) {
	t.Parallel()
	dir := smallHandbook(t)
	put(t, filepath.Join(dir, "content/en/notes/later.md"), "---\ntitle: Later\n---\n")
	r := start(t, dir, nil)
	trust := r.listen("goals/trust.html", "", "content/en/goals/trust.md")
	later := r.listen("notes/later.html", "", "content/en/notes/later.md")
	for _, s := range []*stream{trust, later} {
		s.notes()
		s.next("page")
	}
	r.write("content/en/goals/trust.md", smallTrust+"\nMore.\n")
	trust.next("page")
	r.write("content/en/notes/later.md", "---\ntitle: Later\n---\nSee [it](nowhere.md).\n")
	if _, notes := later.notes(); len(notes) != 1 || !notes[0].Here || notes[0].Line != 4 {
		t.Errorf("%+v", notes)
	}
	if _, notes := trust.notes(); len(notes) != 1 || notes[0].Here {
		t.Errorf("%+v", notes)
	}
	r.write("content/en/notes/later.md", "---\ntitle: Later\nslug: sooner\n---\nMoved.\n")
	trust.notes()
	later.notes()
	if to := later.next("moved"); to != "/notes/sooner.html" {
		t.Errorf("moved to %s", to)
	}
	if len(trust.events) > 0 {
		t.Errorf("told of another page: %+v", <-trust.events)
	}
}

func TestAPageThatIsGoneBecomesTheOneThatSaysSo(t *testing.T) {
	t.Parallel()
	r := start(t, smallHandbook(t), nil)
	s := r.listen("goals/trust.html", "", "content/en/goals/trust.md")
	s.notes()
	s.next("page")
	if err := os.Remove(filepath.Join(r.dir, "content/en/goals/trust.md")); err != nil {
		t.Fatal(err)
	}
	s.next("page")
	r.write("content/en/goals/trust.md", smallTrust)
	s.next("page")
}
