package compare

import (
	"fmt"
	"reflect"
	"strings"

	"greffe/generator/council"
)

// settings compares council.yaml, and the lists that stand beside it.
func (w *walker) settings() {
	file := func(name, label string, compare func(c *comparison)) {
		c := &comparison{walker: w}
		compare(c)
		if len(c.changes) > 0 {
			w.entries = append(w.entries, Entry{How: Changed, Collection: "settings", ID: name, Label: w.say.Say("diff.settings." + label), File: name, Changes: c.changes})
		}
	}
	file("council.yaml", "council", func(c *comparison) {
		c.places = w.after.Settings
		c.fields(council.SchemaOf(w.after.Settings), reflect.ValueOf(w.before.Settings).Elem(), reflect.ValueOf(w.after.Settings).Elem(), place{})
	})
	file("organisations.yaml", "organisations", func(c *comparison) {
		listOf(c, organisations(w.before), organisations(w.after), "organisations", func(o *council.Organisation) string { return string(o.ID) }, func(o *council.Organisation) string { return o.Name })
	})
	file("glossary.yaml", "glossary", func(c *comparison) {
		listOf(c, w.before.Glossary, w.after.Glossary, "glossary", func(t *council.Term) string { return t.Term }, func(t *council.Term) string { return t.Term })
	})
	file("withdrawals.yaml", "withdrawals", func(c *comparison) {
		listOf(c, w.before.Withdrawals, w.after.Withdrawals, "withdrawals", func(x *council.Withdrawal) string { return fmt.Sprint(x.Of, "/", x.ID) }, func(x *council.Withdrawal) string {
			return fmt.Sprint(w.say.Word(x.Of), " ", x.ID)
		})
	})
}

// organisations are those of the file, without the council itself.
func organisations(side Side) []council.Organisation {
	var list []council.Organisation
	for o := range side.Organisations.All() {
		if o.Key() != string(council.Self) {
			list = append(list, *o)
		}
	}
	return list
}

// listed are the places of an entry of a list, by paths that begin with its key.
type listed struct {
	places
	key string
}

func (l listed) At(path string) (line, column int) {
	return l.places.At(strings.TrimPrefix(strings.TrimPrefix(path, l.key), "."))
}

// listOf compares the entries of a file that is a list.
func listOf[T any](c *comparison, before, after []T, file string, key, label func(*T) string) {
	known := make(map[string]*T)
	for i := range before {
		known[key(&before[i])] = &before[i]
	}
	for i := range after {
		now := &after[i]
		at := place{path: key(now), title: label(now)}
		c.places = listed{any(now).(places), at.path}
		was, ok := known[key(now)]
		delete(known, key(now))
		if !ok {
			line, _ := c.places.At(at.path)
			c.changes = append(c.changes, Change{Kind: file + "-added", Field: at.path, After: at.title, Line: line})
			continue
		}
		c.fields(council.SchemaOf(now), reflect.ValueOf(was).Elem(), reflect.ValueOf(now).Elem(), at)
	}
	for i := range before {
		if was := &before[i]; known[key(was)] == was {
			c.changes = append(c.changes, Change{Kind: file + "-removed", Field: key(was), Before: label(was)})
		}
	}
}
