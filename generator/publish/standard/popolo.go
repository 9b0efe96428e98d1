package standard

import (
	"cmp"
	"encoding/json"
	"io"
	"strconv"
	"strings"
	"time"

	"greffe/generator/council"
	"greffe/generator/site"
)

const (
	popoloPath          = folder + "popolo.json"
	popoloSpecification = "http://www.popoloproject.com/specs/"
)

// Popolo is data/popolo.json: people, organisations, who sits where, meetings,
// and votes, for the applications that follow assemblies.
//
// Ids are those of the tables, after the name of their table: what is a person
// and what is an organisation share one file here. A membership always has its
// organisation, a vote its motion, and nobody's own vote is known: only counts.
func Popolo(b *site.Brief) []site.File {
	if !hosted(b) {
		return nil
	}
	return []site.File{{
		Path: popoloPath, MediaType: "application/json; charset=utf-8",
		Make: func(w io.Writer, c *council.Council) error {
			out := json.NewEncoder(w)
			out.SetEscapeHTML(false)
			out.SetIndent("", " ")
			return out.Encode(popoloOf(b, c))
		},
	}}
}

// An assembly is a Popolo file in the making.
type assembly struct {
	*popoloFile
	*council.Council
	addresses *site.Addresses
	zone      *time.Location
	posts     map[string]bool
}

func popoloOf(b *site.Brief, c *council.Council) *popoloFile {
	a := &assembly{
		// A list without anything in it is still a list.
		popoloFile: &popoloFile{
			Licence: site.LicenceIRI(c.Settings.Licence), Source: b.Addresses.Absolute(b.Addresses.Home()),
			Persons: []person{}, Organizations: []organization{}, Memberships: []membership{}, Posts: []post{},
			Events: []event{}, Areas: []area{}, Motions: []motion{}, VoteEvents: []voteEvent{},
		},
		Council: c, addresses: b.Addresses, zone: c.Settings.Timezone.Location(), posts: make(map[string]bool),
	}
	a.territory()
	for o := range c.Organisations.All() {
		a.organisation(o)
	}
	for body := range c.Bodies.All() {
		a.body(body)
	}
	for m := range c.Members.All() {
		a.member(m)
	}
	for session := range c.Sessions.All() {
		a.session(session)
	}
	for opinion := range c.Opinions.All() {
		a.opinion(opinion)
	}
	return a.popoloFile
}

// id tells an entity from all others of the file.
func id(entity council.Entity) string { return entity.Collection() + "/" + entity.Key() }

const self = "organisations/" + string(council.Self)

// source is the page of an entity.
func (a *assembly) source(entity council.Entity) []link {
	if address := a.addresses.Of(entity); address != "" {
		return []link{{URL: a.addresses.Absolute(address)}}
	}
	return nil
}

func (a *assembly) territory() {
	if t := a.Settings.Territory; t != nil {
		a.Areas = append(a.Areas, area{ID: areaID(t), Name: t.Name, Identifier: t.Code, Classification: string(t.Type)})
	}
}

func areaID(t *council.Territory) string {
	return "areas/" + cmp.Or(t.Code, strings.Join(strings.Fields(council.Fold(t.Name)), "-"))
}

func (a *assembly) organisation(o *council.Organisation) {
	made := organization{ID: id(o), Name: o.Name, Classification: string(o.Type), Sources: a.source(o)}
	if o.ShortName != "" {
		made.OtherNames = append(made.OtherNames, otherName{Name: o.ShortName})
	}
	names := o.AltNames
	if made.ID == self {
		s := a.Settings
		names = append(names[:len(names):len(names)], s.AltNames...)
		made.Abstract, made.FoundingDate = oneLine(s.Mission), s.Created.String()
		if s.Territory != nil {
			made.AreaID = areaID(s.Territory)
		}
	}
	for _, name := range names {
		made.OtherNames = append(made.OtherNames, otherName{name.Name, name.Source})
	}
	if o.SIREN != "" {
		made.Identifiers = append(made.Identifiers, identifier{"SIREN", o.SIREN})
	}
	if o.URL != "" {
		made.Links = append(made.Links, link{URL: string(o.URL)})
	}
	a.Organizations = append(a.Organizations, made)
}

// A body without a parent is a part of the council.
func (a *assembly) body(body *council.Body) {
	parent := self
	if of := a.Bodies.Find(body.Parent); of != nil {
		parent = id(of)
	}
	a.Organizations = append(a.Organizations, organization{
		ID: id(body), Name: body.Name, Classification: string(body.OfType), ParentID: parent,
		Abstract: oneLine(body.Description), Sources: a.source(body),
	})
}

