package site

import "slices"

// A Dataset is what a catalogue of open data lists: tables on one subject, for
// people who look for that subject. One dataset of all the tables would bury
// them under a hundred files; one a table would scatter what belongs together.
//
// The catalogues describe each of them ("standard.datasets.members.title").
type Dataset struct {
	Name   string // stable, in English
	Tables []string
}

// Whole is the dataset of the council itself and of the files that hold every
// table.
const Whole = "council"

var subjects = []Dataset{
	{"members", []string{"members", "mandates", "offices", "interests", "bodies", "composition"}},
	{"sessions", []string{"sessions", "agenda_items", "attendance", "session_guests"}},
	{"workshops", []string{"workshops", "workshop_members", "workshop_meetings", "hearings"}},
	{"opinions", []string{"opinions", "opinion_rapporteurs", "opinion_themes", "opinion_workshops", "responses", "deliveries"}},
	{"recommendations", []string{"recommendations", "recommendation_updates"}},
	{"news", []string{"news", "signatories", "commitments", "calls", "quotes"}},
	{"documents", []string{"documents", "attachments"}},
}

// Datasets are all of them.
func (b *Brief) Datasets() []Dataset { return Datasets(b.TableNames()) }

// Datasets sort tables by their subjects. A table that is of no other subject
// is in the first dataset.
func Datasets(tables []string) []Dataset {
	whole := Dataset{Name: Whole}
	for _, table := range tables {
		if !slices.ContainsFunc(subjects, func(d Dataset) bool { return slices.Contains(d.Tables, table) }) {
			whole.Tables = append(whole.Tables, table)
		}
	}
	return append([]Dataset{whole}, subjects...)
}
