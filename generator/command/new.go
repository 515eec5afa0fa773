package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"mentorbook/generator"
	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
)

var (
	newShort  = texts{"Makes a new page, in every language", "Tekee uuden sivun joka kielellä", "Gör en ny sida, på varje språk"}
	newArgs   = texts{"name the kind of page and its title", "anna sivun laji ja otsikko", "ange sidans slag och titel"}
	newKinds  = texts{"the kinds are: %s", "lajit ovat: %s", "slagen är: %s"}
	newNoKind = texts{"there is no kind of page %s", "sivulajia %s ei ole", "det finns inget slags sida %s"}
	newExists = texts{"%s is there already", "%s on jo olemassa", "%s finns redan"}
	newOther  = texts{"choose another name with --name", "valitse toinen nimi valitsimella --name", "välj ett annat namn med --name"}
	newName   = texts{"file name without .md (made from the title)", "tiedoston nimi ilman .md-päätettä (otsikosta)", "filnamn utan .md (görs av titeln)"}
	newFolder = texts{"folder below the language's (that of the kind)", "kansio kielikansion alla (lajin oma)", "mapp under språkets mapp (slagets egen)"}
	newNoName = texts{"no file name can be made from the title %s", "otsikosta %s ei saa tiedoston nimeä", "det går inte att göra ett filnamn av titeln %s"}
	newDraft  = texts{
		"The pages are drafts: remove draft: true when they may be published.\n",
		"Sivut ovat luonnoksia: poista rivi draft: true, kun ne saa julkaista.\n",
		"Sidorna är utkast: ta bort draft: true när de får publiceras.\n",
	}
	newBadFolder = texts{"%s is not a folder below the language's folder", "%s ei ole kansio kielikansion alla", "%s är ingen mapp under språkets mapp"}
)

// kindFolders are where pages of a kind lie, in the order of the help.
var kindFolders = []struct{ kind, folder string }{
	{"goal", "goals"}, {"ground-rule", "ground-rules"}, {"meeting", "meetings"}, {"role", "roles"}, {"article", "articles"}, {"section", ""},
}

func kindNames() []string {
	var names []string
	for _, k := range kindFolders {
		names = append(names, k.kind)
	}
	return names
}

func (p *program) newCommand() *cobra.Command {
	var name, folder string
	c := &cobra.Command{
		Use: "new KIND TITLE", Short: p.say(newShort), Args: p.exactly(2, newArgs), ValidArgs: kindNames(),
		Long:    p.say(newShort) + ". " + p.say(newKinds, strings.Join(kindNames(), ", ")) + ".",
		Example: "  mentorbook new goal \"Speak in public\"\n  mentorbook new meeting \"Visit to a workplace\" --name workplace",
		RunE:    func(_ *cobra.Command, args []string) error { return p.newPage(args[0], args[1], name, folder) },
	}
	c.Flags().StringVar(&name, "name", "", p.say(newName))
	c.Flags().StringVar(&folder, "folder", "", p.say(newFolder))
	return c
}

func (p *program) newPage(kind, title, name, folder string) error {
	if !slices.Contains(kindNames(), kind) {
		hint := p.say(newKinds, strings.Join(kindNames(), ", "))
		if near := finding.Nearest(kind, kindNames()); near != "" {
			hint = p.say(didYouMean, near)
		}
		return p.wrongUse(p.say(newNoKind, kind), hint)
	}
	file, err := p.newFile(kind, title, name, folder)
	if err != nil {
		return err
	}
	o := p.options()
	plan, fs, err := generator.Plan(o)
	if err != nil {
		return err
	}
	if plan == nil {
		p.show(p.Stderr, fs, o)
		return errContent
	}
	return p.writePages(o, plan, kind, title, file)
}

// newFile is the new page's path below the language's folder.
func (p *program) newFile(kind, title, name, folder string) (string, error) {
	if name == "" {
		name = handbook.Slug(title)
	}
	if name == "" || name != handbook.Slug(name) {
		return "", p.wrongUse(p.say(newNoName, title), p.say(newOther))
	}
	for _, k := range kindFolders {
		if k.kind == kind && folder == "" {
			folder = k.folder
		}
	}
	if folder != "" && (path.Clean(folder) != folder || !fs.ValidPath(folder)) {
		return "", p.wrongUse(p.say(newBadFolder, folder), "")
	}
	if kind == "section" {
		return path.Join(folder, name, "index.md"), nil
	}
	return path.Join(folder, name+".md"), nil
}

