package check

import (
	"strings"

	"greffe/generator/diagnostic"
)

// relativeDate: "le 29 juin dernier" in a front matter, which tables and feeds
// will still say in ten years.
var relativeDate = Rule{
	Name:     "relative-date",
	Severity: diagnostic.Warning,
	Text: &textRule{headers: true, words: func(l *lexicon) map[string]atWord {
		return phrases(func(p *proof, first, last int) {
			p.report(p.words[first].block, int(p.words[first].from), int(p.words[last].to), "whole-date", diagnostic.Args{})
		}, relative(l.language)...)
	}},
}

func relative(language string) []string {
	var all []string
	pair := func(nouns string, words ...string) {
		for _, noun := range strings.Fields(nouns) {
			for _, word := range words {
				// Not "le dernier trimestre 2024", where the adjective comes first
				// and the date is whole.
				all = append(all, noun+" "+word)
			}
		}
	}
	switch language {
	case "fr":
		all = []string{"hier", "avant-hier", "demain", "après-demain", "ce mois-ci", "cette semaine", "la semaine passée"}
		pair(months, "dernier", "prochain")
		pair("lundi mardi mercredi jeudi vendredi samedi dimanche mois an trimestre semestre été hiver printemps automne week-end", "dernier", "prochain")
		pair("année semaine rentrée", "dernière", "prochaine")
		pair("mois trimestres semestres", "derniers", "prochains")
		pair("années semaines", "dernières", "prochaines")
	case "en":
		all = []string{"yesterday", "tomorrow", "this week", "this month"}
		for _, noun := range strings.Fields("january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday week month year spring summer autumn winter") {
			all = append(all, "last "+noun, "next "+noun)
		}
	}
	return all
}
