// Package static embeds the files that the site serves as they are: its
// stylesheet, its icon, the script of the search page.
package static

import "embed"

// Files are the stylesheet, the icons and the script.
//
//go:embed css icons js
var Files embed.FS
