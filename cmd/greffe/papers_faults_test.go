//go:build full && linux

package main

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Whatever call the kernel refuses, a command that writes for an editor leaves
// each file as it was or as it should be, and says so: a document, a table's
// members and a council come whole or not at all.
func TestEditorsFilesSurviveARefusedCall(t *testing.T) {
	greffe := binary(t)
	for _, helper := range []struct {
		name  string
		args  []string
		parts bool // some of the files may be written and others not
	}{
		{"fix", []string{"check", "--fix", "--content", "council", "--as-of", asOf}, true},
		{"new", []string{"new", "session", "Séance", "--content", "council", "--on", "2026-12-03"}, false},
		{"new from a table", []string{"new", "member", "--from", "members.csv", "--content", "council"}, false},
		{"init", []string{"init", "fresh", "--preset", "le-num", "--name", "Conseil", "--territory", "Aubrelle"}, false},
		{"schema", []string{"schema", "--content", "council"}, true},
	} {
		t.Run(helper.name, func(t *testing.T) {
			before, done := papers(t), papers(t)
			if said, err := amongPapers(done, greffe, helper.args...); err != nil && helper.name != "fix" {
				t.Fatalf("%v: %s", err, said)
			}
			old, wanted := tree(t, before), tree(t, done)
			if maps.Equal(old, wanted) {
				t.Fatal("it writes nothing")
			}
			refused := 0
			for _, fault := range []string{"write:ENOSPC", "openat:EROFS", "openat:EACCES", "mkdirat:EACCES", "fsync:EIO", "linkat:ENOSPC", "renameat:EROFS", "renameat2:EROFS", "fchmod:EIO"} {
				call, errno, _ := strings.Cut(fault, ":")
				for n := 1; ; n++ {
					dir := papers(t)
					log := filepath.Join(t.TempDir(), "calls.log")
					said, err := amongPapers(dir, "strace", append([]string{
						"-f", "--seccomp-bpf", "-qq", "-o", log, "-e", "signal=none", "-e", "trace=" + call,
						"-e", fmt.Sprintf("inject=%s:error=%s:when=%d", call, errno, n), greffe}, helper.args...)...)
					calls, _ := os.ReadFile(log)
					if !strings.Contains(string(calls), "(INJECTED)") {
						break
					}
					refused++
					got := tree(t, dir)
					for name, text := range got {
						if was, ok := old[name]; text != wanted[name] && (!ok || text != was) {
							t.Errorf("%s, call %d: %s is neither old nor new", fault, n, name)
						}
					}
					for name := range old {
						if _, ok := got[name]; !ok {
							t.Errorf("%s, call %d: %s is gone", fault, n, name)
						}
					}
					switch {
					case helper.parts:
					case err == nil && !maps.Equal(got, wanted), err != nil && !maps.Equal(got, old) && !maps.Equal(got, wanted):
						t.Errorf("%s, call %d: %v, and only part is written: %s", fault, n, err, said)
					}
					if inside.MatchString(said) && !runtimes.MatchString(said) || err != nil && said == "" && !muted.Match(calls) {
						t.Errorf("%s, call %d: %v, with the words %q", fault, n, err, said)
					}
					_ = os.RemoveAll(dir)
				}
			}
			if refused < 10 {
				t.Errorf("only %d calls were refused", refused)
			}
			t.Logf("%d calls refused", refused)
		})
	}
}

// papers are a folder with a small council that has slips, and a table of members.
func papers(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	put(t, dir, "council/council.yaml", "name: Conseil\nmission: Conseiller.\nbodies:\n  - { id: conseil, type: council, label: Conseil }\n")
	put(t, dir, "council/members/ada.md", "---\nname: Ada\nprofesion: dev\n---\nElle suit I'avis.\n")
	put(t, dir, "council/pages/a.md", "---\ntitle: A\n---\nVoir I'avis.\n")
	put(t, dir, "members.csv", "name\nGrace Hopper\nEmmy Noether\n")
	return dir
}

// amongPapers runs a command in a folder and returns what it says.
func amongPapers(dir, name string, args ...string) (string, error) {
	command := exec.Command(name, args...)
	command.Dir = dir
	said, err := command.CombinedOutput()
	if err != nil && !errors.As(err, new(*exec.ExitError)) {
		return "", fmt.Errorf("%s does not run: %w", name, err)
	}
	return string(said), err
}
