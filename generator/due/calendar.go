package due

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"greffe/generator/council"
	"greffe/generator/phrase"
)

// WriteCalendar writes items and changes as a calendar (RFC 5545) of whole days:
// a deadline that is a month or a year stands on its last day. Each event is
// marked as private, for the software that the calendar is shared with.
func WriteCalendar(w io.Writer, c *council.Council, items []Item, changes []Change, say phrase.Speaker) error {
	calendar := ics.NewCalendar()
	calendar.SetProductId("-//greffe//greffe//" + strings.ToUpper(say.Language))
	calendar.SetCalscale("GREGORIAN")
	calendar.SetName(say.Say("status.calendar", "council", c.Settings.Name))
	calendar.SetDescription(say.Say("status.private"))
	stamp := c.AsOf.In(c.Settings.Timezone.Location())
	for i := range items {
		item := &items[i]
		if item.On.IsZero() {
			continue
		}
		file, line, _ := item.Position(c)
		add(calendar, stamp, item.Kind+"\n"+file+"\n"+item.Path, item.On.Last(), item.What(say),
			item.Todo(say)+"\n\n"+fmt.Sprintf("%s:%d", file, line)+"\n\n"+say.Say("status.private"))
	}
	for day := range ByDay(changes) {
		on := day[0].At.Date
		var what []string
		for i := range day {
			what = append(what, day[i].What(say))
		}
		add(calendar, stamp, "rebuild\n"+on.String(), on.First(), say.Say("status.rebuild-event"), strings.Join(what, "\n"))
	}
	var out bytes.Buffer // the library does not tell of every failed write
	if err := calendar.SerializeTo(&out, ics.WithNewLineWindows); err != nil {
		return fmt.Errorf("writing a calendar: %w", err)
	}
	_, err := out.WriteTo(w)
	return err
}

// add writes an event that lasts a day and blocks nobody's. Its identifier is
// made of what it is about, so that a later list moves it and does not double
// it.
func add(calendar *ics.Calendar, stamp time.Time, about string, on council.Day, summary, description string) {
	sum := sha256.Sum256([]byte(about))
	event := calendar.AddEvent(hex.EncodeToString(sum[:12]) + "@greffe.invalid")
	event.SetDtStampTime(stamp)
	event.SetSummary(summary)
	event.SetDescription(description)
	event.SetClass(ics.ClassificationPrivate)
	event.SetTimeTransparency(ics.TransparencyTransparent)
	day := council.Moment{Date: on.Date()}
	event.SetProperty(ics.ComponentPropertyDtStart, day.In(time.UTC).Format("20060102"), ics.WithValue("DATE"))
}
