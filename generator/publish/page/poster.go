package page

import (
	"html/template"
	"strings"

	"greffe/generator/site"
)

// A Poster is the image that other sites show beside a link to the page.
type Poster struct {
	Address       string // with its host: other sites ask for it
	Name          string // for who does not see it
	Width, Height int
}

// Poster is that of the page's section, or of the site; nil if the site's host
// is not known.
func (v *View) Poster() *Poster {
	brief := v.publisher.original()
	poster := brief.Poster(v.Section)
	address := v.Absolute(poster.Address(brief.Addresses))
	if !strings.HasPrefix(address, "http") {
		return nil
	}
	return &Poster{address, poster.Name(), site.PosterWidth, site.PosterHeight}
}

// PosterTags name the poster in the page's head. They are those of every page of
// the section.
func (v *View) PosterTags() (template.HTML, error) {
	return v.fragment("poster", v.Section, nil)
}
