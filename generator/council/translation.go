package council

// A Translation is the part of a document that another language has of its own;
// everything else is the original's.
type Translation struct {
	Language Language
	File     string
	Body     *Prose

	Title        string    `yaml:"title" is:"public"`
	Name         string    `yaml:"name" is:"public"`
	Summary      string    `yaml:"summary" is:"public"`
	PlainSummary string    `yaml:"plain_summary" is:"public"`
	Standfirst   string    `yaml:"standfirst" is:"public"`
	Captions     []Caption `yaml:"captions" is:"public"`

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
