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
	most := len(a.Present) + len(a.Remote) + len(a.Represented) + len(a.Excused) + len(a.Absent)
	attendees := slices.Grow([]Attendee(nil), most)
	listed := make(map[string]bool, most)
	for _, list := range []struct {
		presence Presence
		members  []Ref[Member]
	}{
		{Present, a.Present}, {Remote, a.Remote}, {Represented, a.Represented}, {Excused, a.Excused}, {Absent, a.Absent},
	} {
		for _, ref := range list.members {
			if member := c.Members.Find(ref); member != nil && !listed[member.ID] {
				listed[member.ID] = true
				attendees = append(attendees, Attendee{member, list.presence})
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
	a := s.Attendance
	for _, list := range []struct {
		presence Presence
		members  []Ref[Member]
	}{
		{Present, a.Present}, {Remote, a.Remote}, {Represented, a.Represented}, {Excused, a.Excused}, {Absent, a.Absent},
	} {
		for _, listed := range list.members {
			if listed == member {
				return list.presence
			}
		}
	}
	return NotRecorded
}
