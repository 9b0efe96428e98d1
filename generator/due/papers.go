package due

import (
	"strings"

	"greffe/generator/conformity"
	"greffe/generator/council"
)

// calls are those that open or close soon.
func (l *lister) calls() {
	for news := range l.Council.News.All() {
		if call := news.Call; call != nil {
			args := Args{"title": news.Title}
			l.coming(Item{Kind: "call-opens", On: call.OpensOn, Document: news, Path: "call.opens_on", Args: args})
			l.coming(Item{Kind: "call-closes", On: call.ClosesOn, Document: news, Path: "call.closes_on", Args: args})
		}
	}
}

// papers are the documents that the public will soon see, or no longer.
func (l *lister) papers() {
	for document := range l.Everything() {
		entry, state := document.Common(), l.State(document)
		args := Args{"title": document.Label(), "at": entry.PublishOn, "until": entry.ExpireOn}
		if state == council.Embargoed {
			l.coming(Item{Kind: "embargo-ends", On: entry.PublishOn.Date, Document: document, Path: "publish_on", Args: args})
		}
		if state == council.Published || state == council.Embargoed {
			l.coming(Item{Kind: "document-expires", On: entry.ExpireOn.Date, Document: document, Path: "expire_on", Args: args})
		}
	}
}

// required is what the council has ruled that it must have, and do, regularly:
// texts, texts to be sent, sessions.
func (l *lister) required() {
	for _, b := range l.standing(conformity.Documents, l.Council, "missing-document") {
		l.until(Item{Kind: "text-due", On: b.lastDay(), Path: b.Path, Args: l.asked(b)}, "text-missing")
	}
	for _, b := range l.breaches(conformity.Documents, l.Council) {
		if b.Kind == "document-not-sent" {
			l.add(Item{Kind: "text-to-send", On: b.From, Document: b.Document, Path: b.Path, Args: Args{
				"title": b.Document.Label(), "kind": council.DocumentKind(b.Args["kind"]), "to": l.organisation(council.Ref[council.Organisation](b.Args["to"])),
			}})
		}
	}
	for _, b := range l.standing(conformity.Meetings, l.asPlanned(), "too-few-meetings") {
		l.until(Item{Kind: "meeting-due", On: b.lastDay(), Path: b.Path, Args: l.asked(b)}, "meeting-lacking")
	}
}

// asked is what a rule asks for in each period.
func (l *lister) asked(b breach) Args {
	return Args{"kind": council.DocumentKind(b.Args["kind"]), "n": b.Args["n"], "every": council.Period(b.Args["every"]), "period": periodOf(b), "source": b.Args["source"]}
}

// A period is the whole years, or the days, in which something was lacking.
type period struct{ first, last council.Date }

// periodOf is that of a breach of a rule on what is due regularly: it says its
// own, until the last period that was judged. The zero period: what is due once.
func periodOf(b breach) period {
	first, last, _ := strings.Cut(b.Args["period"], " → ")
	p := period{dateOf(first), dateOf(last)}
	if p.first.IsZero() || p.last.IsZero() {
		return period{}
	}
	return p
}

// asPlanned is the council if each session that is planned takes place: what
// the calendar provides for need not be asked for.
func (l *lister) asPlanned() *council.Council {
	var held []council.Documented
	for session := range l.Sessions.All() {
		if session.Status == council.Planned && !session.Start.Over(l.AsOf) {
			as := *session
			as.Status = council.Held
			held = append(held, &as)
		}
	}
	planned, _ := l.Edited(held, nil)
	return planned
}

// contacts are the published addresses and the statement that age.
func (l *lister) contacts() {
	contact := func(c *council.Contact, key string) {
		if c != nil {
			l.until(Item{Kind: "contact-ends", On: c.Until, Path: key + ".until", Args: Args{"name": c.Name}}, "contact-over")
		}
	}
	contact(l.Settings.Contact, "contact")
	contact(l.Settings.PressContact, "press_contact")
	if a := l.Settings.Accessibility; a != nil && a.Audit != nil {
		// An audit says how accessible a site is for three years (décret
		// 2019-768); then every page says that it is not known to be.
		l.until(Item{Kind: "audit-ends", On: a.Audit.On.AddYears(3), Path: "accessibility.audit.on", Args: Args{"on": a.Audit.On}}, "audit-over")
	}
}
