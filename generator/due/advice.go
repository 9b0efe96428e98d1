package due

import (
	"fmt"

	"greffe/generator/council"
)

// advice is what the council owes, and what it is owed: opinions that an
// authority asked for, answers, recommendations, promises.
func (l *lister) advice() {
	for opinion := range l.Opinions.All() {
		if opinion.Awaited(l.AsOf) {
			l.until(Item{Kind: "referral-due", On: opinion.Referral.Due, Document: opinion, Path: "referral.due", Args: Args{
				"title": opinion.Title, "by": l.organisation(opinion.Referral.By),
			}}, "referral-late")
		}
		if until := opinion.AnswerExpected(); !until.IsZero() && advises(opinion) && !acted(opinion) {
			last := opinion.Deliveries[len(opinion.Deliveries)-1]
			l.until(Item{Kind: "answer-due", On: until, Document: opinion, Path: "deliveries", Args: Args{
				"title": opinion.Title, "on": opinion.LastDelivery(), "to": l.organisation(last.To),
			}}, "answer-late")
		}
	}
	for f := range l.FollowUp() {
		if f.State().Closed() {
			continue
		}
		rank := 0
		for i := range f.Opinion.Recommendations {
			if &f.Opinion.Recommendations[i] == f.Recommendation {
				rank = i
			}
		}
		l.until(Item{Kind: "recommendation-due", On: f.Due, Document: f.Opinion, Path: fmt.Sprintf("recommendations.%d.due", rank), Args: Args{
			"id": string(f.Recommendation.ID), "text": f.Text, "title": f.Opinion.Title, "to": l.organisation(f.Addressee), "state": f.State(),
		}}, "recommendation-late")
	}
	for news := range l.Council.News.All() {
		for i := range news.Commitments {
			k := &news.Commitments[i]
			if k.Status == "kept" || k.Status == "abandoned" {
				continue
			}
			l.until(Item{Kind: "commitment-due", On: k.Due, Document: news, Path: fmt.Sprintf("commitments.%d.due", i), Args: Args{
				"text": k.Text, "title": news.Title, "author": l.actor(k.Author),
			}}, "commitment-late")
		}
	}
}

// advises tells whether the text is one that its addressee should answer: a
// programme and a report on the council's own activity ask for nothing.
func advises(opinion *council.Opinion) bool {
	switch opinion.Kind {
	case "opinion", "recommendation", "report", "motion":
		return opinion.Status == "adopted"
	}
	return false
}

// acted tells whether the follow-up shows what became of a recommendation: an
// answer in deeds.
func acted(opinion *council.Opinion) bool {
	for i := range opinion.Recommendations {
		if opinion.Recommendations[i].State() != council.Proposed {
			return true
		}
	}
	return false
}

// organisation is what people call one; its id, if it is not known.
func (l *lister) organisation(ref council.Ref[council.Organisation]) string {
	if found := l.Organisations.Find(ref); found != nil {
		return found.Name
	}
	return string(ref)
}

func (l *lister) actor(actor council.Actor) string {
	if member := l.Members.Find(council.Ref[council.Member](actor)); member != nil {
		return member.Name
	}
	return l.organisation(council.Ref[council.Organisation](actor))
}
