package handbook

import "slices"

// Kind is what a page is about; it decides which fields the front matter may have and which template shows it.
type Kind string

// The kinds of page.
const (
	Home          Kind = "home"
	SectionIndex  Kind = "section"
	GoalPage      Kind = "goal"
	RulePage      Kind = "ground-rule"
	MeetingPage   Kind = "meeting"
	RolePage      Kind = "role"
	AgreementPage Kind = "agreement"
	ArticlePage   Kind = "article"
)

// Values lists the kinds.
func (Kind) Values() []string {
	return []string{string(Home), string(SectionIndex), string(GoalPage), string(RulePage), string(MeetingPage), string(RolePage), string(AgreementPage), string(ArticlePage)}
}

// Common holds what the front matter of every kind may say.
type Common struct {
	// Title of the page. A page without one takes its first heading, else its file name.
	Title string `yaml:"title,required"`
	// Summary says in a sentence what the page is for; it stands in lists and in search engines.
	Summary string `yaml:"summary"`
	// Kind overrides the kind that the folder gives.
	Kind Kind `yaml:"kind"`
	// Slug is the last part of the page's address; the file name serves where there is none. On a section's
	// index.md it is the folder's part of the address.
	Slug string `yaml:"slug"`
	// Order sets the page's place in its section: lower numbers first, then pages without one by title.
	Order *float64 `yaml:"order"`
	// Tags group pages across sections.
	Tags []string `yaml:"tags"`
	// Audience names whom the page is for, where it is not for everyone.
	Audience Audience `yaml:"audience"`
	// Updated is the day of the last change of substance, yyyy-mm-dd.
	Updated Date `yaml:"updated"`
	// Draft keeps the page out of what is published.
	Draft bool `yaml:"draft"`
	// Source is the fingerprint of the page that this translation was made from, written by
	// mentorbook translated.
	Source string `yaml:"source"`
	// Aliases are old addresses of the page, below the site's root; each becomes a page that leads here.
	Aliases []string `yaml:"aliases"`
}

// Audience is whom a page is for.
type Audience string

// Values lists what an Audience can be.
func (Audience) Values() []string { return []string{"mentor", "mentee", "owner"} }

// Goal is what the front matter of a goal says besides Common.
type Goal struct {
	// Level says whose goal it is.
	Level Level `yaml:"level"`
	// Measures are the signs by which one sees that the goal is reached.
	Measures []string `yaml:"measures"`
	// Due says when the goal is to be reached, in words such as week 11.
	Due string `yaml:"due"`
}

// Level is whose goal a goal is.
type Level string

// Values lists what a Level can be.
func (Level) Values() []string { return []string{"programme", "mentor", "mentee", "pair"} }

// GroundRule is what the front matter of a ground rule says besides Common.
type GroundRule struct {
	// Question is what the pair settles, such as: How often do we meet?
	Question string `yaml:"question,required"`
	// Answer describes the answer: its type, what it may be and what it is unless the pair says otherwise.
	Answer Answer `yaml:"answer"`
	// Clause is how the answer reads in the agreement; {answer} stands for it.
	Clause string `yaml:"clause"`
	// Agreement says whether the rule is part of the agreement; true unless said otherwise.
	Agreement *bool `yaml:"agreement"`
}

// InAgreement reports whether the rule is part of the agreement.
func (r *GroundRule) InAgreement() bool { return r.Agreement == nil || *r.Agreement }

// Answer describes the answer to a ground rule's question.
type Answer struct {
	// Type of the answer: choice (one option), choices (any number of options), number, text, longtext
	// (several lines), date or yesno.
	Type AnswerType `yaml:"type"`
	// Options to choose from, for choice and choices.
	Options []string `yaml:"options"`
	// Other adds a field for an answer that is not among the options.
	Other bool `yaml:"other"`
	// Unit of a number, such as minutes.
	Unit string `yaml:"unit"`
	// Min is the least a number may be.
	Min *float64 `yaml:"min"`
	// Max is the most a number may be.
	Max *float64 `yaml:"max"`
	// Default is the answer unless the pair says otherwise; for choices a list.
	Default Strings `yaml:"default"`
	// Lines is the room on paper, in lines.
	Lines int `yaml:"lines"`
	// Required says that the agreement is not complete without an answer.
	Required bool `yaml:"required"`
}

// AnswerType is the type of an answer.
type AnswerType string

// Values lists what an AnswerType can be; the first is the default.
func (AnswerType) Values() []string {
	return []string{"text", "choice", "choices", "number", "longtext", "date", "yesno"}
}

// Meeting is what the front matter of a meeting guide says besides Common.
type Meeting struct {
	// Number of the meeting in the series; 0 is a kick-off.
	Number int `yaml:"number,required"`
	// Week of the programme in which it is held, from 1.
	Week int `yaml:"week"`
	// Phase of the programme in which it is held: the id of one of the phases, where there is no week.
	Phase string `yaml:"phase"`
	// Minutes that it lasts.
	Minutes int `yaml:"minutes,required"`
	// Agenda lists its items; their minutes add up to the meeting's.
	Agenda []AgendaItem `yaml:"agenda"`
	// Prepare says who prepares what.
	Prepare Prepare `yaml:"prepare"`
	// Questions to talk about.
	Questions []string `yaml:"questions"`
	// Exercises to do.
	Exercises []string `yaml:"exercises"`
	// Followup says what is done afterwards.
	Followup []string `yaml:"followup"`
	// Goals that the meeting serves: names of goals' files without .md.
	Goals []string `yaml:"goals"`
	// Joint says that everyone meets, not each pair on its own.
	Joint bool `yaml:"joint"`
}

// AgendaItem is one item of a meeting's agenda.
type AgendaItem struct {
	// Minutes that the item takes.
	Minutes int `yaml:"minutes,required"`
	// Topic of the item.
	Topic string `yaml:"topic,required"`
	// Lead is who leads it.
	Lead Lead `yaml:"lead"`
}

// Lead is who leads an item of an agenda.
type Lead string

// Values lists what a Lead can be.
func (Lead) Values() []string { return []string{"mentor", "mentee", "both", "coordinator"} }

// Prepare says who prepares what for a meeting.
type Prepare struct {
	// Both is what everyone prepares.
	Both []string `yaml:"both"`
	// Mentor is what the mentor prepares.
	Mentor []string `yaml:"mentor"`
	// Mentee is what the mentee prepares.
	Mentee []string `yaml:"mentee"`
}

// Role is what the front matter of a role says besides Common.
type Role struct {
	// Responsibilities of the role.
	Responsibilities []string `yaml:"responsibilities"`
	// NotExpected is what nobody may ask of the role.
	NotExpected []string `yaml:"not-expected"`
	// Hours that the role takes, in words such as about 20 hours in six months.
	Hours string `yaml:"hours"`
}

// AgreementFields is what the front matter of the agreement says besides Common.
type AgreementFields struct {
	// Signatures lists who signs, by role.
	Signatures []Party `yaml:"signatures"`
	// Schedule says whether {schedule} lists the joint meetings too.
	Schedule ScheduleScope `yaml:"schedule"`
}

// Party is who signs the agreement.
type Party string

// Values lists what a Party can be.
func (Party) Values() []string { return []string{"mentor", "mentee", "coordinator"} }

// ScheduleScope is what the agreement's schedule lists.
type ScheduleScope string

// Values lists what a ScheduleScope can be; the first is the default.
func (ScheduleScope) Values() []string { return []string{"pair", "all"} }

// Valid reports whether a text names a kind.
func (k Kind) Valid() bool { return slices.Contains(k.Values(), string(k)) }
