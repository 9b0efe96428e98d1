package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// However an editor saves, and whatever came before, the page is right within a
// second of the last save.
func TestAPageIsRightWithinASecondOfTheLastSave(t *testing.T) {
	const file = "content/members/ada.md"
	for _, way := range []string{"--poll=false", "--poll"} {
		t.Run(way, func(t *testing.T) {
			l := newLive(t)
			page := l.serves(way) + "/membres/ada/"
			l.shows(page, "Ada Lovelace")
			// Each saves a text, at last.
			saves := []struct {
				name string
				save func(text string)
			}{
				{"in place", func(text string) { l.write(file, text) }},
				{"vim: backup by renaming", func(text string) {
					l.write("content/members/.ada.md.swp", "swap")
					l.write("content/members/4913", "")
					l.must(os.Remove(l.at("content/members/4913")))
					l.must(os.Rename(l.at(file), l.at(file+"~")))
					l.write(file, text)
					l.must(os.Remove(l.at(file + "~")))
				}},
				{"VS Code: truncate, then write", func(text string) {
					l.must(os.Truncate(l.at(file), 0))
					l.write(file, text)
				}},
				{"a temporary file takes the place", func(text string) {
					l.write("content/members/.ada.md.x7d", text)
					l.must(os.Rename(l.at("content/members/.ada.md.x7d"), l.at(file)))
				}},
				{"emptied for a while", func(text string) {
					l.must(os.Truncate(l.at(file), 0))
					time.Sleep(100 * time.Millisecond)
					l.write(file, text)
				}},
				{"half of it for a while", func(text string) {
					l.write(file, text[:len(text)-6])
					time.Sleep(100 * time.Millisecond)
					l.write(file, text)
				}},
				{"wrong, then right", func(text string) {
					l.write(file, "---\nnom: Ada\n---\n")
					time.Sleep(200 * time.Millisecond)
					l.write(file, text)
				}},
				{"again and again", func(text string) {
					for i := range 50 {
						l.write(file, fmt.Sprintf("---\nname: Ada %d\n---\n", i))
						time.Sleep(2 * time.Millisecond)
					}
					l.write(file, text)
				}},
				{"in a storm", func(text string) {
					for i := range 300 {
						l.write(fmt.Sprintf("content/news/storm-%d.md", i), "---\ntitle: Storm\nkind: article\ndate: 2024-03-01\n---\nA word.\n")
					}
					l.write(file, text)
					l.must(os.RemoveAll(l.at("content/news")))
				}},
				{"in a folder that is replaced", func(text string) {
					l.must(os.CopyFS(l.at("new"), os.DirFS(l.at("content"))))
					l.write("new/members/ada.md", text)
					l.must(os.Rename(l.at("content"), filepath.Join(t.TempDir(), "old")))
					l.must(os.Rename(l.at("new"), l.at("content")))
				}},
				{"in a folder of documents that is replaced", func(text string) {
					l.must(os.CopyFS(l.at(".members"), os.DirFS(l.at("content/members"))))
					l.write(".members/ada.md", text)
					l.must(os.RemoveAll(l.at("content/members")))
					l.must(os.Rename(l.at(".members"), l.at("content/members")))
				}},
			}
			var all []time.Duration
			for i, s := range saves {
				name := fmt.Sprintf("Ada Saved-%d", i)
				s.save("---\nname: " + name + "\n---\n")
				saved := time.Now()
				l.shows(page, name)
				all = append(all, time.Since(saved))
				t.Logf("%s: %v", s.name, all[i].Round(time.Millisecond))
			}
			if slices.Sort(all); all[len(all)/2] > slack*time.Second {
				t.Errorf("%v after the last save (median)", all[len(all)/2])
			}
			l.stops()
		})
	}
}

func (l *live) must(err error) {
	l.Helper()
	if err != nil {
		l.Fatal(err)
	}
}
