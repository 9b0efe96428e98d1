package generator_test

import (
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"greffe/generator/council"
)

// A folder is a council under edit: its content, and layouts and words of its
// own. Its clock ticks at each edit.
type folder struct {
	*rand.Rand
	content, layouts fstest.MapFS
	only             []string // publishers
	clock            time.Time
	asOf             council.Moment
	language         string
	undos            []undo
	isWrong          bool // the last build found errors
}

// An undo is what a file was before an edit; nil if it was not there.
type undo struct {
	file   string
	before *fstest.MapFile
}

// What an edit asks for, besides reading the files it names.
type aside uint8

const (
	nothing aside = iota
	afresh        // layouts changed
	reword        // words changed
)

func newFolder(t *testing.T, content string, seed uint64) *folder {
	t.Helper()
	f := &folder{
		Rand: rand.New(rand.NewPCG(seed, 7)), clock: time.Unix(1_700_000_000, 0), language: "fr",
		content: fstest.MapFS{}, layouts: fstest.MapFS{},
	}
	f.asOf, _ = council.ParseMoment("2026-11-20T00:00")
	files := os.DirFS(content)
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(files, name)
		f.write(name, string(text))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(f.content["council.yaml"].Data), "language: en") {
		f.language = "en"
	}
	f.undos = nil
	return f
}

// newSmallFolder is a council of some thirty documents that name one another,
// without the data whose making takes longer than everything else.
func newSmallFolder(t *testing.T, seed uint64) *folder {
	f := newFolder(t, "../cmd/greffe/testdata/small", seed)
	f.only = []string{"page", "asset", "data/csv", "feed", "host"}
	f.write("council.yaml", string(f.content["council.yaml"].Data)+"\ndata: { provenance: true }\n") // a line that moves is told
	for i := range 8 {
		f.write(fmt.Sprintf("members/m%d.md", i), fmt.Sprintf("---\nname: Person %d\nmandates:\n  - { body: circle, role: member, start: 2024-04-01, end: 2027-03-31 }\n---\nHello.\n", i))
		f.write(fmt.Sprintf("opinions/o%d.md", i), fmt.Sprintf("---\ntitle: Opinion %d\nkind: opinion\nstatus: adopted\nadopted_on: 2024-%02d-10\nreferral: { origin: self }\nrapporteurs: [m%d]\nplain_summary: It says %d.\n---\n## Why\n\nBecause. See [the first](2024-01.md#why).\n", i, i+1, i, i))
	}
	f.write("news/embargoed.md", "---\ntitle: Embargoed\nkind: interview\ndate: 2026-11-20\npublish_on: 2026-11-20 14:30\n---\nCANARY.\n")
	f.write("news/quoted.md", "---\ntitle: Quoted\nkind: article\ndate: 2026-11-19\nquotes:\n  - { text: Good., by: Ada Brook, kind: verbatim }\n---\nWords.\n")
	f.write("sessions/evening.md", "---\ntitle: Tonight\nkind: plenary\nstatus: planned\nstart: 2026-11-20 18:30\nplace: { name: Town Hall }\n---\n")
	f.undos = nil
	return f
}

// wait lets some time go by, or none, until the last minute of the day.
func (f *folder) wait() {
	at := min(int(f.asOf.Hour)*60+int(f.asOf.Minute)+f.IntN(2)*f.IntN(240), 24*60-1)
	f.asOf.Hour, f.asOf.Minute = uint8(at/60), uint8(at%60)
}

func (f *folder) write(name, text string) {
	f.clock = f.clock.Add(time.Second)
	f.put(name, &fstest.MapFile{Data: []byte(text), ModTime: f.clock, Mode: 0o600})
}

func (f *folder) put(name string, file *fstest.MapFile) {
	f.undos = append(f.undos, undo{name, f.content[name]})
	if f.content[name] = file; file == nil {
		delete(f.content, name)
	}
}

