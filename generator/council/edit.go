package council

import (
	"maps"
	"reflect"
	"slices"
	"sync"
)

// mostEdits is how many edits a collection carries apart before they are worked
// into a new index: looking through them must stay cheap, and so must copying.
const mostEdits = 256

// Edited returns the council after some documents were put in, in place of
// those of the same ids, and others dropped; and which questions now have
// another answer. It costs what the edit touches, and copies of lists of
// pointers; the council itself is unchanged.
//
// What is put must be meant for this council: for the public one, published.
func (c *Council) Edited(put, dropped []Documented) (*Council, []Read) {
	e := &edit{Council: new(Council), touched: make(map[Read]struct{})}
	*e.Council = *c
	e.recited = maps.Clone(c.recited)
	if e.recited == nil {
		e.recited = make(citations)
	}
	for _, document := range dropped {
		e.replace(c.document(document), nil)
	}
	for _, document := range put {
		e.replace(c.document(document), document)
	}
	e.rolls = new(sync.Map)
	if e.members {
		e.sitting = sync.OnceValue(e.sittings)
	}
	if len(e.recited) > mostEdits {
		e.cited = maps.Clone(e.cited)
		maps.Copy(e.cited, e.recited)
		e.recited = nil
	}
	return e.Council, slices.Collect(maps.Keys(e.touched))
}

// without is the council less some of its documents. What was put in order and
// read backwards serves again: it costs a pass through what they leave.
func (c *Council) without(hidden map[Documented]bool) *Council {
	less := new(Council)
	*less = *c
	less.rolls = new(sync.Map)
	if len(hidden) == 0 {
		return less
	}
	cited, citers := make(map[Read]bool), make(map[Citer]bool)
	for document := range hidden {
		citers[Citer{document.Collection(), document.Key()}] = true
		for key := range citationsIn(document) {
			cited[key] = true
		}
	}
	less.cited, less.recited = maps.Clone(c.cited), nil
	maps.Copy(less.cited, c.recited)
	for key := range cited {
		less.cited[key] = slices.DeleteFunc(slices.Clone(less.cited[key]), func(citation Citation) bool { return citers[*citation.Citer] })
	}
	for _, collection := range less.documented() {
		collection.without(hidden)
	}
	less.sitting = sync.OnceValue(less.sittings)
	return less
}

// document is the council's own document of the same collection and id, or nil.
func (c *Council) document(like Documented) Documented {
	document, _ := c.Lookup(like.Collection(), like.Key()).(Documented)
	return document
}

type edit struct {
	*Council
	touched map[Read]struct{}
	members bool // somebody's mandates may have changed
}

func (e *edit) touch(read Read) { e.touched[read] = struct{}{} }

// replace puts one document in another's place; either may be nil.
func (e *edit) replace(before, after Documented) {
	document := after
	if document == nil {
		document = before
	}
	if document == nil {
		return
	}
	e.touch(Read{document.Collection(), document.Key(), false})
	if before == nil || after == nil || !sameFields(before, after) || e.Settings.Data.Provenance && !samePlaces(before, after) {
		e.touch(Read{document.Collection(), wholeCollection, false})
		e.members = e.members || document.Collection() == "members"
	}
	e.recite(before, after)
	e.collections()[rank[document.Collection()]].replace(before, after)
}

// recite moves citations from what a document cited to what it cites.
func (e *edit) recite(before, after Documented) {
	if before != nil && after != nil && slices.EqualFunc(before.Common().References, after.Common().References, func(a, b Reference) bool {
		return a.Field == b.Field && a.ID == b.ID && a.Path == b.Path
	}) {
		return
	}
	list := func(key Read) []Citation {
		if edited, ok := e.recited[key]; ok {
			return edited
		}
		return e.cited[key]
	}
	if before != nil {
		for key := range citationsIn(before) {
			if _, done := e.touched[key]; !done || slices.ContainsFunc(list(key), before.Common().cites(before)) {
				e.touch(key)
				e.recited[key] = slices.DeleteFunc(slices.Clone(list(key)), before.Common().cites(before))
			}
		}
	}
	if after != nil {
		for key, citation := range citationsIn(after) {
			e.touch(key)
			e.recited[key] = append(slices.Clip(list(key)), citation)
		}
	}
}

// cites tells whether a citation is a document's own.
func (*Entry) cites(document Documented) func(Citation) bool {
	collection, id := document.Collection(), document.Key()
	return func(citation Citation) bool { return citation.ID == id && citation.Collection == collection }
}

// sameFields tells whether two documents differ in their bodies only, or in
// where things stand in their files.
func sameFields(before, after Documented) bool {
	a, b := reflect.ValueOf(before).Elem(), reflect.ValueOf(after).Elem()
	if a.Type() != b.Type() {
		return false
	}
	for _, field := range SchemaOf(before).Fields {
		if !reflect.DeepEqual(a.FieldByIndex(field.Index).Interface(), b.FieldByIndex(field.Index).Interface()) {
			return false
		}
	}
	x, y := before.Common(), after.Common()
	return x.File == y.File && slices.Equal(x.Stated, y.Stated) && slices.EqualFunc(x.Translations, y.Translations, func(a, b *Translation) bool { return a == b })
}

// samePlaces tells whether all that two documents say stands where it stood.
func samePlaces(before, after Documented) bool {
	return slices.Equal(before.Common().Places.marks, after.Common().Places.marks)
}

// replace puts one item in another's place, in a copy of the list.
func (c *Collection[T]) replace(before, after Documented) {
	old, _ := any(before).(*T)
	item, _ := any(after).(*T)
	items := slices.Clone(c.items)
	if old != nil {
		if i := slices.Index(items, old); i >= 0 {
			items = slices.Delete(items, i, i+1)
		}
	}
	c.edited = maps.Clone(c.edited)
	if c.edited == nil {
		c.edited = make(map[Ref[T]]*T)
	}
	if item != nil {
		i, _ := slices.BinarySearchFunc(items, item, c.compare)
		items = slices.Insert(items, i, item)
		c.edited[refTo(item)] = item
	} else {
		c.edited[refTo(old)] = nil
	}
	c.items = items
	if len(c.edited) > mostEdits {
		c.index()
	}
}

// without drops some items, in a copy of the list.
func (c *Collection[T]) without(hidden map[Documented]bool) {
	seen := slices.DeleteFunc(slices.Clone(c.items), func(item *T) bool { return hidden[any(item).(Documented)] })
	if len(seen) < len(c.items) {
		c.items = seen
		c.index()
	}
}

// index makes byID anew.
func (c *Collection[T]) index() {
	c.byID, c.edited = make(map[Ref[T]]*T, len(c.items)), nil
	for _, item := range c.items {
		c.byID[refTo(item)] = item
	}
}
