package standard

// What Popolo calls things, with the properties that a council's content can
// fill. Unlike tables, Popolo leaves out what is not known.

type popoloFile struct {
	Licence       string         `json:"licence,omitempty"`
	Source        string         `json:"source"`
	Persons       []person       `json:"persons"`
	Organizations []organization `json:"organizations"`
	Memberships   []membership   `json:"memberships"`
	Posts         []post         `json:"posts"`
	Events        []event        `json:"events"`
	Areas         []area         `json:"areas"`
	Motions       []motion       `json:"motions"`
	VoteEvents    []voteEvent    `json:"vote_events"`
}

type person struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	FamilyName string `json:"family_name,omitempty"`
	SortName   string `json:"sort_name,omitempty"`
	Summary    string `json:"summary,omitempty"`
	Image      string `json:"image,omitempty"`
	Links      []link `json:"links,omitempty"`
	Sources    []link `json:"sources,omitempty"`
}

type organization struct {
	ID             string       `json:"id"`
	Name           string       `json:"name"`
	OtherNames     []otherName  `json:"other_names,omitempty"`
	Identifiers    []identifier `json:"identifiers,omitempty"`
	Classification string       `json:"classification,omitempty"`
	ParentID       string       `json:"parent_id,omitempty"`
	AreaID         string       `json:"area_id,omitempty"`
	Abstract       string       `json:"abstract,omitempty"`
	FoundingDate   string       `json:"founding_date,omitempty"`
	Links          []link       `json:"links,omitempty"`
	Sources        []link       `json:"sources,omitempty"`
}

type otherName struct {
	Name string `json:"name"`
	Note string `json:"note,omitempty"`
}

type identifier struct {
	Scheme     string `json:"scheme"`
	Identifier string `json:"identifier"`
}

type link struct {
	URL  string `json:"url"`
	Note string `json:"note,omitempty"`
}

// A post is a role in a body, whoever holds it.
type post struct {
	ID             string `json:"id"`
	Label          string `json:"label"`
	Role           string `json:"role"`
	OrganizationID string `json:"organization_id"`
}

type membership struct {
	ID             string `json:"id"`
	Label          string `json:"label,omitempty"`
	Role           string `json:"role,omitempty"`
	PersonID       string `json:"person_id"`
	OrganizationID string `json:"organization_id"`
	PostID         string `json:"post_id,omitempty"`
	StartDate      string `json:"start_date,omitempty"`
	EndDate        string `json:"end_date,omitempty"`
	Sources        []link `json:"sources,omitempty"`
}

type event struct {
	ID             string     `json:"id"`
	Name           string     `json:"name"`
	Description    string     `json:"description,omitempty"`
	StartDate      string     `json:"start_date,omitempty"`
	EndDate        string     `json:"end_date,omitempty"`
	Location       string     `json:"location,omitempty"`
	Status         string     `json:"status"`
	Classification string     `json:"classification"`
	OrganizationID string     `json:"organization_id"`
	ParentID       string     `json:"parent_id,omitempty"`
	Attendees      []attendee `json:"attendees,omitempty"`
	Sources        []link     `json:"sources,omitempty"`
}

type attendee struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

type area struct {
	ID             string `json:"id"`
	Name           string `json:"name"`
	Identifier     string `json:"identifier,omitempty"`
	Classification string `json:"classification,omitempty"`
}

// A motion has AdoptedOn beside the date of the schema, which must have a time:
// more often than not, the day is all that is known.
type motion struct {
	ID                   string `json:"id"`
	OrganizationID       string `json:"organization_id"`
	LegislativeSessionID string `json:"legislative_session_id,omitempty"`
	Text                 string `json:"text"`
	Identifier           string `json:"identifier,omitempty"`
	Classification       string `json:"classification"`
	Date                 string `json:"date,omitempty"`
	AdoptedOn            string `json:"adopted_on,omitempty"`
	Result               string `json:"result,omitempty"`
	Sources              []link `json:"sources,omitempty"`
}

type voteEvent struct {
	ID                   string  `json:"id"`
	OrganizationID       string  `json:"organization_id"`
	LegislativeSessionID string  `json:"legislative_session_id,omitempty"`
	MotionID             string  `json:"motion_id"`
	Classification       string  `json:"classification,omitempty"`
	StartDate            string  `json:"start_date,omitempty"`
	Result               string  `json:"result,omitempty"`
	Counts               []count `json:"counts"`
	Sources              []link  `json:"sources,omitempty"`
}

type count struct {
	Option string `json:"option"`
	Value  int    `json:"value"`
}
