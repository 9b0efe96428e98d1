package page

import (
	"cmp"
	"slices"

	"greffe/generator/council"
	"greffe/generator/site"
)

// memberPage is a person: who they are, where they sit and what they did there.
type memberPage struct {
	*council.Member
	Sits     bool               // today
	Line     []*council.Mandate // the latest first
	Sessions []participation
	Recorded int // sessions held that say whether the member took part
	Took     int // those in which they did
	Hearings []hearing
	Groups   []group
}

// A participation is a member's part in a session.
type participation struct {
	*council.Session
	Presence council.Presence
}

func memberPages(p *Publisher) site.Part {
	return eachOf(p, "member", "members", &p.Council.Members, func(v *View, member *council.Member) {
		page := &memberPage{Member: member, Sits: member.Sits(v.AsOf.First())}
		for _, session := range council.Citing[council.Session](v.Council, member, "attendance") {
			presence := session.Took(council.Ref[council.Member](member.ID))
			page.Sessions = append(page.Sessions, participation{session, presence})
			if session.Status == council.Held {
				page.Recorded++
				if presence.TookPart() {
					page.Took++
				}
			}
		}
		for i := range member.Mandates {
			page.Line = append(page.Line, &member.Mandates[i])
		}
		slices.SortStableFunc(page.Line, func(a, b *council.Mandate) int { return cmp.Compare(b.Start.First(), a.Start.First()) })
		page.Hearings = v.hearings(member, func(h *council.Hearing) bool { return string(h.Person) == member.ID })
		page.Groups = groups(
			v.group("Opinions", "member.opinions", citing[council.Opinion](v, member, "rapporteurs")),
			v.group("Leads", "member.leads", citing[council.Workshop](v, member, "lead")),
			v.group("Workshops", "member.workshops", citing[council.Workshop](v, member, "members")),
			v.group("Reports", "member.reports", citing[council.Session](v, member, "agenda")),
			v.group("Guest", "member.guest", citing[council.Session](v, member, "guests", "facilitators")),
			v.group("Convened", "member.convened", citing[council.Session](v, member, "convened_by")),
			v.group("Commitments", "member.commitments", citing[council.News](v, member, "commitments")),
		)
		v.Page = page
		if v.Description == "" {
			v.Description = v.memberDescription(member)
		}
	})
}

// memberDescription says who somebody is, for a list of results.
func (v *View) memberDescription(member *council.Member) string {
	if mandate := member.MandateOn(v.AsOf.First()); mandate != nil {
		if role := v.Roles.Find(mandate.Role); role != nil {
			return v.T("member.description", "name", member.Name, "role", v.Name(role), "council", v.Settings.Name)
		}
	}
	return v.T("member.description_plain", "name", member.Name, "council", v.Settings.Name)
}

// MandateState says whether a mandate has begun, runs or is over: "coming",
// "running" or "over"; "" if its dates do not tell.
func (v *View) MandateState(mandate *council.Mandate) string {
	today := v.AsOf.First()
	switch {
	case !mandate.End.IsZero() && mandate.End.Last() < today:
		return "over"
	case mandate.Start.IsZero():
		return ""
	case mandate.Start.First() > today:
		return "coming"
	}
	return "running"
}
