package write

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"greffe/generator/seal"
)

// A survey is what is at the output before a run.
type survey struct {
	there   bool   // the folder; it may be empty
	marked  bool   // by us
	marker  string // the marker's text
	files   map[string]seal.Stamp
	folders []string // sorted
	strange []string // links, pipes, devices: no site of ours has any
}

// inspect refuses what is not ours to replace. It reads the marker only.
func (d *disk) inspect(partial string) (*survey, error) {
	failed := func(err error) (*survey, error) {
		return nil, fmt.Errorf("looking at %s: %w", d.dir, err)
	}
	info, err := d.lstat(d.out)
	if errors.Is(err, fs.ErrNotExist) {
		return &survey{}, nil
	}
	if err != nil {
		return failed(err)
	}
	if !info.IsDir() {
		return nil, &NotOursError{Dir: d.dir}
	}
	entries, err := d.readDir(d.out)
	if err != nil {
		return failed(err)
	}
	if len(entries) == 0 {
		return &survey{there: true}, nil
	}
	if !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == markerName && e.Type().IsRegular() }) {
		return nil, &NotOursError{Dir: d.dir}
	}
	text, err := d.read(in(d.out, markerName), markerLimit)
	if err != nil {
		return failed(err)
	}
	has, ok := parseMarker(string(text))
	if !ok {
		return nil, &NotOursError{Dir: d.dir}
	}
	if partial != "" && partial != has.partial {
		return nil, &PartialError{Dir: d.dir, Has: has.partial, Wants: partial}
	}
	return &survey{there: true, marked: true, marker: string(text)}, nil
}

// scan lists the old site. Links are not followed: what lies behind one is not
// the site's.
func (s *survey) scan(d *disk) error {
	s.files = make(map[string]seal.Stamp)
	if !s.there {
		return nil
	}
	if err := s.scanFolder(d, ""); err != nil {
		return fmt.Errorf("looking at %s: %w", d.dir, err)
	}
	slices.Sort(s.folders)
	return nil
}

func (s *survey) scanFolder(d *disk, folder string) error {
	entries, err := d.readDir(in(d.out, folder))
	if err != nil {
		return err
	}
	for _, entry := range entries {
		name := entry.Name()
		if folder != "" {
			name = in(folder, name)
		}
		switch {
		case entry.IsDir():
			s.folders = append(s.folders, name)
			if err := s.scanFolder(d, name); err != nil {
				return err
			}
		case name == markerName:
		case entry.Type().IsRegular():
			info, err := entry.Info() // known since readDir, no call
			if err != nil {
				return err
			}
			s.files[name] = seal.StampOf(info)
		default:
			s.strange = append(s.strange, name)
		}
	}
	return nil
}

// orphans are the files that the new site does not have, sorted.
func (s *survey) orphans(p *plan) []string {
	var orphans []string
	for file := range s.files {
		if !p.has(file) {
			orphans = append(orphans, file)
		}
	}
	orphans = append(orphans, s.strange...)
	slices.Sort(orphans)
	return orphans
}
