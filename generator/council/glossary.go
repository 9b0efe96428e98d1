package council

// A Term is a word explained.
type Term struct {
	Term       string `yaml:"term" is:"public required"`
	Definition string `yaml:"definition" is:"public required"`
	Places
}

// A Withdrawal says that a published document is no more. It leaves a page that
// says so, unless it is erased: personal data leaves nothing.
type Withdrawal struct {
	Of     CollectionName `yaml:"collection" is:"public required"`
	ID     ID             `yaml:"id" is:"public required"`
	On     Date           `yaml:"on" is:"public required"`
	Reason string         `yaml:"reason" is:"public"`
	Start  Moment         `yaml:"start" is:"public"` // of a session: when it was to meet
	Erase  bool           `yaml:"erase" is:"public"`

	Expired bool // not declared: the document's own expire_on has gone by
	Places
}

// CollectionName is the folder of a collection.
type CollectionName string

func (CollectionName) Words() []string { return Folders() }
