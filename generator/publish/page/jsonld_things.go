package page

import (
	"strconv"
	"strings"

	"greffe/generator/council"
	"greffe/generator/site"
)

func (v *View) breadcrumbs() thing {
	step := func(position int, name string) thing {
		return a("ListItem").with("position", position).with("name", name)
	}
	steps := []thing{step(1, v.T("frame.home")).with("item", v.Absolute(v.Home()))}
	for _, crumb := range v.Trail {
		steps = append(steps, step(len(steps)+1, crumb.Title).with("item", v.Absolute(crumb.Address)))
	}
	steps = append(steps, step(len(steps)+1, v.H1()))
	return a("BreadcrumbList").with("itemListElement", steps)
}

// councilKind is an organisation of government, unless councils formed it among
// themselves.
func (v *View) councilKind() string {
	if v.Settings.Kind == "network" {
		return "Organization"
	}
	return "GovernmentOrganization"
}

// publisherThing is the council, in few words.
func (v *View) publisherThing() thing {
	return a(v.councilKind()).with("name", v.Settings.Name).with("url", v.Absolute(v.Home()))
}

func (v *View) councilThing() thing {
	s := v.Settings
	names := make([]string, 0, len(s.AltNames)+1)
	if s.ShortName != "" {
		names = append(names, s.ShortName)
	}
	for _, name := range s.AltNames {
		names = append(names, name.Name)
	}
	about := v.publisherThing().
		with("alternateName", names).
		with("description", oneLine(s.Mission)).
		with("foundingDate", s.Created.String())
	if v.Logo() != "" {
		about.with("logo", v.Absolute(v.Logo()))
	}
	if s.Territory != nil {
		about.with("areaServed", a("AdministrativeArea").with("name", s.Territory.Name))
	}
	if authority := v.Organisations.Find(s.Authority); authority != nil {
		about.with("parentOrganization", a("Organization").with("name", authority.Name).with("url", string(authority.URL)))
	}
	if contact := v.Current(s.Contact); contact != nil {
		about.with("email", string(contact.Email)).with("telephone", contact.Phone).with("address", oneLine(contact.Address))
	}
	var accounts []string
	for _, account := range s.Social {
		accounts = append(accounts, string(account.URL))
	}
	return about.with("sameAs", accounts)
}

func (v *View) personThing(m *council.Member) thing {
	about := a("Person").
		with("name", m.Name).
		with("familyName", m.FamilyName).
		with("url", v.Absolute(v.Address)).
		with("jobTitle", m.Profession).
		with("image", v.imageAddress(m))
	var bodies []thing
	seen := make(map[council.Ref[council.Body]]bool)
	for i := range m.Mandates {
		mandate := &m.Mandates[i]
		if body := v.Bodies.Find(mandate.Body); body != nil && mandate.On(v.AsOf.First()) && !seen[mandate.Body] {
			seen[mandate.Body] = true
			bodies = append(bodies, a("Organization").
				with("name", body.Name).with("url", v.Absolute(v.Href(body))).with("parentOrganization", v.publisherThing()))
		}
	}
	about.with("memberOf", bodies)
	if of := v.Organisations.Find(m.Organisation); of != nil {
		about.with("affiliation", a("Organization").with("name", of.Name).with("url", string(of.URL)))
	}
	var links []string
	for _, link := range m.Links {
		links = append(links, string(link.URL))
	}
	return about.with("sameAs", links)
}

// eventStatus has no word for what was held: the day says so.
var eventStatus = map[council.SessionStatus]string{
	council.Planned: "EventScheduled", council.Held: "EventScheduled", council.Cancelled: "EventCancelled", council.Postponed: "EventPostponed",
}

func (v *View) eventThing(s *council.Session) thing {
	about := a("Event").
		with("name", s.Title).
		with("url", v.Absolute(v.Address)).
		with("description", v.Description).
		with("startDate", v.instant(s.Start)).
		with("endDate", v.instant(s.End)).
		with("eventStatus", "https://schema.org/"+eventStatus[s.Status]).
		with("inLanguage", v.language(&s.Entry))
	if places, mode := placesOf(s.Place); len(places) > 0 {
		about.with("location", places).with("eventAttendanceMode", "https://schema.org/"+mode)
	}
	var organisers []thing
	for _, organiser := range v.Organisations.Some(s.Organisers) {
		organisers = append(organisers, a("Organization").with("name", organiser.Name).with("url", string(organiser.URL)))
	}
	if len(organisers) == 0 {
		organisers = append(organisers, v.publisherThing())
	}
	about.with("organizer", organisers)
	if parent := v.Sessions.Find(s.Parent); parent != nil {
		about.with("superEvent", a("Event").with("name", parent.Title).with("url", v.Absolute(v.Href(parent))).
			with("startDate", v.instant(parent.Start)))
	}
	return about
}

