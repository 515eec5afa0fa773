package preview

import (
	"bytes"
	"context"
	"encoding/json"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/audits"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// reader is a browser that shows a page of a preview.
type reader struct {
	*running
	ctx context.Context

	mu         sync.Mutex
	complaints []string // of the browser
	loads      int      // of whole pages
}

// read opens a page in Chromium (the tests that do are not run side by side), or skips the test where there is none; under
// CI that is a failure.
func (r *running) read(address string) *reader {
	r.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		if os.Getenv("CI") != "" {
			r.Fatal("there is no Chromium; install the package chromium")
		}
		r.Skip("there is no Chromium; install the package chromium to run the browser tests")
	}
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-quic", true), chromedp.WSURLReadTimeout(2*time.Minute),
	)
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	r.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx, chromedp.WithBrowserOption(chromedp.WithDialTimeout(2*time.Minute)))
	r.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 5*time.Minute)
	r.Cleanup(cancel)
	b := &reader{running: r, ctx: ctx}
	chromedp.ListenTarget(ctx, func(event any) {
		b.mu.Lock()
		defer b.mu.Unlock()
		switch e := event.(type) {
		case *runtime.EventConsoleAPICalled:
			b.complaints = append(b.complaints, "console: "+string(e.Type))
		case *runtime.EventExceptionThrown:
			b.complaints = append(b.complaints, "exception: "+e.ExceptionDetails.Error())
		case *log.EventEntryAdded:
			b.complaints = append(b.complaints, e.Entry.Text+" "+e.Entry.URL)
		case *audits.EventIssueAdded:
			if e.Issue.Code == audits.InspectorIssueCodeContentSecurityPolicyIssue {
				b.complaints = append(b.complaints, "policy: "+string(e.Issue.Code))
			}
		case *page.EventFrameNavigated:
			b.loads++
		}
	})
	b.do(log.Enable(), runtime.Enable(), audits.Enable(), page.Enable(), chromedp.Navigate(r.url+address))
	b.sees("the preview listens", `document.querySelector("mentorbook-preview")?.shadowRoot.querySelector(".badge").title !== ""`)
	b.mu.Lock()
	b.loads = 0
	b.mu.Unlock()
	return b
}

func (b *reader) do(actions ...chromedp.Action) {
	b.Helper()
	if err := chromedp.Run(b.ctx, actions...); err != nil {
		b.Fatal(err)
	}
}

// ask evaluates an expression in the page.
func (b *reader) ask(expression string) any {
	b.Helper()
	var v any
	b.do(chromedp.Evaluate(expression, &v))
	return v
}

// sees waits until an expression holds in the page.
func (b *reader) sees(what, expression string) {
	b.Helper()
	for end := time.Now().Add(deadline); ; time.Sleep(5 * time.Millisecond) {
		var holds bool
		if err := chromedp.Run(b.ctx, chromedp.Evaluate("!!("+expression+")", &holds)); err == nil && holds { // it fails while the page goes to another
			return
		}
		if time.Now().After(end) {
			b.Fatalf("waited in vain: %s\n%v", what, b.ask(`document.documentElement.outerHTML + document.querySelector("mentorbook-preview")?.shadowRoot.innerHTML`))
		}
	}
}

// calm fails the test where the browser complained or loaded a whole page.
func (b *reader) calm(loads int) {
	b.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, text := range b.complaints {
		b.Error(text)
	}
	if b.loads != loads {
		b.Errorf("the page was loaded %d times, want %d", b.loads, loads)
	}
}

// note is an expression for an element of what lies over the page.
func over(selector string) string {
	quoted, _ := json.Marshal(selector)
	return `document.querySelector("mentorbook-preview").shadowRoot.querySelector(` + string(quoted) + `)`
}

func says(text string) string {
	quoted, _ := json.Marshal(text)
	return `document.querySelector("main").textContent.includes(` + string(quoted) + `)`
}

// longPage is a page that one scrolls, with a form to type into.
func longPage(paragraphs ...string) string {
	return "---\ntitle: Long\n---\n" + strings.Repeat("\nA paragraph that is there to be scrolled past, again and again.\n", 60) +
		"\n<details><summary>More</summary><p>Inside.</p></details>\n\n" + strings.Join(paragraphs, "\n\n") + "\n"
}

