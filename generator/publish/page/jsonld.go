package page

import (
	"cmp"
	"encoding/json"
	"html/template"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// StructuredData is what the page is about, in the words of schema.org, for
// search engines: the way to it, and the council, person, meeting, text or data
// that it shows. It says nothing that the page does not.
func (v *View) StructuredData() template.HTML {
	if v.NotFound || v.MovedTo != "" {
		return ""
	}
	var things []thing
	if v.Address != v.Home() {
		things = append(things, v.breadcrumbs())
	}
	if about := v.about(); about != nil {
		things = append(things, about)
	}
	if len(things) == 0 {
		return ""
	}
	buffer := v.publisher.buffer()
	defer v.publisher.buffers.Put(buffer)
	script := append(buffer.AvailableBuffer(), `<script type="application/ld+json">{"@context":"https://schema.org","@graph":`...)
	script = appendValue(script, things)
	return safe(append(script, "}</script>"...))
}

// A thing of schema.org. What is not known is left out.
type (
	thing    = *object
	object   struct{ properties []property }
	property struct {
		name  string
		value any // a string, an int, a bool, a thing, or a list of strings or of things
	}
)

func a(kind string) thing {
	return &object{append(make([]property, 0, 8), property{"@type", kind})}
}

// with adds a property that the thing does not have yet.
func (t thing) with(name string, value any) thing {
	switch value := value.(type) {
	case string:
		if value == "" {
			return t
		}
	case []thing:
		if len(value) == 0 {
			return t
		}
	case []string:
		if len(value) == 0 {
			return t
		}
	}
	t.properties = append(t.properties, property{name, value})
	return t
}

// appendValue writes JSON as encoding/json does, properties in order, which
// takes three times as long to find out of what type each value is.
func appendValue(b []byte, value any) []byte {
	switch value := value.(type) {
	case string:
		return appendText(b, value)
	case int:
		return strconv.AppendInt(b, int64(value), 10)
	case bool:
		return strconv.AppendBool(b, value)
	case thing:
		slices.SortFunc(value.properties, func(a, b property) int { return cmp.Compare(a.name, b.name) })
		b = append(b, '{')
		for i, p := range value.properties {
			if i > 0 {
				b = append(b, ',')
			}
			b = append(appendText(b, p.name), ':')
			b = appendValue(b, p.value)
		}
		return append(b, '}')
	case []thing:
		return appendList(b, value)
	case []string:
		return appendList(b, value)
	}
	panic("no value of structured data")
}

func appendList[T any](b []byte, list []T) []byte {
	b = append(b, '[')
	for i, item := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendValue(b, item)
	}
	return append(b, ']')
}

// appendText leaves to encoding/json what is not written as it is. It writes <,
// > and & as \u003c…, so no text can close the script.
func appendText(b []byte, text string) []byte {
	if isPlainJSON(text) {
		b = append(b, '"')
		b = append(b, text...)
		return append(b, '"')
	}
	written, _ := json.Marshal(text) // a string never fails
	return append(b, written...)
}

func isPlainJSON(text string) bool {
	ascii := true
	for i := range len(text) {
		switch c := text[i]; {
		case c < ' ', c == '"', c == '\\', c == '<', c == '>', c == '&':
			return false
		case c == 0xE2 && (strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029")):
			return false
		case c >= utf8.RuneSelf:
			ascii = false
		}
	}
	return ascii || utf8.ValidString(text)
}

// about is the thing that the page shows; nil for a list or a text of the site.
func (v *View) about() thing {
	switch page := v.Page.(type) {
	case *Home:
		return v.councilThing()
	case *memberPage:
		return v.personThing(page.Member)
	case *sessionPage:
		return v.eventThing(page.Session)
	case *opinionPage:
		return v.opinionThing(page.Opinion)
	case *newsPage:
		return v.textThing("NewsArticle", page.News).
			with("headline", page.News.Title).
			with("datePublished", v.instant(page.News.Date))
	case *documentPage:
		return v.textThing("CreativeWork", page.Document).
			with("headline", page.Document.Title).
			with("dateCreated", page.Document.Dated().String()).
			with("version", page.Document.Version)
	case *Data:
		return v.catalogThing()
	case *TablePage:
		return v.tableThing(page)
	}
	return nil
}
