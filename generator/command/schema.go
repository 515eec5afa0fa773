package command

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"mentorbook/generator/finding"
	"mentorbook/generator/handbook"
	"mentorbook/generator/source"
)

var (
	schemaShort = texts{"Prints JSON Schemas for editors that complete YAML", "Tulostaa JSON-skeemat YAMLia täydentäville editoreille", "Skriver ut JSON-scheman för redigerare som kompletterar YAML"}
	schemaWrite = texts{"write all schemas into this folder", "kirjoita kaikki skeemat tähän kansioon", "skriv alla scheman i den här mappen"}
	schemaNone  = texts{"there is no schema %s", "skeemaa %s ei ole", "det finns inget schema %s"}
	schemaNames = texts{"the schemas are: %s", "skeemat ovat: %s", "schemana är: %s"}
	schemaMany  = texts{"name one schema", "nimeä yksi skeema", "ange ett schema"}
	schemaLine  = texts{
		"Put this line at the top of programme.yaml:\n# yaml-language-server: $schema=%s\n",
		"Lisää tämä rivi tiedoston programme.yaml alkuun:\n# yaml-language-server: $schema=%s\n",
		"Sätt den här raden överst i programme.yaml:\n# yaml-language-server: $schema=%s\n",
	}
)

func (p *program) schemaCommand() *cobra.Command {
	var folder string
	var names []string
	for _, d := range handbook.DocumentedTypes() {
		names = append(names, d.Name)
	}
	c := &cobra.Command{
		Use: "schema [NAME]", Short: p.say(schemaShort), ValidArgs: names,
		Example: "  mentorbook schema\n  mentorbook schema meeting\n  mentorbook schema --write .schemas",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 1 {
				return p.wrongUse(p.say(schemaMany), p.say(usageIs, c.UseLine()))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if folder != "" {
				return p.writeSchemas(folder)
			}
			name := "programme"
			if len(args) == 1 {
				name = args[0]
			}
			for _, d := range handbook.DocumentedTypes() {
				if d.Name == name {
					data, err := schemaOf(d)
					if err == nil {
						_, err = p.Stdout.Write(data)
					}
					return err
				}
			}
			hint := p.say(schemaNames, strings.Join(names, ", "))
			if near := finding.Nearest(name, names); near != "" {
				hint = p.say(didYouMean, near)
			}
			return p.wrongUse(p.say(schemaNone, name), hint)
		},
	}
	c.Flags().StringVar(&folder, "write", "", p.say(schemaWrite))
	return c
}

func schemaOf(d handbook.Documented) ([]byte, error) {
	docs, err := handbook.Docs()
	if err != nil {
		return nil, fmt.Errorf("reading what the fields mean: %w", err)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(source.Schema("Mentorbook: "+d.Name, d.All, docs)); err != nil {
		return nil, fmt.Errorf("writing a schema: %w", err)
	}
	return b.Bytes(), nil
}

func (p *program) writeSchemas(folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("making the folder %s: %w", folder, err)
	}
	for _, d := range handbook.DocumentedTypes() {
		data, err := schemaOf(d)
		if err != nil {
			return err
		}
		name := filepath.Join(folder, d.Name+".json")
		if err := os.WriteFile(name, data, 0o644); err != nil {
			return fmt.Errorf("writing a schema: %w", err)
		}
		fmt.Fprintln(p.Stdout, filepath.ToSlash(name))
	}
	if !p.quiet {
		fmt.Fprint(p.Stderr, p.say(schemaLine, filepath.ToSlash(filepath.Join(folder, "programme.json"))))
	}
	return nil
}
