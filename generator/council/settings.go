package council

// Settings are council.yaml: who the council is, the words it uses and the
// rules it keeps.
type Settings struct {
	Name         string              `yaml:"name" is:"public required"`
	ShortName    string              `yaml:"short_name" is:"public"`
	AltNames     []AltName           `yaml:"alt_names" is:"public"`
	Kind         Level               `yaml:"kind" is:"public"`
	Nature       []Nature            `yaml:"nature" is:"public"`
	Mission      string              `yaml:"mission" is:"public"`
	Created      Date                `yaml:"created" is:"public"`
	BaseURL      URL                 `yaml:"base_url" is:"public"`
	Language     Language            `yaml:"language" is:"public"`
	Timezone     Zone                `yaml:"timezone" is:"public"`
	Territory    *Territory          `yaml:"territory" is:"public"`
	Authority    Ref[Organisation]   `yaml:"authority" is:"public"`
	Secretariat  Ref[Organisation]   `yaml:"secretariat" is:"public"`
	Partners     []Ref[Organisation] `yaml:"partners" is:"public"`
	FoundingActs []FoundingAct       `yaml:"founding_acts" is:"public"`
	Relations    []Relation          `yaml:"relations" is:"public"`
	Contact      *Contact            `yaml:"contact" is:"public"`
	PressContact *Contact            `yaml:"press_contact" is:"public"`
	Boilerplate  string              `yaml:"boilerplate" is:"public"`
	Social       []Account           `yaml:"social" is:"public"`

	Axes       []Axis     `yaml:"axes" is:"public"`
	Themes     []Theme    `yaml:"themes" is:"public"`
	Bodies     []Body     `yaml:"bodies" is:"public"`
	Roles      []Role     `yaml:"roles" is:"public"`
	Colleges   []College  `yaml:"colleges" is:"public"`
	Categories []Category `yaml:"categories" is:"public"`
	Districts  []District `yaml:"districts" is:"public"`
	Profiles   []Profile  `yaml:"profiles" is:"public"`
	Series     []Series   `yaml:"series" is:"public"`

	Rules    Rules            `yaml:"rules" is:"public"`
	Warnings []WarningSetting `yaml:"warnings" is:"public"`
	Gaps     []Gap            `yaml:"gaps" is:"public"`

	Licence       Licence        `yaml:"licence" is:"public"`
	Data          DataSettings   `yaml:"data" is:"public"`
	Legal         Legal          `yaml:"legal" is:"public"`
	Privacy       Privacy        `yaml:"privacy" is:"public"`
	Accessibility *Accessibility `yaml:"accessibility" is:"public"`
	Appearance    Appearance     `yaml:"appearance" is:"public"`
	Menu          []string       `yaml:"menu" is:"public"` // sections of the site, or ids of free pages
	CMS           *WebForm       `yaml:"cms" is:"public"`

	Places
	References []Reference
	Stated     []Date
}

// Level is the reach of a council.
type Level string

func (Level) Words() []string {
	return []string{"local", "departmental", "regional", "national", "network"}
}

// Nature is what a council is for.
type Nature string

func (Nature) Words() []string {
	return []string{"advice", "consultation", "expertise", "participation", "observation", "initiative", "experimentation", "evaluation", "representation"}
}

// A Territory is where a council works.
type Territory struct {
	Name string        `yaml:"name" is:"public required"`
	Type TerritoryType `yaml:"type" is:"public"`
	Code string        `yaml:"code" is:"public"` // INSEE: of a commune, a department, a region
}

// TerritoryType is the kind of a territory.
type TerritoryType string

func (TerritoryType) Words() []string {
	return []string{"commune", "intercommunality", "metropolis", "department", "region", "state", "other"}
}

// A FoundingAct is a text that created or changed the council.
type FoundingAct struct {
	Title    string        `yaml:"title" is:"public required"`
	Kind     ActKind       `yaml:"kind" is:"public"`
	Date     Date          `yaml:"date" is:"public"`
	Number   string        `yaml:"number" is:"public"`
	URL      URL           `yaml:"url" is:"public"`
	Document Ref[Document] `yaml:"document" is:"public"`
}

// ActKind is the legal nature of an act.
type ActKind string

func (ActKind) Words() []string {
	return []string{"deliberation", "order", "decree", "law", "statutes", "charter", "decision", "other"}
}

// A Relation ties the council to another body.
type Relation struct {
	Kind         RelationKind      `yaml:"kind" is:"public required"`
	Organisation Ref[Organisation] `yaml:"organisation" is:"public required"`
}

// RelationKind is how a council relates to another body.
type RelationKind string

func (RelationKind) Words() []string { return []string{"local-version-of", "follows"} }

// A Contact is published on purpose: whoever writes it here means it to be.
type Contact struct {
	Name    string `yaml:"name" is:"public"`
	Office  string `yaml:"office" is:"public"`
	Email   Email  `yaml:"email" is:"public"`
	Phone   string `yaml:"phone" is:"public"`
	Address string `yaml:"address" is:"public"`
	Hours   string `yaml:"hours" is:"public"`
	Until   Date   `yaml:"until" is:"public deadline"`
}

