package page

import (
	"strings"

	"greffe/generator/council"
	"greffe/generator/site"
)

// newsPage is a press release, an article, an interview or a call.
type newsPage struct {
	*council.News
	Open    bool // the call: candidates may still come forward
	Coming  bool // the call: not yet
	Others  group
	IsPress bool
}

func newsPages(p *Publisher) site.Part {
	return eachOf(p, "news", "news", &p.Council.News, func(v *View, news *council.News) {
		page := &newsPage{News: news, IsPress: news.Kind == "press-release"}
		if call := news.Call; call != nil {
			page.Open = call.Open(v.AsOf)
			page.Coming = !call.OpensOn.IsZero() && v.AsOf.First() < call.OpensOn.First()
		}
		v.Page = page
		v.dated(news.Date.Date)
		if v.Description == "" {
			v.Description = v.Text(oneLine(news.Standfirst))
		}
		if v.Description == "" {
			v.Description = v.T("news.description", "kind", v.Upper(v.Word(news.Kind)), "date", v.DateText(news.Date.Date), "council", v.Settings.Name)
		}
	})
}

// AwardMarks are an award's level as its marks are painted on road signs: @@@@.
func (v *View) AwardMarks(award *council.Award) string { return strings.Repeat("@", award.Level) }
