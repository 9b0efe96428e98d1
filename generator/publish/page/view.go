package page

import (
	"html/template"
	"strings"
	"unicode"
	"unicode/utf8"

	"greffe/generator/council"
	"greffe/generator/markdown"
	"greffe/generator/site"
)

// A View is what a layout may ask: the council that the page is made from, the
// facts of the page, and the means to write them for people.
type View struct {
	*council.Council
	publisher *Publisher

	Layout      string // the layout's name, also the page's type
	Address     string
	Title       string // of the page alone; the frame adds the site's name
	Heading     string // the h1, when it is shorter than a title that tells the page from all others
	Description string
	Section     string  // the section of the menu that the page belongs to
	Trail       []Crumb // from the home page to the page's parent
	Page        any     // what the layout shows; each page's file says what it is
	Language    string  // of the page's text when it is not the site's
	Published   council.Moment
	Modified    council.Date
	Data        string      // the address of the same facts as data
	Alternates  []Alternate // feeds and calendars of the page
	MovedTo     string      // the page only leads there
	Unlisted    bool        // search engines are asked to leave the page out
	NotFound    bool        // the page is the answer to a wrong address
	Versions    []Version   // the page in all its languages, if it has several

	main      []byte     // what the layout's "main" made
	rendering *rendering // of a page that shows a translation
}

// A Crumb is one step of "you are here".
type Crumb struct{ Title, Address string }

// An Alternate is the same content in another form.
type Alternate struct{ Title, Type, Address string }

// A Part is what a shared part of a layout is given: the view and a value.
type Part struct {
	*View
	It any
}

// With gives a shared part its value.
func (v *View) With(it any) Part { return Part{v, it} }

// T says a sentence of the catalogue, with French typography if the language
// is French. Arguments are names and values by turns.
func (v *View) T(key string, args ...any) string {
	if len(args) > 0 {
		if v.rendering != nil {
			args = v.quotedAll(args)
		}
		return v.typeset(v.publisher.Words.Say(key, args...))
	}
	if said, ok := v.publisher.sentences.Load(key); ok {
		return said.(string)
	}
	said := v.typeset(v.publisher.Words.Say(key))
	v.publisher.sentences.Store(key, said)
	return said
}

// Text sets a title, a summary or any other plain text that an editor wrote.
func (v *View) Text(text string) string { return v.authored(text) }

func (v *View) typeset(text string) string {
	return markdown.Typography(text, v.publisher.Words.Language)
}

// Field is the title of a field of the model, by its owner and its key:
// "opinion.adopted_on". What all documents have is owned by "entry".
func (v *View) Field(name string) string { return v.T("fields." + name + ".title") }

// Choice says a word of a closed list, as people read it; the empty text if
// there is none.
func (v *View) Choice(list string, word any) string {
	text := toString(word)
	if text == "" {
		return ""
	}
	return v.T("choices." + list + "." + text)
}

// Unknown is what stands where a fact was not communicated.
func (v *View) Unknown() string { return v.T("unknown") }

// Known is a text, or "not communicated" if there is none: for a fact that the
// law or the reader expects.
func (v *View) Known(text any) template.HTML {
	switch text := text.(type) {
	case template.HTML:
		if text != "" {
			return text
		}
	case nil:
	default:
		if s := v.typeset(v.quoted(toString(text))); s != "" {
			return safe(escape(s))
		}
	}
	return v.unknown()
}

func (v *View) unknown() template.HTML {
	return safe(`<span class="unknown">` + escape(v.Unknown()) + `</span>`)
}

// Paragraphs cuts a text at its blank lines.
func (v *View) Paragraphs(text string) []string {
	set := v.voiceOf(text)
	var paragraphs []string
	for _, paragraph := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n") {
		if paragraph = oneLine(paragraph); paragraph != "" {
			paragraphs = append(paragraphs, set(paragraph))
		}
	}
	return paragraphs
}

// voiceOf sets the paragraphs of one text, as [View.Text] sets the whole.
func (v *View) voiceOf(text string) func(paragraph string) string {
	if v.rendering != nil && v.rendering.own[text] {
		return func(paragraph string) string { return v.speaking(paragraph, string(v.rendering.Translation.Language)) }
	}
	return v.Text
}

// oneLine puts a space where lines end, and wherever there is white space.
func oneLine(text string) string {
	if isOneLine(text) {
		return text
	}
	return strings.Join(strings.Fields(text), " ")
}

func isOneLine(text string) bool {
	last := ' '
	for _, char := range text {
		if unicode.IsSpace(char) && (char != ' ' || last == ' ') {
			return false
		}
		last = char
	}
	return text == "" || last != ' '
}

// Policy is what the page may load, for hosts that do not say so themselves.
func (v *View) Policy() string { return site.PagePolicy }

// In puts the page in a section of the site, under its list.
func (v *View) In(section string) {
	v.Section = section
	v.Trail = append(v.Trail, Crumb{v.SectionTitle(section), v.publisher.sectionAddress(section)})
}

// SectionTitle is what people call a section of the site.
func (v *View) SectionTitle(section string) string { return v.T("pages.sections." + section) }

// Upper begins a text with a capital.
func (v *View) Upper(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}
