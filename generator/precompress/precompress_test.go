package precompress

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/andybalholm/brotli"
)

// A literal is a site as a test writes it; it counts how often each is made.
type literal struct {
	files map[string]string
	mutex sync.Mutex
	made  map[string]int
}

func (l *literal) Paths() []string { return slices.Sorted(maps.Keys(l.files)) }

func (l *literal) Make(w io.Writer, path string) error {
	l.mutex.Lock()
	l.made[path]++
	l.mutex.Unlock()
	if l.files[path] == "" {
		return errors.New("cannot be made")
	}
	_, err := io.WriteString(w, l.files[path])
	return err
}

func site() *literal {
	return &literal{files: map[string]string{
		"index.html": strings.Repeat("avis du conseil ", 2000), "data/t.csv": "a,b\r\n1,2\r\n",
		"data/t.parquet": "PAR1", "carte.jpg": "\xff\xd8", "_headers": "/*", "data.gz": "its own",
	}, made: make(map[string]int)}
}

func TestEachTextLiesThreeTimes(t *testing.T) {
	plain := site()
	both := Both(plain)
	got := make(map[string]string)
	var mutex sync.Mutex
	var team sync.WaitGroup
	for _, path := range both.Paths() {
		team.Go(func() {
			var made bytes.Buffer
			if err := both.Make(&made, path); err != nil {
				t.Error(path, err)
			}
			mutex.Lock()
			defer mutex.Unlock()
			got[path] = made.String()
		})
	}
	team.Wait()
	want := []string{"_headers", "carte.jpg", "data.gz", "data/t.csv", "data/t.csv.br", "data/t.csv.gz", "data/t.parquet", "index.html", "index.html.br", "index.html.gz"}
	if paths := slices.Sorted(maps.Keys(got)); !slices.Equal(paths, want) {
		t.Fatalf("files %q", paths)
	}
	for _, name := range []string{"index.html", "data/t.csv"} {
		unzipped, err := gzip.NewReader(strings.NewReader(got[name+".gz"]))
		if err != nil {
			t.Fatal(err)
		}
		for form, r := range map[string]io.Reader{"gzip": unzipped, "brotli": brotli.NewReader(strings.NewReader(got[name+".br"]))} {
			if text, err := io.ReadAll(r); err != nil || string(text) != plain.files[name] || got[name] != plain.files[name] {
				t.Errorf("%s, %s: %v", name, form, err)
			}
		}
		if plain.made[name] != 1 {
			t.Errorf("%s was made %d times", name, plain.made[name])
		}
	}
	if len(got["index.html.br"]) > 200 || len(got["index.html.gz"]) > 400 {
		t.Errorf("32 kB of one sentence are %d bytes in brotli, %d in gzip", len(got["index.html.br"]), len(got["index.html.gz"]))
	}
}

// A site is written more than once, by a watch.
func TestMadeAgainIsMadeAnew(t *testing.T) {
	plain := site()
	both := Both(plain)
	for _, text := range []string{"first", "second"} {
		plain.files["index.html"] = text
		for _, path := range both.Paths() {
			var made bytes.Buffer
			if err := both.Make(&made, path); err != nil {
				t.Fatal(err)
			}
			if path == "index.html" && made.String() != text {
				t.Errorf("%q, not %q", &made, text)
			}
		}
	}
}

func TestWhatCannotBeMadeIsNotCompressed(t *testing.T) {
	plain := site()
	plain.files["index.html"] = ""
	if err := Both(plain).Make(new(bytes.Buffer), "index.html.gz"); err == nil {
		t.Error("no error")
	}
}

// An attachment may bear the name that a compressed text would.
func TestAFileOfTheSiteKeepsItsName(t *testing.T) {
	plain := site()
	plain.files["data/t.csv.gz"] = "its own"
	both := Both(plain)
	if paths := slices.Sorted(slices.Values(both.Paths())); len(slices.Compact(paths)) != len(both.Paths()) {
		t.Errorf("one name twice in %q", paths)
	}
	var made bytes.Buffer
	if err := both.Make(&made, "data/t.csv.gz"); err != nil || made.String() != "its own" {
		t.Errorf("%q, %v", &made, err)
	}
}
