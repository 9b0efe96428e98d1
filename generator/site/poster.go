package site

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"greffe/generator/council"
	"greffe/generator/markdown"
)

// A Poster is the image that other sites show beside a link to a page: what the
// page is about, and whose site it is. There is one for the site and one for
// each of its sections: one for each document would weigh more than the pages.
//
// Whoever publishes posters and whoever names them ask the brief, so that no
// page names one that is not there.
type Poster struct {
	Section string // "" for the site
	Title   string // what stands large
	Council string // whose site it is, below; "" if the title says it
	Place   string // the territory, or ""
	Colour  council.Colour
	Accent  council.Colour
}

// PosterWidth and PosterHeight are what the sites that show posters ask for, in
// pixels.
const (
	PosterWidth  = 1200
	PosterHeight = 630
)

// posterRecipe is changed with whatever changes the bytes of the posters.
const posterRecipe = "1"

// withPosters are the sections whose pages people share.
var withPosters = []string{"members", "sessions", "workshops", "opinions", "recommendations", "news", "documents", "composition", "figures", "conformity", "timeline", "data"}

// Posters are all of them, that of the site first.
func (b *Brief) Posters() []Poster {
	posters := []Poster{b.Poster("")}
	for _, section := range withPosters {
		posters = append(posters, b.Poster(section))
	}
	return posters
}

// Poster is that of a section's pages, or the site's if it has none of its own.
func (b *Brief) Poster(section string) Poster {
	s := b.Council.Settings
	p := Poster{Title: b.set(s.Name), Colour: s.Appearance.Colour, Accent: s.Appearance.Accent}
	if s.Territory != nil && !strings.Contains(s.Name, s.Territory.Name) {
		p.Place = b.set(s.Territory.Name)
	}
	if s.ShortName != "" && s.ShortName != s.Name {
		p.Title, p.Council = b.set(s.ShortName), b.set(s.Name)
	}
	if slices.Contains(withPosters, section) {
		p.Section, p.Council = section, p.Name()
		p.Title = b.set(b.Words.Say("pages.sections." + section))
	}
	return p
}

func (b *Brief) set(text string) string { return markdown.Typography(text, b.Words.Language) }

// Name is the poster in a line, for who does not see it.
func (p Poster) Name() string {
	if p.Council == "" {
		return p.Title
	}
	return fmt.Sprintf("%s — %s", p.Title, p.Council)
}

// Address is where the poster lies. It bears a hash of all that is on it.
func (p Poster) Address(a *Addresses) string {
	digest := sha256.Sum256(fmt.Appendf(nil, "%s %q", posterRecipe, p))
	name := p.Section
	if name == "" {
		name = "site"
	}
	return a.Asset("social/" + name + "." + hex.EncodeToString(digest[:])[:10] + ".png")
}
