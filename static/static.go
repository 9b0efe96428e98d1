// Package static embeds the files that the site serves as they are: its
// stylesheet, its icon.
package static

import "embed"

// Files are the stylesheet and the icons.
//
//go:embed css icons
var Files embed.FS
