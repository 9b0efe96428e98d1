package page

import "greffe/generator/site"

// feeds are the forms in which a feed is published, and nothing if it is not.
func (v *View) feeds(feed site.Feed, of string) []Alternate {
	var alternates []Alternate
	for _, form := range feed.Forms(v.Council) {
		alternates = append(alternates, Alternate{
			Title: v.T("facets.feeds."+form.Name, "of", of), Type: form.MediaType,
			Address: feed.Subject(v.publisher.Addresses) + form.File,
		})
	}
	return alternates
}
