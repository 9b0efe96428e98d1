package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"greffe/generator/former"
)

// dataFolder is where a site has its tables.
const dataFolder = "data/v1"

// comparing adds the flag of the commands that look at what was published.
func (a *app) comparing(command *cobra.Command) {
	command.Flags().StringVar(&a.flags.previous, "previous", "", a.words.Say("command.flag.previous"))
}

// previous is the publication that --previous names, nil if it names none or
// if the folder is empty, as it is before the first.
func (a *app) previous() (*former.Publication, error) {
	dir := a.flags.previous
	if dir == "" {
		return nil, nil
	}
	folder, err := a.open(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, a.use("command.fail.no-folder", "folder", dir)
	}
	if err != nil {
		return nil, err
	}
	publication, err := former.Open(folder)
	if err == nil {
		err = publication.Verify()
	}
	if err != nil {
		return nil, a.use("command.fail.previous", "folder", dir, "detail", err)
	}
	return publication, nil
}

// remember reads what the output holds before it is written over. Only a site
// of ours counts, and a damaged one is no reason not to make it anew.
func (a *app) remember() {
	if a.flags.allowVanishing || len(a.flags.only) > 0 {
		return
	}
	if _, err := os.Stat(filepath.Join(a.flags.out, ".greffe")); err != nil {
		return
	}
	if folder, err := a.open(filepath.Join(a.flags.out, dataFolder)); err == nil {
		a.replaced, _ = former.Open(folder)
	}
}
