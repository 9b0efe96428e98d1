package page

import (
	"fmt"
	"html/template"
	"net/url"
	"reflect"
	"strconv"
	"strings"
	"sync"

	"greffe/generator/council"
)

// Facts are fields of an entity, or of one of its parts, as lines of a list of
// facts, by their keys. A field without a value is left out; one whose key ends
// in "!" is then said to be not communicated.
func (v *View) Facts(of any, keys ...string) (template.HTML, error) {
	schema, value := council.SchemaOf(of), reflect.Indirect(reflect.ValueOf(of))
	var lines template.HTML
	for _, key := range keys {
		key, expected := strings.CutSuffix(key, "!")
		field := schema.Field(key)
		if field == nil || !field.Public {
			return "", fmt.Errorf("a %s has no public field %q", schema.Name, key)
		}
		var shown template.HTML
		if held := value.FieldByIndex(field.Index); !held.IsZero() {
			shown = v.Show(held.Interface())
		}
		if shown == "" && expected {
			shown = v.unknown()
		}
		if shown != "" {
			lines += v.fact(v.Field(field.Owner), shown)
		}
	}
	return lines, nil
}

// Fact is one line of a list of facts: the title of a field of the model and
// its value; nothing if the value is empty.
func (v *View) Fact(field string, value any) template.HTML {
	shown := v.Show(value)
	if shown == "" {
		return ""
	}
	return v.fact(v.Field(field), shown)
}

// Expected is [View.Fact] for what the law or the reader expects: an empty value
// is said to be not communicated.
func (v *View) Expected(field string, value any) template.HTML {
	return v.fact(v.Field(field), v.Known(v.Show(value)))
}

// Told is [View.Fact] under words of the page's own.
func (v *View) Told(key string, value any) template.HTML {
	shown := v.Show(value)
	if shown == "" {
		return ""
	}
	return v.fact(v.T(key), shown)
}

// Labelled is the title of a field and its value in one line of text.
func (v *View) Labelled(field string, value any) template.HTML {
	return v.Say("pages.labelled", "label", v.Field(field), "value", v.Show(value))
}

func (v *View) fact(title string, value template.HTML) template.HTML {
	return `<div><dt>` + safe(escape(title)) + `</dt><dd>` + value + `</dd></div>`
}

// Show writes any value of the model for people: dates in full, words of closed
// lists as they are read, names as links to their pages, lists with commas. What
// is not known, and what is not published, is the empty text.
func (v *View) Show(value any) template.HTML {
	switch value := value.(type) {
	case nil:
		return ""
	case template.HTML:
		return value
	case string:
		return safe(escape(v.Text(value)))
	case council.Date:
		return v.dateIfAny(value)
	case council.Moment:
		if value.IsZero() {
			return ""
		}
		return v.Moment(value)
	case council.URL:
		return v.Outside(value, "")
	case council.Entity:
		return v.Link(value)
	case council.Someone:
		return v.Someone(value)
	case council.Actor:
		return v.Actor(value)
	case council.Email:
		if value == "" {
			return ""
		}
		return v.linkTo("mailto:"+string(value), string(value))
	case interface{ Collection() string }: // a reference
		return v.Link(v.Lookup(value.Collection(), toString(value)))
	case council.Worded:
		return safe(escape(v.Choice(listOf(value), value)))
	case int:
		if value == 0 {
			return ""
		}
		return safe(escape(v.Number(value)))
	case bool:
		return safe(escape(v.YesNo(value)))
	}
	return v.showMany(reflect.ValueOf(value))
}

// showMany shows what a pointer points to, or the items of a list.
func (v *View) showMany(value reflect.Value) template.HTML {
	switch value.Kind() {
	case reflect.Pointer:
		if value.IsNil() {
			return ""
		}
		if n, ok := value.Interface().(*int); ok {
			return safe(escape(v.Number(*n))) // a count of 0 was counted
		}
		return v.Show(value.Elem().Interface())
	case reflect.Slice:
		shown := make([]any, value.Len())
		for i := range shown {
			shown[i] = v.Show(value.Index(i).Interface())
		}
		return v.Join(shown...)
	}
	return safe(escape(v.Text(toString(value.Interface()))))
}

var lists sync.Map // reflect.Type → string

// listOf is the name of a word's closed list in the catalogues: SessionKind is
// session-kind.
func listOf(word council.Worded) string {
	t := reflect.TypeOf(word)
	if name, ok := lists.Load(t); ok {
		return name.(string)
	}
	var b strings.Builder
	for i, r := range t.Name() {
		if r >= 'A' && r <= 'Z' {
			if i > 0 {
				b.WriteByte('-')
			}
			r += 'a' - 'A'
		}
		b.WriteRune(r)
	}
	lists.Store(t, b.String())
	return b.String()
}

// Word says a word of a closed list of the model, as people read it.
func (v *View) Word(word council.Worded) string { return v.Choice(listOf(word), word) }

// Term says a word that editors often write where any text may stand; what is
// not among the words of the group is said as it was written.
func (v *View) Term(group, text string) string {
	if key := group + "." + text; v.publisher.Words.Has(key) {
		return v.T(key)
	}
	return v.Text(text)
}

// YesNo says a yes or a no.
func (v *View) YesNo(yes bool) string {
	if yes {
		return v.T("pages.yes")
	}
	return v.T("pages.no")
}

// Outside is a link that leaves the site; without words of its own it says
// where it leads.
func (v *View) Outside(address any, text string) template.HTML {
	to := toString(address)
	if to == "" {
		return ""
	}
	if text == "" {
		text = strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(to, "https://"), "http://"), "/")
	}
	if !isWeb(to) {
		return safe(escape(text))
	}
	return safe(`<a href="` + escape(to) + `" rel="external">` + escape(text) + `</a>`)
}

func isWeb(text string) bool {
	return strings.HasPrefix(text, "https://") || strings.HasPrefix(text, "http://")
}

// Source is where something was said: a title, or an address as a link.
func (v *View) Source(text string) template.HTML {
	if isWeb(text) && !strings.ContainsAny(text, " \"<>") {
		return v.Outside(text, "")
	}
	return v.Show(text)
}

// hostOf is the name of the machine behind an address.
func hostOf(address council.URL) string {
	parsed, err := url.Parse(string(address))
	if err != nil {
		return string(address)
	}
	return parsed.Hostname()
}

// Host is the name of the machine behind an address.
func (v *View) Host(address council.URL) string { return hostOf(address) }

// Year is a year, whose digits stay together.
func (v *View) Year(year int) string { return strconv.Itoa(year) }
