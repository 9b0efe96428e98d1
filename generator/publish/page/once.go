package page

import (
	"html/template"
	"sync"

	"greffe/generator/council"
)

// made is a part of pages that was made once, with what it was made from if
// that was asked for.
type made struct {
	html  template.HTML
	reads *council.Reads
}

// once makes a part of several pages and keeps it under a key. What it was made
// from is noted at each use, as if each page had made its own.
func (v *View) once(kept *sync.Map, key any, make func(c *council.Council) (template.HTML, error)) (template.HTML, error) {
	if known, ok := kept.Load(key); ok {
		if known := known.(made); known.reads != nil || !v.Council.Records() {
			v.Council.Note(known.reads)
			return known.html, nil
		}
	}
	c := v.Council
	var reads *council.Reads
	if c.Records() {
		reads = new(council.Reads)
		c = c.Recording(reads)
	}
	html, err := make(c)
	if err != nil {
		return "", err
	}
	kept.Store(key, made{html, reads})
	v.Council.Note(reads)
	return html, nil
}

// fragment is a shared part of the page's layout, the same on all pages for which
// it has one key. It is given what given makes of the view, or the view.
func (v *View) fragment(name, key string, given func(*View) any) (template.HTML, error) {
	return v.once(&v.publisher.frames, name+key, func(c *council.Council) (template.HTML, error) {
		view := *v
		view.Council = c
		if given == nil {
			return v.publisher.piece(v.Layout, name, &view)
		}
		return v.publisher.piece(v.Layout, name, given(&view))
	})
}
