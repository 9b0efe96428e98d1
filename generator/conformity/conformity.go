// Package conformity tells whether a council keeps the rules that it has ruled
// for itself, since when, and when it did not.
//
// Rules are looked at over all dates, never only today's: a rule of size sweeps
// the days on which somebody's mandate begins or ends, and names the interval
// in which there were too many. The same verdicts become diagnostics (package
// check), the page on conformity and its data.
//
// Unknown is not zero. A partial date that could go either way, an attendance
// that nobody recorded, a composition of which no member is named: the verdict
// is [Undetermined] and nobody is accused. What no text states is [Unspecified],
// which is not unlimited.
//
// A verdict says what the record shows; it decides nothing. No mandate ends
// because of one.
//
// What is not judged, because the content cannot tell: the balance of colleges
// (no tolerance is declared), who holds whose proxy, what is public in a debate,
// whether an absence was excused for a good reason.
package conformity

import (
	"slices"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// A Rule judges one kind of rule; a council may have declared none, one or
// several of the kind.
type Rule struct {
	Name  string   // its sentences are the catalogue's "rules.NAME"
	Kinds []string // of breach: the names of their diagnostics
	Judge func(*council.Council) []Verdict
}

// Rules are all of them, in the order in which a page lists them.
var Rules = []Rule{
	Size, Term, Renewals, Appointment, Parity, Absence, Proxy, Quorum, Meetings, Documents, Referrals, Publicity,
}

// Evaluate judges every rule. A kind of rule that the council has not declared
// has one verdict too: unspecified.
func Evaluate(c *council.Council) []Verdict {
	var verdicts []Verdict
	for _, rule := range Rules {
		verdicts = append(verdicts, rule.Judge(c)...)
	}
	return verdicts
}

// State is what became of a rule.
type State uint8

const (
	Holds State = iota
	Broken
	Undetermined
	Unspecified
)

var states = [...]string{"holds", "broken", "undetermined", "unspecified"}

// String is the state's stable English name.
func (s State) String() string { return states[s] }

// A Verdict is what the record shows of one declared rule as of the council's
// moment, with every breach, those that are over and those to come too.
type Verdict struct {
	Rule     string
	Scope    string // the id of a body or of a category, where the rule has one
	Source   string
	Path     string // of the rule in council.yaml; empty when it is not there
	State    State
	Since    council.Date // when the state began; zero: not known
	Breaches []Breach
}

// A Breach is an interval in which a rule was not kept. Its kind, its interval
// and its numbers may be shown; its document and the names among its arguments
// are for the editor: that somebody missed three sessions is between them and
// the council.
type Breach struct {
	Kind     string       // one of the rule's kinds
	From, To council.Date // inclusive; To zero: not over
	Coming   bool         // not a breach yet: the last step before one
	Silent   bool         // perhaps none: what would tell was not recorded
	Severity diagnostic.Severity
	Args     diagnostic.Args

	Document council.Documented // where to mend it; nil: council.yaml
	Path     string             // of the value
}

// A Lapse is what anybody may know of a breach: the interval in which the rule
// was not kept.
type Lapse struct{ From, To council.Date }

// Lapses are those of the verdict's breaches that have come and are sure.
// Breaches that only a name would tell apart are one.
func (v *Verdict) Lapses() []Lapse {
	var lapses []Lapse
	for _, breach := range v.Breaches {
		if lapse := (Lapse{breach.From, breach.To}); !breach.Coming && !breach.Silent && !slices.Contains(lapses, lapse) {
			lapses = append(lapses, lapse)
		}
	}
	return lapses
}
