package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

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
