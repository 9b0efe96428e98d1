package compare

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"greffe/generator/council"
)

// A comparison goes through one document, or one mapping of the settings.
type comparison struct {
	*walker
	places  places // where the values are now
	skip    func(field *council.Field) bool
	changes []Change
}

type places interface {
	At(path string) (line, column int)
}

// A place is the way to a value: as a path, and in words.
type place struct {
	path, title string
	within      string // the title of what it is in
}

func (p place) key(key, title string) place {
	path := key
	if p.path != "" {
		path = p.path + "." + key
	}
	return place{path, joined(p.title, title), p.title}
}

// item is one of a list, which its own name stands for.
func (p place) item(i int, name string) place {
	return place{p.path + "." + strconv.Itoa(i), joined(p.within, name), p.within}
}

func joined(titles ...string) string {
	return strings.Join(slices.DeleteFunc(titles, func(title string) bool { return title == "" }), ", ")
}

func (c *comparison) note(kind string, at place, before, after string, args ...any) {
	change := Change{Kind: kind, Field: at.path, Title: at.title, Before: before, After: after, Args: args}
	if c.places != nil {
		change.Line, _ = c.places.At(at.path)
	}
	c.changes = append(c.changes, change)
}

// fields compares two mappings of one schema.
func (c *comparison) fields(schema *council.Struct, before, after reflect.Value, at place) {
	for _, field := range schema.Fields {
		if c.skip != nil && at.path == "" && c.skip(field) {
			continue
		}
		a, b := before.FieldByIndex(field.Index), after.FieldByIndex(field.Index)
		if reflect.DeepEqual(a.Interface(), b.Interface()) {
			continue
		}
		here := at.key(field.Key, c.say.Field(field))
		switch {
		case field.Private || !field.Public:
			c.note("private", here, "", "")
		case c.followed(field, a, b), c.special(field, a, b, here):
		case field.Kind == council.KindMapping && field.List:
			c.items(field, a, b, here)
		case field.Kind == council.KindMapping:
			c.mapping(field, a, b, here)
		case field.List:
			c.list(field, a, b, here)
		case field.Kind == council.KindText && (isLong(a.String()) || isLong(b.String())):
			c.text(a.String(), b.String(), here)
		default:
			c.value(c.said(c.before, a), c.said(c.after, b), here)
		}
	}
}

// followed tells whether a reference has only followed a document that bears
// another id now: that is told once, of the document.
func (c *comparison) followed(field *council.Field, a, b reflect.Value) bool {
	return !field.List && a.Kind() == reflect.String && c.id(field, a) == c.id(field, b)
}

// id is a value as a text; of a reference, the id that the document bears now.
func (c *comparison) id(field *council.Field, value reflect.Value) string {
	id := fmt.Sprint(value.Interface())
	reference := council.Reference{Field: field}
	for _, collection := range reference.Collections() {
		if now := c.formerIDs[collection+"/"+id]; now != "" {
			return now
		}
	}
	return id
}

func (c *comparison) ids(field *council.Field, list reflect.Value) []string {
	ids := make([]string, list.Len())
	for i := range ids {
		ids[i] = c.id(field, list.Index(i))
	}
	return ids
}

// said is a value in words; a number that is zero is one that is left out.
func (c *comparison) said(side Side, value reflect.Value) string {
	if value.Kind() == reflect.Int && value.Int() == 0 || value.Kind() == reflect.Float64 && value.Float() == 0 {
		return ""
	}
	return c.say.Value(side.Council, value.Interface())
}

func (c *comparison) value(before, after string, at place) {
	switch {
	case before == "":
		c.note("set", at, "", after)
	case after == "":
		c.note("unset", at, before, "")
	default:
		c.note("value", at, before, after)
	}
}

// mapping compares one part of a document, which may not be there.
func (c *comparison) mapping(field *council.Field, a, b reflect.Value, at place) {
	if a.Kind() == reflect.Pointer {
		switch {
		case a.IsNil():
			c.note("set", at, "", c.summary(c.after, field.Of, b.Elem()))
			return
		case b.IsNil():
			c.note("unset", at, c.summary(c.before, field.Of, a.Elem()), "")
			return
		}
		a, b = a.Elem(), b.Elem()
	}
	c.fields(field.Of, a, b, at)
}

// list compares lists of plain values: what came and what went. Their order is
// told when nothing else changed.
func (c *comparison) list(field *council.Field, a, b reflect.Value, at place) {
	came, went := c.surplus(c.after, field, b, a), c.surplus(c.before, field, a, b)
	if len(came) > 0 {
		c.note("more", at, "", strings.Join(came, ", "), "n", len(came))
	}
	if len(went) > 0 {
		c.note("fewer", at, strings.Join(went, ", "), "", "n", len(went))
	}
	if len(came)+len(went) == 0 && !slices.Equal(c.ids(field, a), c.ids(field, b)) {
		c.note("order", at, "", "")
	}
}

// surplus are the values that a list has and another has not, in words.
func (c *comparison) surplus(side Side, field *council.Field, list, other reflect.Value) []string {
	count := make(map[string]int)
	for _, id := range c.ids(field, other) {
		count[id]++
	}
	var said []string
	for i, id := range c.ids(field, list) {
		if count[id]--; count[id] < 0 {
			said = append(said, c.short(c.said(side, list.Index(i))))
		}
	}
	return said
}

// longest is how many characters of a text are told.
const longest = 80

func isLong(text string) bool {
	return utf8.RuneCountInString(text) > longest || strings.Contains(strings.TrimSpace(text), "\n")
}

// text compares long texts by how much of them changed.
func (c *comparison) text(before, after string, at place) {
	came, went := words(before, after)
	switch {
	case before == "":
		c.note("text-set", at, "", "", "n", came)
	case after == "":
		c.note("text-unset", at, "", "", "n", went)
	case came+went == 0:
		c.note("text-moved", at, "", "")
	default:
		c.note("text", at, "", "", "came", c.say.Say("diff.more-words", "n", came), "went", c.say.Say("diff.fewer-words", "n", went))
	}
}

// words counts those that came and those that went, wherever they stand.
func words(before, after string) (came, went int) {
	count := make(map[string]int)
	for _, word := range strings.Fields(before) {
		count[word]++
		went++
	}
	for _, word := range strings.Fields(after) {
		if count[word] > 0 {
			count[word]--
			went--
		} else {
			came++
		}
	}
	return came, went
}

// short is a text no longer than people want to read in a list.
func (c *comparison) short(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) <= longest {
		return text
	}
	return string([]rune(text)[:longest-1]) + "…"
}

// summary names a part in a few words: the first that it states.
func (c *comparison) summary(side Side, schema *council.Struct, value reflect.Value) string {
	var said []string
	for _, field := range schema.Fields {
		of := value.FieldByIndex(field.Index)
		if !field.Public || field.Kind == council.KindMapping || of.IsZero() {
			continue
		}
		if text := c.said(side, of); text != "" {
			if field.Kind == council.KindBoolean || field.Kind == council.KindInteger || field.Kind == council.KindNumber {
				text = fmt.Sprintf("%s %s", strings.ToLower(c.say.Field(field)), text)
			}
			said = append(said, c.short(text))
		}
		if len(said) == 3 {
			break
		}
	}
	return strings.Join(said, ", ")
}
