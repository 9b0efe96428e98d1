package render

import (
	"fmt"
	"html/template"
	"reflect"
	"text/template/parse"
)

// pipe evaluates a pipeline, and sets the variables that it declares.
func (c *compiler) pipe(pipe *parse.PipeNode) (expression, error) {
	value, err := c.commands(pipe.Cmds)
	if err != nil || len(pipe.Decl) == 0 {
		return value, err
	}
	if len(pipe.Decl) > 1 {
		return nil, unknown(pipe)
	}
	name := pipe.Decl[0].Ident[0]
	slot, ok := c.slot(name)
	if !pipe.IsAssign {
		slot, ok = c.declare(name), true
	}
	if !ok {
		return nil, unknown(pipe)
	}
	return func(r *run, dot reflect.Value) reflect.Value {
		v := value(r, dot)
		r.variables[r.frame+slot] = v
		return v
	}, nil
}

// commands evaluates one command: what passes a value from one to another is
// left to html/template.
func (c *compiler) commands(commands []*parse.CommandNode) (expression, error) {
	if len(commands) != 1 {
		return nil, unknown(commands[1])
	}
	value, err := c.command(commands[0])
	if err != nil {
		return nil, err
	}
	return func(r *run, dot reflect.Value) reflect.Value {
		v := value(r, dot)
		if v.Kind() == reflect.Interface && v.NumMethod() == 0 {
			return v.Elem()
		}
		return v
	}, nil
}

func (c *compiler) command(command *parse.CommandNode) (expression, error) {
	first, arguments := command.Args[0], command.Args[1:]
	switch node := first.(type) {
	case *parse.FieldNode:
		return c.chain(itself, node.Ident, arguments)
	case *parse.VariableNode:
		if len(node.Ident) > 1 {
			variable, err := c.variable(node)
			if err != nil {
				return nil, err
			}
			return c.chain(variable, node.Ident[1:], arguments)
		}
	case *parse.ChainNode:
		of, err := c.argument(node.Node)
		if err != nil {
			return nil, err
		}
		return c.chain(of.value, node.Field, arguments)
	case *parse.IdentifierNode:
		return c.function(node, arguments)
	}
	if len(arguments) > 0 {
		return nil, unknown(command)
	}
	value, err := c.argument(first)
	return value.value, err
}

func itself(_ *run, dot reflect.Value) reflect.Value { return dot }

func (c *compiler) variable(node *parse.VariableNode) (expression, error) {
	slot, ok := c.slot(node.Ident[0])
	if !ok {
		return nil, unknown(node)
	}
	return func(r *run, _ reflect.Value) reflect.Value { return r.variables[r.frame+slot] }, nil
}

// An argument of a call. One that the template spells out takes the type that
// the call wants.
type argument struct {
	value   expression
	literal bool
}

func (c *compiler) argument(node parse.Node) (argument, error) {
	literal := func(of any) (argument, error) {
		value := reflect.ValueOf(of)
		return argument{func(*run, reflect.Value) reflect.Value { return value }, true}, nil
	}
	var value expression
	var err error
	switch node := node.(type) {
	case *parse.DotNode:
		value = itself
	case *parse.StringNode:
		return literal(node.Text)
	case *parse.BoolNode:
		return literal(node.True)
	case *parse.NumberNode:
		if !node.IsInt || node.Text[0] == '\'' || int64(int(node.Int64)) != node.Int64 {
			return argument{}, unknown(node)
		}
		return literal(int(node.Int64))
	case *parse.FieldNode:
		value, err = c.chain(itself, node.Ident, nil)
	case *parse.VariableNode:
		value, err = c.variable(node)
		if err == nil && len(node.Ident) > 1 {
			value, err = c.chain(value, node.Ident[1:], nil)
		}
	case *parse.PipeNode:
		if len(node.Decl) > 0 {
			return argument{}, unknown(node)
		}
		value, err = c.pipe(node)
	default:
		return argument{}, unknown(node)
	}
	return argument{value: value}, err
}

