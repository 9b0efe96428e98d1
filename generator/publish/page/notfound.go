package page

import "greffe/generator/site"

// notFoundPages are the answer to a wrong address. It is served at any address,
// so everything in it is named from the root of the host.
func notFoundPages(p *Publisher) []site.File {
	return []site.File{p.page("notfound", p.Addresses.Asset(site.NotFoundPath), "", func(v *View) bool {
		v.Title = v.T("not-found.title")
		v.Description = v.T("not-found.intro")
		v.NotFound, v.Unlisted = true, true
		return true
	})}
}
