package page

import (
	"bytes"
	"testing"
	"testing/fstest"
)

// What "main" made stands where the frame asks for it: nowhere, once or twice,
// and nowhere else, whatever a council wrote in a frame of its own.
func TestMainStandsWhereTheFrameAsksForIt(t *testing.T) {
	for frame, want := range map[string]string{
		"a{{.Main}}b":               "a<p>1</p>b",
		"a":                         "a",
		"{{.Main}}a{{.Main}}":       "<p>1</p>a<p>1</p>",
		"a\x00b{{.Main}}":           "a\uFFFDb<p>1</p>",
		`{{print "\x00"}}{{.Main}}`: "\uFFFD<p>1</p>",
	} {
		brief := briefFor(t, assembled(), nil)
		brief.Layouts = fstest.MapFS{"frame.html": {Data: []byte(frame)}, "one.html": {Data: []byte(`{{define "main"}}<p>1</p>{{end}}`)}}
		publisher, err := newPublisher(brief)
		if err != nil {
			t.Fatal(err)
		}
		var page bytes.Buffer
		if err := publisher.page("one", "/one/", "", func(*View) bool { return true }).Make(&page, brief.Council); err != nil {
			t.Fatal(err)
		}
		if page.String() != want {
			t.Errorf("the frame %q makes %q, want %q", frame, page.String(), want)
		}
	}
}
