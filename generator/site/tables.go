package site

// Tables are the tables of the open data, by name, in the order in which people
// meet them. The catalogues describe each of them ("tables.members.title").
func Tables() []string {
	return []string{
		"council", "members", "mandates", "offices", "interests", "bodies", "composition", "organisations", "themes", "axes",
		"sessions", "agenda_items", "attendance", "session_guests",
		"workshops", "workshop_members", "workshop_meetings", "hearings",
		"opinions", "opinion_rapporteurs", "opinion_themes", "opinion_workshops", "responses", "deliveries",
		"recommendations", "recommendation_updates",
		"news", "signatories", "commitments", "calls", "quotes", "documents", "attachments",
		"conformity", "glossary", "redirects", "withdrawals", "changes",
	}
}
