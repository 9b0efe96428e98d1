package schema

import (
	"reflect"
	"slices"
	"strings"

	"greffe/generator/council"
	"greffe/generator/words"
)

// CMS is the configuration of the web form at /admin/, for Sveltia CMS
// (https://sveltiacms.app), as JSON, which YAML is a superset of. The form
// edits the documents; council.yaml and the lists stay with text editors, since
// a form would drop their comments.
//
// Decap CMS, its elder, cannot do: it takes the key "body" for a document's
// text, and a session has one that is the body that meets.
func CMS(c *council.Council, w *words.Catalogue) ([]byte, error) {
	settings := c.Settings.CMS
	if settings == nil {
		settings = &council.WebForm{Backend: "test-repo"}
	}
	folder := settings.Folder
	if folder == "" {
		folder = "content"
	}
	languages := translated(c)
	f := &cmsForm{council: c, words: w, translated: len(languages) > 1}
	var collections []object
	for _, name := range council.Folders() {
		collections = append(collections, f.collection(name, folder))
	}
	config := object{
		"backend":       backend(settings),
		"app_title":     c.Settings.Name,
		"media_folder":  "static/medias",
		"public_folder": "/medias",
		"slug":          object{"encoding": "ascii", "clean_accents": true},
		"output":        object{"omit_empty_optional_fields": true, "yaml": object{"quote": "double"}},
		"collections":   collections,
	}
	if f.translated {
		config["i18n"] = object{
			"structure": "multiple_files", "locales": languages, "default_locale": languages[0],
			"initial_locales": "default", "omit_default_locale_from_file_path": true,
		}
	}
	return encode(config)
}

// backend is where the form finds the content.
func backend(settings *council.WebForm) object {
	backend := object{"name": string(settings.Backend)}
	for key, value := range map[string]string{
		"repo": settings.Repo, "branch": settings.Branch, "base_url": string(settings.BaseURL),
		"api_root": string(settings.APIRoot), "app_id": settings.AppID,
	} {
		if value != "" && settings.Backend != "test-repo" {
			backend[key] = value
		}
	}
	return backend
}

// translated are the languages of the content: the council's, then those of
// translations.
func translated(c *council.Council) []string {
	languages := []string{string(c.Settings.Language)}
	for document := range c.Everything() {
		for _, translation := range document.Common().Translations {
			if language := string(translation.Language); !slices.Contains(languages, language) {
				languages = append(languages, language)
			}
		}
	}
	slices.Sort(languages[1:])
	return languages
}

// A cmsForm writes the fields of the web form.
type cmsForm struct {
	council    *council.Council
	words      *words.Catalogue
	translated bool // the content has more than one language
}

// documentText is the name under which the form keeps a document's text.
const documentText = "document_text"

func (f *cmsForm) collection(name, folder string) object {
	of := council.SchemaOf(council.NewDocument(name))
	title := titleKey(of)
	slug := "{{slug}}"
	switch name {
	case "sessions", "news":
		slug = "{{year}}-{{month}}-{{day}}-{{slug}}"
	case "opinions":
		slug = "{{year}}-{{slug}}"
	}
	var own, common []object
	for _, field := range of.Fields {
		described := f.field(of, field)
		if f.translated {
			described["i18n"] = council.SchemaOf(new(council.Translation)).Field(field.Key) != nil
		}
		if strings.HasPrefix(field.Owner, "entry.") {
			common = append(common, described)
		} else {
			own = append(own, described)
		}
	}
	text := object{
		"name": documentText, "label": f.words.Say("kit.cms.text"), "hint": f.words.Say("kit.cms.text-hint"),
		"widget": "richtext", "modes": []string{"raw", "rich_text"}, "required": false,
	}
	collection := object{
		"name": name, "label": f.words.Say("kinds." + name + ".title"), "label_singular": f.words.Say("kit.schema.title." + of.Name),
		"folder": folder + "/" + name, "create": true, "delete": false, "extension": "md", "format": "yaml-frontmatter",
		"identifier_field": title, "summary": "{{" + title + "}}", "slug": slug,
		"media_folder": "", "public_folder": "",
		"body_field": object{"key": documentText},
		"fields":     slices.Concat(own, []object{text}, common),
	}
	if f.translated {
		collection["i18n"], text["i18n"] = true, true
	}
	return collection
}

