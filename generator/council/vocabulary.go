package council

// The lists that a council declares in council.yaml, for its documents to name.

// A Body is where mandates are held: the council, a circle, a working group, a
// bureau.
type Body struct {
	ID          ID            `yaml:"id" is:"public required"`
	OfType      BodyType      `yaml:"type" is:"public required"`
	Name        string        `yaml:"label" is:"public required"`
	Description string        `yaml:"description" is:"public"`
	Parent      Ref[Body]     `yaml:"parent" is:"public"`
	Parity      []ParityCount `yaml:"parity" is:"public"`
}

// BodyType is what a body is.
type BodyType string

func (BodyType) Words() []string {
	return []string{"council", "circle", "working-group", "bureau"}
}

// A ParityCount is how many women and men sat on a day, as the secretariat
// counted them. Nobody's gender is recorded.
type ParityCount struct {
	On     Date   `yaml:"on" is:"public required"`
	Women  int    `yaml:"women" is:"public required"`
	Men    int    `yaml:"men" is:"public required"`
	Other  int    `yaml:"other" is:"public"`
	Source string `yaml:"source" is:"public"`
}

// A Role is what somebody is in a body.
type Role struct {
	ID     ID     `yaml:"id" is:"public required"`
	Name   string `yaml:"label" is:"public required"`
	Single bool   `yaml:"single" is:"public"` // at most one holder at a time
}

// A College is the part of society that a member comes from.
type College struct {
	ID          ID     `yaml:"id" is:"public required"`
	Name        string `yaml:"label" is:"public required"`
	Description string `yaml:"description" is:"public"`
}

// A Category tells citizens from elected members, or whatever a council tells
// apart.
type Category struct {
	ID   ID     `yaml:"id" is:"public required"`
	Name string `yaml:"label" is:"public required"`
}

// A District is a part of the territory.
type District struct {
	ID   ID     `yaml:"id" is:"public required"`
	Name string `yaml:"label" is:"public required"`
}

// A Profile is the experience that somebody brings.
type Profile struct {
	ID   ID     `yaml:"id" is:"public required"`
	Name string `yaml:"label" is:"public required"`
}

// A Series is a run of events or interviews that follow one another.
type Series struct {
	ID          ID     `yaml:"id" is:"public required"`
	Name        string `yaml:"label" is:"public required"`
	Description string `yaml:"description" is:"public"`
}

// An Axis is a direction that the council set for itself.
type Axis struct {
	ID          ID     `yaml:"id" is:"public required"`
	Name        string `yaml:"label" is:"public required"`
	Description string `yaml:"description" is:"public"`
}

// A Theme is a subject under which people look for documents.
type Theme struct {
	ID          ID     `yaml:"id" is:"public required"`
	Name        string `yaml:"label" is:"public required"`
	Description string `yaml:"description" is:"public"`
}

func (*Body) Collection() string     { return "bodies" }
func (*Role) Collection() string     { return "roles" }
func (*College) Collection() string  { return "colleges" }
func (*Category) Collection() string { return "categories" }
func (*District) Collection() string { return "districts" }
func (*Profile) Collection() string  { return "profiles" }
func (*Series) Collection() string   { return "series" }
func (*Axis) Collection() string     { return "axes" }
func (*Theme) Collection() string    { return "themes" }

func (b *Body) Key() string     { return string(b.ID) }
func (r *Role) Key() string     { return string(r.ID) }
func (c *College) Key() string  { return string(c.ID) }
func (c *Category) Key() string { return string(c.ID) }
func (d *District) Key() string { return string(d.ID) }
func (p *Profile) Key() string  { return string(p.ID) }
func (s *Series) Key() string   { return string(s.ID) }
func (a *Axis) Key() string     { return string(a.ID) }
func (t *Theme) Key() string    { return string(t.ID) }

func (b *Body) Label() string     { return b.Name }
func (r *Role) Label() string     { return r.Name }
func (c *College) Label() string  { return c.Name }
func (c *Category) Label() string { return c.Name }
func (d *District) Label() string { return d.Name }
func (p *Profile) Label() string  { return p.Name }
func (s *Series) Label() string   { return s.Name }
func (a *Axis) Label() string     { return a.Name }
func (t *Theme) Label() string    { return t.Name }
