package compare

import (
	"fmt"
	"reflect"

	"greffe/generator/council"
)

// items compares lists of mappings. Equal ones are one item, wherever they
// stand; then those of the same name ([nameOf]); of what is left, as many on
// both sides, the first is taken for the first.
func (c *comparison) items(field *council.Field, a, b reflect.Value, at place) {
	pairs, went := pair(field.Of, a, b)
	changed := len(went) > 0
	for i, j := range pairs {
		here := at.item(i, c.named(c.after, field, b.Index(i)))
		switch {
		case j < 0:
			changed = true
			c.came(field, b.Index(i), place{here.path, at.title, at.within})
		case !reflect.DeepEqual(a.Index(j).Interface(), b.Index(i).Interface()):
			changed = true
			c.item(field, a.Index(j), b.Index(i), here)
		}
	}
	for _, j := range went {
		c.note("item-removed", at, c.short(c.summary(c.before, field.Of, a.Index(j))), "")
	}
	if !changed {
		c.note("order", at, "", "")
	}
}

// pair finds for each item of b the one of a that it was, or -1, and what is
// left of a.
func pair(schema *council.Struct, a, b reflect.Value) (pairs, left []int) {
	pairs = make([]int, b.Len())
	taken := make([]bool, a.Len())
	for i := range pairs {
		pairs[i] = -1
	}
	match := func(same func(x, y reflect.Value) bool) {
		for i := range pairs {
			for j := 0; j < a.Len() && pairs[i] < 0; j++ {
				if !taken[j] && same(a.Index(j), b.Index(i)) {
					pairs[i], taken[j] = j, true
				}
			}
		}
	}
	match(func(x, y reflect.Value) bool { return reflect.DeepEqual(x.Interface(), y.Interface()) })
	match(func(x, y reflect.Value) bool { return nameOf(schema, x) == nameOf(schema, y) })
	for j := range taken {
		if !taken[j] {
			left = append(left, j)
		}
	}
	var alone []int
	for i := range pairs {
		if pairs[i] < 0 {
			alone = append(alone, i)
		}
	}
	if len(alone) == len(left) && schema.Name != "mandate" && schema.Name != "update" {
		for k, i := range alone {
			pairs[i] = left[k]
		}
		left = nil
	}
	return pairs, left
}

// nameOf is by what an item of a list is known in two versions of it: its id,
// else what it must state. A mandate is known by its body and its start.
func nameOf(schema *council.Struct, value reflect.Value) string {
	if mandate, ok := value.Interface().(council.Mandate); ok {
		return fmt.Sprint(mandate.Body, "\x00", mandate.Start)
	}
	if id := schema.Field("id"); id != nil {
		return fmt.Sprint(value.FieldByIndex(id.Index).Interface())
	}
	name := ""
	for _, field := range schema.Fields {
		if field.Required && field.Kind != council.KindMapping {
			name += fmt.Sprint(value.FieldByIndex(field.Index).Interface()) + "\x00"
		}
	}
	return name
}

// named is the item in words: "recommandation r1", "mandat (Conseil)".
func (c *comparison) named(side Side, field *council.Field, value reflect.Value) string {
	of := c.say.Field(field)
	switch item := value.Interface().(type) {
	case council.Mandate:
		return c.say.Say("diff.mandate", "body", c.say.Value(side.Council, item.Body))
	case council.Recommendation:
		return c.say.Say("diff.recommendation", "id", string(item.ID))
	}
	if id := field.Of.Field("id"); id != nil {
		return of + " " + fmt.Sprint(value.FieldByIndex(id.Index).Interface())
	}
	for _, f := range field.Of.Fields {
		if text := c.said(side, value.FieldByIndex(f.Index)); f.Required && f.Kind != council.KindMapping && text != "" {
			return c.say.Say("diff.item", "of", of, "name", c.short(text))
		}
	}
	return of
}

func (c *comparison) came(field *council.Field, value reflect.Value, at place) {
	switch item := value.Interface().(type) {
	case council.Mandate:
		c.note("mandate-added", at, "", c.mandate(&item))
	default:
		c.note("item-added", at, "", c.short(c.summary(c.after, field.Of, value)))
	}
}

func (c *comparison) item(field *council.Field, a, b reflect.Value, at place) {
	switch was := a.Interface().(type) {
	case council.Mandate:
		now := b.Interface().(council.Mandate)
		if !now.End.IsZero() && (was.End.IsZero() || was.EndReason == "" && now.EndReason != "") {
			until := c.say.On(now.End)
			if now.EndReason != "" {
				until = c.say.Say("diff.because", "on", until, "reason", now.EndReason)
			}
			c.note("mandate-ended", at.key("end", ""), c.say.On(was.End), until)
			was.End, was.EndReason = now.End, now.EndReason
			a = reflect.ValueOf(was)
		}
	case council.Recommendation:
		now := b.Interface().(council.Recommendation)
		if was.State() != now.State() {
			c.note("recommendation-state", at.key("status", ""), c.say.Word(was.State()), c.say.Word(now.State()))
			was.Status = now.Status
			a = reflect.ValueOf(was)
		}
	}
	c.fields(field.Of, a, b, at)
}

// mandate is a new one in words: its body, its role, its dates.
func (c *comparison) mandate(m *council.Mandate) string {
	said := c.say.Value(c.after.Council, m.Body)
	for _, part := range []string{c.say.Value(c.after.Council, m.Role), c.say.Since(m.Start), c.say.Until(m.End)} {
		if part != "" {
			said += ", " + part
		}
	}
	return said
}
