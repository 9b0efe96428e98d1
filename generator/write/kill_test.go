//go:build linux || darwin

package write

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// killVictim makes the test binary build one site after another, from this
// number on, until it is killed.
const killVictim = "GREFFE_TEST_KILL_VICTIM"

func TestMain(m *testing.M) {
	if from := os.Getenv(killVictim); from != "" {
		n, _ := strconv.Atoi(from)
		for ; ; n++ {
			fmt.Println(n)
			if _, err := Tree(context.Background(), os.Args[1], many(n), Options{}); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
		}
	}
	os.Exit(m.Run())
}

// many is a site large enough to be killed in the middle.
func many(n int) literal {
	site := numbered(n)
	for i := range 150 {
		site[fmt.Sprintf("membres/%d/%d/index.html", i%12, i)] = fmt.Sprintf("member %d of %d", i, n-n%(i%3+1))
	}
	return site
}

func TestSiteSurvivesKill(t *testing.T) {
	dir := quick(t) // nothing is lost with a process but what the process had
	tree(t, dir, many(0), Options{})
	seed := rand.Uint64()
	random := rand.New(rand.NewPCG(seed, 0))
	last, exchanged, leftovers := 0, 0, 0
	for round := range 30 {
		begun := killed(t, dir, last+1, time.Duration(random.IntN(30_000))*time.Microsecond)
		// The site is that of the last build which was begun, or the one before.
		for last = begun; difference(dir, many(last)) != ""; last-- {
			if last < begun-1 || last == 0 {
				t.Fatalf("seed %d, round %d: neither site %d nor %d:\n%s", seed, round, begun-1, begun, difference(dir, many(begun)))
			}
		}
		if last == begun {
			exchanged++
		}
		if _, err := os.Stat(filepath.Join(filepath.Dir(dir), ".public.greffe-new")); err == nil {
			leftovers++
		}
	}
	t.Logf("%d builds, %d of the killed ones were in place, %d left something behind", last, exchanged, leftovers)
	tree(t, dir, many(last+1), Options{})
	requireSite(t, dir, many(last+1))
	requireAlone(t, dir)
}

// killed starts a victim, kills it after a while, and returns the number of the
// last site that it began.
func killed(t *testing.T, dir string, from int, after time.Duration) (begun int) {
	t.Helper()
	victim := exec.Command(os.Args[0], dir)
	victim.Env = append(os.Environ(), killVictim+"="+strconv.Itoa(from))
	victim.Stderr = os.Stderr
	stdout, err := victim.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := victim.Start(); err != nil {
		t.Fatal(err)
	}
	said := bufio.NewReader(stdout)
	begun = number(t, said)
	time.Sleep(after)
	victim.Process.Kill()
	for {
		line, err := said.ReadString('\n')
		if err == io.EOF {
			break
		}
		begun, err = strconv.Atoi(line[:len(line)-1])
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := victim.Wait(); err == nil || victim.ProcessState.Exited() {
		t.Fatalf("the victim was not killed: %v", err)
	}
	return begun
}

func number(t *testing.T, said *bufio.Reader) int {
	t.Helper()
	line, err := said.ReadString('\n')
	if err != nil {
		t.Fatalf("the victim said nothing: %v", err)
	}
	n, err := strconv.Atoi(line[:len(line)-1])
	if err != nil {
		t.Fatal(err)
	}
	return n
}
