package feed

import (
	"fmt"
	"io"
	"net/url"

	"greffe/generator/council"
	"greffe/generator/site"
)

// robots lets everybody in: what is not public is not on the site.
func robots(b *site.Brief) site.File {
	return site.File{
		Path: "robots.txt", MediaType: "text/plain; charset=utf-8",
		Make: func(w io.Writer, _ *council.Council) error {
			_, err := fmt.Fprintf(w, "User-agent: *\nAllow: /\nSitemap: %s\n", b.Addresses.Absolute(b.Addresses.Asset("sitemap.xml")))
			return err
		},
	}
}

// escaped is the address of a path.
func escaped(path string) string { return (&url.URL{Path: path}).EscapedPath() }
