package serve

import (
	"net/http"
	"runtime"
	"testing"
	"time"
)

func TestAPageIsToldWhenItsOwnBytesChange(t *testing.T) {
	p := showing(t, map[string]string{"avis/a/index.html": page("a"), "avis/b/index.html": page("b")})
	tab := p.open("/avis/a/")
	if got := tab.response.Header.Get("Content-Type"); got != "text/event-stream" {
		t.Errorf("Content-Type %q", got)
	}
	p.change(func() { p.files["avis/a/index.html"] = page("new") })
	tab.wantChanged()
	p.wantIn(p.get("/avis/a/"), "new")

	p.change(func() { p.files["avis/b/index.html"] = page("another page") })
	p.Refresh()
	tab.wantSilence("avis/a/index.html")
}

func TestAPageIsToldWhenErrorsComeAndGo(t *testing.T) {
	p := showing(t, map[string]string{"avis/a/index.html": page("a")})
	tab := p.open("/avis/a/")
	p.breaks("opinions/a.md")
	tab.wantChanged()
	p.mends()
	tab.wantChanged()
}

func TestAPageIsToldWhenItComesAndGoes(t *testing.T) {
	p := showing(t, map[string]string{"404.html": page("introuvable")})
	tab := p.open("/avis/a/")
	p.change(func() { p.files["avis/a/index.html"] = page("a") })
	tab.wantChanged()
	p.change(func() { delete(p.files, "avis/a/index.html") })
	tab.wantChanged()
}

func TestAPageIsToldWhenAPictureChangesUnderItsName(t *testing.T) {
	p := showing(t, map[string]string{"index.html": page(`<img alt="" src="/logo%20x.png"><img src=/other.png>`), "logo x.png": "old", "other.png": "old"})
	tab := p.open("/")
	p.change(func() { p.files["logo x.png"] = "new" })
	tab.wantChanged()
	p.change(func() { p.files["other.png"] = "new" })
	tab.wantChanged()
}

// A change between the page and its stream, or while the stream was down, is
// told when it opens.
func TestAPageThatIsBehindIsToldAtOnce(t *testing.T) {
	p := showing(t, map[string]string{"index.html": page("x")})
	p.stream(eventsOf("/", "a tag of before")).wantChanged()
}

func TestThereAreOnlySoManyStreams(t *testing.T) {
	p := showing(t, map[string]string{"index.html": page("x")})
	var tabs []*stream
	for range mostStreams {
		tabs = append(tabs, p.open("/"))
	}
	p.wantStatus("/.greffe/events", http.StatusServiceUnavailable)
	p.wantStatus("/", http.StatusOK)
	tabs[0].response.Body.Close()
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(time.Millisecond) {
		response, err := http.Get(p.address + "/.greffe/events")
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if response.StatusCode == http.StatusOK {
			return
		}
		if time.Now().After(deadline) {
			t.Fatal("the place of a closed stream was not given back")
		}
	}
}

func TestGoroutinesLevelOff(t *testing.T) {
	p := showing(t, map[string]string{"index.html": page("x")})
	p.get("/")
	before := runtime.NumGoroutine()
	for range 30 {
		tab := p.open("/")
		p.change(func() { p.files["index.html"] += "x" })
		tab.wantChanged()
		tab.response.Body.Close()
	}
	for deadline := time.Now().Add(10 * time.Second); runtime.NumGoroutine() > before+4; time.Sleep(time.Millisecond) {
		http.DefaultClient.CloseIdleConnections()
		if time.Now().After(deadline) {
			t.Fatalf("%d goroutines, %d before", runtime.NumGoroutine(), before)
		}
	}
}
