package command

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

var (
	initShort     = texts{"Starts a new handbook from the starter", "Aloittaa uuden käsikirjan mallista", "Börjar en ny handbok från exemplet"}
	initOne       = texts{"name the new folder", "nimeä uusi kansio", "ange den nya mappen"}
	initLanguages = texts{"languages, the first is the default", "kielet, ensimmäinen on oletus", "språk, det första är standard"}
	initTheme     = texts{"also copy the theme, to change it", "kopioi myös ulkoasu muokattavaksi", "kopiera även utseendet, för att ändra det"}
	initInTheWay  = texts{"%s has files already: %s", "kansiossa %s on jo tiedostoja: %s", "%s har redan filer: %s"}
	initHint      = texts{"name a new or an empty folder", "anna uusi tai tyhjä kansio", "ange en ny eller tom mapp"}
	initNoLang    = texts{"the starter has no language %s", "mallissa ei ole kieltä %s", "exemplet har inget språk %s"}
	initHasLangs  = texts{"it has fi, sv and en", "siinä on fi, sv ja en", "det har fi, sv och en"}
	initDone      = texts{
		"A new handbook is in %s.\nNext: change programme.yaml and the pages in content, then run: mentorbook build -C %s\n",
		"Uusi käsikirja on kansiossa %s.\nSeuraavaksi: muokkaa tiedostoa programme.yaml ja kansion content sivuja, ja aja: mentorbook build -C %s\n",
		"En ny handbok finns i %s.\nHärnäst: ändra programme.yaml och sidorna i content, och kör: mentorbook build -C %s\n",
	}
)

// starterLanguages are those of the starter; its translations are made from the first.
var starterLanguages = []string{"en", "fi", "sv"}

// ignored keeps what is personal, and what is made anew, out of git.
const ignored = `# Personal data: tables of pairs, the pairs' papers, the secret of their links.
/content/pairs.csv
/content/pairs.xlsx
/content/pairs.*
!/content/pairs.example.csv
/content/~$*
/private/
/.mentorbook/
# Made by mentorbook build.
/public/
`

const ownerReadme = `# Our mentoring handbook

    mentorbook build     makes the site in public/
    mentorbook check     finds mistakes

Write in content/: programme.yaml holds the programme's name, dates and people, the folders fi, sv and en hold the pages.
Put the folder public/ on any web space. Keep private/ and content/pairs.csv to yourself: they hold personal data.

Suomeksi: kirjoita kansioon content/, aja mentorbook build ja julkaise kansio public/. Älä julkaise kansiota private/.

På svenska: skriv i content/, kör mentorbook build och publicera mappen public/. Publicera inte private/.
`

func (p *program) initCommand() *cobra.Command {
	var langs []string
	var withTheme bool
	c := &cobra.Command{
		Use: "init DIR", Short: p.say(initShort), Args: p.exactly(1, initOne),
		Example: "  mentorbook init handbook\n  mentorbook init handbook --languages en,fi",
		RunE:    func(_ *cobra.Command, args []string) error { return p.init(args[0], langs, withTheme) },
	}
	c.Flags().StringSliceVar(&langs, "languages", starterLanguages, p.say(initLanguages))
	c.Flags().BoolVar(&withTheme, "theme", false, p.say(initTheme))
	return c
}

func (p *program) init(dir string, langs []string, withTheme bool) error {
	for _, l := range langs {
		if !slices.Contains(starterLanguages, l) {
			return p.wrongUse(p.say(initNoLang, l), p.say(initHasLangs))
		}
	}
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(p.dir, dir)
	}
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("looking at %s: %w", dir, err)
	}
	if len(entries) > 0 {
		var names []string
		for _, e := range entries[:min(len(entries), 5)] {
			names = append(names, e.Name())
		}
		return p.wrongUse(p.say(initInTheWay, dir, strings.Join(names, ", ")), p.say(initHint))
	}
	if err := p.writeStarter(dir, langs, withTheme); err != nil {
		return err
	}
	if !p.quiet {
		fmt.Fprint(p.Stderr, p.say(initDone, filepath.ToSlash(dir), filepath.ToSlash(dir)))
	}
	return nil
}

