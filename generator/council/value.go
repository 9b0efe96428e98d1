package council

import (
	"net/url"
	"path"
	"regexp"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/language"
)

// A Setter reads itself from the text of one YAML scalar; the error is an
// [*Invalid].
type Setter interface{ Set(text string) error }

// Worded is a value out of a closed list of the model.
type Worded interface{ Words() []string }

// Invalid says why a value was refused, in the terms of a diagnostic. It quotes
// the value; whoever reports it leaves a private one out.
type Invalid struct {
	Rule string
	Args map[string]string
	Hint string
}

func (i *Invalid) Error() string { return i.Rule }

// Concealed is what may be said of a private value: that it is refused.
func (i *Invalid) Concealed() *Invalid {
	less := &Invalid{Rule: i.Rule, Args: map[string]string{"value": concealed}}
	if len(i.Args) == 1 { // or the hint is about the value
		less.Hint = i.Hint
	}
	return less
}

func invalid(rule, value, hint string) error {
	return &Invalid{Rule: rule, Args: map[string]string{"value": value}, Hint: hint}
}

// An ID names a document or an entry of a list: lower-case ASCII letters,
// digits and hyphens.
type ID string

var idForm = regexp.MustCompile(`^[a-z0-9]+(?:-[a-z0-9]+)*$`)

// IsID tells whether the text has the form of an id.
func IsID(text string) bool { return len(text) <= 120 && idForm.MatchString(text) }

func (i *ID) Set(text string) error {
	if !IsID(text) {
		return invalid("bad-id", text, "id-form")
	}
	*i = ID(strings.Clone(text))
	return nil
}

// A URL is an absolute http or https address.
type URL string

func (u *URL) Set(text string) error {
	parsed, err := url.Parse(text)
	if err != nil || (parsed.Scheme != "https" && parsed.Scheme != "http") || parsed.Host == "" || strings.ContainsAny(text, " \"<>\\`{}|^") || strings.ContainsFunc(text, unicode.IsControl) {
		return invalid("bad-url", text, "url-form")
	}
	*u = URL(strings.Clone(text))
	return nil
}

// An Email is an address of electronic mail that is meant to be published.
type Email string

var emailForm = regexp.MustCompile(`^[A-Za-z0-9._%+-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$`)

func (e *Email) Set(text string) error {
	if !emailForm.MatchString(text) {
		return invalid("bad-email", text, "email-form")
	}
	*e = Email(strings.Clone(text))
	return nil
}

// A FileName is a file beside the document that names it.
type FileName string

func (f *FileName) Set(text string) error {
	clean := path.Clean(text)
	hidden := strings.HasPrefix(clean, ".") || strings.Contains(clean, "/.") // and what leaves the folder
	if text == "" || path.IsAbs(text) || strings.ContainsAny(text, "\\:\x00") || hidden {
		return invalid("bad-file-name", text, "file-name-form")
	}
	*f = FileName(strings.Clone(clean))
	return nil
}

// A Language is a BCP 47 code.
type Language string

func (l *Language) Set(text string) error {
	if _, err := language.Parse(text); err != nil || strings.Contains(text, "_") {
		return invalid("bad-language", text, "language-form")
	}
	*l = Language(strings.Clone(text))
	return nil
}

// ProperLanguage is a language's code as the name of a translation bears it: the
// language itself in its shortest form and in lower case, so that no language has
// two files ("eng-GB" is "en-GB"), and what follows as it is.
func ProperLanguage(text string) (proper, base string, ok bool) {
	if new(Language).Set(text) != nil {
		return "", "", false
	}
	first, _, _ := strings.Cut(text, "-")
	code, err := language.ParseBase(first)
	if base = code.String(); err != nil || base == "und" {
		return "", "", false
	}
	return base + strings.TrimPrefix(text, first), base, true
}

// A Colour is six hexadecimal digits after a hash: #1b4f72.
type Colour string

var colourForm = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

func (c *Colour) Set(text string) error {
	if !colourForm.MatchString(text) {
		return invalid("bad-colour", text, "colour-form")
	}
	*c = Colour(strings.ToLower(text))
	return nil
}

// Someone is a member's id, or somebody's name in full.
type Someone string

// Member is the member that is named, if the text has the form of an id.
func (s Someone) Member() (Ref[Member], bool) {
	return Ref[Member](s), IsID(string(s))
}

// An Actor is the id of a member or of an organisation.
type Actor string

// Renewals is how often a mandate may be renewed: a number, "unlimited", or
// the zero value when no text says ("unspecified", which is not unlimited).
type Renewals struct {
	Stated    bool
	Unlimited bool
	Number    int
}

func (r *Renewals) Set(text string) error {
	if text == "unlimited" {
		*r = Renewals{Stated: true, Unlimited: true}
		return nil
	}
	n, ok := digitsOnly(text)
	if !ok {
		return invalid("bad-renewals", text, "renewals-form")
	}
	*r = Renewals{Stated: true, Number: n}
	return nil
}

// A Zone is the name of a time zone in the IANA database: Europe/Paris.
type Zone string

func (z *Zone) Set(text string) error {
	if _, err := time.LoadLocation(text); err != nil || text == "" || text == "Local" {
		return invalid("bad-timezone", text, "timezone-form")
	}
	*z = Zone(text)
	return nil
}

// Location is the zone, Europe/Paris if none is stated.
func (z Zone) Location() *time.Location {
	if z == "" {
		z = "Europe/Paris"
	}
	location, err := time.LoadLocation(string(z))
	if err != nil {
		return time.UTC // a zone was checked when it was set
	}
	return location
}
