package host

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"greffe/generator/council"
	"greffe/generator/site"
	"greffe/generator/words"
)

func brief(t *testing.T, base council.URL) *site.Brief {
	t.Helper()
	catalogue, err := words.Load("fr", nil, os.DirFS("../../../layouts"))
	if err != nil {
		t.Fatal(err)
	}
	settings := &council.Settings{BaseURL: base, Licence: "etalab-2.0"}
	opinion := func(id string, aliases ...council.ID) *council.Opinion {
		return &council.Opinion{Title: id, Entry: council.Entry{ID: id, Aliases: aliases}}
	}
	c := council.Assemble(council.Source{
		Settings:  settings,
		Documents: []council.Documented{opinion("2024-01", "2024-old"), opinion("2024-02", "2024-01")},
		Withdrawals: []council.Withdrawal{
			{Of: "news", ID: "withdrawn", On: council.Date{Year: 2024}},
			{Of: "news", ID: "erased", On: council.Date{Year: 2024}, Erase: true},
		},
	}, council.Moment{})
	return &site.Brief{
		Council: c, Words: catalogue, Addresses: site.NewAddresses(base, catalogue),
		Assets: map[string]string{"css/style.css": "css/style.0123456789.css", "icons/icon.svg": "icons/icon.svg"},
	}
}

func made(t *testing.T, b *site.Brief, files []site.File) string {
	t.Helper()
	var out bytes.Buffer
	if err := files[0].Make(&out, b.Council); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// A former id that another document has taken leads nowhere else; what was
// withdrawn has a page of its own.
func TestRedirects(t *testing.T) {
	b := brief(t, "https://num.example/conseil")
	want := "/conseil/avis/2024-old/* /conseil/avis/2024-01/:splat 301!\n/conseil/actualites/erased/* /conseil/410.html 410\n"
	if got := made(t, b, Redirects(b)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

var others = []site.File{
	{Path: "avis/2024-01/piece.svg", MediaType: "image/svg+xml"},
	{Path: "data/v1/opinions.csv", MediaType: "text/csv; charset=utf-8"},
	{Path: "data/v1/opinions.json", MediaType: "application/json; charset=utf-8"},
	{Path: "data/v1/members.json", MediaType: "application/json; charset=utf-8"},
	{Path: "data/v1/csv-metadata.json", MediaType: "application/csvm+json"},
	{Path: "data/v1/opinions.schema.json", MediaType: "application/schema+json"},
	{Path: "data/v1/opinions.parquet", MediaType: "application/vnd.apache.parquet"},
}

// headersAt are what Netlify sends with a path: of the rules that match, the
// last one that gives a header counts.
func headersAt(text, path string) map[string]string {
	found := make(map[string]string)
	matches := false
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "/"):
			pattern := strings.ReplaceAll(regexp.QuoteMeta(line), `\*`, ".*")
			matches = regexp.MustCompile("^" + pattern + "$").MatchString(path)
		case matches && line != "":
			name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
			found[name] = value
		}
	}
	return found
}

func TestHeaders(t *testing.T) {
	b := brief(t, "https://num.example")
	text := made(t, b, Headers(b, others))
	for _, test := range []struct{ path, header, want string }{
		{"/", "Content-Security-Policy", site.PagePolicy + "; frame-ancestors 'none'"},
		{"/avis/2024-01/", "Content-Security-Policy", site.PagePolicy + "; frame-ancestors 'none'"},
		{"/avis/2024-01/", "X-Content-Type-Options", "nosniff"},
		{"/avis/2024-01/", "Cache-Control", ""},
		{"/avis/2024-01/", "Access-Control-Allow-Origin", ""},
		{"/avis/2024-01/piece.svg", "Content-Security-Policy", sandboxed},
		{"/avis/2024-01/piece.html", "Content-Security-Policy", sandboxed},
		{"/avis/2024-01/piece.pdf", "Content-Security-Policy", readable},
		{"/avis/2024-01/index.json", "Access-Control-Allow-Origin", "*"},
		{"/css/style.0123456789.css", "Cache-Control", forEver},
		{"/icons/icon.svg", "Cache-Control", ""},
		{"/atom.xml", "Content-Type", "application/atom+xml; charset=utf-8"},
		{"/membres/x/atom.xml", "Access-Control-Allow-Origin", "*"},
		{"/seances/calendar.ics", "Content-Type", "text/calendar; charset=utf-8"},
		{"/data/v1/opinions.csv", "Content-Type", "text/csv; charset=utf-8"},
		{"/data/v1/opinions.csv", "Access-Control-Allow-Origin", "*"},
		{"/data/v1/opinions.json", "Content-Type", "application/json; charset=utf-8"},
		{"/data/v1/csv-metadata.json", "Content-Type", "application/csvm+json"},
		{"/data/v1/opinions.schema.json", "Content-Type", "application/schema+json"},
		{"/data/v1/opinions.parquet", "Content-Type", "application/vnd.apache.parquet"},
	} {
		if got := headersAt(text, test.path)[test.header]; got != test.want {
			t.Errorf("%s: %s is %q, not %q", test.path, test.header, got, test.want)
		}
	}
	link := headersAt(text, "/data/v1/opinions.csv")["Link"]
	for _, want := range []string{`</data/v1/opinions.schema.json>; rel="describedby"`, `rel="license"`} {
		if !strings.Contains(link, want) {
			t.Errorf("the table's Link is %q, without %q", link, want)
		}
	}
}

// However many documents there are, there are as many rules.
func TestHeadersDoNotGrow(t *testing.T) {
	b := brief(t, "https://num.example")
	few := made(t, b, Headers(b, others))
	more := append([]site.File{{Path: "avis/2025-01/index.html"}, {Path: "avis/2025-01/index.json"}, {Path: "avis/2025-01/plan.pdf"}}, others...)
	if made(t, b, Headers(b, more)) != few {
		t.Error("_headers grows with the documents")
	}
}

func TestNoHeaderIsAddedByAValue(t *testing.T) {
	var out bytes.Buffer
	if err := writeRules(&out, []rule{{"/*", []header{{"Link", "<a>\n  Set-Cookie: b"}}}}); err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(out.String(), "\n"); lines != 2 {
		t.Errorf("%d lines: %s", lines, &out)
	}
}

// What lies in an edition is redirected there too.
func TestRedirectsOfAnEdition(t *testing.T) {
	b := brief(t, "https://num.example/conseil")
	english, err := words.Load("en", nil, os.DirFS("../../../layouts"))
	if err != nil {
		t.Fatal(err)
	}
	b.Editions = []site.Edition{{Language: "en", Words: english, Addresses: b.Addresses.In("en", english)}}
	b.Council.Opinions.Find("2024-01").Translations = []*council.Translation{{Language: "en", Title: "In English"}}
	redirects := made(t, b, Redirects(b))
	for _, want := range []string{
		"/conseil/en/opinions/2024-old/* /conseil/en/opinions/2024-01/:splat 301!\n", "/conseil/en/news/erased/* /conseil/410.html 410\n",
	} {
		if !strings.Contains(redirects, want) {
			t.Errorf("no %q in\n%s", want, redirects)
		}
	}
}
