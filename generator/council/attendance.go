package council

import "slices"

// Presence is how a member took part in a session.
type Presence uint8

const (
	NotRecorded Presence = iota // nobody wrote it down; not the same as absent
	Present
	Remote
	Represented
	Excused
	Absent
)

var presences = [...]string{"not-recorded", "present", "remote", "represented", "excused", "absent"}

// String is the stable English word of the tables.
func (p Presence) String() string { return presences[p] }

// Presences are all of them, in the order in which a page lists them.
func Presences() []Presence {
	return []Presence{Present, Remote, Represented, Excused, Absent, NotRecorded}
}

// TookPart tells whether the member's voice was there: in the room, from afar,
// or given to another.
func (p Presence) TookPart() bool { return p == Present || p == Remote || p == Represented }

// A PresenceList is who took part in one way. Its key in the attendance is the
// presence's word.
type PresenceList struct {
	Presence Presence
	Members  []Ref[Member]
}

// Lists are those of an attendance: a member counts for the first that has them.
func (a *Attendance) Lists() [5]PresenceList {
	return [...]PresenceList{
		{Present, a.Present}, {Remote, a.Remote}, {Represented, a.Represented}, {Excused, a.Excused}, {Absent, a.Absent},
	}
}

// Recorded is how many names an attendance holds.
func (a *Attendance) Recorded() int {
	return len(a.Present) + len(a.Remote) + len(a.Represented) + len(a.Excused) + len(a.Absent)
}

// An Attendee is a member and how they took part.
type Attendee struct {
	Member   *Member
	Presence Presence
}

// Attendees lists the members whose attendance the session records, then the
// members of its body that day who are in no list, as not recorded. It is nil
// when the session's attendance was not recorded at all, or when the session
// was not held. The list is shared.
func (c *Council) Attendees(session *Session) []Attendee {
	if session.Attendance == nil || session.Status != Held {
		return nil
	}
	c.reads.note("members", wholeCollection)
	if known, ok := c.rolls.Load(session.Attendance); ok { // its page, the figures and two tables ask
		return known.([]Attendee)
	}
	a := session.Attendance
	most := a.Recorded()
	attendees := slices.Grow([]Attendee(nil), most)
	listed := make(map[string]bool, most)
	for _, list := range a.Lists() {
		for _, ref := range list.Members {
			if member := c.Members.Find(ref); member != nil && !listed[member.ID] {
				listed[member.ID] = true
				attendees = append(attendees, Attendee{member, list.Presence})
			}
		}
	}
	for seat := range c.seated(session.OfBody, session.Start.First()) {
		if !listed[seat.Member.ID] {
			attendees = append(attendees, Attendee{seat.Member, NotRecorded})
		}
	}
	c.rolls.Store(session.Attendance, attendees)
	return attendees
}

// Count is how many attendees took part in one of the ways.
func Count(attendees []Attendee, ways ...Presence) int {
	n := 0
	for _, attendee := range attendees {
		for _, way := range ways {
			if attendee.Presence == way {
				n++
			}
		}
	}
	return n
}

// Took is how a member took part in a session that recorded it.
func (s *Session) Took(member Ref[Member]) Presence {
	if s.Attendance == nil {
		return NotRecorded
	}
	for _, list := range s.Attendance.Lists() {
		for _, listed := range list.Members {
			if listed == member {
				return list.Presence
			}
		}
	}
	return NotRecorded
}
