package command

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"

	"github.com/spf13/cobra"

	"mentorbook/generator/finding"
	"mentorbook/generator/preview"
)

var (
	serveShort   = texts{"Shows the handbook in a browser while you write it", "Näyttää käsikirjan selaimessa, kun kirjoitat sitä", "Visar handboken i en webbläsare medan du skriver den"}
	serveURL     = texts{"The handbook is at %s\n", "Käsikirja on osoitteessa %s\n", "Handboken finns på %s\n"}
	serveTaken   = texts{"Another program uses the port %d.\n", "Portti %d on toisen ohjelman käytössä.\n", "Ett annat program använder porten %d.\n"}
	serveFollow  = texts{"It follows every file that you save. Ctrl-C ends it.\n", "Se seuraa jokaista tallennusta. Ctrl-C lopettaa.\n", "Den följer varje fil som du sparar. Ctrl-C avslutar.\n"}
	serveGood    = texts{"%s. Nothing to mend.\n", "%s. Ei korjattavaa.\n", "%s. Inget att rätta till.\n"}
	serveTally   = texts{"%s. %s, %s.\n", "%s. %s, %s.\n", "%s. %s, %s.\n"}
	serveOpen    = texts{"No browser could be opened: %s\n", "Selainta ei voitu avata: %s\n", "Ingen webbläsare kunde öppnas: %s\n"}
	servePoll    = texts{"The system can't tell of changes (%s), so Mentorbook looks for them itself, twice a second.\n", "Järjestelmä ei kerro muutoksista (%s), joten Mentorbook etsii ne itse kahdesti sekunnissa.\n", "Systemet kan inte meddela ändringar (%s), så Mentorbook letar efter dem själv två gånger i sekunden.\n"}
	servePollTip = texts{"on Linux a larger limit helps: sudo sysctl fs.inotify.max_user_watches=524288", "Linuxissa auttaa suurempi raja: sudo sysctl fs.inotify.max_user_watches=524288", "i Linux hjälper en högre gräns: sudo sysctl fs.inotify.max_user_watches=524288"}
	serveNetwork = texts{"The content is on a network drive (%s), which tells nobody of changes, so Mentorbook looks for them itself, twice a second.\n", "Sisältö on verkkolevyllä (%s), joka ei kerro muutoksista, joten Mentorbook etsii ne itse kahdesti sekunnissa.\n", "Innehållet ligger på en nätverksenhet (%s), som inte meddelar ändringar, så Mentorbook letar efter dem själv två gånger i sekunden.\n"}
	serveBug     = texts{"A bug in Mentorbook; the preview goes on. Please report it with these lines:\n%s\n", "Mentorbookissa on virhe; esikatselu jatkuu. Ilmoita siitä näiden rivien kanssa:\n%s\n", "Ett fel i Mentorbook; förhandsvisningen fortsätter. Rapportera det med dessa rader:\n%s\n"}
	serveSystem  = texts{"The handbook could not be read: %s\n", "Käsikirjaa ei voitu lukea: %s\n", "Handboken kunde inte läsas: %s\n"}
	flagHost     = texts{"let other machines ask: the address to listen on, such as 0.0.0.0 (this machine only)", "päästä muutkin koneet: osoite, jota kuunnellaan, kuten 0.0.0.0 (vain tämä kone)", "släpp in andra datorer: adress att lyssna på, till exempel 0.0.0.0 (bara den här datorn)"}
	flagPort     = texts{"port; where another program uses it, the next free one", "portti; jos se on varattu, seuraava vapaa", "port; är den upptagen tas nästa lediga"}
	flagOpen     = texts{"open the browser", "avaa selain", "öppna webbläsaren"}
	flagPoll     = texts{"look for changes twice a second instead of being told by the system", "etsi muutokset kahdesti sekunnissa, vaikka järjestelmä kertoisi niistä", "leta efter ändringar två gånger i sekunden i stället för att låta systemet meddela dem"}
	badPort      = texts{"there is no port %d", "porttia %d ei ole", "det finns ingen port %d"}
	badPortHint  = texts{"choose a number from 1 to 65535; 0 takes any that is free", "valitse luku väliltä 1–65535; 0 ottaa minkä tahansa vapaan", "välj ett tal mellan 1 och 65535; 0 tar vilken ledig som helst"}
)

// usualPort is where the preview is found, unless another program is.
const usualPort = 4040

