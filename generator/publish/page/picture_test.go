package page

import (
	"bytes"
	"image"
	"image/jpeg"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

func photograph(t testing.TB, width, height int) *fstest.MapFile {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, width, height)), nil); err != nil {
		t.Fatal(err)
	}
	return &fstest.MapFile{Data: b.Bytes()}
}

var (
	imageTag = regexp.MustCompile(`<img [^>]*>`)
	sumOf    = regexp.MustCompile(`\.[0-9a-f]{10}\.`)
)

// images are the pictures of a page, without the hashes of their names.
func images(page string) []string {
	var found []string
	for _, tag := range imageTag.FindAllString(page, -1) {
		found = append(found, sumOf.ReplaceAllString(tag, "."))
	}
	return found
}

// A page keeps the place of each picture, offers the widths that there are, and
// waits with all but the first.
func TestPicturesOfAPage(t *testing.T) {
	content := fstest.MapFS{
		"council.yaml":     {Data: []byte("name: Conseil\nbase_url: https://num.example\nlanguage: fr\nappearance: { logo: logo.svg, logo_alt: Logo }\n")},
		"logo.svg":         {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h9"/></svg>`)},
		"pages/a.md":       {Data: []byte("---\ntitle: A\n---\n![Large](large.jpg)\n\n![Petite](petite.jpg \"Une légende\")\n\n![Abîmée](abimee.jpg)\n")},
		"pages/b.md":       {Data: []byte("---\ntitle: B\nimage: { file: large.jpg, alt: Large }\n---\n![Petite](petite.jpg)\n\n[la grande](large.jpg)\n")},
		"pages/large.jpg":  photograph(t, 2000, 1000),
		"pages/petite.jpg": photograph(t, 300, 200),
		"pages/abimee.jpg": {Data: []byte("rien")},
	}
	s := siteOf(t, content, asOf)
	const (
		logo  = `<img src="/logo-960.svg" `
		large = `width="1600" height="800" srcset="/%/large-480.jpg 480w, /%/large-960.jpg 960w, /%/large-1600.jpg 1600w" sizes="(min-width: 62rem) 57rem, 100vw"`
		small = `<img src="/%/petite-300.jpg" width="300" height="200" loading="lazy" decoding="async" alt="Petite">`
	)
	for id, want := range map[string][]string{
		"a": {logo, `<img src="/a/large-960.jpg" ` + large + ` alt="Large">`, small},
		"b": {logo, `<img src="/b/large-960.jpg" ` + large + ` alt="Large">`, small},
	} {
		page := making(t, s, id+"/index.html")
		got := images(page)
		if len(got) != len(want) {
			t.Fatalf("%s has the pictures %q", id, got)
		}
		for i := range want {
			if want := strings.ReplaceAll(want[i], "%", id); !strings.HasPrefix(got[i], want) {
				t.Errorf("%s: got\n%s\nwanted\n%s", id, got[i], want)
			}
		}
		if id == "b" && !strings.Contains(page, `<a href="/b/large.jpg">la grande (JPEG, `) {
			t.Errorf("the picture itself is not linked to: %s", page)
		}
	}
}

// Other sites are told of a poster that is there, by its whole address; a page
// that nobody is to find tells nothing.
func TestPagesNameTheirPoster(t *testing.T) {
	content := fstest.MapFS{
		"council.yaml":  {Data: []byte("name: Conseil\nbase_url: https://num.example/conseil\nlanguage: fr\n")},
		"opinions/a.md": {Data: []byte("---\ntitle: A\nkind: opinion\nstatus: adopted\naliases: [b]\n---\n")},
	}
	brief := briefOf(t, content, asOf)
	s := siteFor(t, brief)
	for path, want := range map[string]string{
		"index.html": `<meta property="og:image" content="https://num.example` + brief.Poster("").Address(brief.Addresses) + `">`,
		"avis/a/index.html": `<meta property="og:image" content="https://num.example` + brief.Poster("opinions").Address(brief.Addresses) + `"><meta property="og:image:width" content="1200">` +
			`<meta property="og:image:height" content="630"><meta property="og:image:alt" content="Avis — Conseil"><meta name="twitter:card" content="summary_large_image">`,
	} {
		if page := making(t, s, path); !strings.Contains(page, want) {
			t.Errorf("%s does not say %s:\n%s", path, want, page)
		}
	}
	if page := making(t, s, "avis/b/index.html"); strings.Contains(page, "og:") {
		t.Errorf("a page that only leads elsewhere is offered to other sites:\n%s", page)
	}
}
