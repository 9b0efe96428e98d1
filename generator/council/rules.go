package council

// Rules are what a council has ruled for itself, each with the text that it
// comes from. What no text states is left out, and stays unspecified.
type Rules struct {
	Size        []SizeRule       `yaml:"size" is:"public"`
	Term        *TermRule        `yaml:"term" is:"public"`
	Appointment *AppointmentRule `yaml:"appointment" is:"public"`
	Parity      *ParityRule      `yaml:"parity" is:"public"`
	Absence     *AbsenceRule     `yaml:"absence" is:"public"`
	Proxy       *ProxyRule       `yaml:"proxy" is:"public"`
	Quorum      *QuorumRule      `yaml:"quorum" is:"public"`
	Meetings    *MeetingsRule    `yaml:"meetings" is:"public"`
	Documents   []DocumentRule   `yaml:"documents" is:"public"`
	Referrals   *ReferralsRule   `yaml:"referrals" is:"public"`
	Publicity   []PublicityRule  `yaml:"publicity" is:"public"`
}

// RuleSource is where a rule is written, and how grave a breach is.
type RuleSource struct {
	Source   string       `yaml:"source" is:"public"`
	Severity RuleSeverity `yaml:"severity" is:"public"`
}

// RuleSeverity is how a breach of a council's own rule is told.
type RuleSeverity string

func (RuleSeverity) Words() []string { return []string{"information", "warning", "error"} }

// A SizeRule limits how many people hold a mandate at once in its scope: a body
// or a category.
type SizeRule struct {
	Exact int    `yaml:"exact" is:"public"`
	Max   int    `yaml:"max" is:"public"`
	Min   int    `yaml:"min" is:"public"`
	Scope string `yaml:"scope" is:"public"` // the id of a body or of a category
	RuleSource
}

// A TermRule limits how long a mandate lasts and how often it is renewed.
type TermRule struct {
	Years    int      `yaml:"years" is:"public"`
	Renewals Renewals `yaml:"renewals" is:"public"`
	Scope    string   `yaml:"scope" is:"public"`
	RuleSource
}

// An AppointmentRule says how members come to sit.
type AppointmentRule struct {
	Modes        []Appointment `yaml:"modes" is:"public"`
	By           string        `yaml:"by" is:"public"`
	OnProposalOf string        `yaml:"on_proposal_of" is:"public"`
	RuleSource
}

// A ParityRule says how near to the target share of women a body should be.
type ParityRule struct {
	Target    float64 `yaml:"target" is:"public"`
	Tolerance float64 `yaml:"tolerance" is:"public"`
	RuleSource
}

// An AbsenceRule says after how many consecutive absences a member is deemed to
// have resigned, and who decides it.
type AbsenceRule struct {
	Consecutive int           `yaml:"consecutive" is:"public required"`
	Kinds       []SessionKind `yaml:"kinds" is:"public"`
	DecidedBy   string        `yaml:"decided_by" is:"public"`
	RuleSource
}

// A ProxyRule says whether a member may be represented.
type ProxyRule struct {
	Allowed bool `yaml:"allowed" is:"public required"`
	Max     int  `yaml:"max" is:"public"` // proxies that one member may hold
	RuleSource
}

// A QuorumRule says how many members must take part; never assumed.
type QuorumRule struct {
	Number int     `yaml:"number" is:"public"`
	Share  float64 `yaml:"share" is:"public"` // of the members of the body that day
	RuleSource
}

// A MeetingsRule says how often a council meets.
type MeetingsRule struct {
	Minimum int           `yaml:"minimum" is:"public required"`
	Every   Period        `yaml:"every" is:"public required"`
	Kinds   []SessionKind `yaml:"kinds" is:"public"`
	RuleSource
}

// Period is a stretch of the calendar.
type Period string

func (Period) Words() []string { return []string{"year", "half-year", "quarter", "month"} }

// A DocumentRule asks for a document.
type DocumentRule struct {
	Kind   DocumentKind      `yaml:"kind" is:"public required"`
	Every  Period            `yaml:"every" is:"public"`
	Public *bool             `yaml:"public" is:"public"`
	SentTo Ref[Organisation] `yaml:"sent_to" is:"public"`
	RuleSource
}

// A ReferralsRule says who may ask the council for advice.
type ReferralsRule struct {
	Origins []string `yaml:"origins" is:"public"` // "self", or the id of an organisation
	RuleSource
}

// A PublicityRule says what of the council's life is public.
type PublicityRule struct {
	Subject string `yaml:"subject" is:"public required"`
	Public  bool   `yaml:"public" is:"public required"`
	RuleSource
}
