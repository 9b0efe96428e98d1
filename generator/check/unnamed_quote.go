package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// unnamedQuote: a quote whose author is a pronoun. Readers must know who speaks.
var unnamedQuote = Rule{
	Name:     "unnamed-quote",
	Severity: diagnostic.Error,
	Document: onNews(func(_ *council.Council, news *council.News, report Reporter) {
		for i := range news.Quotes {
			if by := news.Quotes[i].By; pronouns[council.Fold(by)] {
				report(at(news, fmt.Sprintf("quotes.%d.by", i)), "unnamed-quote", diagnostic.Args{"by": by})
			}
		}
	}),
}

var pronouns = map[string]bool{
	"il": true, "elle": true, "ils": true, "elles": true, "on": true, "lui": true, "eux": true, "iel": true,
	"pour lui": true, "pour elle": true, "selon lui": true, "selon elle": true,
	"he": true, "she": true, "they": true, "him": true, "her": true, "them": true,
}
