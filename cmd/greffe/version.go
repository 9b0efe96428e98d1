package main

import (
	"fmt"
	"io"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// version is set by the release build; otherwise the build information tells.
var version = ""

func (a *app) versionCommand() *cobra.Command {
	var texts, parts bool
	command := &cobra.Command{
		Use: "version", Short: a.words.Say("command.version.short"),
		RunE: func(*cobra.Command, []string) error {
			switch {
			case texts:
				_, err := io.WriteString(a.stdout, licences)
				return err
			case parts:
				return writeBill(a.stdout)
			}
			fmt.Fprintln(a.stdout, "greffe", versionName())
			return nil
		},
	}
	command.Flags().BoolVar(&texts, "licences", false, a.words.Say("command.flag.licences"))
	command.Flags().BoolVar(&parts, "sbom", false, a.words.Say("command.flag.sbom"))
	return command
}

// versionName is the version of this binary.
func versionName() string {
	if info, ok := debug.ReadBuildInfo(); ok && version == "" {
		return info.Main.Version
	}
	return version
}
