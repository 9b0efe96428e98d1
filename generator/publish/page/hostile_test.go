package page

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

// Whatever editors write is text: no mark of theirs becomes a mark of the page.
func TestEditorsTextIsEscaped(t *testing.T) {
	const hostile = `Le <i onx>'"&</title></script>`
	names := regexp.MustCompile(`Inès Roche|Paul Adam|Garder des guichets ouverts|Ville de Montreval|Séance de mai|Le Num de Montreval|Règlement intérieur|Cercle permanent|Inclusion numérique|Guichets et accueil|Jeanne Roux|Avis signé|Garder un guichet par quartier|Hôtel de ville|réunion publique|Un engagement commun|Première commission`)
	content := os.DirFS("testdata/council")
	files := make(fstest.MapFS)
	err := fs.WalkDir(content, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(content, name)
		if strings.HasSuffix(name, ".md") || strings.HasSuffix(name, ".yaml") {
			text = names.ReplaceAllLiteral(text, []byte(hostile))
			text = regexp.MustCompile(`"`+regexp.QuoteMeta(hostile)+`([^"\n]*)"`).ReplaceAll(text, []byte("'"+strings.ReplaceAll(hostile, "'", "''")+"$1'"))
		}
		files[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	s := siteOf(t, files, asOf)
	for _, file := range s.Files() {
		page := making(t, s, file.Path)
		if strings.Contains(page, "<i onx") || strings.Contains(page, "&amp;lt;") {
			t.Errorf("%s: an editor's mark is a mark, or was escaped twice", file.Path)
		}
		for _, fault := range faults(s, []byte(page)) {
			t.Errorf("%s: %s", file.Path, fault)
		}
	}
}

// No two pages of a site bear one title.
func TestTitlesTellPagesApart(t *testing.T) {
	for _, content := range []fs.FS{os.DirFS("testdata/council"), crowd(120)} {
		s := siteOf(t, content, asOf)
		titles := make(map[string]string)
		for _, file := range s.Files() {
			_, title, _ := strings.Cut(making(t, s, file.Path), "<title>")
			title, _, _ = strings.Cut(title, "</title>")
			if other, taken := titles[title]; taken {
				t.Errorf("%s and %s are both %q", other, file.Path, title)
			}
			titles[title] = file.Path
		}
	}
}