// An Account is a presence on a social network.
type Account struct {
	Name string `yaml:"name" is:"public required"`
	URL  URL    `yaml:"url" is:"public required"`
}

// A WarningSetting turns a warning off, and says why.
type WarningSetting struct {
	Name   string `yaml:"name" is:"public required"`
	Off    bool   `yaml:"off" is:"public required"`
	Reason string `yaml:"reason" is:"public required"`
}

// A Gap is a contradiction or a blank of the sources, reported as such.
type Gap struct {
	Subject string   `yaml:"subject" is:"public required"`
	Text    string   `yaml:"text" is:"public required"`
	Sources []string `yaml:"sources" is:"public"`
}

// Licence is the licence of the published data and texts.
type Licence string

func (Licence) Words() []string {
	return []string{"etalab-2.0", "odbl-1.0", "cc-by-4.0", "cc-by-sa-4.0", "cc0-1.0"}
}

// DataSettings shape the open data.
type DataSettings struct {
	Frequency Frequency `yaml:"frequency" is:"public"`
	Since     Date      `yaml:"since" is:"public"` // when the data was first published
	SCDL      bool      `yaml:"scdl" is:"public"`
	SIRET     string    `yaml:"siret" is:"public"`   // of the collectivity that the council advises: SCDL asks for it
	Spatial   string    `yaml:"spatial" is:"public"` // WKT polygon
	// Provenance publishes in which file and on which line each row is written.
	Provenance bool `yaml:"provenance" is:"public"`
}

// Frequency is how often data is updated (European Union's list of
// frequencies).
type Frequency string

func (Frequency) Words() []string {
	return []string{"irregular", "continuous", "daily", "weekly", "monthly", "quarterly", "annual"}
}

// Legal is what the law on digital trust asks of a publisher (loi 2004-575).
type Legal struct {
	Publisher *LegalPerson `yaml:"publisher" is:"public"`
	Director  string       `yaml:"director" is:"public"`
	Host      *LegalPerson `yaml:"host" is:"public"`
	Rights    string       `yaml:"rights" is:"public"`
}

// A LegalPerson publishes or hosts the site.
type LegalPerson struct {
	Name    string `yaml:"name" is:"public"`
	Address string `yaml:"address" is:"public"`
	Phone   string `yaml:"phone" is:"public"`
}

// Privacy is what articles 13 and 14 of the GDPR ask to be told.
type Privacy struct {
	Controller string `yaml:"controller" is:"public"`
	DPO        Email  `yaml:"dpo" is:"public"`
	Purposes   string `yaml:"purposes" is:"public"`
	Basis      string `yaml:"basis" is:"public"`
	Retention  string `yaml:"retention" is:"public"`
	Rights     string `yaml:"rights" is:"public"`
}

// Accessibility are the facts of the accessibility statement (loi 2005-102,
// article 47; décret 2019-768).
type Accessibility struct {
	Standard        string `yaml:"standard" is:"public"`
	Contact         Email  `yaml:"contact" is:"public"`
	MultiannualPlan URL    `yaml:"multiannual_plan" is:"public"`
	AnnualPlan      URL    `yaml:"annual_plan" is:"public"`
	Audit           *Audit `yaml:"audit" is:"public"`
}

// An Audit is what somebody measured against the standard.
type Audit struct {
	On           Date     `yaml:"on" is:"public required"`
	By           string   `yaml:"by" is:"public required"`
	Rate         float64  `yaml:"rate" is:"public required"` // criteria met ÷ criteria that apply, in per cent
	Failures     []string `yaml:"failures" is:"public"`
	Burdens      []string `yaml:"burdens" is:"public"` // disproportionate ones, each with its reason
	Exemptions   []string `yaml:"exemptions" is:"public"`
	Technologies []string `yaml:"technologies" is:"public"`
	Environment  []string `yaml:"environment" is:"public"`
	Tools        []string `yaml:"tools" is:"public"`
	Pages        []string `yaml:"pages" is:"public"`
}

// Appearance is the council's own face.
type Appearance struct {
	Colour  Colour   `yaml:"colour" is:"public"`
	Accent  Colour   `yaml:"accent" is:"public"`
	Logo    FileName `yaml:"logo" is:"public"`
	LogoAlt string   `yaml:"logo_alt" is:"public"`
}

// A WebForm is where the form at /admin/ finds the content, and where its users
// log in. It holds no secret: a browser reads all of it.
type WebForm struct {
	Backend Forge  `yaml:"backend" is:"public required"`
	Repo    string `yaml:"repo" is:"public"`     // owner/name
	Branch  string `yaml:"branch" is:"public"`   // empty: the repository's own
	Folder  string `yaml:"folder" is:"public"`   // of the content, in the repository; empty: content
	BaseURL URL    `yaml:"base_url" is:"public"` // of the service that logs users in
	APIRoot URL    `yaml:"api_root" is:"public"` // of a forge of one's own
	AppID   string `yaml:"app_id" is:"public"`   // the public identifier of the form at the forge
}

// A Forge is the kind of service that keeps the content, or none, to try the form.
type Forge string

func (Forge) Words() []string { return []string{"github", "gitlab", "gitea", "test-repo"} }
