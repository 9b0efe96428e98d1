package markdown

import (
	"fmt"
	"strings"
	"sync"
	"testing"
)

var words = Labels{
	Tables: []string{"Tableau", "Table"},
	Notes:  "Notes",
	Note:   "Note {n}",
	Back:   "Retour au texte, note {n}",
}

func parseFrench(source string) *Text {
	return Parse([]byte(source), Options{Language: "fr", File: "a.md", Labels: words})
}

// asWrittenTarget leads every link where its editor wrote it.
func asWrittenTarget(l Link) Target { return Target{Href: l.Destination} }

// problems writes what was reported as "line:column rule".
func problems(t *Text) string {
	var all []string
	for _, p := range t.Problems {
		all = append(all, fmt.Sprintf("%d:%d %s", p.Line, p.Column, p.Rule))
	}
	return strings.Join(all, ", ")
}

// A case is a source, the HTML it becomes, and what is reported. "~" stands for
// the narrow no-break space and "¬" for the no-break space.
type example struct{ source, html, problems string }

var spaces = strings.NewReplacer("~", narrowNoBreak, "¬", noBreak)

func run(t *testing.T, examples []example) {
	t.Helper()
	for _, e := range examples {
		text := parseFrench(e.source)
		if got, want := text.HTML(asWrittenTarget), spaces.Replace(e.html)+"\n"; got != want && e.html != "*" {
			t.Errorf("%q\ngot  %s\nwant %s", e.source, got, want)
		}
		if got := problems(text); got != e.problems {
			t.Errorf("%q\ngot problems  %s\nwant problems %s", e.source, got, e.problems)
		}
		for _, p := range text.Problems {
			if !strings.Contains(strings.Join(Rules, " "), p.Rule) {
				t.Errorf("%s is not among Rules", p.Rule)
			}
		}
	}
}

func TestBlocks(t *testing.T) {
	run(t, []example{
		{"Bonjour *le* **monde** ~~vieux~~.", "<p>Bonjour <em>le</em> <strong>monde</strong> <del>vieux</del>.</p>", ""},
		{"a\\\nb", "<p>a<br>\nb</p>", ""},
		{"> cité", "<blockquote>\n<p>cité</p>\n</blockquote>", ""},
		{"- a\n- b\n  - c", "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>", ""},
		{"3. a\n\n4. b", "<ol start=\"3\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>", ""},
		{"```go\na < b ! \"x\"\n```", "<pre><code>a &lt; b ! &quot;x&quot;\n</code></pre>", ""},
		{"Avis\n: Un conseil.", "<dl>\n<dt>Avis</dt>\n<dd>Un conseil.</dd>\n</dl>", ""},
		{"***", "<hr>", ""},
		{"a &amp; b &eacute; \\* < c", "<p>a &amp; b é * &lt; c</p>", ""},
	})
}

func TestRawHTMLIsRefused(t *testing.T) {
	run(t, []example{
		{"é <b>gras</b>", "<p>é gras</p>", "1:3 raw-html, 1:10 raw-html"},
		{"a\n\n  <!-- note -->", "<p>a</p>", "3:3 raw-html"},
		{"a <!-- note --> b", "<p>a  b</p>", "1:3 raw-html"},
		{"> <script>\n> x\n> </script>", "<blockquote>\n</blockquote>", "1:3 raw-html"},
		{"<https://a.fr> 1 < 2", `<p><a href="https://a.fr">https://a.fr</a> 1 &lt; 2</p>`, ""},
		{"&#27;[31m", "<p>\uFFFD[31m</p>", "1:1 control-character"},
	})
}

