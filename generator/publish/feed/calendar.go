package feed

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	ics "github.com/arran4/golang-ical"

	"greffe/generator/council"
	"greffe/generator/site"
)

// Calendar is one calendar of all sessions, and one beside the page of each
// body, session and workshop that meets on a day that is known (RFC 5545).
func Calendar(b *site.Brief) []site.File {
	p := &planner{Brief: b, zone: b.Council.Settings.Timezone.Location()}
	var files []site.File
	for _, feed := range site.Feeds(b.Council, site.Calendar) {
		var from string
		if document, ok := b.Council.Lookup(feed.Collection, feed.ID).(council.Documented); ok {
			from = document.Common().File
		}
		files = append(files, site.File{
			Path:      b.Addresses.Path(feed.Subject(b.Addresses) + site.Calendar.File),
			MediaType: site.Calendar.MediaType + "; charset=utf-8",
			From:      from,
			Make: func(w io.Writer, c *council.Council) error {
				return p.write(w, c, feed)
			},
		})
	}
	return files
}

// A planner makes calendars. It describes a session once for the three that
// show it, and the time zone once for all calendars of the same years.
type planner struct {
	*site.Brief
	zone  *time.Location
	zones sync.Map // span → *ics.VTimezone
	made  sync.Map // *council.Session → []planned
}

// planned is an event as calendars hold it.
type planned struct {
	*ics.VEvent
	start, end council.Moment
}

// plan encodes the events of a document. Those of a session are made from it
// alone, those of a workshop from whom it heard too.
func (p *planner) plan(c *council.Council, document council.Documented) []planned {
	if known, ok := p.made.Load(document); ok {
		return known.([]planned)
	}
	var events []planned
	for _, event := range eventsOf(p.Brief, c, document) {
		events = append(events, planned{event.encoded(p.zone), event.start, event.end})
	}
	if _, ok := document.(*council.Session); ok {
		p.made.Store(document, events)
	}
	return events
}

func (p *planner) write(w io.Writer, c *council.Council, feed site.Feed) error {
	label, err := labelOf(p.Brief, c, feed)
	if err != nil {
		return err
	}
	calendar := ics.NewCalendar()
	calendar.SetProductId("-//greffe//greffe//" + strings.ToUpper(p.Words.Language))
	calendar.SetCalscale("GREGORIAN")
	calendar.SetName(label.title)
	var years span
	var all []planned
	for document := range feed.Meetings(c) {
		for _, event := range p.plan(c, document) {
			years.add(event.start, event.end)
			all = append(all, event)
		}
	}
	for _, event := range withdrawnEvents(p.Brief, c, feed) {
		years.add(event.start, event.end)
		all = append(all, planned{event.encoded(p.zone), event.start, event.end})
	}
	if years.known {
		calendar.AddVTimezone(p.timezone(years))
	}
	for _, event := range all {
		calendar.AddVEvent(event.VEvent)
	}
	var out bytes.Buffer // the library does not tell of every failed write
	if err := calendar.SerializeTo(&out, ics.WithNewLineWindows); err != nil {
		return fmt.Errorf("writing a calendar: %w", err)
	}
	_, err = out.WriteTo(w)
	return err
}

func (p *planner) timezone(years span) *ics.VTimezone {
	if known, ok := p.zones.Load(years); ok {
		return known.(*ics.VTimezone)
	}
	described := timezone(p.zone, years.first, years.last)
	p.zones.Store(years, described)
	return described
}

// encoded is the event as a calendar holds it. All its dates come from the
// content, the revision too: SEQUENCE counts the days from 1970 to the day when
// its document last changed.
func (e *event) encoded(zone *time.Location) *ics.VEvent {
	var revision council.Day // 0 as long as nothing dated has happened to it
	if !e.modified.IsZero() {
		revision = e.modified.First()
	}
	encoded := ics.NewEvent(e.uid)
	encoded.SetDtStampTime(time.Unix(int64(revision)*86400, 0))
	encoded.SetSequence(int(revision))
	encoded.SetStatus(e.status)
	encoded.SetSummary(e.title)
	encoded.SetURL(e.address)
	if e.description != "" {
		encoded.SetDescription(e.description)
	}
	if e.location != "" {
		encoded.SetLocation(e.location)
	}
	if e.online != "" {
		encoded.AddProperty("CONFERENCE", string(e.online), ics.WithValue("URI")) // RFC 7986
	}
	times(encoded, e.start, e.end, zone)
	return encoded
}

// times sets the start and the end: with the zone's name if the hour is known,
// as whole days if not.
func times(e *ics.VEvent, start, end council.Moment, zone *time.Location) {
	const local, day = "20060102T150405", "20060102"
	whole := []ics.PropertyParameter{ics.WithValue("DATE")}
	inZone := []ics.PropertyParameter{ics.WithTZID(zone.String())}
	if !start.Timed {
		e.SetProperty(ics.ComponentPropertyDtStart, start.In(time.UTC).Format(day), whole...)
		if end.IsDay() && start.First() < end.First() {
			after := council.Moment{Date: (end.First() + 1).Date()} // the end of an all-day event is the day after
			e.SetProperty(ics.ComponentPropertyDtEnd, after.In(time.UTC).Format(day), whole...)
		}
		return
	}
	e.SetProperty(ics.ComponentPropertyDtStart, start.In(zone).Format(local), inZone...)
	if end.Timed && start.Compare(end) < 0 {
		e.SetProperty(ics.ComponentPropertyDtEnd, end.In(zone).Format(local), inZone...)
	}
}
