package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

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