func TestHeadings(t *testing.T) {
	run(t, []example{
		{"## Éléments d'analyse", `<h2 id="s-elements-d-analyse">Éléments d’analyse</h2>`, ""},
		{"## Les élu·es\n\n## Les élu·es", `<h2 id="s-les-elu-es">Les élu·es</h2>` + "\n" + `<h2 id="s-les-elu-es-2">Les élu·es</h2>`, ""},
		{"## Vœux {#voeux lang=fr-BE}", `<h2 id="s-voeux" lang="fr-BE">Vœux</h2>`, ""},
		{"## Open data! {lang=en}", `<h2 id="s-open-data" lang="en">Open data!</h2>`, ""},
		{"## A {#Éa}", `<h2 id="s-a">A</h2>`, "1:7 bad-anchor"},
		{"## A\n## B {#a}", `<h2 id="s-a">A</h2>` + "\n" + `<h2 id="s-a-2">B</h2>`, "2:7 duplicate-anchor"},
		{"## A {onclick=x lang=en}", `<h2 id="s-a" lang="en">A</h2>`, "1:7 unknown-attribute"},
		{"a\n\n# Titre", "<p>a</p>\n" + `<h2 id="s-titre">Titre</h2>`, "3:1 heading-level-one"},
		{"## ", "*", "1:1 empty-heading"},
		{"## 文書", `<h2 id="s-section">文書</h2>`, ""},
		{"Titre\n---", `<h2 id="s-titre">Titre</h2>`, ""},
	})
	text := Parse([]byte("## L'avis\n### *Constats* !"), Options{Language: "fr", File: "a.md", FirstLine: 7})
	if got := fmt.Sprint(text.Headings); got != spaces.Replace("[{2 s-l-avis L’avis  {a.md 7 1}} {3 s-constats Constats~!  {a.md 8 1}}]") {
		t.Error(got)
	}
	if !text.HasAnchor("constats") || !text.HasAnchor("Constats") || text.HasAnchor("s-constats") || text.HasAnchor("") {
		t.Error("HasAnchor maps fragments to ids")
	}
}

func TestPassages(t *testing.T) {
	run(t, []example{
		{"L'[open data!]{lang=en} !", `<p>L’<span lang="en">open data!</span>~!</p>`, ""},
		{"[a *b*\nc]{lang=\"en\"} d", "<p><span lang=\"en\">a <em>b</em>\nc</span> d</p>", ""},
		{"[a [b]{lang=en} c]{lang=de}", `<p><span lang="de">a <span lang="en">b</span> c</span></p>`, ""},
		{"[open data](a.md){lang=en} !", `<p><a href="a.md"><span lang="en">open data</span></a>~!</p>`, ""},
		{"é [a]{lang=anglais}", "<p>é a</p>", "1:7 bad-language"},
		{"[a]{lang=en_GB}", "<p>a</p>", "1:5 bad-language"},
		{"[a]{onclick=x lang=en}", `<p><span lang="en">a</span></p>`, "1:5 unknown-attribute"},
		{"*a [b*]{lang=en}", "<p><em>a [b</em>]{lang=en}</p>", "1:8 unknown-attribute"},
		{"[a] {lang=en} \\[b]{x}", "<p>[a] {lang=en} [b]{x}</p>", ""},
		{"`[a]{lang=en}`", "<p><code>[a]{lang=en}</code></p>", ""},
	})
}

func TestNotes(t *testing.T) {
	call := `<sup><a href="#fn-1" id="fnref-1" role="doc-noteref" aria-label="Note 1">1</a></sup>`
	again := strings.Replace(call, `id="fnref-1"`, `id="fnref-1-2"`, 1)
	notes := "\n" + `<section class="notes" aria-labelledby="fn-title">
<h2 id="fn-title">Notes</h2>
<ol>
<li id="fn-1">
<p>Audition.` + noBreak + `<a href="#fnref-1" role="doc-backlink" aria-label="Retour au texte, note 1">↩` + "\ufe0e" + `</a></p>
</li>
</ol>
</section>`
	run(t, []example{
		{"La ville[^v] !\n\n[^v]: Audition.", "<p>La ville" + call + "~!</p>" + notes, ""},
		{"a[^v] b[^v]\n\n[^v]: Audition.", "<p>a" + call + " b" + again + "</p>" + notes, ""},
		{"[a[^v]](b.md)\n\n[^v]: Audition.", `<p><a href="b.md">a</a>` + call + "</p>" + notes, ""},
		{"a[^x] \\[^y]", "<p>a[^x] [^y]</p>", "1:2 unknown-note"},
		{"a\n\n[^v]: Audition.", "<p>a</p>", "3:1 unused-note"},
	})
}

