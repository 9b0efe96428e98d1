package page

import (
	"slices"

	"greffe/generator/council"
	"greffe/generator/site"
)

// organisationPage is an authority, an addressee, a signatory, an employer: what
// it is to the council, and what passed between them.
type organisationPage struct {
	*council.Organisation
	IsAuthority, IsSecretariat, IsPartner bool
	Relations                             []council.RelationKind

	Recommendations []council.FollowedUp // the latest
	Asked           int                  // all of them
	AllAsked        string               // where they all are, if they are more
	Hearings        []hearing
	Groups          []group
}

func organisationPages(p *Publisher) site.Part {
	return eachOf(p, "organisation", "organisations", &p.Council.Organisations, func(v *View, organisation *council.Organisation) {
		ref := council.Ref[council.Organisation](organisation.ID)
		page := &organisationPage{
			Organisation: organisation,
			IsAuthority:  v.Settings.Authority == ref, IsSecretariat: v.Settings.Secretariat == ref,
			IsPartner: slices.Contains(v.Settings.Partners, ref),
		}
		for _, relation := range v.Settings.Relations {
			if relation.Organisation == ref {
				page.Relations = append(page.Relations, relation.Kind)
			}
		}
		page.ask(v, ref)
		page.Hearings = v.hearings(organisation, func(h *council.Hearing) bool { return h.Organisation == ref })
		page.Groups = groups(
			v.group("Referrals", "organisation.referrals", citing[council.Opinion](v, organisation, "referral")),
			v.group("Deliveries", "organisation.deliveries", citing[council.Opinion](v, organisation, "deliveries")),
			v.group("Responses", "organisation.responses", citing[council.Opinion](v, organisation, "responses")),
			v.group("Signed", "organisation.signed", citing[council.Opinion](v, organisation, "signatories")),
			v.group("Releases", "organisation.releases", citing[council.News](v, organisation, "signatories")),
			v.group("Commitments", "organisation.commitments", citing[council.News](v, organisation, "commitments")),
			v.group("Interviews", "organisation.interviews", citing[council.News](v, organisation, "speaker")),
			v.group("Organised", "organisation.organised", citing[council.Session](v, organisation, "organisers", "convened_by")),
			v.group("Guests", "organisation.guests", citing[council.Session](v, organisation, "guests", "facilitators")),
			v.group("Workshops", "organisation.workshops", citing[council.Workshop](v, organisation, "external_members")),
			v.group("Received", "organisation.received", citing[council.Document](v, organisation, "sent_to")),
			v.group("Members", "organisation.members", citing[council.Member](v, organisation, "organisation")),
			v.group("Offices", "organisation.offices", citing[council.Member](v, organisation, "offices")),
			v.group("Interests", "organisation.interests", citing[council.Member](v, organisation, "interests")),
		)
		v.Page = page
		if ref == council.Self { // the home page bears the council's name already
			v.Title = v.T("pages.of_section", "title", v.Heading, "section", v.SectionTitle(v.Section))
		}
		v.Description = v.T("organisation.description", "name", organisation.Name, "council", v.Settings.Name)
	})
}

// ask gathers what the council recommended to the organisation, newest first.
func (page *organisationPage) ask(v *View, ref council.Ref[council.Organisation]) {
	for _, opinion := range council.Citing[council.Opinion](v.Council, page.Organisation, "recommendations") {
		if !opinion.Followed() {
			continue
		}
		for i := range opinion.Recommendations {
			if r := &opinion.Recommendations[i]; r.Addressee == ref {
				if page.Asked++; page.Asked <= most {
					page.Recommendations = append(page.Recommendations, council.FollowedUp{Opinion: opinion, Recommendation: r})
				}
			}
		}
	}
	if page.Asked > most {
		page.AllAsked = v.Href("recommendations") + segmented("addressee")(v.publisher.Words, string(ref)) + "/"
	}
}
