// Package layouts embeds the HTML templates of the site's pages and the words
// that people read, in French and in English.
//
// A file of the same name in a council's own layouts folder takes the place of
// the one here; its words are added to these, sentence by sentence.
//
// A layout reads like the page that it makes: look-ups by name, no computing.
// frame.html is around every page; each other file defines what stands in it
// and is named after what the page shows.
package layouts

import "embed"

// Files are the layouts and the catalogues of words.
//
//go:embed *.html words/*.yaml
var Files embed.FS
