package page

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"greffe/generator/council"
	"greffe/generator/site"
)

// Figures are the council in numbers. Each figure is a sentence that says what
// the numbers show, a chart, the table of the numbers, and the data.
type Figures struct {
	Figures []*Figure
	Years   []FacetLink // the attendance of each year, session by session
}

// A Figure has its message as its title.
type Figure struct {
	Title string
	Note  string // how it was counted
	Chart *Chart // nil where the table says it better
	*Table
	Data string // the address of the table as CSV
}

func figuresPages(p *Publisher) []site.File {
	files := []site.File{p.page("figures", p.Addresses.Section("figures"), "", func(v *View) bool {
		v.Section, v.Title = "figures", v.SectionTitle("figures")
		v.Description = v.described("figures.intro")
		years := v.sessionYears()
		page := &Figures{Years: v.figureYears()}
		figures := []*Figure{v.attendanceFigure(years), v.sessionsFigure(years), v.opinionsFigure(), v.followUpFigure(), v.addresseesFigure()}
		for _, figure := range append(figures, v.parityFigures()...) {
			if figure != nil {
				page.Figures = append(page.Figures, figure)
			}
		}
		v.Page = page
		return true
	})}
	for _, year := range heldYears(p.Council) {
		files = append(files, p.attendanceYear(year))
	}
	return files
}

// A sessionYear counts the sessions of a civil year, and who took part in them.
type sessionYear struct {
	year                                int16
	planned, held, cancelled, postponed int
	recorded                            int // sessions held whose attendance was recorded
	tookPart, base                      int // people: of those recorded, how many took part
}

// sessionYears are the counts of each year, the latest first.
func (v *View) sessionYears() []*sessionYear {
	byYear := make(map[int16]*sessionYear)
	for s := range v.Sessions.All() {
		y := byYear[s.Start.Year]
		if y == nil {
			y = &sessionYear{year: s.Start.Year}
			byYear[y.year] = y
		}
		switch s.Status {
		case council.Planned:
			y.planned++
		case council.Cancelled:
			y.cancelled++
		case council.Postponed:
			y.postponed++
		case council.Held:
			y.held++
			if s.Attendance != nil {
				y.recorded++
				tookPart, base := v.tally(s)
				y.tookPart += tookPart
				y.base += base
			}
		}
	}
	return slices.SortedFunc(maps.Values(byYear), func(a, b *sessionYear) int { return cmp.Compare(b.year, a.year) })
}

// tally counts the members whose attendance a session records, and those who
// took part. Who is in none of its lists is not counted: nobody knows.
func (v *View) tally(s *council.Session) (tookPart, base int) {
	attendees := v.Attendees(s)
	tookPart = council.Count(attendees, council.Present, council.Remote, council.Represented)
	return tookPart, tookPart + council.Count(attendees, council.Excused, council.Absent)
}

