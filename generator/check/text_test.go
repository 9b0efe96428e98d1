package check_test

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"greffe/generator/check"
	"greffe/generator/council"
	"greffe/generator/diagnostic"
	"greffe/generator/markdown"
	"greffe/generator/read"
	"greffe/generator/words"
)

var jargon = []string{"rgpd", "open data", "algorithme", "algorithmes"}

// proofread reads a small council with a proof-reader and checks it.
func proofread(t testing.TB, files map[string]string) diagnostic.List {
	t.Helper()
	folder := fstest.MapFS{"council.yaml": {Data: []byte("name: Conseil\nmission: Conseiller.\nlanguage: fr\ncontact: { email: conseil@ville.example, phone: \"+33 1 99 00 12 34\" }\n")}}
	for name, text := range files {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	reader := &read.Reader{
		Folder: folder,
		Labels: func(string) markdown.Labels { return markdown.Labels{} },
		Proof:  check.NewProofreader(func(string) []string { return jargon }).Read,
	}
	content, err := reader.Content()
	if err != nil {
		t.Fatal(err)
	}
	now, _ := council.ParseMoment("2026-11-20")
	c := council.Assemble(content.Source, now)
	found := append(check.Silence(c, content.Found), check.Run(c)...)
	found.Sort()
	return found
}

// page is a free page with a body; its first line is the fourth of the file.
func page(body string) map[string]string {
	return map[string]string{"pages/a.md": "---\ntitle: A\n---\n" + body + "\n"}
}

// header is a page whose front matter has a summary, on line 3.
func header(summary string) map[string]string {
	return map[string]string{"pages/a.md": "---\ntitle: A\nsummary: " + summary + "\n---\n"}
}

func session(more string) map[string]string {
	return map[string]string{"sessions/a.md": "---\ntitle: A\nkind: plenary\nstatus: held\nstart: 2024-05-02\n" + more + "---\n"}
}

func opinion(more string) map[string]string {
	return map[string]string{"opinions/a.md": "---\ntitle: A\nkind: opinion\nstatus: adopted\n" + more + "---\n"}
}

func with(files map[string]string, name, text string) map[string]string {
	files[name] = text
	return files
}

const gif = "GIF89a\x01\x00\x01\x00\x00\x00\x00"
const gifImage = ",\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00"

// A text is right or wrong. What is wrong is told as "line:text", and as
// "line:text → fix" where a fix is certain.
var texts = []struct {
	rule, name string
	files      map[string]string
	want       string
}{
	{"vague-link", "the words alone", page("[ici](https://a.example)"), "4:ici"},
	{"vague-link", "with a sign", page("[Lire la suite…](https://a.example) et [En savoir plus](https://b.example)"), "4:Lire la suite…; 4:En savoir plus"},
	{"vague-link", "the same words within others", page("[Venir ici à pied](https://a.example)"), ""},
	{"vague-link", "in English", with(page(""), "pages/a.en.md", "---\ntitle: A\n---\n[Click here](https://a.example)\n"), "4:Click here"},
	{"bare-address", "bare", page("Voir https://a.example/b."), "4:https://a.example/b"},
	{"bare-address", "in brackets", page("[www.a.example](https://www.a.example)"), "4:www.a.example"},
	{"bare-address", "named", page("[le site](https://a.example)"), ""},
	{"ambiguous-link", "two targets", page("[L'avis](https://a.example) [l’avis](https://b.example)"), "4:l’avis"},
	{"ambiguous-link", "one target twice", page("[l'avis](https://a.example) [l'avis](https://a.example)"), ""},
	{"ambiguous-link", "an image beside", page("[l'avis](https://a.example) ![l'avis](https://b.example/a.png)"), ""},

	{"spaced-address", "a link", page("Voici [le PDF](mon fichier.pdf)."), "4:mon fichier.pdf"},
	{"spaced-address", "an image with a caption", page("![Une salle](Ma photo.jpg \"La salle\")"), "4:Ma photo.jpg"},
	{"spaced-address", "a copy, a page of it, a folder", page("- [A](plan (1).pdf)\n- [B](le plan.pdf#page=2)\n\n> [**C**]( ../autres plans/a.ods )"), "4:plan (1).pdf; 5:le plan.pdf#page=2; 7:../autres plans/a.ods"},
	{"spaced-address", "on another site", page("[A](https://a.example/le plan.pdf)"), "4:… plan.pdf"},
	{"spaced-address", "in angle brackets", page("[A](<mon fichier.pdf>)"), ""},
	{"spaced-address", "an address, a title, a code, escaped brackets", page("[A](a.pdf \"Le plan.pdf\") `[A](le plan.pdf)` \\[A\\](le plan.pdf)"), ""},
	{"spaced-address", "a remark", page("Il l'a dit [sic](voir la note 2), [1](M. Brun, p. 12) et [2](voir l'art.12)."), ""},
	{"image-without-alternative", "nothing", header("x\nimage: { file: a.png }"), "4:"},
	{"image-without-alternative", "blank", header("x\nimage:\n  file: a.png\n  alt: \"\""), "4:"},
	{"image-without-alternative", "an alternative", header("x\nimage: { file: a.png, alt: Une salle }"), ""},
	{"image-without-alternative", "decorative", header("x\nimage: { file: a.png, decorative: true }"), ""},
	{"poor-alternative", "the file's name", page("![logo-2024.png](https://a.example/logo-2024.png)"), "4:logo-2024.png"},
	{"poor-alternative", "a camera's name", page("![IMG_2031](https://a.example/x.png)"), "4:IMG_2031"},
	{"poor-alternative", "photo", page("![Photo](https://a.example/x.png)"), "4:Photo"},
	{"poor-alternative", "image of", page("![Image d’une salle](https://a.example/x.png)"), "4:Image d’une salle"},
	{"poor-alternative", "the caption once more", page("![La salle](https://a.example/x.png \"La salle\")"), "4:La salle"},
	{"poor-alternative", "120 characters", page("![" + strings.Repeat("é", 120) + "](https://a.example/x.png)"), ""},
	{"poor-alternative", "121 characters", page("![" + strings.Repeat("é", 121) + "](https://a.example/x.png)"), "4:" + strings.Repeat("é", 59) + "…"},
	{"poor-alternative", "decorative", page("![](https://a.example/x.png){decorative}"), ""},
	{"poor-alternative", "of a document", with(map[string]string{"pages/a.md": "---\ntitle: A\nimage: { file: a.png, alt: a.png }\n---\n"}, "pages/a.png", ""), "3:a.png"},
	{"poor-alternative", "photographers at work", page("![Deux photographes au travail](https://a.example/x.png)"), ""},
	{"missing-description", "a poster alone", page("![Affiche du congrès](https://a.example/x.png)"), "4:Affiche du congrès"},
	{"missing-description", "a poster described", page("![Affiche du congrès](https://a.example/x.png)\n\nDescription de l'affiche : une salle, deux dates."), ""},
	{"missing-description", "a poster with a link", page("![Affiche du congrès](https://a.example/x.png)\n\n[Lire la description de l'affiche](https://a.example/d)"), ""},
	{"missing-description", "a photograph", page("![La salle pleine](https://a.example/x.png)"), ""},

	{"picture-too-large", "a bomb", with(page("![Une carte](a.png)"), "pages/a.png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\xea\x60\x00\x00\xea\x60\x08\x06\x00\x00\x00\x80\xd2\x75\x42"), "4:60000 × 60000"},
	{"picture-too-large", "too heavy a drawing, attached", with(header("x\nattachments: [{ title: Plan, file: a.svg }]"), "pages/a.svg", "<svg>"+strings.Repeat(" ", 1<<20)), "4:"},
	{"unreadable-picture", "a text", with(page("![Une carte](a.jpg)"), "pages/a.jpg", "text"), "4:"},
	{"unreadable-picture", "linked to", with(page("[La carte](a.jpg)"), "pages/a.jpg", "\xff\xd8\xff"), "4:"},
	{"unreadable-picture", "of a document", with(map[string]string{"pages/a.md": "---\ntitle: A\nimage: { file: a.png, alt: Une carte }\n---\n"}, "pages/a.png", ""), "3:"},
	{"unreadable-picture", "in a translation", map[string]string{"pages/a.md": "---\ntitle: A\n---\n", "pages/a.en.md": "---\ntitle: A\n---\n![A map](a.png)\n", "pages/a.png": ""}, "4:"},
	{"unreadable-picture", "named by nobody", with(page("A"), "pages/a.png", ""), ""},
	{"unreadable-picture", "the logo", map[string]string{"council.yaml": "name: Conseil\nappearance: { logo: a.png }\n", "a.png": ""}, "2:"},
	{"unsupported-picture", "a telephone's", with(page("![Une carte](a.heic)"), "pages/a.heic", "\x00\x00\x00\x18ftypheic\x00\x00"), "4:HEIC"},
	{"picture-too-large", "a small one", with(page("![Une carte](a.gif)"), "pages/a.gif", gif+gifImage+";"), ""},
	{"unsupported-picture", "a format of the web", with(page("![Une carte](a.gif)"), "pages/a.gif", gif+gifImage+";"), ""},
	{"misnamed-picture", "a GIF", with(page("![Une carte](a.png)"), "pages/a.png", gif+gifImage+";"), "4:GIF"},
	{"misnamed-picture", "named rightly", with(page("![Une carte](a.GIF)"), "pages/a.GIF", gif+gifImage+";"), ""},
	{"active-svg", "a script", with(page("![Une carte](a.svg)"), "pages/a.svg", "<svg><script>x</script></svg>"), "4:<script>"},
	{"active-svg", "a drawing", with(page("![Une carte](a.svg)"), "pages/a.svg", "<svg><path/></svg>"), ""},

	{"missing-transcript", "a video", session("recording: { url: \"https://a.example/v\", captions: true }\n"), "6:"},
	{"missing-transcript", "with a transcript", with(session("recording: { url: \"https://a.example/v\", captions: true, transcript: t.txt }\n"), "sessions/t.txt", ""), ""},
	{"missing-transcript", "without a word", session("recording: { url: \"https://a.example/v\", speechless: true }\n"), ""},
	{"missing-transcript", "from before the law", map[string]string{"sessions/a.md": "---\ntitle: A\nkind: plenary\nstatus: held\nstart: 2020-09-22\nrecording: { url: \"https://a.example/v\" }\n---\n"}, ""},
	{"missing-transcript", "on the law's first day", map[string]string{"sessions/a.md": "---\ntitle: A\nkind: plenary\nstatus: held\nstart: 2020-09-23\nrecording: { url: \"https://a.example/v\" }\n---\n"}, "6:"},
	{"missing-captions", "a video", session("recording: { url: \"https://a.example/v\" }\n"), "6:"},
	{"missing-captions", "sound", session("recording: { url: \"https://a.example/v.mp3\" }\n"), ""},

	{"heading-jump", "from 2 to 4", page("## A\n\n#### B"), "6:B"},
	{"heading-jump", "3 at first", page("### A"), "4:A"},
	{"heading-jump", "up by two", page("## A\n\n### B\n\n#### C\n\n## D"), ""},
	{"bold-heading", "alone before a text", page("**Les constats**\n\nIl y en a deux."), "4:Les constats"},
	{"bold-heading", "a question", page("**Que faire ?**\n\nRien."), "4:Que faire ?"},
	{"bold-heading", "a sentence", page("**La salle est fermée.**\n\nVenez ailleurs."), ""},
	{"bold-heading", "a signature at the end", page("Merci.\n\n**Ada Brook**"), ""},
	{"bold-heading", "a word in a paragraph", page("**Ada** parle.\n\nElle dit non."), ""},
	{"fake-list", "bullets", page("Il faut :\n• du papier\n• un crayon"), "5:• du papier • un crayon"},
	{"fake-list", "two dashes", page("Il faut :\n– du papier\n– un crayon"), "5:– du papier – un crayon"},
	{"fake-list", "one dash opens a reply", page("– Oui, dit-elle."), ""},
	{"fake-list", "a list", page("Il faut :\n\n- du papier\n- un crayon"), ""},
	{"quoted-paragraph", "wholly", page("« Nous voulons que chacun puisse venir et parler. »"), "4:« Nous voulons que chacun puisse venir et parler. »"},
	{"quoted-paragraph", "a motto", page("« Au Num, citoyens ! »"), ""},
	{"quoted-paragraph", "two quotations", page("« Nous voulons venir ici », dit-elle, « et parler de tout avec chacun »"), ""},
	{"quoted-paragraph", "as one writes them", page("> « Nous voulons que chacun puisse venir et parler. »"), ""},
	{"unbalanced-quotes", "never closed", page("Elle dit « oui."), "4:«"},
	{"unbalanced-quotes", "never opened", page("Elle dit oui »."), "4:»"},
	{"unbalanced-quotes", "one within another", page("« Elle dit « oui » », dit-il."), ""},
	{"unbalanced-quotes", "several paragraphs", page("« Un.\n\n« Deux.\n\n« Trois. »"), ""},
	{"unbalanced-quotes", "around a list", page("« Il faut :\n\n- du papier\n- un crayon »"), ""},
	{"unbalanced-quotes", "not closed before another", page("Elle dit « oui.\n\nIl dit :\n\n« Non. »"), "4:«"},
	{"unbalanced-quotes", "in a header", header("Elle dit « oui"), "3:«"},

	{"foreign-words", "a sentence", page("We are very happy to be with you in the city."), "4:We are very happy to be"},
	{"foreign-words", "said to be", page("[We are very happy to be with you]{lang=en}, dit-il."), ""},
	{"foreign-words", "a heading said to be", page("## The state of the art of it {lang=en}"), ""},
	{"foreign-words", "three words", page("Le rapport The State of the Net est paru."), ""},
	{"foreign-words", "a name of four", page("Il cite la Society of the Friends of the Library and Gardens."), "4:of the Friends of the"},
	{"foreign-words", "code", page("Écrivez `the end of the file and this` ici."), ""},
	{"foreign-words", "French in an English text", with(page(""), "pages/a.en.md", "---\ntitle: A\n---\nThe council says: les avis sont dans le registre pour tous.\n"), "4:les avis sont dans le"},
	{"sensory-words", "a place", page("Le schéma ci-contre le montre."), "4:ci-contre"},
	{"sensory-words", "a colour", page("Cliquez sur le bouton vert."), "4:bouton vert"},
	{"sensory-words", "a direction on the ground", page("La salle est à droite de la mairie."), ""},
	{"sensory-words", "parted by a stop", page("C'est un bouton, vert de gris."), ""},

	{"mixed-alphabets", "a Cyrillic а", page("Le texte d'\u0410da et de B\u03bfb."), "4:\u0410da; 4:B\u03bfb"},
	{"mixed-alphabets", "in a name", map[string]string{"members/ada.md": "---\nname: \"Ad\u0430 Bro\u200bok\"\n---\n"}, "2:Ad\u0430; 2:Bro\u200bok"},
	{"mixed-alphabets", "a byte order mark, a tag", page("Un\ufeff mot a\U000e0041gé."), "4:Un\ufeff; 4:a\U000e0041gé"},
	{"mixed-alphabets", "each on its own", page("La β-carotène, Москва, Αθήνα, 5 µm, 👩‍👧, Saint\u00ad-Denis, cœur."), ""},
	{"scan-slip", "a capital I for an l", page("Il parle de I'inclusion."), "4:I'inclusion → l'inclusion"},
	{"scan-slip", "at the start of a sentence", page("Bien. I’accès est libre."), "4:I’accès → L’accès"},
	{"scan-slip", "English", page("Il répond : I'm here."), ""},
	{"scan-slip", "an accent beside its letter", page("Les outils numeériques."), "4:numeériques → numériques"},
	{"scan-slip", "perhaps another letter", page("Il faut reélire."), "4:reélire"},
	{"scan-slip", "rightly twice", page("La réélection créée par Saâd et Zoé."), ""},
	{"scan-slip", "a cent", page("Le 9¢ petit-déjeuner"), "4:9¢ → 9e"},
	{"scan-slip", "q for g", page("Plus gu’en 2024, à cing heures."), "4:gu’en → qu’en; 4:cing → cinq"},
	{"scan-slip", "in a header", header(`"I'inclusion, c'est I'avenir"`), "3:I'inclusion → L'inclusion; 3:I'avenir → l'avenir"},
	{"scan-slip", "in a folded text", header(">\n  Il parle\n  de I'inclusion."), "5:I'inclusion → l'inclusion"},
	{"scan-slip", "in a passage of another language", page("[I'inclusion]{lang=en}"), ""},
	{"typing-slip", "oe", page("Les oeuvres du Coeur."), "4:oeuvres → œuvres; 4:Coeur → Cœur"},
	{"typing-slip", "words that have it rightly", page("La coexistence, le moelleux, Noémie et Joël."), ""},
	{"typing-slip", "ordinals", page("La 2ème et la 1ère fois, le 3ième."), "4:2ème → 2e; 4:1ère → 1re; 4:3ième → 3e"},
	{"typing-slip", "ordinals well written", page("La 2e et la 1re fois."), ""},
	{"typing-slip", "a capital without its accent", page("L'Etat et les Etats."), "4:Etat → État; 4:Etats → États"},
	{"typing-slip", "a name", page("L'Ecole Estienne."), ""},
	{"typing-slip", "a month", page("Le 3 Mars 2024, place de Mars."), "4:Mars → mars"},
	{"typing-slip", "a word twice", page("Il faut de de la place."), "4:de de → de"},
	{"typing-slip", "rightly twice", page("Nous nous voyons, vous vous taisez."), ""},
	{"typing-slip", "a space before a comma", page("Des tables , des chaises."), "4:tables , → tables,"},
	{"typing-slip", "etc.", page("Des tables, etc..."), "4:etc... → etc."},
	{"typing-slip", "M.", page("Merci à Mr Dupont."), "4:Mr → M."},
	{"typing-slip", "inclusive writing", page("Les élu·es, les citoyen·nes, les agent.e.s, les conseiller(e)s, iels, toutes et tous, les Elu·es."), ""},
	{"typing-slip", "spaces that the site sets", page("Vraiment? Oui! « Non » : 10 000 €."), ""},
	{"relative-date", "a day", header("Lancé le 29 juin dernier"), "3:juin dernier"},
	{"relative-date", "a week", header("Rendez-vous la semaine prochaine"), "3:semaine prochaine"},
	{"relative-date", "a whole date", header("Le dernier trimestre 2024, en dernier recours"), ""},
	{"relative-date", "in a body, where it is told", page("Lancé le 29 juin dernier."), ""},

	{"contact-in-text", "an address", page("Écrivez à ada@example.org."), "4:ada@example.org"},
	{"contact-in-text", "a number", page("Appelez le 01 23 45 67 89 ou le +33 1.23.45.67.89."), "4:01 23 45 67 89; 4:+33 1.23.45.67.89"},
	{"contact-in-text", "the council's own", page("Écrivez à conseil@ville.example ou appelez le 01 99 00 12 34."), ""},
	{"contact-in-text", "another's", page("Appelez le 01 99 00 12 35."), "4:01 99 00 12 35"},
	{"contact-in-text", "in a contact page", map[string]string{"pages/nous-contacter.md": "---\ntitle: A\n---\nÉcrivez à ada@example.org ou appelez le 01 23 45 67 89.\n"}, ""},
	{"contact-in-text", "other figures", page("En 2024-05-01, 0,5 % de 10 000 ; délibération 01-23-45."), ""},

	{"unstated-accessibility", "a PDF", with(session("attachments: [{ title: A, file: a.pdf }]\n"), "sessions/a.pdf", ""), "6:"},
	{"unstated-accessibility", "said", with(session("attachments: [{ title: A, file: a.pdf, accessible: false }]\n"), "sessions/a.pdf", ""), ""},
	{"unstated-accessibility", "exempted", with(session("attachments: [{ title: A, file: a.pdf, exemption: { kind: archive, reason: a } }]\n"), "sessions/a.pdf", ""), ""},
	{"unstated-accessibility", "a table", with(session("attachments: [{ title: A, file: a.csv }]\n"), "sessions/a.csv", ""), ""},
	{"inaccessible-pdf", "a picture of a page", with(session("attachments: [{ title: A, file: a.pdf, accessible: true }]\n"), "sessions/a.pdf", "%PDF-1.4 << /Type /XObject /Subtype /Image >>"), "6:"},
	{"inaccessible-pdf", "without a title and a language", with(session("attachments: [{ title: A, file: a.pdf, accessible: true }]\n"), "sessions/a.pdf", "%PDF-1.4 /StructTreeRoot 1 0 R /Font << /F1 2 0 R >>"), "6:; 6:"},
	{"inaccessible-pdf", "with all", with(session("attachments: [{ title: A, file: a.pdf, accessible: true }]\n"), "sessions/a.pdf", "%PDF-1.4 /StructTreeRoot 1 0 R /Lang (fr) /Title (A) /Font << /F1 2 0 R >>"), ""},
	{"inaccessible-pdf", "locked", with(session("attachments: [{ title: A, file: a.pdf, accessible: true }]\n"), "sessions/a.pdf", "%PDF-1.4 /Encrypt 1 0 R"), ""},
	{"animated-image", "two pictures", with(page("![Une carte](a.gif)"), "pages/a.gif", gif+gifImage+gifImage+";"), "4:"},
	{"animated-image", "one picture", with(page("![Une carte](a.gif)"), "pages/a.gif", gif+gifImage+";"), ""},
	{"candidate-list", "there", map[string]string{"news/candidats-2025.csv": ""}, "0:"},
	{"candidate-list", "the form to fill in", map[string]string{"news/candidature.pdf": ""}, ""},
	{"published-candidates", "named", with(session("attachments: [{ title: A, file: candidats.xlsx, accessible: true }]\n"), "sessions/candidats.xlsx", ""), "6:"},
	{"unlinked-file", "a word processor's, a picture, a text", map[string]string{"news/a.docx": "", "pages/b/index.md": "---\ntitle: B\n---\n", "pages/b/c.jpg": "", "pages/d.txt": ""}, "0:; 0:; 0:"},
	{"unlinked-file", "named in a header", with(with(session("attachments: [{ title: A, file: a.pdf }]\nimage: { file: b.png, alt: Une salle }\nrecording: { url: \"https://a.example/v\", transcript: c.txt }\n"), "sessions/a.pdf", ""), "sessions/c.txt", ""), ""},
	{"unlinked-file", "linked to and shown, from another folder too", with(with(with(page("[Le plan](a.pdf#page=2) ![Une salle](b.png)"), "pages/a.pdf", ""), "pages/b.png", ""), "sessions/b/index.md", "---\ntitle: B\nkind: plenary\nstatus: held\nstart: 2024-05-02\n---\n[Le plan](../../pages/a.pdf)\n"), ""},
	{"unlinked-file", "linked to by a draft and by a translation", map[string]string{"pages/a.md": "---\ntitle: A\ndraft: true\n---\n[Le plan](a.pdf)\n", "pages/a.en.md": "---\ntitle: A\n---\n[The plan](b.pdf)\n", "pages/a.pdf": "", "pages/b.pdf": ""}, ""},
	{"unlinked-file", "beside a document that cannot be read", map[string]string{"pages/a.md": "---\ntitle: [\n---\n", "pages/a.pdf": "", "pages/b/index.md": "x", "pages/b/c.pdf": ""}, ""},
	{"unlinked-file", "at the root, where the logo is", map[string]string{"logo.svg": "<svg/>", "Makefile": ""}, ""},
	{"unlinked-file", "a document that is called a text is told once", map[string]string{"pages/a.txt": "---\ntitle: A\n---\n"}, ""},
	{"lost-document", "called a text", map[string]string{"pages/a.txt": "\ufeff---\r\ntitle: A\r\n---\r\n", "pages/b.TXT": "---\n"}, "0:; 0:"},
	{"lost-document", "other texts", map[string]string{"pages/a.txt": "--- Ada ---\nBonjour.\n", "pages/b.txt": "---", "pages/c.txt": "\n---\n"}, ""},
	{"lost-document", "a transcript, whatever its first line", with(session("recording: { url: \"https://a.example/v\", transcript: a.txt }\n"), "sessions/a.txt", "---\nAda : bonjour.\n"), ""},
	{"unlinked-file", "what is kept out is told once", map[string]string{"news/candidats-2025.csv": ""}, ""},
	{"same-name", "but for accents", map[string]string{"members/a.md": "---\nname: Zoé Brun\n---\n", "members/b.md": "---\nname: ZOE BRUN\n---\n"}, "2:ZOE BRUN"},
	{"same-name", "two people", map[string]string{"members/a.md": "---\nname: Zoé Brun\n---\n", "members/b.md": "---\nname: Zoé Brunet\n---\n"}, ""},
	{"duplicate-title", "two pages", map[string]string{"pages/a.md": "---\ntitle: Le conseil\n---\n", "pages/b.md": "---\ntitle: le Conseil\n---\n"}, "2:le Conseil"},
	{"duplicate-title", "two days", map[string]string{
		"sessions/a.md": "---\ntitle: Séance\nkind: plenary\nstatus: held\nstart: 2024-05-02\n---\n",
		"sessions/b.md": "---\ntitle: Séance\nkind: plenary\nstatus: held\nstart: 2024-06-02\n---\n",
	}, ""},
	{"pale-colour", "yellow", map[string]string{"council.yaml": "name: A\nappearance: { colour: \"#ffee88\" }\n"}, "2:"},
	{"pale-colour", "grey at its border", map[string]string{"council.yaml": "name: A\nappearance: { colour: \"#949494\" }\n"}, ""}, // 3.03
	{"deepened-colour", "a blue", map[string]string{"council.yaml": "name: A\nappearance: { colour: \"#1f77b4\" }\n"}, "2:"},
	{"deepened-colour", "a pale accent", map[string]string{"council.yaml": "name: A\nappearance: { colour: \"#1d4e63\", accent: \"#ffee88\" }\n"}, "2:"},
	{"pale-colour", "a pale accent is only derived from", map[string]string{"council.yaml": "name: A\nappearance: { colour: \"#1d4e63\", accent: \"#ffee88\" }\n"}, ""},
	{"deepened-colour", "a dark one", map[string]string{"council.yaml": "name: A\nappearance: { colour: \"#1d4e63\" }\n"}, ""},

	{"missing-plain-summary", "an opinion", opinion(""), "2:"},
	{"missing-plain-summary", "a meeting to come", map[string]string{"sessions/a.md": "---\ntitle: A\nkind: plenary\nstatus: planned\nstart: 2027-05-02\n---\n"}, ""},
	{"missing-plain-summary", "a draft", opinion("draft: true\n"), ""},
	{"plain-summary-advised", "a meeting to come", map[string]string{"sessions/a.md": "---\ntitle: A\nkind: plenary\nstatus: planned\nstart: 2027-05-02\n---\n"}, "2:"},
	{"long-plain-summary", "60 words", opinion("plain_summary: \"" + strings.Repeat("mot ", 60) + "\"\n"), ""},
	{"long-plain-summary", "61 words", opinion("plain_summary: \"" + strings.Repeat("mot ", 61) + "\"\n"), "5:"},
	{"long-plain-sentence", "15 words", opinion("plain_summary: \"" + strings.Repeat("un ", 14) + "mot. Fin.\"\n"), ""},
	{"long-plain-sentence", "16 words", opinion("plain_summary: \"Début. " + strings.Repeat("l'un ", 15) + "mot.\"\n"), "5:" + strings.TrimSpace(strings.Repeat("l'un ", 11)) + " l'un…"},
	{"hard-to-read", "long words in long sentences", page(strings.Repeat("L'expérimentation administrative territoriale interinstitutionnelle nécessite l'approfondissement méthodologique des considérations organisationnelles préalablement identifiées collectivement ", 4) + "." + strings.Repeat(" La dématérialisation généralisée des procédures administratives complexifie considérablement l'accessibilité universelle.", 6)), "4:"},
	{"hard-to-read", "short ones", page(strings.Repeat("Le chat dort. Il a chaud. On ferme la porte. ", 12)), ""},
	{"hard-to-read", "too short to tell", page("L'interopérabilité organisationnelle institutionnalise l'expérimentation."), ""},
	{"unexplained-term", "twice", page("L'open data et le RGPD. Encore l'Open Data."), "4:open data; 4:RGPD"},
	{"unexplained-term", "explained", with(page("Le RGPD."), "glossary.yaml", "- { term: RGPD, definition: Un règlement. }\n"), ""},
}

func TestTextsAreProofread(t *testing.T) {
	for _, test := range texts {
		t.Run(test.rule+"/"+test.name, func(t *testing.T) {
			var got []string
			for _, d := range proofread(t, test.files) {
				if d.Rule != test.rule {
					continue
				}
				told := fmt.Sprintf("%d:%s", d.Line, d.Args["text"])
				if d.Fix != nil {
					told += " → " + d.Fix.New
					if d.Fix.Old != d.Args["text"] {
						t.Errorf("the fix takes %q away", d.Fix.Old)
					}
				}
				got = append(got, told)
			}
			if found := strings.Join(got, "; "); found != test.want {
				t.Errorf("found %q\nwant  %q", found, test.want)
			}
		})
	}
}

func TestEveryTextRuleIsShownRightAndWrong(t *testing.T) {
	right, wrong := map[string]bool{}, map[string]bool{}
	for _, test := range texts {
		right[test.rule] = right[test.rule] || test.want == ""
		wrong[test.rule] = wrong[test.rule] || test.want != ""
	}
	for _, rule := range check.Rules {
		if aboutTexts(rule) && !wrong[rule.Name] {
			t.Errorf("nothing shows %s", rule.Name)
		}
	}
	for rule := range wrong {
		if !right[rule] && rule != "published-candidates" && rule != "plain-summary-advised" {
			t.Errorf("nothing shows what %s lets pass", rule)
		}
	}
}

func TestTextRulesSpeakFrenchAndEnglish(t *testing.T) {
	for _, language := range []string{"fr", "en"} {
		catalogue, err := words.Load(language, nil, os.DirFS("../../layouts"))
		if err != nil {
			t.Fatal(err)
		}
		for _, test := range texts {
			for _, d := range proofread(t, test.files) {
				said := catalogue.Tell("diagnostics."+d.Rule, d.Args)
				if d.Hint != "" {
					said += " " + catalogue.Tell("hints."+d.Hint, d.Args)
				}
				if strings.HasPrefix(said, "[diag") || strings.Contains(said, "[hints") || missingArgument.MatchString(strings.NewReplacer("{lang=", "", "{decorative}", "").Replace(said)) {
					t.Errorf("%s, %s: %q", language, d.Rule, said)
				}
			}
		}
	}
}

// The index of Kandel and Moles stands on the count of syllables; a count that
// is out by one word in twenty changes it little.
func TestSyllablesAreNearlyThoseThatPeopleCount(t *testing.T) {
	spoken := map[string]int{
		"avis": 2, "conseil": 2, "ville": 1, "commune": 2, "citoyenne": 3, "habitants": 3, "numérique": 3, "école": 2, "année": 2, "idée": 2,
		"réélu": 3, "créées": 2, "société": 4, "médiation": 4, "accessibilité": 6, "démocratie": 4, "recommandation": 5, "rapporteur": 3,
		"parlent": 1, "ferment": 2, "moment": 2, "document": 3, "président": 3, "souvent": 2, "adoptent": 2, "œuvre": 1, "cœur": 1,
		"l": 1, "porte": 1, "portes": 1, "le": 1, "les": 1, "eau": 1, "oui": 1, "bureau": 2, "formulaire": 3, "téléphone": 3, "guichet": 2,
		"illectronisme": 4, "internet": 3, "public": 2, "publique": 2, "données": 2, "ouvertes": 2, "mairie": 2, "séance": 2, "atelier": 3,
	}
	counted, heard := 0, 0
	for word, n := range spoken {
		got := check.Syllables(word)
		counted, heard = counted+got, heard+n
		if math.Abs(float64(got-n)) > 1 {
			t.Errorf("%s: %d syllables, want %d", word, got, n)
		}
	}
	if share := math.Abs(float64(counted-heard)) / float64(heard); share > 0.05 {
		t.Errorf("%d syllables counted, %d heard", counted, heard)
	}
}

// A file is proof-read once, whatever the number of councils made from it.
func TestProofStaysWithTheText(t *testing.T) {
	files := page("I'inclusion")
	first, second := proofread(t, files), proofread(t, files)
	if len(first) == 0 || !slices.EqualFunc(first, second, func(a, b diagnostic.Diagnostic) bool { return a.Position == b.Position && a.Rule == b.Rule }) {
		t.Errorf("found %v, then %v", first, second)
	}
}

// A text that slips at each of its letters is told so often enough, and soon.
func TestARuleSpeaksOfATextOftenEnough(t *testing.T) {
	line := strings.Repeat("1¢ , ", 7000)
	for name, text := range map[string]string{
		"body":   "---\ntitle: A\n---\n" + strings.Repeat(line+"\n", 20),
		"header": "---\ntitle: A\nsummary: \"" + line + "\"\n---\nb\n",
	} {
		started := time.Now()
		slips := 0
		for _, d := range proofread(t, map[string]string{"pages/a.md": text}) {
			if d.Rule == "scan-slip" {
				slips++
			}
		}
		if slips != 1000 {
			t.Errorf("%s: %d slips are told", name, slips)
		}
		if took := time.Since(started); took > 10*time.Second {
			t.Errorf("%s: %v", name, took)
		}
	}
}

func FuzzProof(f *testing.F) {
	for _, test := range texts {
		for _, text := range test.files {
			f.Add(text)
		}
	}
	f.Add("---\ntitle: é\xc3\n---\n«»\ufffcé-·’'I’")
	f.Fuzz(func(t *testing.T, text string) {
		for _, d := range proofread(t, map[string]string{"pages/a.md": text}) {
			if d.Fix == nil || d.File != "pages/a.md" {
				continue
			}
			lines := strings.Split(strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n"), "\n")
			line := []rune(lines[d.Fix.Line-1])
			if !strings.HasPrefix(string(line[d.Fix.Column-1:]), d.Fix.Old) {
				t.Errorf("%s: the line %q does not have %q at %d", d.Rule, string(line), d.Fix.Old, d.Fix.Column)
			}
		}
	})
}