func (p *program) serveCommand() *cobra.Command {
	var o preview.Options
	var open bool
	c := &cobra.Command{
		Use: "serve", Short: p.say(serveShort), Args: p.exactly(0, noArguments),
		Example: "  mentorbook serve --open\n  mentorbook serve -C handbook --port 8000",
		RunE:    func(*cobra.Command, []string) error { return p.serve(o, open) },
	}
	f := c.Flags()
	f.StringVar(&o.Host, "host", "", p.say(flagHost))
	f.IntVar(&o.Port, "port", usualPort, p.say(flagPort))
	f.BoolVar(&open, "open", false, p.say(flagOpen))
	f.BoolVar(&o.Poll, "poll", false, p.say(flagPoll))
	return c
}

func (p *program) serve(o preview.Options, open bool) error {
	if o.Port < 0 || o.Port > 65535 {
		return p.wrongUse(p.say(badPort, o.Port), p.say(badPortHint))
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	o.Options, o.Lang = p.options(), p.lang
	report, clear := p.progress()
	o.Progress = report
	b := &board{program: p, live: isTerminal(p.Stderr) && p.format == "text"}
	o.Updated = func(u preview.Update) {
		if u.First {
			clear()
		}
		b.update(u, o)
	}
	o.Trouble = b.trouble
	o.Ready = func(s preview.Started) {
		b.started(s)
		if open {
			if err := openBrowser(s.URL); err != nil {
				b.say(p.say(serveOpen, err))
			}
		}
	}
	return preview.Serve(ctx, o)
}

// board is what stands in the terminal: a few lines that stay, and under them
// the findings, which on a terminal are replaced when they change.
type board struct {
	*program
	live bool // lines can be taken back

	mu       sync.Mutex
	shown    string // the findings and their tally, as they stand now
	known    bool   // there was an update; the rest is what it said
	findings []finding.Finding
	pages    int
	err      error
}

// say writes a line that stays.
func (b *board) say(text string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.live {
		fmt.Fprint(b.Stderr, text)
		return
	}
	findings := b.shown
	b.replace("")
	fmt.Fprint(b.Stderr, text)
	b.replace(findings)
}

func (b *board) started(s preview.Started) {
	text := ""
	if s.Taken != 0 && !b.quiet {
		text = b.program.say(serveTaken, s.Taken)
	}
	text += b.program.say(serveURL, s.URL)
	if !b.quiet {
		text += b.program.say(serveFollow)
	}
	b.say(text)
}

func (b *board) trouble(t preview.Trouble) {
	switch t.Kind {
	case preview.Polling:
		b.say(b.program.say(servePoll, t.Detail) + "  " + b.program.say(hintWord) + ": " + b.program.say(servePollTip) + "\n")
	case preview.NetworkFolder:
		b.say(b.program.say(serveNetwork, t.Detail))
	case preview.Panicked:
		b.say(b.program.say(serveBug, printable(t.Detail)))
	}
}

// update shows the findings once, in place of those before them.
func (b *board) update(u preview.Update, o preview.Options) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.known && u.Err == nil && b.err == nil && slices.EqualFunc(u.Findings, b.findings, sameFinding) && u.Pages == b.pages {
		return
	}
	b.known, b.findings, b.pages, b.err = true, u.Findings, u.Pages, u.Err
	var text strings.Builder
	if b.format == "text" {
		b.showAll(&text, u.Findings, o.Options, b.colours(b.Stderr))
	} else {
		b.show(b.Stderr, u.Findings, o.Options) // for programs: on standard output, one on a line
	}
	pages := b.count(countPages, u.Pages)
	errors, warnings := finding.Count(u.Findings, finding.Error), finding.Count(u.Findings, finding.Warning)
	switch {
	case u.Err != nil:
		text.WriteString(b.program.say(serveSystem, u.Err))
	case b.quiet:
	case errors+warnings == 0:
		text.WriteString(b.program.say(serveGood, pages))
	default:
		text.WriteString(b.program.say(serveTally, pages, b.count(countErr, errors), b.count(countWarn, warnings)))
	}
	b.replace(text.String())
}

func sameFinding(f, g finding.Finding) bool {
	return f.Code == g.Code && f.Place == g.Place && f.Excerpt == g.Excerpt && slices.Equal(f.Args, g.Args)
}

// replace puts other findings in the place of those that are shown.
func (b *board) replace(text string) {
	if b.live && b.shown != "" {
		fmt.Fprintf(b.Stderr, "\x1b[%dA\x1b[J", rows(b.shown, terminalWidth(b.Stderr)))
	}
	b.shown = text
	fmt.Fprint(b.Stderr, text)
}

// openBrowser shows an address in the browser that the system uses.
func openBrowser(url string) error {
	name, args := "xdg-open", []string{url}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", url}
	}
	c := exec.Command(name, args...)
	if err := c.Start(); err != nil {
		return err
	}
	go c.Wait()
	return nil
}
