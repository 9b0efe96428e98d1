// Package markdown turns the Markdown that editors write into safe, accessible
// HTML set in French typography, and says where each link stands.
//
// # What flows through
//
//	text := markdown.Parse(source, options) // once for each version of a file
//	text.Problems                           // what the editor must mend, each at its line and column
//	text.Headings                           // the table of contents
//	text.HTML(resolve)                      // for each page made; resolve knows the site's addresses
//
// A Text keeps no syntax tree: it is HTML with holes where addresses go. One
// parse so serves many builds, and a document whose neighbour has moved gets a
// new link without being read again.
//
// # What editors may write
//
// CommonMark, with tables, footnotes, definition lists, strikethrough and bare
// web addresses. Added to these:
//
//   - "[open data]{lang=en}" is a passage in another language, also
//     "## Title {lang=en}" and "[text](address){lang=en}";
//   - "## Title {#constats}" chooses an anchor;
//   - "![](file.png){decorative}" is an image that says nothing;
//   - "![alt](file.png "Caption")" alone in its paragraph is a figure;
//   - a line "Tableau : …" just before or after a table is its caption, and a
//     first column wholly in bold becomes the headers of the rows.
//
// Raw HTML is refused, comments included: what is published must hold the
// promises of accessibility and safety that this package makes.
//
// # What is promised
//
// Parse is a pure function of its arguments and never panics; it may be called
// from several goroutines. Whatever the source, the output has no script, no
// style, no event handler and no address other than web, mail, telephone and
// relative ones; its ids are unique and begin with "s-" (headings), "t-"
// (captions), "fn-" or "fnref-" (notes), after Options.Prefix, so that they
// never take the id of something else on the page. Sources that would make the
// parser slow or greedy are refused before it sees them (limits.go).
//
// Not done yet: emoji are written as they are, without a spoken name.
package markdown

import (
	"bytes"

	"greffe/generator/diagnostic"
	"greffe/generator/scratch"
)

// Options are everything besides the source that changes the result.
type Options struct {
	Language  string // BCP 47; French typography when it is French
	File      string // for positions
	FirstLine int    // the line of File on which the source begins; 0 is 1
	Prefix    string // put before every id, when one page shows several texts
	Labels    Labels
	Scratch   *scratch.File // where the HTML is kept; in memory if nil
	// Proof, if there is one, is shown the text as the editor typed it; what it
	// finds joins Problems.
	Proof func(*Copy) diagnostic.List
}

// Labels are the words of the output; none stands in this package. "{n}" takes
// the note's number. What is left empty is left out.
type Labels struct {
	Tables []string // words that begin a table's caption: "Tableau", "Table"
	Notes  string   // heading of the footnotes: "Notes"
	Note   string   // name of the link to a footnote: "Note {n}"
	Back   string   // name of the link back: "Retour au texte, note {n}"
}

// A Text is a source that was parsed. It is not changed afterwards and may be
// shared.
type Text struct {
	Headings []Heading
	Links    []Link          // links and images, in reading order
	Problems diagnostic.List // sorted

	body   scratch.Text
	holes  []hole
	unread []extent // parts of body that Plain leaves out
}

// A Heading is a heading of the text, from level 2 down.
type Heading struct {
	Level    int
	ID       string
	Text     string
	Language string // when it is not the text's
	Position diagnostic.Position
}

// A Link is a link or an image, as its editor wrote it.
type Link struct {
	Destination string
	Text        string // an image's is its alternative
	Title       string // an image's is its caption
	Image       bool
	Position    diagnostic.Position
}

// A Target is what a Link leads to on the site being made.
type Target struct {
	Href          string // empty: the link is left out and its text kept; an image is left out
	Suffix        string // added within the link, after its text: " (PDF, 240 Ko)"
	Lang, Type    string // hreflang and type, when not empty
	Width, Height int    // of an image, in pixels, when known
	Srcset, Sizes string // of an image that lies there in several widths
	Eager         bool   // an image that is seen as soon as the page is
}

// Parse reads the source. It always returns a Text; one with errors among its
// Problems is not fit to be published.
func Parse(source []byte, o Options) (text *Text) {
	o.FirstLine = max(o.FirstLine, 1)
	source = unixLines(source)
	r := &renderer{
		Options: o,
		source:  source,
		lines:   lineIndex{source: source, file: o.File, first: o.FirstLine},
		text:    &Text{},
	}
	// Nobody can promise that a parser of this size never panics, and one bad
	// body must not take the preview server down.
	defer func() {
		if recover() != nil {
			text = &Text{Problems: append(r.text.Problems, diagnostic.Diagnostic{
				Position: r.lines.position(0),
				Severity: diagnostic.Error,
				Rule:     "unreadable-markdown",
				Hint:     "unreadable-markdown",
			})}
			text.Problems.Sort()
		}
	}()
	if r.withinLimits() {
		r.render(parse(source))
	}
	r.text.Problems.Sort()
	return r.text
}

// HasAnchor tells whether a link to the text may end in "#fragment".
func (t *Text) HasAnchor(fragment string) bool {
	id := Anchor(fragment)
	for _, h := range t.Headings {
		if h.ID == id {
			return true
		}
	}
	return false
}

// unixLines ends every line in a line feed. What ends in one already is not copied.
func unixLines(source []byte) []byte {
	if bytes.IndexByte(source, '\r') < 0 {
		return source
	}
	lines := make([]byte, 0, len(source))
	for i, c := range source {
		switch {
		case c != '\r':
			lines = append(lines, c)
		case i+1 == len(source) || source[i+1] != '\n':
			lines = append(lines, '\n')
		}
	}
	return lines
}
