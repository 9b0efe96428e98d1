package asset_test

import (
	"maps"
	"slices"
	"testing"
	"testing/fstest"

	"greffe/generator/publish/asset"
	"greffe/generator/site"
)

// What git, editors and file managers keep in a council's own folder is theirs;
// what the web keeps in one (RFC 8615) is the site's.
func TestHiddenFilesAreNotPublished(t *testing.T) {
	brief := &site.Brief{Static: fstest.MapFS{
		".git/config": {}, ".vscode/settings.json": {}, "icons/.DS_Store": {}, "icons/.cache/a.png": {}, "static.go": {},
		".well-known/security.txt": {}, "icons/a.png": {},
	}}
	if err := asset.Prepare(brief); err != nil {
		t.Fatal(err)
	}
	if got := slices.Sorted(maps.Keys(brief.Assets)); !slices.Equal(got, []string{".well-known/security.txt", "icons/a.png"}) {
		t.Errorf("published: %q", got)
	}
}
