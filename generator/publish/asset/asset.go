// Package asset publishes the files that pages need and lead to: the
// stylesheet and the icon, the council's logo, and the attachments and pictures
// that published documents name.
//
// The stylesheet bears a part of its content's hash in its name, so that
// browsers may keep it for ever; so do pictures, which are published in several
// widths and never as the editor's own file. An attachment keeps its name; what
// a picture among them says of its maker is left out. Nothing else of a content
// folder is published: a file that no published document names stays in.
package asset

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/svg"

	"greffe/generator/colour"
	"greffe/generator/council"
	"greffe/generator/diagnostic"
	"greffe/generator/markdown"
	"greffe/generator/site"
)

// webForm is the folder of the form for editors, if a council has one: its own
// page names its files, which keep their names.
const webForm = "admin/"

// Prepare says in the brief at which path each static file will lie.
func Prepare(b *site.Brief) error {
	b.Assets = make(map[string]string)
	return fs.WalkDir(b.Static, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("listing the static files: %w", err)
		}
		hidden := strings.HasPrefix(entry.Name(), ".") && name != "." && entry.Name() != ".well-known" // RFC 8615
		switch {
		case entry.IsDir() && hidden: // .git, .vscode
			return fs.SkipDir
		case entry.IsDir() || hidden || strings.HasSuffix(name, ".go"):
			return nil
		}
		b.Assets[name] = name
		if kept := strings.HasPrefix(name, webForm); !kept && (path.Ext(name) == ".css" || path.Ext(name) == ".js") {
			text, err := static(b, name)
			if err != nil {
				return err
			}
			sum := sha256.Sum256(text)
			b.Assets[name] = strings.TrimSuffix(name, path.Ext(name)) + "." + hex.EncodeToString(sum[:])[:10] + path.Ext(name)
		}
		return nil
	})
}

// Parts are the static files with the logo, and the files that published
// documents name.
func Parts(b *site.Brief) ([]site.Part, error) {
	named := func() []site.File {
		var files []site.File
		for document := range b.Council.Everything() {
			files = append(files, attachments(b, document)...)
		}
		return files
	}
	return []site.Part{
		site.Finding(func() []site.File { return statics(b) }, func(place string) (site.File, bool) {
			for _, file := range statics(b) { // a handful
				if file.Path == place {
					return file, true
				}
			}
			return site.File{}, false
		}),
		site.Finding(named, func(place string) (site.File, bool) { return attachment(b, place) }),
	}, nil
}

func statics(b *site.Brief) []site.File {
	var files []site.File
	for name, place := range b.Assets {
		files = append(files, site.File{
			Path: place, MediaType: MediaType(name), Verbatim: path.Ext(name) != ".css",
			Make: func(w io.Writer, _ *council.Council) error {
				text, err := static(b, name)
				if err != nil {
					return err
				}
				_, err = w.Write(text)
				return err
			},
		})
	}
	return append(files, logo(b)...)
}

// attachment finds the file at a place beside a document's page.
func attachment(b *site.Brief, place string) (site.File, bool) {
	page := path.Join(path.Dir(place), "index.html")
	for _, collection := range council.Folders() {
		id, ok := b.Addresses.Key(collection, page)
		if !ok {
			continue
		}
		document, ok := b.Council.Lookup(collection, id).(council.Documented)
		if !ok {
			continue
		}
		for _, file := range attachments(b, document) {
			if file.Path == place {
				return file, true
			}
		}
	}
	return site.File{}, false
}

// attachments are the files that a document names, in its front matter or in
// its body, published under its address.
func attachments(b *site.Brief, document council.Documented) []site.File {
	var files []site.File
	taken := make(map[string]bool)
	add := func(more ...site.File) {
		for _, file := range more {
			if !taken[file.Path] {
				taken[file.Path] = true
				files = append(files, file)
			}
		}
	}
	eachNamed(b.Council, document, func(n named) {
		file, ok := b.Council.File(document.Common(), n.file)
		switch {
		case !ok:
		case n.shown:
			add(pictures(b, document, n, file)...)
		default:
			add(copied(b, file, b.Addresses.Path(b.Addresses.Attachment(document, n.file))))
		}
	})
	return files
}

// A named file is one that a document shows, or leads to.
type named struct {
	file  council.FileName
	shown bool     // as a picture on its page
	use   site.Use // of one that is shown
	at    diagnostic.Position
}

// eachNamed visits the files of a document that are published: a portrait only
// if it may be.
func eachNamed(c *council.Council, document council.Documented, visit func(named)) {
	council.EachFile(document, func(where string, name council.FileName) {
		entry := document.Common()
		line, column := entry.At(where)
		n := named{file: name, at: diagnostic.Position{File: entry.File, Line: line, Column: column}}
		if where == "image.file" {
			if council.Picture(document) == nil {
				return
			}
			n.shown, n.use = true, site.UseOf(document)
		}
		visit(n)
	})
	texts := []*markdown.Text{c.Text(document)}
	for _, translation := range document.Common().Translations {
		texts = append(texts, translation.Body)
	}
	for _, text := range texts {
		if text == nil {
			continue
		}
		for _, link := range text.Links {
			if target, _, _ := strings.Cut(link.Destination, "#"); target != "" && !strings.ContainsAny(target, ":") && !strings.HasSuffix(target, ".md") {
				visit(named{council.FileName(target), link.Image, site.Figure, link.Position})
			}
		}
	}
}

func copied(b *site.Brief, file council.File, place string) site.File {
	return site.File{
		Path: place, MediaType: MediaType(file.Name), From: file.Name, Verbatim: true,
		Make: func(w io.Writer, _ *council.Council) error {
			return b.Copy(w, file)
		},
	}
}

// static is the content of a static file, minified, with the council's own
// colours in the stylesheet.
func static(b *site.Brief, name string) ([]byte, error) {
	text, err := fs.ReadFile(b.Static, name)
	if err != nil {
		return nil, fmt.Errorf("reading static file %s: %w", name, err)
	}
	minifier := minify.New()
	minifier.AddFunc("text/css", css.Minify)
	minifier.AddFunc("image/svg+xml", svg.Minify)
	kind, _, _ := strings.Cut(MediaType(name), ";")
	switch kind {
	case "text/css":
		chosen := b.Council.Settings.Appearance
		text = append(text, colour.Sheet(string(text), string(chosen.Colour), string(chosen.Accent))...)
		return minifier.Bytes(kind, text)
	case "image/svg+xml":
		return minifier.Bytes(kind, text)
	}
	return text, nil
}

// types are those that a site needs: the machine's own list differs from one to
// the next.
var types = map[string]string{
	".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml",
	".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp", ".ico": "image/x-icon",
	".pdf": "application/pdf", ".txt": "text/plain; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".vtt": "text/vtt; charset=utf-8",
	".odt": "application/vnd.oasis.opendocument.text", ".ods": "application/vnd.oasis.opendocument.spreadsheet", ".odp": "application/vnd.oasis.opendocument.presentation",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	".mp3": "audio/mpeg", ".ogg": "audio/ogg", ".mp4": "video/mp4", ".webm": "video/webm", ".zip": "application/zip", ".epub": "application/epub+zip",
	".json": "application/json", ".yml": "text/yaml; charset=utf-8", ".woff2": "font/woff2", ".xml": "application/xml", ".html": htmlAttachment, ".htm": htmlAttachment,
}

const htmlAttachment = "text/html; charset=utf-8"

// MediaType is the type of a file by its name.
func MediaType(name string) string {
	if known, ok := types[strings.ToLower(path.Ext(name))]; ok {
		return known
	}
	return "application/octet-stream"
}
