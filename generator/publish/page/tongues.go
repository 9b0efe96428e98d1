package page

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"greffe/generator/council"
	"greffe/generator/markdown"
	"greffe/generator/words"
)

// A page of an edition holds two languages: that of its words and of what was
// translated, and that of the original for the rest. Whatever an editor wrote
// goes through [View.Text], which sets marks around what is in another language
// than the page's; when the page is whole, the marks become elements with a
// lang where elements may stand, and vanish elsewhere (attributes, titles, data).
// The same reading of the page tells of each link that leads out of the edition
// in which language the page behind it is.
//
// No text of an editor holds these characters of private use: they are refused
// in bodies, and taken out of the rest before marks are set.
const (
	beginTongue = '\uF8F0' // then the language's code
	endCode     = '\uF8F1'
	endTongue   = '\uF8F2'
)

// A rendering is what the view of a translated document knows of it.
type rendering struct {
	*council.Translation
	Outdated         bool
	OriginalModified council.Date

	title    string          // of the original
	language string          // in which the original was written
	own      map[string]bool // the texts of the translation, also on one line
	original map[string]bool // those that were not translated
}

// render prepares the view for what a translation says.
func (v *View) render(document council.Documented) {
	t := document.Common().Translated
	if t == nil {
		return
	}
	original, ok := v.Lookup(document.Collection(), document.Key()).(council.Documented)
	if !ok {
		return
	}
	v.rendering = &rendering{
		Translation: t, Outdated: t.Outdated(original.Common()), OriginalModified: original.Common().Updated,
		title: original.Label(), language: string(v.publisher.edition.site.LanguageOf(original)),
		own: make(map[string]bool), original: make(map[string]bool),
	}
	for _, text := range t.Texts() {
		v.rendering.own[text], v.rendering.own[oneLine(text)] = true, true
	}
	council.EachText(document, func(text string, _ func() string) {
		v.rendering.original[text] = !v.rendering.own[text]
	})
}

// authored sets a text that an editor wrote, in the language in which it was.
func (v *View) authored(text string) string {
	if v.publisher.edition == nil {
		return v.typeset(text)
	}
	switch {
	case v.rendering == nil:
		return v.speaking(text, v.publisher.edition.site.Words.Language)
	case v.rendering.own[text]:
		return v.speaking(text, string(v.rendering.Language))
	}
	return v.speaking(text, v.rendering.language)
}

// quoted is a text that may be one of the catalogue or one of the document: the
// latter is set in its language.
func (v *View) quoted(text string) string {
	if v.rendering != nil && v.rendering.original[text] {
		return v.authored(text)
	}
	return text
}

// quotedAll is [View.quoted] for the arguments of a sentence.
func (v *View) quotedAll(args []any) []any {
	quoted := make([]any, len(args))
	for i, arg := range args {
		if quoted[i] = arg; i%2 == 1 {
			if text, ok := arg.(string); ok {
				quoted[i] = v.quoted(text)
			}
		}
	}
	return quoted
}

// speaking sets a text in its language, between marks if that is not the page's.
func (v *View) speaking(text, language string) string {
	if text == "" {
		return ""
	}
	text = markdown.Typography(v.Plain(text), language)
	if strings.EqualFold(language, v.SiteLanguage()) || !strings.ContainsFunc(text, unicode.IsLetter) {
		return text
	}
	return string(beginTongue) + language + string(endCode) + text + string(endTongue)
}

// entityLabel is what people call an entity, in the language in which it is said.
func (v *View) entityLabel(entity council.Entity) string {
	document, ok := entity.(council.Documented)
	if v.publisher.edition == nil {
		if ok && document.Common().Lang != "" {
			return markdown.Typography(entity.Label(), string(document.Common().Lang))
		}
		return v.typeset(entity.Label())
	}
	brief := v.publisher.edition.site
	if !ok {
		return v.speaking(entity.Label(), brief.Words.Language)
	}
	if t := document.Common().Translation(v.publisher.edition.Language); t != nil {
		return v.speaking(t.Label(document), string(t.Language))
	}
	return v.speaking(document.Label(), string(brief.LanguageOf(document)))
}

// Plain is a text without the marks of its languages, for an address.
func (v *View) Plain(text string) string {
	if !strings.Contains(text, "\xef\xa3") { // with which all marks begin
		return text
	}
	return string(unmarked([]byte(text)))
}

// languageOver are the attributes of a link to a document that is in a language
// of its own, and leads to the original. In an edition the label is marked.
func (v *View) languageOver(entity council.Entity) string {
	document, ok := entity.(council.Documented)
	if !ok || document.Common().Lang == "" || document.Common().Lang == council.Language(v.SiteLanguage()) {
		return ""
	}
	language := escape(string(document.Common().Lang))
	if v.publisher.edition == nil {
		return ` lang="` + language + `" hreflang="` + language + `"`
	}
	if v.publisher.edition.Address(entity) != "" {
		return ""
	}
	return ` hreflang="` + language + `"`
}

// tongueOf says a language as people do after the name of a text: "in French".
func (v *View) tongueOf(language string) string {
	if key := "file.languages." + baseOf(language); v.publisher.Words.Has(key) {
		return v.T(key)
	}
	return language
}

func baseOf(language string) string {
	base, _, _ := strings.Cut(language, "-")
	return strings.ToLower(base)
}