// titleKey is the key that names a document.
func titleKey(of *council.Struct) string {
	if of.Field("title") == nil {
		return "name"
	}
	return "title"
}

// field is one field of the form, with its label and its help.
func (f *cmsForm) field(of *council.Struct, field *council.Field) object {
	described := f.widget(of, field)
	described["name"] = field.Key
	described["label"] = f.words.Say("fields." + field.Owner + ".title")
	described["hint"] = f.words.Say("fields." + field.Owner + ".description")
	described["required"] = field.Required
	return described
}

func (f *cmsForm) widget(of *council.Struct, field *council.Field) object {
	switch field.Kind {
	case council.KindMapping:
		var fields []object
		for _, inner := range field.Of.Fields {
			fields = append(fields, f.field(field.Of, inner))
		}
		if field.List {
			return object{"widget": "list", "fields": fields, "collapsed": "auto"}
		}
		return object{"widget": "object", "fields": fields}
	case council.KindWord:
		var options []object
		for _, word := range field.Words {
			options = append(options, object{"label": f.words.Say("choices." + field.Choices() + "." + word), "value": word})
		}
		return f.choose(field, options)
	case council.KindReference:
		return f.reference(field)
	case council.KindBoolean:
		if of.Type.FieldByIndex(field.Index).Type.Kind() == reflect.Pointer { // nobody said is an answer
			return f.choose(field, []object{{"label": f.words.Say("kit.cms.yes"), "value": "true"}, {"label": f.words.Say("kit.cms.no"), "value": "false"}})
		}
		return object{"widget": "boolean", "default": field.Key == "draft"}
	case council.KindInteger:
		return object{"widget": "number", "value_type": "int", "min": 0}
	case council.KindNumber:
		return object{"widget": "number", "value_type": "float", "min": 0}
	}
	if field.List {
		return object{"widget": "list"}
	}
	return f.text(field)
}

// choose is one option, or several.
func (f *cmsForm) choose(field *council.Field, options []object) object {
	chosen := object{"widget": "select", "options": options}
	if field.List {
		chosen["multiple"] = true
	}
	return chosen
}

// reference names another document, or an entry of the council's own lists.
func (f *cmsForm) reference(field *council.Field) object {
	if !isFolder(field.Refs) {
		var options []object
		for _, id := range f.council.IDs(field.Refs) {
			options = append(options, object{"label": f.council.Lookup(field.Refs, id).Label(), "value": id})
		}
		if len(options) == 0 {
			return f.text(field)
		}
		return f.choose(field, options)
	}
	title := titleKey(council.SchemaOf(council.NewDocument(field.Refs)))
	relation := object{
		"widget": "relation", "collection": field.Refs, "value_field": "{{slug}}",
		"display_fields": []string{title}, "search_fields": []string{title},
	}
	if field.List {
		relation["multiple"] = true
	}
	return relation
}

// long are the texts that take several lines.
var long = []string{"summary", "plain_summary", "standfirst", "text", "definition", "note", "decision", "description"}

func (f *cmsForm) text(field *council.Field) object {
	pattern, known := forms[field.Type]
	switch {
	case field.Kind == council.KindReference, field.Kind == council.KindAgent:
		pattern, known = form{idPattern, "id-form"}, true
	case field.Type == reflect.TypeFor[council.FileName]():
		if field.Owner == "image.file" {
			return object{"widget": "image"}
		}
		return object{"widget": "file"}
	case slices.Contains(long, field.Key):
		return object{"widget": "text"}
	}
	if !known {
		return object{"widget": "string"}
	}
	return object{"widget": "string", "pattern": []string{pattern.pattern, f.words.Say("hints." + pattern.hint)}}
}
