package site

import (
	"html/template"
)

// The types of this file are what templates see. A field that a template
// names is part of the theme's contract: docs/themes.md is made from here.
// Every Href is relative to the page that shows it, ready for an attribute.

// View is the dot of every page template.
type View struct {
	Site *Site
	// Lang is the language of the interface and of the address; TextLang is the language of the page's own
	// text, another one where a translation is missing (then Fallback is true).
	Lang, TextLang string
	Fallback       bool
	// Template that shows the page: home, section, goal, ground-rule, meeting, role, agreement, article, tag, tags, not-found.
	Template string
	// Path of the page's source below content/<lang>/, or "".
	Path string
	// Root leads from the page to the site's root: "", "../", "../../" …; in 404.html it is absolute.
	Root string
	// Home leads to the home page of the language.
	Home string

	Title, Summary string
	// HeadTitle is the text of <title>.
	HeadTitle string
	// LongTitle is a class, long-title or longer-title, where a word of the title has more than 11 or 16 letters; else "".
	LongTitle string
	Audience  string // mentor, mentee, owner or ""
	Draft     bool
	Content   template.HTML // the page's Markdown, rendered
	ForRoles  bool          // it has passages for one role
	Contents  template.HTML // its table of contents as nested lists: h2 with their h3; "" where there is none

	// What the pages of a section share is rendered once for them all, from the partial of that name.
	Head        template.HTML // partials/head.html: style sheet, scripts, icon
	Search      template.HTML // partials/search.html: the button that opens the search
	Menu        template.HTML // partials/menu.html: the header's menu
	SectionList template.HTML // partials/section-list.html: the list of the section's pages
	Breadcrumbs template.HTML // partials/breadcrumbs.html: from the home page to the section
	Footer      template.HTML // partials/footer.html
	Prev, Next  *Link         // neighbours within the section
	Tags        []Link
	Languages   []LanguageLink // the same page in every language; empty where the handbook has one language
	Canonical   string         // absolute address, or "" where programme.yaml has no url
	Alternates  []Alternate    // absolute addresses for hreflang; empty without url
	Updated     string         // yyyy-mm-dd or ""
	Edit        string         // address where the source can be edited, or ""
	NoIndex     bool

	// One of these is set, by Template.
	HomePage  *HomeView
	Section   *SectionView
	Goal      *GoalView
	Rule      *RuleView
	Meeting   *MeetingView
	Role      *RoleView
	Agreement *AgreementView
	Tag       *TagView     // tag
	AllTags   []TagCount   // tags
	Offline   *OfflineView // offline
	NotFound  []Link       // not-found: the sections and pages at the top
	Sealed    *SealedView
	PairList  []Link // pairs: every pair's agreement, where they are open
}

// TextIn is the attribute that says which language the page's own text is in,
// where it is not the interface's: put it, as it is, into the tag around such
// text.
func (v *View) TextIn() template.HTMLAttr {
	if !v.Fallback {
		return ""
	}
	return template.HTMLAttr(` lang="` + template.HTMLEscapeString(v.TextLang) + `"`) // escaped here
}

// OfflineView is the page about reading without a connection.
type OfflineView struct {
	List string // address of the list of all files of the language
	Core string // JSON: the files that stay when the rest is removed
	Size string // of them all in megabytes, roughly
}

// Site is what all pages of a language share.
type Site struct {
	Name, Organisation string
	Coordinator        Coordinator
	Season             string
	Start, End         string // yyyy-mm-dd or ""
	Terms              Terms
	Logo               string // address below the site's root, or ""
	LogoWidth          int    // pixels; 0 where unknown
	LogoHeight         int
	Stylesheet         string // addresses below the site's root
	Script             string
	AgreementScript    string
	SealedScript       string
	SearchScript       string // loaded when the search is first opened
	SearchStyle        string
	SearchIndex        string
	Icon               string
	DefaultLang        string
	AgreementDue       string // yyyy-mm-dd or ""
}

// Coordinator is whom participants turn to.
type Coordinator struct{ Name, Email string }

// Terms are the programme's words for its people, in the page's language.
type Terms struct{ Mentor, Mentee, Coordinator string }

// Link leads to a page.
type Link struct {
	Href, Title string
	Summary     string
	Kind        string
	Lang        string // set where the title is in another language than the page
}

// LanguageLink leads to the same page in a language.
type LanguageLink struct {
	Lang, Name, Href string // Name is in that language: suomi, svenska, English
	Current          bool
	Missing          bool // there is no translation; the page shows the default language's text
}

// Alternate is the absolute address of the same page in a language.
type Alternate struct{ Lang, Href string }

// FrameView is the dot of partials/head.html, partials/search.html and partials/footer.html.
type FrameView struct {
	Site *Site
	Root string // leads to the site's root
	Feed string // address of the language's feed, or ""
	// Offline leads to the page about reading offline, Manifest to the manifest of the handbook as an
	// application; both are "" where programme.yaml switches it off.
	Offline, Manifest string
	// Booklet leads to print.html, the whole handbook for printing, or is "" where the handbook is too large.
	Booklet string
	// Links lead to single pages that the menu has no room for, such as those on privacy and accessibility;
	// the footer lists them.
	Links []Link
}

// MenuView is the dot of partials/menu.html: the header's menu.
type MenuView struct {
	Items []MenuItem
	More  []MenuItem // where there are more sections than the header has room for
}

