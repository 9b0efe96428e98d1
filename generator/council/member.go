package council

import "cmp"

// A Member is a person, with or without mandates.
type Member struct {
	Entry
	Name            string            `yaml:"name" is:"public required"`
	FamilyName      string            `yaml:"family_name" is:"public"`
	Profession      string            `yaml:"profession" is:"public"`
	Profile         Ref[Profile]      `yaml:"profile" is:"public"`
	Organisation    Ref[Organisation] `yaml:"organisation" is:"public"`
	District        Ref[District]     `yaml:"district" is:"public"`
	Links           []Link            `yaml:"links" is:"public"`
	Mandates        []Mandate         `yaml:"mandates" is:"public"`
	Offices         []Office          `yaml:"offices" is:"public"`
	Interests       []Interest        `yaml:"interests" is:"public"`
	CharterSignedOn Date              `yaml:"charter_signed_on" is:"public"`
	Minor           Private[bool]     `yaml:"minor" is:"private"`
	Email           Private[Email]    `yaml:"email" is:"private"`
}

func (*Member) Collection() string { return "members" }
func (m *Member) Label() string    { return m.Name }

// A Link leads out of the site.
type Link struct {
	Label string `yaml:"label" is:"public required"`
	URL   URL    `yaml:"url" is:"public required"`
}

// A Mandate is a seat held in a body for a time.
type Mandate struct {
	Body         Ref[Body]     `yaml:"body" is:"public required"`
	Role         Ref[Role]     `yaml:"role" is:"public"`
	College      Ref[College]  `yaml:"college" is:"public"`
	Category     Ref[Category] `yaml:"category" is:"public"`
	Start        Date          `yaml:"start" is:"public"`        // empty: not communicated
	End          Date          `yaml:"end" is:"public deadline"` // inclusive; empty: open, or not communicated
	Term         int           `yaml:"term" is:"public"`         // the rank of the mandate: 1 for a first one
	Appointment  Appointment   `yaml:"appointment" is:"public"`
	OnProposalOf string        `yaml:"on_proposal_of" is:"public"`
	Act          string        `yaml:"act" is:"public"`
	NotifiedOn   Date          `yaml:"notified_on" is:"public"`
	EndReason    EndReason     `yaml:"end_reason" is:"public"`
}

// Appointment is how somebody came to sit.
type Appointment string

func (Appointment) Words() []string {
	return []string{"appointed", "drawn", "elected", "ex-officio"}
}

// EndReason is why a mandate ended. Only an act ends one, never a rule.
type EndReason string

func (EndReason) Words() []string {
	return []string{"term", "resigned", "resigned-ex-officio", "replaced", "deceased", "other"}
}

// On tells whether the mandate is held on a day. A bound that is not known
// does not exclude.
func (m *Mandate) On(day Day) bool {
	return (m.Start.IsZero() || m.Start.First() <= day) && (m.End.IsZero() || day <= m.End.Last())
}

// An Office is held outside the council.
type Office struct {
	Title        string            `yaml:"title" is:"public required"`
	Organisation Ref[Organisation] `yaml:"organisation" is:"public"`
	Territory    string            `yaml:"territory" is:"public"` // its code, where it has one
	Since        Date              `yaml:"since" is:"public"`
	Until        Date              `yaml:"until" is:"public deadline"`
}

// An Interest is one that the member declared.
type Interest struct {
	Organisation Ref[Organisation] `yaml:"organisation" is:"public"`
	Nature       string            `yaml:"nature" is:"public required"`
	Since        Date              `yaml:"since" is:"public"`
	Until        Date              `yaml:"until" is:"public deadline"`
}

// byName orders people as a directory does: by family name, then by the whole
// name, whatever the accents.
func byName(a, b *Member) int {
	if order := cmp.Compare(Fold(a.SortName()), Fold(b.SortName())); order != 0 {
		return order
	}
	return cmp.Compare(Fold(a.Name), Fold(b.Name))
}

// SortName is the name under which a directory lists the member.
func (m *Member) SortName() string { return cmp.Or(m.FamilyName, m.Name) }
