package feed

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"

	"greffe/generator/council"
	"greffe/generator/site"
)

// Whatever a text holds comes back from an XML reader, in an element and in an
// attribute; what XML cannot hold is a question mark of Unicode's.
func FuzzXMLComesBack(f *testing.F) {
	for _, seed := range []string{"", "a", "<b>&amp;", "]]>", `"'`, "\x00\x0b", "\xff", "\ufffe", "\r\n\t ", "é\u2028", "--><!--"} {
		f.Add(seed, "x")
	}
	f.Fuzz(func(t *testing.T, text, attribute string) {
		var m markup
		m.element("", "a", text, "b", attribute)
		var got struct {
			XMLName xml.Name   `xml:"a"`
			B       string     `xml:"b,attr"`
			Text    string     `xml:",chardata"`
			Others  []struct{} `xml:",any"`
		}
		decoder := xml.NewDecoder(&m.Buffer)
		if err := decoder.Decode(&got); err != nil || got.Text != storable(text) || got.B != storable(attribute) || got.Others != nil {
			t.Errorf("%q and %q came back as %q and %q, %v", text, attribute, got.Text, got.B, err)
		}
		if token, err := decoder.Token(); err != io.EOF && strings.TrimSpace(string(token.(xml.CharData))) != "" {
			t.Errorf("after %q there is %v, %v", text, token, err)
		}
	})
}

// storable is a text with what XML 1.0 has no room for replaced (its production
// 2, Char).
func storable(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t', r == '\n', r == '\r', r >= 0x20 && r <= 0xd7ff, r >= 0xe000 && r <= 0xfffd, r >= 0x10000:
			return r
		}
		return utf8.RuneError
	}, text)
}

// Whatever a session is called comes back from a reader of calendars, and adds
// no line of its own.
func FuzzCalendarComesBack(f *testing.F) {
	for _, seed := range []string{"", "a", "a,b;c\\d", "a\nEND:VEVENT\nBEGIN:VEVENT", "\r\nATTACH:x", strings.Repeat("é", 100), "\\n", `"a:b"`, "\u2028", "a\rb", "\x00"} {
		f.Add(seed, "Hôtel de ville")
	}
	f.Fuzz(func(t *testing.T, title, location string) {
		if !utf8.ValidString(title) || !utf8.ValidString(location) || strings.ContainsFunc(title+location, func(r rune) bool { return r < 0x20 && r != '\n' || r == 0x7f }) {
			return // refused where it is read
		}
		e := event{uid: "a@b", title: title, location: location, address: "https://num.example/", start: at(2024, 5, 16, 18, 30), status: ics.ObjectStatusConfirmed}
		calendar := ics.NewCalendar()
		calendar.AddVEvent(e.encoded(time.UTC))
		var out bytes.Buffer
		if err := calendar.SerializeTo(&out, ics.WithNewLineWindows); err != nil {
			t.Fatal(err)
		}
		for line := range strings.SplitSeq(out.String(), "\r\n") {
			if len(line) > 75 || strings.Contains(line, "\n") || !utf8.ValidString(line) {
				t.Errorf("%q, %q: the line %q", title, location, line)
			}
		}
		read, err := ics.ParseCalendar(bytes.NewReader(out.Bytes()))
		if err != nil || len(read.Events()) != 1 || len(read.Components) != 1 {
			t.Fatalf("%q, %q: %v in\n%s", title, location, err, &out)
		}
		for property, want := range map[ics.ComponentProperty]string{ics.ComponentPropertySummary: title, ics.ComponentPropertyLocation: location, ics.ComponentPropertyUniqueId: "a@b"} {
			got := ""
			if found := read.Events()[0].GetProperty(property); found != nil {
				got = found.Value
			}
			if got != want {
				t.Errorf("%s: %q came back as %q", property, want, got)
			}
		}
		if want, got := len(e.encoded(time.UTC).Properties), len(read.Events()[0].Properties); got != want {
			t.Errorf("%q, %q: %d properties, not %d", title, location, got, want)
		}
	})
}

// Whatever documents are called, each feed can be read whole.
func FuzzFeeds(f *testing.F) {
	for _, seed := range []string{"a", "<b>", "]]>", "a\nb", "\\", `"`, "é"} {
		f.Add(seed, seed)
	}
	catalogue := brief(f, tiny(nil)).Words
	f.Fuzz(func(t *testing.T, title, summary string) {
		opinion := &council.Opinion{Entry: common("opinions", "2024-01", on(2024, 5, 16)), Title: title, Kind: "opinion", Status: "adopted", AdoptedOn: on(2024, 5, 16)}
		opinion.Summary = summary
		session := &council.Session{Entry: common("sessions", "2024-05-16", on(2024, 5, 16)), Title: title, Kind: "plenary", Status: council.Held, Start: at(2024, 5, 16, 18, 30)}
		c := tiny([]council.Documented{opinion, session})
		published := made(t, &site.Brief{Council: c, Words: catalogue, Addresses: site.NewAddresses(c.Settings.BaseURL, catalogue)})
		for path, text := range published {
			var err error
			switch {
			case strings.HasSuffix(path, ".xml"):
				for decoder := xml.NewDecoder(strings.NewReader(text)); err == nil; {
					_, err = decoder.Token()
				}
				if err == io.EOF {
					err = nil
				}
			case strings.HasSuffix(path, ".json"):
				err = json.Unmarshal([]byte(text), new(any))
			case strings.HasSuffix(path, ".ics"):
				_, err = ics.ParseCalendar(strings.NewReader(text))
			}
			if err != nil {
				t.Errorf("%q, %q: %s: %v", title, summary, path, err)
			}
		}
	})
}
