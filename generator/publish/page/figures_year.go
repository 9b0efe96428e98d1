package page

import (
	"strconv"

	"greffe/generator/council"
	"greffe/generator/site"
)

// FiguresYear is the attendance of a year, session by session; those where
// nobody wrote it down stand apart.
type FiguresYear struct {
	Chart      *Chart
	Table      *Table
	Unrecorded []*council.Session
	Years      []FacetLink
	Data       string
}

// heldYears are the years in which a session was held, the latest first.
func heldYears(c *council.Council) []int16 {
	var years []int16
	for s := range c.Sessions.All() {
		if s.Status == council.Held && (len(years) == 0 || years[len(years)-1] != s.Start.Year) {
			years = append(years, s.Start.Year)
		}
	}
	return years
}

func (v *View) figureYears() []FacetLink {
	var links []FacetLink
	for _, year := range heldYears(v.Council) {
		address := v.yearAddress("figures", year)
		links = append(links, FacetLink{Title: strconv.Itoa(int(year)), Address: address, Current: v.Address == address})
	}
	return links
}

func (p *Publisher) attendanceYear(year int16) site.File {
	address := p.Addresses.Section("figures") + strconv.Itoa(int(year)) + "/"
	return p.page("figures-year", address, "", func(v *View) bool {
		v.In("figures")
		v.Title = v.T("figures.attendance.year", "year", year)
		v.Description = v.T("figures.attendance.intro")
		t := v.table("Attendance", v.T("figures.attendance.year-caption", "year", year), "figures.session", "figures.session-date",
			"choices.presence-list.present", "choices.presence-list.remote", "choices.presence-list.represented",
			"choices.presence-list.excused", "choices.presence-list.absent", "choices.presence-list.not-recorded", "figures.attendance.share")
		page := &FiguresYear{Years: v.figureYears(), Data: v.CSV("attendance")}
		var lines []measured
		for s := range v.Sessions.All() {
			switch {
			case s.Status != council.Held || s.Start.Year != year:
			case s.Attendance == nil:
				page.Unrecorded = append(page.Unrecorded, s)
			default:
				lines = append(lines, v.attendanceRow(t, s))
			}
		}
		if len(t.Rows) > 0 {
			page.Table, page.Chart = t, v.attendanceChart(lines)
		}
		v.Page = page
		return true
	})
}

// attendanceRow adds a session to the table, and returns its line of the chart.
func (v *View) attendanceRow(t *Table, s *council.Session) measured {
	cells := []any{v.Link(s), v.Date(s.Start.Date)}
	attendees := v.Attendees(s)
	tookPart, base := 0, 0
	for _, presence := range council.Presences() {
		n := council.Count(attendees, presence)
		cells = append(cells, n)
		if presence.TookPart() {
			tookPart += n
		}
		if presence != council.NotRecorded {
			base += n
		}
	}
	v.row(t, append(cells, v.Counted("figures.attendance.of", base, "took", v.Number(tookPart)))...)
	return v.tookPart(v.DateText(s.Start.Date), tookPart, base)
}
