package page

import (
	"html/template"

	"greffe/generator/council"
)

// Member is a link to a member's page; nothing if the member is not published.
func (v *View) Member(ref council.Ref[council.Member]) template.HTML {
	return v.Link(v.Members.Find(ref))
}

// Organisation is a link to an organisation's page.
func (v *View) Organisation(ref council.Ref[council.Organisation]) template.HTML {
	return v.Link(v.Organisations.Find(ref))
}

// Someone is a link to a member, or a name.
func (v *View) Someone(who council.Someone) template.HTML {
	if ref, isID := who.Member(); isID {
		return v.Member(ref)
	}
	return safe(escape(v.Text(string(who))))
}

// Actor is a link to a member or to an organisation.
func (v *View) Actor(actor council.Actor) template.HTML {
	if link := v.Member(council.Ref[council.Member](actor)); link != "" {
		return link
	}
	return v.Organisation(council.Ref[council.Organisation](actor))
}

// Name is what people call an entry of the settings: a role, a college; the
// empty text if there is none.
func (v *View) Name(entity council.Entity) string {
	if isNil(entity) {
		return ""
	}
	return v.entityLabel(entity)
}

// Proposed is on whose proposal a mandate was given; nothing if it is not known.
func (v *View) Proposed(mandate *council.Mandate) string {
	if mandate.OnProposalOf == "" {
		return ""
	}
	return v.T("member.proposed", "who", mandate.OnProposalOf)
}

// Territory is where an office is held: its code or its name.
func (v *View) Territory(code string) string {
	if code == "" {
		return ""
	}
	return v.T("pages.territory", "code", code)
}

// SessionState says what became of a session, and whether it is past: a planned
// one may have gone by without anybody saying that it was held.
func (v *View) SessionState(session *council.Session) string {
	state := v.Word(session.Status)
	if session.Status != council.Planned {
		return state
	}
	if session.Start.Over(v.AsOf) {
		return v.T("session.planned_past", "state", state)
	}
	return v.T("session.planned_coming")
}
