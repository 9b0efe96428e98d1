package council

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

// world makes documents whose references, dates and names are drawn by chance.
type world struct{ *rand.Rand }

func (w world) opinion(id string) Documented {
	o := &Opinion{Entry: Entry{ID: id, File: "opinions/" + id + ".md"}, Title: fmt.Sprint("T", w.IntN(5)), AdoptedOn: Date{Year: int16(2000 + w.IntN(6))}}
	schema := SchemaOf(o)
	for range w.IntN(4) {
		member := fmt.Sprint("m", w.IntN(6))
		o.Rapporteurs = append(o.Rapporteurs, Ref[Member](member))
		o.References = append(o.References, Reference{Field: schema.Field("rapporteurs"), ID: member, Path: "rapporteurs"})
	}
	return o
}

func (w world) member(id string) Documented {
	m := &Member{Entry: Entry{ID: id, File: "members/" + id + ".md"}, Name: fmt.Sprint("N", w.IntN(4))}
	schema := SchemaOf(new(Mandate))
	for range w.IntN(3) {
		body := []Ref[Body]{"a", "b"}[w.IntN(2)]
		m.Mandates = append(m.Mandates, Mandate{Body: body, Start: Date{Year: int16(2000 + w.IntN(4))}})
		m.References = append(m.References, Reference{Field: schema.Field("body"), ID: string(body), Path: "mandates.body"})
	}
	return m
}

// answers are all that can be asked of a council, by the question as it is
// noted.
func answers(c *Council) map[Read]any {
	all := make(map[Read]any)
	entities := []Entity{c.Bodies.Find("a"), c.Bodies.Find("b")}
	for i := range 8 {
		m, o := Ref[Member](fmt.Sprint("m", i)), Ref[Opinion](fmt.Sprint("o", i))
		all[Read{"members", string(m), false}] = c.Members.Find(m)
		all[Read{"opinions", string(o), false}] = c.Opinions.Find(o)
		entities = append(entities, &Member{Entry: Entry{ID: string(m)}}, &Opinion{Entry: Entry{ID: string(o)}})
	}
	for _, entity := range entities {
		var by []string
		for _, o := range Citing[Opinion](c, entity) {
			by = append(by, o.ID)
		}
		for _, m := range Citing[Member](c, entity) {
			by = append(by, m.ID)
		}
		// Their order is that of the documents, each of which is noted too.
		slices.Sort(by)
		all[Read{entity.Collection(), entity.Key(), true}] = append(by, fmt.Sprint(len(c.Cited(entity)), " times"))
	}
	all[Read{"members", "*", false}] = fmt.Sprint(c.IDs("members"), c.Members.Len(), len(c.Roster("", Date{Year: 2001}.First())), len(c.Roster("b", Date{Year: 2002}.First())))
	all[Read{"opinions", "*", false}] = fmt.Sprint(c.IDs("opinions"))
	return all
}

// An edited council answers as one that was assembled anew, and whatever
// question has another answer than before is said to be touched.
func TestEditedIsAssembledAnew(t *testing.T) {
	settings := &Settings{Bodies: []Body{{ID: "a", OfType: "council"}, {ID: "b", OfType: "circle", Parent: "a"}}}
	for seed := range uint64(60) {
		w := world{rand.New(rand.NewPCG(seed, 1))}
		documents := make(map[string]Documented)
		c := Assemble(Source{Settings: settings}, Moment{})
		for step := range 40 {
			var put, dropped []Documented
			for range 1 + w.IntN(2) {
				id := fmt.Sprint(w.IntN(8))
				make := w.opinion
				if w.IntN(2) == 0 {
					id, make = "m"+id, w.member
				} else {
					id = "o" + id
				}
				if slices.ContainsFunc(put, func(d Documented) bool { return d.Key() == id }) {
					continue
				}
				if document := documents[id]; document != nil && w.IntN(3) == 0 {
					dropped = append(dropped, document)
					delete(documents, id)
					continue
				}
				documents[id] = make(id)
				put = append(put, documents[id])
			}
			put = slices.DeleteFunc(put, func(d Documented) bool { return documents[d.Key()] != d })
			before := answers(c)
			edited, touched := c.Edited(put, dropped)
			source := Source{Settings: settings}
			for _, document := range documents {
				source.Documents = append(source.Documents, document)
			}
			got, want := answers(edited), answers(Assemble(source, Moment{}))
			for question, answer := range want {
				if !reflect.DeepEqual(got[question], answer) {
					t.Fatalf("seed %d, step %d: %v answers %v, want %v", seed, step, question, got[question], answer)
				}
				if !reflect.DeepEqual(before[question], answer) && !slices.Contains(touched, question) {
					t.Fatalf("seed %d, step %d: %v has another answer and is not touched", seed, step, question)
				}
			}
			if again := answers(c); !reflect.DeepEqual(again, before) {
				t.Fatalf("seed %d, step %d: the council before the edit has changed", seed, step)
			}
			c = edited
		}
	}
}

// What the public sees answers as if nothing that is hidden had ever been
// written, however much that is, and whatever was edited before and since.
func TestThePublicCouncilIsAssembledOfWhatIsPublic(t *testing.T) {
	settings := &Settings{Bodies: []Body{{ID: "a", OfType: "council"}, {ID: "b", OfType: "circle", Parent: "a"}}}
	for seed := range uint64(200) {
		w := world{rand.New(rand.NewPCG(seed, 2))}
		of := func(id string) Documented {
			document := w.opinion(id)
			if id[0] == 'm' {
				document = w.member(id)
			}
			document.Common().Confidential = w.IntN(4) == 0
			return document
		}
		whole, seen := Source{Settings: settings}, Source{Settings: settings}
		put := func(document Documented) {
			whole.Documents = append(whole.Documents, document)
			if !document.Common().Confidential {
				seen.Documents = append(seen.Documents, document)
			}
		}
		for i := range 8 {
			put(of(fmt.Sprint("m", i)))
			put(of(fmt.Sprint("o", i)))
		}
		for i := range int(seed%3) * 150 { // more than an edit carries apart
			put(of(fmt.Sprint("o", 100+i)))
		}
		c := Assemble(whole, Moment{})
		public := c.Public(false)
		if got, want := answers(public), answers(Assemble(seen, Moment{})); !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: the public is answered %v, want %v", seed, got, want)
		}
		if got, want := answers(c), answers(Assemble(whole, Moment{})); !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: the whole council has changed to %v, from %v", seed, got, want)
		}
		next := of("o1")
		edited, _ := c.Edited([]Documented{next}, nil)
		whole.Documents[3], seen = next, Source{Settings: settings}
		for _, document := range whole.Documents {
			if !document.Common().Confidential {
				seen.Documents = append(seen.Documents, document)
			}
		}
		if got, want := answers(edited.Public(false)), answers(Assemble(seen, Moment{})); !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: after an edit the public is answered %v, want %v", seed, got, want)
		}
	}
}

// Two documents of one id are an error elsewhere. Whichever is secret stays so.
func TestASecretStaysOneBesideItsNamesake(t *testing.T) {
	secret, open := &Opinion{Entry: Entry{ID: "o", Confidential: true}}, &Opinion{Entry: Entry{ID: "o"}}
	for _, documents := range [][]Documented{{secret, open}, {open, secret}} {
		public := Assemble(Source{Documents: documents}, Moment{}).Public(false)
		if got := slices.Collect(public.Opinions.All()); len(got) != 1 || got[0] != open || public.Opinions.Find("o") != open {
			t.Errorf("the public sees %v", got)
		}
	}
}
