package check

import (
	"strings"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// contactInText: an e-mail address or a telephone number in the middle of a
// text. It is somebody's, it grows old there unseen, and robots collect it. Those
// that council.yaml publishes are meant to be, and so is what stands in a free
// page about how to reach the council.
var contactInText = Rule{
	Name:     "contact-in-text",
	Severity: diagnostic.Warning,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		eachText(c, document, func(t text) {
			for _, link := range t.Links {
				for _, scheme := range []string{"mailto:", "tel:"} {
					value, ok := strings.CutPrefix(link.Destination, scheme)
					if value, _, _ = strings.Cut(value, "?"); ok && !isContact(c, document, value) {
						report(link.Position, "contact-elsewhere", diagnostic.Args{"text": value})
					}
				}
			}
		})
	},
	Text: &textRule{bodies: true, whole: findTelephones},
	Unless: func(c *council.Council, document council.Documented, d *diagnostic.Diagnostic) bool {
		return isContact(c, document, d.Args["text"])
	},
}

func isContact(c *council.Council, document council.Documented, value string) bool {
	if document.Collection() == "pages" {
		for _, word := range []string{"contact", "joindre", "ecrire", "adresse"} {
			if strings.Contains(document.Key(), word) {
				return true
			}
		}
	}
	s := c.Settings
	published := []string{string(s.Privacy.DPO)}
	for _, contact := range []*council.Contact{s.Contact, s.PressContact} {
		if contact != nil {
			published = append(published, string(contact.Email), contact.Phone)
		}
	}
	for _, person := range []*council.LegalPerson{s.Legal.Publisher, s.Legal.Host} {
		if person != nil {
			published = append(published, person.Phone)
		}
	}
	if s.Accessibility != nil {
		published = append(published, string(s.Accessibility.Contact))
	}
	for _, known := range published {
		if known != "" && (strings.EqualFold(known, value) || strings.Contains(value, "0") && subscriber(known) == subscriber(value)) {
			return true
		}
	}
	return false
}

// subscriber is the nine digits that a French number ends in, however it is
// written.
func subscriber(number string) string {
	var digits []byte
	for i := range len(number) {
		if number[i] >= '0' && number[i] <= '9' {
			digits = append(digits, number[i])
		}
	}
	return string(digits[max(0, len(digits)-9):])
}

// findTelephones finds French numbers: 01 23 45 67 89, +33 1 23 45 67 89, with
// any of the signs that people put between the pairs.
func findTelephones(p *proof) {
	for block := range p.Blocks {
		text := p.Blocks[block].Text
		for i := 0; i < len(text); i++ {
			if text[i] != '0' && text[i] != '+' {
				continue
			}
			if end := telephoneEnd(text, i); end > 0 {
				p.report(int32(block), i, end, "contact-elsewhere", diagnostic.Args{})
				i = end
			}
		}
	}
}

func telephoneEnd(text []byte, i int) int {
	if i > 0 && (isDigit(text[i-1]) || strings.IndexByte("-/.,", text[i-1]) >= 0) {
		return 0
	}
	if text[i] == '+' {
		if i+3 >= len(text) || text[i+1] != '3' || text[i+2] != '3' {
			return 0
		}
		i += 3
		i = afterSeparator(text, i)
	} else {
		i++
	}
	if i >= len(text) || text[i] < '1' || text[i] > '9' {
		return 0
	}
	i++
	for range 4 {
		i = afterSeparator(text, i)
		if i+1 >= len(text) || !isDigit(text[i]) || !isDigit(text[i+1]) {
			return 0
		}
		i += 2
	}
	if i < len(text) && isDigit(text[i]) {
		return 0
	}
	return i
}

func afterSeparator(text []byte, i int) int {
	for _, sign := range []string{" ", ".", "-", "\u00a0", "\u202f"} {
		if strings.HasPrefix(string(text[i:min(len(text), i+3)]), sign) {
			return i + len(sign)
		}
	}
	return i
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