func TestAPageIsPatchedWhereOneReads(t *testing.T) {
	dir := smallHandbook(t)
	put(t, filepath.Join(dir, "content/programme.yaml"), smallProgramme+"html: trusted\n")
	field := `<p><label>Name <input id="name" type="text"></label></p>`
	put(t, filepath.Join(dir, "content/en/long.md"), longPage(field, "The end."))
	r := start(t, dir, nil)
	b := r.read("long.html")
	b.ask(`(document.querySelector("#name").focus(), document.querySelector("#name").value = "typed", document.querySelector("main details").open = true, scrollTo({ top: 1500, behavior: "instant" }), window.kept = document.querySelector("#name"), true)`)
	scrolled := b.ask("scrollY")
	if scrolled == 0.0 {
		t.Fatal("the page can't be scrolled")
	}
	r.write("content/en/long.md", longPage(field, "Another paragraph.", "The very end."))
	b.sees("the new text", says("Another paragraph.")+" && "+says("The very end.")+" && !"+says("The end."))
	for what, expression := range map[string]string{
		"the same field, with the focus": `document.activeElement === window.kept && document.querySelector("#name") === window.kept`,
		"what was typed":                 `document.querySelector("#name").value === "typed"`,
		"what was opened":                `document.querySelector("main details").open`,
	} {
		if b.ask(expression) != true {
			t.Errorf("%s did not stay", what)
		}
	}
	if now := b.ask("scrollY"); now != scrolled {
		t.Errorf("scrolled to %v, it was %v", now, scrolled)
	}
	if b.ask(`document.querySelector(".print-button").hidden`) == true {
		t.Error("what a script had shown is hidden again")
	}
	// The patched page is the page that a reload gives.
	main := `document.querySelector("main").innerHTML.replace(/ open=""/, "")`
	patched := b.ask(main)
	b.do(chromedp.Reload())
	if loaded := b.ask(main); loaded != patched {
		t.Errorf("patched:\n%v\nloaded:\n%v", patched, loaded)
	}
	b.calm(1)
}

func TestAStyleSheetIsSwapped(t *testing.T) {
	r := start(t, smallHandbook(t), nil)
	b := r.read("goals/trust.html")
	r.write("templates/assets/css/style.css", "body { margin-inline-start: 77px }")
	b.sees("the new style", `getComputedStyle(document.body).marginInlineStart === "77px" && document.querySelectorAll('link[rel="stylesheet"]').length === 1`)
	b.calm(0)
}

func TestAPictureIsShownAnew(t *testing.T) {
	dir := smallHandbook(t)
	put(t, filepath.Join(dir, "content/en/goals/a picture.png"), picture(2))
	r := start(t, dir, nil)
	r.write("content/en/goals/trust.md", smallTrust+"\n![A picture](<a picture.png>)\n")
	b := r.read("goals/trust.html")
	width := `document.querySelector("main img").naturalWidth`
	b.sees("the picture", width+" === 2")
	r.write("content/en/goals/a picture.png", picture(3))
	b.sees("the newer picture", width+" === 3")
	b.calm(0)
}

// picture is a PNG so many pixels wide and one high.
func picture(width int) string {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, 1))); err != nil {
		panic(err) // to memory
	}
	return b.String()
}

func TestTheTableOfContentsFollowsHeadings(t *testing.T) {
	r := start(t, smallHandbook(t), nil)
	text := smallTrust + strings.Repeat("\n## One\n\nText.\n\n## Two\n\nText.\n", 8)
	r.write("content/en/goals/trust.md", text)
	b := r.read("goals/trust.html")
	r.write("content/en/goals/trust.md", text+"\n## The newest\n"+strings.Repeat("\nText.\n", 60))
	b.sees("the heading in the table of contents", `document.querySelector('.toc a[href="#the-newest"]')`)
	b.ask(`(document.querySelector("#the-newest").scrollIntoView({ behavior: "instant" }), true)`)
	b.sees("where one is", `[...document.querySelectorAll(".toc a[aria-current]")].map((a) => a.hash).join() === "#the-newest"`)
	b.calm(0)
}