// languageCode is what a mark may bear.
var languageCode = regexp.MustCompile(`^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$`)

// aloud turns the marks of a page into elements, and tells of the links that
// leave the edition.
func (v *View) aloud(page []byte) []byte {
	reader := &aloud{View: v, tongues: []string{v.SiteLanguage()}, out: make([]byte, 0, len(page)+len(page)/8)}
	tokens := html.NewTokenizer(bytes.NewReader(page))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return reader.out
		case html.TextToken:
			reader.text(tokens.Raw())
		case html.StartTagToken, html.SelfClosingTagToken:
			reader.start(tokens)
		case html.EndTagToken:
			reader.end(tokens)
		default:
			reader.out = append(reader.out, tokens.Raw()...)
		}
	}
}

type aloud struct {
	*View
	out     []byte
	tongues []string // in which the text is, the innermost last
	leaving bool     // within a link that leads out of the edition
	mute    bool     // within an element that holds text only
	footer  bool     // which says of all its links where they lead
}

func (r *aloud) text(raw []byte) {
	for len(raw) > 0 {
		i := bytes.IndexFunc(raw, func(c rune) bool { return c == beginTongue || c == endTongue })
		if i < 0 {
			break
		}
		r.out = append(r.out, raw[:i]...)
		ends := bytes.HasPrefix(raw[i:], []byte(string(endTongue)))
		raw = raw[i+len(string(beginTongue)):]
		if ends {
			r.hush()
			continue
		}
		code, rest, ok := bytes.Cut(raw, []byte(string(endCode)))
		if ok && languageCode.Match(code) {
			r.speak(string(code))
			raw = rest
		}
	}
	r.out = append(r.out, raw...)
}

func (r *aloud) speak(language string) {
	if current := r.tongues[len(r.tongues)-1]; !r.mute && language != current {
		r.out = append(r.out, `<span lang="`+language+`"`...)
		if words.RightToLeft(language) != words.RightToLeft(current) {
			r.out = append(r.out, ` dir="`+direction(language)+`"`...)
		}
		r.out = append(r.out, '>')
	}
	r.tongues = append(r.tongues, language)
}

func (r *aloud) hush() {
	last := len(r.tongues) - 1
	if last == 0 {
		return // nothing is open: the mark was not ours
	}
	if !r.mute && r.tongues[last] != r.tongues[last-1] {
		r.out = append(r.out, "</span>"...)
	}
	r.tongues = r.tongues[:last]
}

func (r *aloud) start(tokens *html.Tokenizer) {
	raw := unmarked(tokens.Raw())
	name, more := tokens.TagName()
	switch string(name) {
	case "title", "script", "option", "textarea":
		r.mute = true
	case "footer":
		r.footer = true
	case "a":
		var href string
		known := false
		for more {
			var key, value []byte
			key, value, more = tokens.TagAttr()
			switch string(key) {
			case "href":
				href = string(value)
			case "hreflang":
				known = true
			}
		}
		if r.leaving = !known && r.leavesEdition(href); r.leaving {
			raw = attributed(raw, "hreflang", r.publisher.edition.site.Words.Language)
		}
	}
	if language := languageAttribute.FindSubmatch(raw); language != nil && string(name) != "html" {
		if spoken := string(language[1]); words.RightToLeft(spoken) != r.publisher.Words.RightToLeft() {
			raw = attributed(raw, "dir", direction(spoken))
		}
	}
	r.out = append(r.out, raw...)
}

var languageAttribute = regexp.MustCompile(` lang="([^"]+)"`)

// attributed gives a tag one attribute more.
func attributed(tag []byte, name, value string) []byte {
	return append(bytes.TrimSuffix(tag, []byte(">")), ` `+name+`="`+value+`">`...)
}

// leavesEdition tells whether an address is that of a page of this site in the
// site's own language.
func (r *aloud) leavesEdition(href string) bool {
	if r.publisher.edition == nil {
		return false
	}
	page, _, _ := strings.Cut(href, "#")
	site := r.publisher.edition.site
	return site.Addresses.Inside(page) && !r.publisher.places().Inside(page) && strings.HasSuffix(page, "/") &&
		site.Words.Language != r.SiteLanguage()
}

func (r *aloud) end(tokens *html.Tokenizer) {
	raw := tokens.Raw()
	switch name, _ := tokens.TagName(); string(name) {
	case "title", "script", "option", "textarea":
		r.mute = false
	case "a":
		if r.leaving && !r.footer {
			where := r.T("languages.page", "language", r.tongueOf(r.publisher.edition.site.Words.Language))
			r.out = append(r.out, ` <span class="what">(`+escape(where)+`)</span>`...)
		}
	}
	r.out = append(r.out, raw...)
}

// marks are ours, and what is left of them where a text was cut.
var marks = regexp.MustCompile(string(beginTongue) + `[^` + string(endCode) + `]*` + string(endCode) + `|[` + string(beginTongue) + string(endCode) + string(endTongue) + `]`)

// unmarked is a copy of what people cannot hear: a tag with its attributes, an
// address.
func unmarked(raw []byte) []byte { return marks.ReplaceAll(raw, nil) }

func direction(language string) string {
	if words.RightToLeft(language) {
		return "rtl"
	}
	return "ltr"
}
