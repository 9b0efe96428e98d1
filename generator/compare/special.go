package compare

import (
	"bytes"
	"io/fs"
	"maps"
	"path"
	"reflect"
	"slices"
	"strings"

	"greffe/generator/council"
	"greffe/generator/markdown"
)

// inside is what changed of a document that is still there.
func (w *walker) inside(was, now council.Documented) []Change {
	c := &comparison{walker: w, places: now.Common()}
	before, after := w.before.State(was), w.after.State(now)
	if before != after {
		kind := "state"
		switch council.Published {
		case after:
			kind = "published"
		case before:
			kind = "unpublished"
		}
		c.note(kind, place{path: "draft"}, c.state(before), c.state(after))
		c.skip = func(field *council.Field) bool { return field.Key == "draft" || field.Key == "confidential" }
	}
	if onlyFormerID(was, now) {
		hidden := c.skip
		c.skip = func(field *council.Field) bool { return field.Key == "aliases" || hidden != nil && hidden(field) }
	}
	c.fields(council.SchemaOf(now), reflect.ValueOf(was).Elem(), reflect.ValueOf(now).Elem(), place{})
	c.body(was.Common().Body, now.Common().Body, place{title: c.say.Say("diff.body")})
	c.translations(was.Common(), now.Common())
	c.files(was, now)
	return c.changes
}

// onlyFormerID tells whether the aliases differ only by the id that the document
// bore, which is told when it is said to be renamed.
func onlyFormerID(was, now council.Documented) bool {
	others := slices.DeleteFunc(slices.Clone(now.Common().Aliases), func(alias council.ID) bool { return string(alias) == was.Key() })
	return was.Key() != now.Key() && slices.Equal(others, was.Common().Aliases)
}

func (c *comparison) state(state council.State) string {
	return c.say.Catalogue.Say("choices.state." + state.String())
}

// special compares what has sentences of its own, and tells whether it did.
func (c *comparison) special(field *council.Field, a, b reflect.Value, at place) bool {
	switch was := a.Interface().(type) {
	case *council.Vote:
		c.note("vote", at, c.vote(was), c.vote(b.Interface().(*council.Vote)))
	case *council.Attendance:
		c.attendance(was, b.Interface().(*council.Attendance), at)
	default:
		return false
	}
	return true
}

// vote is a count of voices; one that was not communicated is said to be so.
func (c *comparison) vote(vote *council.Vote) string {
	if vote == nil {
		return c.say.Say("unknown")
	}
	var said []string
	for _, count := range []struct {
		key string
		n   *int
	}{{"for", vote.For}, {"against", vote.Against}, {"abstentions", vote.Abstentions}, {"not-voting", vote.NotVoting}} {
		if count.n != nil {
			said = append(said, c.say.Say("diff.vote."+count.key, "n", *count.n))
		}
	}
	if vote.Mode != "" {
		said = append(said, c.say.Word(vote.Mode))
	}
	if len(said) == 0 {
		return c.say.Say("unknown")
	}
	return strings.Join(said, ", ")
}

// attendance says of each person how they took part, when it is not as before.
func (c *comparison) attendance(was, now *council.Attendance, at place) {
	switch {
	case was == nil:
		c.note("attendance-recorded", at, "", "", "n", tookPart(now))
		return
	case now == nil:
		c.note("attendance-unrecorded", at, "", "")
		return
	}
	before, after := make(map[council.Ref[council.Member]]council.Presence), parts(now)
	for person, how := range parts(was) {
		if id := c.formerIDs["members/"+string(person)]; id != "" {
			person = council.Ref[council.Member](id)
		}
		before[person] = how
	}
	people := maps.Clone(before)
	maps.Copy(people, after)
	for _, person := range slices.Sorted(maps.Keys(people)) {
		if before[person] != after[person] {
			c.note("attendance", at, c.presence(before[person]), c.presence(after[person]), "name", c.say.Value(c.after.Council, person))
		}
	}
	if maps.Equal(before, after) && maps.Equal(parts(was), after) {
		c.note("order", at, "", "")
	}
}

func (c *comparison) presence(p council.Presence) string {
	return c.say.Catalogue.Say("choices.presence." + p.String())
}

func parts(a *council.Attendance) map[council.Ref[council.Member]]council.Presence {
	session := &council.Session{Attendance: a}
	parts := make(map[council.Ref[council.Member]]council.Presence)
	for _, list := range [][]council.Ref[council.Member]{a.Present, a.Remote, a.Represented, a.Excused, a.Absent} {
		for _, member := range list {
			parts[member] = session.Took(member)
		}
	}
	return parts
}

func tookPart(a *council.Attendance) int {
	n := 0
	for _, how := range parts(a) {
		if how.TookPart() {
			n++
		}
	}
	return n
}

// body compares the texts under the headers as people read them, then where
// their links lead.
func (c *comparison) body(was, now *markdown.Text, at place) {
	before, after := plain(was), plain(now)
	if before != after {
		c.text(before, after, at)
		return
	}
	if before, after := links(was), links(now); !slices.Equal(before, after) {
		c.note("links", at, "", "")
		return
	}
	if was != nil && now != nil && was.HTML(nowhere) != now.HTML(nowhere) {
		c.note("text-marks", at, "", "")
	}
}

// nowhere leads no link anywhere: it is the marks of a text that are compared.
func nowhere(markdown.Link) markdown.Target { return markdown.Target{} }

func plain(text *markdown.Text) string {
	if text != nil {
		return text.Plain()
	}
	return ""
}

func links(text *markdown.Text) []string {
	var to []string
	if text != nil {
		for i := range text.Links {
			to = append(to, text.Links[i].Destination)
		}
	}
	return to
}

func (c *comparison) translations(was, now *council.Entry) {
	before, after := byLanguage(was), byLanguage(now)
	languages := maps.Clone(before)
	maps.Copy(languages, after)
	for _, language := range slices.Sorted(maps.Keys(languages)) {
		a, b := before[language], after[language]
		at := place{path: "translations." + string(language), title: c.say.Say("diff.translation", "language", string(language))}
		switch {
		case a == nil:
			c.note("translation-added", at, "", "")
		case b == nil:
			c.note("translation-removed", at, "", "")
		default:
			c.fields(council.SchemaOf(b), reflect.ValueOf(a).Elem(), reflect.ValueOf(b).Elem(), at)
			c.body(a.Body, b.Body, at)
		}
	}
}

func byLanguage(entry *council.Entry) map[council.Language]*council.Translation {
	known := make(map[council.Language]*council.Translation)
	for _, t := range entry.Translations {
		known[t.Language] = t
	}
	return known
}

// files compares the bytes of the files that both documents name.
func (c *comparison) files(was, now council.Documented) {
	before := make(map[council.FileName]bool)
	council.EachFile(was, func(_ string, name council.FileName) { before[name] = true })
	council.EachFile(now, func(field string, name council.FileName) {
		if before[name] && !sameBytes(c.before, was.Common(), c.after, now.Common(), name) {
			c.note("file", place{path: field}, "", string(name))
		}
	})
}

func sameBytes(before Side, was *council.Entry, after Side, now *council.Entry, name council.FileName) bool {
	a, knownA := before.File(was, name)
	b, knownB := after.File(now, name)
	if knownA != knownB || a.Size != b.Size || !knownA || before.Content == nil || after.Content == nil {
		return knownA == knownB && a.Size == b.Size
	}
	x, errX := fs.ReadFile(before.Content, path.Clean(a.Name))
	y, errY := fs.ReadFile(after.Content, path.Clean(b.Name))
	return errX != nil || errY != nil || bytes.Equal(x, y)
}
