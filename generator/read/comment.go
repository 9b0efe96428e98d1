package read

import (
	"bytes"
	"reflect"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// cutShort warns of a text without quotes that a comment ends on its line: of
// "Avis #3 du conseil", YAML keeps "Avis". A comment after what is no free text,
// or after quotes, takes nothing away; nor does one that is set apart by two
// spaces, as nobody types within a sentence. Plain front matters, which have none,
// never come to a node with a comment.
func (d *decoder) cutShort(node *yaml.Node, field *council.Field) {
	if node.LineComment != "" && node.Style == 0 && isFreeText(field) {
		d.atComment(node, node.LineComment, field)
	}
}

func isFreeText(field *council.Field) bool {
	return field.Kind == council.KindText || field.Kind == council.KindPerson
}

var colour = reflect.TypeFor[council.Colour]()

// cutWhole warns of a value that is nothing but a comment: "#3 du conseil", or a
// colour as style sheets write them. After a space, it is a remark on a field that
// is left empty, as in the documents that greffe begins.
func (d *decoder) cutWhole(key, value *yaml.Node, field *council.Field) {
	comment := key.LineComment
	if len(comment) > 1 && comment[1] != ' ' && comment[1] != '#' && isNull(value) && (isFreeText(field) || field.Type == colour) {
		d.atComment(key, comment, field)
	}
}

// atComment finds the comment, which YAML does not place, after a node.
func (d *decoder) atComment(node *yaml.Node, comment string, field *council.Field) {
	comment, _, _ = strings.Cut(comment, "\n")
	number := 0
	for line := range bytes.Lines(d.yaml) {
		if number++; number < node.Line {
			continue
		}
		line = bytes.TrimRight(line, " \t\r\n")
		if before, ok := bytes.CutSuffix(line, []byte(comment)); ok {
			if bytes.HasSuffix(before, []byte("  ")) && strings.HasPrefix(comment, "# ") {
				return
			}
			place := &yaml.Node{Line: number, Column: utf8.RuneCount(before) + 1}
			d.complain(place, diagnostic.Warning, "cut-by-comment", "quote-hash", d.args(field, comment))
			return
		}
	}
}
