package main

import (
	"flag"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

var (
	soak     = flag.Duration("soak", 3*time.Second, "how long a preview is edited at random under load")
	soakSeed = flag.Uint64("soak-seed", 0, "makes the edits of an earlier run again")
)

// A preview that is edited at random, while many look at it, shows what a clean
// build makes whenever the edits pause, and does not grow: its goroutines in any
// run, its heap in one of a minute or more. For an hour:
//
//	go test ./cmd/greffe -run TestAPreviewOutlastsAnyEdits -soak 1h -timeout 0 -v
func TestAPreviewOutlastsAnyEdits(t *testing.T) {
	seed := *soakSeed
	if seed == 0 {
		seed = uint64(time.Now().UnixNano())
	}
	t.Logf("-soak-seed %d", seed)
	goroutines := runtime.NumGoroutine()
	l := &live{TB: t, dir: t.TempDir()}
	copyTree(t, "testdata/small", l.at("content"))
	address := l.serves("--as-of", asOf)
	e := newEditor(l, seed)
	load := newLoad(l, address)

	var heaps, counts []uint64
	pause := max(*soak/60, 250*time.Millisecond)
	checkpoint := min(max(*soak/6, 2*time.Second), time.Minute)
	var sampled, checked time.Duration
	for edited := time.Duration(0); edited < *soak; {
		started := time.Now()
		e.edit()
		edited += time.Since(started) // a slow build takes nothing from the edits
		if edited-sampled >= pause {
			sampled = edited
			heaps, counts = append(heaps, heap()), append(counts, uint64(runtime.NumGoroutine()))
		}
		if edited-checked >= checkpoint {
			checked = edited
			e.settle()
			load.requireClean(address)
			l.stdout.forget()
			l.stderr.forget()
		}
	}
	e.settle()
	took := load.requireClean(address)
	load.leaves()
	if t.Failed() {
		return
	}
	heapBefore, heapAfter := quarters(heaps)
	before, after := quarters(counts)
	t.Logf("%d edits in %v, %d pages looked at, %d clean builds compared; the last one was matched in %v",
		e.count, *soak, load.answered.Load(), load.compared, took.Round(time.Millisecond))
	t.Logf("the most of the first quarter and of the last: heap %d KiB and %d KiB, goroutines %d and %d (%d samples)",
		heapBefore>>10, heapAfter>>10, before, after, len(heaps))
	// The heap holds what is being made at that moment too. In a short run that is
	// most of it, and says nothing.
	if *soak >= time.Minute && heapAfter > heapBefore*3/2+64<<20 {
		t.Errorf("the heap grew from %d to %d", heapBefore, heapAfter)
	}
	if after > before+before/2+20 {
		t.Errorf("goroutines grew from %d to %d", before, after)
	}
	l.stops()
	http.DefaultClient.CloseIdleConnections()
	l.until("goroutines end", func() bool { return runtime.NumGoroutine() <= goroutines+2 })
}

// heap is what is in use after a collection.
func heap() uint64 {
	runtime.GC()
	runtime.GC() // pools keep what they hold for one
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

// quarters are the most of the first quarter of the samples, and of the last.
func quarters(samples []uint64) (first, last uint64) {
	n := max(1, len(samples)/4)
	return slices.Max(samples[:n]), slices.Max(samples[len(samples)-n:])
}

// forget lets go of what was printed so far.
func (n *notes) forget() {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	n.buffer.Reset()
}

// A randomEditor saves a council's files, in all the ways that text editors have, and
// does not always get them right at once.
type randomEditor struct {
	*live
	*rand.Rand
	texts map[string]string // as the files are, or will be when the editor settles
	kept  map[string]string // as they were in the beginning
	count int
}

func newEditor(l *live, seed uint64) *randomEditor {
	e := &randomEditor{live: l, Rand: rand.New(rand.NewPCG(seed, 0)), texts: tree(l.TB, l.at("content"))}
	e.kept = maps.Clone(e.texts)
	return e
}

// settle mends whatever is wrong.
func (e *randomEditor) settle() {
	for _, name := range slices.Sorted(maps.Keys(e.texts)) {
		if text, err := os.ReadFile(e.at("content/" + name)); err != nil || string(text) != e.texts[name] {
			e.write("content/"+name, e.texts[name])
		}
	}
}

func (e *randomEditor) edit() {
	e.count++
	switch e.IntN(20) {
	case 0:
		e.comes(fmt.Sprintf("news/edit-%d.md", e.IntN(5)))
	case 1:
		e.goes(fmt.Sprintf("news/edit-%d.md", e.IntN(5)))
	case 2:
		if e.IntN(10) == 0 {
			e.storm()
		}
	default:
		e.changes()
	}
	time.Sleep(time.Duration(e.IntN(30)) * time.Millisecond)
}

func (e *randomEditor) comes(name string) {
	e.texts[name] = fmt.Sprintf("---\ntitle: Edit %d\nkind: article\ndate: 2024-03-01\n---\nA word.\n", e.count)
	e.save(name)
}

func (e *randomEditor) goes(name string) {
	delete(e.texts, name)
	if err := os.Remove(e.at("content/" + name)); err != nil && !os.IsNotExist(err) {
		e.Fatal(err)
	}
}

// storm is a checkout of more files than are looked at one by one, and back.
func (e *randomEditor) storm() {
	for _, act := range []func(string){e.comes, e.goes} {
		for i := range 80 {
			act(fmt.Sprintf("news/storm-%d.md", i))
		}
	}
}

// changes writes something else into one of the files that were there in the
// beginning.
func (e *randomEditor) changes() {
	names := slices.Sorted(maps.Keys(e.kept))
	name := names[e.IntN(len(names))]
	switch text := e.kept[name]; {
	case name == "council.yaml":
		e.texts[name] = strings.Replace(text, "mission: Advise", fmt.Sprintf("mission: At edit %d, advise", e.count), 1)
	case strings.HasSuffix(name, ".yaml"):
		e.texts[name] = text + fmt.Sprintf("# edit %d\n", e.count)
	default:
		e.texts[name] = text + fmt.Sprintf("\nSaid at edit %d.\n", e.count)
	}
	e.save(name)
}

// save saves in one of the ways that editors have.
func (e *randomEditor) save(name string) {
	text, path := e.texts[name], e.at("content/"+name)
	beside := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".x7d")
	var err error
	switch e.IntN(8) {
	case 0: // a temporary file takes the place
		if err = os.WriteFile(beside, []byte(text), 0o644); err == nil {
			err = os.Rename(beside, path)
		}
	case 1: // a backup is made by renaming
		_ = os.Rename(path, path+"~")
		e.breathe(20)
		e.write("content/"+name, text)
		_ = os.Remove(path + "~")
	case 2: // emptied first
		e.write("content/"+name, "")
		e.breathe(80)
		e.write("content/"+name, text)
	case 3: // removed first
		_ = os.Remove(path)
		e.breathe(80)
		e.write("content/"+name, text)
	case 4: // half of it first
		e.write("content/"+name, text[:len(text)/2])
		e.breathe(80)
		e.write("content/"+name, text)
	case 5: // wrong, and mended some time
		e.write("content/"+name, strings.Replace(text, "e:", "e: [", 1))
		if e.breathe(80); e.IntN(2) == 0 {
			e.write("content/"+name, text)
		}
	default:
		e.write("content/"+name, text)
	}
	if err != nil {
		e.Fatal(err)
	}
}

// breathe pauses for some milliseconds at most.
func (e *randomEditor) breathe(most int) {
	time.Sleep(time.Duration(e.IntN(most)) * time.Millisecond)
}

// A load is many who look at a preview.
type load struct {
	*live
	over     chan struct{}
	close    sync.Once
	readers  sync.WaitGroup
	answered atomic.Int64
	compared int
}

func newLoad(l *live, address string) *load {
	d := &load{live: l, over: make(chan struct{})}
	var pages []string
	for name := range tree(l.TB, build(l.TB, l.at("content"), "--base-url", address)) {
		pages = append(pages, "/"+strings.TrimSuffix(name, "index.html"))
	}
	slices.Sort(pages)
	pages = append(pages, "/news/edit-0/", "/news/edit-1/", "/not/there/")
	for i := range 6 {
		d.readers.Go(func() { d.reads(address, pages, rand.New(rand.NewPCG(0, uint64(i))), i%2 == 0) })
	}
	for range 3 {
		d.readers.Go(func() { d.listens(address + "/.greffe/events?page=/&tag=") })
	}
	l.Cleanup(d.leaves)
	return d
}

func (d *load) isOver() bool {
	select {
	case <-d.over:
		return true
	default:
		return false
	}
}

func (d *load) leaves() {
	d.close.Do(func() { close(d.over) })
	d.readers.Wait()
}

// reads asks for one page after another, and wants each to be whole.
func (d *load) reads(address string, pages []string, random *rand.Rand, drafts bool) {
	client := &http.Client{Transport: new(http.Transport), Timeout: time.Minute}
	defer client.CloseIdleConnections()
	for !d.isOver() {
		page := pages[random.IntN(len(pages))]
		request, err := http.NewRequest(http.MethodGet, address+page, nil)
		if err != nil {
			d.Error(err)
			return
		}
		if drafts {
			request.AddCookie(&http.Cookie{Name: "greffe-drafts", Value: "yes"})
		}
		response, text, err := whole(client, request)
		isPage := err == nil && strings.HasPrefix(response.Header.Get("Content-Type"), "text/html")
		switch {
		case err != nil:
			d.Errorf("%s: %v", page, err)
			return
		case response.StatusCode != http.StatusOK && response.StatusCode != http.StatusNotFound,
			isPage && !strings.HasSuffix(strings.TrimSpace(text), "</html>"):
			d.Errorf("%s: %s\n%.2000s", page, response.Status, text)
			return
		}
		d.answered.Add(1)
		time.Sleep(time.Duration(random.IntN(50)) * time.Millisecond)
	}
}

func whole(client *http.Client, request *http.Request) (*http.Response, string, error) {
	response, err := client.Do(request)
	if err != nil {
		return nil, "", err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	return response, string(text), err
}

// listens is a tab that is open.
func (d *load) listens(address string) {
	response, err := http.Get(address)
	if err != nil {
		d.Error(err)
		return
	}
	go func() {
		<-d.over
		response.Body.Close()
	}()
	_, _ = io.Copy(io.Discard, response.Body)
	if !d.isOver() {
		d.Error("a stream ended")
	}
}

// requireClean waits until the preview is, but for its own elements, the site of
// a clean build, and tells how long that took.
func (d *load) requireClean(address string) time.Duration {
	d.Helper()
	d.compared++
	site := tree(d.TB, build(d.TB, d.at("content"), "--base-url", address))
	started := time.Now()
	client := &http.Client{Transport: new(http.Transport), Timeout: time.Minute}
	defer client.CloseIdleConnections()
	for _, name := range slices.Sorted(maps.Keys(site)) {
		if name == ".greffe" { // the mark of a folder that greffe made
			continue
		}
		request, err := http.NewRequest(http.MethodGet, address+"/"+name, nil)
		if err != nil {
			d.Fatal(err)
		}
		for {
			response, text, err := whole(client, request)
			if err != nil {
				d.Fatal(err)
			}
			if got := withoutBar(text); got == site[name] {
				break
			} else if time.Since(started) > 30*time.Second {
				d.Fatalf("%s: %s, differs from a clean build's: %s", name, response.Status, firstDifference(got, site[name]))
			}
			time.Sleep(2 * time.Millisecond)
		}
	}
	return time.Since(started)
}

// withoutBar is a page of a preview as it is published.
func withoutBar(page string) string {
	const end = "</script>\n"
	before, own, found := strings.Cut(page, `<link rel="stylesheet" href="/.greffe/preview.css">`)
	if !found {
		return page
	}
	return before + own[strings.LastIndex(own, end)+len(end):]
}
