// Package inspect looks at a site while it is being made, and finds what no
// site of greffe's may hold, whoever brought it in: the content, a layout of the
// council's own, or greffe itself.
//
//	site ─ make ─→ bytes ─┬─→ disk
//	                      └─→ inspect ─ Verdict ─→ the old site stays
//
// # What is looked at
//
// In every page: that it can be read ([tag] is strict: what a browser would have
// to guess is a fault); that no id is there twice; that each address leads to a
// file of the site, and each anchor to an id of the page behind it; that the
// page bears the security policy, and nothing which that policy refuses: scripts
// and styles within the page, handlers, frames, addresses that run, anything
// asked of another host.
//
// In every stylesheet: that nothing is asked of another host. In every JSON
// file: that it parses, and is UTF-8. In every feed, site map and RDF file: that
// the XML is well formed. In every calendar: that its lines are, and close what
// they open.
//
// What is not ours to answer for is not looked at: files that are published byte
// for byte ([site.File.Verbatim]), which the headers confine. Two files of one
// name, whatever the case, and a path that leaves the output are refused by
// package write; a meaning that is wrong, a heading that is skipped, a table
// that a spreadsheet cannot read are the tests' to find. A preview is not
// inspected: nobody else sees it.
//
// # What it costs
//
// It is on at every build, so it reads bytes where they are, without a tree and
// almost without memory: some hundredths of the time that making the site takes.
// The tests hold it to a real parser.
package inspect

import (
	"io"
	"strings"
	"sync"

	"greffe/generator/site"
)

// An Inspection follows one site, through as many builds as there are. In each,
// [Inspection.Begin] comes first, then every file that is made goes through
// [Inspection.Source], then [Inspection.Verdict] tells what was found. What is
// not made again is known from before.
type Inspection struct {
	base    string           // the site's address, without a slash at its end
	root    string           // the path of that address, "" at a host's root
	partial bool             // files that are not made may be there all the same
	lasting bool             // there will be other builds
	numbers map[string]int32 // of the places, by path
	places  []place
	readers [kinds]sync.Pool
}

// A place of the site is a path that it has, or had.
type place struct {
	file  site.File
	there bool
	sheet *sheet   // what the page there holds; nil if it is none
	found []breach // in it alone
}

// New begins to follow a site. A partial one may lead to files that it lacks;
// a lasting one is made again and again.
func New(a *site.Addresses, partial, lasting bool) *Inspection {
	i := &Inspection{partial: partial, lasting: lasting, numbers: make(map[string]int32)}
	i.root = strings.TrimSuffix(a.Asset(""), "/")
	i.base = strings.TrimSuffix(a.Absolute(a.Asset("")), "/")
	i.readers[pageKind].New = func() any { return newPage(i) }
	i.readers[styleKind].New = func() any { return &style{inspection: i} }
	i.readers[jsonKind].New = func() any { return new(jsonText) }
	i.readers[xmlKind].New = func() any { return new(xmlText) }
	i.readers[calendarKind].New = func() any { return new(calendar) }
	return i
}

// Begin says which files the site has now.
func (i *Inspection) Begin(files []site.File) {
	for n := range i.places {
		i.places[n].there = false
	}
	for _, file := range files {
		n, known := i.numbers[file.Path]
		if !known {
			n = int32(len(i.places))
			i.numbers[file.Path] = n
			i.places = append(i.places, place{})
		}
		i.places[n].file, i.places[n].there = file, true
	}
	for n := range i.places {
		if p := &i.places[n]; !p.there {
			p.sheet, p.found = nil, nil
		}
	}
}

// A Source makes the files of a site.
type Source interface {
	Paths() []string
	Make(w io.Writer, path string) error
}

// Source is the same site, whose files are looked at as they are made.
func (i *Inspection) Source(s Source) Source { return watched{s, i} }

type watched struct {
	Source
	inspection *Inspection
}

func (s watched) Make(w io.Writer, path string) error {
	i := s.inspection
	n, ok := i.numbers[path]
	if !ok {
		return s.Source.Make(w, path)
	}
	kind := kindOf(&i.places[n].file)
	if kind == noKind {
		return s.Source.Make(w, path)
	}
	r := i.readers[kind].Get().(reader)
	defer i.readers[kind].Put(r)
	r.begin(n)
	t := tee{w: w, reader: r}
	if err := s.Source.Make(&t, path); err != nil {
		return err
	}
	i.places[n].sheet, i.places[n].found = r.end(t.rest)
	return nil
}

// A reader looks at one file as its bytes come.
type reader interface {
	begin(place int32)
	// read returns how many bytes are done with; the others come again, with more.
	read(text []byte) int
	// end is told what was left, and returns what a page holds and what is wrong.
	end(rest []byte) (*sheet, []breach)
}

// A tee writes bytes and has them read. What is whole is read where it lies.
type tee struct {
	w      io.Writer
	reader reader
	rest   []byte
}

func (t *tee) Write(p []byte) (int, error) {
	n, err := t.w.Write(p)
	if err != nil {
		return n, err
	}
	text := p
	if len(t.rest) > 0 {
		t.rest = append(t.rest, p...)
		text = t.rest
	}
	used := t.reader.read(text)
	t.rest = append(t.rest[:0], text[used:]...)
	return n, nil
}

// kind is what a file is read as.
type kind uint8

const (
	noKind kind = iota
	pageKind
	styleKind
	jsonKind
	xmlKind
	calendarKind
	kinds
)

func kindOf(file *site.File) kind {
	mediaType, _, _ := strings.Cut(file.MediaType, ";")
	switch {
	case file.Verbatim:
		return noKind
	case mediaType == "text/html":
		return pageKind
	case mediaType == "text/css":
		return styleKind
	case mediaType == "text/calendar":
		return calendarKind
	case mediaType == "application/json", strings.HasSuffix(mediaType, "+json"):
		return jsonKind
	case mediaType == "application/xml", mediaType == "application/rdf+xml", mediaType == "application/atom+xml":
		return xmlKind
	}
	return noKind
}
