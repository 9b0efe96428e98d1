package page

import (
	"encoding/json"
	"html/template"
)

// StructuredData is what the page is about, in the words of schema.org, for
// search engines: the way to it, and the council, person, meeting, text or data
// that it shows. It says nothing that the page does not.
func (v *View) StructuredData() (template.HTML, error) {
	if v.NotFound || v.MovedTo != "" {
		return "", nil
	}
	var things []thing
	if v.Address != v.Home() {
		things = append(things, v.breadcrumbs())
	}
	if about := v.about(); about != nil {
		things = append(things, about)
	}
	if len(things) == 0 {
		return "", nil
	}
	// encoding/json writes <, > and & as \u003c…, so no text can close the script.
	text, err := json.Marshal(thing{"@context": "https://schema.org", "@graph": things})
	if err != nil {
		return "", err
	}
	return safe(`<script type="application/ld+json">` + string(text) + `</script>`), nil
}

// A thing of schema.org. What is not known is left out.
type thing map[string]any

func a(kind string) thing { return thing{"@type": kind} }

func (t thing) with(property string, value any) thing {
	switch value := value.(type) {
	case string:
		if value == "" {
			return t
		}
	case []thing:
		if len(value) == 0 {
			return t
		}
	case []string:
		if len(value) == 0 {
			return t
		}
	}
	t[property] = value
	return t
}

// about is the thing that the page shows; nil for a list or a text of the site.
func (v *View) about() thing {
	switch page := v.Page.(type) {
	case *Home:
		return v.councilThing()
	case *memberPage:
		return v.personThing(page.Member)
	case *sessionPage:
		return v.eventThing(page.Session)
	case *opinionPage:
		return v.opinionThing(page.Opinion)
	case *newsPage:
		return v.textThing("NewsArticle", page.News).
			with("headline", page.News.Title).
			with("datePublished", v.instant(page.News.Date))
	case *documentPage:
		return v.textThing("CreativeWork", page.Document).
			with("headline", page.Document.Title).
			with("dateCreated", page.Document.Dated().String()).
			with("version", page.Document.Version)
	case *Data:
		return v.catalogThing()
	case *TablePage:
		return v.tableThing(page)
	}
	return nil
}
