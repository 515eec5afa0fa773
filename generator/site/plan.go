package site

import (
	"strings"

	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
	"mentorbook/generator/theme"
)

// Plan is everything that the site of a handbook consists of. It may be used
// from several goroutines.
type Plan struct {
	options  Options
	renderer *renderer
	jobs     []job
	at       map[string]int // place in jobs of an address, or of a folder's
}

// A job makes the file of an address. Where it can't be known beforehand how
// many files there are, it makes all those below a folder, and its address
// ends with a slash. It may make none.
type job struct {
	address string
	make    func(w *worker) ([]finding.Finding, error) // nil for a page
	page    *handbook.Page                             // that it makes; nil where it makes anything else
	edition *edition                                   // of the page
}

// do makes a job's files.
func (p *Plan) do(j *job, w *worker) ([]finding.Finding, error) {
	if j.page != nil {
		return p.renderer.page(w, j.edition, j.page)
	}
	return j.make(w)
}

// NewPlan plans the site of a handbook, all of whose editions have a home page.
func NewPlan(book *handbook.Handbook, th *theme.Theme, o Options) *Plan {
	r := newRenderer(book, th)
	r.columns, r.offline = o.Columns, o.Offline
	p := &Plan{options: o, renderer: r, jobs: r.jobs(o)}
	p.at = make(map[string]int, len(p.jobs))
	for i, j := range p.jobs {
		if _, clash := p.at[j.address]; !clash { // two at one address: reported when the handbook was put together
			p.at[j.address] = i
		}
	}
	return p
}

// Rewritten is the plan of the same handbook once nothing but texts of its pages
// have changed: all addresses stand, and what was rendered for whole sections;
// all else is made anew.
func (p *Plan) Rewritten() *Plan {
	r := newRenderer(p.renderer.book, p.renderer.theme)
	r.columns, r.offline = p.renderer.columns, p.renderer.offline
	for i, e := range r.editions {
		e.chrome, e.frames = p.renderer.editions[i].chrome, p.renderer.editions[i].frames
	}
	return &Plan{options: p.options, renderer: r, jobs: r.jobs(p.options), at: p.at}
}

// jobs lists everything there is to make; each job stands alone. Those that take
// long by themselves come first, so that no core waits for them at the end.
func (r *renderer) jobs(o Options) []job {
	n := len(r.book.Assets) + 100
	for _, e := range r.editions {
		n += len(e.Pages) + len(e.Tags) + 10
	}
	jobs := make([]job, 0, n) // at ten thousand pages, growing it would be felt at every save
	for _, e := range r.editions {
		jobs = append(jobs, r.searchJob(e))
	}
	jobs = append(jobs, job{address: "sitemap.xml", make: r.sitemap})
	jobs = append(jobs, r.offlineJobs()...)
	for _, e := range r.editions {
		jobs = r.pageJobs(jobs, e)
	}
	jobs = append(jobs, r.assetJobs(o)...)
	jobs = append(jobs, r.wordJob())
	return append(jobs,
		job{address: "404.html", make: r.notFound},
		job{address: "robots.txt", make: r.robots},
		job{address: "_headers", make: r.headers},
	)
}

// Page returns the page at an address, with its file, its fields and where
// each of them stands; nil where the address is another file's.
func (p *Plan) Page(address string) *handbook.Page {
	if i, ok := p.at[address]; ok {
		return p.jobs[i].page
	}
	return nil
}

// AddressOf returns the address of the page of a file, named as findings name
// it, or "".
func (p *Plan) AddressOf(file string) string {
	for _, j := range p.jobs {
		if j.page != nil && j.page.File == file && !j.page.Fallback {
			return j.address
		}
	}
	return ""
}

// Root is the path of the published site on its host, with slashes around.
func (p *Plan) Root() string { return p.renderer.rootPath() }

// File makes the file of one address, whose bytes are the caller's. It returns nil and no finding where
// the site has none.
func (p *Plan) File(address string) ([]byte, []finding.Finding, error) {
	i, ok := p.at[address]
	for dir := address; !ok && dir != ""; {
		dir = dir[:strings.LastIndexByte(strings.TrimSuffix(dir, "/"), '/')+1]
		i, ok = p.at[dir]
	}
	if !ok || strings.HasSuffix(address, "/") {
		return nil, nil, nil
	}
	var file []byte
	fs, err := p.do(&p.jobs[i], &worker{only: address, put: func(made string, data []byte) error {
		if made == address {
			file = append(make([]byte, 0, len(data)), data...) // not nil, even where it is empty
		}
		return nil
	}})
	return file, fs, err
}
