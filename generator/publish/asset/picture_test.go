package asset_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"greffe/generator/council"
	"greffe/generator/markdown"
	"greffe/generator/publish/asset"
	"greffe/generator/read"
	"greffe/generator/site"
	"greffe/generator/words"
)

const secret = "SECRET-48.8977"

// photograph is one that says where it was taken.
func photograph(t testing.TB, width, height int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, width, height)), nil); err != nil {
		t.Fatal(err)
	}
	return bytes.Replace(b.Bytes(), []byte("\xff\xd8"), []byte("\xff\xd8\xff\xfe\x00\x10"+secret), 1)
}

func siteOf(t testing.TB, content fstest.MapFS) *site.Site {
	t.Helper()
	reader := read.Reader{Folder: content, Labels: func(string) markdown.Labels { return markdown.Labels{} }}
	read, err := reader.Content()
	if err != nil {
		t.Fatal(err)
	}
	now, _ := council.ParseMoment("2026-11-20")
	c := council.Assemble(read.Source, now).Public(false)
	catalogue, err := words.Load("fr", nil, os.DirFS("../../../layouts"))
	if err != nil {
		t.Fatal(err)
	}
	brief := &site.Brief{
		Council: c, Words: catalogue, Addresses: site.NewAddresses("", catalogue),
		Static: os.DirFS("../../../static"), Content: content, Kept: new(site.Kept),
	}
	if err := asset.Prepare(brief); err != nil {
		t.Fatal(err)
	}
	parts, err := asset.Parts(brief)
	if err != nil {
		t.Fatal(err)
	}
	return site.New(c, parts...)
}

func contents(t testing.TB) fstest.MapFS {
	photo := photograph(t, 1000, 500)
	content := fstest.MapFS{
		"council.yaml":     {Data: []byte("name: Conseil\nlanguage: fr\nappearance: { logo: logo.svg }\n")},
		"logo.svg":         {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><!-- ` + secret + ` --><path d="M0 0h9"/></svg>`)},
		"members/ada.md":   {Data: []byte("---\nname: Ada\nimage: { file: ada.jpg, alt: Ada, consent_on: 2024-01-02 }\n---\n")},
		"members/bob.md":   {Data: []byte("---\nname: Bob\nimage: { file: bob.jpg, alt: Bob }\n---\n")},
		"pages/a.md":       {Data: []byte("---\ntitle: A\nattachments: [{ title: Le plan, file: plan.jpg }]\n---\n![Une carte](carte.jpg) et [la même](carte.jpg)\n")},
		"pages/a.en.md":    {Data: []byte("---\ntitle: A\n---\n![A map](map.jpg)\n")},
		"pages/draft.md":   {Data: []byte("---\ntitle: D\ndraft: true\n---\n![Une carte](draft.jpg)\n")},
		"pages/nobody.jpg": {Data: photo},
	}
	for _, name := range []string{"members/ada", "members/bob", "pages/plan", "pages/carte", "pages/map", "pages/draft"} {
		content[name+".jpg"] = &fstest.MapFile{Data: photo}
	}
	return content
}

// What documents show is published in its widths and under no other name; what
// they attach or lead to keeps its name; nothing says where it was taken, and
// nothing else is published.
func TestPublishedPictures(t *testing.T) {
	s := siteOf(t, contents(t))
	var got []string
	for _, file := range s.Files() {
		if strings.HasPrefix(file.Path, "css/") || strings.HasPrefix(file.Path, "js/") || strings.HasPrefix(file.Path, "icons/") {
			continue
		}
		var text bytes.Buffer
		if err := s.Make(&text, file.Path); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(text.String(), secret) {
			t.Errorf("%s says where it was taken", file.Path)
		}
		if found, ok := s.Find(file.Path); !ok || found.Path != file.Path {
			t.Errorf("%s is not found alone", file.Path)
		}
		name, sum, hashed := strings.Cut(file.Path, ".")
		if sum, _, _ = strings.Cut(sum, "."); hashed && len(sum) == 10 {
			name += path.Ext(file.Path)
			if !s.Lasts(file.Path) {
				t.Errorf("%s bears a hash and does not last", file.Path)
			}
		} else if name = file.Path; s.Lasts(file.Path) {
			t.Errorf("%s bears no hash and lasts", file.Path)
		}
		got = append(got, name)
	}
	const want = "a/carte-1000.jpg a/carte-480.jpg a/carte-960.jpg a/carte.jpg a/map-1000.jpg a/map-480.jpg a/map-960.jpg a/plan.jpg logo-960.svg membres/ada/ada-320.jpg membres/ada/ada-640.jpg"
	if all := strings.Join(got, " "); all != want {
		t.Errorf("published %s\nwanted    %s", all, want)
	}
}

// Another picture under the same name is published under another.
func TestAChangedPictureChangesItsName(t *testing.T) {
	before := contents(t)
	names := make(map[string]bool)
	for _, file := range siteOf(t, before).Files() {
		names[file.Path] = true
	}
	before["pages/carte.jpg"] = &fstest.MapFile{Data: photograph(t, 1000, 501)}
	changed := 0
	for _, file := range siteOf(t, before).Files() {
		if !names[file.Path] {
			changed++
		}
	}
	if changed != 3 {
		t.Errorf("%d files have another name, not three", changed)
	}
}

// A picture that looks whole and is not stops the build, and says where it is
// named.
func TestABrokenPictureIsTold(t *testing.T) {
	content := contents(t)
	photo := photograph(t, 1000, 500)
	for i := len(photo) - 300; i < len(photo)-2; i++ {
		photo[i] = 0xaa
	}
	content["pages/carte.jpg"] = &fstest.MapFile{Data: photo}
	s := siteOf(t, content)
	told := ""
	for _, file := range s.Files() {
		if err := s.Make(new(bytes.Buffer), file.Path); err != nil {
			told = err.Error()
		}
	}
	if !strings.Contains(told, "pages/a.md:5:1: the picture pages/carte.jpg: decoding") {
		t.Errorf("told %q", told)
	}
}
