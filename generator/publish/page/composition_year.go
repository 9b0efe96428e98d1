package page

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"

	"greffe/generator/council"
	"greffe/generator/site"
)

// CompositionYear says how the composition changed in a civil year, and who sat
// at its end.
type CompositionYear struct {
	Year    int16
	Changes *Table // nil: none is known
	Roster  *Table // nil: nobody sat
	Years   []FacetLink
}

// A change is the first or the last day of a mandate.
type change struct {
	council.Seat
	date council.Date
	ends bool
}

func (p *Publisher) compositionYear(year int16) site.File {
	address := p.Addresses.Section("composition") + strconv.Itoa(int(year)) + "/"
	return p.page("composition-year", address, "", func(v *View) bool {
		v.In("composition")
		v.Title = v.T("composition.year.title", "year", year)
		v.Description = v.T("composition.year.intro", "year", year, "council", v.Settings.Name)
		page := &CompositionYear{Year: year, Years: v.compositionYears(year)}

		if changes := v.changes(year); len(changes) > 0 {
			t := v.table("Changes", v.Counted("composition.year.changes", len(changes), "year", year),
				"composition.year.date", "fields.member.name.title", "composition.year.change",
				"fields.mandate.body.title", "fields.mandate.role.title", "composition.year.why")
			for _, c := range changes {
				v.row(t, v.Date(c.date), v.Link(c.Member), v.changeText(c),
					v.Link(v.Bodies.Find(c.Body)), v.Name(v.Roles.Find(c.Role)), v.why(c))
			}
			page.Changes = t
		}
		last := council.Date{Year: year, Month: 12, Day: 31}
		if v.AsOf.Date.Before(last) {
			last = v.AsOf.Date
		}
		if seats := v.Roster("", last.First()); len(seats) > 0 {
			page.Roster = v.roster("Roster", v.Counted("composition.roster", len(seats), "on", v.DateText(last)), seats)
		}
		v.Page = page
		return true
	})
}

// changes are the starts and ends of mandates in a year, in order. A date that
// is only a month or a year stands at its beginning.
func (v *View) changes(year int16) []change {
	var changes []change
	for member := range v.Members.All() {
		for i := range member.Mandates {
			m := &member.Mandates[i]
			if m.Start.Year == year {
				changes = append(changes, change{council.Seat{Member: member, Mandate: m}, m.Start, false})
			}
			if m.End.Year == year {
				changes = append(changes, change{council.Seat{Member: member, Mandate: m}, m.End, true})
			}
		}
	}
	slices.SortStableFunc(changes, func(a, b change) int { return cmp.Compare(a.date.First(), b.date.First()) })
	return changes
}

func (v *View) changeText(c change) string {
	switch {
	case c.ends && v.AsOf.Date.Before(c.date):
		return v.T("composition.year.will-end")
	case c.ends:
		return v.T("composition.year.ends")
	case v.AsOf.Date.Before(c.date):
		return v.T("composition.year.will-start")
	}
	return v.T("composition.year.starts")
}

// why is the reason of an end, or how a mandate came about, and the act.
func (v *View) why(c change) template.HTML {
	if c.ends {
		return v.Known(v.Choice("end-reason", c.EndReason))
	}
	return v.Known(v.Join(v.Choice("appointment", c.Appointment), c.Act))
}

// dateOrUnknown is a date, marked when it was not communicated.
func (v *View) dateOrUnknown(date council.Date) template.HTML {
	if date.IsZero() {
		return v.unknown()
	}
	return v.Date(date)
}

// endOf is when a mandate ends. One that bears no date is open, as far as
// anybody knows, unless something says that it ended.
func (v *View) endOf(mandate *council.Mandate) template.HTML {
	if mandate.End.IsZero() && mandate.EndReason == "" {
		return safe(escape(v.T("composition.open")))
	}
	return v.dateOrUnknown(mandate.End)
}
