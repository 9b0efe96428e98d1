package council

import (
	"cmp"
	"slices"
)

// State is whether the public may see a document, and why not.
type State uint8

const (
	Published State = iota
	Drafted
	IsConfidential
	Embargoed
	Expired
	Withdrawn
	Erased
)

var states = [...]string{"published", "draft", "confidential", "embargoed", "expired", "withdrawn", "erased"}

// String is the state's stable English name.
func (s State) String() string { return states[s] }

// State is what the public may see of a document as of the council's moment. A
// withdrawal outweighs everything but secrecy: a document that is a draft or
// confidential is not even said to have been withdrawn, unless it is in the
// list of withdrawals, which is public.
func (c *Council) State(document Documented) State {
	for i := range c.source.Withdrawals {
		w := &c.source.Withdrawals[i]
		if string(w.ID) == document.Key() && string(w.Of) == document.Collection() && w.On.First() <= c.AsOf.First() {
			if w.Erase {
				return Erased
			}
			return Withdrawn
		}
	}
	entry := document.Common()
	switch {
	case entry.Confidential:
		return IsConfidential
	case entry.Draft:
		return Drafted
	case !entry.PublishOn.IsZero() && !entry.PublishOn.Reached(c.AsOf):
		return Embargoed
	case !entry.ExpireOn.IsZero() && entry.ExpireOn.Over(c.AsOf):
		return Expired
	}
	return Published
}

// Public is the council as the public sees it: only published documents, and a
// withdrawal for each that has expired. With drafts, those are shown too, and
// what is under embargo: for an editor's preview. What is confidential never
// is.
func (c *Council) Public(drafts bool) *Council {
	source := c.source
	source.Withdrawals = nil
	for _, w := range c.source.Withdrawals {
		if w.On.First() <= c.AsOf.First() {
			source.Withdrawals = append(source.Withdrawals, w)
		}
	}
	hidden := make(map[Documented]bool)
	for document := range c.Everything() {
		state := c.State(document)
		if state == Published || drafts && (state == Drafted || state == Embargoed) {
			continue
		}
		hidden[document] = true
		if state == Expired {
			source.Withdrawals = append(source.Withdrawals, Withdrawal{
				Of: CollectionName(document.Collection()), ID: ID(document.Key()),
				On: document.Common().ExpireOn.Date, Expired: true,
			})
		}
	}
	slices.SortStableFunc(source.Withdrawals, func(a, b Withdrawal) int {
		return cmp.Or(cmp.Compare(a.Of, b.Of), cmp.Compare(a.ID, b.ID))
	})
	public := c.without(hidden)
	public.source, public.Withdrawals = source, source.Withdrawals
	return public
}
