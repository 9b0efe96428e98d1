package schema

import (
	"greffe/generator/council"
	"greffe/generator/words"
)

// A describer writes the schema of one kind of file.
type describer struct {
	council     *council.Council
	words       *words.Catalogue
	definitions object // mappings and the ids of collections, each written once
	declaring   bool   // the file declares the council's own lists: they grow while one writes it
}

// mapping is the schema of a mapping: its keys and no others.
func (d *describer) mapping(of *council.Struct) object {
	properties, required := make(object, len(of.Fields)), []string{}
	for _, field := range of.Fields {
		properties[field.Key] = d.field(field)
		if field.Required {
			required = append(required, field.Key)
		}
	}
	mapping := object{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		mapping["required"] = required
	}
	return mapping
}

// field is the schema of what stands behind a key, with its words.
func (d *describer) field(field *council.Field) object {
	value := d.value(field)
	if field.List {
		several := object{"type": "array", "items": value}
		if field.Kind == council.KindReference {
			several["uniqueItems"] = true
		}
		value = object{"anyOf": []object{value, several}}
	}
	if !field.Required {
		value = orNull(value)
	}
	described := object{
		"title":       d.words.Say("fields." + field.Owner + ".title"),
		"description": d.words.Say("fields." + field.Owner + ".description"),
	}
	for key, part := range value {
		described[key] = part
	}
	if described["$ref"] != nil { // draft-07 ignores what stands beside a $ref
		delete(described, "$ref")
		described["allOf"] = []object{value}
	}
	return described
}

// orNull lets null stand for "left out".
func orNull(value object) object {
	switch types := value["type"].(type) {
	case string:
		if value["enum"] == nil {
			value["type"] = []string{types, "null"}
			return value
		}
	case []string:
		value["type"] = append(types, "null")
		return value
	}
	if choices, ok := value["anyOf"].([]object); ok {
		value["anyOf"] = append(choices, object{"type": "null"})
		return value
	}
	return object{"anyOf": []object{value, {"type": "null"}}}
}

// value is the schema of one value of a field.
func (d *describer) value(field *council.Field) object {
	switch field.Kind {
	case council.KindMapping:
		if d.definitions[field.Of.Name] == nil {
			d.definitions[field.Of.Name] = d.mapping(field.Of)
		}
		return object{"$ref": "#/definitions/" + field.Of.Name}
	case council.KindWord:
		return d.word(field)
	case council.KindReference:
		if field.Refs == "organisations" || isFolder(field.Refs) || d.declaring {
			return d.offered([]string{field.Refs}, d.form(idPattern, "id-form"))
		}
		return d.ids(field.Refs)
	case council.KindAgent:
		return d.offered([]string{"members", "organisations"}, d.form(idPattern, "id-form"))
	case council.KindPerson:
		return d.offered([]string{"members"}, d.text(field))
	case council.KindInteger:
		return d.number("integer", `^(\+?[0-9]+)?$`, "integer-form")
	case council.KindNumber:
		number := d.number("number", `^(\+?([0-9]+\.?[0-9]*|\.[0-9]+))?$`, "number-form")
		number["maximum"] = 1e9
		return number
	case council.KindBoolean:
		return object{"type": []string{"boolean", "string"}, "pattern": "^(true|false)?$", "patternErrorMessage": d.words.Say("hints.boolean-form")}
	case council.KindScalar:
		return d.scalar(field)
	}
	if choices := d.choices(field.Owner); choices != nil {
		return object{"anyOf": []object{choices, d.text(field)}}
	}
	return d.text(field)
}

// text is any text, however YAML calls it: a title may be 2024, or true.
func (d *describer) text(field *council.Field) object {
	text := object{"type": []string{"string", "number", "boolean"}}
	switch {
	case field.Private:
	case field.Required && !field.List:
		text["pattern"], text["patternErrorMessage"] = `^(?![=@\t\r])[\s\S]*\S`, d.words.Say("hints.formula")
	default:
		text["pattern"], text["patternErrorMessage"] = `^(?![=@\t\r])`, d.words.Say("hints.formula")
	}
	return text
}

// word is one of a closed list, with what each means.
func (d *describer) word(field *council.Field) object {
	meanings := make([]string, len(field.Words))
	for i, word := range field.Words {
		meanings[i] = d.words.Say("choices." + field.Choices() + "." + word)
	}
	return object{"type": "string", "enum": field.Words, "enumDescriptions": meanings}
}

func (d *describer) number(kind, pattern, hint string) object {
	return object{"type": []string{kind, "string"}, "minimum": 0, "pattern": pattern, "patternErrorMessage": d.words.Say("hints." + hint)}
}

// form is a text of a given form.
func (d *describer) form(pattern, hint string) object {
	return object{"type": []string{"string", "number", "boolean"}, "pattern": pattern, "patternErrorMessage": d.words.Say("hints." + hint)}
}

// scalar is a text that the model reads in its own way: a date, an address.
func (d *describer) scalar(field *council.Field) object {
	form, known := forms[field.Type]
	if !known {
		return d.text(field)
	}
	pattern := form.pattern
	if !field.Required || field.List {
		pattern = "^$|" + pattern
	}
	return d.form(pattern, form.hint)
}