func (c *compiler) arguments(nodes []parse.Node) ([]argument, error) {
	var arguments []argument
	for _, node := range nodes {
		compiled, err := c.argument(node)
		if err != nil {
			return nil, err
		}
		arguments = append(arguments, compiled)
	}
	return arguments, nil
}

// chain evaluates .A.B.C of a value, the last with arguments.
func (c *compiler) chain(of expression, names []string, nodes []parse.Node) (expression, error) {
	arguments, err := c.arguments(nodes)
	if err != nil {
		return nil, err
	}
	for _, name := range names[:len(names)-1] {
		of = member(of, name, nil)
	}
	return member(of, names[len(names)-1], arguments), nil
}

func member(of expression, name string, arguments []argument) expression {
	site := &site{name: name, arguments: arguments}
	return func(r *run, dot reflect.Value) reflect.Value { return site.evaluate(r, dot, of(r, dot)) }
}

// function evaluates those of the functions of templates that layouts use.
func (c *compiler) function(node *parse.IdentifierNode, nodes []parse.Node) (expression, error) {
	arguments, err := c.arguments(nodes)
	if err != nil {
		return nil, err
	}
	switch name := node.Ident; {
	case (name == "and" || name == "or") && len(arguments) > 0:
		return func(r *run, dot reflect.Value) reflect.Value {
			var value reflect.Value
			for _, argument := range arguments {
				value = argument.value(r, dot)
				if isTrue(value) == (name == "or") {
					break
				}
			}
			return value
		}, nil
	case name == "not" && len(arguments) == 1:
		return func(r *run, dot reflect.Value) reflect.Value {
			return boolean(!isTrue(arguments[0].value(r, dot)))
		}, nil
	case name == "len" && len(arguments) == 1:
		return func(r *run, dot reflect.Value) reflect.Value {
			value, _ := indirect(arguments[0].value(r, dot))
			return reflect.ValueOf(value.Len())
		}, nil
	case name == "print":
		return func(r *run, dot reflect.Value) reflect.Value {
			var values []any
			for _, argument := range arguments {
				value := argument.value(r, dot)
				if !value.IsValid() {
					panic(unusual{})
				}
				values = append(values, value.Interface())
			}
			return reflect.ValueOf(fmt.Sprint(values...))
		}, nil
	case (name == "eq" || name == "ne") && len(arguments) == 2:
		return func(r *run, dot reflect.Value) reflect.Value {
			same := equal(arguments[0].value(r, dot), arguments[1].value(r, dot))
			return boolean(same == (name == "eq"))
		}, nil
	}
	return nil, unknown(node)
}

var yes, no = reflect.ValueOf(true), reflect.ValueOf(false)

func boolean(b bool) reflect.Value {
	if b {
		return yes
	}
	return no
}

// equal compares texts with texts and numbers with numbers.
func equal(a, b reflect.Value) bool {
	a, b = concrete(a), concrete(b)
	switch {
	case a.Kind() == reflect.String && b.Kind() == reflect.String:
		return a.String() == b.String()
	case a.CanInt() && b.CanInt():
		return a.Int() == b.Int()
	}
	panic(unusual{})
}

func isTrue(value reflect.Value) bool {
	value = concrete(value)
	switch value.Kind() {
	case reflect.Invalid:
		return false
	case reflect.String, reflect.Slice:
		return value.Len() > 0
	case reflect.Bool:
		return value.Bool()
	case reflect.Pointer:
		return !value.IsNil()
	case reflect.Struct:
		return true
	}
	is, ok := template.IsTrue(value.Interface())
	if !ok {
		panic(unusual{})
	}
	return is
}

// concrete is what an interface holds.
func concrete(value reflect.Value) reflect.Value {
	if value.Kind() == reflect.Interface {
		return value.Elem()
	}
	return value
}

// indirect follows pointers and interfaces to their end, which may be nil.
func indirect(value reflect.Value) (end reflect.Value, isNil bool) {
	for value.Kind() == reflect.Pointer || value.Kind() == reflect.Interface {
		if value.IsNil() {
			return value, true
		}
		value = value.Elem()
	}
	return value, false
}
