package data

import "greffe/generator/council"

func opinionsIn(c *council.Council) *council.Collection[council.Opinion] { return &c.Opinions }

func opinions() *Table {
	t := documents(opinionsIn)
	t.column("votes_cast", Integer, func(_ *view, o *council.Opinion) Cell { return count(o.Vote.Cast()) })
	return t.common(document).document(document)
}

func opinionRapporteurs() *Table {
	return links("opinion_rapporteurs", "opinion", "member", "rapporteurs", opinionsIn,
		func(c *council.Council, o *council.Opinion) []*council.Member { return c.Members.Some(o.Rapporteurs) })
}

func opinionThemes() *Table {
	return links("opinion_themes", "opinion", "theme", "themes", opinionsIn,
		func(c *council.Council, o *council.Opinion) []*council.Theme { return c.Themes.Some(o.Themes) })
}

func opinionWorkshops() *Table {
	return links("opinion_workshops", "opinion", "workshop", "workshops", opinionsIn,
		func(c *council.Council, o *council.Opinion) []*council.Workshop { return c.Workshops.Some(o.Workshops) })
}

func opinionSupersedes() *Table {
	return links("opinion_supersedes", "opinion", "superseded", "supersedes", opinionsIn,
		func(c *council.Council, o *council.Opinion) []*council.Opinion { return c.Opinions.Some(o.Supersedes) })
}

func deliveries() *Table {
	t := parts("deliveries", "opinion", "deliveries", opinionsIn, func(o *council.Opinion) []council.Delivery { return o.Deliveries })
	return t.document(part[council.Opinion, council.Delivery].entire)
}

func responses() *Table {
	t := parts("responses", "opinion", "responses", opinionsIn, func(o *council.Opinion) []council.Response { return o.Responses })
	return t.document(part[council.Opinion, council.Response].entire)
}

func errata() *Table {
	t := parts("errata", "opinion", "errata", opinionsIn, func(o *council.Opinion) []council.Erratum { return o.Errata })
	return t.document(part[council.Opinion, council.Erratum].entire)
}
