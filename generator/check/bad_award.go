package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

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
