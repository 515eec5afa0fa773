package preview

import (
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"mentorbook/generator/site"
)

func TestPagesAreAnsweredAsAServerOfPlainFilesWould(t *testing.T) {
	t.Parallel()
	r := start(t, smallHandbook(t), nil)
	for address, want := range map[string]string{
		"": "Welcome.", "index.html": "Welcome.", "goals/": "Goals", "goals/trust.html": "We trust.", "draft.html": "Not yet.",
		"robots.txt": "User-agent", "goals/path.svg": "<svg", "handbook/goals/trust.html": "We trust.",
		"service-worker.js": "unregister",
	} {
		if status, body := r.get(address); status != http.StatusOK || !strings.Contains(body, want) {
			t.Errorf("%q: %d, no %q", address, status, want)
		}
	}
	res, err := r.send(http.MethodGet, "goals", nil)
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if res.StatusCode != http.StatusFound || res.Header.Get("Location") != "./goals/" {
		t.Errorf("a folder without a slash: %d %s", res.StatusCode, res.Header.Get("Location"))
	}
	if status, body := r.get("nowhere.html"); status != http.StatusNotFound || !strings.Contains(body, "preview.js") {
		t.Errorf("a page that is not there: %d", status)
	}
	if status, body := r.ask(http.MethodHead, "index.html", nil); status != http.StatusOK || body != "" {
		t.Errorf("HEAD: %d, %d bytes", status, len(body))
	}
}

func TestDraftsAreMarked(t *testing.T) {
	t.Parallel()
	r := start(t, smallHandbook(t), nil)
	if _, body := r.get("draft.html"); !strings.Contains(body, `class="banner"`) {
		t.Error("the draft's page does not say that it is one")
	}
}

func TestAPageDiffersFromTheBuildsByOneScriptOnly(t *testing.T) {
	t.Parallel()
	r := start(t, smallHandbook(t), nil)
	_, body := r.get("goals/trust.html")
	tag := regexp.MustCompile(`<script src="/\.mentorbook/preview\.js" defer data-address="goals/trust\.html" data-hash="\w+" data-source="content/en/goals/trust\.md" data-state="\d+"></script>\n`)
	found := tag.FindAllStringIndex(body, -1)
	if len(found) != 1 {
		t.Fatalf("%d scripts of the preview", len(found))
	}
	if rest := body[:found[0][0]] + body[found[0][1]:]; strings.Contains(rest, "mentorbook/preview") {
		t.Error("something else of the preview is in the page")
	}
	if first := strings.Index(body, "<script"); first != found[0][0] {
		t.Error("another script comes before the preview's")
	}
}

func TestOnlyTheSiteIsServed(t *testing.T) {
	t.Parallel()
	dir := smallHandbook(t)
	put(t, filepath.Join(dir, "secret.txt"), "private words")
	put(t, filepath.Join(dir, "content/en/_notes.md"), "private words")
	put(t, filepath.Join(dir, "content/pairs.csv"), "mentor,mentee\nprivate words,x\n")
	put(t, filepath.Join(dir, ".mentorbook/secret"), "private words")
	r := start(t, dir, nil)
	for _, address := range []string{
		"../secret.txt", "..%2fsecret.txt", "%2e%2e/secret.txt", "goals/../../secret.txt", "goals/..%5c..%5csecret.txt", "/etc/passwd", "//etc/passwd",
		"content/programme.yaml", "programme.yaml", "pairs.csv", "en/_notes.md", "_notes.md", ".mentorbook/secret", ".mentorbook/../secret.txt",
		"goals/trust.md", "%00", "assets/", ".mentorbook/", ".mentorbook/preview.css.map",
	} {
		if status, body := r.get(address); status == http.StatusOK || strings.Contains(body, "private words") {
			t.Errorf("%s: %d", address, status)
		}
	}
}

