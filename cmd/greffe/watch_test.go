package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// A live is a command that runs until it is interrupted, on a council of one
// member.
type live struct {
	testing.TB
	dir            string
	stdout, stderr notes
	interrupt      func()
	ended          chan error
}

func newLive(t testing.TB) *live {
	t.Helper()
	l := &live{TB: t, dir: t.TempDir()}
	l.write("content/council.yaml", "name: Conseil\nbase_url: https://conseil.example\n")
	l.write("content/members/ada.md", "---\nname: Ada Lovelace\n---\n")
	return l
}

func (l *live) start(args ...string) {
	l.Helper()
	args = append(args, "--lang", "fr", "--content", l.at("content"))
	a, err := newApp(args, &l.stdout, &l.stderr)
	if err != nil {
		l.Fatal(err)
	}
	command := a.command()
	command.SetArgs(args)
	ctx, cancel := context.WithCancel(context.Background())
	l.interrupt, l.ended = cancel, make(chan error, 1)
	go func() { l.ended <- command.ExecuteContext(ctx) }()
	l.Cleanup(func() {
		cancel()
		if l.ended != nil {
			<-l.ended
		}
	})
}

func (l *live) at(name string) string { return filepath.Join(l.dir, filepath.FromSlash(name)) }

func (l *live) write(name, text string) {
	l.Helper()
	put(l, l.dir, name, text)
}

// until waits for something to come true.
func (l *live) until(what string, done func() bool) {
	l.Helper()
	for deadline := time.Now().Add(time.Minute); !done(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(deadline) {
			l.Fatalf("%s: not so\nstdout:\n%s\nstderr:\n%s", what, l.stdout.text(), l.stderr.text())
		}
	}
}

// says waits for a command's words.
func (l *live) says(notes *notes, pattern string) (match []string) {
	l.Helper()
	expression := regexp.MustCompile(pattern)
	l.until(pattern, func() bool {
		match = expression.FindStringSubmatch(notes.text())
		return match != nil
	})
	return match
}

// stops interrupts the command and wants it to end well.
func (l *live) stops() {
	l.Helper()
	l.interrupt()
	if err := <-l.ended; err != nil {
		l.Errorf("ended with %v", err)
	}
	l.ended = nil
	if !strings.HasSuffix(l.stdout.text(), "Arrêt.\n") {
		l.Errorf("the last words are not those of an end:\n%s", l.stdout.text())
	}
}

// notes are what a command has printed so far.
type notes struct {
	mutex  sync.Mutex
	buffer bytes.Buffer
}

func (n *notes) Write(text []byte) (int, error) {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	return n.buffer.Write(text)
}

func (n *notes) text() string {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	return n.buffer.String()
}

func TestWatchMakesTheSiteAgainAtEachChange(t *testing.T) {
	for _, way := range []string{"--poll=false", "--poll"} {
		t.Run(way, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "public")
			l := newLive(t)
			l.start("watch", "--only", "page", "--out", out, way)
			published := func(name, want string) func() bool {
				return func() bool {
					text, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(name)))
					return err == nil && strings.Contains(string(text), want)
				}
			}
			l.says(&l.stdout, "J'attends vos modifications")
			page := "membres/ada/index.html"
			l.until("the first site", published(page, "Ada Lovelace"))

			l.write("content/members/ada.md", "---\nname: Ada Brook\n---\n")
			l.until("the change", published(page, "Ada Brook"))

			l.write("content/members/ada.md", "---\nnom: Ada Byron\n---\n")
			l.says(&l.stderr, `members/ada.md:2:1: erreur: .*unknown-key`)
			l.says(&l.stderr, `l'ancien est intact`)
			if !published(page, "Ada Brook")() {
				t.Error("the old site is gone")
			}

			l.write("content/members/ada.md", "---\nname: Ada King\n---\n")
			l.until("the mended site", published(page, "Ada King"))

			if err := os.Rename(l.at("content"), l.at("aside")); err != nil {
				t.Fatal(err)
			}
			l.says(&l.stderr, `Il n'y a pas de contenu`)
			l.write("aside/members/ada.md", "---\nname: Ada Back\n---\n")
			if err := os.Rename(l.at("aside"), l.at("content")); err != nil {
				t.Fatal(err)
			}
			l.until("the folder that came back", published(page, "Ada Back"))
			l.stops()
		})
	}
}

