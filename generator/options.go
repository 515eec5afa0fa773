// Package generator turns a content folder into a published handbook.
package generator

import (
	"io/fs"

	"mentorbook/generator/finding"
)

// Options say what Build works on. All folders are paths of the operating system.
type Options struct {
	Content   string // the content folder
	Templates string // the user's templates, which override the built-in ones; may be missing
	Out       string // what is published
	Private   string // what is not
	State     string // the manifest, the lock and the secret (.mentorbook)

	Builtin fs.FS  // the built-in templates
	Version string // of the program; part of what decides whether a build is still fresh

	Secret string // of the pairs' links, at least 32 characters; "" for the one in State

	Strict bool // warnings stop the build as errors do
	Drafts bool // drafts are built, marked
	Check  bool // nothing is written

	// Progress is called now and then from one goroutine at a time, with the
	// name of the work under way (read, check, render, write) and how far it
	// is; may be nil.
	Progress func(work string, done, total int)
	// Waiting is called once where another build of the same handbook is
	// under way; may be nil.
	Waiting func()
}

// Result is what a build did.
type Result struct {
	Findings []finding.Finding // sorted, with excerpts
	Pages    int               // pages written or found unchanged, redirects aside
	Written  int               // files written
	Same     int               // files that needed no writing
	Removed  int               // files removed, since no page makes them any more
	Pairs    int               // in the table
	Example  bool              // they are the example pairs
	Kept     int               // private PDFs that were not made again
	Fresh    bool              // nothing had changed since the last build, so nothing was done
	Failed   bool              // the content has errors (or, with Strict, warnings): nothing was changed
}
