package markdown

import (
	"fmt"
	"strings"
	"testing"
)

func TestLinks(t *testing.T) {
	run(t, []example{
		{"[a *b*](../opinions/2024-03.md#constats)", `<p><a href="../opinions/2024-03.md#constats">a <em>b</em></a></p>`, ""},
		{"[a](<b c.pdf> \"d\")", `<p><a href="b%20c.pdf" title="d">a</a></p>`, ""},
		{"[a][r]\n\n[r]: x.md?a=1&amp;b=2", `<p><a href="x.md?a=1&amp;b=2">a</a></p>`, ""},
		{"(www.a.fr), voir https://a.fr/b_(c).", `<p>(<a href="https://www.a.fr">www.a.fr</a>), voir <a href="https://a.fr/b_(c)">https://a.fr/b_(c)</a>.</p>`, ""},
		{"Écrire à conseil@a.fr.", `<p>Écrire à <a href="mailto:conseil@a.fr">conseil@a.fr</a>.</p>`, ""},
		{"https://localhost @a.fr a@b _@_", "<p>https://localhost @a.fr a@b <em>@</em></p>", ""},
		{"[voir <https://a.fr>](b.md)", `<p><a href="b.md">voir https://a.fr</a></p>`, ""},
		{"[t](tel:+33123456789)", `<p><a href="tel:+33123456789">t</a></p>`, ""},
	})
}

func TestDangerousAddresses(t *testing.T) {
	for _, address := range []string{
		"javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&colon;alert(1)", "java&Tab;script:alert(1)",
		"java&#10;script:x", "&#1;javascript:x", "<\tjavascript:x>", "< javascript:x>", "java&NewLine;script&#58;x",
		"data:text/html,x", "data:image/png;base64,x", "vbscript:x", "file:///etc/passwd", "ftp://a.fr",
		"//a.fr", "\\\\\\\\a.fr", "/\\\\a.fr", "java&#0;script:x", "j&#x61;vascript:x", "blob:x", "\u00a0javascript:x",
	} {
		for _, form := range []string{"[é](%s)", "![é](%s)", "[é][r]\n\n[r]: %s"} {
			text := parseFrench(fmt.Sprintf(form, address))
			html := text.HTML(asWrittenTarget)
			if strings.Contains(html, "href") || strings.Contains(html, "src") {
				t.Errorf("%s: %s", fmt.Sprintf(form, address), html)
			}
			if got := problems(text); got != "1:1 dangerous-address" && strings.Contains(html, "<p>é</p>") {
				t.Errorf("%s: problems %q", fmt.Sprintf(form, address), got)
			}
		}
	}
	run(t, []example{{"é <javascript:x>", "<p>é javascript:x</p>", "1:3 dangerous-address"}})
}

// What resolve answers is not trusted either.
func TestDangerousTargetsAreLeftOut(t *testing.T) {
	html := parseFrench("[a](b.md)").HTML(func(Link) Target { return Target{Href: "javascript:x"} })
	if html != "<p>a</p>\n" {
		t.Error(html)
	}
}