// A web server's cache and rsync see by a file's time and identity what really
// changed.
func TestWatchRewritesOnlyWhatChanged(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	l := &live{TB: t, dir: t.TempDir()}
	copyTree(t, "testdata/small", l.at("content"))
	l.start("watch", "--out", out, "--as-of", asOf)
	l.says(&l.stdout, "J'attends vos modifications")
	before := stats(t, out)

	opinion, err := os.ReadFile(l.at("content/opinions/2024-01.md"))
	if err != nil {
		t.Fatal(err)
	}
	l.write("content/opinions/2024-01.md", string(opinion)+"\nOne more sentence.\n")
	l.says(&l.stdout, `(?s)→.*→`)
	after := stats(t, out)
	var changed []string
	for file, info := range after {
		if was := before[file]; was == nil || !os.SameFile(was, info) || !was.ModTime().Equal(info.ModTime()) {
			changed = append(changed, file)
		}
	}
	page := filepath.FromSlash("opinions/2024-01/index.html")
	if len(after) != len(before) || !slices.Contains(changed, page) || len(changed) > len(before)/4 {
		t.Errorf("%d files before, %d after; of a body's, %q were rewritten", len(before), len(after), changed)
	}
	for _, file := range changed {
		if dir := filepath.ToSlash(filepath.Dir(file)); strings.HasPrefix(dir, "members") || strings.HasPrefix(dir, "sessions") {
			t.Errorf("%s was rewritten", file)
		}
	}

	l.write("content/news/passing.md", "---\ntitle: Passing\nkind: article\ndate: 2024-03-01\n---\nA word.\n")
	l.until("the new page", func() bool { return stats(t, out)[filepath.FromSlash("news/passing/index.html")] != nil })
	if err := os.Remove(l.at("content/news/passing.md")); err != nil {
		t.Fatal(err)
	}
	l.until("the page is gone", func() bool {
		_, err := os.Stat(filepath.Join(out, "news", "passing"))
		return os.IsNotExist(err)
	})
	l.stops()
	requireSame(t, tree(t, out), tree(t, build(t, l.at("content"))))
}

// stats are what a folder's files are, by their names in it.
func stats(t testing.TB, dir string) map[string]os.FileInfo {
	t.Helper()
	all := make(map[string]os.FileInfo)
	err := filepath.Walk(dir, func(file string, info os.FileInfo, err error) error {
		if os.IsNotExist(err) { // it went while it was looked at
			return nil
		}
		if err == nil && !info.IsDir() {
			name, _ := filepath.Rel(dir, file)
			all[name] = info
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// A list that one knows already would hide what is new.
func TestWatchSaysAWarningOnce(t *testing.T) {
	l := newLive(t)
	l.start("watch", "--only", "page", "--out", filepath.Join(t.TempDir(), "public"))
	l.says(&l.stdout, "J'attends vos modifications")
	l.says(&l.stderr, "missing-mission")
	l.write("content/members/ada.md", "---\nname: Ada Brook\n---\n")
	l.says(&l.stdout, `(?s)→.*→`)
	if n := strings.Count(l.stderr.text(), "missing-mission"); n != 1 {
		t.Errorf("said %d times:\n%s", n, l.stderr.text())
	}
	l.stops()
}

func TestWatchRefusesAFolderThatIsNotASite(t *testing.T) {
	l := newLive(t)
	l.write("mine/thesis.odt", "")
	var stdout, stderr bytes.Buffer
	args := []string{"watch", "--only", "page", "--content", l.at("content"), "--out", l.at("mine")}
	if code := run(args, &stdout, &stderr); code != exitUse {
		t.Errorf("exit code %d: %s", code, &stderr)
	}
}

// What is private stays out of a log that runs for days, through drafts, broken
// saves and misspelt names of fields.
func TestWhatRunsForLongLogsNothingPrivate(t *testing.T) {
	for _, command := range []string{"watch", "serve"} {
		t.Run(command, func(t *testing.T) {
			l := newLive(t)
			out := filepath.Join(t.TempDir(), "public")
			begun, made := "J'attends vos modifications", `(?s)→.*→`
			if command == "serve" {
				l.serves()
				begun, made = `http://127\.0\.0\.1`, `ada\.md : aperçu à jour`
			} else {
				l.start("watch", "--only", "page", "--out", out)
			}
			l.says(&l.stdout, begun)
			l.write("content/opinions/canari-draft.md", "---\ntitle: CANARI-title\ndraft: true\nkind: opinion\nstatus: adopted\nadopted_on: 2024-01-01\nreferral: { origin: self }\n---\nCANARI-body\n")
			l.write("content/members/ada.md", "---\nname: Ada\nemial: CANARI@secret.example\n---\n")
			l.says(&l.stderr, `members/ada\.md:3:1: erreur`)
			l.write("content/members/ada.md", "---\nname: Ada\nemail: [CANARI@secret.example\n---\n")
			l.says(&l.stderr, `members/ada\.md:\d+:\d+: erreur.*yaml-syntax`)
			l.write("content/members/ada.md", "---\nname: Ada\nemail: CANARI@secret.example\nminor: CANARI\n---\n")
			l.says(&l.stderr, `members/ada\.md:4:\d+: erreur.*bad-boolean`)
			l.write("content/members/ada.md", "---\nname: Ada Rivers\nemail: canari@secret.example\n---\n")
			l.says(&l.stdout, made)
			l.stops()
			said := l.stdout.text() + l.stderr.text()
			if command == "watch" {
				for _, text := range tree(t, out) {
					said += text
				}
				if !strings.Contains(said, "Ada Rivers") {
					t.Error("the site does not have what was saved last")
				}
			}
			for _, secret := range []string{"CANARI", "canari@"} {
				if at := strings.Index(said, secret); at >= 0 {
					t.Errorf("it says %q", said[max(0, at-100):min(len(said), at+100)])
				}
			}
		})
	}
}
