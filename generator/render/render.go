// Package render executes html/template templates some times faster than
// html/template does, to the same bytes.
//
// html/template walks a template anew for each page: it looks every method up
// by its name, and checks every argument. Here a template is compiled once to
// functions that remember what they found for the type they last met.
//
// What is safe in which place of a page is still decided by html/template:
// compiling starts from the templates that it has escaped, and a text that is
// not plainly harmless is escaped by it (see escape.go). Whatever else is not
// plain, be it in the template (an action that few layouts use) or in what it
// meets (a nil pointer, an argument of another type, a method that fails), is
// left to html/template too, which begins again and gives the page, or the
// error. So there is one meaning of a template, and two speeds.
package render

import (
	"bytes"
	"html/template"
	"io"
	"reflect"
	"sync"
	"sync/atomic"
)

// A Set is a set of templates to execute. It may be used by several goroutines.
type Set struct {
	templates *template.Template
	mutex     sync.Mutex
	programs  map[string]*program // nil for one that is not compiled
	left      atomic.Int64
}

// Of is the set that a template belongs to. It must not be changed any more.
func Of(templates *template.Template) *Set {
	return &Set{templates: templates, programs: make(map[string]*program)}
}

// Execute writes what a template makes of data after what is in the buffer. It
// fails as [template.Template.ExecuteTemplate] does, and then writes nothing.
func (s *Set) Execute(buffer *bytes.Buffer, name string, data any) error {
	start := buffer.Len()
	if program := s.program(name); program != nil && program.execute(buffer, data) {
		return nil
	}
	s.left.Add(1)
	buffer.Truncate(start)
	err := s.templates.ExecuteTemplate(buffer, name, data)
	if err != nil {
		buffer.Truncate(start)
	}
	return err
}

// Left is how many executions were left to html/template.
func (s *Set) Left() int { return int(s.left.Load()) }

// program compiles a template when it is first executed.
func (s *Set) program(name string) *program {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if known, ok := s.programs[name]; ok {
		return known
	}
	// html/template escapes a template when it is first executed, and not before.
	_ = s.templates.ExecuteTemplate(io.Discard, name, nil)
	compiled := &compiler{templates: s.templates, programs: make(map[string]*program)}
	program, err := compiled.template(name)
	if err != nil {
		program = nil
	}
	s.programs[name] = program
	return program
}

// unusual is the panic that leaves a page to html/template.
type unusual struct{}

// A program is a compiled template.
type program struct {
	body  step
	slots int // of its variables, $ among them
}

// A step writes a part of a page; an expression is evaluated. dot is as in
// templates; a value that is not valid is nil.
type (
	step       func(r *run, dot reflect.Value)
	expression func(r *run, dot reflect.Value) reflect.Value
)

// A run is one execution.
type run struct {
	out       *bytes.Buffer
	variables []reflect.Value // of the templates being executed, the innermost last
	frame     int             // where those of the innermost begin
	arguments []reflect.Value // of the calls being prepared
	depth     int
}

var runs = sync.Pool{New: func() any { return new(run) }}

// maxDepth is how many templates may call one another; html/template allows
// more, and refuses in the end.
const maxDepth = 1000

// execute tells whether the page was made. Whatever stops it (a method that
// panics, for one) will stop html/template too, which then says why.
func (p *program) execute(out *bytes.Buffer, data any) (done bool) {
	r := runs.Get().(*run)
	r.out, r.frame, r.depth = out, 0, 0
	defer func() {
		if recover() != nil {
			done = false
		}
		clear(r.variables)
		clear(r.arguments)
		r.out, r.variables, r.arguments = nil, r.variables[:0], r.arguments[:0]
		runs.Put(r)
	}()
	p.call(r, reflect.ValueOf(data))
	return true
}

// call executes the template with its own variables.
func (p *program) call(r *run, dot reflect.Value) {
	if r.depth++; r.depth > maxDepth {
		panic(unusual{})
	}
	outer, top := r.frame, len(r.variables)
	r.frame = top
	for range p.slots {
		r.variables = append(r.variables, reflect.Value{})
	}
	r.variables[top] = dot
	p.body(r, dot)
	clear(r.variables[top:])
	r.variables, r.frame = r.variables[:top], outer
	r.depth--
}
