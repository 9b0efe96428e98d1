package generator_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"greffe/generator"
	"greffe/generator/council"
	"greffe/generator/site"
)

var (
	sequences = flag.Int("sequences", 12, "how many random sequences of edits")
	edits     = flag.Int("edits", 20, "how many edits in a sequence")
)

// A folder is a content folder under edit. Its clock ticks at each edit.
type folder struct {
	fstest.MapFS
	clock time.Time
	*rand.Rand
}

func newFolder(t *testing.T, seed uint64) *folder {
	t.Helper()
	f := &folder{MapFS: fstest.MapFS{}, clock: time.Unix(1_700_000_000, 0), Rand: rand.New(rand.NewPCG(seed, 7))}
	content := os.DirFS("../cmd/greffe/testdata/small")
	err := fs.WalkDir(content, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(content, name)
		f.write(name, string(text))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 12 {
		f.write(fmt.Sprintf("members/m%d.md", i), fmt.Sprintf("---\nname: Person %d\nmandates:\n  - { body: circle, role: member, start: 2024-04-01, end: 2027-03-31 }\n---\nHello.\n", i))
		f.write(fmt.Sprintf("opinions/o%d.md", i), fmt.Sprintf("---\ntitle: Opinion %d\nkind: opinion\nstatus: adopted\nadopted_on: 2024-%02d-10\nreferral: { origin: self }\nrapporteurs: [m%d]\nplain_summary: It says %d.\n---\n## Why\n\nBecause. See [the first](2024-01.md#why).\n", i, i+1, i, i))
	}
	return f
}

func (f *folder) write(name, text string) {
	f.clock = f.clock.Add(time.Second)
	f.MapFS[name] = &fstest.MapFile{Data: []byte(text), ModTime: f.clock, Mode: 0o600}
}

// edit makes one change that an editor could, and says to which file.
func (f *folder) edit() (file string) {
	var documents []string
	for _, name := range slices.Sorted(maps.Keys(f.MapFS)) {
		if strings.HasSuffix(name, ".md") {
			documents = append(documents, name)
		}
	}
	file = documents[f.IntN(len(documents))]
	text := string(f.MapFS[file].Data)
	header, body, _ := strings.Cut(strings.TrimPrefix(text, "---\n"), "---\n")
	with := func(header, body string) { f.write(file, "---\n"+header+"---\n"+body) }
	switch f.IntN(12) {
	case 0, 1, 2:
		with(header, body+fmt.Sprintf("\nMore words, %d of them.\n", f.IntN(1000)))
	case 3, 4:
		lines := strings.Split(header, "\n")
		for i, line := range lines {
			if key, _, ok := strings.Cut(line, ": "); ok && (key == "title" || key == "name") {
				lines[i] = fmt.Sprintf("%s: Renamed %d", key, f.IntN(1000))
			}
		}
		with(strings.Join(lines, "\n"), body)
	case 5:
		if strings.Contains(header, "draft: true\n") {
			with(strings.Replace(header, "draft: true\n", "", 1), body)
		} else {
			with(header+"draft: true\n", body)
		}
	case 6:
		with(header+"nonsense: [\n", body) // breaks it
	case 7:
		with(strings.ReplaceAll(header, "nonsense: [\n", ""), body) // mends it
	case 8:
		with(header, strings.Replace(body, "## Why", "## Wherefore", 1)) // breaks who links there
	case 9:
		with(header, strings.Replace(body, "## Wherefore", "## Why", 1))
	case 10:
		if strings.HasPrefix(file, "opinions/o") {
			delete(f.MapFS, file)
		} else {
			file = fmt.Sprintf("news/n%d.md", f.IntN(5))
			f.write(file, fmt.Sprintf("---\ntitle: News %d\nkind: article\ndate: 2024-05-1%d\n---\n", f.IntN(100), f.IntN(9)))
		}
	case 11:
		file = "council.yaml"
		text := string(f.MapFS[file].Data)
		f.write(file, strings.Replace(text, "An open town", fmt.Sprintf("An open town %d", f.IntN(9)), 1))
	}
	return file
}

func newGenerator(content fs.FS) *generator.Generator {
	asOf, _ := council.ParseMoment("2026-11-20T00:00")
	return &generator.Generator{
		Content: content,
		Layouts: []fs.FS{os.DirFS("../layouts")}, Static: []fs.FS{os.DirFS("../static")},
		AsOf: func(*time.Location) council.Moment { return asOf },
		Only: []string{"page", "asset", "data/csv", "data/json", "feed"},
	}
}

func bytesOf(t *testing.T, s *site.Site) map[string]string {
	t.Helper()
	all := make(map[string]string)
	for _, path := range s.Paths() {
		var b bytes.Buffer
		if err := s.Make(&b, path); err != nil {
			t.Fatal(err)
		}
		all[path] = b.String()
	}
	return all
}

// After any edit, the site made out of what changed is that of a clean build,
// byte for byte; and whatever is wrong is wrong in both.
func TestAnEditMakesTheSiteOfACleanBuild(t *testing.T) {
	for seed := range uint64(*sequences) {
		content := newFolder(t, seed)
		g := newGenerator(content)
		if _, found, err := g.Site(); err != nil {
			t.Fatal(err, found)
		}
		compared := 0
		for step := range *edits {
			file := content.edit()
			g.Changed(file)
			s, _, err := g.Site()
			clean, found, cleanErr := newGenerator(content).Site()
			if (err == nil) != (cleanErr == nil) || (err != nil && !errors.Is(err, generator.ErrContent)) {
				t.Fatalf("seed %d, step %d, %s: %v, a clean build says %v %v", seed, step, file, err, cleanErr, found)
			}
			if cleanErr != nil {
				continue
			}
			compared++
			got, want := bytesOf(t, s), bytesOf(t, clean)
			for path, text := range want {
				if got[path] != text {
					t.Fatalf("seed %d, step %d, %s: %s differs from a clean build's:\n%s\nwant\n%s", seed, step, file, path, got[path], text)
				}
			}
			if len(got) != len(want) {
				t.Fatalf("seed %d, step %d, %s: %d files, a clean build has %d", seed, step, file, len(got), len(want))
			}
		}
		if seed == 0 && compared == 0 {
			t.Error("nothing was compared")
		}
	}
}
