package council

import "time"

// LatestChange is when the time in force at t came, zero if it always was.
//
// The bounds that Go gives may also be those of a year, in which nothing
// changes: where a file of zones holds few years and a rule for the rest, as
// the one in this program does, and where it holds years up to 2037.
func LatestChange(t time.Time) time.Time {
	for {
		start, _ := t.ZoneBounds()
		if start.IsZero() || !sameTime(start.Add(-time.Second), start) {
			return start
		}
		t = start.Add(-time.Second)
	}
}

// NextChange is when the time in force at t ends, or end if it does later.
func NextChange(t, end time.Time) time.Time {
	for {
		_, next := t.ZoneBounds()
		if !next.IsZero() && !next.After(t) {
			next = t.AddDate(0, 0, 1) // to Go, the years of a rule have 365 days, and the last of leap years is past its bounds
		}
		if next.IsZero() || !next.Before(end) {
			return end
		}
		if !sameTime(t, next) {
			return next
		}
		t = next
	}
}

func sameTime(a, b time.Time) bool {
	nameA, offsetA := a.Zone()
	nameB, offsetB := b.Zone()
	return nameA == nameB && offsetA == offsetB && a.IsDST() == b.IsDST()
}
