// Package check finds what is wrong with a council's content.
//
// It never changes the content and never reads a file: everything it may look
// at is in the Council. A rule is one file of this package and one line of
// [Rules]; its sentences are the catalogue's "diagnostics.NAME" and "hints.…".
// What a council has ruled for itself is judged in package conformity; here its
// breaches become diagnostics.
//
// Rules look at the whole council, drafts and confidential documents too: an
// editor wants to know before publication. Their messages are for the editor
// and never part of the site.
package check

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"greffe/generator/conformity"
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// A Rule is a name and what to look for: in each document, in the council as a
// whole, or in the words of a text ([Proofreader]).
type Rule struct {
	Name     string
	Severity diagnostic.Severity
	Document func(*council.Council, council.Documented, Reporter)
	Council  func(*council.Council, Reporter)
	Text     *textRule
	// Unless drops what the proof-reader found, when something else than the
	// text excuses it.
	Unless func(*council.Council, council.Documented, *diagnostic.Diagnostic) bool

	// A rule that the council has ruled for itself: the names of its
	// diagnostics, and how it is judged.
	Kinds []string
	Judge func(*council.Council) []conformity.Verdict
}

// A Reporter takes what a rule found: where, about what, the name of the hint
// that says how to mend it, and the fix where one is certain.
type Reporter func(at diagnostic.Position, hint string, args diagnostic.Args, fix ...*diagnostic.Fix)

// Rules are all the checks, in the order in which they run.
var Rules = []Rule{
	danglingReference,
	unknownScope,
	unknownMenuEntry,
	missingFile,
	brokenLink,
	unpublishedReference,
	contradictoryStatus,
	duplicatePart,
	outdatedTranslation,
	translationOfItself,

	// What cannot be.
	endBeforeStart,
	overlappingMandates,
	twoHolders,
	officeWithoutSeat,
	resignedWithoutAct,
	outsideParent,
	wrongWeekday,
	legalDates,
	unanimity,
	hearingAfterAdoption,
	deliveredBeforeAdoption,
	beforeCreation,
	aheadOfTime,
	callDates,
	namedBeforeNotification,
	badTerritory,
	badAward,

	// What a reader would look for in vain.
	unaddressedRecommendation,
	unnamedDataset,
	undeliveredMotion,
	unansweredMotion,
	actWithoutOperative,
	bareVisa,
	incompleteNews,
	unnamedQuote,
	officeWithoutOrganisation,
	missingMission,
	unusedAxis,

	// Who sits, and who does what.
	unclosedMandate,
	vacantOffice,
	notSeated,
	emptyGroup,
	unsignedCharter,
	missingEndReason,
	unknownNotification,

	// Sessions and workshops.
	recordedTwice,
	votesOverAttendance,
	adoptedInMinority,
	seriesEdition,
	missingConvocation,
	fruitlessWorkshop,
	workshopWithoutSession,

	// What should not be public.
	exposedMinor,
	portraitWithoutConsent,
	personalEmail,
	insecureAccount,

	// What time brings: information, never more.
	lateRecommendation,
	staleRecommendation,
	lateCommitment,
	staleCommitment,
	unansweredReferral,
	expiredContact,

	// What the council has ruled for itself.
	ruleWithoutScope,
	ruleUnspecified,
	own(conformity.Size),
	own(conformity.Term),
	own(conformity.Renewals),
	own(conformity.Appointment),
	own(conformity.Parity),
	own(conformity.Absence),
	own(conformity.Proxy),
	own(conformity.Quorum),
	own(conformity.Meetings),
	own(conformity.Documents),
	own(conformity.Referrals),

	// What texts say, and how.
	missingTranscript,
	missingCaptions,
	animatedImage,
	pictureTooLarge,
	unreadablePicture,
	unsupportedPicture,
	misnamedPicture,
	activeSVG,
	lostDocument,
	unlinkedFile,
	publishedCandidates,
	candidateList,
	sameName,
	duplicateTitle,
	imageWithoutAlternative,
	poorAlternative,
	missingDescription,
	spacedAddress,
	vagueLink,
	bareAddress,
	ambiguousLink,
	headingJump,
	boldHeading,
	fakeList,
	quotedParagraph,
	unbalancedQuotes,
	foreignWords,
	sensoryWords,
	scanSlip,
	mixedAlphabets,
	typingSlip,
	relativeDate,
	contactInText,
	unstatedAccessibility,
	inaccessiblePDF,
	paleColour,
	deepenedColour,
	missingPlainSummary,
	plainSummaryAdvised,
	longPlainSummary,
	longPlainSentence,
	hardToRead,
	unexplainedTerm,
}

