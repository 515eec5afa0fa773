// Mentorbook turns a folder of Markdown into the handbook of a mentoring
// programme. This file holds what is embedded; package command does the rest.
package main

import (
	"embed"
	"io/fs"
	"os"
	"runtime/debug"

	"mentorbook/generator/command"
)

// The starter handbook. The languages and files are named one by one, so that
// a table of real pairs that lies beside them is never embedded.
//
//go:embed content/programme.yaml content/pairs.example.csv content/fi content/sv content/en
var content embed.FS

//go:embed templates
var templates embed.FS

// version is set by the linker for a release: -ldflags "-X main.version=1.0.0".
var version string

func main() {
	os.Exit(command.Run(command.Environment{
		Args: os.Args[1:], Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv,
		Starter: sub(content, "content"), Theme: sub(templates, "templates"), Version: programVersion(),
	}))
}

func sub(fsys fs.FS, dir string) fs.FS {
	s, err := fs.Sub(fsys, dir)
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return s
}

func programVersion() string {
	if version != "" {
		return version
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
