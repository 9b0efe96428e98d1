package page

import (
	"slices"
	"strconv"

	"greffe/generator/council"
	"greffe/generator/site"
)

// documentPage is a text that founds, rules or accounts for the council's work.
type documentPage struct {
	*council.Document
	Founding *council.FoundingAct // nil: the document did not create the council
}

func documentPages(p *Publisher) site.Part {
	return eachOf(p, "document", "documents", &p.Council.Documents, func(v *View, document *council.Document) {
		page := &documentPage{Document: document}
		acts := v.Settings.FoundingActs
		if i := slices.IndexFunc(acts, func(a council.FoundingAct) bool { return string(a.Document) == document.ID }); i >= 0 {
			page.Founding = &acts[i]
		}
		v.Page = page
		switch {
		case document.Number != "":
			v.Title = v.T("pages.numbered", "what", v.Heading, "number", document.Number)
		case document.Version != "":
			v.Title = v.T("document.version", "title", v.Heading, "version", document.Version)
		case document.Year != 0:
			v.Title = v.T("pages.dated", "title", v.Heading, "date", strconv.Itoa(document.Year))
		default:
			v.dated(document.Dated())
		}
		if v.Description == "" {
			v.Description = v.Text(document.Subject)
		}
		if v.Description == "" {
			v.Description = v.T("document.description", "kind", v.Upper(v.Word(document.Kind)), "title", document.Title, "council", v.Settings.Name)
		}
	})
}

// freePages are the free pages, at the root of the site.
func freePages(p *Publisher) site.Part {
	return eachOf(p, "page", "", &p.Council.Pages, func(v *View, page *council.Page) {
		v.Page = page
		if v.Description == "" {
			v.Description = v.T("pages.description", "title", page.Title, "council", v.Settings.Name)
		}
	})
}