func TestPlain(t *testing.T) {
	text := parseFrench("## L'*avis* & \"nous\"\n\nUn[^1] `<b>` :\nfin.\n\n| a | b |\n|-|-|\n| c | d |\n\n[^1]: Note.")
	want := spaces.Replace("L’avis & «~nous~»\nUn <b>¬: fin.\na\nb\nc\nd\nNote.")
	if got := text.Plain(); strings.ReplaceAll(got, ":\nfin", ": fin") != want {
		t.Errorf("got %q", got)
	}
	links := parseFrench("Voir [l'avis](a.md \"Un titre\")[^1] et <https://ville.example/> ![Plan](plan.png) ici.\n\n![Le port](port.png \"Le port\")\n\n[^1]: De [la ville](b.md).")
	if got, want := links.Plain(), "Voir l’avis et https://ville.example/  ici.\nLe port\nDe la ville."; spaces.Replace(got) != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLineEndsDoNotMatter(t *testing.T) {
	source := "## Titre\n\nUn [lien](a.md)\\\nsuite  \n*fin* !\n\n| a |\n|---|\n| b |\n\n```\ncode\n```\n<b>\n"
	want := parseFrench(source)
	for _, end := range []string{"\r\n", "\r"} {
		got := parseFrench(strings.ReplaceAll(source, "\n", end))
		if got.HTML(asWrittenTarget) != want.HTML(asWrittenTarget) || problems(got) != problems(want) || fmt.Sprint(got.Links) != fmt.Sprint(want.Links) {
			t.Errorf("with %q: %s", end, got.HTML(asWrittenTarget))
		}
	}
}

func TestParseIsSafeForConcurrentUse(t *testing.T) {
	want := parseFrench(body).HTML(asWrittenTarget)
	shared := parseFrench(body)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for range 20 {
				if parseFrench(body).HTML(asWrittenTarget) != want || shared.HTML(asWrittenTarget) != want {
					t.Error("another result")
				}
			}
		})
	}
	group.Wait()
}

func TestPrefixKeepsTwoTextsApart(t *testing.T) {
	text := Parse([]byte("## A\n\nb[^1]\n\n[^1]: c"), Options{Prefix: "article-1-", Labels: words})
	for _, id := range []string{`id="article-1-s-a"`, `id="article-1-fn-1"`, `href="#article-1-fnref-1"`} {
		if !strings.Contains(text.HTML(asWrittenTarget), id) {
			t.Errorf("no %s in %s", id, text.HTML(asWrittenTarget))
		}
	}
}

// body is an ordinary text of about 4 KB.
var body = strings.Repeat(`## Éléments d'analyse

Le conseil a entendu la ville[^1] le 25 avril : "l'accès aux données" est un droit ! Voir
[l'avis n° 3](../opinions/2024-03.md#constats) et https://data.gouv.fr/fr/ pour 10 000 habitants.

- un premier point ; il compte **beaucoup** ;
- un [open data]{lang=en} ; *deux* fois 10 % à 17 h 30.

Tableau : Votes par collège

| Collège | Voix |
|:--------|-----:|
| Élu·es  |   12 |
| Habitants | 8 |

Le XXIe siècle, la 2e séance, M. Dupont et Mme Benali... Quoi d'autre ? Rien ; tout a été dit et redit.

`, 5) + "[^1]: Audition du 25 avril.\n"

func BenchmarkParse(b *testing.B) {
	source := []byte(body)
	o := Options{Language: "fr", File: "a.md", Labels: words}
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(source, o)
	}
}

func BenchmarkGoldmarkAlone(b *testing.B) {
	source := []byte(body)
	b.ReportAllocs()
	for b.Loop() {
		parse(source)
	}
}

func BenchmarkHTML(b *testing.B) {
	text := parseFrench(body)
	b.ReportAllocs()
	for b.Loop() {
		text.HTML(asWrittenTarget)
	}
}
