package command

import (
	"context"
	"fmt"
	"os"
	"os/signal"

	"github.com/spf13/cobra"

	"mentorbook/generator"
	"mentorbook/generator/finding"
)

var (
	checkShort = texts{"Runs every check and writes nothing", "Tarkistaa kaiken eikä kirjoita mitään", "Kontrollerar allt och skriver inget"}
	checkGood  = texts{"Nothing to mend in %s.\n", "Ei korjattavaa: %s.\n", "Inget att rätta till: %s.\n"}
)

func (p *program) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use: "check", Short: p.say(checkShort), Args: p.exactly(0, noArguments),
		Example: "  mentorbook check\n  mentorbook check --strict --format github",
		RunE:    func(*cobra.Command, []string) error { return p.check() },
	}
}

func (p *program) check() error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	o := p.options()
	o.Check = true
	report, clear := p.progress()
	o.Progress = report
	r, err := generator.Build(ctx, o)
	clear()
	p.show(p.Stdout, r.Findings, o)
	if err != nil {
		return err
	}
	if !p.quiet {
		p.tally(r.Findings)
		if finding.Count(r.Findings, finding.Error)+finding.Count(r.Findings, finding.Warning) == 0 {
			fmt.Fprint(p.Stderr, p.say(checkGood, p.count(countPages, r.Pages)))
		}
	}
	if r.Failed {
		return errContent
	}
	return nil
}
