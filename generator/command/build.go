package command

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"mentorbook/generator"
	"mentorbook/generator/finding"
)

var (
	buildShort = texts{"Makes the site: content/ becomes public/", "Koostaa sivuston: content/ → public/", "Bygger webbplatsen: content/ blir public/"}
	buildFresh = texts{"Nothing has changed since the last build: %s, %s.\n", "Mikään ei ole muuttunut edellisestä kerrasta: %s, %s.\n", "Inget har ändrats sedan förra gången: %s, %s.\n"}
	buildDone  = texts{"Made %s in %s: %s written, %d unchanged, %d removed, in %s s.\n", "Valmis: %s kansiossa %s. Kirjoitettiin %s, ennallaan %d, poistettiin %d. Aikaa kului %s s.\n", "Klart: %s i %s. Skrev %s, oförändrade %d, borttagna %d. Det tog %s s.\n"}
	buildOpen  = texts{"Open %s in a browser.\n", "Avaa %s selaimessa.\n", "Öppna %s i en webbläsare.\n"}
	buildNone  = texts{"Nothing was changed in %s, since there are errors.\n", "Kansiossa %s ei muutettu mitään, koska sisällössä on virheitä.\n", "Inget ändrades i %s, eftersom det finns fel.\n"}
	buildPairs = texts{"Made the papers of %s in %s: agreements, calendars, links.csv, report.html. The folder holds personal data; do not publish it.\n", "Tehty paperit, %s, kansioon %s: sopimukset, kalenterit, links.csv ja report.html. Kansiossa on henkilötietoja; älä julkaise sitä.\n", "Papperen för %s finns i %s: avtal, kalendrar, links.csv och report.html. Mappen innehåller personuppgifter; publicera den inte.\n"}
	countPages = [2]texts{{"%d page", "%d sivu", "%d sida"}, {"%d pages", "%d sivua", "%d sidor"}}
	countFiles = [2]texts{{"%d file", "%d tiedosto", "%d fil"}, {"%d files", "%d tiedostoa", "%d filer"}}
	countErr   = [2]texts{{"%d error", "%d virhe", "%d fel"}, {"%d errors", "%d virhettä", "%d fel"}}
	countWarn  = [2]texts{{"%d warning", "%d varoitus", "%d varning"}, {"%d warnings", "%d varoitusta", "%d varningar"}}
)

func (p *program) count(forms [2]texts, n int) string {
	if n == 1 {
		return p.say(forms[0], n)
	}
	return p.say(forms[1], n)
}

func (p *program) buildCommand() *cobra.Command {
	return &cobra.Command{
		Use: "build", Short: p.say(buildShort), Args: p.exactly(0, noArguments),
		Example: "  mentorbook build\n  mentorbook build -C handbook --out /srv/www/handbook --strict",
		RunE:    func(*cobra.Command, []string) error { return p.build() },
	}
}

func (p *program) build() error {
	start := time.Now()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	o := p.options()
	report, clear := p.progress()
	o.Progress = report
	o.Waiting = func() {
		if !p.quiet {
			fmt.Fprintln(p.Stderr, p.say(waitingText))
		}
	}
	r, err := generator.Build(ctx, o)
	clear()
	p.show(p.Stderr, r.Findings, o)
	if err != nil {
		return err
	}
	p.summary(r, o, time.Since(start))
	if r.Failed {
		return errContent
	}
	return nil
}

func (p *program) summary(r generator.Result, o generator.Options, took time.Duration) {
	if p.quiet {
		return
	}
	p.tally(r.Findings)
	out := filepath.ToSlash(o.Out)
	switch {
	case r.Failed:
		fmt.Fprint(p.Stderr, p.say(buildNone, out))
	case r.Fresh:
		fmt.Fprint(p.Stderr, p.say(buildFresh, p.count(countPages, r.Pages), out))
	default:
		fmt.Fprint(p.Stderr, p.say(buildDone, p.count(countPages, r.Pages), out, p.count(countFiles, r.Written), r.Same, r.Removed, fmt.Sprintf("%.1f", took.Seconds())))
		if r.Pairs > 0 {
			fmt.Fprint(p.Stderr, p.say(buildPairs, p.count(countPairs, r.Pairs), filepath.ToSlash(o.Private)))
		}
		fmt.Fprint(p.Stderr, p.say(buildOpen, filepath.ToSlash(filepath.Join(o.Out, "index.html"))))
	}
}

// tally says how many errors and warnings there are, where there are any.
func (p *program) tally(fs []finding.Finding) {
	errors, warnings := finding.Count(fs, finding.Error), finding.Count(fs, finding.Warning)
	if errors+warnings > 0 {
		fmt.Fprintf(p.Stderr, "%s, %s.\n", p.count(countErr, errors), p.count(countWarn, warnings))
	}
}
