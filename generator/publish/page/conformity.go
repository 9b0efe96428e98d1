package page

import (
	"cmp"

	"greffe/generator/conformity"
	"greffe/generator/council"
	"greffe/generator/site"
)

// Conformity says which rules the council must keep, in words, each with the
// text that it comes from; on what no text says anything; where the sources
// contradict one another; and which warnings were turned off.
type Conformity struct {
	Rules    []Rule
	Unstated []string
	Gaps     []council.Gap
	Warnings []council.WarningSetting
	Public   []council.PublicityRule
}

// A Rule as people read it.
type Rule struct {
	ID, Title  string
	Statements []string
	Scope      string // "" where the rule has none
	Source     string
	Severity   council.RuleSeverity
	Findings   []Finding
}

// A Finding is what the record shows of a rule. It bears no name.
type Finding struct {
	Of    string // what is judged, when a rule is judged in several respects
	State conformity.State
	Since council.Date
	When  []conformity.Lapse
}

func conformityPages(p *Publisher) []site.File {
	return []site.File{p.page("conformity", p.Addresses.Section("conformity"), "", func(v *View) bool {
		v.Section, v.Title = "conformity", v.SectionTitle("conformity")
		v.Description = v.described("conformity.intro")
		page := &Conformity{Gaps: v.Settings.Gaps, Public: v.Settings.Rules.Publicity}
		for _, warning := range v.Settings.Warnings {
			if warning.Off {
				page.Warnings = append(page.Warnings, warning)
			}
		}
		page.Rules, page.Unstated = v.rules()
		v.Page = page
		return true
	})}
}

// rules are those that the council states, and the titles of those on which it
// is silent.
func (v *View) rules() (stated []Rule, unstated []string) {
	rules := &v.Settings.Rules
	verdicts := conformity.Evaluate(v.Council)
	for _, rule := range []struct {
		name  string
		words []Rule
	}{
		{"size", v.sizeRules(rules.Size)},
		{"term", v.termRule(rules.Term)},
		{"appointment", v.appointmentRule(rules.Appointment)},
		{"parity", v.parityRule(rules.Parity)},
		{"absence", v.absenceRule(rules.Absence)},
		{"proxy", v.proxyRule(rules.Proxy)},
		{"quorum", v.quorumRule(rules.Quorum)},
		{"meetings", v.meetingsRule(rules.Meetings)},
		{"documents", v.documentRules(rules.Documents)},
		{"referrals", v.referralsRule(rules.Referrals)},
	} {
		title := v.Field("rules." + rule.name)
		if len(rule.words) == 0 {
			unstated = append(unstated, title)
		}
		for i, words := range rule.words {
			words.Findings = v.findings(verdicts, "rules."+rule.name, i)
			words.ID, words.Title = "Rule-"+rule.name, cmp.Or(words.Title, title)
			if i > 0 {
				words.ID += "-" + toString(i+1)
			}
			stated = append(stated, words)
		}
	}
	if len(rules.Publicity) == 0 {
		unstated = append(unstated, v.Field("rules.publicity"))
	}
	return stated, unstated
}

// findings are the verdicts on the rule at a place of council.yaml, the nth of
// its kind.
func (v *View) findings(verdicts []conformity.Verdict, place string, nth int) []Finding {
	var findings []Finding
	for _, verdict := range verdicts {
		if verdict.Path != place && verdict.Path != place+"."+toString(nth) {
			continue
		}
		findings = append(findings, Finding{Of: v.T("rules." + verdict.Rule + ".name"), State: verdict.State, Since: verdict.Since, When: verdict.Lapses()})
	}
	return findings
}

// said makes a rule of what it states; sentences that are empty were not
// stated.
func said(source council.RuleSource, scope string, sentences ...string) []Rule {
	rule := Rule{Scope: scope, Source: source.Source, Severity: source.Severity}
	for _, sentence := range sentences {
		if sentence != "" {
			rule.Statements = append(rule.Statements, sentence)
		}
	}
	return []Rule{rule}
}

// countIf is a sentence with a number in it, "" for none.
func (v *View) countIf(key string, n int, args ...any) string {
	if n == 0 {
		return ""
	}
	return v.Counted("conformity."+key, n, args...)
}

// sayIf is a sentence about a text, "" without one.
func (v *View) sayIf(key, name, text string) string {
	if text == "" {
		return ""
	}
	return v.T("conformity."+key, name, text)
}

// scope is the body or the category that a rule is about.
func (v *View) scope(id string) string {
	if body := v.Bodies.Find(council.Ref[council.Body](id)); body != nil {
		return v.Text(body.Name)
	}
	return v.Name(v.Categories.Find(council.Ref[council.Category](id)))
}

// listed joins words with commas.
func listed[T any](v *View, items []T, word func(T) string) string {
	text := ""
	for i, item := range items {
		if i > 0 {
			text += ", "
		}
		text += word(item)
	}
	return v.Text(text)
}
