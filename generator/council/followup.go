package council

import "iter"

// A FollowedUp is a recommendation with the opinion that makes it.
type FollowedUp struct {
	Opinion *Opinion
	*Recommendation
}

// Key is the recommendation's id across the council: "2024-01/r1".
func (f FollowedUp) Key() string { return f.Opinion.ID + "/" + string(f.Recommendation.ID) }

// FollowUp yields every recommendation, that of the newest opinion first. A
// recommendation stands as long as its opinion does: those of a text that was
// rejected or withdrawn are not followed.
func (c *Council) FollowUp() iter.Seq[FollowedUp] {
	return func(yield func(FollowedUp) bool) {
		for opinion := range c.Opinions.All() {
			if !opinion.Followed() {
				continue
			}
			for i := range opinion.Recommendations {
				if !yield(FollowedUp{opinion, &opinion.Recommendations[i]}) {
					return
				}
			}
		}
	}
}

// Followed tells whether the opinion's recommendations are followed up.
func (o *Opinion) Followed() bool { return o.Status == "adopted" || o.Status == "superseded" }
