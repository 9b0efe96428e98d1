package council

import (
	"cmp"
	"slices"
	"strings"

	"greffe/generator/markdown"
)

// A Translation is the part of a document that another language has of its own;
// everything else is the original's.
type Translation struct {
	Language Language
	File     string
	Body     *markdown.Text

	Title        string    `yaml:"title" is:"public"`
	Name         string    `yaml:"name" is:"public"`
	Summary      string    `yaml:"summary" is:"public"`
	PlainSummary string    `yaml:"plain_summary" is:"public"`
	Standfirst   string    `yaml:"standfirst" is:"public"`
	Captions     []Caption `yaml:"captions" is:"public"`
	Updated      Date      `yaml:"updated" is:"public"` // when it was last made to say what the original says

	Places
}

// A Caption is what a translation says of a picture or an attachment.
type Caption struct {
	File FileName `yaml:"file" is:"public required"`
	Text string   `yaml:"text" is:"public"`
	Alt  string   `yaml:"alt" is:"public"`
}

// WithTranslations returns a copy of a document that bears translations; the
// document itself may be shared with another council.
func WithTranslations(document Documented, translations []*Translation) Documented {
	copied := clone(document)
	copied.Common().Translations = translations
	return copied
}

// Translation is what the document says in a language, or nil.
func (e *Entry) Translation(language Language) *Translation {
	for _, t := range e.Translations {
		if strings.EqualFold(string(t.Language), string(language)) {
			return t
		}
	}
	return nil
}

// Outdated tells whether the original changed after the translation did. It is
// known when editors date both; otherwise nobody can tell, and it is not.
func (t *Translation) Outdated(original *Entry) bool {
	return !t.Updated.IsZero() && !original.Updated.IsZero() && original.Updated.First() > t.Updated.Last()
}

// Label is the title or the name that the translation gives, or the original's.
func (t *Translation) Label(original Documented) string {
	return cmp.Or(t.Title, t.Name, original.Label())
}

// Translated returns a copy of a document that says what a translation of it
// says, and bears its language; what the translation leaves out is the
// original's.
func Translated(original Documented, t *Translation) Documented {
	document := clone(original)
	title := func(of *string, said string) { *of = cmp.Or(said, *of) }
	switch d := document.(type) {
	case *Member:
		title(&d.Name, t.Name)
	case *Session:
		title(&d.Title, t.Title)
	case *Workshop:
		title(&d.Title, t.Title)
	case *Opinion:
		title(&d.Title, t.Title)
	case *News:
		title(&d.Title, t.Title)
		title(&d.Standfirst, t.Standfirst)
	case *Document:
		title(&d.Title, t.Title)
	case *Page:
		title(&d.Title, t.Title)
	}
	entry := document.Common()
	entry.Translated = t
	entry.Lang = t.Language
	title(&entry.Summary, t.Summary)
	title(&entry.PlainSummary, t.PlainSummary)
	if t.Body != nil {
		entry.Body = t.Body
	}
	if len(t.Captions) > 0 {
		entry.caption(t.Captions)
	}
	return document
}

// caption gives pictures and attachments the words of a translation. They are
// the original's, so copies bear them.
func (e *Entry) caption(captions []Caption) {
	e.Attachments = slices.Clone(e.Attachments)
	for _, c := range captions {
		if e.Image != nil && e.Image.File == c.File {
			image := *e.Image
			image.Caption, image.Alt = cmp.Or(c.Text, image.Caption), cmp.Or(c.Alt, image.Alt)
			e.Image = &image
		}
		for i := range e.Attachments {
			if e.Attachments[i].File == c.File {
				e.Attachments[i].Title = cmp.Or(c.Text, e.Attachments[i].Title)
			}
		}
	}
}

// Texts are those that the translation has of its own, but its body.
func (t *Translation) Texts() []string {
	texts := []string{t.Title, t.Name, t.Summary, t.PlainSummary, t.Standfirst}
	for _, c := range t.Captions {
		texts = append(texts, c.Text, c.Alt)
	}
	return slices.DeleteFunc(texts, func(text string) bool { return text == "" })
}

func clone(document Documented) Documented {
	switch d := document.(type) {
	case *Member:
		c := *d
		return &c
	case *Session:
		c := *d
		return &c
	case *Workshop:
		c := *d
		return &c
	case *Opinion:
		c := *d
		return &c
	case *News:
		c := *d
		return &c
	case *Document:
		c := *d
		return &c
	case *Page:
		c := *d
		return &c
	}
	return document
}
