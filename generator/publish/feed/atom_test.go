package feed

import (
	"encoding/xml"
	"testing"
)

func TestAtomCanBeRead(t *testing.T) {
	var feed struct {
		ID      string `xml:"id"`
		Updated string `xml:"updated"`
		Gone    []struct {
			ID string `xml:"ref,attr"`
		} `xml:"http://purl.org/atompub/tombstones/1.0 deleted-entry"`
		Entries []struct {
			ID         string `xml:"id"`
			Title      string `xml:"title"`
			Updated    string `xml:"updated"`
			Published  string `xml:"published"`
			Summary    string `xml:"summary"`
			Categories []struct {
				Term string `xml:"term,attr"`
			} `xml:"category"`
		} `xml:"entry"`
	}
	text := made(t, brief(t, tiny(documents())))["avis/atom.xml"]
	if err := xml.Unmarshal([]byte(text), &feed); err != nil {
		t.Fatal(err)
	}
	if len(feed.Entries) != 2 || feed.Updated != "2024-05-16T00:00:00+02:00" || len(feed.Gone) != 1 {
		t.Fatalf("%+v", feed)
	}
	first, second := feed.Entries[0], feed.Entries[1]
	if first.Updated != "2024-05-16T00:00:00+02:00" || first.Summary != "En clair, <tout> ouvrir\u202f!" || len(first.Categories) != 2 {
		t.Errorf("%+v", first)
	}
	// A former id stays the entry's; a year is not a day.
	if second.ID != "https://num.example/conseil/avis/motion-2023/" || second.Updated != "2023-02-01T00:00:00+01:00" || second.Published != "" {
		t.Errorf("%+v", second)
	}
}
