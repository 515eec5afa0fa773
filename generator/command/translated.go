package command

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mentorbook/generator"
	"mentorbook/generator/finding"
)

var (
	translatedShort = texts{"Says that translations are up to date with their originals", "Merkitsee käännökset ajantasaisiksi", "Märker översättningar som uppdaterade"}
	translatedNone  = texts{"name the translated files", "nimeä käännetyt tiedostot", "ange de översatta filerna"}
	translatedDone  = texts{"%s: up to date with %s\n", "%s: ajan tasalla, alkuteksti %s\n", "%s: uppdaterad enligt %s\n"}
	translatedNot   = texts{"%s is no translation: it is in the first language, or has no original", "%s ei ole käännös: se on ensimmäistä kieltä tai sillä ei ole alkutekstiä", "%s är ingen översättning: den är på första språket eller saknar original"}
	translatedFront = texts{"%s has no front matter in YAML between --- lines", "tiedostossa %s ei ole YAML-alkutietoja ----rivien välissä", "%s har inga uppgifter i YAML mellan ----rader"}
	translatedOut   = texts{"%s is not a page of the content folder", "%s ei ole sisältökansion sivu", "%s är ingen sida i innehållsmappen"}
	translatedMulti = texts{"the handbook has one language", "käsikirjassa on yksi kieli", "handboken har ett språk"}
)

func (p *program) translatedCommand() *cobra.Command {
	return &cobra.Command{
		Use: "translated FILE…", Short: p.say(translatedShort),
		Example: "  mentorbook translated content/sv/goals/trust.md\n  mentorbook translated content/sv/*.md content/sv/*/*.md",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return p.wrongUse(p.say(translatedNone), p.say(usageIs, c.UseLine()))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return p.translated(args) },
	}
}

// translated checks every file before it writes the first.
func (p *program) translated(files []string) error {
	o := p.options()
	originals, fs, err := generator.Originals(o)
	if err != nil {
		return err
	}
	if finding.Count(fs, finding.Error) > 0 {
		p.show(p.Stderr, fs, o)
		return errContent
	}
	type edit struct {
		file, original string
		data           []byte
	}
	var edits []edit
	for _, file := range files {
		rel, err := relativeTo(o.Content, file)
		if err != nil {
			return p.wrongUse(p.say(translatedOut, file), "")
		}
		original, ok := originals[rel]
		if !ok {
			return p.wrongUse(p.say(translatedNot, file), "")
		}
		data, err := os.ReadFile(file)
		if err != nil {
			return fmt.Errorf("reading a translation: %w", err)
		}
		changed, ok := setSource(data, original.Hash)
		if !ok {
			return p.wrongUse(p.say(translatedFront, file), "")
		}
		edits = append(edits, edit{file, filepath.Join(o.Content, filepath.FromSlash(original.Path)), changed})
	}
	for _, e := range edits {
		if err := overwrite(e.file, e.data); err != nil {
			return err
		}
		if !p.quiet {
			fmt.Fprint(p.Stdout, p.say(translatedDone, filepath.ToSlash(e.file), filepath.ToSlash(e.original)))
		}
	}
	return nil
}

// relativeTo returns a file's slash path below a folder.
func relativeTo(folder, file string) (string, error) {
	absFolder, err1 := filepath.Abs(folder)
	absFile, err2 := filepath.Abs(file)
	rel, err3 := filepath.Rel(absFolder, absFile)
	if err := errors.Join(err1, err2, err3); err != nil {
		return "", err
	}
	if strings.HasPrefix(rel, "..") {
		return "", fs.ErrNotExist
	}
	return filepath.ToSlash(rel), nil
}

// overwrite replaces a file whole: written beside it, then renamed.
func overwrite(name string, data []byte) error {
	info, err := os.Stat(name)
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	temp, err := os.CreateTemp(filepath.Dir(name), ".mentorbook-*")
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	_, err = temp.Write(data)
	err = errors.Join(err, temp.Chmod(info.Mode().Perm()), temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), name)
	}
	if err != nil {
		os.Remove(temp.Name())
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}

// setSource sets source: in YAML front matter and keeps every other byte:
// comments, order, line ends and a byte-order mark.
func setSource(data []byte, hash string) ([]byte, bool) {
	lines := bytes.SplitAfter(data, []byte("\n"))
	open := slices.IndexFunc(lines, func(l []byte) bool { return len(bytes.TrimSpace(bytes.TrimPrefix(l, []byte("\ufeff")))) > 0 })
	if open < 0 || string(bytes.TrimSpace(bytes.TrimPrefix(lines[open], []byte("\ufeff")))) != "---" {
		return nil, false
	}
	ending := "\n"
	if bytes.HasSuffix(lines[open], []byte("\r\n")) {
		ending = "\r\n"
	}
	for i := open + 1; i < len(lines); i++ {
		line := bytes.TrimRight(lines[i], "\r\n")
		if bytes.HasPrefix(line, []byte("source:")) {
			lines[i] = []byte("source: \"" + hash + "\"" + ending)
			return bytes.Join(lines, nil), true
		}
		if string(bytes.TrimSpace(line)) == "---" {
			lines = slices.Insert(lines, i, []byte("source: \""+hash+"\""+ending))
			return bytes.Join(lines, nil), true
		}
	}
	return nil, false
}
