package data

import (
	"cmp"
	"iter"
	"slices"
	"strconv"

	"greffe/generator/council"
)

// A headcount is how many people sat in a body at the end of a year, of one
// college, one category and one district. People who sit in a part of a body
// sit in the body too, each once: the rows of one body and year add up.
type headcount struct {
	day      council.Date
	body     *council.Body
	college  council.Ref[council.College]
	category council.Ref[council.Category]
	district council.Ref[council.District]
	members  int
}

// headcounts go from the first mandate whose start is known to the current
// year, which is counted as of today.
func headcounts(v *view) iter.Seq[*headcount] {
	return func(yield func(*headcount) bool) {
		for year := v.AsOf.Year; year >= firstYear(v); year-- {
			day := council.Date{Year: year, Month: 12, Day: 31}
			if v.AsOf.Date.Before(day) {
				day = v.AsOf.Date
			}
			for body := range v.Bodies.All() {
				for _, row := range countsOf(v, body, day) {
					if !yield(row) {
						return
					}
				}
			}
		}
	}
}

// firstYear is the year after the current one if no mandate's start is known.
func firstYear(v *view) int16 {
	first := v.AsOf.Year + 1
	for member := range v.Members.All() {
		for i := range member.Mandates {
			if start := member.Mandates[i].Start; !start.IsZero() {
				first = min(first, start.Year)
			}
		}
	}
	return first
}

func countsOf(v *view, body *council.Body, day council.Date) []*headcount {
	counts := make(map[headcount]*headcount)
	for _, seat := range v.Roster(council.Ref[council.Body](body.ID), day.First()) {
		of := headcount{day: day, body: body, college: seat.College, category: seat.Category, district: seat.Member.District}
		if counts[of] == nil {
			row := of
			counts[of] = &row
		}
		counts[of].members++
	}
	var rows []*headcount
	for _, row := range counts {
		rows = append(rows, row)
	}
	slices.SortFunc(rows, func(a, b *headcount) int {
		return cmp.Or(cmp.Compare(a.college, b.college), cmp.Compare(a.category, b.category), cmp.Compare(a.district, b.district))
	})
	return rows
}

func (h *headcount) id() string {
	id := strconv.Itoa(int(h.day.Year)) + "/" + h.body.Key()
	for _, part := range []string{string(h.college), string(h.category), string(h.district)} {
		id += "/" + cmp.Or(part, "none")
	}
	return id
}

func composition() *Table {
	t := newTable("composition", headcounts)
	t.id((*headcount).id)
	t.column("year", Integer, func(_ *view, h *headcount) Cell { return integer(int(h.day.Year)) }).Required = true
	t.column("counted_on", Date, func(_ *view, h *headcount) Cell { return text(h.day.String()) }).Required = true
	t.refer("body", "bodies", func(h *headcount) council.Entity { return h.body })
	may := func(name, collection string, id func(*headcount) string) {
		shelf := shelves()[collection]
		t.column(name+"_id", Text, func(v *view, h *headcount) Cell { return idOf(shelf.find(v.Council, id(h))) }).Refers = collection
		t.column(name+"_label", Text, func(v *view, h *headcount) Cell { return labelOf(shelf.find(v.Council, id(h))) })
	}
	may("college", "colleges", func(h *headcount) string { return string(h.college) })
	may("category", "categories", func(h *headcount) string { return string(h.category) })
	may("district", "districts", func(h *headcount) string { return string(h.district) })
	t.column("members", Integer, func(_ *view, h *headcount) Cell { return integer(h.members) }).Required = true
	return t.placed(
		func(v *view, h *headcount) string {
			return v.addresses.Section("composition") + strconv.Itoa(int(h.day.Year)) + "/"
		},
		func(*view, *headcount) council.Date { return council.Date{} },
	)
}

// parity is what the secretariat counted: nobody's gender is recorded.
func parity() *Table {
	type row = part[council.Body, council.ParityCount]
	t := entries("parity", bodiesIn, func(b *council.Body) []council.ParityCount { return b.Parity })
	t.id(row.name)
	t.refer("body", "bodies", row.entity)
	t.fields(council.ParityCount{}, func(p row) any { return p.part })
	t.from(func(v *view, p row) origin {
		return settled(v, item(item("bodies", rankOf(bodiesIn(v.Council), p.whole))+".parity", p.rank))
	})
	return t.entity(row.entity)
}
