package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/text/language"

	"greffe/generator/diagnostic"
)

// attributes are the items of a "{…}", each with its place in it.
type attributes []struct {
	text string
	at   int
}

// attributesAt reads "{…}" at the start of text; size is 0 if there is none.
func attributesAt(text []byte) (a attributes, size int) {
	const longest = 200
	if len(text) < 3 || text[0] != '{' {
		return nil, 0
	}
	end := bytes.IndexByte(text[:min(len(text), longest)], '}')
	if end < 0 {
		return nil, 0
	}
	for i := 1; i < end; {
		if text[i] == ' ' {
			i++
			continue
		}
		n := bytes.IndexAny(text[i:end+1], " }")
		a = append(a, struct {
			text string
			at   int
		}{string(text[i : i+n]), i})
		i += n
	}
	if len(a) == 0 {
		return nil, 0
	}
	return a, end + 1
}

func (a attributes) has(name string) bool {
	for _, item := range a {
		if strings.HasPrefix(item.text, name+"=") {
			return true
		}
	}
	return false
}

// accepted are attributes that passed.
type accepted struct {
	language   string
	anchor     string
	anchorAt   int
	decorative bool
}

// accept checks attributes that stand at an offset of the source; allowed are
// the names that have a meaning there.
func (r *renderer) accept(a attributes, offset int, allowed ...string) (found accepted) {
	for _, item := range a {
		at := offset + item.at
		name, value, _ := strings.Cut(item.text, "=")
		if strings.HasPrefix(name, "#") {
			name, value = "#", item.text[1:]
		}
		if !slices.Contains(allowed, name) || name == "decorative" && item.text != name {
			r.unknownAttribute(at, []byte(item.text))
			continue
		}
		switch name {
		case "lang":
			value = strings.Trim(value, `"'`)
			if !isLanguage(value) {
				r.report(at, "bad-language", diagnostic.Args{"value": excerpt([]byte(value))})
				continue
			}
			found.language = value
		case "#":
			found.anchor, found.anchorAt = value, at
		case "decorative":
			found.decorative = true
		}
	}
	return found
}

func (r *renderer) unknownAttribute(offset int, text []byte) {
	r.report(offset, "unknown-attribute", diagnostic.Args{"attribute": excerpt(text)})
}

// isLanguage tells whether code is a BCP 47 language that is registered.
func isLanguage(code string) bool {
	if code == "" || len(code) > 35 || strings.Contains(code, "_") {
		return false
	}
	_, err := language.Parse(code)
	return err == nil
}

// languageOf is the language that a link was given.
func languageOf(n *ast.Link) string {
	value, _ := n.AttributeString("lang")
	code, _ := value.(string)
	return code
}

func isDecorative(n *ast.Image) bool {
	_, ok := n.AttributeString("decorative")
	return ok
}
