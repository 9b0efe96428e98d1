package council

import "cmp"

// A Session is a meeting of the council, of one of its bodies or open to all,
// with its agenda, who was there and its minutes (the body of the document).
type Session struct {
	Entry
	Title        string              `yaml:"title" is:"public required"`
	Number       string              `yaml:"number" is:"public"`
	OfBody       Ref[Body]           `yaml:"body" is:"public"` // empty: the council
	Kind         SessionKind         `yaml:"kind" is:"public required"`
	Status       SessionStatus       `yaml:"status" is:"public required"`
	Start        Moment              `yaml:"start" is:"public required"`
	End          Moment              `yaml:"end" is:"public"`
	Place        *Place              `yaml:"place" is:"public"`
	Audience     Audience            `yaml:"audience" is:"public"`
	Parent       Ref[Session]        `yaml:"parent" is:"public"`
	Series       Ref[Series]         `yaml:"series" is:"public"`
	Edition      int                 `yaml:"edition" is:"public"`
	Organisers   []Ref[Organisation] `yaml:"organisers" is:"public"`
	ConvenedBy   Actor               `yaml:"convened_by" is:"public"`
	ConvenedOn   Date                `yaml:"convened_on" is:"public"`
	Agenda       []AgendaItem        `yaml:"agenda" is:"public"`
	Attendance   *Attendance         `yaml:"attendance" is:"public"` // nil: not recorded
	Guests       []Guest             `yaml:"guests" is:"public"`
	Facilitators []Guest             `yaml:"facilitators" is:"public"`
	Minutes      *Minutes            `yaml:"minutes" is:"public"`
	Recording    *Recording          `yaml:"recording" is:"public"`
}

func (*Session) Collection() string { return "sessions" }
func (s *Session) Label() string    { return s.Title }

// SessionKind is what a meeting is.
type SessionKind string

func (SessionKind) Words() []string {
	return []string{"plenary", "bureau", "launch", "public-meeting", "hearing", "draw", "congress", "meeting", "event"}
}

// SessionStatus is what became of a meeting.
type SessionStatus string

const (
	Planned   SessionStatus = "planned"
	Held      SessionStatus = "held"
	Cancelled SessionStatus = "cancelled"
	Postponed SessionStatus = "postponed"
)

func (SessionStatus) Words() []string {
	return []string{string(Planned), string(Held), string(Cancelled), string(Postponed)}
}

// Audience is who may come.
type Audience string

func (Audience) Words() []string { return []string{"public", "members"} }

// A Place is where people meet, or the address where they follow from afar.
type Place struct {
	Name    string `yaml:"name" is:"public"`
	Address string `yaml:"address" is:"public"`
	Online  URL    `yaml:"online" is:"public"`
}

// An AgendaItem is one point of a session's agenda.
type AgendaItem struct {
	Title       string        `yaml:"title" is:"public required"`
	Kind        AgendaKind    `yaml:"kind" is:"public"`
	Opinion     Ref[Opinion]  `yaml:"opinion" is:"public"`
	Rapporteurs []Ref[Member] `yaml:"rapporteurs" is:"public"`
	Decision    string        `yaml:"decision" is:"public"`
}

// AgendaKind is what is asked of the members.
type AgendaKind string

func (AgendaKind) Words() []string { return []string{"information", "debate", "vote"} }

// Attendance is who was there, as the secretariat recorded it. A member of the
// body that day who is in no list is not recorded, which is not absent.
type Attendance struct {
	Present     []Ref[Member] `yaml:"present" is:"public"`
	Remote      []Ref[Member] `yaml:"remote" is:"public"`
	Excused     []Ref[Member] `yaml:"excused" is:"public"`
	Absent      []Ref[Member] `yaml:"absent" is:"public"`
	Represented []Ref[Member] `yaml:"represented" is:"public"`
}

// A Guest takes part without a seat, or with another's words.
type Guest struct {
	Name         string            `yaml:"name" is:"public"`
	Person       Someone           `yaml:"person" is:"public"`
	Office       string            `yaml:"office" is:"public"`
	Organisation Ref[Organisation] `yaml:"organisation" is:"public"`
	OnBehalfOf   Ref[Organisation] `yaml:"on_behalf_of" is:"public"`
}

// Who is the guest's name or member id.
func (g *Guest) Who() Someone { return cmp.Or(g.Person, Someone(g.Name)) }

// Minutes says what the body of the document is worth.
type Minutes struct {
	Status     MinutesStatus `yaml:"status" is:"public required"`
	ApprovedIn Ref[Session]  `yaml:"approved_in" is:"public"`
}

// MinutesStatus is whether the members have approved the minutes.
type MinutesStatus string

func (MinutesStatus) Words() []string { return []string{"draft", "approved"} }

// A Recording is the sound or the picture of a session.
type Recording struct {
	URL        URL      `yaml:"url" is:"public required"`
	Transcript FileName `yaml:"transcript" is:"public"`
	Captions   bool     `yaml:"captions" is:"public"`
	Speechless bool     `yaml:"speechless" is:"public"` // nobody speaks in it, so that no caption is missing
}

func newestSession(a, b *Session) int { return b.Start.Compare(a.Start) }

// Upcoming tells whether the session is still to come as of a moment.
func (s *Session) Upcoming(asOf Moment) bool {
	return s.Status == Planned && !s.Start.Over(asOf)
}
