package check

import "greffe/generator/diagnostic"

// sensoryWords: an indication that only those who see the page can follow, by a
// place or by a colour (RGAA 3.1, 10.9).
var sensoryWords = Rule{
	Name:     "sensory-words",
	Severity: diagnostic.Warning,
	Text: &textRule{bodies: true, words: func(l *lexicon) map[string]atWord {
		return phrases(func(p *proof, first, last int) {
			p.report(p.words[first].block, int(p.words[first].from), int(p.words[last].to), "name-it", diagnostic.Args{})
		}, sensory[l.language]...)
	}},
}

var sensory = map[string][]string{
	"fr": {
		"ci-contre", "à droite de la page", "à gauche de la page", "à droite de l'écran", "à gauche de l'écran", "à droite de cette page", "à gauche de cette page",
		"colonne de droite", "colonne de gauche", "menu de droite", "menu de gauche", "image de droite", "image de gauche",
		"l'image à droite", "l'image à gauche", "encadré à droite", "encadré à gauche", "bouton à droite", "bouton à gauche", "tableau à droite", "tableau à gauche",
		"ci-dessus à droite", "ci-dessus à gauche", "voir à droite", "voir à gauche",
		"en rouge", "en vert", "en bleu", "en jaune", "en orange", "en gras rouge",
		"bouton vert", "bouton rouge", "bouton bleu", "bouton orange", "bouton jaune", "bouton rond",
		"case verte", "case rouge", "cases vertes", "cases rouges", "lignes rouges du tableau", "encadré rouge", "encadré vert", "encadré bleu", "encadré jaune",
	},
	"en": {
		"on the right of the page", "on the left of the page", "right-hand column", "left-hand column", "image on the right", "image on the left", "picture on the right", "picture on the left",
		"in red", "in green", "in blue", "green button", "red button", "blue button", "round button",
	},
}
