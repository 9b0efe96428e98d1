package page

import (
	"cmp"
	"slices"
	"strconv"

	"greffe/generator/council"
	"greffe/generator/site"
)

// Composition says who sits today, in which body, college, category and
// district; who held each office, and when; how many women and men the
// secretariat counted.
type Composition struct {
	Roster  *Table // nil: nobody's mandate is known
	Counts  []*Table
	Offices []*Table
	Parity  []*Table
	Years   []FacetLink
}

func compositionPages(p *Publisher) []site.File {
	files := []site.File{p.page("composition", p.Addresses.Section("composition"), "", func(v *View) bool {
		v.Section, v.Title = "composition", v.SectionTitle("composition")
		v.Description = v.described("composition.intro")
		today := v.AsOf.Date
		c := &Composition{Years: v.compositionYears(today.Year)}
		if seats := v.Roster("", today.First()); len(seats) > 0 {
			c.Roster = v.roster("Roster", v.Counted("composition.roster", len(seats), "on", v.DateText(today)), seats)
		}
		c.Counts = v.headcounts(today.First())
		c.Offices = v.offices()
		c.Parity = v.parity()
		v.Page = c
		return true
	})}
	for _, year := range mandateYears(p.Council) {
		files = append(files, p.compositionYear(year))
	}
	return files
}

// mandateYears are the civil years for which the composition is known: from the
// first mandate whose start is, to the current year.
func mandateYears(c *council.Council) []int16 {
	first := int16(0)
	for member := range c.Members.All() {
		for i := range member.Mandates {
			if start := member.Mandates[i].Start.Year; start != 0 && (first == 0 || start < first) {
				first = start
			}
		}
	}
	var years []int16
	for year := c.AsOf.Year; first != 0 && year >= first; year-- {
		years = append(years, year)
	}
	return years
}

// compositionYears link to the page of each year, the current one marked.
func (v *View) compositionYears(current int16) []FacetLink {
	var links []FacetLink
	for _, year := range mandateYears(v.Council) {
		links = append(links, FacetLink{
			Title: strconv.Itoa(int(year)), Address: v.yearAddress("composition", year), Current: v.Address == v.yearAddress("composition", year),
		})
	}
	return links
}

// yearAddress is the address of a year's page in a section.
func (v *View) yearAddress(section string, year int16) string {
	return v.Href(section) + strconv.Itoa(int(year)) + "/"
}

// roster lists who sits, each once.
func (v *View) roster(id, caption string, seats []council.Seat) *Table {
	t := v.table(id, caption, "fields.member.name.title", "fields.mandate.body.title", "fields.mandate.role.title",
		"fields.mandate.college.title", "fields.mandate.start.title", "fields.mandate.end.title")
	for _, seat := range seats {
		v.row(t, v.Link(seat.Member), v.Link(v.Bodies.Find(seat.Body)), v.Name(v.Roles.Find(seat.Role)),
			v.Name(v.Colleges.Find(seat.College)), v.dateOrUnknown(seat.Start), v.endOf(seat.Mandate))
	}
	return t
}

