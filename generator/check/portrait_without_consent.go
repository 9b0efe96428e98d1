package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// portraitWithoutConsent: a member's portrait that stays off the site, since
// nothing says that the member agreed to it. Its editor may think it published.
var portraitWithoutConsent = Rule{
	Name:     "portrait-without-consent",
	Severity: diagnostic.Warning,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		member, ok := document.(*council.Member)
		if ok && member.Image != nil && council.Picture(member) == nil && !member.Minor.ForChecks() { // a minor has none at all
			report(at(document, "image"), "portrait-without-consent", diagnostic.Args{"file": string(member.Image.File)})
		}
	},
}
