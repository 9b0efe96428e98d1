package page

import "greffe/generator/council"

// A hearing of a qualified person, with the workshop that held it.
type hearing struct {
	*council.Hearing
	Workshop *council.Workshop
	For      *council.Opinion // nil on that opinion's own page
}

// hearings are those that concern an entity: its opinion, its member, its
// organisation.
func (v *View) hearings(entity council.Entity, concerns func(*council.Hearing) bool) []hearing {
	var found []hearing
	for _, workshop := range council.Citing[council.Workshop](v.Council, entity, "hearings") {
		for i := range workshop.Hearings {
			if h := &workshop.Hearings[i]; concerns(h) {
				opinion := v.Opinions.Find(h.Opinion)
				if council.Entity(opinion) == entity {
					opinion = nil
				}
				found = append(found, hearing{h, workshop, opinion})
			}
		}
	}
	return found
}
