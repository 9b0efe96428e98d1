package render

import (
	"fmt"
	"html/template"
	"reflect"
	"slices"
	"text/template/parse"
)

// A compiler makes programs of escaped templates. What it does not know is an
// error, and the template is left to html/template.
type compiler struct {
	templates *template.Template
	programs  map[string]*program

	current *program
	scope   []string // the names of the variables in sight, by their slots
}

func unknown(node parse.Node) error { return fmt.Errorf("not compiled: %s", node) }

func (c *compiler) template(name string) (*program, error) {
	if known, ok := c.programs[name]; ok {
		return known, nil
	}
	found := c.templates.Lookup(name)
	if found == nil || found.Tree == nil {
		return nil, fmt.Errorf("there is no escaped template %s", name)
	}
	made := new(program)
	c.programs[name] = made // before its body, which may call it
	within := &compiler{templates: c.templates, programs: c.programs, current: made}
	within.declare("$")
	var err error
	made.body, err = within.list(found.Tree.Root)
	return made, err
}

// declare gives a variable a slot of its own. A slot is free again when its
// scope ends.
func (c *compiler) declare(name string) int {
	c.scope = append(c.scope, name)
	c.current.slots = max(c.current.slots, len(c.scope))
	return len(c.scope) - 1
}

// slot is that of the variable of a name that was declared last.
func (c *compiler) slot(name string) (int, bool) {
	for i, declared := range slices.Backward(c.scope) {
		if declared == name {
			return i, true
		}
	}
	return 0, false
}

func (c *compiler) list(list *parse.ListNode) (step, error) {
	var steps []step
	if list != nil {
		for _, node := range list.Nodes {
			compiled, err := c.node(node)
			if err != nil {
				return nil, err
			}
			if compiled != nil {
				steps = append(steps, compiled)
			}
		}
	}
	if len(steps) == 1 {
		return steps[0], nil
	}
	return func(r *run, dot reflect.Value) {
		for _, step := range steps {
			step(r, dot)
		}
	}, nil
}

// scoped compiles a list whose variables end with it.
func (c *compiler) scoped(list *parse.ListNode) (step, error) {
	defer c.leave(len(c.scope))
	return c.list(list)
}

func (c *compiler) leave(size int) { c.scope = c.scope[:size] }

func (c *compiler) node(node parse.Node) (step, error) {
	switch node := node.(type) {
	case *parse.TextNode:
		text := node.Text
		return func(r *run, _ reflect.Value) { r.out.Write(text) }, nil
	case *parse.CommentNode:
		return nil, nil
	case *parse.ActionNode:
		return c.action(node)
	case *parse.IfNode:
		return c.branch(&node.BranchNode, false)
	case *parse.WithNode:
		return c.branch(&node.BranchNode, true)
	case *parse.RangeNode:
		return c.loop(node)
	case *parse.TemplateNode:
		return c.call(node)
	}
	return nil, unknown(node)
}

func (c *compiler) action(node *parse.ActionNode) (step, error) {
	if len(node.Pipe.Decl) > 0 {
		evaluate, err := c.pipe(node.Pipe)
		if err != nil {
			return nil, err
		}
		return func(r *run, dot reflect.Value) { evaluate(r, dot) }, nil
	}
	commands, place, ok := placeOf(node.Pipe.Cmds)
	if !ok {
		return nil, unknown(node)
	}
	evaluate, err := c.commands(commands)
	if err != nil {
		return nil, err
	}
	return func(r *run, dot reflect.Value) { place.write(r.out, evaluate(r, dot)) }, nil
}

func (c *compiler) branch(node *parse.BranchNode, with bool) (step, error) {
	defer c.leave(len(c.scope))
	condition, err := c.pipe(node.Pipe)
	if err != nil {
		return nil, err
	}
	then, err := c.scoped(node.List)
	if err != nil {
		return nil, err
	}
	otherwise, err := c.scoped(node.ElseList)
	if err != nil {
		return nil, err
	}
	return func(r *run, dot reflect.Value) {
		value := condition(r, dot)
		switch {
		case !isTrue(value):
			otherwise(r, dot)
		case with:
			then(r, value)
		default:
			then(r, dot)
		}
	}, nil
}

func (c *compiler) loop(node *parse.RangeNode) (step, error) {
	defer c.leave(len(c.scope))
	pipe := *node.Pipe
	if pipe.IsAssign {
		return nil, unknown(node)
	}
	declared := pipe.Decl
	pipe.Decl = nil
	of, err := c.pipe(&pipe)
	if err != nil {
		return nil, err
	}
	index, element := -1, -1
	switch len(declared) {
	case 1:
		element = c.declare(declared[0].Ident[0])
	case 2:
		index, element = c.declare(declared[0].Ident[0]), c.declare(declared[1].Ident[0])
	}
	body, err := c.scoped(node.List)
	if err != nil {
		return nil, err
	}
	otherwise, err := c.scoped(node.ElseList)
	if err != nil {
		return nil, err
	}
	return func(r *run, dot reflect.Value) {
		empty := true
		each(of(r, dot), index >= 0, func(i, value reflect.Value) {
			empty = false
			if index >= 0 {
				r.variables[r.frame+index] = i
			}
			if element >= 0 {
				r.variables[r.frame+element] = value
			}
			body(r, value)
		})
		if empty {
			otherwise(r, dot)
		}
	}, nil
}

// each visits the elements of a list or of a sequence, with their indexes if
// they are asked for.
func each(of reflect.Value, indexed bool, visit func(index, element reflect.Value)) {
	list, isNil := indirect(of)
	switch kind := list.Kind(); {
	case isNil:
		panic(unusual{})
	case kind == reflect.Slice, kind == reflect.Array:
		for i := range list.Len() {
			var index reflect.Value
			if indexed {
				index = reflect.ValueOf(i)
			}
			visit(index, list.Index(i))
		}
	case kind == reflect.Invalid:
	case kind == reflect.Func && list.Type().CanSeq() && !indexed:
		for element := range list.Seq() {
			visit(reflect.Value{}, element)
		}
	case kind == reflect.Func && list.Type().CanSeq2() && indexed:
		for index, element := range list.Seq2() {
			visit(index, element)
		}
	default:
		panic(unusual{})
	}
}

func (c *compiler) call(node *parse.TemplateNode) (step, error) {
	called, err := c.template(node.Name)
	if err != nil {
		return nil, err
	}
	if node.Pipe == nil {
		return func(r *run, _ reflect.Value) { called.call(r, reflect.Value{}) }, nil
	}
	if len(node.Pipe.Decl) > 0 {
		return nil, unknown(node)
	}
	argument, err := c.pipe(node.Pipe)
	if err != nil {
		return nil, err
	}
	return func(r *run, dot reflect.Value) { called.call(r, argument(r, dot)) }, nil
}