func TestAnotherPageStaysStill(t *testing.T) {
	dir := smallHandbook(t)
	put(t, filepath.Join(dir, "content/en/notes/later.md"), "---\ntitle: Later\n---\n")
	r := start(t, dir, nil)
	b := r.read("goals/trust.html")
	b.ask(`(window.patches = 0, document.addEventListener("mentorbook:patched", () => window.patches++), true)`)
	r.write("content/en/notes/later.md", "---\ntitle: Later\n---\nChanged.\n")
	r.shows("notes/later.html", "Changed.")
	r.write("content/en/goals/trust.md", smallTrust+"\nChanged as well.\n")
	b.sees("its own change", says("Changed as well."))
	b.sees("one patch", "window.patches === 1")
	b.calm(0)
}

func TestWhatIsToMendLiesOverThePageUntilItIsMended(t *testing.T) {
	r := start(t, smallHandbook(t), nil)
	b := r.read("goals/trust.html")
	if b.ask(over(".panel")+".hidden") != true || b.ask(over(".badge")+".hidden") != true {
		t.Error("there is something over a page that is in order")
	}
	if file := b.ask(over(".file") + ".textContent"); file != "content/en/goals/trust.md" {
		t.Errorf("the page's file: %v", file)
	}
	r.write("content/en/goals/trust.md", smallTrust+"\nSee [it](nowhere.md).\n")
	b.sees("the finding", "!"+over(".panel")+".hidden")
	shown, _ := b.ask(over(".panel") + ".textContent").(string)
	for _, part := range []string{"1 error", "content/en/goals/trust.md:10:5", "the link nowhere.md leads nowhere", "See [it](nowhere.md).", "Hint", "link-broken"} {
		if !strings.Contains(shown, part) {
			t.Errorf("no %q in %q", part, shown)
		}
	}
	if b.ask(says("We trust.")) != true || b.ask(says("See")) == true {
		t.Error("the last good page is not underneath")
	}
	if label := b.ask(over("#title") + `.textContent === "To mend: 1 error" && ` + over(".panel") + `.getAttribute("aria-labelledby") === "title"`); label != true {
		t.Error("the panel has no name")
	}
	b.ask(`(` + over(".close") + `.click(), true)`)
	b.sees("a closed panel", over(".panel")+".hidden && !"+over(".badge")+".hidden")
	b.ask(`(` + over(".badge") + `.click(), true)`)
	b.sees("an open panel that has the focus", "!"+over(".panel")+".hidden && document.querySelector('mentorbook-preview').shadowRoot.activeElement === "+over(".panel"))
	b.do(chromedp.KeyEvent("\x1b"))
	b.sees("a panel that Escape closed", over(".panel")+".hidden")
	r.write("content/en/goals/trust.md", smallTrust+"\nSee [it](../index.md).\n")
	b.sees("nothing over the page", over(".panel")+".hidden && "+over(".badge")+".hidden && "+says("See it"))
	b.calm(0)
}

func TestThePageAppearsOnceTheHandbookCanBeRead(t *testing.T) {
	dir := smallHandbook(t)
	put(t, filepath.Join(dir, "content/programme.yaml"), "name: [\n")
	r := start(t, dir, nil)
	b := r.read("goals/trust.html")
	b.sees("the finding", "!"+over(".panel")+".hidden")
	r.write("content/programme.yaml", smallProgramme)
	b.sees("the page", `document.querySelector("h1")?.textContent.includes("Trust") && `+over(".panel")+".hidden")
	if b.ask(`getComputedStyle(document.documentElement).getPropertyValue("--measure") !== ""`) != true {
		t.Error("the page has no style")
	}
}

func TestAPageThatMovesIsFollowed(t *testing.T) {
	r := start(t, smallHandbook(t), nil)
	b := r.read("goals/trust.html#why")
	r.write("content/en/goals/trust.md", strings.Replace(smallTrust, "title: Trust", "title: Trust\nslug: confidence", 1))
	b.sees("its new address", `location.pathname === "/goals/confidence.html" && location.hash === "#why"`)
}
