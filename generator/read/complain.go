package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// hidden stands in a message where a private value would.
const hidden = "•••"

func (d *decoder) report(node *yaml.Node, rule, hint string, args diagnostic.Args) {
	d.complain(node, diagnostic.Error, rule, hint, args)
}

func (d *decoder) complain(node *yaml.Node, severity diagnostic.Severity, rule, hint string, args diagnostic.Args) {
	d.found.Add(diagnostic.Diagnostic{
		Position: diagnostic.Position{File: d.file, Line: node.Line + d.offset, Column: node.Column},
		Severity: severity, Rule: rule, Hint: hint, Args: args,
	})
}

// args are a field and the value that was refused, which is not quoted if it is
// private.
func (d *decoder) args(field *council.Field, value string) diagnostic.Args {
	if field.Private {
		value = hidden
	}
	return diagnostic.Args{"key": field.Key, "value": shorten(value), "field": field.Owner}
}

// shorten keeps messages to a line.
func shorten(text string) string {
	const most = 60
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text)[:most-1]) + "…"
}

func (d *decoder) unknownKey(mapping, key *yaml.Node, schema *council.Struct) {
	args := diagnostic.Args{"key": shorten(key.Value), "known": strings.Join(schema.Keys(), ", ")}
	args["suggestion"] = diagnostic.Nearest(key.Value, schema.Keys())
	d.report(key, "unknown-key", didYouMean(args, "known-keys"), args)
	meant := diagnostic.OneSlip(key.Value, schema.Keys())
	for i := 0; i < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == meant {
			return // it is there already
		}
	}
	d.fix(key, key.Value, meant)
}

// fix says how the last complaint is mended for certain: by one word instead of
// another in a value that stands as it is on one line.
func (d *decoder) fix(node *yaml.Node, word, meant string) {
	column := node.Column
	switch node.Style {
	case 0:
	case yaml.DoubleQuotedStyle, yaml.SingleQuotedStyle:
		column++
	default:
		return
	}
	if meant != "" {
		d.found[len(d.found)-1].Fix = &diagnostic.Fix{Line: node.Line + d.offset, Column: column, Old: word, New: meant}
	}
}

func (d *decoder) unknownWord(node *yaml.Node, word string, field *council.Field) {
	args := d.args(field, word)
	args["known"] = strings.Join(field.Words, ", ")
	args["suggestion"] = diagnostic.Nearest(word, field.Words)
	d.report(node, "unknown-word", didYouMean(args, "known-words"), args)
	d.fix(node, word, diagnostic.OneSlip(word, field.Words))
}

func didYouMean(args diagnostic.Args, otherwise string) string {
	if args["suggestion"] != "" {
		return "did-you-mean"
	}
	return otherwise
}

// wrongType says that a list, a mapping or a text stands where something else
// is wanted.
func (d *decoder) wrongType(node *yaml.Node, field *council.Field, wanted string) {
	args := diagnostic.Args{}
	if field != nil {
		args["key"], args["field"] = field.Key, field.Owner
	}
	rule := "wants-" + wanted
	if field == nil {
		rule = "wants-keys"
	}
	d.report(node, rule, "", args)
}

// plain refuses what YAML can do and front matter does not need: anchors,
// aliases and tags, with which forty bytes can stand for gigabytes.
func (d *decoder) plain(node *yaml.Node) bool {
	switch {
	case node.Kind == yaml.AliasNode || node.Anchor != "":
		d.report(node, "yaml-alias", "quote-value", nil)
	case node.Style&yaml.TaggedStyle != 0:
		d.report(node, "yaml-tag", "quote-value", nil)
	default:
		return true
	}
	return false
}

// writable refuses text that some output could not carry: control characters,
// what makes a text read in another order than it is written in, and public text
// that a spreadsheet would take for a formula. The text is the node's, trimmed as
// it will be published.
func (d *decoder) writable(node *yaml.Node, text string, field *council.Field) bool {
	for _, r := range node.Value {
		reorders := r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
		if (unicode.IsControl(r) && r != '\n' && r != '\t' && r != '\r') || r == '\ufffe' || r == '\uffff' || reorders {
			d.report(node, "control-character", "retype", diagnostic.Args{"key": field.Key})
			return false
		}
	}
	if field.Private || (field.Kind != council.KindText && field.Kind != council.KindPerson) || text == "" {
		return true
	}
	switch text[0] {
	case '=', '@':
		d.report(node, "formula", "formula", d.args(field, text))
		return false
	case '+', '-':
		if len(text) == 1 || !strings.ContainsRune("0123456789", rune(text[1])) {
			d.complain(node, diagnostic.Warning, "formula-like", "formula", d.args(field, text))
		}
	}
	return true
}
