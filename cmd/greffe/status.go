package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
	"greffe/generator/due"
	"greffe/generator/phrase"
)

func (a *app) statusCommand() *cobra.Command {
	var format, within string
	command := &cobra.Command{
		Use: "status", Short: a.words.Say("status.short"), Long: a.words.Say("status.long"),
		Example: indent(a.words.Say("status.example")),
		RunE:    func(*cobra.Command, []string) error { return a.status(format, within) },
	}
	command.Flags().StringVar(&format, "format", "text", a.words.Say("status.flag.format"))
	command.Flags().StringVar(&within, "within", "90d", a.words.Say("status.flag.within"))
	return command
}

var statusFormats = []string{"text", "json", "ics"}

// An outlook is what status tells: of a council, as of its moment.
type outlook struct {
	*council.Council
	days    int // ahead
	items   []due.Item
	next    due.Change   // zero: none is known
	changes []due.Change // within the days
}

// status lists what awaits the secretary. It is a report: whatever is late, it
// succeeds. Mistakes in the content are check's business, but the list may lack
// what could not be read.
func (a *app) status(format, within string) error {
	if !slices.Contains(statusFormats, format) {
		return a.use("command.use.bad-format", "value", format, "known", strings.Join(statusFormats, ", "))
	}
	g, err := a.generator()
	if err != nil {
		return err
	}
	c, found, err := g.Council()
	if err != nil {
		return err
	}
	days, err := daysIn(within, c.AsOf.Date)
	if err != nil {
		return a.use("status.bad-within", "value", within)
	}
	if n := found.Count(diagnostic.Error); n > 0 {
		fmt.Fprintln(a.stderr, a.words.Say("status.errors", "errors", a.words.Say("command.errors", "n", n)))
	}
	o := &outlook{
		Council: c, days: days, items: due.List(c, days),
		next: due.Next(c), changes: due.Changes(c, c.AsOf.First()+council.Day(days)),
	}
	switch format {
	case "json":
		return a.statusJSON(o)
	case "ics":
		return due.WriteCalendar(a.stdout, c, o.items, o.changes, a.speaker())
	}
	return a.statusText(o)
}

// speaker says values of the model in the language of the messages.
func (a *app) speaker() phrase.Speaker { return phrase.Speaker{Catalogue: a.words} }

// longestOutlook is how many days ahead anybody may look.
const longestOutlook = 10 * 366

// daysIn reads a length of time from a day on: 90, 90d, 12w, 6m, 1y, or with the
// French letters j, s and a.
func daysIn(text string, from council.Date) (int, error) {
	digits := strings.TrimRight(text, "djwsmya")
	n, err := strconv.ParseUint(digits, 10, 12)
	if err != nil {
		return 0, err
	}
	days := int(n)
	switch text[len(digits):] {
	case "", "d", "j":
	case "w", "s":
		days *= 7
	case "m":
		days = int(from.AddMonths(days).First() - from.First())
	case "y", "a":
		days = int(from.AddYears(min(days, 100)).First() - from.First())
	default:
		return 0, errors.New("unknown unit")
	}
	if days > longestOutlook {
		return 0, errors.New("too long")
	}
	return days, nil
}
