package handbook

import "mentorbook/generator/source"

// Programme is programme.yaml: the programme and the site's settings.
type Programme struct {
	// Name is what the programme is called, one text or one for each language.
	Name Localised `yaml:"name,required"`
	// Organisation runs the programme, one text or one for each language.
	Organisation Localised `yaml:"organisation"`
	// Coordinator is whom participants turn to.
	Coordinator Coordinator `yaml:"coordinator"`
	// Languages lists the languages of the handbook by their codes (fi, sv, en or any BCP 47 tag). The first
	// one is the default: it is served at the site's root and stands in where a translation is missing.
	Languages []Tag `yaml:"languages"`
	// URL is the address that the site will have, such as https://handbook.example.org/. It is needed for
	// canonical links, the sitemap, feeds and absolute pair links; nothing else depends on it.
	URL URL `yaml:"url"`
	// Season tells one round of the programme from the next, such as 2027.
	Season string `yaml:"season"`
	// Start is the first day of the programme, yyyy-mm-dd. Week 1 is the week that holds it.
	Start Date `yaml:"start"`
	// End is the last day of the programme, yyyy-mm-dd.
	End Date `yaml:"end"`
	// Phases are the stretches of the programme, in order.
	Phases []Phase `yaml:"phases"`
	// Terms are the words that this programme uses, one text or one for each language.
	Terms Terms `yaml:"terms"`
	// Agreement says how the pairs' agreements are published.
	Agreement AgreementSettings `yaml:"agreement"`
	// Edit is the address of the content folder where it can be edited, such as
	// https://git.example.org/handbook/edit/main/content/. Each page then links to its source.
	Edit URL `yaml:"edit"`
	// Theme adjusts the looks.
	Theme ThemeSettings `yaml:"theme"`
	// Offline says whether readers' browsers keep the pages that were opened, for reading without a connection;
	// true unless said otherwise. Pairs' pages are never kept.
	Offline *bool `yaml:"offline"`
	// HTML says what becomes of raw HTML in pages.
	HTML HTMLPolicy `yaml:"html"`

	// Front holds the positions of all the above in programme.yaml.
	Front *source.Node `yaml:"-"`
	// File is where it was read from, for findings.
	File string `yaml:"-"`
	// Flat says that the handbook has one language and no folder for it.
	Flat bool `yaml:"-"`
}

// Coordinator is the person or team that runs the programme.
type Coordinator struct {
	// Name of the person or team, one text or one for each language.
	Name Localised `yaml:"name"`
	// Email address of the person or team.
	Email Email `yaml:"email"`
}

// Phase is a stretch of the programme.
type Phase struct {
	// ID names the phase in a meeting's phase field.
	ID string `yaml:"id,required"`
	// Name of the phase, one text or one for each language.
	Name Localised `yaml:"name,required"`
	// From is when the phase begins: a week of the programme such as week 3, or a date.
	From Moment `yaml:"from,required"`
	// To is when the phase ends: a week of the programme (its last day) such as week 10, or a date.
	To Moment `yaml:"to,required"`
	// Summary says in a sentence what happens in the phase, one text or one for each language.
	Summary Localised `yaml:"summary"`
}

// Terms are the words that a programme uses for its people. What is left out is taken from the interface
// texts of each language.
type Terms struct {
	// Mentor is the word for a mentor.
	Mentor Localised `yaml:"mentor"`
	// Mentee is the word for a mentee.
	Mentee Localised `yaml:"mentee"`
	// Coordinator is the word for the coordinator.
	Coordinator Localised `yaml:"coordinator"`
}

// AgreementSettings say how the pairs' agreements are published.
type AgreementSettings struct {
	// Access is sealed (published encrypted, opened by the pair's link), open (plain pages) or none (not published).
	Access Access `yaml:"access"`
	// Due is the day by which agreements are to be signed, yyyy-mm-dd.
	Due Date `yaml:"due"`
	// Paper is the size of the printed agreement, A4 or Letter.
	Paper Paper `yaml:"paper"`
	// Separator stands between the columns of private/links.csv: comma, semicolon or tab. Without it, it is
	// the one that Excel expects in the first language.
	Separator Separator `yaml:"separator"`
}

// ThemeSettings adjust the looks.
type ThemeSettings struct {
	// Accent is the colour of links and marks, #rrggbb. It is darkened or lightened where contrast asks for it.
	Accent Colour `yaml:"accent"`
	// Logo is an image below content/ that stands in the header.
	Logo string `yaml:"logo"`
}

// Access tells how the pairs' agreements are published.
type Access string

// Values lists what an Access can be; the first is the default.
func (Access) Values() []string { return []string{"sealed", "open", "none"} }

// Paper is a size of paper.
type Paper string

// Values lists what a Paper can be; the first is the default.
func (Paper) Values() []string { return []string{"A4", "Letter"} }

// Separator stands between the columns of a table.
type Separator string

// Values lists what a Separator can be.
func (Separator) Values() []string { return []string{"comma", "semicolon", "tab"} }

// HTMLPolicy tells what becomes of raw HTML in pages.
type HTMLPolicy string

// Values lists what an HTMLPolicy can be; the first is the default.
func (HTMLPolicy) Values() []string { return []string{"safe", "trusted"} }
