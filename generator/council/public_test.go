package council

import (
	"slices"
	"testing"
)

func asOf(text string) Moment {
	moment, ok := ParseMoment(text)
	if !ok {
		panic(text)
	}
	return moment
}

func on(text string) Date { return asOf(text).Date }

func entry(id string) Entry { return Entry{ID: id, File: "opinions/" + id + ".md"} }

func TestWhatThePublicSeesDependsOnTheMoment(t *testing.T) {
	embargoed := &Opinion{Entry: entry("embargoed"), Title: "E"}
	embargoed.PublishOn = asOf("2024-05-21T09:00")
	expiring := &Opinion{Entry: entry("expiring"), Title: "X"}
	expiring.ExpireOn = asOf("2024-06")
	source := Source{
		Documents: []Documented{
			&Opinion{Entry: entry("plain"), Title: "P"}, embargoed, expiring,
			&Opinion{Entry: Entry{ID: "draft", Draft: true}, Title: "D"},
			&Opinion{Entry: Entry{ID: "secret", Confidential: true}, Title: "C"},
			&Opinion{Entry: entry("withdrawn"), Title: "W"},
			&Opinion{Entry: entry("erased"), Title: "Z"},
		},
		Withdrawals: []Withdrawal{
			{Of: "opinions", ID: "withdrawn", On: on("2024-06-10")},
			{Of: "opinions", ID: "erased", On: on("2024-01-01"), Erase: true},
		},
	}
	for _, test := range []struct {
		asOf   string
		drafts bool
		want   []string
		gone   []ID
	}{
		{"2024-05-21T08:59", false, []string{"plain", "expiring", "withdrawn"}, []ID{"erased"}},
		{"2024-05-21T09:00", false, []string{"plain", "embargoed", "expiring", "withdrawn"}, []ID{"erased"}},
		{"2024-06-30T23:59", false, []string{"plain", "embargoed", "expiring"}, []ID{"erased", "withdrawn"}},
		{"2024-07-01T00:00", false, []string{"plain", "embargoed"}, []ID{"erased", "expiring", "withdrawn"}},
		{"2024-05-01T00:00", true, []string{"plain", "embargoed", "expiring", "draft", "withdrawn"}, []ID{"erased"}},
	} {
		public := Assemble(source, asOf(test.asOf)).Public(test.drafts)
		got := public.IDs("opinions")
		slices.Sort(got)
		slices.Sort(test.want)
		if !slices.Equal(got, test.want) {
			t.Errorf("as of %s: the public sees %v, want %v", test.asOf, got, test.want)
		}
		var gone []ID
		for _, w := range public.Withdrawals {
			gone = append(gone, w.ID)
		}
		if !slices.Equal(gone, test.gone) {
			t.Errorf("as of %s: gone are %v, want %v", test.asOf, gone, test.gone)
		}
	}
}

func TestModifiedIsTheLatestPastDateStated(t *testing.T) {
	e := Entry{Stated: []Date{on("2024-03-12"), on("2024-12-31"), on("2024-05")}}
	for text, want := range map[string]string{"2024-04-01": "2024-03-12", "2024-06-01": "2024-05", "2025-01-01": "2024-12-31", "2024-01-01": ""} {
		if got := e.Modified(asOf(text)).String(); got != want {
			t.Errorf("as of %s: modified on %q, want %q", text, got, want)
		}
	}
	e.Updated = on("2024-04-02")
	if got := e.Modified(asOf("2025-01-01")); got != e.Updated {
		t.Errorf("an editor's own date is not kept: %s", got)
	}
}