// MenuItem is an entry of the menu or of a section's list. Current is
// the attribute that marks the page one is on: put it into the <a> tag as it is.
type MenuItem struct {
	Href, Title string
	Kind        string
	Label       string // a meeting's number, where it has one
	Here        bool   // the section that the page stands in (menus only)
	Current     template.HTMLAttr
	Lang        string // set where the title is in another language
}

// SectionListView is the dot of partials/section-list.html.
type SectionListView struct {
	Title string
	Index MenuItem // the section's own page
	Items []MenuItem
	All   int // how many pages the section has, where Items are only some of them
}

// HomeView shows the programme at a glance.
type HomeView struct {
	Goals     []GoalCard
	Rules     []RuleCard
	Meetings  []MeetingCard
	Phases    []PhaseView
	Roles     []Link
	Sections  []Link // other sections and pages at the top
	Agreement *Link
	GoalIndex *Link // the sections' own pages
	RuleIndex *Link
	MeetIndex *Link
	RoleIndex *Link
	Weeks     int // the programme's length in weeks; 0 where dates are missing
}

// SectionView is a section's page. Lists of the kinds that the section holds are filled; Pages holds all of it.
type SectionView struct {
	Pages    []Link
	Cards    template.HTML // Pages, each through partials/card.html
	Goals    []GoalCard
	Rules    []RuleCard
	Meetings []MeetingCard
	Phases   []PhaseView
}

// GoalCard is a goal in a list.
type GoalCard struct {
	Link
	Level    string // programme, mentor, mentee, pair or ""
	Meetings []MeetingCard
}

// RuleCard is a ground rule in a list, as question and answer.
type RuleCard struct {
	Link
	Question, Answer string // Answer is the default, as text, or ""
	InAgreement      bool
}

// MeetingCard is a meeting in a list or on the timeline.
type MeetingCard struct {
	Link
	Number  int
	Minutes int
	Week    int    // of the programme, 0 where unknown
	Date    string // yyyy-mm-dd of that week's first day, or ""
	Phase   string // name of the phase, or ""
	PhaseID string
	Joint   bool
	Offset  string // place on the programme's timeline in per cent, such as 12.5
	Goals   []Link
}

// PhaseView is a stretch of the programme's timeline.
type PhaseView struct {
	ID, Name, Summary string
	From, To          string // yyyy-mm-dd or ""
	FromWeek, ToWeek  int    // of the programme; 0 where unknown
	Start, Width      string // on the timeline, in per cent
	Room              string // how wide a screen has room for the name there: "" for any that shows names, wide, widest, none
	Meetings          []MeetingCard
}

// GoalView is a goal's page.
type GoalView struct {
	Level    string
	Measures []string
	Due      string
	Meetings []MeetingCard // that serve it
}

// RuleView is a ground rule's page.
type RuleView struct {
	Question    string
	Answer      AnswerView
	Clause      template.HTML // the clause with the default answer marked, or ""
	InAgreement bool
	Agreement   *Link
}

// AnswerView is a ground rule's answer: what it may be and what it is by default.
type AnswerView struct {
	Type     string // choice, choices, number, text, longtext, date, yesno
	Options  []OptionView
	Other    bool
	Unit     string
	Min, Max string
	Default  string // as text, or ""
	Required bool
	Lines    int
}

// OptionView is an option of a choice.
type OptionView struct {
	Text    string
	Default bool
}

// MeetingView is a meeting guide's page.
type MeetingView struct {
	MeetingCard
	Agenda    []AgendaView
	Prepare   PrepareView
	Questions []string
	Exercises []string
	Followup  []string
	Earlier   *MeetingCard // the meeting before this one in the series
	Later     *MeetingCard // the meeting after it
}

// AgendaView is an item of an agenda, to scale.
type AgendaView struct {
	Minutes    int
	From, To   int // minutes from the meeting's start
	Topic      string
	Lead       string // mentor, mentee, both, coordinator or ""
	Percent    string // of the meeting's length, such as 16.67
	PercentSum string // of all the items before it
}

// PrepareView says who prepares what.
type PrepareView struct{ Both, Mentor, Mentee []string }

// RoleView is a role's page.
type RoleView struct {
	Responsibilities, NotExpected []string
	Hours                         string
}

// AgreementView is the agreement; its text, with the fields, is the View's Content.
type AgreementView struct {
	Due      string // yyyy-mm-dd or ""
	Revision string // short hash of what the agreement is made of
	UID      string // tells its meetings from all others in a calendar
	Foot     string // programme, season, pair and revision in a line
	PDF      string // leads to the same agreement as a PDF, or ""
	Pair     string // whose agreement it is, by their names; "" of the blank one
	Words    string // address, below the site's root, of what its second script says
}

// SealedView is a page that only its key opens.
type SealedView struct {
	// Name and Check are what the key must fit, Version is that of the form; Text is what is sealed, in base64.
	Name, Check string
	Version     int
	Text        string
}

// TagView is the list of the pages with a tag.
type TagView struct {
	Name  string
	Pages []Link
	Cards template.HTML // Pages, each through partials/tag-card.html
}

// TagCount is a tag and how many pages have it.
type TagCount struct {
	Link
	Count int
}

// Redirect is the dot of redirect.html: a page at an old address.
type Redirect struct {
	Lang, Href, Canonical, Title string
	Site                         *Site
	Root                         string
}
