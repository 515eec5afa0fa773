package command

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"mentorbook/generator"
	"mentorbook/generator/finding"
)

var (
	pairsShort   = texts{"Shows the table of pairs as understood, and what each pair lacks", "Näyttää parien taulukon sellaisena kuin se on ymmärretty ja mitä kultakin parilta puuttuu", "Visar partabellen så som den har förståtts och vad varje par saknar"}
	pairsLinks   = texts{"show each pair's link; whoever has it can read that pair's agreement", "näytä kunkin parin linkki; sillä voi lukea parin sopimuksen", "visa varje pars länk; med den kan man läsa parets avtal"}
	pairsHead    = texts{"Row\tId\tPair\tLanguage\tLacks", "Rivi\tTunnus\tPari\tKieli\tPuuttuu", "Rad\tId\tPar\tSpråk\tSaknar"}
	pairsNothing = texts{"nothing", "ei mitään", "inget"}
	pairsNone    = texts{"There is no table of pairs. Save one as %s or %s.\n", "Parien taulukkoa ei ole. Tallenna se nimellä %s tai %s.\n", "Det finns ingen partabell. Spara en som %s eller %s.\n"}
	pairsTally   = texts{"%s, %d of them lacking something.\n", "%s, joista %d:lta puuttuu jotakin.\n", "%s, varav %d saknar något.\n"}
	countPairs   = [2]texts{{"%d pair", "%d pari", "%d par"}, {"%d pairs", "%d paria", "%d par"}}

	revokeShort = texts{"Gives one pair a new link; the old one opens nothing after the next build", "Antaa parille uuden linkin; vanha ei avaa mitään seuraavan koostamisen jälkeen", "Ger ett par en ny länk; den gamla öppnar inget efter nästa bygge"}
	revokeOne   = texts{"name the pair by its id", "nimeä pari tunnuksellaan", "ange paret med dess id"}
	revokeNone  = texts{"there is no pair with the id %s", "paria, jonka tunnus on %s, ei ole", "det finns inget par med id %s"}
	revokeDone  = texts{
		"The pair %s has a new link. Now: mentorbook build, publish the site again, and send the pair its new link (mentorbook pairs --links).\n",
		"Parilla %s on uusi linkki. Seuraavaksi: mentorbook build, julkaise sivusto uudelleen ja lähetä parille uusi linkki (mentorbook pairs --links).\n",
		"Paret %s har en ny länk. Gör nu så här: mentorbook build, publicera webbplatsen på nytt och skicka paret den nya länken (mentorbook pairs --links).\n",
	}
)

func (p *program) pairsCommand() *cobra.Command {
	var links bool
	c := &cobra.Command{
		Use: "pairs", Short: p.say(pairsShort), Args: p.exactly(0, noArguments),
		Example: "  mentorbook pairs\n  mentorbook pairs --links\n  mentorbook pairs revoke p7",
		RunE:    func(*cobra.Command, []string) error { return p.pairs(links) },
	}
	c.Flags().BoolVar(&links, "links", false, p.say(pairsLinks))
	c.AddCommand(&cobra.Command{
		Use: "revoke ID", Short: p.say(revokeShort), Args: p.exactly(1, revokeOne),
		Example: "  mentorbook pairs revoke p7",
		RunE:    func(_ *cobra.Command, args []string) error { return p.revoke(args[0]) },
	})
	return c
}

// readPairs reads the table and shows what is found in it.
func (p *program) readPairs() (generator.Options, []generator.PairState, error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	o := p.options()
	r, states, err := generator.Pairs(ctx, o)
	p.show(p.Stderr, slices.DeleteFunc(r.Findings, notOfPairs), o)
	if err != nil {
		return o, nil, err
	}
	if states == nil && r.Failed {
		return o, nil, errContent
	}
	return o, states, nil
}

// notOfPairs reports whether a finding is about anything but the table.
func notOfPairs(f finding.Finding) bool {
	return !strings.HasPrefix(f.Place.File, "content/pairs.") && f.Severity != finding.Error
}

func (p *program) pairs(links bool) error {
	o, states, err := p.readPairs()
	if err != nil {
		return err
	}
	if states == nil {
		if !p.quiet {
			at := func(name string) string { return filepath.ToSlash(filepath.Join(o.Content, name)) }
			fmt.Fprint(p.Stderr, p.say(pairsNone, at("pairs.csv"), at("pairs.xlsx")))
		}
		return nil
	}
	if p.format == "json" {
		return p.pairsJSON(states, links)
	}
	w := tabwriter.NewWriter(p.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, p.say(pairsHead))
	lacking := 0
	for _, s := range states {
		lacks := p.say(pairsNothing)
		if len(s.Lacks) > 0 {
			lacks, lacking = strings.Join(s.Lacks, "; "), lacking+1
		}
		names := strings.Join(s.Mentors, ", ") + " – " + strings.Join(s.Mentees, ", ")
		fmt.Fprintf(w, "%d\t%s\t%s\t%s\t%s\n", s.Row, printable(s.ID), printable(names), s.Language, printable(lacks))
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("writing the table: %w", err)
	}
	if links {
		p.pairLinks(states)
	}
	if !p.quiet {
		fmt.Fprint(p.Stderr, p.say(pairsTally, p.count(countPairs, len(states)), lacking))
	}
	return nil
}

func (p *program) pairLinks(states []generator.PairState) {
	fmt.Fprintln(p.Stdout)
	for _, s := range states {
		if s.Link != "" {
			fmt.Fprintf(p.Stdout, "%s\n  %s\n", printable(s.ID), s.Link)
		}
	}
}

func (p *program) pairsJSON(states []generator.PairState, links bool) error {
	for _, s := range states {
		if !links {
			s.Link = ""
		}
		line, err := json.Marshal(struct {
			Row      int      `json:"row"`
			ID       string   `json:"id"`
			Mentors  []string `json:"mentors"`
			Mentees  []string `json:"mentees"`
			Language string   `json:"language"`
			Lacks    []string `json:"lacks,omitempty"`
			Link     string   `json:"link,omitempty"`
		}{s.Row, s.ID, s.Mentors, s.Mentees, s.Language, s.Lacks, s.Link})
		if err != nil {
			return fmt.Errorf("writing the table: %w", err)
		}
		fmt.Fprintf(p.Stdout, "%s\n", line)
	}
	return nil
}

// revoke gives a pair a new key. Its id must be in the table, so that a typing
// error does not pass for a revoked link.
func (p *program) revoke(id string) error {
	o, states, err := p.readPairs()
	if err != nil {
		return err
	}
	i := slices.IndexFunc(states, func(s generator.PairState) bool { return s.ID == id })
	if i < 0 {
		var ids []string
		for _, s := range states {
			ids = append(ids, s.ID)
		}
		hint := "mentorbook pairs"
		if near := finding.Nearest(id, ids); near != "" {
			hint = p.say(didYouMean, near)
		}
		return p.wrongUse(p.say(revokeNone, id), hint)
	}
	if err := generator.Revoke(o, id); err != nil {
		return err
	}
	if !p.quiet {
		fmt.Fprint(p.Stderr, p.say(revokeDone, id))
	}
	return nil
}
