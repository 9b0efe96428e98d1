package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"greffe/generator/council"
)

// points part the endings of inclusive writing, whatever letters they are.
const points = "·‧•⋅∙"

// endings are those that other signs part too (élu.e.s, élu-e-s, élu(e)s), where
// only these can be told from another word. All may take an s.
var endings = map[string]bool{
	"e": true, "ne": true, "le": true, "te": true, "se": true, "sse": true, "esse": true, "euse": true,
	"rice": true, "trice": true, "ice": true, "ere": true, "iere": true, "ive": true, "ve": true,
	"elle": true, "enne": true, "ale": true, "que": true, "che": true, "": true,
}

// longestEnding is in bytes, with an accent written apart.
const longestEnding = len("trices") + 2

// feminines say which end of a word an ending takes the place of; any other is
// added to the word. They make directrice of directeur·rice.
var feminines = []struct{ ending, replaces, by string }{
	{"rice", "eur", "rice"}, {"ice", "eur", "rice"}, {"trice", "teur", "trice"},
	{"euse", "eur", "euse"}, {"euse", "eux", "euse"}, {"se", "x", "se"},
	{"ere", "er", "ere"}, {"iere", "ier", "iere"}, {"ive", "if", "ive"}, {"ve", "f", "ve"},
	{"elle", "el", "elle"}, {"elle", "eau", "elle"}, {"enne", "en", "enne"}, {"ale", "al", "ale"},
	{"que", "c", "que"}, {"che", "c", "che"}, {"esse", "e", "esse"},
}

// eachWord calls visit for every word of a text as it is written: letters,
// digits and the endings of inclusive writing. An apostrophe parts words.
func eachWord(text string, visit func(word string)) {
	for i := 0; i < len(text); {
		length := run(text[i:])
		if length == 0 {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		end := i + length
		end += inclusive(text[end:])
		visit(text[i:end])
		i = end
	}
}

// run is how long the letters and digits are at the start of a text.
func run(text string) int {
	for i, r := range text {
		if !isOfWord(r) {
			return i
		}
	}
	return len(text)
}

func isOfWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z'
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.Nd, r) || unicode.Is(unicode.Mn, r)
}

// inclusive is how long the endings of inclusive writing are that follow a word.
func inclusive(text string) int {
	sign, size := utf8.DecodeRuneInString(text)
	switch {
	case strings.ContainsRune(points, sign):
		return chain(text, func(r rune) bool { return strings.ContainsRune(points, r) }, func(string) bool { return true })
	case sign == '.':
		return chain(text, func(r rune) bool { return r == '.' }, isEnding)
	case sign == '-' || sign == '‑':
		return chain(text, func(r rune) bool { return r == '-' || r == '‑' }, isEnding)
	case sign == '(':
		length := run(text[size:])
		rest, closed := strings.CutPrefix(text[size+length:], ")")
		if length == 0 || !closed || !isEnding(text[size:size+length]) {
			return 0
		}
		if after := rest[:run(rest)]; after == "s" || after == "S" {
			return size + length + 2
		}
		return size + length + 1
	}
	return 0
}

// chain is how long a row of signs is that are each followed by an ending.
func chain(text string, isSign func(rune) bool, accepts func(ending string) bool) int {
	length := 0
	for {
		sign, size := utf8.DecodeRuneInString(text[length:])
		if !isSign(sign) {
			return length
		}
		from := length + size
		end := from + run(text[from:])
		if end == from || !accepts(text[from:end]) {
			return length
		}
		length = end
	}
}

func isEnding(text string) bool {
	return len(text) <= longestEnding && endings[strings.TrimSuffix(council.Fold(text), "s")]
}

// fold is a written word as it is compared, and the forms under which it is
// found: its own and, in inclusive writing, the feminine. A lone letter is
// none: it is what an elision leaves.
func fold(word string) (folded string, forms []string) {
	length := run(word)
	folded = council.Fold(word[:length])
	if first, size := utf8.DecodeRuneInString(folded); folded == "" || (size == len(folded) && !unicode.Is(unicode.Nd, first)) {
		return "", nil
	}
	forms = []string{stem(folded)}
	if length == len(word) {
		return folded, forms
	}
	_, size := utf8.DecodeRuneInString(word[length:])
	ending := word[length+size:]
	ending = strings.TrimSuffix(council.Fold(ending[:run(ending)]), "s")
	if ending != "" {
		if form := stem(feminine(strings.TrimSuffix(folded, "s"), ending)); !slices.Contains(forms, form) {
			forms = append(forms, form)
		}
	}
	return folded, forms
}

func feminine(word, ending string) string {
	for _, f := range feminines {
		if start, ok := strings.CutSuffix(word, f.replaces); ok && ending == f.ending {
			return start + f.by
		}
	}
	return word + ending
}

// stem takes off what marks number and gender, lightly, in French and in
// English: élues and élu, citoyennes and citoyen, journaux and journal,
// libraries and library are found as one. Words of three letters stay, and so
// does what is not in plain letters. It is a means of comparing, not a word:
// "ville" becomes "vil".
func stem(word string) string {
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return word
		}
	}
	long := func() bool { return len(word) > 3 }
	switch {
	case len(word) > 4 && strings.HasSuffix(word, "aux") && !strings.HasSuffix(word, "eaux"):
		word = word[:len(word)-2] + "l"
	case long() && strings.HasSuffix(word, "ux"):
		word = word[:len(word)-1]
	case long() && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss"):
		word = word[:len(word)-1]
	}
	for long() && strings.HasSuffix(word, "e") {
		word = word[:len(word)-1]
	}
	if last := len(word) - 1; long() && word[last] == word[last-1] {
		word = word[:last]
	}
	if last := len(word) - 1; long() && word[last] == 'y' && !strings.ContainsRune("aeiou", rune(word[last-1])) {
		word = word[:last] + "i"
	}
	return word
}
