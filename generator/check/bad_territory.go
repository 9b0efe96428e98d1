package check

import (
	"fmt"
	"strings"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// badTerritory: a code that no French territory bears. Names are taken as they
// are ("Guyane").
var badTerritory = Rule{
	Name:     "bad-territory",
	Severity: diagnostic.Error,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		check := func(code, where string) {
			if code != "" && looksLikeCode(code) && !isCode(code) {
				report(at(document, where), "bad-territory", diagnostic.Args{"value": code})
			}
		}
		switch d := document.(type) {
		case *council.Member:
			for i := range d.Offices {
				check(d.Offices[i].Territory, fmt.Sprintf("offices.%d.territory", i))
			}
		case *council.News:
			if d.Speaker != nil {
				check(d.Speaker.Territory, "speaker.territory")
				for i := range d.Speaker.Offices {
					check(d.Speaker.Offices[i].Territory, fmt.Sprintf("speaker.offices.%d.territory", i))
				}
			}
		}
	},
	Council: func(c *council.Council, report Reporter) {
		territory := c.Settings.Territory
		if territory == nil || territory.Code == "" {
			return
		}
		code := territory.Code
		right := isCode(code)
		switch territory.Type {
		case "commune":
			right = len(code) == 5 && isCode(code)
		case "department":
			right = isDepartment(code)
		}
		if !right {
			report(inSettings(c, "territory.code"), "bad-territory", diagnostic.Args{"value": code})
		}
	},
}

// looksLikeCode tells a code from a name: it has digits only, or a letter in
// the second place as Corsica has.
func looksLikeCode(text string) bool {
	rest := text
	if len(text) > 1 && text[1]|0x20 >= 'a' && text[1]|0x20 <= 'z' {
		rest = text[:1] + text[2:]
	}
	return digits(rest)
}

// isCode tells whether the text has the form of a code of INSEE's: of a
// department or a region (two or three signs), of a commune (five; 99 stands
// for other countries), or the SIREN of a grouping of communes (nine digits).
func isCode(code string) bool {
	switch len(code) {
	case 2, 3:
		return isDepartment(code)
	case 5:
		return digits(code[2:]) && (code[:2] == "99" || isDepartment(code[:2]) || isDepartment(code[:3]))
	case 9:
		return digits(code)
	}
	return false
}

func isDepartment(code string) bool {
	switch code {
	case "2A", "2B", "971", "972", "973", "974", "975", "976", "977", "978", "984", "986", "987", "988":
		return true
	case "20": // Corsica was divided in 1976
		return false
	}
	return len(code) == 2 && digits(code) && code >= "01" && code <= "95"
}

func digits(text string) bool { return strings.Trim(text, "0123456789") == "" }
