// Package words holds the sentences that people read, one catalogue for each
// language: pages, feeds, diagnostics, the command. None stands in Go code or
// in a layout.
//
// A catalogue is made of YAML files of nested keys among the layouts:
// words/LANG.PART.yaml, a file for each part of the product, or one words/LANG.yaml
// for all of it, as somebody who adds a language may prefer. A sentence is found
// by its path:
//
//	opinion:
//	  votes: "{n} voix pour|{n} voix pour"
//
// Names in braces are replaced by the arguments of that name. A sentence with a
// bar has a singular and a plural, chosen by the argument n as the language
// does: French counts 0 and 1 as singular, English only 1.
//
// A file of the same name in the council's own layouts folder adds to the
// embedded one, key by key, so that a council can change one sentence, or bring
// a language that greffe does not have.
package words

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"gopkg.in/yaml.v3"
)

// A Catalogue has the sentences of one language.
type Catalogue struct {
	Language  string
	sentences map[string]string
	fallback  *Catalogue
	tag       language.Tag
	forms     []plural.Form // of a counted sentence, in their order
}

// Load reads a language's files from each of the layers; a later layer's
// sentences take the place of an earlier one's. What the language lacks is looked up in
// fallback, which may be nil.
func Load(code string, fallback *Catalogue, layers ...fs.FS) (*Catalogue, error) {
	c := &Catalogue{Language: code, sentences: make(map[string]string), fallback: fallback, tag: language.Make(code)}
	found := false
	for _, layer := range layers {
		whole, _ := fs.Glob(layer, path.Join("words", code+".yaml"))
		parts, _ := fs.Glob(layer, path.Join("words", code+".*.yaml"))
		for _, name := range slices.Concat(whole, parts) {
			text, err := fs.ReadFile(layer, name)
			if err != nil {
				return nil, err
			}
			found = true
			var tree yaml.Node
			if err := yaml.Unmarshal(text, &tree); err != nil {
				return nil, fmt.Errorf("reading %s: %w", name, err)
			}
			if len(tree.Content) == 1 {
				if err := c.collect("", tree.Content[0]); err != nil {
					return nil, fmt.Errorf("reading %s: %w", name, err)
				}
			}
		}
	}
	if !found && fallback == nil {
		return nil, fmt.Errorf("there is no words/%s.yaml", code)
	}
	return c, c.count()
}

// formNames are those of the Unicode CLDR.
var formNames = map[string]plural.Form{
	"zero": plural.Zero, "one": plural.One, "two": plural.Two, "few": plural.Few, "many": plural.Many, "other": plural.Other,
}

// count learns in which order the forms of a counted sentence stand.
func (c *Catalogue) count() error {
	names := "one other"
	if said, ok := c.sentences["numbers.forms"]; ok {
		names = said
	}
	for _, name := range strings.Fields(names) {
		form, ok := formNames[name]
		if !ok {
			return fmt.Errorf("words/%s.yaml: numbers.forms: %q is none of zero, one, two, few, many, other", c.Language, name)
		}
		c.forms = append(c.forms, form)
	}
	return nil
}

// Speaks tells whether there are words of the language at all.
func (c *Catalogue) Speaks() bool { return len(c.sentences) > 0 }

// RightToLeft tells whether the language is written from right to left.
func (c *Catalogue) RightToLeft() bool { return RightToLeft(c.Language) }

// RightToLeft tells whether a language, by its BCP 47 code, is written from
// right to left.
func RightToLeft(code string) bool {
	script, _ := language.Make(code).Script()
	switch script.String() {
	case "Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa":
		return true
	}
	return false
}

func (c *Catalogue) collect(prefix string, node *yaml.Node) error {
	switch node.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(node.Content); i += 2 {
			key := node.Content[i].Value
			if prefix != "" {
				key = prefix + "." + key
			}
			if err := c.collect(key, node.Content[i+1]); err != nil {
				return err
			}
		}
		return nil
	case yaml.ScalarNode:
		c.sentences[prefix] = strings.TrimRight(node.Value, "\n")
		return nil
	}
	return fmt.Errorf("line %d: %q is neither a sentence nor a group of them", node.Line, prefix)
}

// Has tells whether the catalogue itself has the sentence.
func (c *Catalogue) Has(key string) bool {
	_, ok := c.sentences[key]
	return ok
}

// Keys lists all keys of the catalogue itself, sorted.
func (c *Catalogue) Keys() []string {
	return slices.Sorted(maps.Keys(c.sentences))
}

// Say returns the sentence of a key with its arguments filled in: names and
// values by turns. A key that no catalogue has is returned in brackets, so that
// a test and an eye both see it.
func (c *Catalogue) Say(key string, args ...any) string {
	sentence, ok := c.find(key)
	if !ok {
		return "[" + key + "]"
	}
	if len(args) == 0 && !strings.Contains(sentence, "|") {
		return sentence
	}
	return c.fill(sentence, func(name string) (string, bool) {
		for i := len(args)/2*2 - 2; i >= 0; i -= 2 { // the last of a name counts
			if args[i] == name {
				return text(args[i+1]), true
			}
		}
		return "", false
	})
}

// text is a value as [fmt.Sprint] writes it; most are texts and numbers.
func text(value any) string {
	switch value := value.(type) {
	case string:
		return value
	case int:
		return strconv.Itoa(value)
	}
	return fmt.Sprint(value)
}

// Tell is [Catalogue.Say] with the arguments of a diagnostic.
func (c *Catalogue) Tell(key string, args map[string]string) string {
	sentence, ok := c.find(key)
	if !ok {
		return "[" + key + "]"
	}
	return c.fill(sentence, func(name string) (string, bool) {
		value, ok := args[name]
		return value, ok
	})
}

func (c *Catalogue) find(key string) (string, bool) {
	for ; c != nil; c = c.fallback {
		if sentence, ok := c.sentences[key]; ok {
			return sentence, true
		}
	}
	return "", false
}

// fill replaces the names in a sentence by their values.
func (c *Catalogue) fill(sentence string, valueOf func(name string) (string, bool)) string {
	if strings.Contains(sentence, "|") {
		n, _ := valueOf("n")
		sentence = c.form(strings.Split(sentence, "|"), n)
	}
	if !strings.Contains(sentence, "{") {
		return sentence
	}
	var b strings.Builder
	b.Grow(2 * len(sentence))
	for {
		before, rest, open := strings.Cut(sentence, "{")
		b.WriteString(before)
		if !open {
			return b.String()
		}
		name, after, closed := strings.Cut(rest, "}")
		value, known := valueOf(name)
		if !closed || !known {
			b.WriteString("{")
			sentence = rest
			continue
		}
		b.WriteString(value)
		sentence = after
	}
}

// form chooses among the forms of a counted sentence as the Unicode CLDR does.
// The last form serves where the language has more than the sentence.
func (c *Catalogue) form(forms []string, n string) string {
	last := forms[len(forms)-1]
	if _, err := strconv.ParseFloat(n, 64); err != nil {
		return last
	}
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(n, "-"), ".")
	trimmed := strings.TrimRight(fraction, "0")
	number := func(digits string) int {
		value, _ := strconv.Atoi(digits)
		return value
	}
	form := plural.Cardinal.MatchPlural(c.tag, number(whole), len(fraction), len(trimmed), number(fraction), number(trimmed))
	if i := slices.Index(c.forms, form); i >= 0 && i < len(forms) {
		return forms[i]
	}
	return last
}
