package council

import "cmp"

// An Opinion is what the council adopts and addresses to somebody: an opinion
// in the strict sense, a report, a motion, a programme.
type Opinion struct {
	Entry
	Title           string              `yaml:"title" is:"public required"`
	Number          string              `yaml:"number" is:"public"`
	Kind            OpinionKind         `yaml:"kind" is:"public required"`
	Status          OpinionStatus       `yaml:"status" is:"public required"`
	Referral        *Referral           `yaml:"referral" is:"public"`
	Session         Ref[Session]        `yaml:"session" is:"public"` // where it was adopted
	Workshops       []Ref[Workshop]     `yaml:"workshops" is:"public"`
	Rapporteurs     []Ref[Member]       `yaml:"rapporteurs" is:"public"`
	AdoptedOn       Date                `yaml:"adopted_on" is:"public"`
	Vote            *Vote               `yaml:"vote" is:"public"` // nil: not communicated
	Recommendations []Recommendation    `yaml:"recommendations" is:"public"`
	Deliveries      []Delivery          `yaml:"deliveries" is:"public"`
	Responses       []Response          `yaml:"responses" is:"public"`
	Contributions   *Contributions      `yaml:"contributions" is:"public"`
	Signatories     []Ref[Organisation] `yaml:"signatories" is:"public"`
	Supersedes      []Ref[Opinion]      `yaml:"supersedes" is:"public"`
	Errata          []Erratum           `yaml:"errata" is:"public"`
}

func (*Opinion) Collection() string { return "opinions" }
func (o *Opinion) Label() string    { return o.Title }

// OpinionKind is the form that the council's advice takes.
type OpinionKind string

func (OpinionKind) Words() []string {
	return []string{"opinion", "recommendation", "report", "motion", "contribution", "programme", "activity-report"}
}

// OpinionStatus is what became of the text.
type OpinionStatus string

func (OpinionStatus) Words() []string {
	return []string{"adopted", "rejected", "withdrawn", "superseded"}
}

// A Referral is what made the council examine a question.
type Referral struct {
	Origin    ReferralOrigin    `yaml:"origin" is:"public required"`
	By        Ref[Organisation] `yaml:"by" is:"public"`
	On        Date              `yaml:"on" is:"public"`
	Reference string            `yaml:"reference" is:"public"`
	Due       Date              `yaml:"due" is:"public deadline"`
}

// ReferralOrigin is who raised the question: the council itself, or an
// authority.
type ReferralOrigin string

func (ReferralOrigin) Words() []string { return []string{"self", "authority"} }

// A Vote counts voices. A count that nobody communicated is nil, never 0.
type Vote struct {
	For         *int     `yaml:"for" is:"public"`
	Against     *int     `yaml:"against" is:"public"`
	Abstentions *int     `yaml:"abstentions" is:"public"`
	NotVoting   *int     `yaml:"not_voting" is:"public"`
	Mode        VoteMode `yaml:"mode" is:"public"`
}

// VoteMode is how voices were given.
type VoteMode string

func (VoteMode) Words() []string {
	return []string{"show-of-hands", "secret-ballot", "roll-call", "consensus"}
}

// Cast is the number of voices for, against or abstaining; false when one of
// them is not known.
func (v *Vote) Cast() (int, bool) {
	if v == nil || v.For == nil || v.Against == nil || v.Abstentions == nil {
		return 0, false
	}
	return *v.For + *v.Against + *v.Abstentions, true
}

// Unanimous tells whether every voice cast was for.
func (v *Vote) Unanimous() bool {
	cast, known := v.Cast()
	return known && cast > 0 && *v.For == cast
}

// A Delivery is when the text was handed over.
type Delivery struct {
	To    Ref[Organisation] `yaml:"to" is:"public required"`
	On    Date              `yaml:"on" is:"public"`
	Proof string            `yaml:"proof" is:"public"`
}

// A Response is what an addressee answered.
type Response struct {
	From       Ref[Organisation] `yaml:"from" is:"public required"`
	On         Date              `yaml:"on" is:"public"`
	Text       string            `yaml:"text" is:"public"`
	Attachment FileName          `yaml:"attachment" is:"public"`
}

// Contributions counts what the public sent in, and how.
type Contributions struct {
	Count  *int   `yaml:"count" is:"public"`
	Source string `yaml:"source" is:"public"`
}

// An Erratum corrects a published text in the open.
type Erratum struct {
	On   Date   `yaml:"on" is:"public required"`
	Text string `yaml:"text" is:"public required"`
}

func newestOpinion(a, b *Opinion) int {
	return cmp.Or(cmp.Compare(b.AdoptedOn.First(), a.AdoptedOn.First()), cmp.Compare(b.Number, a.Number))
}
