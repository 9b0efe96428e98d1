package check

import "greffe/generator/council"

// onNews makes a rule's function of what it looks for in a piece of news.
func onNews(look func(*council.Council, *council.News, Reporter)) func(*council.Council, council.Documented, Reporter) {
	return func(c *council.Council, document council.Documented, report Reporter) {
		if news, ok := document.(*council.News); ok {
			look(c, news, report)
		}
	}
}

func open(k *council.Commitment) bool { return k.Status == "" || k.Status == "open" }
