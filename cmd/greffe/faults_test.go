//go:build full && linux

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
)

// calls are those by which greffe touches files.
var calls = []string{
	"close", "flock", "fstat", "fsync", "ftruncate", "getdents64", "linkat", "mkdirat", "newfstatat", "openat",
	"pread64", "pwrite64", "read", "renameat2", "syncfs", "unlinkat", "write",
}

// The kernel refuses a call of the real command: the first one of its kind, the
// second, and so on in growing steps until there are no more. A build that says
// that it failed leaves the old site and says so in plain French; one that says
// nothing has made the new one; the next one finds nothing in its way.
//
// strace counts the calls of each thread apart, so that a build may well meet
// several faults at once.
func TestSiteSurvivesARefusedCall(t *testing.T) {
	greffe := binary(t)
	var builds, refused, failed atomic.Int64
	t.Run("calls", func(t *testing.T) {
		for _, call := range calls {
			t.Run(call, func(t *testing.T) {
				t.Parallel()
				w := newWorkplace(t, greffe)
				for n, next := 1, 2; ; n, next = next, n+next {
					fault := []string{"ENOSPC", "EIO"}[next%2]
					r := w.refuse(t, call, fault, n)
					if r.refused == 0 {
						t.Logf("undisturbed from call %d of each thread on", n)
						break
					}
					builds.Add(1)
					refused.Add(int64(r.refused))
					if r.code != 0 {
						failed.Add(1)
					}
					w.requireOneSite(t, fmt.Sprintf("%s %s %d", call, fault, n), r)
				}
			})
		}
	})
	t.Logf("%d builds disturbed, %d calls refused in them, %d builds failed and said so", builds.Load(), refused.Load(), failed.Load())
	if failed.Load() < 50 {
		t.Errorf("only %d builds have failed: are calls refused at all?", failed.Load())
	}
}

// A disturbed build.
type disturbed struct {
	code    int    // its exit code; -1 is a signal
	refused int    // calls
	mute    bool   // its words were among them
	said    string // on standard error
}

// refuse builds the new version, every thread's n-th call failing.
func (w *workplace) refuse(t *testing.T, call, fault string, n int) (r disturbed) {
	t.Helper()
	log := w.at("calls.log")
	arguments := append([]string{
		"-f", "--seccomp-bpf", "-qq", "-o", log, "-e", "signal=none", "-e", "trace=" + call,
		"-e", fmt.Sprintf("inject=%s:error=%s:when=%d", call, fault, n),
	}, w.command("new")...)
	traced := exec.Command("strace", arguments...)
	var said bytes.Buffer
	traced.Stderr = &said
	if err := traced.Run(); err != nil && !errors.As(err, new(*exec.ExitError)) {
		t.Fatalf("strace: %v", err)
	}
	text, err := os.ReadFile(log)
	if err != nil {
		t.Fatalf("strace did not trace: %v\n%s", err, &said)
	}
	_ = os.Remove(log)
	return disturbed{traced.ProcessState.ExitCode(), bytes.Count(text, []byte("(INJECTED)")), muted.Match(text), said.String()}
}

var (
	muted = regexp.MustCompile(`(?m)write\(2, .*\(INJECTED\)$`)
	// A failure is told as such, or at its place in a file.
	plain  = regexp.MustCompile(`(?m)^greffe: \S|: erreur: \S`)
	inside = regexp.MustCompile(`panic|goroutine \d|runtime error|fatal error`)
	// Go's runtime writes to wake its own threads, and ends the program when it
	// cannot: no disk does that to it, and the site is to survive it all the same.
	runtimes = regexp.MustCompile(`runtime: netpollBreak write failed`)
)

func (w *workplace) requireOneSite(t *testing.T, fault string, r disturbed) {
	t.Helper()
	state := w.state(t)
	switch {
	case r.code == 0 && state != "new":
		t.Fatalf("%s: the build says that all is well, and there is %s\n%s", fault, state, r.said)
	case r.code != 0 && state != "old":
		t.Fatalf("%s: the build failed (%d), and there is %s\n%s", fault, r.code, state, r.said)
	case runtimes.MatchString(r.said):
	case r.code != 0 && !r.mute && !plain.MatchString(r.said), inside.MatchString(r.said), r.code < 0, r.code > exitMachine:
		t.Errorf("%s: exit code %d with the words\n%s", fault, r.code, r.said)
	}
	w.builds(t, "old")
	if state := w.state(t); state != "old" {
		t.Fatalf("%s: the next build makes %s", fault, state)
	}
}

// A disk that is full stays full: no file may grow, from the first byte on or
// after so many.
func TestSiteSurvivesALimitOnFiles(t *testing.T) {
	w := newWorkplace(t, binary(t))
	failed := 0
	for _, kilobytes := range []int{0, 2, 16, 128} {
		limited := exec.Command("sh", append([]string{"-c", fmt.Sprintf("ulimit -f %d; exec \"$@\"", kilobytes*2), "sh"}, w.command("new")...)...)
		var said strings.Builder
		limited.Stderr = &said
		if err := limited.Run(); err != nil && !errors.As(err, new(*exec.ExitError)) {
			t.Fatal(err)
		}
		if limited.ProcessState.ExitCode() != 0 {
			failed++
		}
		w.requireOneSite(t, fmt.Sprintf("files of %d KB at most", kilobytes), disturbed{code: limited.ProcessState.ExitCode(), said: said.String()})
	}
	t.Logf("%d of 4 limits stopped the build", failed)
	if failed == 0 {
		t.Error("no limit stopped the build")
	}
}
