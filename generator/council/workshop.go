package council

import "cmp"

// A Workshop is a group that works on a subject between sessions.
type Workshop struct {
	Entry
	Title           string           `yaml:"title" is:"public required"`
	Status          WorkshopStatus   `yaml:"status" is:"public required"`
	Start           Date             `yaml:"start" is:"public"`
	End             Date             `yaml:"end" is:"public"`
	Lead            Ref[Member]      `yaml:"lead" is:"public"`
	Members         []Ref[Member]    `yaml:"members" is:"public"`
	ExternalMembers []ExternalMember `yaml:"external_members" is:"public"`
	Meetings        []Meeting        `yaml:"meetings" is:"public"`
	Hearings        []Hearing        `yaml:"hearings" is:"public"`
	Sessions        []Ref[Session]   `yaml:"sessions" is:"public"` // those whose contributions feed it
}

func (*Workshop) Collection() string { return "workshops" }
func (w *Workshop) Label() string    { return w.Title }

// WorkshopStatus is how far the work has come.
type WorkshopStatus string

func (WorkshopStatus) Words() []string {
	return []string{"launched", "working", "concluded", "suspended"}
}

// An ExternalMember works in a workshop without sitting in the council.
type ExternalMember struct {
	Name         string            `yaml:"name" is:"public required"`
	Quality      string            `yaml:"quality" is:"public"`
	Organisation Ref[Organisation] `yaml:"organisation" is:"public"`
}

// A Meeting is one of a workshop's own.
type Meeting struct {
	On    Moment `yaml:"on" is:"public required"`
	Place string `yaml:"place" is:"public"`
	Title string `yaml:"title" is:"public"`
}

// A Hearing is when a qualified person was heard.
type Hearing struct {
	On           Moment            `yaml:"on" is:"public required"`
	Person       Someone           `yaml:"person" is:"public"`
	Name         string            `yaml:"name" is:"public"`
	Quality      string            `yaml:"quality" is:"public"`
	Organisation Ref[Organisation] `yaml:"organisation" is:"public"`
	Subject      string            `yaml:"subject" is:"public"`
	Opinion      Ref[Opinion]      `yaml:"opinion" is:"public"`
}

// Who is the name or member id of the person heard.
func (h *Hearing) Who() Someone { return cmp.Or(h.Person, Someone(h.Name)) }

func newestWorkshop(a, b *Workshop) int { return cmp.Compare(b.Start.First(), a.Start.First()) }
