package council

import (
	"net/url"
	"path"
	"strings"
	"testing"
	"unicode"
)

// A date that is accepted is written as it was read, and means a span of days
// within it.
func FuzzDate(f *testing.F) {
	for _, seed := range []string{"2018", "2018-03", "2018-03-29", "2024-02-29", "2023-02-29", "0001-01-01", "9999-12-31", "2018-3", "+018", "", "２０１８"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var date Date
		if date.Set(text) != nil {
			if !date.IsZero() {
				t.Errorf("%q is refused and leaves %s", text, date)
			}
			return
		}
		if date.String() != text {
			t.Errorf("%q is written %s", text, date)
		}
		first, last := date.First(), date.Last()
		if last < first || !strings.HasPrefix(first.Date().String(), text) || !strings.HasPrefix(last.Date().String(), text) {
			t.Errorf("%q means %s to %s", text, first.Date(), last.Date())
		}
		if date.IsDay() != (first == last) || (first-1).Date().Last() != first-1 || !(first - 1).Date().Before(date) {
			t.Errorf("%q: the day before is %s", text, (first - 1).Date())
		}
	})
}

// A moment that is accepted has one form in which it is read as itself.
func FuzzMoment(f *testing.F) {
	for _, seed := range []string{"2018-11-10", "2018-11-10T17:00", "2018-11-10 17h30", "2018-11-10 17 h 30", "2018-11-10T17:00:00", "2018-11-10 24:00", "2018 17h", "2018-11-10T", "2018-11-10 1h"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		moment, ok := ParseMoment(text)
		if !ok {
			return
		}
		again, ok := ParseMoment(moment.String())
		if !ok || again != moment || moment.Compare(again) != 0 {
			t.Errorf("%q is written %s, which is read %+v", text, moment, again)
		}
		if moment.Hour > 23 || moment.Minute > 59 || moment.Timed && !moment.IsDay() || !strings.HasPrefix(text, moment.Date.String()) {
			t.Errorf("%q is %+v", text, moment)
		}
		if !moment.Reached(moment) || moment.Timed && moment.Over(moment) {
			t.Errorf("%q: is it now, or over?", text)
		}
	})
}

// A slug is nothing or an id, however long, and its own slug; a name is folded
// once and for all.
func FuzzSlug(f *testing.F) {
	for _, seed := range []string{"L'élu·e d'Aubrelle", "Œuvre", "ßẞ", "--a--", "İstanbul", "ﬁn", "½", "a\xffb", "e\u0301", "漢字", "Ⅷ"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		slug := Slug(name)
		if slug != "" && !idForm.MatchString(slug) || Slug(slug) != slug {
			t.Errorf("%q has the slug %q, and that %q", name, slug, Slug(slug))
		}
		if folded := Fold(name); Fold(folded) != folded {
			t.Errorf("%q is folded to %q, and that to %q", name, folded, Fold(folded))
		}
	})
}

// What a document may name stays where it belongs: an id is one element of a
// path, a file lies beside the document, an address is one of the web and ends
// no attribute.
func FuzzReference(f *testing.F) {
	for _, seed := range []string{"2024-01", "a", "plan.pdf", "images/a.png", "../a", "a/../../b", "/etc/passwd", `..\a`, "a/.git", ".git/a", "https://a.example/?b=c#d", "javascript:x", "https://a\"b", "//a", "http://[::1]/", "a\x00b", "https:a", "http:///a"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var id ID
		if id.Set(text) == nil && (string(id) != text || path.Clean(text) != text || strings.ContainsAny(text, "/.\\:%") || len(text) > 120) {
			t.Errorf("%q is an id", text)
		}
		var file FileName
		if file.Set(text) == nil {
			place := path.Join("opinions/2024-01", string(file))
			if !strings.HasPrefix(place, "opinions/2024-01/") || strings.ContainsAny(place, "\\:\x00") {
				t.Errorf("%q is a file at %q", text, place)
			}
			for element := range strings.SplitSeq(string(file), "/") {
				if strings.HasPrefix(element, ".") {
					t.Errorf("%q is a hidden file", text)
				}
			}
		}
		var address URL
		if address.Set(text) == nil {
			parsed, err := url.Parse(string(address))
			if err != nil || parsed.Host == "" || parsed.Scheme != "http" && parsed.Scheme != "https" {
				t.Errorf("%q is an address", text)
			}
			if strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) && r < 0x80 || strings.ContainsRune(`"<>`+"`", r) }) {
				t.Errorf("%q ends an attribute", text)
			}
		}
	})
}
