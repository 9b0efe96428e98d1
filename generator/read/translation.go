package read

import (
	"reflect"

	"gopkg.in/yaml.v3"

	"greffe/generator/council"
)

// translation reads NAME.LANG.md: a title or a name, summaries and a body; the
// rest is the original's and an error here.
func (r *Reader) translation(d *decoder, file source, root *yaml.Node, matter, body []byte, first int) *parsed {
	t := &council.Translation{Language: council.Language(file.language), File: file.path}
	d.places = &t.Places
	d.mapping(root, council.SchemaOf(t), reflect.ValueOf(t).Elem(), spot{})
	d.proofread(r.Proof, matter, file.language)
	t.Body = r.body(d, body, first, file.language)
	return &parsed{translation: t, found: d.found}
}
