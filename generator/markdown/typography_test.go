package markdown

import "testing"

func TestFrenchTypography(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`Quoi ?`, `Quoi~?`},
		{`Quoi?!`, `Quoi~?!`},
		{`Quoi  !!! Oui`, `Quoi~!!! Oui`},
		{`Un ; deux : trois`, `Un~; deux¬: trois`},
		{`Un; deux: trois`, `Un~; deux: trois`},
		{`"oui", dit-il`, `«~oui~», dit-il`},
		{`« oui »`, `«~oui~»`},
		{`«oui»`, `«~oui~»`},
		{`l'"avis" d'hier`, `l’«~avis~» d’hier`},
		{`un écran de 5" et 7"`, `un écran de 5" et 7"`},
		{`il dit "non`, `il dit "non`},
		{`aujourd'hui, les élu's ' '`, `aujourd’hui, les élu’s ' '`},
		{`etc... et .... enfin`, `etc… et .... enfin`},
		{`n° 3, N°12`, `n°¬3, N°¬12`},
		{`10 000 habitants, 1 234 567 €`, `10~000 habitants, 1~234~567¬€`},
		{`en 2023 100 personnes, au 06 12 345 678`, `en 2023 100 personnes, au 06 12 345 678`},
		{`17 h 30, 17 h, 17h30, 10:45`, `17¬h¬30, 17¬h, 17h30, 10:45`},
		{`10 % et 20%`, `10¬% et 20%`},
		{`M. Dupont, Mme Benali, le film. Puis`, `M.¬Dupont, Mme¬Benali, le film. Puis`},
		{`MM. Dupont et Benali, Mmes Roy, MMM. Trois`, `MM.¬Dupont et Benali, Mmes¬Roy, MMM. Trois`},
		{`voir https://a.fr/x?y=1;z:2 !`, `voir https://a.fr/x?y=1;z:2~!`},
		{`a::b !important ;-) :) a?b=c`, `a::b !important ;-) :) a?b=c`},
		{`(sic!) [bis !]`, `(sic~!) [bis~!]`},
		{`« @@@@@ 2022 » #Territoire`, `«~@@@@@ 2022~» #Territoire`},
		{`1er mai, XXIe siècle`, `1er mai, XXIe siècle`},
		{` : ; `, ` :~; `},
		{``, ``},
	} {
		want := spaces.Replace(c.want)
		if got := Typography(c.in, "fr-FR"); got != want {
			t.Errorf("%q\ngot  %q\nwant %q", c.in, got, want)
		}
	}
}

func TestOtherLanguagesStayAsWritten(t *testing.T) {
	for _, c := range []struct{ language, in, want string }{
		{"en", `It's "open data"! Really?`, `It’s “open data”! Really?`},
		{"de", `Das "ist's" !`, `Das "ist's" !`},
		{"", `l'avis !`, `l'avis !`},
		{"frr", `l'avis !`, `l'avis !`},
	} {
		if got := Typography(c.in, c.language); got != c.want {
			t.Errorf("%s %q: got %q", c.language, c.in, got)
		}
	}
}

func TestTypographyLooksAcrossMarks(t *testing.T) {
	run(t, []example{
		{"*Attention* !", "<p><em>Attention</em>~!</p>", ""},
		{"**Attention**!", "<p><strong>Attention</strong>~!</p>", ""},
		{`"*mot*" et «[a](b)»`, `<p>«~<em>mot</em>~» et «~<a href="b">a</a>~»</p>`, ""},
		{"l'*avis*...", "<p>l’<em>avis</em>…</p>", ""},
		{"mot\n! Suite", "<p>mot~! Suite</p>", ""},
		{"`l'a ! \"b\"` ! `c`!", "<p><code>l'a ! &quot;b&quot;</code>~! <code>c</code>~!</p>", ""},
		{"1er, 2e, XXIe, 2IIe, Le, 1<2e, 2*e*", "<p>1<sup>er</sup>, 2<sup>e</sup>, XXI<sup>e</sup>, 2IIe, Le, 1&lt;2<sup>e</sup>, 2<em><sup>e</sup></em></p>", ""},
		{"http://a.fr/l'x?y ! <a@b.fr> ?", `<p><a href="http://a.fr/l'x?y">http://a.fr/l'x?y</a>~! <a href="mailto:a@b.fr">a@b.fr</a>~?</p>`, ""},
		{"![l'avis \"x\" !](a.png) !", "*", ""},
		{"« @@@@@ 2022 » #Territoire", "<p>«~@@@@@ 2022~» #Territoire</p>", ""},
	})
}

func FuzzTypography(f *testing.F) {
	for _, s := range []string{`"""`, `«»`, `"! a"`, `l'"a"!»`, "1 000 000 ;", `a!"b":c`, "M. x n°3 17 h 3", "« « a » »", "...\".. .", "http://a»\"! ?;", "h 0 h 0 %"} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, inFrench bool) {
		language := "en"
		if inFrench {
			language = "fr"
		}
		once := Typography(s, language)
		if twice := Typography(once, language); twice != once {
			t.Errorf("%q\nonce  %q\ntwice %q", s, once, twice)
		}
	})
}

// The spaces that setSpaces passes over are those that frenchSpace leaves alone.
func TestMereSpacesStay(t *testing.T) {
	ends := []string{"M.", "MM.", "Mme", "Mmes", "Mlle", "Mlles", "Dr", "Pr", "«", "n°", "12", "18 h", "\u00a0"}
	for c := range 256 {
		ends = append(ends, string(rune(c)), "Mm"+string(rune(c)), "Mll"+string(rune(c))+"s")
	}
	mere := 0
	for _, left := range ends {
		for _, right := range ends {
			text := []byte(left + " " + right)
			if !isMereSpace(text, len(left), len(text)) {
				continue
			}
			mere++
			if with := frenchSpace(text, len(left), len(left)+1); with != "" {
				t.Errorf("%q should have %q", text, with)
			}
		}
	}
	if mere == 0 {
		t.Error("no space is passed over")
	}
}
