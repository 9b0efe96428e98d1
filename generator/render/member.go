package render

import (
	"reflect"
	"sync/atomic"
)

// A site is a place in a template where a field or a method is asked for by its
// name. It remembers what that was for the type that it last met: most sites
// never meet another.
type site struct {
	name      string
	arguments []argument
	last      atomic.Pointer[target]
}

// A target is a field or a method of a type.
type target struct {
	of          reflect.Type
	addressable bool // its methods with pointer receivers are there too
	field       []int
	method      reflect.Value // a function of the receiver and the arguments
	in          []reflect.Type
	fixed       int // arguments before the variadic ones
	variadic    bool
	fails       bool // its second result is an error
}

func (s *site) evaluate(r *run, dot, receiver reflect.Value) reflect.Value {
	receiver, isNil := indirect(receiver)
	if isNil || !receiver.IsValid() {
		panic(unusual{})
	}
	of, addressable := receiver.Type(), receiver.CanAddr()
	found := s.last.Load()
	if found == nil || found.of != of || found.addressable != addressable {
		found = s.find(of, addressable)
		s.last.Store(found)
	}
	if found.field != nil {
		if len(found.field) == 1 {
			return receiver.Field(found.field[0])
		}
		return receiver.FieldByIndex(found.field)
	}
	if addressable {
		receiver = receiver.Addr()
	}
	return s.call(r, dot, receiver, found)
}

// find looks a method up first and then a field, as templates do.
func (s *site) find(of reflect.Type, addressable bool) *target {
	found := &target{of: of, addressable: addressable}
	holder := of
	if addressable {
		holder = reflect.PointerTo(of)
	}
	if method, ok := holder.MethodByName(s.name); ok {
		kind := method.Type
		found.method, found.variadic = method.Func, kind.IsVariadic()
		for i := 1; i < kind.NumIn(); i++ {
			found.in = append(found.in, kind.In(i))
		}
		found.fixed = len(found.in)
		if found.variadic {
			found.fixed--
			found.in[found.fixed] = found.in[found.fixed].Elem()
		}
		if len(s.arguments) < found.fixed || len(s.arguments) > found.fixed && !found.variadic {
			panic(unusual{})
		}
		switch kind.NumOut() {
		case 1:
		case 2:
			found.fails = true
		default:
			panic(unusual{})
		}
		return found
	}
	if of.Kind() != reflect.Struct || len(s.arguments) > 0 {
		panic(unusual{})
	}
	field, ok := of.FieldByName(s.name)
	if !ok || !field.IsExported() {
		panic(unusual{})
	}
	found.field = field.Index
	return found
}

func (s *site) call(r *run, dot, receiver reflect.Value, found *target) reflect.Value {
	start := len(r.arguments)
	r.arguments = append(r.arguments, receiver)
	for i := range s.arguments {
		argument := &s.arguments[i]
		value := argument.value(r, dot)
		value = assignable(value, found.in[min(i, len(found.in)-1)], argument.literal)
		r.arguments = append(r.arguments, value)
	}
	results := found.method.Call(r.arguments[start:])
	clear(r.arguments[start:])
	r.arguments = r.arguments[:start]
	if found.fails && !results[1].IsNil() {
		panic(unusual{})
	}
	return results[0]
}

// assignable is the value as an argument of a type, by the rules of templates.
func assignable(value reflect.Value, to reflect.Type, literal bool) reflect.Value {
	if !value.IsValid() {
		switch to.Kind() {
		case reflect.Interface, reflect.Pointer, reflect.Slice, reflect.Map, reflect.Func, reflect.Chan:
			return reflect.Zero(to)
		}
		panic(unusual{})
	}
	of := value.Type()
	switch {
	case of == to || of.AssignableTo(to):
		return value
	case literal && of.Kind() == to.Kind():
		return value.Convert(to)
	case of.Kind() == reflect.Interface && !value.IsNil() && value.Elem().Type().AssignableTo(to):
		return value.Elem()
	case of.Kind() == reflect.Pointer && !value.IsNil() && of.Elem().AssignableTo(to):
		return value.Elem()
	case value.CanAddr() && reflect.PointerTo(of).AssignableTo(to):
		return value.Addr()
	}
	panic(unusual{})
}
