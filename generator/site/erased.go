package site

import "greffe/generator/council"

// NotFoundPath is the page that answers for what never was.
const NotFoundPath = "404.html"

// GonePath is the page that answers for every erased document. It names none.
const GonePath = "410.html"

// ErasedAddress is where a document lay that was erased; "" if it was not, or
// if another has taken its id.
func ErasedAddress(c *council.Council, a *Addresses, w *council.Withdrawal) string {
	if !w.Erase || c.Lookup(string(w.Of), string(w.ID)) != nil {
		return ""
	}
	return a.Document(string(w.Of), string(w.ID))
}
