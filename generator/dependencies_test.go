package generator_test

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// A dependency is a library that greffe is compiled with, or tried with: why it
// is there, what is done so that it cannot harm, and the rooms that alone may
// import it. None for a library of tests.
type dependency struct {
	why, guard string
	doors      []string
}

// dependencies are all that go.mod asks for directly. A new one comes with its
// reason; one whose reason is gone goes too. None is asked to be clever about
// untrusted text without limits before it, and none sees a private value.
var dependencies = map[string]dependency{
	"github.com/adrg/frontmatter": {
		why:   "A second opinion on where a header ends: two readings that agree cannot publish a private field as text.",
		guard: "The delimiters are found by us first; a disagreement is an error. Given a format that keeps bytes, it parses no YAML (its own, yaml.v2, is compiled in and never called).",
		doors: []string{"generator/read"},
	},
	"gopkg.in/yaml.v3": {
		why: "Headers, settings and words are YAML, and diagnostics need the line and column of each value, which it gives.",
		guard: "Archived by its authors in 2025; no mend will come. It only ever parses to nodes: size, nodes and depth are limited, aliases, merges, tags and second documents refused, panics caught; decoding, where its known faults lie, is ours. " +
			"generator/read/yaml.go is the door for content. Should a fault appear in parsing, go.yaml.in/yaml/v3 (the YAML organisation's continuation, the same nodes) takes its place by its import path alone, or github.com/goccy/go-yaml behind the same function; FuzzDocument and FuzzSettings decide.",
		doors: []string{"generator/read", "generator/words"},
	},
	"github.com/yuin/goldmark": {
		why:   "CommonMark, exactly, with a tree that knows its places in the source.",
		guard: "Never WithUnsafe; tables, nesting, lines and references are limited before it reads; its HTML is written by our own renderer; FuzzParse.",
		doors: []string{"generator/markdown"},
	},
	"github.com/tdewolff/minify/v2": {
		why:   "Smaller layouts and styles, once, when they are loaded.",
		guard: "Sees greffe's own layouts and styles, never what an editor wrote; it is no sanitiser and is not taken for one.",
		doors: []string{"generator/publish/asset", "generator/publish/page"},
	},
	"github.com/tdewolff/parse/v2": {
		why:   "The words of a stylesheet, as a browser tells them apart; minify brings it along.",
		guard: "Sees greffe's own styles and those of the council's static folder, of which it only lists the addresses.",
		doors: []string{"generator/inspect"},
	},
	"golang.org/x/net": {
		why:   "A browser's way of reading HTML, for the pages of a portable site and for the tests of all pages.",
		guard: "Sees only HTML that greffe made.",
		doors: []string{"generator/inspect", "generator/portable", "generator/publish/page"},
	},
	"github.com/arran4/golang-ical": {
		why:   "Calendars with the escapes and the folded lines of RFC 5545.",
		guard: "Writes only; FuzzCalendarComesBack reads back what it wrote.",
		doors: []string{"generator/due", "generator/publish/feed"},
	},
	"github.com/fsnotify/fsnotify": {
		why:   "Hints that a file has changed.",
		guard: "Hints only: folders are compared again after each, and from time to time without one; --poll does without it.",
		doors: []string{"generator/watch"},
	},
	"github.com/bep/imagemeta": {
		why:   "Whether a picture says where it was taken, and which side is up.",
		guard: "Sizes are looked at first, panics are caught, nothing that it reads is published; FuzzLook.",
		doors: []string{"generator/picture"},
	},
	"golang.org/x/image": {
		why:   "Smaller pictures, WebP, and the letters on posters.",
		guard: "Dimensions are limited before anything is decoded; panics are caught; FuzzLook.",
		doors: []string{"generator/picture", "generator/publish/social"},
	},
	"github.com/parquet-go/parquet-go": {why: "Open data as Parquet.", guard: "Writes only; tests read it back.", doors: []string{"generator/publish/data"}},
	"github.com/xuri/excelize/v2":      {why: "Open data as XLSX, its cells typed as text.", guard: "Writes only; no formula is ever written; tests read it back.", doors: []string{"generator/publish/data"}},
	"modernc.org/sqlite":               {why: "Open data as SQLite, without C.", guard: "Writes a file of its own, with bound values; nobody's file is opened.", doors: []string{"generator/publish/data"}},
	"github.com/paulmach/orb":          {why: "The outline of a territory (WKT), in the catalogue of data.", guard: "An outline that it cannot read is left out; nothing of its text is written.", doors: []string{"generator/publish/standard"}},
	"github.com/andybalholm/brotli":    {why: "Files that a server sends compressed, compressed once.", guard: "Writes only, what greffe made.", doors: []string{"generator/precompress"}},
	"golang.org/x/text": {
		why:   "Languages' codes, the order of names, the forms of accents.",
		guard: "Kept by the Go team; pure functions; FuzzSlug, FuzzFold.",
		doors: []string{"cmd/greffe", "generator/council", "generator/markdown", "generator/publish/standard", "generator/words", "generator/write"},
	},
	"golang.org/x/sys":                  {why: "The exchange of two folders, syncfs, locks.", guard: "Kept by the Go team; every call is made to fail in tests.", doors: []string{"generator/write"}},
	"golang.org/x/term":                 {why: "Whether somebody looks at the output.", guard: "Kept by the Go team.", doors: []string{"cmd/greffe"}},
	"github.com/spf13/cobra":            {why: "Commands, flags, help and completion as people know them.", guard: "Sees the command line only.", doors: []string{"cmd/greffe"}},
	"github.com/spf13/pflag":            {why: "Cobra's flags, walked through to translate their help.", guard: "Sees the command line only.", doors: []string{"cmd/greffe"}},
	"github.com/schollz/progressbar/v3": {why: "A bar when a build takes longer than a second.", guard: "Draws on a terminal only; sees numbers.", doors: []string{"cmd/greffe"}},
	"github.com/rogpeppe/go-internal":   {why: "Scripts that say how the command behaves; for tests."},
}

