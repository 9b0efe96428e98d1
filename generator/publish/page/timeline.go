package page

import (
	"cmp"
	"html/template"
	"maps"
	"math"
	"slices"
	"strconv"

	"greffe/generator/council"
	"greffe/generator/site"
)

// Timeline leads to the years of the council's life, and tells how it began. A
// life that fits on one page is told there whole.
type Timeline struct {
	Origins []Event
	Years   []FacetLink
	Told    []Month // a year each
}

// TimelineYear is a page of what happened in a year.
type TimelineYear struct {
	Count  string
	Months []Month
	Paging *Paging
	Years  []FacetLink
}

// A Month holds what happened in it; what is known by its year alone stands
// apart, first.
type Month struct {
	ID, Title string
	Events    []Event
}

// An Event is something that happened on a date, as precise as it is known.
type Event struct {
	Date council.Date
	Kind string // of its sentence, under "timeline"
	What template.HTML
	in   entry
}

// An entry is what an event is made from. Its text is made for those events
// only that a page shows.
type entry struct {
	entity council.Entity
	seat   *council.Mandate
	act    *council.FoundingAct
}

// perTimelinePage is how many events a page has: each is a line.
const perTimelinePage = 200

func timelinePages(p *Publisher) []site.File {
	counts := make(map[int16]int)
	for date := range events(p.Council) {
		counts[date.Year]++
	}
	files := []site.File{p.page("timeline", p.Addresses.Section("timeline"), "", func(v *View) bool {
		v.Section, v.Title = "timeline", v.SectionTitle("timeline")
		v.Description = v.described("timeline.intro")
		page := &Timeline{Origins: v.origins(), Years: v.timelineYears(counts)}
		if c := v.chronicle(); c.events <= perTimelinePage {
			page.Told = v.yearsOf(c.all())
		}
		v.Page = page
		return true
	})}
	for _, year := range slices.Sorted(maps.Keys(counts)) {
		total := pagesOf(counts[year], perTimelinePage)
		for number := 1; number <= total; number++ {
			files = append(files, p.timelineYear(year, number, total, counts))
		}
	}
	return files
}

func (v *View) timelineYears(counts map[int16]int) []FacetLink {
	var links []FacetLink
	for _, year := range slices.Backward(slices.Sorted(maps.Keys(counts))) {
		address := v.yearAddress("timeline", year)
		links = append(links, FacetLink{strconv.Itoa(int(year)), address, counts[year], v.Address == address})
	}
	return links
}

func (p *Publisher) timelineYear(year int16, number, total int, counts map[int16]int) site.File {
	first := p.Addresses.Section("timeline") + strconv.Itoa(int(year)) + "/"
	return p.page("timeline-year", pageAddress(p.Words, first, number), "", func(v *View) bool {
		v.In("timeline")
		v.Title = v.T("timeline.year", "year", year)
		if number > 1 {
			v.Trail = append(v.Trail, Crumb{v.Title, first})
			v.Title = v.T("facets.page-title", "title", v.Title, "number", number, "total", total)
		}
		inYear := v.chronicle().in(year)
		page := &TimelineYear{
			Count:  v.Counted("timeline.count", len(inYear), "year", year),
			Paging: v.publisher.paging(first, number, total), Years: v.timelineYears(counts),
		}
		for _, event := range pageOf(inYear, number, perTimelinePage) {
			event.What = v.happened(event)
			if n := len(page.Months); n == 0 || page.Months[n-1].Events[0].Date.Month != event.Date.Month {
				page.Months = append(page.Months, v.monthOf(event.Date))
			}
			month := &page.Months[len(page.Months)-1]
			month.Events = append(month.Events, event)
		}
		v.Description = page.Count
		v.Page = page
		return true
	})
}

// yearsOf groups events by year, the latest year first.
func (v *View) yearsOf(all []Event) []Month {
	var years []Month
	for _, event := range all {
		event.What = v.happened(event)
		title := strconv.Itoa(int(event.Date.Year))
		if n := len(years); n == 0 || years[n-1].Title != title {
			years = append(years, Month{ID: "Y" + title, Title: title})
		}
		year := &years[len(years)-1]
		year.Events = append(year.Events, event)
	}
	slices.Reverse(years)
	return years
}

func (v *View) monthOf(date council.Date) Month {
	if date.Month == 0 {
		return Month{ID: "M00", Title: v.T("timeline.no-month")}
	}
	return Month{
		ID:    "M" + strconv.Itoa(int(date.Month)),
		Title: v.DateText(council.Date{Year: date.Year, Month: date.Month}),
	}
}

// origins are the creation and the acts that founded the council, those without
// a date too.
func (v *View) origins() []Event {
	var origins []Event
	if !v.Settings.Created.IsZero() {
		event := Event{Date: v.Settings.Created, Kind: "created"}
		event.What = v.happened(event)
		origins = append(origins, event)
	}
	for i := range v.Settings.FoundingActs {
		act := &v.Settings.FoundingActs[i]
		event := Event{Date: act.Date, Kind: "act", in: entry{act: act}}
		event.What = v.happened(event)
		origins = append(origins, event)
	}
	last := func(event Event) council.Day { // what is undated comes last
		if event.Date.IsZero() {
			return math.MaxInt32
		}
		return event.Date.First()
	}
	slices.SortStableFunc(origins, func(a, b Event) int { return cmp.Compare(last(a), last(b)) })
	return origins
}
