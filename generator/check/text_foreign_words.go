package check

import (
	"strings"

	"greffe/generator/diagnostic"
)

// foreignWords: a passage in another language that does not say so. A speech
// synthesiser would read it with the wrong sounds (RGAA 8.7).
var foreignWords = Rule{
	Name:     "foreign-words",
	Severity: diagnostic.Warning,
	Text:     &textRule{bodies: true, whole: findForeignWords},
}

// smallWords hold sentences together: each language has its own, and four of
// them with none of the text's between are a passage in that language. Words
// that French shares ("on", "or", "me", "des", "que") are in no other list.
var smallWords = []struct{ language, words string }{
	{"fr", "le la les un une des du de et à au aux en dans pour sur que qui par est ce cette ces il elle nous vous ils elles ne pas plus son sa ses leur leurs notre votre avec sans sous entre ou où mais donc car si comme être sont ont été d l qu n s c j m t se on y"},
	{"en", "the of and to with for is are was were be been this that these those which who what where when from by at it its we our they their you your have has had will would can could should not into about than there such in"},
	{"de", "der das und ist nicht mit für von zu dem ein eine einer einen auf im wir sie auch wird werden sind oder aber als bei nach über unter durch"},
	{"es", "el los las del con una por y para como más está su sus al muy pero también desde hasta"},
	{"it", "il di che della degli delle dei nel nella con per sono gli del alla una anche più questo questa"},
	{"pt", "o os da dos das não com uma para mais como seu sua pelo pela ao aos também"},
}

func (l *lexicon) addSmallWords() {
	for i, list := range smallWords {
		for _, word := range strings.Fields(list.words) {
			if list.language == l.language {
				l.add(word).native = true
			} else if l.language == "fr" || list.language == "fr" {
				// Between two languages other than French nobody has looked
				// for the words that they share.
				l.add(word).foreign |= 1 << i
			}
		}
	}
	for _, e := range l.entries {
		if e.native {
			e.foreign = 0
		}
	}
}

func findForeignWords(p *proof) {
	const most = 4
	if p.language != "fr" && p.language != "en" {
		return // its own small words are not known
	}
	var counts [8]int
	first, block, reported := -1, int32(-1), int32(-1)
	for i := range p.words {
		w := &p.words[i]
		known := w.entry
		if w.block != block || known != nil && known.native {
			counts, first, block = [8]int{}, -1, w.block
		}
		if known == nil || known.foreign == 0 || w.block == reported {
			continue
		}
		if first < 0 {
			first = i
		}
		for language := range smallWords {
			if known.foreign&(1<<language) == 0 {
				continue
			}
			if counts[language]++; counts[language] == most {
				p.report(block, int(p.words[first].from), int(w.to), "say-language", diagnostic.Args{"language": smallWords[language].language})
				reported = block
				break
			}
		}
		if w.ends {
			counts, first = [8]int{}, -1
		}
	}
}