// Run applies every rule to the council, on all cores.
func Run(c *council.Council) diagnostic.List { return run(c, runtime.GOMAXPROCS(0)) }

// Beside applies every rule to the council while somebody may come who waits for
// something else: a core is left to that, if there are two.
func Beside(c *council.Council) diagnostic.List { return run(c, max(1, runtime.GOMAXPROCS(0)-1)) }

func run(c *council.Council, cores int) diagnostic.List {
	documents := slices.Collect(c.Everything())
	results := make([]diagnostic.List, len(documents)+len(Rules))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range cores {
		workers.Go(func() {
			for {
				switch i := len(results) - int(next.Add(1)); { // from the end: what looks at the whole council is long
				case i >= len(documents):
					results[i] = whole(c, &Rules[i-len(documents)])
				case i >= 0:
					results[i] = Document(c, documents[i])
				default:
					return
				}
			}
		})
	}
	workers.Wait()
	found := slices.Concat(results...)
	unknownWarning(c, reporter(&Rule{Name: "unknown-warning", Severity: diagnostic.Error}, &found))
	found = Silence(c, found)
	found.Sort()
	return onceEach(found)
}

// whole applies a rule that looks at the whole council.
func whole(c *council.Council, rule *Rule) diagnostic.List {
	var found diagnostic.List
	if rule.Council != nil {
		rule.Council(c, reporter(rule, &found))
	}
	if rule.Judge != nil {
		found = append(found, judged(c, rule.Judge(c))...)
	}
	return found
}

// Document applies the rules that look at one document.
func Document(c *council.Council, document council.Documented) diagnostic.List {
	var found diagnostic.List
	var rule *Rule
	report := func(at diagnostic.Position, hint string, args diagnostic.Args, fix ...*diagnostic.Fix) {
		reporter(rule, &found)(at, hint, args, fix...)
	}
	for i := range Rules { // one reporter for all: there are many documents, and most obey
		if rule = &Rules[i]; rule.Document != nil {
			rule.Document(c, document, report)
		}
	}
	// What was found while the bodies were parsed.
	eachText(c, document, func(t text) {
		for i := range t.Problems {
			if problem := &t.Problems[i]; !excused(c, document, problem) {
				found.Add(*problem)
			}
		}
	})
	return found
}

// excused tells whether a rule takes back what its words alone had shown.
func excused(c *council.Council, document council.Documented, problem *diagnostic.Diagnostic) bool {
	for i := range Rules {
		if rule := &Rules[i]; rule.Unless != nil && rule.Name == problem.Rule {
			return rule.Unless(c, document, problem)
		}
	}
	return false
}

func reporter(rule *Rule, found *diagnostic.List) Reporter {
	return func(at diagnostic.Position, hint string, args diagnostic.Args, fix ...*diagnostic.Fix) {
		d := diagnostic.Diagnostic{Position: at, Severity: rule.Severity, Rule: rule.Name, Hint: hint, Args: args}
		if len(fix) > 0 {
			d.Fix = fix[0]
		}
		found.Add(d)
	}
}

// at is the position of a value in a document's file.
func at(document council.Documented, path string) diagnostic.Position {
	entry := document.Common()
	line, column := entry.At(path)
	return diagnostic.Position{File: entry.File, Line: line, Column: column}
}

// inSettings is the position of a value in council.yaml.
func inSettings(c *council.Council, path string) diagnostic.Position {
	line, column := c.Settings.At(path)
	return diagnostic.Position{File: "council.yaml", Line: line, Column: column}
}

// suggest fills in what a "did you mean" needs.
func suggest(args diagnostic.Args, word string, known []string) (hint string) {
	if args["suggestion"] = diagnostic.Nearest(word, known); args["suggestion"] != "" {
		return "did-you-mean"
	}
	return ""
}
