package main

import (
	"archive/zip"
	"bytes"
	"io"
	"net/url"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// unzipped reads a ZIP whole.
func unzipped(t testing.TB, file string) map[string]string {
	t.Helper()
	archive, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	files := make(map[string]string)
	for _, entry := range archive.File {
		from, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(from)
		if err != nil {
			t.Fatal(err)
		}
		files[entry.Name] = string(text)
	}
	return files
}

// A reader who opens the ZIP in a folder finds every page, picture and anchor
// that a page leads to: no address needs a server or a network.
func TestEveryLinkOfTheZIPLeadsToAFile(t *testing.T) {
	for name, more := range map[string][]string{"at the root": nil, "in a folder": {"--base-url", "https://ville.example/conseil"}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			file := filepath.Join(t.TempDir(), "site.zip")
			site := tree(t, build(t, "../../content", append(more, "--zip", file)...))
			files := unzipped(t, file)
			if missing := len(site) - len(files); missing < 3 || missing > 12 {
				t.Errorf("the site has %d files, the ZIP %d", len(site), len(files))
			}
			roots := make(map[string]*html.Node)
			ids := make(map[string]map[string]bool)
			for name, text := range files {
				if path.Ext(name) != ".html" {
					continue
				}
				root, err := html.Parse(strings.NewReader(text))
				if err != nil {
					t.Fatal(err)
				}
				roots[name], ids[name] = root, make(map[string]bool)
				for node := range root.Descendants() {
					if id := attribute(node, "id"); id != "" {
						ids[name][id] = true
					}
				}
			}
			followed := 0
			for name, root := range roots {
				for _, address := range addressesOf(root) {
					to, err := url.Parse(address)
					if err != nil {
						t.Errorf("%s: %s: %v", name, address, err)
						continue
					}
					if to.Scheme != "" {
						continue // elsewhere
					}
					place := path.Join(path.Dir(name), to.Path)
					if to.Path == "" {
						place = name
					}
					followed++
					if _, there := files[place]; !there || strings.HasPrefix(address, "/") {
						t.Errorf("%s leads to %s, where there is nothing", name, address)
					} else if to.Fragment != "" && !ids[place][to.Fragment] {
						t.Errorf("%s leads to %s, which has no such part", name, address)
					}
				}
			}
			if followed < 10_000 {
				t.Errorf("only %d links were followed", followed)
			}
		})
	}
}

// addressesOf are all that a browser may follow or load from a page; what says
// where the page is on the web is none.
func addressesOf(root *html.Node) []string {
	var all []string
	for node := range root.Descendants() {
		if rel := attribute(node, "rel"); node.Data == "link" && (rel == "canonical" || attribute(node, "hreflang") != "") {
			continue
		}
		for _, a := range node.Attr {
			switch a.Key {
			case "href", "src", "action", "poster":
				all = append(all, a.Val)
			case "srcset":
				for choice := range strings.SplitSeq(a.Val, ",") {
					address, _, _ := strings.Cut(strings.TrimSpace(choice), " ")
					all = append(all, address)
				}
			}
		}
		if attribute(node, "http-equiv") == "refresh" {
			_, address, _ := strings.Cut(attribute(node, "content"), "url=")
			all = append(all, address)
		}
	}
	return all
}

// Whoever makes the ZIP again has the same bytes; nobody makes it where it would
// be lost or read.
func TestZIPIsMadeWhereItStays(t *testing.T) {
	folder := t.TempDir()
	first, second := filepath.Join(folder, "a.zip"), filepath.Join(folder, "b.zip")
	build(t, "testdata/small", "--zip", first)
	build(t, "testdata/small", "--zip", second)
	if a, b := tree(t, folder)["a.zip"], tree(t, folder)["b.zip"]; a != b || a == "" {
		t.Errorf("two ZIPs of one site differ")
	}
	for _, args := range [][]string{
		{"--zip", filepath.Join(folder, "site", "a.zip")},
		{"--zip", "testdata/small/a.zip"},
		{"--zip", folder},
		{"--zip", first, "--only", "page"},
	} {
		var stdout, stderr bytes.Buffer
		args = append([]string{"build", "--content", "testdata/small", "--out", filepath.Join(folder, "site"), "--as-of", asOf}, args...)
		if code := run(args, &stdout, &stderr); code != exitUse || stderr.Len() == 0 {
			t.Errorf("greffe %s: exit code %d: %s", strings.Join(args, " "), code, &stderr)
		}
	}
}
