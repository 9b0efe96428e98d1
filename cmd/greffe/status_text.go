package main

import (
	"bufio"
	"fmt"
	"io"

	"greffe/generator/council"
	"greffe/generator/due"
)

// fewest is how many items of one kind and one day are told one by one; more of
// them share a heading.
const fewest = 3

// statusText prints the list for people: what is late first, then what comes,
// then when the site changes by itself.
func (a *app) statusText(o *outlook) error {
	w := bufio.NewWriter(a.stdout)
	say, paint := a.speaker(), painter(a.stdout)
	fmt.Fprintln(w, paint(bold, onOneLine(say.Say("status.title", "council", o.Settings.Name))))
	fmt.Fprintln(w, say.Say("status.as-of", "date", say.Day(o.AsOf.Date), "n", o.days))
	fmt.Fprintln(w, paint(dim, say.Say("status.private")))
	late := 0
	for late < len(o.items) && o.items[late].Late(o.AsOf) {
		late++
	}
	for _, part := range []struct {
		title, style string
		items        []due.Item
	}{{"status.late", red, o.items[:late]}, {"status.coming", bold, o.items[late:]}} {
		if len(part.items) > 0 {
			fmt.Fprintf(w, "\n%s\n", paint(part.style, say.Say(part.title, "n", len(part.items))))
			a.statusItems(w, o, part.items, paint)
		}
	}
	if len(o.items) == 0 {
		fmt.Fprintf(w, "\n%s\n", say.Say("status.nothing"))
	}
	a.statusChanges(w, o, paint)
	return w.Flush()
}

func (a *app) statusItems(w io.Writer, o *outlook, items []due.Item, paint func(string, string) string) {
	say := a.speaker()
	for len(items) > 0 {
		n := alike(items)
		first := &items[0]
		fmt.Fprintf(w, "\n  %s\n", paint(bold, a.when(first.On, first.Days(o.AsOf))))
		many := "due." + first.Kind + ".many"
		if n < fewest || !a.words.Has(many) {
			n = 1
			fmt.Fprintf(w, "    %s\n", onOneLine(first.What(say)))
		} else {
			fmt.Fprintf(w, "    %s\n", say.Say(many, "n", n))
		}
		fmt.Fprintf(w, "    %s\n", onOneLine(say.Say("status.todo", "todo", first.Todo(say))))
		for i := range items[:n] {
			file, line, _ := items[i].Position(o.Council)
			text := "    " + paint(dim, a.spot(file, line))
			if n > 1 {
				text += "  " + onOneLine(items[i].Subject(say))
			}
			fmt.Fprintln(w, text)
		}
		items = items[n:]
	}
}

// alike is how many items from the first on are of one kind and one day.
func alike(items []due.Item) int {
	n := 1
	for n < len(items) && items[n].Kind == items[0].Kind && items[n].On == items[0].On {
		n++
	}
	return n
}

// when says how far a date is, and the date.
func (a *app) when(on council.Date, days int) string {
	say := a.speaker()
	if on.IsZero() {
		return a.words.Say("unknown")
	}
	var how string
	switch {
	case days < 0:
		how = say.Say("status.past", "n", -days)
	case days == 0:
		how = say.Say("status.today")
	default:
		how = say.Say("status.future", "n", days)
	}
	return say.Say("status.when", "days", how, "date", say.Day(on))
}

// mostReasons is how many changes of one day are named.
const mostReasons = 3

func (a *app) statusChanges(w io.Writer, o *outlook, paint func(string, string) string) {
	say := a.speaker()
	if o.next.At.IsZero() {
		fmt.Fprintf(w, "\n%s\n", say.Say("status.never"))
		return
	}
	fmt.Fprintf(w, "\n%s\n", paint(bold, say.Say("status.next", "date", say.Moment(o.next.At))))
	changes := o.changes
	if len(changes) == 0 {
		changes = []due.Change{o.next}
	}
	for day := range due.ByDay(changes) {
		fmt.Fprintf(w, "  %s\n", say.Day(day[0].At.Date))
		told := tellOnce(day, func(c *due.Change) string { return a.changeLine(c) })
		for i, what := range told {
			if i == mostReasons && len(told) > mostReasons+1 {
				fmt.Fprintf(w, "    %s\n", paint(dim, say.Say("status.more-changes", "n", len(told)-i)))
				break
			}
			fmt.Fprintf(w, "    %s\n", paint(dim, what))
		}
	}
	fmt.Fprintln(w, say.Say("status.rebuild"))
}

// changeLine says a change, with its time if it comes in the course of the day.
func (a *app) changeLine(change *due.Change) string {
	say := a.speaker()
	what := onOneLine(change.What(say))
	if change.At.Timed {
		what = say.Say("status.at-time", "what", what, "time", say.Clock(change.At))
	}
	return what
}

// tellOnce says each change, the same sentence once.
func tellOnce(changes []due.Change, what func(*due.Change) string) []string {
	var told []string
	said := make(map[string]bool)
	for i := range changes {
		if text := what(&changes[i]); !said[text] {
			said[text] = true
			told = append(told, text)
		}
	}
	return told
}
