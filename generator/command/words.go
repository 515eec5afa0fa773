package command

import (
	"strings"

	"github.com/spf13/cobra"
)

// What the command line says about itself, whatever the subcommand.
var (
	rootShort = texts{
		"Turns a folder of Markdown into the handbook of a mentoring programme",
		"Tekee Markdown-kansiosta mentorointiohjelman käsikirjan",
		"Gör en mapp med Markdown till ett mentorprograms handbok",
	}
	flagDir        = texts{"folder of the handbook", "käsikirjan kansio", "handbokens mapp"}
	flagContent    = texts{"content folder (content)", "sisältökansio (content)", "innehållsmapp (content)"}
	flagTemplates  = texts{"templates folder (templates)", "sivupohjien kansio (templates)", "mapp med mallar (templates)"}
	flagOut        = texts{"output folder (public)", "tuloskansio (public)", "utdatamapp (public)"}
	flagFormat     = texts{"form of the findings: text, json or github", "löydösten muoto: text, json tai github", "fyndens form: text, json eller github"}
	flagStrict     = texts{"treat warnings as errors", "pidä varoituksia virheinä", "behandla varningar som fel"}
	flagQuiet      = texts{"say nothing but errors", "kerro vain virheistä", "säg inget utom fel"}
	flagLang       = texts{"language of messages: en, fi or sv", "viestien kieli: en, fi tai sv", "meddelandenas språk: en, fi eller sv"}
	flagHelp       = texts{"show help", "näytä ohje", "visa hjälp"}
	badFormat      = texts{"there is no format %s", "muotoa %s ei ole", "det finns inget format %s"}
	badDir         = texts{"there is no folder %s", "kansiota %s ei ole", "det finns ingen mapp %s"}
	badDirHint     = texts{"name the handbook's folder with -C", "anna käsikirjan kansio valitsimella -C", "ange handbokens mapp med -C"}
	noCommand      = texts{"there is no command %s", "komentoa %s ei ole", "det finns inget kommando %s"}
	commandsAre    = texts{"the commands are: %s", "komennot ovat: %s", "kommandona är: %s"}
	didYouMean     = texts{"did you mean %s?", "tarkoititko %s?", "menade du %s?"}
	seeHelp        = texts{"mentorbook help lists the flags", "mentorbook help luettelee valitsimet", "mentorbook help räknar upp flaggorna"}
	noFlag         = texts{"there is no flag %s", "valitsinta %s ei ole", "det finns ingen flagga %s"}
	flagNeedsValue = texts{"the flag %s needs a value", "valitsin %s tarvitsee arvon", "flaggan %s behöver ett värde"}
	flagBadValue   = texts{"the flag %s can't be '%s'", "valitsin %s ei voi olla '%s'", "flaggan %s kan inte vara '%s'"}
	usageIs        = texts{"write it as: %s", "kirjoita: %s", "skriv: %s"}
	hintWord       = texts{"hint", "vihje", "tips"}
	noArguments    = texts{"this command takes no arguments", "tälle komennolle ei anneta muuta", "det här kommandot tar inga argument"}

	headUsage    = texts{"Usage:", "Käyttö:", "Användning:"}
	headCommands = texts{"Commands:", "Komennot:", "Kommandon:"}
	headFlags    = texts{"Flags:", "Valitsimet:", "Flaggor:"}
	headGlobal   = texts{"Common flags:", "Yhteiset valitsimet:", "Gemensamma flaggor:"}
	headExamples = texts{"Examples:", "Esimerkkejä:", "Exempel:"}
	moreHelp     = texts{
		"mentorbook help COMMAND tells more about a command.",
		"mentorbook help KOMENTO kertoo komennosta lisää.",
		"mentorbook help KOMMANDO berättar mer om ett kommando.",
	}
	completionShort = texts{"Writes a completion script for a shell", "Kirjoittaa komentotulkin täydennysskriptin", "Skriver ett kompletteringsskript för ett skal"}
	helpShort       = texts{"Tells more about a command", "Kertoo komennosta lisää", "Berättar mer om ett kommando"}
)

// translate puts the library's own words into the language.
func (p *program) translate(root *cobra.Command) {
	root.SetUsageTemplate(strings.NewReplacer(
		"$USAGE", p.say(headUsage), "$COMMANDS", p.say(headCommands), "$FLAGS", p.say(headFlags), "$GLOBAL", p.say(headGlobal), "$EXAMPLES", p.say(headExamples), "$MORE", p.say(moreHelp),
	).Replace(`$USAGE
  {{if .HasAvailableSubCommands}}{{.CommandPath}} …{{else}}{{.UseLine}}{{end}}
{{- if .HasExample}}

$EXAMPLES
{{.Example}}{{end}}
{{- if .HasAvailableSubCommands}}

$COMMANDS{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}
{{- if .HasAvailableLocalFlags}}

$FLAGS
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
{{- if .HasAvailableInheritedFlags}}

$GLOBAL
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
{{- if .HasAvailableSubCommands}}

$MORE{{end}}
`))
	for _, c := range root.Commands() {
		switch c.Name() {
		case "completion":
			c.Short = p.say(completionShort)
		case "help":
			c.Short = p.say(helpShort)
		}
		c.Flags().BoolP("help", "h", false, p.say(flagHelp))
	}
	root.Flags().BoolP("help", "h", false, p.say(flagHelp))
}
