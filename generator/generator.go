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
	"greffe/generator/precompress"
	"greffe/generator/publish"
	"greffe/generator/read"
	"greffe/generator/scratch"
	"greffe/generator/seal"
	"greffe/generator/site"
	"greffe/generator/weights"
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
	Only    []string                            // publishers; all if empty

	// Compress lays each text of the site compressed beside it, unless it will be
	// written again and again.
	Compress bool
	// Weights asks for the weight of each page that a build makes: Heaviest and
	// TooHeavy tell it once the site is written.
	Weights  Weights
	Heaviest []weights.File  // first, what takes most of what its limit allows
	TooHeavy diagnostic.List // what is past it
	// Preview makes a site for one reader's eyes: it may be ahead of the rules
	// that look at the whole council ([Generator.Recheck]).
	Preview bool
	// Again tells that the site will be written again and again: what each file
	// is made from is noted, and files that would be the same are not made.
	Again bool

	Previous       *former.Publication // what the table of changes compares with
	Replaced       *former.Publication // what the site will be written over
	AllowVanishing bool                // of what they published
	Apache         bool                // will serve the site: it reads .htaccess

	witness    *seal.Witness // of what is read; nil: no site is sealed
	notes      string        // where seals are kept
	scratch    *scratch.File // for what is wanted again; nil: in memory
	reader     *read.Reader
	live       *live
	ledger     ledger
	written    bool
	changed    []string // content files, since the last site
	mutex      sync.Mutex
	catalogues map[string]*words.Catalogue
}

// ErrContent says that the content has errors: nothing was published.
var ErrContent = errors.New("the content has errors")

// ErrEmpty says that the content folder holds no council.
var ErrEmpty = errors.New("there is no content")

// Spare makes a site that is made once spare memory: what is wanted again is
// kept in a scratch file, in a folder of the user's own. It is to be called
// before anything is read.
func (g *Generator) Spare(folder string) { g.scratch = scratch.New(folder) }

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
func (g *Generator) Site() (*site.Site, diagnostic.Findings, error) {
	s, found, err := g.site()
	if err != nil {
		return s, found, err
	}
	if gone := g.vanished(s, g.live.brief.Addresses); len(gone) > 0 {
		return s, diagnostic.NewFindings(append(found.List(), gone...)), ErrContent
	}
	return s, found, nil
}

func (g *Generator) site() (*site.Site, diagnostic.Findings, error) {
	if s, found, done, err := g.edit(); done {
		return s, found, err
	}
	g.live = nil
	g.ledger.forget()
	c, read, checked, err := g.council()
	found := diagnostic.NewFindings(slices.Concat(read, checked))
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
	public := c.Public(false)
	addresses := site.NewAddresses(c.Settings.BaseURL, catalogue)
	editions, err := site.Editions(public, catalogue, addresses, g.Words)
	if err != nil {
		return nil, found, err
	}
	brief := &site.Brief{
		Council:   public,
		Words:     catalogue,
		Languages: languages,
		Addresses: addresses,
		Editions:  editions,
		Layouts:   overlay(g.Layouts), Static: overlay(g.Static), Content: g.Content,
		Kept: new(site.Kept), Previous: g.Previous, Apache: g.Apache,
	}
	s, err := publish.Site(brief, g.Only)
	if err != nil {
		return nil, found, err
	}
	if clashes := s.Clashes(); len(clashes) > 0 {
		return nil, diagnostic.NewFindings(append(found.List(), clashesFound(clashes)...)), ErrContent
	}
	g.remember(c, brief, read, found)
	return s, found, nil
}

// WithDrafts answers what makes the last site with its drafts and its embargoed
// documents, for an editor's eyes; nil if there is no site. Later edits do not
// change what it makes.
func (g *Generator) WithDrafts() func() (*site.Site, error) {
	l := g.live
	if l == nil {
		return nil
	}
	return func() (*site.Site, error) {
		brief := *l.brief
		brief.Council = l.whole.Public(true)
		var err error
		if brief.Editions, err = site.Editions(brief.Council, brief.Words, brief.Addresses, g.Words); err != nil {
			return nil, err
		}
		return publish.Site(&brief, g.Only)
	}
}

// Build makes the site and writes it to a folder, all of it or nothing.
func (g *Generator) Build(ctx context.Context, dir string, options write.Options) (write.Summary, diagnostic.Findings, error) {
	s, found, err := g.Site()
	if err != nil {
		return write.Summary{}, found, err
	}
	summary, err := g.Write(ctx, dir, s, options)
	return summary, found, err
}

// Write puts a site that was just made in a folder: all of it or nothing the
// first time, then file by file, and only those that changed.
func (g *Generator) Write(ctx context.Context, dir string, s *site.Site, o write.Options) (write.Summary, error) {
	o.Partial = strings.Join(g.Only, ",")
	o.Keep = func(path string) bool { return s.Lasts(path) || g.ledger.holds(path) }
	o.Approve = g.inspect(s)
	inspection := g.live.inspection
	if !g.Again {
		o.Seal = g.seal(dir)
		var source write.Source
		source, o.Approve = g.weighed(s, inspection.Source(s), o.Approve)
		return write.Tree(ctx, dir, g.compressed(source), o)
	}
	put := write.Tree
	if g.written {
		put = write.Update
	}
	g.ledger.list(s)
	summary, err := put(ctx, dir, inspection.Source(noting{s, &g.ledger}), o)
	g.written = g.written || err == nil
	if err != nil {
		g.ledger.forget() // what was noted may not have been written
	}
	return summary, err
}

func (g *Generator) compressed(of write.Source) write.Source {
	if g.Compress {
		return precompress.Both(of)
	}
	return of
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
