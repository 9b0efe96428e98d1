package page

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/html"

	"greffe/generator/site"
)

// Every page of every council that the project has is well formed, in French
// and in English, and leads nowhere that does not exist.
func TestPagesAreWellFormed(t *testing.T) {
	councils := map[string]fs.FS{"all fields": os.DirFS("testdata/council")}
	councils["a large council"] = crowd(120)
	folders, _ := fs.Glob(os.DirFS("../../testdata/councils"), "*/council.yaml")
	for _, folder := range folders {
		name := path.Dir(folder)
		councils[name] = os.DirFS("../../testdata/councils/" + name)
	}
	for name, content := range councils {
		for _, language := range []string{"fr", "en"} {
			t.Run(name+" "+language, func(t *testing.T) {
				t.Parallel()
				s := siteOf(t, speaking(t, content, language), "2025-06-01")
				for _, file := range s.Files() {
					for _, fault := range faults(s, []byte(making(t, s, file.Path))) {
						t.Errorf("%s: %s", file.Path, fault)
					}
				}
			})
		}
	}
}

// speaking is the same content in another language's words.
func speaking(t *testing.T, content fs.FS, language string) fs.FS {
	t.Helper()
	files := make(fstest.MapFS)
	err := fs.WalkDir(content, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(content, name)
		if name == "council.yaml" {
			text = regexp.MustCompile(`(?m)^language:.*\n`).ReplaceAll(text, nil)
			text = append(text, "\nlanguage: "+language+"\n"...)
		}
		files[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

var (
	void         = []string{"meta", "link", "img", "br", "hr", "input", "wbr", "path", "rect", "circle", "line"}
	missingWords = regexp.MustCompile(`\[[a-z-]+(\.[A-Za-z0-9_-]*)+\]`)
	unfilled     = regexp.MustCompile(`\{[a-z_]+\}`)
)

// faults are what no page may have.
func faults(s *site.Site, page []byte) []string {
	var found []string
	fault := func(format string, args ...any) { found = append(found, fmt.Sprintf(format, args...)) }
	if missing := missingWords.FindAll(page, -1); missing != nil {
		fault("words are missing: %s", bytes.Join(missing, []byte(", ")))
	}
	var (
		open, labels      []string
		ids               = make(map[string]bool)
		wanted, addresses []string
		headings, level   int
		tag               string
		attributes        map[string]string
	)
	begin := func() {
		if id, ok := attributes["id"]; ok {
			if ids[id] || id == "" {
				fault("id %q is there twice, or empty", id)
			}
			ids[id] = true
		}
		for _, name := range []string{"href", "src"} {
			if address, ok := attributes[name]; ok {
				if address == "" || strings.Contains(address, "#ZgotmplZ") {
					fault("<%s %s=%q>", tag, name, address)
				}
				addresses = append(addresses, address)
			}
		}
		if id := attributes["aria-labelledby"]; id != "" {
			wanted = append(wanted, strings.Fields(id)...)
		}
		switch tag {
		case "h1", "h2", "h3", "h4", "h5", "h6":
			now := int(tag[1] - '0')
			if now == 1 {
				headings++
			}
			if now > level+1 {
				fault("<h%d> after <h%d>", now, level)
			}
			level = now
		case "th":
			if attributes["scope"] == "" {
				fault("<th> without scope")
			}
		case "nav":
			labels = append(labels, attributes["aria-label"]+attributes["aria-labelledby"])
		case "img":
			if _, ok := attributes["alt"]; !ok {
				fault("<img> without alt")
			}
		}
		if !slices.Contains(void, tag) {
			open = append(open, tag)
		}
	}
	lexer := html.NewLexer(parse.NewInputBytes(page))
	for {
		kind, data := lexer.Next()
		switch kind {
		case html.ErrorToken:
			if err := lexer.Err(); err != io.EOF {
				fault("%v", err)
			}
			if len(open) > 0 {
				fault("not closed: %v", open)
			}
			if headings != 1 {
				fault("%d h1", headings)
			}
			if slices.Sort(labels); len(slices.Compact(slices.Clone(labels))) != len(labels) || slices.Contains(labels, "") {
				fault("navs are not told apart: %q", labels)
			}
			for _, id := range wanted {
				if !ids[id] {
					fault("nothing has the id %q", id)
				}
			}
			for _, address := range addresses {
				if fragment, ok := strings.CutPrefix(address, "#"); ok && !ids[fragment] {
					fault("nothing has the id %q", fragment)
				}
				if !leads(s, address) {
					fault("%q leads nowhere", address)
				}
			}
			return found
		case html.StartTagToken:
			tag, attributes = string(lexer.Text()), make(map[string]string)
		case html.AttributeToken:
			attributes[string(lexer.AttrKey())] = strings.Trim(string(lexer.AttrVal()), `"`)
		case html.StartTagCloseToken:
			begin()
		case html.StartTagVoidToken:
			begin()
			if !slices.Contains(void, tag) {
				open = open[:len(open)-1]
			}
		case html.EndTagToken:
			name := string(lexer.Text())
			if len(open) == 0 || open[len(open)-1] != name {
				fault("</%s> where %v is open", name, open)
				return found
			}
			open = open[:len(open)-1]
		case html.TextToken:
			if tag != "script" && unfilled.Match(data) {
				fault("a sentence has a hole: %s", data)
			}
		}
	}
}

// leads tells whether an address of this site has a file; what other publishers
// make (feeds, data, attached files) is theirs to promise.
func leads(s *site.Site, address string) bool {
	if !strings.HasPrefix(address, "/") {
		return true
	}
	address, _, _ = strings.Cut(address, "#")
	if !strings.HasSuffix(address, "/") {
		return true
	}
	_, ok := s.Find(strings.TrimPrefix(address, "/") + "index.html")
	return ok
}