// writePages checks that nothing is in the way before it writes the first page.
func (p *program) writePages(o generator.Options, plan *generator.NewPlan, kind, title, file string) error {
	var names []string
	for _, lang := range plan.Languages {
		name := filepath.Join(o.Content, lang, filepath.FromSlash(file))
		if plan.Flat {
			name = filepath.Join(o.Content, filepath.FromSlash(file))
		}
		if _, err := os.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
			return p.wrongUse(p.say(newExists, filepath.ToSlash(name)), p.say(newOther))
		}
		names = append(names, name)
	}
	for i, name := range names {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return fmt.Errorf("making a folder for the new page: %w", err)
		}
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if err != nil {
			return fmt.Errorf("writing the new page: %w", err)
		}
		_, err = f.WriteString(skeleton(kind, title, plan.Languages[i], plan))
		if err := errors.Join(err, f.Close()); err != nil {
			return fmt.Errorf("writing the new page: %w", err)
		}
		fmt.Fprintln(p.Stdout, filepath.ToSlash(name))
	}
	if !p.quiet {
		fmt.Fprint(p.Stderr, p.say(newDraft))
	}
	return nil
}

// skeleton is a new page: every field of its kind, with a value that makes
// sense and is meant to be changed.
func skeleton(kind, title, lang string, plan *generator.NewPlan) string {
	w := pageWords[lang]
	if w == nil {
		w = pageWords["en"]
	}
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("---\ntitle: %s\nsummary: %s\ndraft: true", strconv.Quote(title), strconv.Quote(w["summary"]))
	switch kind {
	case "goal":
		line("level: mentee # programme, mentor, mentee, pair\nmeasures:\n  - %s", w["measure"])
	case "ground-rule":
		line("question: %s\nanswer:\n  type: text # choice, choices, number, text, longtext, date, yesno\n  default: \"\"\nclause: %s", strconv.Quote(w["question"]), strconv.Quote(w["clause"]))
	case "meeting":
		line("number: %d\nweek: %d\nminutes: 60\nagenda:", plan.NextNumber, plan.NextWeek)
		line("  - {minutes: 10, topic: %s, lead: both}\n  - {minutes: 40, topic: %s, lead: mentee}\n  - {minutes: 10, topic: %s, lead: both}", strconv.Quote(w["since"]), strconv.Quote(title), strconv.Quote(w["steps"]))
		line("prepare:\n  mentor: []\n  mentee: []\nquestions: []\nexercises: []\nfollowup: []\ngoals: []")
	case "role":
		line("responsibilities: []\nnot-expected: []\nhours: \"\"")
	}
	line("---\n\n%s", w["body"])
	return b.String()
}

// pageWords are the texts of new pages, in the page's language.
var pageWords = map[string]map[string]string{
	"en": {
		"summary": "What this page is for, in one sentence.", "measure": "How one notices that the goal is reached", "question": "What do we agree on?", "clause": "We agree: {answer}.",
		"since": "What has happened since last time", "steps": "Next steps", "body": "Write here.",
	},
	"fi": {
		"summary": "Mitä varten sivu on, yhdellä virkkeellä.", "measure": "Mistä huomaa, että tavoite on saavutettu", "question": "Mitä sovimme?", "clause": "Sovimme: {answer}.",
		"since": "Mitä on tapahtunut viime kerran jälkeen", "steps": "Seuraavat askeleet", "body": "Kirjoita tähän.",
	},
	"sv": {
		"summary": "Vad sidan är till för, i en mening.", "measure": "Hur man märker att målet är nått", "question": "Vad kommer vi överens om?", "clause": "Vi kommer överens om: {answer}.",
		"since": "Vad som har hänt sedan sist", "steps": "Nästa steg", "body": "Skriv här.",
	},
}
