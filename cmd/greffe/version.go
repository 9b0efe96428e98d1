package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// version is set by the release build; otherwise the build information tells.
var version = ""

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: a.words.Say("command.version.short"),
		RunE: func(*cobra.Command, []string) error {
			fmt.Fprintln(a.stdout, "greffe", versionName())
			return nil
		},
	}
}

// versionName is the version of this binary.
func versionName() string {
	if info, ok := debug.ReadBuildInfo(); ok && version == "" {
		return info.Main.Version
	}
	return version
}
