package main

import (
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"greffe/generator/council"
	"greffe/generator/publish"
)

// asOf reads, in this order: the flag, SOURCE_DATE_EPOCH, the clock. The clock
// is read once.
func (a *app) asOf() (func(*time.Location) council.Moment, error) {
	if text := a.flags.asOf; text != "" {
		moment, ok := council.ParseMoment(text)
		if !ok || !moment.IsDay() {
			return nil, a.use("command.use.bad-as-of", "value", text)
		}
		moment.Timed = true // a date is its 00:00
		return func(*time.Location) council.Moment { return moment }, nil
	}
	now := time.Now()
	if text := os.Getenv("SOURCE_DATE_EPOCH"); text != "" {
		seconds, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return nil, a.use("command.use.bad-epoch", "value", text)
		}
		now = time.Unix(seconds, 0)
	}
	return func(zone *time.Location) council.Moment { return council.MomentOf(now.In(zone)) }, nil
}

// checkFlags refuses values that no library has looked at.
func (a *app) checkFlags() error {
	if text := a.flags.baseURL; text != "" {
		if parsed, err := url.Parse(text); err != nil || parsed.Host == "" || (parsed.Scheme != "https" && parsed.Scheme != "http") {
			return a.use("command.use.bad-base-url", "value", text)
		}
	}
	if lang := a.flags.lang; lang != "fr" && lang != "en" {
		return a.use("command.use.bad-lang", "value", lang)
	}
	for _, name := range a.flags.only {
		if !publish.Known(name) {
			var known []string
			for _, publisher := range publish.Publishers {
				known = append(known, publisher.Name)
			}
			return a.use("command.use.bad-only", "value", name, "known", strings.Join(known, ", "))
		}
	}
	slices.Sort(a.flags.only)
	a.flags.only = slices.Compact(a.flags.only)
	return nil
}
