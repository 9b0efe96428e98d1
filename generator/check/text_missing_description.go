package check

import (
	"strings"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// missingDescription: a poster, a chart, a screenshot says more than an
// alternative can; nothing in the text says the rest (RGAA 1.6).
var missingDescription = Rule{
	Name:     "missing-description",
	Severity: diagnostic.Warning,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		eachImage(c, document, func(i image) {
			if rich := i.rich(); rich != "" && !i.described() {
				report(i.position, "describe", diagnostic.Args{"text": excerpt(i.alt), "what": rich})
			}
		})
	},
}

// richImages say more than one sentence can.
var richImages = []string{
	"affiche", "infographie", "capture d'ecran", "schema", "diagramme", "graphique", "organigramme", "plan de ",
	"poster", "infographic", "screenshot", "diagram", "flowchart", "chart of",
}

func (i *image) rich() string {
	alt := council.Fold(i.alt)
	for _, word := range richImages {
		if at := strings.Index(alt, word); at == 0 || at > 0 && (alt[at-1] == ' ' || alt[at-1] == '\'') {
			return strings.TrimSpace(word)
		}
	}
	return ""
}

// described tells whether the text has a description: the image's caption or
// alternative says where it is, or a heading, a link or a paragraph announces
// it.
func (i *image) described() bool {
	announces := func(words string) bool {
		words = council.Fold(words)
		return strings.Contains(words, "description") || strings.Contains(words, "transcription") || strings.Contains(words, "texte de l'affiche")
	}
	if announces(i.alt) || announces(i.caption) {
		return true
	}
	if i.body.Text == nil {
		return false
	}
	for _, line := range strings.Split(i.body.Plain(), "\n") {
		start := []rune(line)
		if announces(string(start[:min(len(start), 60)])) {
			return true
		}
	}
	for _, link := range i.body.Links {
		if !link.Image && announces(link.Text) {
			return true
		}
	}
	return false
}