// placesOf are where to go, where to follow from afar, and which of the two the
// session offers.
func placesOf(place *council.Place) (places []thing, mode string) {
	if place == nil {
		return nil, ""
	}
	if place.Name != "" || place.Address != "" {
		places = append(places, a("Place").with("name", place.Name).with("address", oneLine(place.Address)))
		mode = "OfflineEventAttendanceMode"
	}
	if place.Online != "" {
		places = append(places, a("VirtualLocation").with("url", string(place.Online)))
		if mode = "OnlineEventAttendanceMode"; len(places) > 1 {
			mode = "MixedEventAttendanceMode"
		}
	}
	return places, mode
}

func (v *View) opinionThing(o *council.Opinion) thing {
	kind := "Report"
	if o.Kind == "motion" || o.Kind == "programme" {
		kind = "CreativeWork"
	}
	about := v.textThing(kind, o).
		with("headline", o.Title).
		with("dateCreated", o.AdoptedOn.String())
	if kind == "Report" {
		about.with("reportNumber", o.Number)
	}
	var rapporteurs []thing
	for _, member := range v.Members.Some(o.Rapporteurs) {
		rapporteurs = append(rapporteurs, a("Person").with("name", member.Name).with("url", v.Absolute(v.Href(member))))
	}
	return about.with("contributor", rapporteurs)
}

// textThing is what all texts of the council say of themselves.
func (v *View) textThing(kind string, document council.Documented) thing {
	entry := document.Common()
	var keywords []string
	for _, theme := range v.Themes.Some(entry.Themes) {
		keywords = append(keywords, theme.Name)
	}
	about := a(kind).
		with("name", document.Label()).
		with("url", v.Absolute(v.Address)).
		with("abstract", oneLine(entry.Summary)).
		with("keywords", keywords).
		with("inLanguage", v.language(entry)).
		with("dateModified", entry.Modified(v.AsOf).String()).
		with("license", site.LicenceIRI(v.Settings.Licence)).
		with("publisher", v.publisherThing()).
		with("image", v.imageAddress(document))
	var translations []thing
	for _, version := range v.Versions {
		text := a("CreativeWork").with("url", version.Absolute).with("inLanguage", version.Language)
		switch {
		case version.Current:
		case version.Original:
			about.with("translationOfWork", text)
		case v.rendering == nil:
			translations = append(translations, text)
		}
	}
	about.with("workTranslation", translations)
	if kind != "NewsArticle" {
		about.with("author", v.publisherThing()).with("datePublished", v.instant(entry.PublishOn))
	}
	return about
}

// tableThing is one table of the open data, with its files.
func (v *View) tableThing(table *TablePage) thing {
	var files []thing
	for _, file := range table.Files {
		files = append(files, a("DataDownload").
			with("name", file.Name).
			with("encodingFormat", file.Format).
			with("contentSize", strconv.FormatInt(file.Size, 10)+" B").
			with("contentUrl", v.Absolute(file.Address)))
	}
	return a("Dataset").
		with("name", v.Title).
		with("description", v.Description).
		with("url", v.Absolute(v.Address)).
		with("dateModified", table.Dated.String()).
		with("license", site.LicenceIRI(v.Settings.Licence)).
		with("creator", v.publisherThing()).
		with("inLanguage", v.SiteLanguage()).
		with("isAccessibleForFree", true).
		with("distribution", files)
}

// catalogThing is the open data, a dataset a subject.
func (v *View) catalogThing() thing {
	var datasets []thing
	for _, subject := range v.publisher.Datasets() {
		key := "standard.datasets." + subject.Name
		said := func(part string) string { return v.publisher.Words.Say(key+"."+part, "council", v.Settings.Name) }
		var files []thing
		for _, table := range subject.Tables {
			if !v.publisher.Words.Has("tables." + table + ".title") {
				continue
			}
			for _, form := range []struct{ extension, mediaType string }{{"csv", "text/csv"}, {"json", "application/json"}} {
				files = append(files, a("DataDownload").
					with("name", v.publisher.Words.Say("tables."+table+".title")).
					with("encodingFormat", form.mediaType).
					with("contentUrl", v.Absolute(v.Asset("data/v1/"+table+"."+form.extension))))
			}
		}
		datasets = append(datasets, a("Dataset").
			with("name", said("title")).
			with("description", said("description")).
			with("keywords", strings.Split(said("keywords"), ", ")).
			with("url", v.Absolute(v.Address)).
			with("license", site.LicenceIRI(v.Settings.Licence)).
			with("creator", v.publisherThing()).
			with("inLanguage", v.SiteLanguage()).
			with("isAccessibleForFree", true).
			with("distribution", files))
	}
	return a("DataCatalog").
		with("name", v.publisher.Words.Say("standard.catalogue.title", "council", v.Settings.Name)).
		with("description", v.publisher.Words.Say("standard.catalogue.description", "council", v.Settings.Name)).
		with("url", v.Absolute(v.Address)).
		with("license", site.LicenceIRI(v.Settings.Licence)).
		with("publisher", v.publisherThing()).
		with("dataset", datasets)
}

func (v *View) language(entry *council.Entry) string {
	if entry.Lang != "" {
		return string(entry.Lang)
	}
	return v.SiteLanguage()
}