func (v *View) attendanceFigure(years []*sessionYear) *Figure {
	t := v.table("Attendance", v.T("figures.attendance.caption"), "figures.year", "figures.attendance.held",
		"figures.attendance.recorded", "figures.attendance.unrecorded", "figures.attendance.took-part", "figures.attendance.base")
	title := ""
	var lines []measured
	for _, y := range years {
		if y.held == 0 {
			continue
		}
		name := strconv.Itoa(int(y.year))
		if y.recorded == 0 {
			v.row(t, name, y.held, 0, y.held, v.unknown(), v.unknown())
			lines = append(lines, measured{label: name, value: v.Unknown()})
			continue
		}
		v.row(t, name, y.held, y.recorded, y.held-y.recorded, y.tookPart, y.base)
		lines = append(lines, v.tookPart(name, y.tookPart, y.base))
		if title == "" {
			title = v.Counted("figures.attendance.title", y.tookPart, "year", y.year, "base", v.Number(y.base), "sessions", v.Counted("figures.sessions-count", y.recorded))
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	figure := v.figureOf(t, cmp.Or(title, v.T("figures.attendance.unknown")), "attendance")
	figure.Note = v.T("figures.attendance.note")
	figure.Chart = v.attendanceChart(lines)
	return figure
}

// attendanceChart draws how many took part, of those of whom it is known.
func (v *View) attendanceChart(lines []measured) *Chart {
	return v.chart("Attendance", v.T("charts.attendance.title"), false, lines).
		keyed(map[Pattern]string{Solid: v.T("charts.attendance.took-part"), Open: v.T("charts.attendance.others")})
}

func (v *View) tookPart(label string, n, base int) measured {
	return measured{label, v.T("charts.of", "n", v.Number(n), "base", v.Number(base)), []amount{{n, Solid}, {base - n, Open}}}
}

func (v *View) sessionsFigure(years []*sessionYear) *Figure {
	t := v.table("Sessions", v.T("figures.sessions.caption"), "figures.year",
		"figures.sessions.held", "figures.sessions.planned", "figures.sessions.cancelled", "figures.sessions.postponed")
	var counts []yearCount
	var lines []measured
	for _, y := range years {
		v.row(t, strconv.Itoa(int(y.year)), y.held, y.planned, y.cancelled, y.postponed)
		if y.year <= v.AsOf.Year {
			counts = append(counts, yearCount{y.year, y.held})
			lines = append(lines, v.counted(strconv.Itoa(int(y.year)), y.held))
		}
	}
	figure := v.figureOf(t, v.trend("figures.sessions", counts), "sessions")
	if len(lines) > 0 {
		figure.Chart = v.chart("Sessions", figure.Title, false, lines)
	}
	return figure
}

func (v *View) opinionsFigure() *Figure {
	byYear := make(map[int16]map[council.OpinionStatus]int)
	for o := range v.Opinions.All() {
		if byYear[o.AdoptedOn.Year] == nil {
			byYear[o.AdoptedOn.Year] = make(map[council.OpinionStatus]int)
		}
		byYear[o.AdoptedOn.Year][o.Status]++
	}
	t := v.table("Opinions", v.T("figures.opinions.caption"), "figures.year", "figures.opinions.adopted",
		"figures.opinions.superseded", "figures.opinions.rejected", "figures.opinions.withdrawn")
	var counts []yearCount
	var lines []measured
	for _, year := range slices.Backward(slices.Sorted(maps.Keys(byYear))) {
		n := byYear[year]
		name := v.T("list.undated")
		if year != 0 {
			name = strconv.Itoa(int(year))
			counts = append(counts, yearCount{year, n["adopted"] + n["superseded"]})
			lines = append(lines, measured{name, v.Number(n["adopted"] + n["superseded"]), []amount{{n["adopted"], Solid}, {n["superseded"], Hatched}}})
		}
		v.row(t, name, n["adopted"], n["superseded"], n["rejected"], n["withdrawn"])
	}
	figure := v.figureOf(t, v.trend("figures.opinions", counts), "opinions")
	if figure != nil && len(lines) > 0 {
		figure.Chart = v.chart("Opinions", figure.Title, false, lines).
			keyed(map[Pattern]string{Solid: v.T("figures.opinions.adopted"), Hatched: v.T("figures.opinions.superseded")})
	}
	return figure
}

func (v *View) followUpFigure() *Figure {
	counts := make(map[council.RecommendationStatus]int)
	total, late := 0, 0
	for f := range v.FollowUp() {
		counts[f.State()]++
		total++
		if f.Late(v.AsOf) {
			late++
		}
	}
	if total == 0 {
		return nil
	}
	t := v.table("FollowUp", v.Counted("figures.follow-up.caption", total), "fields.recommendation.status.title", "figures.recommendations")
	var lines []measured
	for _, word := range council.Proposed.Words() {
		name, n := v.Upper(v.Choice("recommendation-status", word)), counts[council.RecommendationStatus(word)]
		v.row(t, name, n)
		lines = append(lines, v.counted(name, n))
	}
	figure := v.figureOf(t, v.Counted("figures.follow-up.title", counts[council.Done], "total", v.Number(total)), "recommendations")
	figure.Note = v.Counted("figures.follow-up.late", late)
	figure.Chart = v.chart("FollowUp", figure.Title, false, lines)
	return figure
}

func (v *View) counted(label string, n int) measured {
	return measured{label, v.Number(n), []amount{{n, Solid}}}
}

// parityFigures are what the secretariat counted, body by body.
func (v *View) parityFigures() []*Figure {
	var figures []*Figure
	for body := range v.Bodies.All() {
		if len(body.Parity) == 0 {
			continue
		}
		latest := body.Parity[0]
		var lines []measured
		for _, n := range body.Parity {
			if n.On.First() >= latest.On.First() {
				latest = n
			}
			lines = append(lines, measured{v.DateText(n.On), v.headcount(n), []amount{{n.Women, Solid}, {n.Men, Hatched}, {n.Other, Dotted}}})
		}
		key := "charts.parity.title"
		if latest.On.IsZero() {
			key = "charts.parity.undated"
		}
		figure := v.figureOf(v.parityTable(body), v.T(key, "body", v.Text(body.Name), "counts", v.headcount(latest), "on", v.DateText(latest.On)), "parity")
		figure.Note = v.T("charts.parity.note")
		figure.Chart = v.chart("Parity-"+body.Key(), figure.Title, true, lines).
			keyed(map[Pattern]string{Solid: v.Field("parity-count.women"), Hatched: v.Field("parity-count.men"), Dotted: v.Field("parity-count.other")})
		figures = append(figures, figure)
	}
	return figures
}

// headcount is a count of women and men in words; nobody is said to be of
// another gender by saying that nobody is.
func (v *View) headcount(n council.ParityCount) string {
	counts := []string{v.Counted("charts.parity.women", n.Women), v.Counted("charts.parity.men", n.Men)}
	if n.Other > 0 {
		counts = append(counts, v.Counted("charts.parity.other", n.Other))
	}
	return strings.Join(counts, ", ")
}

func (v *View) addresseesFigure() *Figure {
	type count struct{ total, closed, late int }
	counts := make(map[council.Ref[council.Organisation]]*count)
	for f := range v.FollowUp() {
		n := counts[f.Addressee]
		if n == nil {
			n = new(count)
			counts[f.Addressee] = n
		}
		n.total++
		if f.State().Closed() {
			n.closed++
		}
		if f.Late(v.AsOf) {
			n.late++
		}
	}
	t := v.table("Addressees", v.T("figures.addressees.caption"), "fields.recommendation.addressee.title",
		"figures.recommendations", "figures.closed", "figures.late")
	for _, ref := range slices.Sorted(maps.Keys(counts)) {
		n := counts[ref]
		v.row(t, v.Known(v.Organisation(ref)), n.total, n.closed, n.late)
	}
	return v.figureOf(t, v.Counted("figures.addressees.title", len(t.Rows)), "recommendations")
}

// figureOf is nil for a table without rows.
func (v *View) figureOf(t *Table, title, data string) *Figure {
	if len(t.Rows) == 0 {
		return nil
	}
	return &Figure{Title: title, Table: t, Data: v.CSV(data)}
}

type yearCount struct {
	year int16
	n    int
}

// trend is a sentence on the two latest years.
func (v *View) trend(key string, counts []yearCount) string {
	switch len(counts) {
	case 0:
		return v.T(key + ".none")
	case 1:
		return v.Counted(key+".one", counts[0].n, "year", counts[0].year)
	}
	words := ".two"
	if counts[0].year == v.AsOf.Year {
		words = ".current"
	}
	return v.T(key+words, "n", v.Number(counts[0].n), "year", counts[0].year, "before", v.Number(counts[1].n), "earlier", counts[1].year)
}
