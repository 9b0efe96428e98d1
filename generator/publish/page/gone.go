package page

import (
	"greffe/generator/council"
	"greffe/generator/site"
)

// gonePages say of each document that was withdrawn, or that has expired, that
// it is no more: neither what it was called nor what it said. What was erased
// leaves nothing.
func gonePages(p *Publisher) []site.File {
	var files []site.File
	for _, w := range p.Council.Withdrawals {
		collection, id := string(w.Of), string(w.ID)
		address := p.places().Document(collection, id)
		if w.Erase || address == "" || p.Council.Lookup(collection, id) != nil {
			continue
		}
		files = append(files, p.page("gone", address, "", func(v *View) bool {
			v.Lookup(collection, id) // should it come back, this page goes
			for i := range v.Withdrawals {
				if w := &v.Withdrawals[i]; string(w.Of) == collection && string(w.ID) == id {
					v.gone(w)
					return true
				}
			}
			return false
		}))
	}
	return files
}

// erasedPages are what the host answers with for all that was erased: one page,
// which does not say what it was.
func erasedPages(p *Publisher) []site.File {
	for i := range p.Council.Withdrawals {
		if site.ErasedAddress(p.Council, p.Addresses, &p.Council.Withdrawals[i]) == "" {
			continue
		}
		return []site.File{p.page("notfound", p.Addresses.Asset(site.GonePath), "", func(v *View) bool {
			v.Title = v.T("gone.erased.title")
			v.Description = v.T("gone.erased.description")
			v.NotFound, v.Unlisted = true, true
			return true
		})}
	}
	return nil
}

// GoneState is why a page is no more: "withdrawn" or "expired".
func (v *View) GoneState(w *council.Withdrawal) string {
	if w.Expired {
		return "expired"
	}
	return "withdrawn"
}

func (v *View) gone(w *council.Withdrawal) {
	state := v.GoneState(w)
	if w.Of != "pages" {
		v.In(string(w.Of))
	}
	v.Heading = v.T("gone." + state + ".title")
	v.Title = v.T("gone.page_title", "title", v.Heading, "id", string(w.ID))
	v.Description = v.T("gone." + state + ".description")
	v.Unlisted = true
	v.Page = w
}

// movedPages lead from a document's former addresses to the one it has: for
// hosts that do not know _redirects.
func movedPages(p *Publisher) []site.File {
	var files []site.File
	for document := range p.Council.Everything() {
		if _, ok := p.rendered(document); !ok {
			continue
		}
		collection, id := document.Collection(), document.Key()
		for _, alias := range document.Common().Aliases {
			if p.Council.Lookup(collection, string(alias)) != nil {
				continue // an id in use is nobody's former id
			}
			address := p.places().Document(collection, string(alias))
			files = append(files, p.page("moved", address, "", func(v *View) bool {
				found := v.Lookup(collection, id)
				if isNil(found) {
					return false
				}
				v.Heading = v.T("moved.title")
				v.Title = v.T("gone.page_title", "title", v.Heading, "id", string(alias))
				v.Description = v.T("moved.description")
				v.MovedTo = v.Href(found)
				v.Unlisted = true
				v.Page = found
				return true
			}))
		}
	}
	return files
}