func TestTargets(t *testing.T) {
	resolve := func(l Link) Target {
		switch {
		case l.Destination == "gone.md" || l.Destination == "gone.png":
			return Target{}
		case l.Image:
			return Target{Href: "/i/" + l.Destination, Width: 30, Height: 20, Srcset: "/i/b.png 60w", Sizes: "100vw"}
		}
		return Target{Href: "/x/?a=1&b", Suffix: " (PDF, 240\u00a0Ko)", Lang: "en", Type: "application/pdf"}
	}
	link := `<a href="/x/?a=1&amp;b" hreflang="en" type="application/pdf"`
	img := `<img src="/i/a.png" width="30" height="20" srcset="/i/b.png 60w" sizes="100vw" loading="lazy" decoding="async" alt="é">`
	for _, c := range []struct{ source, want string }{
		{"[Avis](a.pdf) !", "<p>" + link + ">Avis (PDF, 240¬Ko)</a>~!</p>"},
		{`[Avis *n° 3*](gone.md "x") !`, "<p>Avis <em>n°¬3</em>~!</p>"},
		{"[*a*](gone.md){lang=en}", `<p><span lang="en"><em>a</em></span></p>`},
		{"a ![é](a.png)", "<p>a " + img + "</p>"},
		{"a ![é](gone.png) b", "<p>a  b</p>"},
		{`![é](a.png "L'été !")`, "<figure>\n" + img + "\n<figcaption>L’été~!</figcaption>\n</figure>"},
		{"a\n\n![é](gone.png \"L'été !\")\n\n[b](a.pdf)", "<p>a</p>\n<p>" + link + ">b (PDF, 240¬Ko)</a></p>"},
		{"![é](gone.png)\n\na", "<p>a</p>"},
		{"[![é](a.png)](gone.md)", "<p>" + img + "</p>"},
		{"[![é](gone.png) a](x.pdf)", "<p>" + link + "> a (PDF, 240¬Ko)</a></p>"},
	} {
		if got := parseFrench(c.source).HTML(resolve); got != spaces.Replace(c.want)+"\n" {
			t.Errorf("%s\ngot  %s\nwant %s", c.source, got, c.want)
		}
	}
}

func TestResolveIsAskedOnce(t *testing.T) {
	asked := 0
	parseFrench("[a](b) ![c](d)\n\n![e](f \"g\")\n\n[![h](i)](j)").HTML(func(Link) Target { asked++; return Target{Href: "x"} })
	if asked != 5 {
		t.Error(asked)
	}
}

func TestLinkPositions(t *testing.T) {
	source := "é [a](1)\n\n> - **b [c\n>   d](2)** https://e.fr/3 _(f@g.fr)_\n\n| h |\n|---|\n| é | \n| [i](5 \"t\") ![j](6) |\n\n\t[k](no)\n\nl[^1]\n\n[^1]: m <https://7.fr>"
	text := Parse([]byte(source), Options{FirstLine: 10, File: "x.md"})
	var got []string
	for _, l := range text.Links {
		got = append(got, fmt.Sprintf("%s %q %d:%d", l.Destination, l.Text, l.Position.Line, l.Position.Column))
	}
	want := `1 "a" 10:3, 2 "c d" 12:9, https://e.fr/3 "https://e.fr/3" 13:13, mailto:f@g.fr "f@g.fr" 13:30, 5 "i" 18:3, 6 "j" 18:14, https://7.fr "https://7.fr" 24:9`
	if strings.Join(got, ", ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, ", "), want)
	}
	if text.Links[4].Title != "t" || !text.Links[5].Image || text.Links[0].Position.File != "x.md" {
		t.Error(text.Links)
	}
}

// The first picture of a page is seen at once; waiting for it would only delay it.
func TestTheFirstImageDoesNotWait(t *testing.T) {
	html := parseFrench("![é](a.png)").HTML(func(Link) Target { return Target{Href: "a.png", Eager: true} })
	if html != "<p><img src=\"a.png\" alt=\"é\"></p>\n" {
		t.Error(html)
	}
}

func TestImages(t *testing.T) {
	const lazy = `<img src="a.png" loading="lazy" decoding="async"`
	run(t, []example{
		{"![Une *carte*](a.png)", `<p>` + lazy + ` alt="Une carte"></p>`, ""},
		{"é ![](a.png)", `<p>é ` + lazy + ` alt=""></p>`, "1:3 missing-alternative"},
		{"![](a.png){decorative}", `<p>` + lazy + ` alt=""></p>`, ""},
		{"![](a.png \"L'eau\"){decorative}", "<figure>\n" + lazy + ` alt="">` + "\n<figcaption>L’eau</figcaption>\n</figure>", ""},
		{"![a](b.png){onerror=x}", `<p><img src="b.png" loading="lazy" decoding="async" alt="a"></p>`, "1:13 unknown-attribute"},
		{`![a" onerror="x](b.png)`, `<p><img src="b.png" loading="lazy" decoding="async" alt="a&quot; onerror=&quot;x"></p>`, ""},
	})
}
