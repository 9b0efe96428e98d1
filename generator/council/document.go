package council

import "cmp"

// A Document is a text that founds, rules or accounts for the council's work:
// its internal rules, a programme, a deliberation.
type Document struct {
	Entry
	Title     string              `yaml:"title" is:"public required"`
	Kind      DocumentKind        `yaml:"kind" is:"public required"`
	Year      int                 `yaml:"year" is:"public"`
	Version   string              `yaml:"version" is:"public"`
	AdoptedOn Date                `yaml:"adopted_on" is:"public"`
	SentOn    Date                `yaml:"sent_on" is:"public"`
	SentTo    []Ref[Organisation] `yaml:"sent_to" is:"public"`
	Articles  []Article           `yaml:"articles" is:"public"`

	// The rest is of acts: deliberations, orders, decrees.
	Number        string          `yaml:"number" is:"public"`
	Assembly      string          `yaml:"assembly" is:"public"`
	Directorate   string          `yaml:"directorate" is:"public"`
	Commission    string          `yaml:"commission" is:"public"`
	Sitting       Date            `yaml:"sitting" is:"public"`
	Subject       string          `yaml:"subject" is:"public"`
	Vote          *Vote           `yaml:"vote" is:"public"`
	PostedOn      Date            `yaml:"posted_on" is:"public"`
	NotifiedOn    Date            `yaml:"notified_on" is:"public"`
	EnforceableOn Date            `yaml:"enforceable_on" is:"public"`
	Visas         []Visa          `yaml:"visas" is:"public"`
	Operative     []OperativePart `yaml:"operative" is:"public"`
	SignedBy      *Signature      `yaml:"signed_by" is:"public"`
}

func (*Document) Collection() string { return "documents" }
func (d *Document) Label() string    { return d.Title }

// IsAct tells whether the document is an act of an authority.
func (d *Document) IsAct() bool { return d.Kind == "act" }

// DocumentKind is what a document is for.
type DocumentKind string

func (DocumentKind) Words() []string {
	return []string{"internal-rules", "ethics-charter", "roadmap", "programme", "activity-report", "act", "minutes", "other"}
}

// An Article is a numbered part of a document, with an address of its own.
type Article struct {
	ID    ID     `yaml:"id" is:"public required"`
	Title string `yaml:"title" is:"public"`
	Text  string `yaml:"text" is:"public"`
}

// A Visa is a text that an act rests upon.
type Visa struct {
	Text string `yaml:"text" is:"public required"`
	URL  URL    `yaml:"url" is:"public"`
}

// An OperativePart is what an act decides, approves or orders.
type OperativePart struct {
	Verb      string `yaml:"verb" is:"public required"`
	Text      string `yaml:"text" is:"public required"`
	Addressee string `yaml:"addressee" is:"public"`
}

// A Signature is whose name an act bears.
type Signature struct {
	Name         string `yaml:"name" is:"public required"`
	Quality      string `yaml:"quality" is:"public"`
	ByDelegation bool   `yaml:"by_delegation" is:"public"`
}

// Dated is the best known date of the document: adopted, sat, sent, or its
// year.
func (d *Document) Dated() Date {
	for _, date := range []Date{d.AdoptedOn, d.Sitting, d.SentOn} {
		if !date.IsZero() {
			return date
		}
	}
	return Date{Year: int16(d.Year)}
}

func newestDocument(a, b *Document) int { return cmp.Compare(b.Dated().First(), a.Dated().First()) }
