package data

import "sync"

// Tables are all of them, in the order in which a reader meets them: who, when,
// what was worked on, what was advised, what came of it, what was said, and the
// register.
var Tables = sync.OnceValue(func() []*Table {
	tables := []*Table{
		councilTable(),
		altNames(),
		foundingActs(),
		relations(),
		partners(),
		accounts(),
		conformityTable(),
		conformityBreaches(),
		gaps(),

		bodies(),
		roles(),
		colleges(),
		categories(),
		districts(),
		profiles(),
		composition(),
		parity(),
		organisations(),
		themes(),
		axes(),
		series(),
		glossary(),

		members(),
		memberLinks(),
		mandates(),
		offices(),
		interests(),

		sessions(),
		sessionOrganisers(),
		agendaItems(),
		agendaRapporteurs(),
		attendance(),
		sessionGuests(),

		workshops(),
		workshopMembers(),
		workshopMeetings(),
		workshopSessions(),
		hearings(),

		opinions(),
		opinionRapporteurs(),
		opinionThemes(),
		opinionWorkshops(),
		opinionSupersedes(),
		errata(),
		deliveries(),
		responses(),
		recommendations(),
		recommendationUpdates(),

		news(),
		speakerOffices(),
		quotes(),
		calls(),
		signatories(),
		commitments(),
		commitmentUpdates(),

		documentsTable(),
		documentRecipients(),
		articles(),
		visas(),
		operative(),
		pages(),
		documentThemes(),
		documentAxes(),
		attachments(),

		withdrawals(),
		redirects(),
	}
	return append(tables, changes(tables), provenance(tables))
})
