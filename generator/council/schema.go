package council

import (
	"reflect"
	"strings"
	"sync"
)

// A Struct is the schema of one kind of mapping that editors write: a document
// of a collection, council.yaml, or one of their parts. It is read from a Go
// struct's declaration, once.
type Struct struct {
	Name   string // as in the catalogues: "member", "agenda-item"
	Type   reflect.Type
	Fields []*Field
	byKey  map[string]*Field
}

// Field returns the field of a key, or nil.
func (s *Struct) Field(key string) *Field { return s.byKey[key] }

// Keys lists the keys in the order of their declaration.
func (s *Struct) Keys() []string {
	keys := make([]string, len(s.Fields))
	for i, f := range s.Fields {
		keys[i] = f.Key
	}
	return keys
}

// A Field is one key of a mapping.
type Field struct {
	Key      string
	Owner    string // the name under which the catalogues describe it: "member.name"
	Index    []int  // of the Go field, through embedded structs
	Public   bool
	Private  bool
	Required bool
	Deadline bool // the day until which something holds or is awaited: no change of the document
	Value
}

// Value is what may stand behind a key.
type Value struct {
	Kind  Kind
	List  bool         // several of Kind
	Refs  string       // the collection that a reference points into
	Words []string     // of a word
	Of    *Struct      // of a mapping
	Type  reflect.Type // of one value, without its list or its pointer
	refs  []string     // Refs, as a list of one
}

// Choices is the name under which the catalogues have a word's list:
// "session-kind".
func (v *Value) Choices() string { return kebab(v.Type.Name()) }

// Kind is the form of a value.
type Kind uint8

const (
	KindText      Kind = iota // any text
	KindScalar                // text with a form of its own: see Setter
	KindWord                  // one of a closed list
	KindReference             // the id of an entity
	KindPerson                // a member's id, or a name
	KindAgent                 // the id of a member or of an organisation
	KindInteger
	KindNumber
	KindBoolean
	KindMapping
)

var schemas sync.Map // reflect.Type → *Struct

// SchemaOf returns the schema of a struct, or of what a pointer points to.
func SchemaOf(of any) *Struct {
	t := reflect.TypeOf(of)
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return schemaOf(t)
}

func schemaOf(t reflect.Type) *Struct {
	if known, ok := schemas.Load(t); ok {
		return known.(*Struct)
	}
	s := &Struct{Name: kebab(t.Name()), Type: t, byKey: make(map[string]*Field)}
	s.collect(t, nil, s.Name)
	for _, f := range s.Fields {
		s.byKey[f.Key] = f
	}
	known, _ := schemas.LoadOrStore(t, s)
	return known.(*Struct)
}

// collect adds the fields of a struct; embedded ones keep the name of the
// struct that declares them, so that their words are written once.
func (s *Struct) collect(t reflect.Type, at []int, owner string) {
	for i := range t.NumField() {
		field := t.Field(i)
		index := append(append([]int(nil), at...), i)
		key, named := field.Tag.Lookup("yaml")
		if !named {
			if field.Anonymous && field.Type.Kind() == reflect.Struct {
				s.collect(field.Type, index, kebab(field.Type.Name()))
			}
			continue
		}
		is := strings.Fields(field.Tag.Get("is"))
		f := &Field{Key: key, Owner: owner + "." + key, Index: index, Value: valueOf(field.Type)}
		for _, word := range is {
			switch word {
			case "public":
				f.Public = true
			case "private":
				f.Private = true
			case "required":
				f.Required = true
			case "deadline":
				f.Deadline = true
			}
		}
		s.Fields = append(s.Fields, f)
	}
}

var (
	setter    = reflect.TypeFor[Setter]()
	worded    = reflect.TypeFor[Worded]()
	concealer = reflect.TypeFor[Concealer]()
	referrer  = reflect.TypeFor[interface{ Collection() string }]()
	someone   = reflect.TypeFor[Someone]()
	actor     = reflect.TypeFor[Actor]()
)

func valueOf(t reflect.Type) Value {
	if reflect.PointerTo(t).Implements(concealer) {
		return valueOf(t.Field(0).Type)
	}
	switch t.Kind() {
	case reflect.Pointer:
		return valueOf(t.Elem())
	case reflect.Slice:
		v := valueOf(t.Elem())
		v.List = true
		return v
	}
	v := Value{Type: t}
	switch {
	case reflect.PointerTo(t).Implements(setter):
		v.Kind = KindScalar
	case t.Implements(worded):
		v.Kind = KindWord
		v.Words = reflect.Zero(t).Interface().(Worded).Words()
	case t == someone:
		v.Kind = KindPerson
	case t == actor:
		v.Kind = KindAgent
	case t.Kind() == reflect.String && t.Implements(referrer):
		v.Kind = KindReference
		v.Refs = reflect.Zero(t).Interface().(interface{ Collection() string }).Collection()
		v.refs = []string{v.Refs}
	case t.Kind() == reflect.String:
		v.Kind = KindText
	case t.Kind() == reflect.Bool:
		v.Kind = KindBoolean
	case t.Kind() == reflect.Int:
		v.Kind = KindInteger
	case t.Kind() == reflect.Float64:
		v.Kind = KindNumber
	case t.Kind() == reflect.Struct:
		v.Kind = KindMapping
		v.Of = schemaOf(t)
	default:
		panic("council: a field of type " + t.String() + " cannot be written in front matter")
	}
	return v
}

// kebab turns a Go name into a catalogue's: AgendaItem becomes agenda-item.
func kebab(name string) string {
	var b strings.Builder
	for i, r := range name {
		if r >= 'A' && r <= 'Z' {
			if i > 0 {
				b.WriteByte('-')
			}
			r += 'a' - 'A'
		}
		b.WriteRune(r)
	}
	return b.String()
}