func (a *assembly) member(m *council.Member) {
	made := person{
		ID: id(m), Name: m.Name, FamilyName: m.FamilyName, SortName: m.SortName(),
		Summary: cmp.Or(oneLine(m.Summary), m.Profession), Sources: a.source(m),
	}
	if image := council.Picture(m); image != nil {
		if file, ok := a.File(&m.Entry, image.File); ok {
			if picture := a.addresses.Picture(m, image.File, file, site.Portrait); picture != nil {
				made.Image = a.addresses.Absolute(picture.Address())
			}
		}
	}
	for _, l := range m.Links {
		made.Links = append(made.Links, link{string(l.URL), l.Label})
	}
	a.Persons = append(a.Persons, made)

	for i := range m.Mandates {
		mandate := &m.Mandates[i]
		if body := a.Bodies.Find(mandate.Body); body != nil {
			sits := membership{
				ID: made.ID + "/mandates/" + strconv.Itoa(i+1), PersonID: made.ID, OrganizationID: id(body),
				StartDate: mandate.Start.String(), EndDate: mandate.End.String(), Sources: made.Sources,
			}
			if role := a.Roles.Find(mandate.Role); role != nil {
				sits.Role, sits.PostID = role.Name, a.post(body, role)
			}
			a.Memberships = append(a.Memberships, sits)
		}
	}
	for i := range m.Offices {
		office := &m.Offices[i]
		if of := a.Organisations.Find(office.Organisation); of != nil {
			a.Memberships = append(a.Memberships, membership{
				ID: made.ID + "/offices/" + strconv.Itoa(i+1), PersonID: made.ID, OrganizationID: id(of), Role: office.Title,
				StartDate: office.Since.String(), EndDate: office.Until.String(), Sources: made.Sources,
			})
		}
	}
	if of := a.Organisations.Find(m.Organisation); of != nil {
		a.Memberships = append(a.Memberships, membership{
			ID: made.ID + "/organisation", PersonID: made.ID, OrganizationID: id(of), Sources: made.Sources,
		})
	}
}

// post is a role in a body; the first who holds it makes it known.
func (a *assembly) post(body *council.Body, role *council.Role) string {
	post := post{ID: id(body) + "/" + id(role), Label: role.Name + ", " + body.Name, Role: role.Name, OrganizationID: id(body)}
	if !a.posts[post.ID] {
		a.posts[post.ID] = true
		a.Posts = append(a.Posts, post)
	}
	return post.ID
}

func (a *assembly) session(s *council.Session) {
	made := event{
		ID: id(s), Name: s.Title, Description: oneLine(s.Summary), Status: string(s.Status), Classification: string(s.Kind),
		StartDate: a.when(s.Start), EndDate: a.when(s.End), OrganizationID: a.holder(s), Sources: a.source(s),
	}
	if s.Place != nil {
		made.Location = oneLine(strings.Trim(s.Place.Name+", "+s.Place.Address, ", "))
		made.Location = cmp.Or(made.Location, string(s.Place.Online))
	}
	if parent := a.Sessions.Find(s.Parent); parent != nil {
		made.ParentID = id(parent)
	}
	for _, there := range a.Attendees(s) {
		if there.Presence == council.Present || there.Presence == council.Remote {
			made.Attendees = append(made.Attendees, attendee{id(there.Member), there.Member.Name})
		}
	}
	a.Events = append(a.Events, made)
}

// holder is the organisation whose meeting it is.
func (a *assembly) holder(s *council.Session) string {
	if body := bodyOf(a.Council, s); body != nil {
		return id(body)
	}
	return self
}

// when is a moment in UTC; a date as it was written if its time is not known.
func (a *assembly) when(m council.Moment) string {
	if !m.Timed {
		return m.Date.String()
	}
	return m.In(a.zone).UTC().Format(time.RFC3339)
}

// results are the words of Popolo for what became of a text.
var results = map[council.OpinionStatus]string{"adopted": "pass", "superseded": "pass", "rejected": "fail", "withdrawn": "withdrawn"}

func (a *assembly) opinion(o *council.Opinion) {
	session := a.Sessions.Find(o.Session)
	made := motion{
		ID: id(o), OrganizationID: a.holder(session), Text: o.Title, Identifier: o.Number, Classification: string(o.Kind),
		AdoptedOn: o.AdoptedOn.String(), Result: results[o.Status], Sources: a.source(o),
	}
	if session != nil {
		made.LegislativeSessionID = id(session)
		if session.Start.Timed && (o.AdoptedOn.IsZero() || o.AdoptedOn == session.Start.Date) {
			made.Date = a.when(session.Start)
		}
	}
	a.Motions = append(a.Motions, made)
	if counts := counts(o.Vote); len(counts) > 0 {
		a.VoteEvents = append(a.VoteEvents, voteEvent{
			ID: made.ID + "/vote", OrganizationID: made.OrganizationID, LegislativeSessionID: made.LegislativeSessionID, MotionID: made.ID,
			Classification: string(o.Vote.Mode), StartDate: made.Date, Result: made.Result, Counts: counts, Sources: made.Sources,
		})
	}
}

// counts are those that were communicated.
func counts(vote *council.Vote) []count {
	if vote == nil {
		return nil
	}
	var known []count
	for _, option := range []struct {
		name string
		n    *int
	}{{"yes", vote.For}, {"no", vote.Against}, {"abstain", vote.Abstentions}, {"not voting", vote.NotVoting}} {
		if option.n != nil {
			known = append(known, count{option.name, *option.n})
		}
	}
	return known
}
