package draft

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"greffe/generator/council"
	"greffe/generator/words"
)

// A header writes the front matter of a document: the keys that have a value,
// and all others commented out.
type header struct {
	council *council.Council
	words   *words.Catalogue
	seats   []council.Seat    // who sits on the day of the document
	values  map[string]string // by path, without the indexes of lists: "mandates.body"
	blocks  map[string]string // written as they are, by key
	b       strings.Builder
}

// document writes the whole file: its own keys first, then those of every
// document.
func (h *header) document(document council.Documented, body string) []byte {
	fields := council.SchemaOf(document).Fields
	h.b.WriteString("---\n" + comment(h.words.Say("kit.new.how")) + "\n")
	if h.values["draft"] != "" {
		h.b.WriteString(comment(h.words.Say("kit.new.draft")) + "draft: true\n")
	}
	for _, field := range fields {
		if !strings.HasPrefix(field.Owner, "entry.") {
			h.key(field)
		}
	}
	h.b.WriteString("\n" + comment(h.words.Say("kit.new.common")))
	for _, field := range fields {
		if strings.HasPrefix(field.Owner, "entry.") && field.Key != "draft" {
			h.key(field)
		}
	}
	h.b.WriteString("---\n" + body)
	return []byte(h.b.String())
}

// key writes one key of the document, with what it means above it.
func (h *header) key(field *council.Field) {
	h.b.WriteString("\n" + comment(h.about(field)))
	if block := h.blocks[field.Key]; block != "" {
		h.b.WriteString(block)
		return
	}
	if field.Kind == council.KindReference && field.Refs == "members" && len(h.seats) > 0 {
		h.b.WriteString(comment(h.words.Say("kit.new.seated", "members", h.seated())))
	}
	for _, line := range h.lines(field, field.Key) {
		mark := "# "
		if line.active {
			mark = ""
		}
		h.b.WriteString(strings.TrimRight(mark+line.text, " ") + "\n")
	}
}

// about is what a key means, with the words or the ids that it takes.
func (h *header) about(field *council.Field) string {
	text := h.words.Say("fields."+field.Owner+".title") + h.words.Say("kit.new.colon") + h.words.Say("fields."+field.Owner+".description")
	if choices := h.choices(field); choices != "" {
		text += " " + h.words.Say("kit.new.choices", "choices", choices)
	}
	return text
}

// seated are those who sit, by their ids.
func (h *header) seated() string {
	var seated []string
	for _, seat := range h.seats {
		seated = append(seated, seat.Member.ID+" ("+seat.Member.Name+")")
	}
	return strings.Join(seated, ", ")
}

// A line of a header, active or commented out.
type line struct {
	text   string
	active bool
}

// lines are those of one key and of what stands below it. Above the first
// level, what a key means stands behind it.
func (h *header) lines(field *council.Field, path string) []line {
	if field.Kind != council.KindMapping {
		value := h.values[path]
		return []line{{field.Key + ": " + scalar(field, value), value != ""}}
	}
	active := h.within(path)
	lines := []line{{field.Key + ":", active}}
	for i, inner := range field.Of.Fields {
		below := h.lines(inner, path+"."+inner.Key)
		for j := range below {
			indent := "  "
			if field.List {
				indent = "    "
				if i == 0 && j == 0 {
					indent = "  - "
				}
			}
			below[j].text = indent + below[j].text
		}
		if inner.Kind != council.KindMapping {
			below[0].text = fmt.Sprintf("%-24s # %s", below[0].text, h.aside(inner))
		}
		if field.List && i == 0 && active {
			below[0].active = true // it bears the dash
		}
		lines = append(lines, below...)
	}
	return lines
}

// within tells whether a value stands below a path.
func (h *header) within(path string) bool {
	for at, value := range h.values {
		if value != "" && strings.HasPrefix(at, path+".") {
			return true
		}
	}
	return false
}

// aside is what a key below the first level means, in a few words.
func (h *header) aside(field *council.Field) string {
	text := h.words.Say("fields." + field.Owner + ".title")
	if field.Required {
		text += " " + h.words.Say("kit.new.required")
	}
	if choices := h.choices(field); choices != "" {
		text += h.words.Say("kit.new.colon") + choices
	}
	return oneLine(text)
}

// choices are the words, or the ids of the council's own lists, that may stand
// behind a key, with what each means. Documents are not listed: there are many,
// and some have titles that nobody should read in another file.
func (h *header) choices(field *council.Field) string {
	var listed []string
	add := func(value, meaning string) {
		if meaning == "" || strings.EqualFold(value, meaning) {
			listed = append(listed, value)
			return
		}
		listed = append(listed, value+" ("+meaning+")")
	}
	switch field.Kind {
	case council.KindWord:
		for _, word := range field.Words {
			add(word, h.words.Say("choices."+field.Choices()+"."+word))
		}
	case council.KindReference:
		if council.NewDocument(field.Refs) != nil || field.Refs == "organisations" {
			break
		}
		for _, id := range h.council.IDs(field.Refs) {
			add(id, h.council.Lookup(field.Refs, id).Label())
		}
	case council.KindBoolean:
		return h.words.Say("kit.new.boolean")
	}
	return strings.Join(listed, ", ")
}

var plain = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)

// scalar writes a value as YAML; what is not a bare word stands between quotes.
func scalar(field *council.Field, value string) string {
	switch {
	case value == "", field.Kind != council.KindText && field.Kind != council.KindPerson && plain.MatchString(value):
		return value
	}
	return quote(value)
}

// quote writes a text between the double quotes of YAML. Characters that its
// parser would refuse, or take for the end of a line, are escaped.
func quote(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r < ' ' || r == 0x7f || r == 0x85 || r == 0x2028 || r == 0x2029 || r == 0xfeff:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// oneLine keeps a text on the line of its comment: a name that somebody chose
// must not begin a line of YAML.
func oneLine(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool {
		return r < ' ' || r == 0x7f || r == 0x85 || r == 0x2028 || r == 0x2029
	}), " ")
}

// widest is how long a line of comment is, in characters.
const widest = 96

// glued keeps French punctuation on the line of the word before it.
var glued = strings.NewReplacer(" ;", "\u00a0;", " :", "\u00a0:", " !", "\u00a0!", " ?", "\u00a0?", " »", "\u00a0»", "« ", "«\u00a0")

// comment writes a text as comments of lines that a screen holds.
func comment(text string) string {
	var b strings.Builder
	for _, paragraph := range strings.Split(strings.TrimRight(text, "\n"), "\n") {
		at := 0
		for _, word := range strings.Split(glued.Replace(oneLine(paragraph)), " ") {
			word = strings.ReplaceAll(word, "\u00a0", " ")
			length := utf8.RuneCountInString(word)
			switch {
			case at == 0:
				b.WriteString("# ")
				at = 2
			case at+1+length > widest:
				b.WriteString("\n# ")
				at = 2
			default:
				b.WriteByte(' ')
				at++
			}
			b.WriteString(word)
			at += length
		}
		b.WriteByte('\n')
	}
	return b.String()
}
