package conformity

import (
	"cmp"
	"slices"

	"greffe/generator/council"
)

// A span is a run of days.
type span struct{ first, last council.Day }

// A stretch is a run of days on which the same number of people sat.
type stretch struct {
	span
	people int
}

// count sweeps the days on which somebody begins or ends to sit, and returns the
// stretches between them, in order, without those where nobody sits. Somebody
// who holds two seats is counted once. The spans of a person follow one another
// in the list.
func count(seats []council.Seat, held func(*council.Mandate) (span, bool)) []stretch {
	type change struct {
		day   council.Day
		delta int
	}
	var changes []change
	for i := 0; i < len(seats); {
		var own []span
		member := seats[i].Member
		for ; i < len(seats) && seats[i].Member == member; i++ {
			if s, ok := held(seats[i].Mandate); ok {
				own = append(own, s)
			}
		}
		for _, s := range union(own) {
			changes = append(changes, change{s.first, 1})
			if s.last != council.Forever {
				changes = append(changes, change{s.last + 1, -1})
			}
		}
	}
	slices.SortFunc(changes, func(a, b change) int { return cmp.Compare(a.day, b.day) })
	var stretches []stretch
	people := 0
	for i, c := range changes {
		people += c.delta
		last := council.Forever
		if i+1 < len(changes) {
			last = changes[i+1].day - 1
		}
		if last >= c.day && people > 0 {
			stretches = append(stretches, stretch{span{c.day, last}, people})
		}
	}
	return stretches
}

// union joins spans that overlap or touch.
func union(spans []span) []span {
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.first, b.first) })
	joined := spans[:0]
	for _, s := range spans {
		if n := len(joined); n > 0 && (joined[n-1].last == council.Forever || s.first <= joined[n-1].last+1) {
			joined[n-1].last = max(joined[n-1].last, s.last)
			continue
		}
		joined = append(joined, s)
	}
	return joined
}

func surely(m *council.Mandate) (span, bool) {
	first, last, ok := m.Surely()
	return span{first, last}, ok
}

func perhaps(m *council.Mandate) (span, bool) {
	first, last := m.Perhaps()
	return span{first, last}, true
}

// on is how many people sit on a day.
func on(stretches []stretch, day council.Day) int {
	for _, s := range stretches {
		if s.first <= day && day <= s.last {
			return s.people
		}
	}
	return 0
}

// from and to are the bounds of a span as dates; an open one is the zero date.
func (s span) from() council.Date {
	if s.first == council.Never {
		return council.Date{}
	}
	return s.first.Date()
}

func (s span) to() council.Date {
	if s.last == council.Forever {
		return council.Date{}
	}
	return s.last.Date()
}
