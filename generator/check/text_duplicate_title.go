package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// duplicateTitle: two pages of one title, which nothing that the site adds to it
// (a number, a date) tells apart (RGAA 8.6). Members are left to sameName.
var duplicateTitle = Rule{
	Name:     "duplicate-title",
	Severity: diagnostic.Warning,
	Council: func(c *council.Council, report Reporter) {
		type title struct{ collection, words, number, date string }
		first := make(map[title]council.Documented)
		for document := range c.Everything() {
			key := title{collection: document.Collection(), words: council.Fold(document.Label())}
			switch d := document.(type) {
			case *council.Session:
				key.number, key.date = d.Number, d.Start.Date.String()
			case *council.Opinion:
				key.number, key.date = d.Number, d.AdoptedOn.String()
			case *council.News:
				key.date = d.Date.Date.String()
			case *council.Document:
				key.number, key.date = d.Number, d.Dated().String()
			case *council.Member:
				continue
			}
			if other := first[key]; other != nil {
				report(at(document, "title"), "tell-titles", diagnostic.Args{"text": excerpt(document.Label()), "other": other.Common().File})
				continue
			}
			first[key] = document
		}
	},
}