// headcounts are how many people sit in each body, college, category and
// district. Each person counts once in each table. An entry where nobody is
// known ever to have sat is not communicated, which is not none.
func (v *View) headcounts(day council.Day) []*Table {
	ever := make(map[string]bool)
	for member := range v.Members.All() {
		ever["districts/"+string(member.District)] = true
		for i := range member.Mandates {
			m := &member.Mandates[i]
			ever["colleges/"+string(m.College)], ever["categories/"+string(m.Category)] = true, true
			for body := m.Body; body != ""; body = parentOf(v.Council, body) {
				ever["bodies/"+string(body)] = true
			}
		}
	}
	seats := v.Roster("", day)
	count := func(of func(council.Seat) string) map[string]int {
		counts := make(map[string]int)
		for _, seat := range seats {
			counts[of(seat)]++
		}
		return counts
	}
	inBody := make(map[string]int)
	for body := range v.Bodies.All() {
		inBody[body.Key()] = len(v.Roster(council.Ref[council.Body](body.ID), day))
	}
	var tables []*Table
	for _, of := range []struct {
		collection, owner, field string
		counts                   map[string]int
		whole                    bool // everybody is in one of the entries, or in none
	}{
		{"bodies", "body", "mandate.body", inBody, false},
		{"colleges", "college", "mandate.college", count(func(s council.Seat) string { return string(s.College) }), true},
		{"categories", "category", "mandate.category", count(func(s council.Seat) string { return string(s.Category) }), true},
		{"districts", "district", "member.district", count(func(s council.Seat) string { return string(s.Member.District) }), true},
	} {
		t := v.table("By-"+of.owner, v.T("composition.by."+of.owner, "on", v.DateText(v.AsOf.Date)),
			"fields."+of.field+".title", "composition.members")
		for _, id := range v.IDs(of.collection) {
			entity := v.Lookup(of.collection, id)
			if ever[of.collection+"/"+id] {
				v.row(t, v.Link(entity), of.counts[id])
			} else {
				v.row(t, v.Link(entity), v.unknown())
			}
		}
		if len(t.Rows) == 0 || len(seats) == 0 {
			continue
		}
		if none := of.counts[""]; of.whole && none > 0 {
			v.row(t, v.T("composition.none"), none)
		}
		tables = append(tables, t)
	}
	return tables
}

// offices are the roles that set somebody apart, each with its holders, the
// latest first.
func (v *View) offices() []*Table {
	holders := make(map[council.Ref[council.Role]][]council.Seat)
	inBody := make(map[council.Ref[council.Body]]int)
	for member := range v.Members.All() {
		for i := range member.Mandates {
			m := &member.Mandates[i]
			inBody[m.Body]++
			holders[m.Role] = append(holders[m.Role], council.Seat{Member: member, Mandate: m})
		}
	}
	var tables []*Table
	for role := range v.Roles.All() {
		seats := holders[council.Ref[council.Role](role.ID)]
		if len(seats) == 0 || (!role.Single && ordinary(seats, inBody)) {
			continue
		}
		slices.SortStableFunc(seats, func(a, b council.Seat) int { return cmp.Compare(b.Start.First(), a.Start.First()) })
		t := v.table("Office-"+role.Key(), v.T("composition.office", "role", role.Name), "fields.member.name.title", "fields.mandate.body.title",
			"fields.mandate.start.title", "fields.mandate.end.title", "fields.mandate.end_reason.title")
		for _, seat := range seats {
			v.row(t, v.Link(seat.Member), v.Link(v.Bodies.Find(seat.Body)),
				v.dateOrUnknown(seat.Start), v.endOf(seat.Mandate), v.Choice("end-reason", seat.EndReason))
		}
		tables = append(tables, t)
	}
	return tables
}

// ordinary tells whether a role is the plain seat: most of its mandates are in a
// body where most people have no other role.
func ordinary(seats []council.Seat, inBody map[council.Ref[council.Body]]int) bool {
	here := make(map[council.Ref[council.Body]]int)
	for _, seat := range seats {
		here[seat.Body]++
	}
	plain := 0
	for body, n := range here {
		if n*2 > inBody[body] {
			plain += n
		}
	}
	return plain*2 > len(seats)
}

// parity is what the secretariat counted, body by body.
func (v *View) parity() []*Table {
	var tables []*Table
	for body := range v.Bodies.All() {
		if len(body.Parity) > 0 {
			tables = append(tables, v.parityTable(body))
		}
	}
	return tables
}

func (v *View) parityTable(body *council.Body) *Table {
	columns := []string{"fields.parity-count.on.title", "fields.parity-count.women.title", "fields.parity-count.men.title",
		"composition.total", "fields.parity-count.source.title"}
	others := slices.ContainsFunc(body.Parity, func(n council.ParityCount) bool { return n.Other != 0 })
	if others {
		columns = slices.Insert(columns, 3, "fields.parity-count.other.title")
	}
	t := v.table("Parity-"+body.Key(), v.T("composition.parity", "body", body.Name), columns...)
	for _, n := range body.Parity {
		cells := []any{v.Date(n.On), n.Women, n.Men, n.Women + n.Men + n.Other, v.Known(n.Source)}
		if others {
			cells = slices.Insert(cells, 3, any(n.Other))
		}
		v.row(t, cells...)
	}
	return t
}
