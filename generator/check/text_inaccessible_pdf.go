package check

import (
	"fmt"
	"path"
	"strings"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// inaccessiblePDF: a PDF that is said to be accessible, and lacks what every
// accessible one has: its structure, its language, its title, text (RGAA 13.3).
var inaccessiblePDF = Rule{
	Name:     "inaccessible-pdf",
	Severity: diagnostic.Warning,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		for i := range document.Common().Attachments {
			attachment := &document.Common().Attachments[i]
			if attachment.Accessible == nil || !*attachment.Accessible || strings.ToLower(path.Ext(string(attachment.File))) != ".pdf" {
				continue
			}
			file, _ := c.File(document.Common(), attachment.File)
			facts := file.Facts()
			if facts.PDF == nil {
				continue
			}
			where := at(document, fmt.Sprintf("attachments.%d.accessible", i))
			for _, lack := range []struct {
				has  bool
				hint string
			}{
				{facts.PDF.Text, "pdf-text"}, {facts.PDF.Tagged, "pdf-tags"}, {facts.PDF.Language, "pdf-language"}, {facts.PDF.Title, "pdf-title"},
			} {
				if !lack.has {
					report(where, lack.hint, diagnostic.Args{"file": string(attachment.File)})
					if lack.hint == "pdf-text" {
						break // a picture of a page lacks all the rest too
					}
				}
			}
		}
	},
}
