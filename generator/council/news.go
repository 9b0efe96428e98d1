package council

// News is what the council tells: a press release, an article, an interview, a
// call for candidates.
type News struct {
	Entry
	Title       string              `yaml:"title" is:"public required"`
	Kind        NewsKind            `yaml:"kind" is:"public required"`
	Date        Moment              `yaml:"date" is:"public required"`
	Place       string              `yaml:"place" is:"public"`
	Standfirst  string              `yaml:"standfirst" is:"public"`
	Signatories []Ref[Organisation] `yaml:"signatories" is:"public"`
	Commitments []Commitment        `yaml:"commitments" is:"public"`
	Speaker     *Speaker            `yaml:"speaker" is:"public"`
	Quotes      []Quote             `yaml:"quotes" is:"public"`
	Series      Ref[Series]         `yaml:"series" is:"public"`
	Event       Ref[Session]        `yaml:"event" is:"public"`
	Call        *Call               `yaml:"call" is:"public"`
}

func (*News) Collection() string { return "news" }
func (n *News) Label() string    { return n.Title }

// NewsKind is the form of a piece of news.
type NewsKind string

func (NewsKind) Words() []string {
	return []string{"press-release", "article", "interview", "call"}
}

// A Commitment is what a signatory promised.
type Commitment struct {
	Author  Actor            `yaml:"author" is:"public required"`
	Text    string           `yaml:"text" is:"public required"`
	Status  CommitmentStatus `yaml:"status" is:"public"`
	Due     Date             `yaml:"due" is:"public deadline"`
	Updates []Update         `yaml:"updates" is:"public"`
}

// CommitmentStatus is what became of a promise.
type CommitmentStatus string

func (CommitmentStatus) Words() []string { return []string{"open", "kept", "abandoned"} }

// A Speaker is the person whom an interview lets speak.
type Speaker struct {
	Name         string            `yaml:"name" is:"public required"`
	Office       string            `yaml:"office" is:"public"`
	Organisation Ref[Organisation] `yaml:"organisation" is:"public"`
	Territory    string            `yaml:"territory" is:"public"`
	Offices      []Office          `yaml:"offices" is:"public"`
	Award        *Award            `yaml:"label" is:"public"`
}

// An Award is the label that a territory bears: so many marks, in a year.
type Award struct {
	Level   int    `yaml:"level" is:"public"`
	Year    int    `yaml:"year" is:"public"`
	Mention string `yaml:"mention" is:"public"`
}

// A Quote is what somebody said, to the letter or in substance.
type Quote struct {
	By   string    `yaml:"by" is:"public required"`
	Kind QuoteKind `yaml:"kind" is:"public required"`
	Text string    `yaml:"text" is:"public required"`
}

// QuoteKind is how close a quote is to what was said.
type QuoteKind string

func (QuoteKind) Words() []string { return []string{"verbatim", "summary"} }

// A Call asks people to come forward.
type Call struct {
	OpensOn     Date         `yaml:"opens_on" is:"public"`
	ClosesOn    Date         `yaml:"closes_on" is:"public deadline"`
	Seats       int          `yaml:"seats" is:"public"`
	Eligibility []string     `yaml:"eligibility" is:"public"`
	Channels    []string     `yaml:"channels" is:"public"`
	Criteria    []string     `yaml:"criteria" is:"public"`
	Draw        Ref[Session] `yaml:"draw" is:"public"`
}

// Open tells whether candidates may still come forward.
func (c *Call) Open(asOf Moment) bool {
	opened := c.OpensOn.IsZero() || c.OpensOn.First() <= asOf.First()
	return opened && (c.ClosesOn.IsZero() || asOf.First() <= c.ClosesOn.Last())
}

func newestNews(a, b *News) int { return b.Date.Compare(a.Date) }
