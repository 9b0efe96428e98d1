package data

import "greffe/generator/council"

func membersIn(c *council.Council) *council.Collection[council.Member] { return &c.Members }

func members() *Table {
	return documents(membersIn).common(document).document(document)
}

func mandates() *Table {
	t := parts("mandates", "member", "mandates", membersIn, func(m *council.Member) []council.Mandate { return m.Mandates })
	return t.document(part[council.Member, council.Mandate].entire)
}

func offices() *Table {
	t := parts("offices", "member", "offices", membersIn, func(m *council.Member) []council.Office { return m.Offices })
	return t.document(part[council.Member, council.Office].entire)
}

func interests() *Table {
	t := parts("interests", "member", "interests", membersIn, func(m *council.Member) []council.Interest { return m.Interests })
	return t.document(part[council.Member, council.Interest].entire)
}

// memberLinks has the address under another name: every table has a column url.
func memberLinks() *Table {
	t := parts("member_links", "member", "links", membersIn, func(m *council.Member) []council.Link { return m.Links }, rename("url", "link_url"))
	return t.document(part[council.Member, council.Link].entire)
}
