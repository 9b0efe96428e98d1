package council

import "fmt"

// Private holds a value that no page, feed, table, log or message may show. Its
// content cannot be reached by a layout (it has no exported field), by a
// formatter (it prints as dots) or by an encoder (it refuses). Only rules read
// it, through [Private.ForChecks].
type Private[T any] struct{ value T }

// Conceal wraps a value.
func Conceal[T any](value T) Private[T] { return Private[T]{value} }

// ForChecks opens the value. Only package check may call it, to decide and
// never to quote; the floor plan's test holds that.
func (p Private[T]) ForChecks() T { return p.value }

// concealed is how any private value prints.
const concealed = "•••"

// String, GoString and Format answer dots, whatever the verb.
func (Private[T]) String() string             { return concealed }
func (Private[T]) GoString() string           { return concealed }
func (Private[T]) Format(s fmt.State, _ rune) { _, _ = s.Write([]byte(concealed)) }

// MarshalText and MarshalJSON refuse, so that no encoder writes a private value
// or even its place.
func (Private[T]) MarshalText() ([]byte, error) { return nil, errPrivate }
func (Private[T]) MarshalJSON() ([]byte, error) { return nil, errPrivate }

var errPrivate = fmt.Errorf("a private value cannot be encoded")

// conceal sets the value through fill; the reader has no other way in.
func (p *Private[T]) conceal(fill func(pointer any) error) error { return fill(&p.value) }

// A Concealer is a private field, whatever it holds.
type Concealer interface{ conceal(func(any) error) error }

// Fill lets fill set the value inside a private field.
func Fill(field Concealer, fill func(pointer any) error) error { return field.conceal(fill) }
