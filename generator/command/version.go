package command

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"
)

var versionShort = texts{"Says which version this is", "Kertoo version", "Säger vilken version det är"}

func (p *program) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: p.say(versionShort), Args: p.exactly(0, noArguments),
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(p.Stdout, "mentorbook %s (%s, %s/%s)\n", p.Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}
