package command

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the scripts run mentorbook as a program of its own.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"mentorbook": func() {
			os.Exit(Run(Environment{
				Args: os.Args[1:], Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Version: "1.2.3",
				Starter: os.DirFS(os.Getenv("PROJECT") + "/content"), Theme: os.DirFS(os.Getenv("PROJECT") + "/templates"),
			}))
		},
	})
}

// TestScripts runs testdata/script/*.txtar: each is a session in a terminal,
// with the files that it begins with. `status N` checks the exit code of the
// command after it.
func TestScripts(t *testing.T) {
	project, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		UpdateScripts:       os.Getenv("MENTORBOOK_UPDATE") != "",
		Setup: func(e *testscript.Env) error {
			e.Setenv("PROJECT", project+"/../..")
			e.Setenv("LANG", "en_GB.UTF-8")
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){"status": status},
	})
}

// status N COMMAND… runs a command that must end with the exit code N.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status CODE COMMAND [ARG ...]")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if err != nil {
		got = "another code: " + err.Error()
		if e, ok := err.(interface{ ExitCode() int }); ok {
			got = string(rune('0' + e.ExitCode()))
		}
	}
	if got != args[0] {
		ts.Fatalf("exit code %s, want %s", got, args[0])
	}
}