// Each direct dependency has its reason, and is imported where it may be.
func TestDependenciesHaveReasonsAndDoors(t *testing.T) {
	file, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	asked := make(map[string]bool)
	for line := range strings.Lines(string(file)) {
		fields := strings.Fields(strings.TrimPrefix(line, "require "))
		if len(fields) < 2 || !strings.HasPrefix(fields[1], "v") || strings.Contains(line, "// indirect") {
			continue
		}
		asked[fields[0]] = true
		d, known := dependencies[fields[0]]
		if !known || d.why == "" || len(d.doors) > 0 && d.guard == "" {
			t.Errorf("why is %s there, and what guards it?", fields[0])
		}
	}
	for module := range dependencies {
		if !asked[module] {
			t.Errorf("%s is not in go.mod any more", module)
		}
	}
	if len(asked) == 0 {
		t.Error("go.mod asks for nothing")
	}
	eachGoFile(t, "..", func(file, room string, imports []string) {
		for _, imported := range imports {
			for module, d := range dependencies {
				if (imported == module || strings.HasPrefix(imported, module+"/")) && !slices.Contains(d.doors, room) {
					t.Errorf("%s imports %s, whose doors are %q", file, imported, d.doors)
				}
			}
			if first, _, _ := strings.Cut(imported, "/"); strings.Contains(first, ".") && !slices.ContainsFunc(keys(asked), func(module string) bool { return imported == module || strings.HasPrefix(imported, module+"/") }) {
				t.Errorf("%s imports %s, which go.mod does not ask for directly", file, imported)
			}
		}
	})
}

func keys(set map[string]bool) (all []string) {
	for key := range set {
		all = append(all, key)
	}
	return all
}
