package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// incompleteNews: a call for candidates that says nothing of how to answer it,
// an interview of nobody.
var incompleteNews = Rule{
	Name:     "incomplete-news",
	Severity: diagnostic.Warning,
	Document: onNews(func(_ *council.Council, news *council.News, report Reporter) {
		switch {
		case news.Kind == "call" && news.Call == nil:
			report(at(news, "kind"), "call-wanted", diagnostic.Args{"key": "call"})
		case news.Kind == "interview" && news.Speaker == nil && len(news.Quotes) == 0:
			report(at(news, "kind"), "speaker-wanted", diagnostic.Args{"key": "speaker"})
		}
	}),
}
