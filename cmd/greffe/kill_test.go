//go:build full && !windows

package main

import (
	"bytes"
	"flag"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

var kills = flag.Int("kills", 300, "how often a build is killed")

// A build is killed at any moment, again and again, with what the killed ones
// before it left behind: the site is the old one or the new one, whole, each
// time. Half of the kills wait until the site is being written.
func TestSiteSurvivesKillOfTheCommand(t *testing.T) {
	w := newWorkplace(t, binary(t))
	started := time.Now()
	w.builds(t, "new")
	took := time.Since(started)
	seed := rand.Uint64()
	random := rand.New(rand.NewPCG(seed, 0))
	stands := "new"
	seen := make(map[string]int)
	for round := range *kills {
		version := map[string]string{"old": "new", "new": "old"}[stands]
		if w.killed(t, version, round%2 == 1, time.Duration(random.Int64N(int64(took)))) {
			seen["killed"]++
		} else {
			seen["done before"]++
		}
		if len(w.leftovers(t)) > 0 {
			seen["left something"]++
		}
		switch state := w.state(t); state {
		case stands:
		case version:
			stands = version
			seen["new site stood"]++
		default:
			t.Fatalf("seed %d, round %d: there is %s", seed, round, state)
		}
	}
	t.Logf("%d builds of %v: %v", *kills, took.Round(time.Millisecond), seen)
	if seen["killed"] < *kills/2 || seen["left something"] == 0 {
		t.Errorf("too few builds met their end: %v", seen)
	}
	for _, version := range []string{"new", "old"} {
		w.builds(t, version)
		if state := w.state(t); state != version {
			t.Errorf("the next build makes %s", state)
		}
	}
}

// killed starts a build and kills it after a while, counted from its start or
// from the first that it writes; it tells whether the build was still there.
func (w *workplace) killed(t *testing.T, version string, writing bool, after time.Duration) bool {
	t.Helper()
	command := w.command(version)
	victim := exec.Command(command[0], command[1:]...)
	if err := victim.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() { defer close(ended); _ = victim.Wait() }()
	if writing {
		// What an earlier victim left may be there: a folder is new if it is later.
		begun, folder := time.Now(), w.at(".public.greffe-new")
		for new := false; !new; {
			info, err := os.Stat(folder)
			new = err == nil && info.ModTime().After(begun)
			select {
			case <-ended:
				new = true
			case <-time.After(time.Millisecond):
			}
		}
		after /= 3
	}
	select {
	case <-ended:
	case <-time.After(after):
		_ = victim.Process.Kill()
		<-ended
	}
	status, ok := victim.ProcessState.Sys().(syscall.WaitStatus)
	if !ok || !status.Signaled() && status.ExitStatus() != exitDone {
		t.Fatalf("the build failed by itself: %v", victim.ProcessState)
	}
	return status.Signaled()
}

// Of two builds at once one waits and says so, or comes later; each is whole.
func TestBuildsAtOnceTakeTurns(t *testing.T) {
	w := newWorkplace(t, binary(t))
	waited := 0
	for range 20 {
		var said [2]bytes.Buffer
		var both [2]*exec.Cmd
		for i, version := range []string{"new", "old"} {
			command := w.command(version)
			both[i] = exec.Command(command[0], command[1:]...)
			both[i].Stderr = &said[i]
			if err := both[i].Start(); err != nil {
				t.Fatal(err)
			}
		}
		for i, build := range both {
			if err := build.Wait(); err != nil {
				t.Fatalf("%v\n%s", err, &said[i])
			}
			if strings.Contains(said[i].String(), "processus") {
				waited++
			}
		}
		if state := w.state(t); state != "old" && state != "new" {
			t.Fatalf("two builds at once make %s", state)
		}
		if left := w.leftovers(t); len(left) > 0 {
			t.Fatalf("they leave %q", left)
		}
	}
	t.Logf("20 pairs, %d builds said that they waited", waited)
	if waited == 0 {
		t.Error("no build has waited for another")
	}
}

// Builds of the same folder come between those of a watch; the last word is that
// of the last edit.
func TestBuildsDuringAWatch(t *testing.T) {
	w := newWorkplace(t, binary(t))
	copyTree(t, w.at("old"), w.at("content/new"))
	content := workplace{dir: w.at("content")}
	command := w.command("content/new")
	command[1] = "watch"
	watch := exec.CommandContext(t.Context(), command[0], command[1:]...)
	var said notes
	watch.Stdout, watch.Stderr = &said, &said
	if err := watch.Start(); err != nil {
		t.Fatal(err)
	}
	wait := func(what string, done func() bool) {
		t.Helper()
		for deadline := time.Now().Add(time.Minute); !done(); time.Sleep(10 * time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatalf("%s: not so\n%s", what, said.text())
			}
		}
	}
	// edit makes of the watched content what a version is, file by file.
	edit := func(version string) {
		t.Helper()
		wanted, there := tree(t, w.at(version)), tree(t, content.at("new"))
		for name := range there {
			if _, stays := wanted[name]; !stays {
				if err := os.Remove(content.at("new/" + name)); err != nil {
					t.Fatal(err)
				}
			}
		}
		for name, text := range wanted {
			if there[name] != text {
				if err := os.WriteFile(content.at("new/"+name), []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	wait("the watch begins", func() bool { return strings.Contains(said.text(), "Ctrl+C") })
	for round := range 10 {
		version, other := "new", "old"
		if round%2 == 1 {
			version, other = other, version
		}
		command := w.command(other)
		build := exec.Command(command[0], command[1:]...)
		if err := build.Start(); err != nil {
			t.Fatal(err)
		}
		edit(version)
		if err := build.Wait(); err != nil {
			t.Fatalf("a build during a watch: %v", err)
		}
	}
	edit("new")
	wait("the site is that of the last edit", func() bool {
		for name, text := range w.new {
			if got, err := os.ReadFile(w.at("public/" + name)); err != nil || string(got) != text {
				return false
			}
		}
		return true
	})
	if err := watch.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := watch.Wait(); err != nil {
		t.Errorf("the watch ended with %v\n%s", err, said.text())
	}
	if state := w.state(t); state != "new" {
		t.Errorf("the last edit makes %s", state)
	}
	t.Logf("10 builds, %d of the watch", strings.Count(said.text(), "→"))
}