// edit makes one change that an editor could, and says to which files.
func (f *folder) edit() (changed []string, beside aside) {
	if f.isWrong && len(f.undos) > 0 && f.IntN(2) == 0 {
		last := f.undos[len(f.undos)-1]
		f.put(last.file, last.before)
		f.undos = f.undos[:len(f.undos)-2]
		return []string{last.file}, nothing
	}
	documents := f.documents()
	file := documents[f.IntN(len(documents))]
	text := string(f.content[file].Data)
	header, body, _ := strings.Cut(strings.TrimPrefix(text, "---\n"), "---\n")
	with := func(header, body string) ([]string, aside) {
		f.write(file, "---\n"+header+"---\n"+body)
		return []string{file}, nothing
	}
	number := f.IntN(1000)
	switch f.IntN(17) {
	case 0, 1:
		return with(header, body+fmt.Sprintf("\nMore words, %d of them.\n", number))
	case 2, 3:
		return with(renamed(header, number), body)
	case 4:
		return with(swapped(header, "draft: true\n", ""), body)
	case 5:
		return with(header+"nonsense: [\n", body) // breaks it
	case 6:
		return with(header, strings.Replace(body, "\n## ", "\n## Autrement : ", 1)) // may break who links there
	case 7: // another date, another place in its lists
		return with(strings.Replace(header, ": 2024-", ": 2025-", 1), body)
	case 8: // it names one fewer
		return with(withoutItem(header), body)
	case 9, 10:
		copied := path.Join(path.Dir(file), fmt.Sprintf("copy-%d.md", f.IntN(20)))
		if path.Base(file) == "index.md" || strings.Count(path.Base(file), ".") > 1 {
			return with(header, body)
		}
		f.write(copied, "---\n"+renamed(header, number)+"---\n"+body)
		if number%3 == 0 { // a new name
			f.put(file, nil)
			return []string{copied, file}, nothing
		}
		return []string{copied}, nothing
	case 11, 12:
		f.put(file, nil)
		return []string{file}, nothing
	case 13: // it comes at another time of the day
		return with(swapped(header, fmt.Sprintf("publish_on: 2026-11-20 %02d:30\n", f.IntN(24)), ""), body)
	case 14: // all stands a line further down
		return with("# a remark\n"+header, body)
	case 15:
		settings := string(f.content["council.yaml"].Data)
		name, rest, _ := strings.Cut(settings, "\n")
		f.write("council.yaml", fmt.Sprintf("%s %d\n%s", strings.TrimSuffix(name, " 7"), number%2+7, rest))
		return []string{"council.yaml"}, nothing
	}
	if number%2 == 0 {
		return nil, f.layout(number)
	}
	f.layouts["words/"+f.language+".yaml"] = &fstest.MapFile{Data: fmt.Appendf(nil, "frame:\n  home: \"Chez nous %d\"\n", number), ModTime: f.clock}
	return nil, reword
}

func (f *folder) layout(number int) aside {
	text, err := os.ReadFile("../layouts/member.html")
	if err != nil {
		panic(err)
	}
	own := strings.Replace(string(text), `{{define "main"}}`, fmt.Sprintf(`{{define "main"}}<p>Layout %d</p>`, number), 1)
	f.layouts["member.html"] = &fstest.MapFile{Data: []byte(own), ModTime: f.clock}
	return afresh
}

func (f *folder) documents() []string {
	var documents []string
	for _, name := range slices.Sorted(maps.Keys(f.content)) {
		if strings.HasSuffix(name, ".md") && strings.Contains(name, "/") {
			documents = append(documents, name)
		}
	}
	return documents
}

// renamed changes the title or the name.
func renamed(header string, number int) string {
	lines := strings.Split(header, "\n")
	for i, line := range lines {
		if key, _, ok := strings.Cut(line, ": "); ok && (key == "title" || key == "name") {
			lines[i] = fmt.Sprintf("%s: Renamed %d", key, number)
		}
	}
	return strings.Join(lines, "\n")
}

// swapped puts a line in the header, or takes it away.
func swapped(header, line, other string) string {
	if strings.Contains(header, line) {
		return strings.Replace(header, line, other, 1)
	}
	return header + line
}

// withoutItem takes the last item of the last list away.
func withoutItem(header string) string {
	lines := strings.SplitAfter(header, "\n")
	for i, line := range slices.Backward(lines) {
		if item := strings.TrimSpace(line); strings.HasPrefix(item, "- ") && !strings.Contains(item, ":") && i > 0 && strings.Contains(lines[i-1], "- ") {
			return strings.Join(slices.Delete(lines, i, i+1), "")
		}
	}
	return header
}
