package read

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutLines is a text as editors see it: its lines, without what ends them and
// without the byte order mark.
func cutLines(text []byte) []string {
	lines := strings.Split(strings.TrimPrefix(string(text), "\ufeff"), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimSuffix(line, "\r")
	}
	return lines
}

// reserved are the signs that no text may begin with unless it is in quotes. A
// tag and an anchor are YAML; here they are texts that lack their quotes.
const reserved = "@`%&*!|>,]}"

var blockText = regexp.MustCompile(`^[|>](?:[1-9][+-]?|[+-][1-9]?)?[ \t]*(?:[ \t]#.*)?$`)

func spaces(text string) int { return len(text) - len(strings.TrimLeft(text, " ")) }

func skipBlanks(text string, at int) int {
	return len(text) - len(strings.TrimLeft(text[at:], " \t"))
}

// isBlank tells whether nothing follows but, perhaps, a comment.
func isBlank(rest string) bool {
	rest = strings.TrimLeft(rest, " \t")
	return rest == "" || rest[0] == '#'
}

// isMarker tells whether a line begins or ends a document of YAML.
func isMarker(text string) bool {
	return len(text) >= 3 && (text[:3] == "---" || text[:3] == "...") && strings.TrimLeft(text[3:], " \t") != text[3:] || text == "---" || text == "..."
}

func isDash(rest string) bool {
	return rest == "-" || strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "-\t")
}

// looksLikeDash tells whether a line begins with what stands for the dash of a
// list and is not one: without its space, or another sign.
func looksLikeDash(rest string) bool {
	first, _ := utf8.DecodeRuneInString(rest)
	return first == '-' && !isDash(rest) || strings.ContainsRune("‐‑‒–—―−•·", first) || strings.HasPrefix(rest, "* ")
}

func isNoBreak(r rune) bool { return r != ' ' && unicode.Is(unicode.Zs, r) }

// findColon is where the first colon stands that counts, with a blank or nothing
// after it and before a comment; or -1.
func findColon(text string) int {
	for i := range len(text) {
		switch {
		case text[i] == '#' && i > 0 && (text[i-1] == ' ' || text[i-1] == '\t'):
			return -1
		case text[i] == ':' && (i+1 == len(text) || text[i+1] == ' ' || text[i+1] == '\t'):
			return i
		}
	}
	return -1
}

// inName tells whether a character may be in what somebody takes for a field.
func inName(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '-' }

// colonAlone is the place after a colon that follows the name of a field without
// the space that makes it count; or -1. An address has one, too, and a slash.
func colonAlone(rest string) int {
	name := strings.TrimLeftFunc(rest, inName)
	after, is := strings.CutPrefix(strings.TrimLeftFunc(name, unicode.IsSpace), ":")
	if !is || after == "" || strings.ContainsRune(" \t/:", rune(after[0])) || !isKey(rest[:len(rest)-len(name)]) || unicode.IsDigit(rune(rest[0])) {
		return -1
	}
	return len(rest) - len(after)
}
