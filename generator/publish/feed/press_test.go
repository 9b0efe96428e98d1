package feed

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"greffe/generator/council"
	"greffe/generator/site"
	"greffe/generator/words"
)

func TestFeedsThatArePublished(t *testing.T) {
	published := made(t, brief(t, tiny(documents())))
	for path, want := range map[string]bool{
		"atom.xml": true, "avis/atom.xml": true, "seances/feed.json": true, "actualites/feed.json": true, "documents/atom.xml": true,
		"ateliers/atom.xml": false, "ateliers/calendar.ics": false,
		"themes/mobilite/atom.xml": true, "themes/vide/atom.xml": false,
		"membres/ada/feed.json": true, "membres/idle/feed.json": false, "membres/ada/calendar.ics": false,
		"composition/bureau/atom.xml": true, "composition/bureau/calendar.ics": true,
		"composition/conseil/calendar.ics": true, "composition/groupe/calendar.ics": false,
		"ateliers/velos/calendar.ics": true,
	} {
		if _, ok := published[path]; ok != want {
			t.Errorf("%s is published: %v", path, ok)
		}
	}
}

// A page that asks the same question as the publishers leads nowhere else.
func TestFormsAreWhatIsPublished(t *testing.T) {
	b := brief(t, tiny(documents()))
	published := made(t, b)
	asked := []site.Feed{{}, {Collection: "opinions"}, {Collection: "sessions"}, {Collection: "news"}, {Collection: "documents"}, {Collection: "workshops"}, {Collection: "themes"}}
	for document := range b.Council.Everything() {
		asked = append(asked, site.FeedOf(document))
	}
	for theme := range b.Council.Themes.All() {
		asked = append(asked, site.FeedOf(theme))
	}
	for body := range b.Council.Bodies.All() {
		asked = append(asked, site.FeedOf(body))
	}
	var linked []string
	for _, feed := range asked {
		for _, form := range feed.Forms(b.Council) {
			linked = append(linked, b.Addresses.Path(feed.Subject(b.Addresses)+form.File))
		}
	}
	var feeds []string
	for path := range published {
		if strings.HasSuffix(path, "atom.xml") || strings.HasSuffix(path, ".json") || strings.HasSuffix(path, ".ics") {
			feeds = append(feeds, path)
		}
	}
	slices.Sort(linked)
	slices.Sort(feeds)
	if !slices.Equal(linked, feeds) {
		t.Errorf("pages would lead to\n%v, and there are\n%v", linked, feeds)
	}
}

func TestFeedHasTheNewestOnly(t *testing.T) {
	var documents []council.Documented
	for i := range newest + 10 {
		document := &council.Opinion{Entry: common("opinions", fmt.Sprintf("o-%02d", i), on(2023, 1, 1)), Title: "Avis", Kind: "opinion", Status: "adopted", AdoptedOn: on(2023, 1, 1)}
		if i >= newest {
			document.Updated = on(2024, 1, uint8(i-newest+1)) // an answer came
		}
		documents = append(documents, document)
	}
	text := made(t, brief(t, tiny(documents)))["atom.xml"]
	if entries := strings.Count(text, "<entry>"); entries != newest {
		t.Errorf("%d entries", entries)
	}
	if first, last := strings.Index(text, "/o-59/"), strings.Index(text, "/o-00/"); first < 0 || last < first {
		t.Errorf("what changed last does not come first:\n%s", text)
	}
}

func TestEmptyCouncilHasWholeFeeds(t *testing.T) {
	published := made(t, brief(t, tiny(nil)))
	if text := published["actualites/atom.xml"]; !strings.Contains(text, "<updated>2021-01-01T00:00:00+01:00</updated>") || strings.Contains(text, "<entry>") {
		t.Error(text)
	}
	if text := published["feed.json"]; !strings.HasSuffix(text, "\"items\":[\n\n]}\n") {
		t.Error(text)
	}
}

// The same files serve a council that has changed: an entry is made again when
// the document has changed, or anybody it names.
func TestEntryIsMadeAgainWhenItsCouncilChanges(t *testing.T) {
	c := tiny(documents())
	b := brief(t, c)
	renamed := *c.Members.Find("ada")
	renamed.Name = "Ada Lenoir"
	edited, _ := c.Edited([]council.Documented{&renamed}, nil)
	fresh := map[*council.Council]map[string]string{c: made(t, brief(t, c)), edited: made(t, brief(t, edited))}
	for _, file := range slices.Concat(Atom(b), JSON(b)) {
		for _, of := range []*council.Council{c, edited, c} {
			var got bytes.Buffer
			if err := file.Make(&got, of); err != nil {
				t.Fatal(err)
			}
			if want := fresh[of][file.Path]; got.String() != want {
				t.Errorf("%s:\n%s\nwant\n%s", file.Path, &got, want)
			}
		}
	}
	if fresh[c]["avis/atom.xml"] == fresh[edited]["avis/atom.xml"] {
		t.Error("the new name is nowhere")
	}
}

// What a feed was made from is noted even when another feed has made its
// entries.
func TestEveryFeedNotesWhatItReads(t *testing.T) {
	s := site.New(tiny(documents()), site.List(func() []site.File { return Atom(brief(t, tiny(documents()))) }))
	for range 2 {
		reads, err := s.MakeNoting(new(bytes.Buffer), "themes/mobilite/atom.xml")
		if err != nil {
			t.Fatal(err)
		}
		for _, read := range []council.Read{
			{Collection: "themes", ID: "mobilite"}, {Collection: "themes", ID: "mobilite", Cited: true},
			{Collection: "opinions", ID: "2024-01"}, {Collection: "members", ID: "ada"}, {Collection: "members", ID: "canary-member"},
		} {
			if _, ok := reads.All()[read]; !ok {
				t.Errorf("%v was not noted", read)
			}
		}
	}
}

func TestEverySentenceIsInEveryLanguage(t *testing.T) {
	for _, language := range []string{"fr", "en"} {
		catalogue, err := words.Load(language, nil, layouts)
		if err != nil {
			t.Fatal(err)
		}
		c := tiny(documents())
		b := &site.Brief{Council: c, Words: catalogue, Addresses: site.NewAddresses(c.Settings.BaseURL, catalogue)}
		for path, text := range made(t, b) {
			for _, missing := range []string{"[feeds.", "[pages.", "[package.", "{council}", "{name}", "{title}"} {
				if strings.Contains(text, missing) {
					t.Errorf("%s: %s has %s", language, path, missing)
				}
			}
		}
	}
}
