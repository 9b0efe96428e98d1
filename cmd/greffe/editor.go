package main

import (
	"net/url"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// editors are the text editors that open a file at a place when a browser
// follows an address of theirs.
var editors = map[string]string{
	"vscode":   "vscode://file{path}:{line}:{column}",
	"vscodium": "vscodium://file{path}:{line}:{column}",
	"none":     "",
}

// An editor's address has a scheme of its own: none that the browser would run.
var editorAddress = regexp.MustCompile(`^[a-z][a-z0-9+.-]*://.*\{path\}`)

// editor answers the address that opens a content file at a place in the text
// editor of that name, or in the one whose address is written out with {path},
// {line} and {column}.
func (a *app) editor(name string) (func(file string, line, column int) string, error) {
	address, known := editors[name]
	if !known {
		if !editorAddress.MatchString(name) {
			return nil, a.use("command.use.bad-editor", "value", name)
		}
		address = name
	}
	content, err := filepath.Abs(a.flags.content)
	if err != nil || address == "" {
		return nil, err
	}
	return func(file string, line, column int) string {
		place := filepath.ToSlash(filepath.Join(content, filepath.FromSlash(file)))
		if !strings.HasPrefix(place, "/") {
			place = "/" + place // C:/…
		}
		return strings.NewReplacer(
			"{path}", (&url.URL{Path: place}).EscapedPath(),
			"{line}", strconv.Itoa(max(line, 1)), "{column}", strconv.Itoa(max(column, 1)),
		).Replace(address)
	}, nil
}
