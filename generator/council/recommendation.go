package council

// A Recommendation is one thing that an opinion asks of somebody. It is
// followed until it is done, refused or abandoned.
type Recommendation struct {
	ID        ID                   `yaml:"id" is:"public required"` // unique in its opinion
	Text      string               `yaml:"text" is:"public required"`
	Kind      string               `yaml:"kind" is:"public"`
	Addressee Ref[Organisation]    `yaml:"addressee" is:"public"`
	Dataset   string               `yaml:"dataset" is:"public"`
	Due       Date                 `yaml:"due" is:"public deadline"`
	Status    RecommendationStatus `yaml:"status" is:"public"`
	Updates   []Update             `yaml:"updates" is:"public"`
}

// RecommendationStatus is how far a recommendation has come.
type RecommendationStatus string

const (
	Proposed   RecommendationStatus = "proposed"
	Accepted   RecommendationStatus = "accepted"
	InProgress RecommendationStatus = "in-progress"
	Done       RecommendationStatus = "done"
	Refused    RecommendationStatus = "refused"
	Abandoned  RecommendationStatus = "abandoned"
)

func (RecommendationStatus) Words() []string {
	return []string{string(Proposed), string(Accepted), string(InProgress), string(Done), string(Refused), string(Abandoned)}
}

// Closed tells whether nothing more is expected.
func (s RecommendationStatus) Closed() bool { return s == Done || s == Refused || s == Abandoned }

// An Update is one dated step of a follow-up, with its evidence.
type Update struct {
	On       Date                 `yaml:"on" is:"public required"`
	Status   RecommendationStatus `yaml:"status" is:"public"`
	Note     string               `yaml:"note" is:"public"`
	Evidence URL                  `yaml:"evidence" is:"public"`
	Source   string               `yaml:"source" is:"public"` // a title, or an address
}

// State is the recommendation's status: its own, or that of its latest update,
// or proposed.
func (r *Recommendation) State() RecommendationStatus {
	if r.Status != "" {
		return r.Status
	}
	if last := r.LastUpdate(); last != nil {
		return last.Status
	}
	return Proposed
}

// LastUpdate is the latest update that states a status, or nil.
func (r *Recommendation) LastUpdate() *Update {
	var last *Update
	for i := range r.Updates {
		update := &r.Updates[i]
		if update.Status != "" && (last == nil || update.On.First() >= last.On.First()) {
			last = update
		}
	}
	return last
}

// Late tells whether the recommendation was due and is not closed. "Due in
// 2025" is late from 1 January 2026.
func (r *Recommendation) Late(asOf Moment) bool {
	return !r.State().Closed() && !r.Due.IsZero() && r.Due.Last() < asOf.First()
}
