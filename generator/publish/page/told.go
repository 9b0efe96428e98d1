package page

import (
	"html/template"
	"strings"

	"greffe/generator/council"
)

// What the layouts of lists ask about the things that they list.

// Seats are the mandates that say best where a member sits: those of today, or
// the latest.
func (v *View) Seats(member *council.Member) []*council.Mandate {
	var seats []*council.Mandate
	for i := range member.Mandates {
		if member.Mandates[i].On(v.AsOf.First()) {
			seats = append(seats, &member.Mandates[i])
		}
	}
	if last := member.LastMandate(); len(seats) == 0 && last != nil {
		seats = append(seats, last)
	}
	return seats
}

// SessionName is what a session is without its title: "Séance plénière n° 7".
func (v *View) SessionName(session *council.Session) string {
	return v.Numbered(v.Word(session.Kind), session.Number)
}

// SessionNote is what a list must say of a session beside its date: that it is
// to come, or that it was called off; nothing of one that was held.
func (v *View) SessionNote(session *council.Session) string {
	switch {
	case session.Status == council.Held:
		return ""
	case session.Status == council.Planned && !session.Start.Over(v.AsOf):
		return v.SessionState(session)
	}
	return v.T("list.sessions.status", "state", v.SessionState(session))
}

// LastStep is the latest step of a recommendation's follow-up, or nil.
func (v *View) LastStep(r council.FollowedUp) *council.Update {
	var last *council.Update
	for i := range r.Updates {
		if last == nil || r.Updates[i].On.First() >= last.On.First() {
			last = &r.Updates[i]
		}
	}
	return last
}

// Step says one step of a follow-up: its date, the status that it brought, the
// note, and what shows it.
func (v *View) Step(update *council.Update) template.HTML {
	said := v.Join(v.Date(update.On), v.Word(update.Status))
	for _, part := range []template.HTML{v.Show(update.Note), v.Outside(update.Evidence, v.T("register.evidence")), v.sourced(update.Source)} {
		if part != "" {
			said += ". " + safe(strings.TrimSuffix(string(part), "."))
		}
	}
	return said
}

func (v *View) sourced(source string) template.HTML {
	if source == "" {
		return ""
	}
	return v.Say("register.source", "source", v.Source(source))
}

// CSV is the address of a table of the open data.
func (v *View) CSV(table string) string { return v.Asset("data/v1/" + table + ".csv") }

// CallState tells whether one may still answer a call: "open", "closed" or
// "coming".
func (v *View) CallState(call *council.Call) string {
	switch {
	case call.Open(v.AsOf):
		return "open"
	case !call.OpensOn.IsZero() && v.AsOf.First() < call.OpensOn.First():
		return "coming"
	}
	return "closed"
}

// Brief is what a document says of itself, in plain words if it has them.
func (v *View) Brief(entry *council.Entry) string {
	if entry.PlainSummary != "" {
		return v.Text(oneLine(entry.PlainSummary))
	}
	return v.Text(oneLine(entry.Summary))
}

// FoundingAct is the act's title, as a link to its document or to its address.
func (v *View) FoundingAct(act council.FoundingAct) template.HTML {
	if document := v.Documents.Find(act.Document); document != nil {
		return v.To(document, v.Text(act.Title))
	}
	if act.URL != "" {
		return v.Outside(act.URL, v.Text(act.Title))
	}
	return v.Show(act.Title)
}

// GapTitle is what a gap is about: a rule, by its name, or the editor's own
// words.
func (v *View) GapTitle(subject string) string {
	if v.publisher.Words.Has("fields.rules." + subject + ".title") {
		return v.Field("rules." + subject)
	}
	return v.Upper(v.Text(subject))
}

// SectionLink is a link to a section of the site.
func (v *View) SectionLink(section string) template.HTML {
	return v.linkTo(v.Href(section), v.SectionTitle(section))
}

// AccessibilityEmail is where to write about what cannot be read: the address
// set for that, or the council's own.
func (v *View) AccessibilityEmail() council.Email {
	if a := v.Settings.Accessibility; a != nil && a.Contact != "" {
		return a.Contact
	}
	if contact := v.Current(v.Settings.Contact); contact != nil {
		return contact.Email
	}
	return ""
}
