// Package generator is the whole of greffe on one screen: content is read into
// a council, the council is checked and published as a site, and the site is
// written to disk or served.
//
//	content/ ─ read ─→ council ─ check ─→ diagnostics
//	                      │
//	                   publish: page, data, feed, asset
//	                      │
//	                    site ─ write ─→ public/
//	                      └── serve ─→ a browser
//
// Each stage is a package of its own and knows none of the others; what one
// returns, the next receives. Folders come in as [fs.FS] and the time as a
// function, so that the same input gives the same bytes.
package generator

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"time"

	"greffe/generator/check"
	"greffe/generator/council"
	"greffe/generator/diagnostic"
	"greffe/generator/former"
	"greffe/generator/publish"
	"greffe/generator/read"
	"greffe/generator/site"
	"greffe/generator/words"
	"greffe/generator/write"
)

// A Generator makes one council's site, again and again.
type Generator struct {
	Content fs.FS
	Layouts []fs.FS // greffe's own, then the council's: a later one's file is taken
	Static  []fs.FS
	BaseURL string                              // takes the place of the council's, if not empty
	AsOf    func(*time.Location) council.Moment // what "now" is, in the council's zone
	Drafts  bool                                // show drafts and embargoed documents, in a preview
	Only    []string                            // publishers; all if empty

	Previous       *former.Publication // what the table of changes compares with
	Replaced       *former.Publication // what the site will be written over
	AllowVanishing bool                // of what they published

	reader     *read.Reader
	live       *live
	changed    []string // content files, since the last site
	mutex      sync.Mutex
	catalogues map[string]*words.Catalogue
}

// ErrContent says that the content has errors: nothing was published.
var ErrContent = errors.New("the content has errors")

// ErrEmpty says that the content folder holds no council.
var ErrEmpty = errors.New("there is no content")

// Council reads and checks the content. The council is the whole one, for the
// editor's eyes.
func (g *Generator) Council() (*council.Council, diagnostic.List, error) {
	c, read, checked, err := g.council()
	found := slices.Concat(read, checked)
	found.Sort()
	return c, found, err
}

// council tells apart what was found in reading and in checking.
func (g *Generator) council() (c *council.Council, read, checked diagnostic.List, err error) {
	content, err := g.read().Content()
	if err != nil {
		return nil, nil, nil, err
	}
	if content.Empty {
		return nil, content.Found, nil, ErrEmpty
	}
	if g.BaseURL != "" {
		content.Settings.BaseURL = council.URL(g.BaseURL)
	}
	c = council.Assemble(content.Source, g.AsOf(content.Settings.Timezone.Location()))
	return c, check.Silence(c, content.Found), check.Run(c), nil
}

// Site makes the site that the public sees, without writing it. Content with
// errors makes no site, but for a document that has become wrong since the last
// one ([Generator.Changed]): then the site has its last good version.
func (g *Generator) Site() (*site.Site, diagnostic.List, error) {
	s, found, err := g.site()
	if err != nil {
		return s, found, err
	}
	if gone := g.vanished(s, g.live.brief.Addresses); len(gone) > 0 {
		found = append(found, gone...)
		found.Sort()
		return s, found, ErrContent
	}
	return s, found, nil
}

func (g *Generator) site() (*site.Site, diagnostic.List, error) {
	if s, found, done, err := g.edit(); done {
		return s, found, err
	}
	g.live = nil
	c, read, checked, err := g.council()
	found := slices.Concat(read, checked)
	found.Sort()
	if err != nil {
		return nil, found, err
	}
	if found.HasErrors() {
		return nil, found, ErrContent
	}
	catalogue, err := g.Words(string(c.Settings.Language))
	if err != nil {
		return nil, found, err
	}
	languages, err := g.languages(catalogue)
	if err != nil {
		return nil, found, err
	}
	brief := &site.Brief{
		Council:   c.Public(g.Drafts),
		Words:     catalogue,
		Languages: languages,
		Addresses: site.NewAddresses(c.Settings.BaseURL, catalogue),
		Layouts:   overlay(g.Layouts), Static: overlay(g.Static), Content: g.Content,
		Kept: new(site.Kept), Previous: g.Previous,
	}
	s, err := publish.Site(brief, g.Only)
	if err != nil {
		return nil, found, err
	}
	if clashes := s.Clashes(); len(clashes) > 0 {
		return nil, append(found, clashesFound(clashes)...), ErrContent
	}
	g.remember(c, brief, read, checked)
	return s, found, nil
}

// Build writes the site to a folder, all of it or nothing.
func (g *Generator) Build(ctx context.Context, dir string, options write.Options) (write.Summary, diagnostic.List, error) {
	s, found, err := g.Site()
	if err != nil {
		return write.Summary{}, found, err
	}
	options.Partial = strings.Join(g.Only, ",")
	summary, err := write.Tree(ctx, dir, s, options)
	return summary, found, err
}

// Changed tells which content files have changed since the last site: they are
// read again, whatever their times say, and if they are documents, nothing else
// is.
func (g *Generator) Changed(files ...string) {
	for _, file := range files {
		g.read().Forget(file)
	}
	g.changed = append(g.changed, files...)
}

// Afresh makes the next site go the whole way round.
func (g *Generator) Afresh() { g.live = nil }

// ForgetWords makes the next site read the catalogues again.
func (g *Generator) ForgetWords() {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	g.catalogues = nil
	g.reader, g.live = nil, nil // bodies bear words
}
