package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// onNews makes a rule's function of what it looks for in a piece of news.
func onNews(look func(*council.Council, *council.News, Reporter)) func(*council.Council, council.Documented, Reporter) {
	return func(c *council.Council, document council.Documented, report Reporter) {
		if news, ok := document.(*council.News); ok {
			look(c, news, report)
		}
	}
}

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

// lateCommitment: a promise that was due and is still open.
var lateCommitment = Rule{
	Name:     "late-commitment",
	Severity: diagnostic.Information,
	Document: onNews(func(c *council.Council, news *council.News, report Reporter) {
		for i := range news.Commitments {
			if k := &news.Commitments[i]; open(k) && !k.Due.IsZero() && k.Due.Last() < c.AsOf.First() {
				report(at(news, fmt.Sprintf("commitments.%d.due", i)), "late-commitment", diagnostic.Args{"due": k.Due.String()})
			}
		}
	}),
}

// staleCommitment: an open promise of which nobody has written for a year.
var staleCommitment = Rule{
	Name:     "stale-commitment",
	Severity: diagnostic.Information,
	Document: onNews(func(c *council.Council, news *council.News, report Reporter) {
		for i := range news.Commitments {
			k := &news.Commitments[i]
			if last := lastSign(news.Date.Date, k.Updates); open(k) && stale(c, last) {
				report(at(news, fmt.Sprintf("commitments.%d.text", i)), "stale-follow-up", diagnostic.Args{"on": last.String()})
			}
		}
	}),
}

func open(k *council.Commitment) bool { return k.Status == "" || k.Status == "open" }

// badAward: a label of a territory with a number of marks that does not exist:
// there are one to five.
var badAward = Rule{
	Name:     "bad-award",
	Severity: diagnostic.Error,
	Document: onNews(func(_ *council.Council, news *council.News, report Reporter) {
		if news.Speaker == nil || news.Speaker.Award == nil {
			return
		}
		level, where := news.Speaker.Award.Level, at(news, "speaker.label.level")
		stated := level != 0 || where != at(news, "speaker.label") // 0 may be left out
		if stated && (level < 1 || level > 5) {
			report(where, "bad-award", diagnostic.Args{"value": fmt.Sprint(level)})
		}
	}),
}
