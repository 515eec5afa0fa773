// Package preview is mentorbook serve: owners write, and see.
//
// There is no second way to build. The preview runs the stages of
// generator.Build over a warm cache (generator.Prepare), and asks the plan of
// the site for one file when a browser wants it. What a browser gets has the
// bytes that a build would publish, drafts aside; when a page is served one
// script is added to it, which listens for changes (inject.go).
//
// Three things run side by side:
//
//   - a watcher (watch.go, or poll.go where the system can't tell of changes)
//     adds the paths that change to a gathering (gather.go);
//   - one goroutine takes them once they have been quiet for a moment, forgets
//     them in the cache and prepares the handbook anew (update.go);
//   - requests are answered from what was prepared last (answer.go). One that
//     comes while a change is under way waits for it, so that nobody who
//     saves and reloads sees the page as it was.
//
// A browser that shows a page keeps a stream of events open (events.go). It is
// told when that page, and only that page, has other bytes, and what was found
// in the content; templates/assets/js/preview.js does the rest.
//
// For every address the plan knows the page behind it, with its file, its
// kind, its fields and where each of them stands (site.Plan.Page): all that
// editing in the browser would need.
package preview

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"runtime/debug"
	"strconv"
	"sync"
	"time"

	"mentorbook/generator"
	"mentorbook/generator/finding"
	"mentorbook/generator/site"
)

// Options say what is previewed, and where.
type Options struct {
	generator.Options
	Host string // to listen on; "" means this machine only
	Port int    // the first one to try; 0 takes any that is free
	Lang string // of messages: en, fi or sv
	Poll bool   // look for changes now and then instead of being told

	// Ready is called once, when pages can be asked for.
	Ready func(Started)
	// Updated is called after each time the handbook was prepared, from one
	// goroutine at a time.
	Updated func(Update)
	// Trouble is called with what an owner should know about the preview
	// itself; from any goroutine, one at a time.
	Trouble func(Trouble)
}

// Started is how the preview began.
type Started struct {
	URL   string
	Taken int // the port that was asked for and is in use by another program; 0 where it was free
}

// Update is the state of the handbook after a change.
type Update struct {
	Findings []finding.Finding // sorted, with excerpts
	Pages    int
	Failed   bool
	Took     time.Duration // to prepare it
	First    bool
	Err      error // what the system did; the pages are then those of the time before
}

// Trouble is something about the preview that an owner should know.
type Trouble struct {
	Kind   TroubleKind
	Detail string
}

// TroubleKind is a kind of Trouble.
type TroubleKind int

// The kinds of trouble.
const (
	Polling       TroubleKind = iota // the system can't tell of changes; Detail says why
	NetworkFolder                    // the content is on a network drive, which tells nobody of changes
	Panicked                         // a bug; Detail is the message and the stack
)

// ports is how many ports are tried, from the first one on.
const ports = 20

// Serve shows the handbook until ctx ends. An error is what the system did;
// that ctx ended is none.
func Serve(ctx context.Context, o Options) error {
	listener, taken, err := listen(o.Host, o.Port)
	if err != nil {
		return err
	}
	defer tune()()
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	p := newPreview(o)
	defer p.warm.Close()
	if err := p.watch(ctx); err != nil {
		listener.Close()
		return err
	}
	p.update(ctx, changes{all: true})
	server := &http.Server{
		Handler: p.handler(), ReadHeaderTimeout: 10 * time.Second,
		BaseContext: func(net.Listener) context.Context { return ctx }, // streams of events end with it
	}
	var wg sync.WaitGroup
	wg.Go(func() { p.follow(ctx) })
	wg.Go(func() {
		<-ctx.Done()
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
		defer cancel()
		if server.Shutdown(last) != nil {
			server.Close()
		}
	})
	if o.Ready != nil {
		o.Ready(Started{URL: "http://" + address(listener), Taken: taken})
	}
	err = server.Serve(listener)
	stop()
	wg.Wait()
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return fmt.Errorf("serving the preview: %w", err)
}

// tune keeps the memory of a large handbook within bounds: above the soft
// limit the collector works more, not at every doubling of the heap only.
func tune() (restore func()) {
	limit := debug.SetMemoryLimit(400 << 20)
	return func() { debug.SetMemoryLimit(limit) }
}

// listen listens on the first port that is free, and tells which one was not.
func listen(host string, port int) (l net.Listener, taken int, err error) {
	if host == "" {
		host = "127.0.0.1"
	}
	for i := range ports {
		try := port
		if port != 0 {
			try += i
		}
		l, err = net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(try)))
		switch {
		case err == nil && i > 0:
			return l, port, nil
		case err == nil || !inUse(err) || port == 0 || try >= 65535:
			if err != nil {
				return nil, 0, fmt.Errorf("listening on %s: %w", net.JoinHostPort(host, strconv.Itoa(try)), err)
			}
			return l, 0, nil
		}
	}
	return nil, 0, fmt.Errorf("listening on %s: the ports %d to %d are all in use: %w", host, port, port+ports-1, err)
}

// address is where a listener's pages are found from this machine.
func address(l net.Listener) string {
	a := l.Addr().(*net.TCPAddr)
	host := "localhost"
	if !a.IP.IsLoopback() && !a.IP.IsUnspecified() {
		host = a.IP.String()
	}
	return net.JoinHostPort(host, strconv.Itoa(a.Port)) + "/"
}

// preview is the state of one call of Serve.
type preview struct {
	Options
	warm    *generator.Warm
	gather  *gathering
	trouble sync.Mutex // one call of Trouble at a time

	// mu is held for reading while files are made of the plan, for writing while the handbook changes.
	mu       sync.RWMutex
	plan     *site.Plan             // the last one there was; nil until there is one
	pairs    func() (papers, error) // of that plan; nil without a table of pairs
	findings []finding.Finding
	failing  map[string]bool // files with errors
	changed  chan struct{}   // closed when there is a newer state
	files    touched         // files beside the pages

	good   good          // pages as they were without errors
	script *bundle       // what the preview serves of its own
	host   *allowedHosts // that may ask
}

func newPreview(o Options) *preview {
	o.Drafts = true
	return &preview{
		Options: o, warm: generator.NewWarm(), gather: newGathering(), changed: make(chan struct{}),
		script: newBundle(o.Builtin), host: newAllowedHosts(o.Host),
	}
}

// report tells the owner.
func (p *preview) report(t Trouble) {
	p.trouble.Lock()
	defer p.trouble.Unlock()
	if p.Trouble != nil {
		p.Trouble(t)
	}
}

// exists reports whether there is a folder of that name.
func exists(dir string) bool {
	info, err := os.Stat(dir)
	return err == nil && info.IsDir()
}
