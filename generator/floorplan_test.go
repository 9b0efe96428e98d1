package generator_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// floors are the rooms of the house, from the ground up. A room imports only
// from floors below its own; rooms of one floor never import one another.
var floors = [][]string{
	{"layouts", "static", "generator/colour", "generator/diagnostic", "generator/words", "generator/former", "generator/precompress", "generator/weights", "generator/picture", "generator/render", "generator/seal", "generator/scratch"},
	{"generator/markdown"},
	{"generator/council"},
	{"generator/site", "generator/conformity", "generator/phrase"},
	{"generator/due", "generator/compare"},
	{"generator/read", "generator/check", "generator/write", "generator/watch",
		"generator/publish/page", "generator/publish/search", "generator/publish/data", "generator/publish/feed", "generator/publish/asset", "generator/publish/social", "generator/publish/standard", "generator/publish/host",
		"generator/schema", "generator/draft", "generator/portable", "generator/inspect"},
	{"generator/publish"},
	{"generator"},
	{"generator/serve"},
	{"cmd/greffe"},
}

// only says who alone may import a room.
var only = map[string]string{"layouts": "cmd/greffe", "static": "cmd/greffe"}

func TestImportsPointDown(t *testing.T) {
	floor := make(map[string]int)
	for i, rooms := range floors {
		for _, room := range rooms {
			floor[room] = i
		}
	}
	eachGoFile(t, "..", func(file, room string, imports []string) {
		from, known := floor[room]
		if !known {
			t.Errorf("%s is in no room of the house: add %s to the floor plan, or move it", file, room)
			return
		}
		for _, imported := range imports {
			to, ours := strings.CutPrefix(imported, "greffe/")
			if imported == "greffe/generator" {
				to, ours = "generator", true
			}
			if !ours {
				continue
			}
			if who := only[to]; who != "" && who != room {
				t.Errorf("%s imports %s, which only %s may", file, to, who)
			}
			if level, ok := floor[to]; !ok || level >= from {
				t.Errorf("%s imports %s, which is not on a floor below %s", file, to, room)
			}
		}
	})
}

// The domain knows no file system, no HTML and no clock; only rules open a
// private value; only one place turns text into HTML; only cmd exits.
func TestRoomsKeepToTheirTrade(t *testing.T) {
	forbidden := []struct{ text, except string }{
		{"time.Now(", "cmd/greffe generator/serve generator/watch generator/write"},
		{".ForChecks()", "generator/check"},
		{"template.HTML(", "generator/publish/page/html.go"},
		{"os.Exit(", "cmd/greffe"},
		{`"net/http"`, "generator/serve cmd/greffe"},
	}
	eachGoFile(t, "..", func(file, room string, _ []string) {
		text, err := os.ReadFile(filepath.Join("..", file))
		if err != nil {
			t.Fatal(err)
		}
		for _, rule := range forbidden {
			allowed := false
			for _, place := range strings.Fields(rule.except) {
				allowed = allowed || room == place || file == place
			}
			if !allowed && strings.Contains(string(text), rule.text) {
				t.Errorf("%s has %q, which belongs in %s", file, rule.text, rule.except)
			}
		}
	})
}

// eachGoFile visits the Go files of the project that are not tests, with the
// room that each is in and what it imports.
func eachGoFile(t *testing.T, root string, visit func(file, room string, imports []string)) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(root), ".", func(file string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == "testdata" || entry.Name() == "node_modules" || (strings.HasPrefix(entry.Name(), ".") && file != ".")):
			return fs.SkipDir
		case entry.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go"):
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, file), nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		var imports []string
		for _, spec := range parsed.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			imports = append(imports, name)
		}
		visit(file, path.Dir(file), imports)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
