package page

import (
	"html/template"
	"path"
	"strings"

	"greffe/generator/council"
	"greffe/generator/markdown"
)

// Prose is the body of a document, its links resolved to the site's addresses.
func (v *View) Prose(document council.Documented) template.HTML {
	return v.prose(document, (*markdown.Text).HTML)
}

// LowerProse is [View.Prose] where it stands under a heading of its page's own,
// which is the one that the table of contents lists.
func (v *View) LowerProse(document council.Documented) template.HTML {
	return v.prose(document, (*markdown.Text).LowerHTML)
}

func (v *View) prose(document council.Documented, write func(*markdown.Text, func(markdown.Link) markdown.Target) string) template.HTML {
	text := v.Council.Text(document)
	if text == nil {
		return ""
	}
	// The first picture may be in sight as soon as the page is: no browser is to
	// wait with it.
	first := v.Picture(document) == nil
	html := write(text, func(link markdown.Link) markdown.Target {
		target := v.resolve(document, link)
		if link.Image && target.Href != "" {
			target.Eager, first = first, false
		}
		return target
	})
	if v.rendering != nil && v.rendering.Body == nil { // only the rest was translated
		return safe(`<div lang="` + escape(v.rendering.language) + `">` + html + `</div>`)
	}
	return safe(html)
}

// Contents are the headings of a document's body, for a table of contents.
func (v *View) Contents(document council.Documented) []markdown.Heading {
	if text := v.Council.Text(document); text != nil {
		return text.Headings
	}
	return nil
}

// resolve turns what an editor wrote into an address. A link to a document that
// is not published keeps its text and loses its address.
func (v *View) resolve(document council.Documented, link markdown.Link) markdown.Target {
	target, fragment, _ := strings.Cut(link.Destination, "#")
	switch {
	case target == "" && fragment != "":
		return markdown.Target{Href: "#" + markdown.Anchor(fragment)}
	case strings.Contains(target, ":"):
		return markdown.Target{Href: link.Destination}
	case strings.HasSuffix(target, ".md"):
		other := v.Lookup(council.SplitPath(path.Join(path.Dir(document.Common().File), target)))
		if other == nil {
			return markdown.Target{}
		}
		href := v.Href(other)
		if fragment != "" {
			href += "#" + v.anchor(other, fragment)
		}
		return markdown.Target{Href: href}
	}
	if link.Image {
		return v.pictured(document, council.FileName(target))
	}
	file, ok := v.File(document.Common(), council.FileName(target))
	if !ok {
		return markdown.Target{}
	}
	href := v.publisher.Addresses.Attachment(document, council.FileName(target))
	return markdown.Target{Href: href, Suffix: v.T("file.suffix", "format", v.Format(file), "size", v.Size(file.Size))}
}

// anchor is where a fragment leads on another document's page: to a
// recommendation or an article of that name, else to a heading.
func (v *View) anchor(other council.Entity, fragment string) string {
	if council.HasPart(other, fragment) {
		return fragment
	}
	return markdown.Anchor(fragment)
}
