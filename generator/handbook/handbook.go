// Package handbook is the domain: a mentoring programme's handbook, its pages
// and how they belong together.
//
// A page is made in two steps. ParsePage reads one file by itself: its front
// matter into the fields of its kind, its body into a markdown.Document. The
// result is Parsed; it depends on the file alone, so it can be cached and made
// on any core. Assemble then puts all Parsed pages together: one Edition for
// each language, with sections, addresses, links, neighbours and relations.
// Neither step changes what it was given.
//
// A pair never enters a Handbook: what is published cannot leak one.
package handbook

import (
	"mentorbook/generator/markdown"
	"mentorbook/generator/source"
)

// Handbook is the whole of it, checked and linked.
type Handbook struct {
	Programme *Programme
	Editions  []*Edition // one for each language, the default first
	Assets    []*Asset   // files beside the pages, by path

	assembly *assembly // that made it
}

// Default returns the edition in the default language.
func (h *Handbook) Default() *Edition { return h.Editions[0] }

// Edition is the handbook in one language.
type Edition struct {
	Lang Tag
	Base string // of its addresses: "" for the default language, else "sv/"
	Home *Page  // made up where neither language has an index.md
	Root *Section

	Pages    []*Page    // all, in the order of the site
	Sections []*Section // all but Root, in the order of the site
	Goals    []*Page
	Rules    []*Page
	Meetings []*Page // by number
	Roles    []*Page
	// Agreement is the agreement's page, or nil.
	Agreement *Page
	Tags      []*Tagged // in the language's order

	programme string           // its name
	all       []Page           // sorted by Rel; made-up ones are only in byPath
	byPath    map[string]*Page // by Rel
	byDir     map[string]*Section
	byTag     map[string]*Tagged
}

// Page returns the page whose source has the path below the language folder, or nil.
func (e *Edition) Page(rel string) *Page { return e.byPath[rel] }

// Tagged returns a tag, or nil.
func (e *Edition) Tagged(name string) *Tagged { return e.byTag[name] }

// Tagged is a tag and the pages that have it.
type Tagged struct {
	Name    string
	Address string
	Pages   []*Page
}

// Section is a folder of pages.
type Section struct {
	Dir      string // below the language folder, "" for the root
	Address  string // folder of its pages' addresses: "" or ending with a slash
	Index    *Page  // the section's own page; made up where there is no index.md
	Pages    []*Page
	Sections []*Section
	Parent   *Section // nil for the root
}

// Parsed is a page as its file alone tells it.
type Parsed struct {
	File string // place for findings: content/en/goals/trust.md
	Lang Tag    // of its text
	Rel  string // path below the language folder: goals/trust.md
	Hash string // fingerprint of the file
	Kind Kind
	Common
	// One of these is set, by Kind; none for home, section and article.
	Goal      *Goal
	Rule      *GroundRule
	Meeting   *Meeting
	Role      *Role
	Agreement *AgreementFields

	Doc    *markdown.Document
	Broken bool         // the file could not be read as it should; its fields and headings are unknown
	Front  *source.Node // positions of the fields; nil where there is no front matter

	alone alone
}

// Page is a page in its place: a Parsed page under an address of an edition.
type Page struct {
	*Parsed
	Edition  *Edition
	Section  *Section // that it stands in; of an index page, the section it heads
	ID       string   // file name without .md; of an index page, the folder's name
	Address  string   // below the site's root, as in sv/mal/fortroende.html
	Fallback bool     // its text is the default language's, since there is no translation

	HeadingIDs []string      // final ids, one for each of Doc.Headings
	Links      []LinkTarget  // one for each of Doc.Links
	Images     []ImageTarget // one for each of Doc.Images

	Prev, Next *Page
	Goals      []*Page // that a meeting serves
	Meetings   []*Page // that serve a goal
}

// IsIndex reports whether the page heads a section (or is the home page).
func (p *Page) IsIndex() bool { return isIndex(p.Rel) }

// LinkTarget is where a link of a page leads: a page, an asset, or an address outside.
type LinkTarget struct {
	Page     *Page
	Asset    *Asset
	Fragment string // with no #
	Outside  string // the address as written; set where Page and Asset are nil
}

// ImageTarget is the file of an image, or an address outside the handbook.
type ImageTarget struct {
	Asset   *Asset
	Outside string
}

// Asset is a file that is published beside the pages.
type Asset struct {
	Entry         source.Entry // below content/
	Path          string       // below content/: fi/goals/path.png
	Address       string       // below the site's root
	Width, Height int          // of an image in pixels; 0 where unknown
}
