package read

import (
	"io/fs"
	"reflect"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
	"greffe/generator/markdown"
)

// parse reads one Markdown file.
func (r *Reader) parse(d *decoder, file source, inherited council.Language) *parsed {
	failed := func(found ...diagnostic.Diagnostic) *parsed {
		for i := range found {
			found[i].File = file.path
		}
		return &parsed{found: found}
	}
	if file.size > maxDocument {
		return failed(diagnostic.Diagnostic{Severity: diagnostic.Error, Rule: "document-too-long"})
	}
	text, err := fs.ReadFile(r.Folder, file.path)
	if err != nil {
		return failed(diagnostic.Diagnostic{Severity: diagnostic.Error, Rule: "unreadable-file"})
	}
	matter, body, first, wrong := header(text)
	if wrong != nil {
		return failed(*wrong)
	}
	*d = decoder{file: file.path, offset: 1, memory: d.memory}
	d.values = d.values[:0]
	root := d.parseYAML(matter, headerLimits)
	if root == nil {
		return &parsed{found: d.found}
	}
	if file.language != "" {
		return r.translation(d, file, root, matter, body, first)
	}
	document := council.NewDocument(file.collection)
	entry := document.Common()
	entry.ID, entry.File = file.id, file.path
	d.collect()
	d.mapping(root, council.SchemaOf(document), reflect.ValueOf(document).Elem(), spot{})
	d.handOver(entry)
	language := entry.Lang
	if language == "" {
		language = inherited
	}
	entry.Body = r.body(d, body, first, string(language))
	d.proofread(r.Proof, matter, string(language))
	return &parsed{document: document, found: d.found}
}

func (r *Reader) body(d *decoder, text []byte, first int, language string) *markdown.Text {
	if len(text) == 0 {
		return nil
	}
	labels, known := d.labels[language]
	if !known {
		labels = r.Labels(language)
		d.labels[language] = labels
	}
	return markdown.Parse(text, markdown.Options{
		File: d.file, FirstLine: first, Language: language, Labels: labels, Proof: r.Proof, Scratch: r.Scratch,
	})
}
