package check

import (
	"strings"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// vagueLink: a link whose words say nothing of where it leads. Many people go
// from link to link and hear nothing else (RGAA 6.1).
var vagueLink = Rule{
	Name:     "vague-link",
	Severity: diagnostic.Warning,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		eachText(c, document, func(t text) {
			for _, link := range t.Links {
				if !link.Image && isVague(link.Text, t.Language) {
					report(link.Position, "name-target", diagnostic.Args{"text": excerpt(link.Text)})
				}
			}
		})
	},
}

var vague = map[string]map[string]bool{
	"fr": set("ici", "là", "cliquez ici", "cliquer ici", "clique ici", "par ici", "c'est ici", "lire la suite", "la suite", "suite", "lire", "lire plus", "lire ici", "voir ici",
		"en savoir plus", "savoir plus", "pour en savoir plus", "plus d'informations", "plus d'infos", "plus", "voir plus", "détails", "plus de détails",
		"lien", "ce lien", "le lien", "suivre ce lien", "suivez ce lien", "cette page", "ce document", "télécharger", "télécharger ici"),
	"en": set("here", "click here", "read more", "more", "learn more", "see more", "more info", "more information", "details", "link", "this link", "this page", "this document", "download"),
}

func set(words ...string) map[string]bool {
	all := make(map[string]bool, len(words))
	for _, word := range words {
		all[council.Fold(word)] = true
	}
	return all
}

func isVague(words, language string) bool {
	const most = 30 // bytes: no vague phrase is longer
	if len(words) > most || strings.ContainsAny(words, "0123456789") {
		return false // most links, without a look at their letters
	}
	return vague[language][council.Fold(strings.Trim(words, " .…:→>»\u00a0\u202f"))]
}