// writeStarter writes the new handbook beside its place and then renames it,
// so that it is there whole or not at all.
func (p *program) writeStarter(dir string, langs []string, withTheme bool) (err error) {
	parent := filepath.Dir(dir)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return fmt.Errorf("making the folder %s: %w", parent, err)
	}
	temp, err := os.MkdirTemp(parent, ".mentorbook-init-*")
	if err != nil {
		return fmt.Errorf("making the folder %s: %w", dir, err)
	}
	defer func() {
		if err != nil {
			os.RemoveAll(temp)
		}
	}()
	keep := func(name string) bool {
		lang, _, nested := strings.Cut(name, "/")
		return !nested || slices.Contains(langs, lang)
	}
	edit := func(data []byte) []byte { return data }
	if langs[0] != starterLanguages[0] { // another language is the original now
		edit = func(data []byte) []byte { return sourceLine.ReplaceAll(data, nil) }
	}
	if err := copyTree(p.Starter, filepath.Join(temp, "content"), keep, edit); err != nil {
		return err
	}
	if withTheme {
		if err := copyTree(p.Theme, filepath.Join(temp, "templates"), func(string) bool { return true }, func(data []byte) []byte { return data }); err != nil {
			return err
		}
	}
	if err := keepExamples(filepath.Join(temp, "content", "pairs.example.csv"), langs); err != nil {
		return err
	}
	settings := filepath.Join(temp, "content", "programme.yaml")
	data, err := os.ReadFile(settings)
	if err != nil {
		return fmt.Errorf("writing the starter: %w", err)
	}
	for name, text := range map[string][]byte{
		settings: setLanguages(data, langs), filepath.Join(temp, ".gitignore"): []byte(ignored), filepath.Join(temp, "README.md"): []byte(ownerReadme),
	} {
		if err := os.WriteFile(name, text, 0o644); err != nil {
			return fmt.Errorf("writing the starter: %w", err)
		}
	}
	if err := os.Chmod(temp, 0o755); err != nil {
		return fmt.Errorf("writing the starter: %w", err)
	}
	os.Remove(dir) // an empty folder would be in the way of the rename
	if err := os.Rename(temp, dir); err != nil {
		return fmt.Errorf("making the folder %s: %w", dir, err)
	}
	return nil
}

func copyTree(from fs.FS, to string, keep func(name string) bool, edit func(data []byte) []byte) error {
	return fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !keep(name) {
			return err
		}
		data, err := fs.ReadFile(from, name)
		if err != nil {
			return fmt.Errorf("reading the starter: %w", err)
		}
		target := filepath.Join(to, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return fmt.Errorf("writing the starter: %w", err)
		}
		if err := os.WriteFile(target, edit(data), 0o644); err != nil {
			return fmt.Errorf("writing the starter: %w", err)
		}
		return nil
	})
}

// keepExamples leaves the example pairs of the new handbook's languages. Each
// stands on one line, with its language between semicolons.
func keepExamples(name string, langs []string) error {
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("writing the example pairs: %w", err)
	}
	lines := strings.SplitAfter(string(data), "\n")
	kept := lines[:1]
	for _, line := range lines[1:] {
		if slices.ContainsFunc(langs, func(l string) bool { return strings.Contains(line, ";"+l+";") }) {
			kept = append(kept, line)
		}
	}
	if err := os.WriteFile(name, []byte(strings.Join(kept, "")), 0o644); err != nil {
		return fmt.Errorf("writing the example pairs: %w", err)
	}
	return nil
}

var (
	sourceLine    = regexp.MustCompile(`(?m)^source: "[0-9a-f]{16}"\n`)
	languagesLine = regexp.MustCompile(`(?m)^languages: \[.*\]`)
	blockText     = regexp.MustCompile(`^(\s+)(fi|sv|en): `)
	flowText      = regexp.MustCompile(`,? ?\b(fi|sv|en): [^,{}]+`)
)

// setLanguages edits the starter's programme.yaml: the list of languages, and
// the texts in languages that the new handbook does not have. Comments stay.
func setLanguages(data []byte, langs []string) []byte {
	data = languagesLine.ReplaceAll(data, []byte("languages: ["+strings.Join(langs, ", ")+"]"))
	var out [][]byte
	for _, line := range bytes.Split(data, []byte("\n")) {
		if m := blockText.FindSubmatch(line); m != nil && !slices.Contains(langs, string(m[2])) {
			continue
		}
		if before, flow, ok := bytes.Cut(line, []byte("{")); ok && !bytes.HasPrefix(bytes.TrimSpace(line), []byte("#")) {
			flow = flowText.ReplaceAllFunc(flow, func(pair []byte) []byte {
				if slices.Contains(langs, string(flowText.FindSubmatch(pair)[1])) {
					return pair
				}
				return nil
			})
			line = append(append(before, '{'), bytes.TrimLeft(flow, ", ")...)
		}
		out = append(out, line)
	}
	return bytes.Join(out, []byte("\n"))
}
