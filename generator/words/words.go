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
	"path"
	"slices"
	"sort"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// A Catalogue has the sentences of one language.
type Catalogue struct {
	Language  string
	sentences map[string]string
	fallback  *Catalogue
}

// Load reads a language's files from each of the layers; a later layer's
// sentences take the place of an earlier one's. What the language lacks is looked up in
// fallback, which may be nil.
func Load(language string, fallback *Catalogue, layers ...fs.FS) (*Catalogue, error) {
	c := &Catalogue{Language: language, sentences: make(map[string]string), fallback: fallback}
	found := false
	for _, layer := range layers {
		whole, _ := fs.Glob(layer, path.Join("words", language+".yaml"))
		parts, _ := fs.Glob(layer, path.Join("words", language+".*.yaml"))
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
		return nil, fmt.Errorf("there is no words/%s.yaml", language)
	}
	return c, nil
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
	keys := make([]string, 0, len(c.sentences))
	for key := range c.sentences {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
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
	values := make(map[string]string, len(args)/2)
	for i := 0; i+1 < len(args); i += 2 {
		values[fmt.Sprint(args[i])] = fmt.Sprint(args[i+1])
	}
	return c.fill(sentence, values)
}

// Tell is [Catalogue.Say] with the arguments of a diagnostic.
func (c *Catalogue) Tell(key string, args map[string]string) string {
	sentence, ok := c.find(key)
	if !ok {
		return "[" + key + "]"
	}
	return c.fill(sentence, args)
}

func (c *Catalogue) find(key string) (string, bool) {
	for ; c != nil; c = c.fallback {
		if sentence, ok := c.sentences[key]; ok {
			return sentence, true
		}
	}
	return "", false
}

func (c *Catalogue) fill(sentence string, values map[string]string) string {
	if singular, plural, counted := strings.Cut(sentence, "|"); counted {
		sentence = plural
		if n, err := strconv.ParseFloat(values["n"], 64); err == nil && c.singular(n) {
			sentence = singular
		}
	}
	if !strings.Contains(sentence, "{") {
		return sentence
	}
	var b strings.Builder
	for {
		before, rest, open := strings.Cut(sentence, "{")
		b.WriteString(before)
		if !open {
			return b.String()
		}
		name, after, closed := strings.Cut(rest, "}")
		value, known := values[name]
		if !closed || !known {
			b.WriteString("{")
			sentence = rest
			continue
		}
		b.WriteString(value)
		sentence = after
	}
}

// singular follows the plural rules of the Unicode CLDR: French takes the
// singular below 2, the other languages greffe knows only at 1.
func (c *Catalogue) singular(n float64) bool {
	base, _, _ := strings.Cut(c.Language, "-")
	if base == "fr" || base == "pt" {
		return n > -2 && n < 2
	}
	return n == 1
}
