package site

// Tables are the tables of the open data, by name, in the order in which people
// meet them. The catalogues describe each of them ("tables.members.title").
func Tables() []string {
	return []string{
		"council", "alt_names", "founding_acts", "relations", "partners", "social_accounts", "gaps",
		"bodies", "roles", "colleges", "categories", "districts", "profiles", "composition", "parity", "organisations",
		"themes", "axes", "series", "glossary",
		"members", "member_links", "mandates", "offices", "interests",
		"sessions", "session_organisers", "agenda_items", "agenda_item_rapporteurs", "attendance", "session_guests",
		"workshops", "workshop_members", "workshop_meetings", "workshop_sessions", "hearings",
		"opinions", "opinion_rapporteurs", "opinion_themes", "opinion_workshops", "opinion_supersedes", "errata", "deliveries", "responses",
		"recommendations", "recommendation_updates",
		"news", "speaker_offices", "quotes", "calls", "signatories", "commitments", "commitment_updates",
		"documents", "document_recipients", "articles", "visas", "operative", "pages", "document_themes", "document_axes", "attachments",
		"conformity", "withdrawals", "redirects", "changes", "provenance",
	}
}
