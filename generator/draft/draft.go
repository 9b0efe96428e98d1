// Package draft writes the first version of what editors then fill in: a
// document, a list of members, a whole council's folder.
//
// What it writes is valid as it stands, and explains itself: each key of the
// model is there, commented out, with its meaning, the words that it takes and
// the ids that the council has. A new document is a draft until its editor
// removes one line.
//
// Nothing is written here: [Document] and its like return files, for the command
// to put on disk.
package draft

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"greffe/generator/council"
	"greffe/generator/words"
)

// A File is one to be written, with its slash-separated name.
type File struct {
	Name string
	Text []byte
}

// A Request is what a new document is asked to be.
type Request struct {
	Kind  string // "session": see [Kinds]
	Title string
	On    council.Date              // the day of a session or of a piece of news, of which others bear the year
	Body  council.Ref[council.Body] // whose session it is; the council's if empty
	Today council.Moment
}

// Kinds are the kinds of documents, by the names under which they are asked
// for.
func Kinds() []string {
	var kinds []string
	for _, folder := range council.Folders() {
		kinds = append(kinds, council.SchemaOf(council.NewDocument(folder)).Name)
	}
	return kinds
}

// newDocument is an empty document of a kind, or nil.
func newDocument(kind string) council.Documented {
	i := slices.Index(Kinds(), kind)
	if i < 0 {
		return nil
	}
	return council.NewDocument(council.Folders()[i])
}

// A TitleError is a title that no document can bear.
type TitleError struct{ Title string }

func (e *TitleError) Error() string { return fmt.Sprintf("no document can be called %q", e.Title) }

// Document drafts one document. The council may be empty.
func Document(c *council.Council, w *words.Catalogue, asked Request) (File, error) {
	title := strings.Join(strings.Fields(asked.Title), " ")
	id := identify(c, asked, title)
	if !council.IsID(id) || strings.ContainsAny(title[:1], "=@+-") || strings.ContainsFunc(title, unicode.IsControl) {
		return File{}, &TitleError{asked.Title}
	}
	document := newDocument(asked.Kind)
	h := &header{council: c, words: w, seats: seats(c, asked), values: values(asked, title), blocks: make(map[string]string)}
	if asked.Kind == "session" && len(h.seats) > 0 {
		h.blocks["attendance"] = attendance(c, w, h.seats)
	}
	return File{document.Collection() + "/" + id + ".md", h.document(document, w.Say("kit.new.body."+asked.Kind))}, nil
}

// values are what the new document says by itself: what the model requires.
func values(asked Request, title string) map[string]string {
	given := map[string]string{"draft": "true"}
	switch asked.Kind {
	case "member":
		given["name"] = title
		return given
	case "session":
		given["kind"], given["start"], given["body"] = "plenary", asked.On.String(), string(asked.Body)
		given["status"] = string(council.Planned)
		if asked.On.Last() < asked.Today.First() {
			given["status"] = string(council.Held)
		}
	case "workshop":
		given["status"] = "launched"
	case "opinion":
		given["kind"], given["status"] = "opinion", "adopted"
	case "news":
		given["kind"], given["date"] = "article", asked.On.String()
	case "document":
		given["kind"] = "other"
	}
	given["title"] = title
	return given
}

// longestID leaves room for a date before it.
const longestID = 60

var numbered = regexp.MustCompile(`^[0-9]{4}-[0-9]{2,3}$`)

// identify is the id of the new document: what is dated begins with its date,
// opinions are numbered in their year if the council numbers them, the others
// are named.
func identify(c *council.Council, asked Request, title string) string {
	name := council.Slug(title)
	for len(name) > longestID {
		cut := strings.LastIndexByte(name[:longestID], '-')
		if cut < 0 {
			cut = longestID
		}
		name = name[:cut]
	}
	if name == "" {
		return ""
	}
	switch asked.Kind {
	case "session", "news":
		return asked.On.String() + "-" + name
	case "opinion":
		year := fmt.Sprintf("%04d-", asked.On.Year)
		ids, last, any := c.IDs("opinions"), 0, false
		for _, id := range ids {
			if numbered.MatchString(id) {
				any = true
				if n, err := strconv.Atoi(strings.TrimPrefix(id, year)); err == nil && strings.HasPrefix(id, year) {
					last = max(last, n)
				}
			}
		}
		if any || len(ids) == 0 {
			return fmt.Sprintf("%s%02d", year, last+1)
		}
		return asked.On.String() + "-" + name
	}
	return name
}

// Taken is the file or the list that has the id of a new file already, or "".
func Taken(c *council.Council, file File) string {
	collection, name, _ := strings.Cut(file.Name, "/")
	id := strings.TrimSuffix(name, ".md")
	if entity, ok := c.Lookup(collection, id).(council.Documented); ok {
		return entity.Common().File
	}
	if today := c.FormerID(collection, id); today != "" {
		return c.Lookup(collection, today).(council.Documented).Common().File
	}
	switch {
	case c.IsWithdrawn(collection, id):
		return "withdrawals.yaml"
	case c.Unreadable(collection, id):
		return file.Name
	}
	return ""
}

// seats are those whom the document may name: who sits in the body that day,
// and has a file that nothing forbids to quote.
func seats(c *council.Council, asked Request) []council.Seat {
	return slices.DeleteFunc(c.Roster(asked.Body, asked.On.First()), func(seat council.Seat) bool { return seat.Member.Confidential })
}

// attendance is the block of a session's attendance: everybody who sits that
// day, to be moved to the list that is right.
func attendance(c *council.Council, w *words.Catalogue, seats []council.Seat) string {
	var b strings.Builder
	b.WriteString(comment(w.Say("kit.new.attendance")))
	b.WriteString("# attendance:\n#   present:\n")
	widest := 0
	for _, seat := range seats {
		widest = max(widest, len(seat.Member.ID))
	}
	for _, seat := range seats {
		name := seat.Member.Name
		if role := c.Roles.Find(seat.Role); role != nil {
			name += ", " + role.Name
		}
		fmt.Fprintf(&b, "#     - %-*s  # %s\n", widest, seat.Member.ID, oneLine(name))
	}
	for _, list := range council.SchemaOf(new(council.Attendance)).Keys()[1:] {
		fmt.Fprintf(&b, "#   %-15s # %s\n", list+": []", oneLine(w.Say("fields.attendance."+list+".title")))
	}
	return b.String()
}
