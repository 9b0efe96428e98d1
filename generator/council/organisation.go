package council

// An Organisation is an authority, an addressee, a signatory, an employer.
type Organisation struct {
	ID        ID               `yaml:"id" is:"public required"`
	Name      string           `yaml:"name" is:"public required"`
	ShortName string           `yaml:"short_name" is:"public"`
	AltNames  []AltName        `yaml:"alt_names" is:"public"`
	Type      OrganisationType `yaml:"type" is:"public required"`
	URL       URL              `yaml:"url" is:"public"`
	SIREN     string           `yaml:"siren" is:"public"`
	Places
}

func (*Organisation) Collection() string { return "organisations" }
func (o *Organisation) Key() string      { return string(o.ID) }
func (o *Organisation) Label() string    { return o.Name }

// Self is the reserved id under which the council is an organisation among
// others.
const Self Ref[Organisation] = "council"

func (s *Settings) asOrganisation() Organisation {
	return Organisation{ID: ID(Self), Name: s.Name, ShortName: s.ShortName, Type: "council", URL: s.BaseURL}
}

// OrganisationType is the nature of an organisation.
type OrganisationType string

func (OrganisationType) Words() []string {
	return []string{"commune", "department", "region", "state", "council", "association", "cooperative", "company", "university", "other"}
}

// An AltName is another name by which texts call the same body, and which text
// does.
type AltName struct {
	Name   string `yaml:"name" is:"public required"`
	Source string `yaml:"source" is:"public"`
}
