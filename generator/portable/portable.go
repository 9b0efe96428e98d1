// Package portable makes a published site one file that can be kept: a ZIP that
// opens in a browser from any folder, without a server.
//
// A site leads to its pages by addresses that begin at its host ("/avis/"), and
// leaves it to the server to find the page of a folder. From a folder neither
// works. So each page of the ZIP is that of the site with its links rewritten,
// in one place ([page]): relative, and to the file itself. Everything else is
// byte for byte what was published. What only a server reads stays out; so do
// scripts, which browsers do not run from a folder: the page of the search then
// shows its indexes.
//
// The same site gives the same bytes.
package portable

import (
	"archive/zip"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"time"
)

// A Site is a site on disk.
type Site struct {
	Files fs.FS
	Base  string    // the address at which it is published: https://num.example/conseil
	Root  string    // the path of that address: /conseil/
	On    time.Time // the date of its files in the ZIP
}

// forServers are the files that mean nothing without a server.
var forServers = map[string]bool{"_headers": true, "_redirects": true, "robots.txt": true, "404.html": true, "410.html": true}

// packed are the kinds of files that are compressed already.
var packed = map[string]bool{
	".png": true, ".jpg": true, ".jpeg": true, ".gif": true, ".webp": true, ".pdf": true,
	".zip": true, ".gz": true, ".xlsx": true, ".ods": true, ".odt": true, ".odp": true, ".docx": true, ".pptx": true, ".epub": true,
	".parquet": true, ".mp3": true, ".ogg": true, ".mp4": true, ".webm": true, ".woff2": true,
}

// Write writes the ZIP. Files come in the order of their paths.
func Write(w io.Writer, s Site) error {
	archive := zip.NewWriter(w)
	err := fs.WalkDir(s.Files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() || !s.isKept(name) {
			return nil
		}
		return s.add(archive, name)
	})
	if err == nil {
		err = archive.Close()
	}
	if err != nil {
		return fmt.Errorf("making the ZIP of the site: %w", err)
	}
	return nil
}

// isKept tells whether a file of the site goes into the ZIP. What lies compressed
// beside a text is for servers too.
func (s Site) isKept(name string) bool {
	if strings.HasPrefix(path.Base(name), ".") || forServers[name] {
		return false
	}
	switch ending := path.Ext(name); ending {
	case ".js":
		return false
	case ".br", ".gz":
		_, err := fs.Stat(s.Files, strings.TrimSuffix(name, ending))
		return err != nil
	}
	return true
}

func (s Site) add(archive *zip.Writer, name string) error {
	header := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: s.On}
	header.SetMode(0o644)
	if packed[strings.ToLower(path.Ext(name))] {
		header.Method = zip.Store
	}
	to, err := archive.CreateHeader(header)
	if err != nil {
		return err
	}
	from, err := s.Files.Open(name)
	if err != nil {
		return err
	}
	defer from.Close()
	if s.isPage(name) {
		return s.page(to, from, name)
	}
	_, err = io.Copy(to, from)
	return err
}

// isPage tells whether a file is a page of the site, and not one that a document
// has for an attachment: those are somebody else's.
func (s Site) isPage(name string) bool {
	return path.Base(name) == "index.html" || !strings.Contains(name, "/") && path.Ext(name) == ".html"
}
