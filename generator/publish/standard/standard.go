// Package standard publishes a council in the forms that others have agreed on:
// a DCAT-AP catalogue of its open data, Popolo for applications that follow
// assemblies, and the « délibérations » of France's common schema for local
// data (SCDL). Each is a file of this package.
//
// Unlike the tables, whose shape is greffe's own, a standard says what a file
// must hold to be valid. What the content does not say is left out; a file that
// cannot be valid without it is not published at all.
//
// # RDF
//
// The catalogue is one graph in three syntaxes. The graph is built in memory
// ([graph]) and each syntax is one file that writes it: turtle.go, rdfxml.go,
// jsonld.go. No kept Go library writes all three. RDF/XML goes through
// encoding/xml and JSON-LD through encoding/json; Turtle escapes its few special
// characters as its grammar says.
package standard

import (
	"path"
	"strings"

	"greffe/generator/council"
	"greffe/generator/site"
)

const (
	folder = "data/"
	tables = folder + "v1/"
)

// absolute is the address of a file of the site with its host.
func absolute(b *site.Brief, path string) string {
	return b.Addresses.Absolute(b.Addresses.Asset(path))
}

// hosted tells whether the site's host is known. Standards name things by
// absolute addresses: without a host, nothing here can be published.
func hosted(b *site.Brief) bool {
	return strings.Contains(b.Addresses.Absolute(b.Addresses.Home()), "://")
}

// stem is a file's name without its folder and its extension.
func stem(file string) string { return strings.TrimSuffix(path.Base(file), path.Ext(file)) }

// oneLine makes one line of a text.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// bodyOf is the body of a session; nil for the council itself.
func bodyOf(c *council.Council, session *council.Session) *council.Body {
	if session == nil {
		return nil
	}
	return c.Bodies.Find(session.OfBody)
}
