//go:build full && bench && unix

package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"text/tabwriter"
	"time"
)

// asHugo are the publishers that do what testdata/bench/hugo does: a page for
// each document, lists, tables, feeds and a site map.
const asHugo = "page,data/csv,data/json,feed/atom,feed/sitemap"

// A contender makes a site of the content, in a folder of its own.
type contender struct {
	name    string
	command []string // but for the content and the folder, which follow
	content string   // the flag that says which
	out     string
	again   bool // over what the one before it has made
}

// TestAgainstHugo has greffe and Hugo, if that is installed, make sites of the
// same content, in turn, and prints how they did. `make bench` runs it: SIZES are
// the numbers of documents, RUNS how often, HUGO which.
func TestAgainstHugo(t *testing.T) {
	greffe := []string{binary(t), "build", "--quiet", "--as-of", asOf}
	same := contender{"greffe, as Hugo", append(slices.Clone(greffe), "--only", asHugo), "--content", "--out", false}
	all := contender{"greffe, all it makes", greffe, "--content", "--out", false}
	again := contender{"greffe, again", greffe, "--content", "--out", true}
	contenders := []contender{same, all, again}
	hugo, err := exec.LookPath(cmp.Or(os.Getenv("HUGO"), "hugo"))
	if err != nil {
		fmt.Printf("There is no Hugo to compare with (%v): these are greffe's figures alone.\n", err)
	} else {
		source, err := filepath.Abs("testdata/bench/hugo")
		if err != nil {
			t.Fatal(err)
		}
		plain := []string{hugo, "build", "--quiet", "--noBuildLock", "--source", source, "--cacheDir", t.TempDir()}
		minified := append(slices.Clone(plain), "--minify")
		contenders = []contender{same, {"hugo --minify", minified, "--contentDir", "--destination", false}, {"hugo", plain, "--contentDir", "--destination", false}, all, again}
	}
	runs := numbers(t, "RUNS", "3")[0]
	sizes := numbers(t, "SIZES", "1000 10000")
	fmt.Printf("%s, %s/%s, %d processors, %s; %d runs in turn, medians\n", time.Now().Format(time.DateOnly), runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), runtime.Version(), runs)
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "documents\twhat\twall s\tCPU s\tcores\tMB of memory\tfiles\tMB\tlinks\tgrowth\t÷ hugo --minify: least\tmedian\tmost\t")
	first := make(map[string]time.Duration) // a document's time in the first size
	for _, size := range sizes {
		content := filepath.Join(scratch(t), "content")
		writeCorpus(t, content, size)
		scores := race(t, contenders, content, runs)
		for _, c := range contenders {
			r := scores[c.name]
			each := median(r.wall) / time.Duration(size)
			if first[c.name] == 0 {
				first[c.name] = each
			}
			fmt.Fprintf(table, "%d\t%s\t%.2f\t%.2f\t%.2f\t%d\t%d\t%d\t%d\t%.2f\t", size, c.name,
				median(r.wall).Seconds(), median(r.cpu).Seconds(), median(r.cores), median(r.memory)>>20,
				r.made.files, r.made.bytes>>20, r.made.links, float64(each)/float64(first[c.name]))
			if other := scores["hugo --minify"]; other != nil && c.name != "hugo --minify" {
				ratios := make([]float64, runs)
				for i := range ratios {
					ratios[i] = float64(r.wall[i]) / float64(other.wall[i])
				}
				fmt.Fprintf(table, "%.2f\t%.2f\t%.2f\t", slices.Min(ratios), median(ratios), slices.Max(ratios))
			}
			fmt.Fprintln(table)
		}
	}
	table.Flush()
}

// A score is what a contender took, each time, and what it made.
type score struct {
	wall, cpu []time.Duration
	cores     []float64
	memory    []int64 // at most, in bytes
	made      made
}

