// Package page makes the pages of the site: HTML that people read.
//
// A page is a layout and what the layout may ask. The layouts are html/template
// files (layouts/NAME.html) set in one frame (layouts/frame.html); each is
// given a [View], which looks things up in the council, says words of the
// council's language, writes dates in full and makes links. A layout computes
// nothing: what needs computing is a method of package council, or a field that
// the page's Go file prepares.
//
// # What a layout defines
//
//	{{define "top"}}   what stands before the table of contents: the h1, and
//	                   what every reader needs first. May be left out.
//	{{define "main"}}  the rest. If there is no "top", it begins with the h1.
//
// The table of contents comes by itself between the two, when "main" has more
// than three headings <h2 id="…">. The page's ids begin with a capital, so that
// they never take the place of an editor's (r1, article-2) nor of a Markdown
// heading's (s-constats).
//
// Facts are written by the keys of the model, in the reader's order; "!" is for
// those that a reader expects, which are said to be not communicated when they
// are blank:
//
//	{{.Facts .Page.Workshop "start!" "end" "lead!"}}
//
// Parts that several layouts share are in layouts/_NAME.html. One that needs
// both the view and a value is called {{template "vote" (.With .Page.Vote)}}
// and finds the value in .It.
//
// # What is made once
//
// Calls whose answer is the same on every page ({{.T "key"}}, {{.Href "news"}})
// are answered when a layout is read. Links, the banner and the footer are made
// once for a [Publisher], which lives as long as the council that it was made
// from.
//
// # Other languages
//
// A document that was translated has a page in an edition ([site.Edition]), which
// the same layouts make with that language's words. A layout need do nothing for
// it, but write what an editor wrote by {{.Text}}, {{.Show}} or {{.Paragraphs}}:
// that is how the page knows which passages are not in its language.
//
// # How to add a page
//
// Write layouts/NAME.html and a file NAME.go here with a function that lists
// the page's files; add that function to [families].
package page

import (
	"slices"

	"greffe/generator/site"
)

// families are the kinds of pages, in the order in which the site lists them.
// Each returns the part of its kind for the public council of the brief.
var families = slices.Concat([]func(*Publisher) site.Part{
	memberPages, sessionPages, workshopPages, opinionPages, newsPages, documentPages, freePages,
	organisationPages, bodyPages, themePages, axisPages, seriesPages,
	several(homePages),
}, sectionLists, []func(*Publisher) site.Part{
	several(compositionPages), several(figuresPages), several(conformityPages), several(timelinePages), several(glossaryPages),
	several(dataPages), several(searchPages), several(sitemapPages), several(statutoryPages), several(notFoundPages),
	several(gonePages), several(erasedPages), several(movedPages),
})

func several(family func(*Publisher) []site.File) func(*Publisher) site.Part {
	return func(p *Publisher) site.Part {
		return site.List(func() []site.File { return family(p) })
	}
}

// Parts are all pages of the site.
func Parts(brief *site.Brief) ([]site.Part, error) {
	publisher, err := newPublisher(brief)
	if err != nil {
		return nil, err
	}
	var parts []site.Part
	for _, family := range families {
		parts = append(parts, family(publisher))
	}
	for i := range brief.Editions {
		edition, err := editionParts(brief, &brief.Editions[i])
		if err != nil {
			return nil, err
		}
		parts = append(parts, edition...)
	}
	return parts, nil
}
