package feed

import (
	"encoding/json"
	"encoding/xml"
	"slices"
	"strings"
	"testing"
)

// Both forms of a feed tell of the same documents, in the same order.
func TestJSONTellsWhatAtomTells(t *testing.T) {
	published := made(t, brief(t, tiny(documents())))
	feeds := 0
	for path, text := range published {
		folder, ok := strings.CutSuffix(path, "feed.json")
		if !ok {
			continue
		}
		feeds++
		var told struct {
			Version  string
			Title    string
			Language string
			FeedURL  string `json:"feed_url"`
			Items    []struct {
				ID, URL, Title string
				Text           string `json:"content_text"`
				Modified       string `json:"date_modified"`
			}
		}
		if err := json.Unmarshal([]byte(text), &told); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		var atom struct {
			Title   string `xml:"title"`
			Entries []struct {
				ID      string `xml:"id"`
				Title   string `xml:"title"`
				Updated string `xml:"updated"`
			} `xml:"entry"`
		}
		if err := xml.Unmarshal([]byte(published[folder+"atom.xml"]), &atom); err != nil {
			t.Fatalf("%satom.xml: %v", folder, err)
		}
		var inJSON, inAtom [][3]string
		for _, item := range told.Items {
			inJSON = append(inJSON, [3]string{item.ID, item.Title, item.Modified})
			if item.Text == "" || item.URL == "" {
				t.Errorf("%s: %+v", path, item)
			}
		}
		for _, entry := range atom.Entries {
			inAtom = append(inAtom, [3]string{entry.ID, entry.Title, entry.Updated})
		}
		if !slices.Equal(inJSON, inAtom) || told.Title != atom.Title {
			t.Errorf("%s tells\n%q %v, and Atom\n%q %v", path, told.Title, inJSON, atom.Title, inAtom)
		}
		if told.Version != "https://jsonfeed.org/version/1.1" || told.Language != "fr" || told.FeedURL != "https://num.example/conseil/"+path {
			t.Errorf("%s: %+v", path, told)
		}
	}
	if feeds != 9 {
		t.Errorf("%d feeds", feeds)
	}
}
