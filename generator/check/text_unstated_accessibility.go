package check

import (
	"fmt"
	"path"
	"strings"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// unstatedAccessibility: a PDF or an office document of which nobody said
// whether everyone can read it (RGAA 13.3).
var unstatedAccessibility = Rule{
	Name:     "unstated-accessibility",
	Severity: diagnostic.Warning,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		for i := range document.Common().Attachments {
			attachment := &document.Common().Attachments[i]
			if attachment.Accessible == nil && attachment.Exemption == nil && isOffice(string(attachment.File)) {
				report(at(document, fmt.Sprintf("attachments.%d.file", i)), "state-accessible", diagnostic.Args{"file": string(attachment.File)})
			}
		}
	},
}

func isOffice(file string) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".pdf", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp", ".epub":
		return true
	}
	return false
}
