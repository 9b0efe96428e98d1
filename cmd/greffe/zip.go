package main

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"greffe/generator/portable"
	"greffe/generator/site"
)

// keepZIP makes a ZIP, if one is asked for, of the site that was just written:
// to be kept, or handed to who has no network. It is a flag of the build and no
// command of its own, since it must hold the site that the build made.
func (a *app) keepZIP(s *site.Site) error {
	if a.flags.zip == "" {
		return nil
	}
	written, err := a.open(a.flags.out)
	if err != nil {
		return err
	}
	c := s.Council()
	kept := portable.Site{
		Files: written, Base: string(c.Settings.BaseURL), Root: site.NewAddresses(c.Settings.BaseURL, a.words).Home(),
		On: c.AsOf.In(time.UTC).Truncate(24 * time.Hour), // the hour of the build says nothing
	}
	if err := overwrite(a.flags.zip, func(w io.Writer) error { return portable.Write(w, kept) }); err != nil {
		return err
	}
	a.tell("portable.made", "file", a.flags.zip)
	return nil
}

// checkZIP refuses a place where the next build would delete the ZIP, or read it
// as content, and a part of a site: its links would lead nowhere.
func (a *app) checkZIP() error {
	if a.flags.zip == "" {
		return nil
	}
	if len(a.flags.only) > 0 {
		return a.use("portable.whole")
	}
	for _, folder := range append(a.sources(), a.flags.out) {
		if folder != "" && isWithin(a.flags.zip, folder) {
			return a.use("portable.elsewhere", "folder", folder)
		}
	}
	if info, err := os.Stat(a.flags.zip); err == nil && info.Mode().Type() != fs.FileMode(0) {
		return a.use("portable.no-file", "file", a.flags.zip)
	}
	return nil
}

func isWithin(file, folder string) bool {
	file, err := filepath.Abs(file)
	if err != nil {
		return false
	}
	folder, err = filepath.Abs(folder)
	if err != nil {
		return false
	}
	way, err := filepath.Rel(folder, file)
	return err == nil && way != ".." && !strings.HasPrefix(way, ".."+string(filepath.Separator))
}
