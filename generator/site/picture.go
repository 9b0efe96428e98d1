package site

import (
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"path"
	"strconv"
	"strings"

	"greffe/generator/council"
	"greffe/generator/picture"
)

// A Use is where on a page pictures stand: in which widths they are published,
// in pixels, and what room they have there.
type Use struct {
	Widths []int
	Shown  int    // how wide they are shown at most, in CSS pixels; 0: as wide as the text
	Sizes  string // the same for browsers, which choose a width by it
}

var (
	// Figure is a picture within a text, or one that opens it.
	Figure = Use{Widths: []int{480, 960, 1600}, Sizes: "(min-width: 62rem) 57rem, 100vw"}
	// Portrait is that of a member, beside the facts.
	Portrait = Use{Widths: []int{320, 640}, Shown: 320, Sizes: "20rem"}
	// Logo is the council's, in the banner of every page.
	Logo = Use{Widths: []int{480}, Shown: 240}
)

// UseOf is where the image of a document's front matter stands.
func UseOf(document council.Documented) Use {
	if document.Collection() == "members" {
		return Portrait
	}
	return Figure
}

// A Picture is an image as pages show it: in several widths, of which the
// browser takes the narrowest that will do.
type Picture struct {
	Width, Height int // in CSS pixels, by which a page keeps its place
	Sizes         string
	Cuts          []Cut // the narrowest first
}

// A Cut is a picture in one of its widths.
type Cut struct {
	Address string
	Width   int // in pixels
}

// mostForAll is the width that serves who cannot choose.
const mostForAll = 960

// Address is that of the width for who cannot choose.
func (p *Picture) Address() string {
	chosen := p.Cuts[0]
	for _, cut := range p.Cuts {
		if cut.Width <= mostForAll {
			chosen = cut
		}
	}
	return chosen.Address
}

// Srcset lists the widths for a browser; "" if there is nothing to choose.
func (p *Picture) Srcset() string {
	if len(p.Cuts) < 2 {
		return ""
	}
	var all []string
	for _, cut := range p.Cuts {
		all = append(all, cut.Address+" "+strconv.Itoa(cut.Width)+"w")
	}
	return strings.Join(all, ", ")
}

// Picture is how a document shows a picture that lies beside it; nil if its file
// is none, or none that is fit to be published.
func (a *Addresses) Picture(document council.Entity, name council.FileName, file council.File, use Use) *Picture {
	return pictureAt(a.Of(document), name, file, use)
}

// Logo is how pages show the council's logo, nil if it has none.
func (a *Addresses) Logo(c *council.Council) *Picture {
	name := c.Settings.Appearance.Logo
	file, ok := c.SettingsFile(name)
	if name == "" || !ok {
		return nil
	}
	return pictureAt(a.root+"/", name, file, Logo)
}

func pictureAt(folder string, name council.FileName, file council.File, use Use) *Picture {
	if !picture.Is(file.Name) {
		return nil
	}
	facts := file.Facts().Picture
	if facts == nil || facts.Flaw != "" {
		return nil
	}
	widths := picture.Widths(*facts, use.Widths)
	p := &Picture{Width: widths[len(widths)-1], Sizes: use.Sizes}
	if use.Shown > 0 && p.Width > use.Shown {
		p.Width = use.Shown
	}
	p.Height = facts.HeightAt(p.Width)
	for _, width := range widths {
		place := &url.URL{Path: CutName(path.Clean(string(name)), *facts, width)}
		p.Cuts = append(p.Cuts, Cut{folder + place.EscapedPath(), width})
	}
	return p
}

// CutName is the name of a picture in one of its widths. It bears a part of the
// hash of the editor's file, so that the same name always holds the same bytes.
func CutName(name string, facts picture.Facts, width int) string {
	return fmt.Sprintf("%s-%d.%s%s", strings.TrimSuffix(name, path.Ext(name)), width, facts.Sum, picture.Extension(facts, width))
}

// Copy writes a file of the content as it is published under its own name: as
// it is, or without what it says of its maker if it is a picture.
func (b *Brief) Copy(w io.Writer, file council.File) error {
	text, err := fs.ReadFile(b.Content, file.Name)
	if err == nil && picture.Is(file.Name) {
		text, err = picture.Clean(text, *file.Facts().Picture)
	}
	if err == nil {
		_, err = w.Write(text)
	}
	if err != nil {
		return fmt.Errorf("copying %s: %w", file.Name, err)
	}
	return nil
}
