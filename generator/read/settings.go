package read

import (
	"io/fs"
	"reflect"
	"strings"

	"gopkg.in/yaml.v3"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// maxSettings is how long a file of settings may be, in bytes.
const maxSettings = 1 << 20

// settings reads the four files at the content folder's root. They are small
// and few: they are read anew each time.
func (r *Reader) settings(folder *folder, content *Content) {
	content.Settings = new(council.Settings)
	known := false
	if _, ok := folder.settings[settingsFile]; !ok {
		if !content.Empty {
			content.Found.Add(diagnostic.Diagnostic{
				Position: diagnostic.Position{File: settingsFile}, Severity: diagnostic.Error, Rule: "missing-settings", Hint: "settings-form",
			})
		}
	} else {
		s := content.Settings
		known = r.settingsFile(content, folder.settings[settingsFile], func(d *decoder, root *yaml.Node) {
			d.places, d.references, d.stated = &s.Places, &s.References, &s.Stated
			d.mapping(root, council.SchemaOf(s), reflect.ValueOf(s).Elem(), spot{})
		})
		uniqueLists(s, &content.Found)
	}
	if !known {
		for _, collection := range council.Listed() {
			content.Broken[council.AllOf(collection)] = true
		}
	}
	if content.Settings.Language == "" {
		content.Settings.Language = "fr" // French first
	}
	content.Organisations = readList(r, folder, content, organisationsFile, func(o *council.Organisation) *council.Places { return &o.Places })
	content.Glossary = readList(r, folder, content, glossaryFile, func(t *council.Term) *council.Places { return &t.Places })
	content.Withdrawals = readList(r, folder, content, withdrawalsFile, func(w *council.Withdrawal) *council.Places { return &w.Places })
	uniqueOrganisations(content)
}

// settingsFile reads and parses one file of settings and hands its root on, if
// it can be read.
func (r *Reader) settingsFile(content *Content, file source, take func(*decoder, *yaml.Node)) (known bool) {
	d := newDecoder()
	d.file = file.path
	text, err := fs.ReadFile(r.Folder, file.path)
	line, column, bad := invalidUTF8(text)
	switch {
	case err != nil:
		d.atLine(0, 0, "unreadable-file", "", nil)
	case len(text) > maxSettings:
		d.atLine(0, 0, "document-too-long", "", nil)
	case bad:
		d.atLine(line, column, "not-utf8", "save-as-utf8", nil)
	default:
		if root := d.parseYAML(text, settingsLimits); root != nil {
			known = true
			take(d, root)
		}
	}
	content.Found = append(content.Found, d.found...)
	return known
}

// readList reads a file that is a list of one kind of entry.
func readList[T any](r *Reader, folder *folder, content *Content, name string, places func(*T) *council.Places) []T {
	file, ok := folder.settings[name]
	if !ok {
		return nil
	}
	var list []T
	known := r.settingsFile(content, file, func(d *decoder, root *yaml.Node) {
		if root.Kind == yaml.MappingNode && len(root.Content) == 0 {
			return // an empty file is an empty list
		}
		if root.Kind != yaml.SequenceNode {
			d.report(root, "wants-list", "list-form", nil)
			return
		}
		schema := council.SchemaOf(new(T))
		list = make([]T, len(root.Content))
		for i, node := range root.Content {
			if !d.plain(node) {
				continue
			}
			d.places = places(&list[i])
			d.places.Mark(council.PlaceHash{}, node.Line, node.Column)
			d.mapping(node, schema, reflect.ValueOf(&list[i]).Elem(), spot{})
		}
	})
	if !known {
		content.Broken[council.AllOf(strings.TrimSuffix(name, ".yaml"))] = true
	}
	return list
}
