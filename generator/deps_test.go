package generator

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"testing"

	"os"
)

// floors is the house from the top down: a package may import only packages
// of the floors below its own. docs/architecture.md draws the same picture.
var floors = [][]string{
	{"command"},
	{"preview"},
	{"."},
	{"check", "dossier"},
	{"site"},
	{"agreement"},
	{"paper", "search"},
	{"theme", "handbook"},
	{"pairs", "markdown", "source"},
	{"publish"},
	{"seal"},
	{"finding"},
}

func TestPackagesImportOnlyWhatLiesBelow(t *testing.T) {
	floorOf := map[string]int{}
	for i, floor := range floors {
		for _, name := range floor {
			floorOf[name] = i
		}
	}
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && d.Name() == "testdata" {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		own := path.Dir(name)
		floor, ok := floorOf[own]
		if !ok {
			t.Errorf("%s: the package %s stands on no floor", name, own)
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			target, ours := strings.CutPrefix(imported, "mentorbook/generator")
			if !ours {
				continue
			}
			if target = strings.TrimPrefix(target, "/"); target == "" {
				target = "."
			}
			if below, ok := floorOf[target]; !ok || below <= floor {
				t.Errorf("%s: %s may not import %s, which does not lie below it", name, own, target)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
