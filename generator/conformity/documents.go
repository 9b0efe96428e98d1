package conformity

import (
	"fmt"
	"slices"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// Documents: the texts that a council must have, once or in each period, public
// or not, and to whom they are sent.
//
// A text that is asked for once is looked for six months after the council
// began; a yearly one, for each whole year that is over. The report on a year
// has until 30 September of the next, as the reports of French intermunicipal
// bodies have (code général des collectivités territoriales, article L. 5211-39).
//
// A text that need not be public may well exist and not be here: its lack is
// told to the editor, and the verdict is "undetermined".
var Documents = Rule{Name: "documents", Kinds: []string{"missing-document", "document-not-sent"}, Judge: judgeDocuments}

func judgeDocuments(c *council.Council) []Verdict {
	rules := c.Settings.Rules.Documents
	if len(rules) == 0 {
		return []Verdict{unspecified("documents", "", "")}
	}
	var verdicts []Verdict
	for i := range rules {
		rule := &rules[i]
		j := newJudge(c, "documents", fmt.Sprintf("rules.documents.%d", i), rule.RuleSource)
		j.Scope = string(rule.Kind)
		texts := textsOf(c, rule)
		if rule.Every == "" {
			j.once(c, rule, texts)
		} else {
			j.regularly(c, rule, texts)
		}
		j.sent(rule, texts)
		v := j.verdict()
		if v.State == Broken && (rule.Public == nil || !*rule.Public) {
			v.State, v.Since = Undetermined, council.Date{}
		}
		verdicts = append(verdicts, v)
	}
	return verdicts
}

// A text answers a rule on documents: a document, or an opinion of the same
// kind.
type text struct {
	of    council.Documented
	year  int // that it is about; 0: not stated
	dated council.Date
	to    []council.Ref[council.Organisation]
}

func textsOf(c *council.Council, rule *council.DocumentRule) []text {
	public := rule.Public != nil && *rule.Public
	counts := func(document council.Documented) bool {
		state := c.State(document)
		return state != council.Drafted && (!public || state != council.IsConfidential)
	}
	var texts []text
	for document := range c.Documents.All() {
		if document.Kind == rule.Kind && counts(document) {
			texts = append(texts, text{document, document.Year, document.Dated(), document.SentTo})
		}
	}
	for opinion := range c.Opinions.All() {
		if string(opinion.Kind) == string(rule.Kind) && opinion.Followed() && counts(opinion) {
			t := text{of: opinion, dated: opinion.AdoptedOn}
			for _, delivery := range opinion.Deliveries {
				t.to = append(t.to, delivery.To)
			}
			texts = append(texts, t)
		}
	}
	return texts
}

func (j *judge) once(c *council.Council, rule *council.DocumentRule, texts []text) {
	began := c.Began()
	switch {
	case len(texts) > 0:
		for _, t := range texts {
			if j.begins.IsZero() || (!t.dated.IsZero() && t.dated.First() < j.begins.First()) {
				j.begins = t.dated
			}
		}
	case began.IsZero(), began.AddMonths(6).Last() >= j.asOf:
		j.doubt = true
	default:
		j.lapse(Breach{Kind: "missing-document", From: (began.AddMonths(6).Last() + 1).Date(), Path: j.Path, Args: diagnostic.Args{"kind": string(rule.Kind)}})
	}
}

func (j *judge) regularly(c *council.Council, rule *council.DocumentRule, texts []text) {
	periods := elapsed(c, rule.Every)
	j.doubt = len(periods) == 0
	var lacking []span
	for _, p := range periods {
		if j.begins.IsZero() {
			j.begins = p.from()
		}
		year := p.from().Year
		if rule.Kind == "activity-report" && j.asOf <= (council.Date{Year: year + 1, Month: 9, Day: 30}).First() {
			continue
		}
		if !slices.ContainsFunc(texts, func(t text) bool { return t.answers(rule, p) }) {
			lacking = append(lacking, p)
		}
	}
	for _, p := range union(lacking) {
		to := p.to()
		if p.last == periods[len(periods)-1].last {
			to = council.Date{}
		}
		j.lapse(Breach{Kind: "missing-document", From: p.from(), To: to, Path: j.Path, Args: diagnostic.Args{"kind": string(rule.Kind)}})
		j.Breaches[len(j.Breaches)-1].Args["period"] = period(p.from(), p.to())
	}
}

// answers tells whether the text is the one of a period: by the year that it
// is about, or else by its date, in the period or, for a text of one kind that
// is voted beforehand and of one that is voted afterwards, in its neighbour.
func (t *text) answers(rule *council.DocumentRule, p span) bool {
	if t.year != 0 && rule.Every == "year" {
		return t.year == int(p.from().Year)
	}
	if t.dated.IsZero() {
		return false
	}
	first, last := p.first, p.last
	switch rule.Kind {
	case "programme":
		first = p.from().AddMonths(-months[rule.Every]).First()
	case "activity-report":
		last = (p.last + 1).Date().AddMonths(months[rule.Every]).First() - 1
	}
	return t.dated.Last() >= first && t.dated.First() <= last
}

// sent tells which texts are not known to have been sent where the rule says.
func (j *judge) sent(rule *council.DocumentRule, texts []text) {
	if rule.SentTo == "" {
		return
	}
	for _, t := range texts {
		document, ok := t.of.(*council.Document)
		if !ok || slices.Contains(t.to, rule.SentTo) {
			continue
		}
		where := "kind"
		if len(t.to) > 0 {
			where = "sent_to"
		}
		j.breach(Breach{
			Kind: "document-not-sent", From: t.dated, Document: document, Path: where,
			Args: diagnostic.Args{"kind": string(rule.Kind), "to": string(rule.SentTo)},
		})
	}
}
