package page

import (
	"html/template"
	"iter"

	"greffe/generator/council"
)

// events yields everything dated in the council's life, in no order of dates.
func events(c *council.Council) iter.Seq2[council.Date, Event] {
	return func(yield func(council.Date, Event) bool) {
		give := func(date council.Date, kind string, in entry) bool {
			return date.IsZero() || yield(date, Event{Date: date, Kind: kind, in: in})
		}
		if !give(c.Settings.Created, "created", entry{}) {
			return
		}
		for i := range c.Settings.FoundingActs {
			act := &c.Settings.FoundingActs[i]
			if !give(act.Date, "act", entry{act: act}) {
				return
			}
		}
		for s := range c.Sessions.All() {
			if !give(s.Start.Date, "session", entry{entity: s}) {
				return
			}
		}
		for o := range c.Opinions.All() {
			if !give(o.AdoptedOn, "opinion", entry{entity: o}) {
				return
			}
		}
		for n := range c.News.All() {
			if !give(n.Date.Date, "news", entry{entity: n}) {
				return
			}
		}
		for d := range c.Documents.All() {
			if !give(d.Dated(), "document", entry{entity: d}) {
				return
			}
		}
		for m := range c.Members.All() {
			for i := range m.Mandates {
				mandate := &m.Mandates[i]
				if !give(mandate.Start, "start", entry{entity: m, seat: mandate}) ||
					!give(mandate.End, "end", entry{entity: m, seat: mandate}) {
					return
				}
			}
		}
	}
}

// happened tells of an event in a sentence.
func (v *View) happened(event Event) template.HTML {
	in := event.in
	switch {
	case event.Kind == "created":
		return v.Say("timeline.created", "council", v.Settings.Name)
	case in.act != nil:
		return v.Say("timeline.act", "act", v.FoundingAct(*in.act))
	case in.seat != nil:
		key := "timeline." + event.Kind
		if v.AsOf.Date.Before(event.Date) {
			key += "-coming"
		}
		return v.Say(key, "member", v.Link(in.entity), "body", v.Link(v.Bodies.Find(in.seat.Body)))
	}
	kind := event.Kind
	switch e := in.entity.(type) {
	case *council.Session:
		kind += "-" + string(e.Status)
	case *council.Opinion:
		kind += "-" + string(e.Status)
	}
	return v.Say("timeline."+kind, "what", v.Link(in.entity))
}