func TestRequestsOfOthersAreRefused(t *testing.T) {
	t.Parallel()
	r := start(t, smallHandbook(t), nil)
	host := strings.TrimSuffix(strings.TrimPrefix(r.url, "http://"), "/")
	_, port, err := net.SplitHostPort(host)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		method string
		change func(*http.Request)
		want   int
	}{
		{"by another name", "GET", func(q *http.Request) { q.Host = "rebound.example:" + port }, 403},
		{"by a name that begins like ours", "GET", func(q *http.Request) { q.Host = "localhost.evil.example" }, 403},
		{"by another machine's address", "GET", func(q *http.Request) { q.Host = "192.0.2.7:" + port }, 403},
		{"by no name", "GET", func(q *http.Request) { q.Host = ":" + port }, 403},
		{"by this machine's address", "GET", func(q *http.Request) { q.Host = "127.0.0.1:" + port }, 200},
		{"by its other address", "GET", func(q *http.Request) { q.Host = "[::1]:" + port }, 200},
		{"by its name", "GET", func(q *http.Request) { q.Host = "LOCALHOST:" + port }, 200},
		{"from our pages", "GET", func(q *http.Request) { q.Header.Set("Origin", "http://"+q.URL.Host) }, 200},
		{"from another site", "GET", func(q *http.Request) { q.Header.Set("Origin", "https://evil.example") }, 403},
		{"from another port", "GET", func(q *http.Request) { q.Header.Set("Origin", "http://localhost:1") }, 403},
		{"from a file", "GET", func(q *http.Request) { q.Header.Set("Origin", "null") }, 403},
		{"from two sites", "GET", func(q *http.Request) {
			q.Header.Add("Origin", "http://"+q.URL.Host)
			q.Header.Add("Origin", "https://evil.example")
		}, 403},
		{"POST", "POST", nil, 405}, {"PUT", "PUT", nil, 405}, {"DELETE", "DELETE", nil, 405}, {"OPTIONS", "OPTIONS", nil, 405}, {"TRACE", "TRACE", nil, 405},
	} {
		for _, address := range []string{"", ".mentorbook/preview.js"} {
			if status, _ := r.ask(c.method, address, c.change); status != c.want {
				t.Errorf("%s, /%s: %d, want %d", c.name, address, status, c.want)
			}
		}
	}
	if status, _ := r.ask("GET", ".mentorbook/events", func(q *http.Request) { q.Header.Set("Origin", "https://evil.example") }); status != 403 {
		t.Errorf("events for another site: %d", status)
	}
}

func TestOtherMachinesAreLetInOnlyWhenAsked(t *testing.T) {
	t.Parallel()
	name, err := os.Hostname()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		listen, host string
		want         bool
	}{
		{"", "10.1.2.3:4040", false}, {"127.0.0.1", "10.1.2.3", false}, {"localhost", name, false}, {"::1", "[::1]:4040", true},
		{"0.0.0.0", "10.1.2.3:4040", true}, {"0.0.0.0", name + ":4040", true}, {"0.0.0.0", "rebound.example", false},
		{"handbook.intra", "handbook.intra:4040", true}, {"handbook.intra", "other.intra", false},
	} {
		if got := newAllowedHosts(c.listen).allow(c.host); got != c.want {
			t.Errorf("listening on %q, asked as %s: %t", c.listen, c.host, got)
		}
	}
}

func TestEveryAnswerKeepsOthersOut(t *testing.T) {
	t.Parallel()
	r := start(t, smallHandbook(t), nil)
	for _, address := range []string{"", "goals/path.svg", ".mentorbook/preview.js", "nowhere", "robots.txt"} {
		res, err := r.send("GET", address, nil)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		for name, want := range map[string]string{
			"Content-Security-Policy": site.Policy, "X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": "no-cache",
		} {
			if got := res.Header.Get(name); got != want {
				t.Errorf("/%s: %s: %q", address, name, got)
			}
		}
		if got := res.Header.Get("Access-Control-Allow-Origin"); got != "" {
			t.Errorf("/%s: other sites may read it: %q", address, got)
		}
	}
}

func TestATakenPortGivesTheNextFreeOne(t *testing.T) {
	t.Parallel()
	other, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	port := other.Addr().(*net.TCPAddr).Port
	l, taken, err := listen("", port)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if got := l.Addr().(*net.TCPAddr).Port; taken != port || got <= port {
		t.Errorf("port %d, %d said to be taken; it is %d", got, taken, port)
	}
	if _, _, err := listen("192.0.2.7", 0); err == nil || !strings.Contains(err.Error(), "192.0.2.7") {
		t.Errorf("an address that is not ours: %v", err)
	}
}

func TestItEndsWhileStreamsAreOpen(t *testing.T) {
	t.Parallel()
	r := start(t, smallHandbook(t), nil)
	s := r.listen("index.html", "", "")
	s.next("findings")
	if err := r.stop(); err != nil {
		t.Errorf("ended with %v", err)
	}
	for range s.events {
	}
}

func TestAPanicInARequestIsShownAndEndsNothing(t *testing.T) {
	t.Parallel()
	var said []Trouble
	p := newPreview(options(t.TempDir()))
	p.Trouble = func(t Trouble) { said = append(said, t) }
	p.script = nil // a bug, for whoever asks for the script
	server := &running{T: t}
	serve(t, p, server)
	status, body := server.get(".mentorbook/preview.js")
	if status != http.StatusInternalServerError || !strings.Contains(body, "nil pointer") {
		t.Errorf("%d %s", status, body)
	}
	if len(said) != 1 || said[0].Kind != Panicked || !strings.Contains(said[0].Detail, "goroutine") {
		t.Errorf("the owner was told %+v", said)
	}
	if status, _ := server.get("index.html"); status != http.StatusServiceUnavailable { // no handbook was read
		t.Errorf("afterwards: %d", status)
	}
}

func TestHashTellsAMissingPageFromOneThatLooksTheSame(t *testing.T) {
	t.Parallel()
	page := []byte("x" + strconv.Itoa(1))
	if hash(page, 200) == hash(page, 404) || hash(page, 200) != hash([]byte("x1"), 200) {
		t.Error("hashes do not tell")
	}
}
