package data

import (
	"reflect"
	"sync"

	"greffe/generator/council"
)

// A shelf finds the entities of one collection by their ids, whatever their
// type.
type shelf struct {
	find  func(c *council.Council, id string) council.Entity
	label string // the key under which its entities are named: title, name or label
}

// shelves are those of all the collections that a field can refer to.
var shelves = sync.OnceValue(func() map[string]shelf {
	all := make(map[string]shelf)
	put(all, func(c *council.Council) *council.Collection[council.Member] { return &c.Members })
	put(all, func(c *council.Council) *council.Collection[council.Session] { return &c.Sessions })
	put(all, func(c *council.Council) *council.Collection[council.Workshop] { return &c.Workshops })
	put(all, func(c *council.Council) *council.Collection[council.Opinion] { return &c.Opinions })
	put(all, func(c *council.Council) *council.Collection[council.News] { return &c.News })
	put(all, func(c *council.Council) *council.Collection[council.Document] { return &c.Documents })
	put(all, func(c *council.Council) *council.Collection[council.Organisation] { return &c.Organisations })
	put(all, func(c *council.Council) *council.Collection[council.Body] { return &c.Bodies })
	put(all, func(c *council.Council) *council.Collection[council.Role] { return &c.Roles })
	put(all, func(c *council.Council) *council.Collection[council.College] { return &c.Colleges })
	put(all, func(c *council.Council) *council.Collection[council.Category] { return &c.Categories })
	put(all, func(c *council.Council) *council.Collection[council.District] { return &c.Districts })
	put(all, func(c *council.Council) *council.Collection[council.Profile] { return &c.Profiles })
	put(all, func(c *council.Council) *council.Collection[council.Series] { return &c.Series })
	put(all, func(c *council.Council) *council.Collection[council.Axis] { return &c.Axes })
	put(all, func(c *council.Council) *council.Collection[council.Theme] { return &c.Themes })
	return all
})

func put[T any](shelves map[string]shelf, in func(*council.Council) *council.Collection[T]) {
	schema := council.SchemaOf(new(T))
	s := shelf{find: func(c *council.Council, id string) council.Entity {
		if found := in(c).Find(council.Ref[T](id)); found != nil {
			return any(found).(council.Entity)
		}
		return nil
	}}
	for _, key := range []string{"label", "name", "title"} {
		if schema.Field(key) != nil {
			s.label = key
		}
	}
	shelves[new(council.Collection[T]).Name()] = s
}

// idsOf are the ids of a list of references, without those that lead to
// nothing.
func (s shelf) idsOf(v *view, refs reflect.Value) []string {
	var ids []string
	for i := range refs.Len() {
		if found := s.find(v.Council, refs.Index(i).String()); found != nil {
			ids = append(ids, found.Key())
		}
	}
	return ids
}

// person is the member whom a text names, or nil.
func person(v *view, id string) council.Entity { return shelves()["members"].find(v.Council, id) }

// agent is the member or the organisation that a text names, or nil.
func agent(v *view, id string) council.Entity {
	if member := person(v, id); member != nil {
		return member
	}
	return shelves()["organisations"].find(v.Council, id)
}

func idOf(entity council.Entity) Cell {
	if entity == nil {
		return unknown
	}
	return text(entity.Key())
}

func labelOf(entity council.Entity) Cell {
	if entity == nil {
		return unknown
	}
	return text(entity.Label())
}

func collectionOf(entity council.Entity) Cell {
	if entity == nil {
		return unknown
	}
	return text(entity.Collection())
}
