package council

import "greffe/generator/markdown"

// Entry is what every document has, whatever its collection.
type Entry struct {
	ID   string // the file's name without its extension, or its folder's
	File string // slash-separated, relative to the content folder

	Draft        bool         `yaml:"draft" is:"public"`
	Confidential bool         `yaml:"confidential" is:"public"`
	PublishOn    Moment       `yaml:"publish_on" is:"public"`
	ExpireOn     Moment       `yaml:"expire_on" is:"public deadline"`
	Updated      Date         `yaml:"updated" is:"public"`
	Aliases      []ID         `yaml:"aliases" is:"public"`
	Summary      string       `yaml:"summary" is:"public"`
	PlainSummary string       `yaml:"plain_summary" is:"public"`
	EasyRead     *EasyRead    `yaml:"easy_read" is:"public"`
	Themes       []Ref[Theme] `yaml:"themes" is:"public"`
	Axes         []Ref[Axis]  `yaml:"axes" is:"public"`
	Attachments  []Attachment `yaml:"attachments" is:"public"`
	Image        *Image       `yaml:"image" is:"public"`
	Lang         Language     `yaml:"lang" is:"public"`

	Body         *markdown.Text
	Translations []*Translation
	Translated   *Translation // whose words these are; nil in the original

	Places     // where in the file each key stands
	References []Reference
	Stated     []Date // every public date that the document states, but deadlines
}

// Key is the document's id.
func (e *Entry) Key() string { return e.ID }

// Common is the entry itself, for code that does not care which collection it
// is of.
func (e *Entry) Common() *Entry { return e }

// Modified is when the document last changed for its readers: what feeds and
// tables call "modified". Left out by the editor, it is the latest date that
// the document states and that is not in the future; empty if it states none.
// A deadline that goes by changes nothing, and does not count.
func (e *Entry) Modified(asOf Moment) Date {
	if !e.Updated.IsZero() {
		return e.Updated
	}
	var latest Date
	for _, date := range e.Stated {
		if date.Last() <= asOf.Date.Last() && (latest.IsZero() || date.Last() > latest.Last()) {
			latest = date
		}
	}
	return latest
}

// Themed tells whether the document bears the theme.
func (e *Entry) Themed(theme Ref[Theme]) bool {
	for _, t := range e.Themes {
		if t == theme {
			return true
		}
	}
	return false
}

// An Attachment is a file or an address that goes with a document.
type Attachment struct {
	Title      string     `yaml:"title" is:"public required"`
	File       FileName   `yaml:"file" is:"public"`
	URL        URL        `yaml:"url" is:"public"`
	Language   Language   `yaml:"language" is:"public"`
	On         Date       `yaml:"on" is:"public"`
	Accessible *bool      `yaml:"accessible" is:"public"` // nil: nobody said
	Exemption  *Exemption `yaml:"exemption" is:"public"`
}

// An Exemption is why a file need not be accessible (RGAA 4.1.2: contents that
// are not covered, or a disproportionate burden).
type Exemption struct {
	Kind   ExemptionKind `yaml:"kind" is:"public required"`
	Reason string        `yaml:"reason" is:"public required"`
}

// ExemptionKind is why the law lets a file be inaccessible.
type ExemptionKind string

func (ExemptionKind) Words() []string {
	return []string{"before-2018", "archive", "third-party", "live", "disproportionate-burden"}
}

// An Image illustrates a document.
type Image struct {
	File       FileName `yaml:"file" is:"public required"`
	Alt        string   `yaml:"alt" is:"public"`
	Decorative bool     `yaml:"decorative" is:"public"`
	Caption    string   `yaml:"caption" is:"public"`
	Credit     string   `yaml:"credit" is:"public"`
	Licence    string   `yaml:"licence" is:"public"`
	ConsentOn  Date     `yaml:"consent_on" is:"public"`
}

// An EasyRead version is a text that people with an intellectual disability
// have read and understood (the European easy-to-read rules of Inclusion
// Europe); without its readers it is no such thing.
type EasyRead struct {
	File       FileName `yaml:"file" is:"public required"`
	Reviewers  []string `yaml:"reviewers" is:"public required"`
	ReviewedOn Date     `yaml:"reviewed_on" is:"public required"`
}

// A Reference is one place where a document names another entity.
type Reference struct {
	Field        *Field
	ID           string
	Path         string // of the value in its document: "attendance.present.3"
	Line, Column int
}