// race has each contender make its site so many times, one after the other, as
// a machine is not as fast at every minute.
func race(t *testing.T, contenders []contender, content string, runs int) map[string]*score {
	t.Helper()
	scores := make(map[string]*score)
	out := filepath.Join(scratch(t), "site")
	for run := range runs {
		for _, c := range contenders {
			if !c.again {
				if err := os.RemoveAll(out); err != nil {
					t.Fatal(err)
				}
			}
			if run == 0 {
				scores[c.name] = new(score)
			}
			scores[c.name].measure(t, exec.Command(c.command[0], append(c.command[1:len(c.command):len(c.command)], c.content, content, c.out, out)...))
			if run == 0 {
				scores[c.name].made = lookAtSite(t, c.name, content, out)
			}
		}
	}
	return scores
}

func (s *score) measure(t *testing.T, command *exec.Cmd) {
	t.Helper()
	started := time.Now()
	if output, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", command, err, output)
	}
	wall := time.Since(started)
	state := command.ProcessState
	cpu := state.UserTime() + state.SystemTime()
	memory := int64(state.SysUsage().(*syscall.Rusage).Maxrss)
	if runtime.GOOS != "darwin" { // where it counts bytes
		memory <<= 10
	}
	s.wall, s.cpu = append(s.wall, wall), append(s.cpu, cpu)
	s.cores = append(s.cores, cpu.Seconds()/wall.Seconds())
	s.memory = append(s.memory, memory)
}

// What a site is made of; links are those to a document.
type made struct{ files, bytes, links int }

// slug is what a document of the corpus is called, by itself and by others.
var slug = regexp.MustCompile(`(membre|seance|atelier|avis)-\d+`)

// lookAtSite counts, and wants a page for each document, and a link each way
// wherever one names another.
func lookAtSite(t *testing.T, name, content, out string) (m made) {
	t.Helper()
	linked := make(map[string][]string) // by document, those that its page must link to
	eachFile(t, content, func(file string, text []byte) {
		from := slug.FindString(file)
		for _, to := range slug.FindAll(text, -1) {
			linked[from] = append(linked[from], string(to))
			linked[string(to)] = append(linked[string(to)], from)
		}
	})
	pages := 0
	eachFile(t, out, func(file string, text []byte) {
		m.files, m.bytes = m.files+1, m.bytes+len(text)
		if path.Ext(file) != ".html" {
			return
		}
		links := make(map[string]bool)
		for link := range bytes.SplitSeq(text, []byte("<a href=")) {
			address, _, _ := bytes.Cut(link, []byte(">"))
			if to := slug.Find(address); to != nil {
				links[string(to)] = true
				m.links++
			}
		}
		document := path.Base(path.Dir(file))
		if slug.FindString(document) != document || document == "" {
			return
		}
		pages++
		for _, to := range linked[document] {
			if !links[to] {
				t.Fatalf("%s: %s has no link to %s", name, file, to)
			}
		}
	})
	if pages != len(linked) {
		t.Fatalf("%s made pages of %d documents, of %d", name, pages, len(linked))
	}
	return m
}

func eachFile(t *testing.T, dir string, visit func(file string, text []byte)) {
	t.Helper()
	folder := os.DirFS(dir)
	err := fs.WalkDir(folder, ".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(folder, file)
		visit(file, text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// scratch is a folder in memory where the system has that, so that the disk is
// not what is measured.
func scratch(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "greffe-bench-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// numbers are those of a variable of the environment.
func numbers(t *testing.T, variable, otherwise string) []int {
	t.Helper()
	var all []int
	for _, word := range strings.Fields(cmp.Or(os.Getenv(variable), otherwise)) {
		n, err := strconv.Atoi(word)
		if err != nil || n < 1 {
			t.Fatalf("%s is %q, which is not a number of anything", variable, word)
		}
		all = append(all, n)
	}
	return all
}

func median[T cmp.Ordered](all []T) T { return slices.Sorted(slices.Values(all))[len(all)/2] }
