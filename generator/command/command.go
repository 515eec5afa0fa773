// Package command is the command line: what a person types, and what they
// read in the terminal. Each subcommand has a file of its own, which also
// holds the sentences that it says.
package command

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"mentorbook/generator"
	"mentorbook/generator/finding"
)

// Environment is what the program is given from outside.
type Environment struct {
	Args           []string // without the program's own name
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	Starter        fs.FS  // the starter handbook: a content folder
	Theme          fs.FS  // the built-in templates folder
	Version        string // of the program
}

// The exit codes.
const (
	exitDone    = 0
	exitContent = 1 // the content has errors
	exitUsage   = 2 // wrong use
	exitSystem  = 3 // the system failed
)

// errContent ends a command whose findings have been shown already.
var errContent = errors.New("the content has errors")

// usageError is wrong use of the command line.
type usageError struct{ message, hint string }

func (e *usageError) Error() string { return e.message }

// Run runs the command that the arguments name and returns the exit code.
func Run(env Environment) int {
	p := &program{Environment: env}
	p.lang = language(env.Args, env.Getenv)
	root := p.root()
	root.SetArgs(env.Args)
	err := root.Execute()
	var usage *usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errContent):
		return exitContent
	case errors.As(err, &usage):
		p.complain(usage.message, usage.hint)
		return exitUsage
	}
	p.complain(err.Error(), "")
	return exitSystem
}

// program is one run: its environment, its language and the common flags.
type program struct {
	Environment
	lang string // of messages: en, fi or sv

	dir, content, templates, out string
	format                       string
	strict, quiet                bool
}

// texts is a sentence in each language of the command line.
type texts struct{ EN, FI, SV string }

func (p *program) say(t texts, args ...any) string {
	text := t.EN
	switch p.lang {
	case "fi":
		text = t.FI
	case "sv":
		text = t.SV
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

func (p *program) wrongUse(message string, hint string) error { return &usageError{message, hint} }

func (p *program) complain(message, hint string) {
	fmt.Fprintf(p.Stderr, "mentorbook: %s\n", message)
	if hint != "" {
		fmt.Fprintf(p.Stderr, "  %s: %s\n", p.say(hintWord), hint)
	}
}

// language is that of --lang, else of the locale, else English.
func language(args []string, getenv func(string) string) string {
	for i, a := range args {
		if v, ok := strings.CutPrefix(a, "--lang="); ok {
			return known(v)
		}
		if a == "--lang" && i+1 < len(args) {
			return known(args[i+1])
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			return known(v)
		}
	}
	return "en"
}

func known(locale string) string {
	base := strings.ToLower(locale)
	if i := strings.IndexAny(base, "_-.@"); i >= 0 {
		base = base[:i]
	}
	if base == "fi" || base == "sv" {
		return base
	}
	return "en"
}

func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "mentorbook",
		Short:         p.say(rootShort),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return p.unknownCommand(args[0])
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SetOut(p.Stdout)
	root.SetErr(p.Stderr)
	f := root.PersistentFlags()
	f.StringVarP(&p.dir, "dir", "C", ".", p.say(flagDir))
	f.StringVar(&p.content, "content", "", p.say(flagContent))
	f.StringVar(&p.templates, "templates", "", p.say(flagTemplates))
	f.StringVar(&p.out, "out", "", p.say(flagOut))
	f.StringVar(&p.format, "format", "text", p.say(flagFormat))
	f.BoolVar(&p.strict, "strict", false, p.say(flagStrict))
	f.BoolVar(&p.quiet, "quiet", false, p.say(flagQuiet))
	f.String("lang", p.lang, p.say(flagLang))
	root.AddCommand(p.initCommand(), p.newCommand(), p.buildCommand(), p.serveCommand(), p.checkCommand(), p.translatedCommand(), p.pairsCommand(), p.schemaCommand(), p.versionCommand())
	root.CompletionOptions.HiddenDefaultCmd = false
	root.InitDefaultCompletionCmd()
	root.InitDefaultHelpCmd()
	p.translate(root)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return p.flagError(err) })
	root.PersistentPreRunE = func(*cobra.Command, []string) error { return p.checkFlags() }
	return root
}

func (p *program) checkFlags() error {
	switch p.format {
	case "text", "json", "github":
	default:
		return p.wrongUse(p.say(badFormat, p.format), "--format text|json|github")
	}
	info, err := os.Stat(p.dir)
	if err != nil || !info.IsDir() {
		return p.wrongUse(p.say(badDir, p.dir), p.say(badDirHint))
	}
	return nil
}

func (p *program) unknownCommand(name string) error {
	names := []string{"init", "new", "build", "serve", "check", "translated", "pairs", "schema", "completion", "version", "help"}
	hint := p.say(commandsAre, strings.Join(names, ", "))
	if near := finding.Nearest(name, names); near != "" {
		hint = p.say(didYouMean, near)
	}
	return p.wrongUse(p.say(noCommand, name), hint)
}

// flagError puts the flag library's complaints into the language.
func (p *program) flagError(err error) error {
	var notExist *pflag.NotExistError
	var needsValue *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	hint := p.say(seeHelp)
	switch {
	case errors.As(err, &notExist):
		flag := "--" + notExist.GetSpecifiedName()
		if notExist.GetSpecifiedShortnames() != "" {
			flag = "-" + notExist.GetSpecifiedName()
		}
		return p.wrongUse(p.say(noFlag, flag), hint)
	case errors.As(err, &needsValue):
		return p.wrongUse(p.say(flagNeedsValue, "--"+needsValue.GetFlag().Name), hint)
	case errors.As(err, &invalid):
		return p.wrongUse(p.say(flagBadValue, "--"+invalid.GetFlag().Name, invalid.GetValue()), hint)
	}
	return p.wrongUse(err.Error(), hint)
}

// options are what Build works on, as the common flags say.
func (p *program) options() generator.Options {
	at := func(flag, name string) string {
		if flag != "" {
			return flag
		}
		return filepath.Join(p.dir, name)
	}
	return generator.Options{
		Content: at(p.content, "content"), Templates: at(p.templates, "templates"), Out: at(p.out, "public"),
		Private: filepath.Join(p.dir, "private"), State: filepath.Join(p.dir, ".mentorbook"),
		Builtin: p.Theme, Version: p.Version + stamp(p.Version), Strict: p.strict, Secret: p.Getenv("MENTORBOOK_SECRET"),
	}
}

// stamp tells one development build of the program from the next, so that
// what an older one made is made anew; a release is told by its version.
func stamp(version string) string {
	if !strings.Contains(version, "devel") && !strings.Contains(version, "+dirty") && !strings.HasPrefix(version, "v0.0.0-") {
		return ""
	}
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	info, err := os.Stat(path)
	if err != nil {
		return ""
	}
	return fmt.Sprintf(" %d %d", info.Size(), info.ModTime().UnixNano())
}

// exactly makes a check of the number of arguments.
func (p *program) exactly(n int, what texts) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) != n {
			return p.wrongUse(p.say(what), p.say(usageIs, c.UseLine()))
		}
		return nil
	}
}
