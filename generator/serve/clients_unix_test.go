//go:build unix

package serve

import (
	"errors"
	"flag"
	"io"
	"net"
	"net/http"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

var clients = flag.Int("clients", usualClients, "how many slow clients come")

// slow is what a client may do besides asking for a page: each returns when the
// server has hung up, or the client leaves.
var slow = map[string]func(connection net.Conn, host string, leave <-chan struct{}){
	"says nothing": func(connection net.Conn, _ string, _ <-chan struct{}) {
		_, _ = io.Copy(io.Discard, connection)
	},
	"drips": func(connection net.Conn, host string, leave <-chan struct{}) {
		for _, c := range []byte(ask("GET", "/", host, "X-Long: "+strings.Repeat("x", 9000))) {
			if _, err := connection.Write([]byte{c}); err != nil {
				return
			}
			select {
			case <-leave:
				return
			case <-time.After(100 * time.Millisecond):
			}
		}
	},
	"does not read": func(connection net.Conn, host string, leave <-chan struct{}) {
		_ = connection.(*net.TCPConn).SetReadBuffer(4 << 10)
		for range 20 {
			_, _ = io.WriteString(connection, ask("GET", "/large.png", host))
		}
		<-leave
	},
	"holds a stream": func(connection net.Conn, host string, _ <-chan struct{}) {
		_, _ = io.WriteString(connection, ask("GET", eventsOf("/", ""), host))
		_, _ = io.Copy(io.Discard, connection)
	},
}

// A thousand clients that come to stay keep nobody from being answered, and
// leave nothing behind. All of them:
//
//	go test -tags full -run TestSlowClientsKeepNobodyWaiting -v ./generator/serve
func TestSlowClientsKeepNobodyWaiting(t *testing.T) {
	p := running(t, func(*http.Server) {})
	p.change(func() {
		p.files = map[string]string{"index.html": page("x"), "avis/a/index.html": page(siteMark), "large.png": strings.Repeat("x", 8<<20)}
	})
	host := strings.TrimPrefix(p.address, "http://")
	user := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}, Timeout: time.Minute}
	if err := asks(user, p.address+"/avis/a/", siteMark); err != nil {
		t.Fatal(err)
	}
	goroutines, descriptors := runtime.NumGoroutine(), openFiles(t)

	leave := make(chan struct{})
	var gone sync.WaitGroup
	come := func(behave func(net.Conn, string, <-chan struct{})) {
		connection, err := net.Dial("tcp", host)
		if err != nil {
			t.Fatal(err)
		}
		ended := make(chan struct{})
		gone.Go(func() {
			defer close(ended)
			behave(connection, host, leave)
		})
		gone.Go(func() { // hangs up
			defer connection.Close()
			select {
			case <-leave:
			case <-ended:
			}
		})
	}
	var took []time.Duration
	again, mostOpen := 0, 0
	ways := []string{"says nothing", "holds a stream", "drips", "holds a stream", "does not read"} // more streams than there may be
	for i := range *clients {
		come(slow[ways[i%len(ways)]])
		if i%8 != 7 {
			continue
		}
		started := time.Now()
		err := asks(user, p.address+"/avis/a/", siteMark)
		if hungUp(err) { // as a browser, it asks once more
			again++
			err = asks(user, p.address+"/avis/a/", siteMark)
		}
		if err != nil {
			t.Fatalf("an ordinary request, with %d slow clients: %v", i+1, err)
		}
		took = append(took, time.Since(started))
		if open := p.openStreams(); open > mostStreams {
			t.Errorf("%d streams are open, with %d slow clients", open, i+1)
		}
		files := openFiles(t)
		if most := descriptors + i + 1 + mostConnections + 8; files > most { // the clients' own ends are among them
			t.Errorf("%d files are open, with %d slow clients; want %d at most", files, i+1, most)
		}
		mostOpen = max(mostOpen, files)
	}
	if p.openStreams() == 0 {
		t.Error("nobody holds a stream")
	}
	close(leave)
	gone.Wait()
	slices.Sort(took)
	t.Logf("%d slow clients; %d ordinary requests, %d of them asked twice, answered in %v (median), %v (longest)",
		*clients, len(took), again, took[len(took)/2], took[len(took)-1])
	t.Logf("goroutines and open files: %d and %d before, at most %d files meanwhile", goroutines, descriptors, mostOpen)

	for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(5 * time.Millisecond) {
		now, files, streams := runtime.NumGoroutine(), openFiles(t), p.openStreams()
		if now <= goroutines && files <= descriptors && streams == 0 {
			t.Logf("%d and %d after", now, files)
			break
		}
		if time.Now().After(deadline) {
			t.Fatalf("%d goroutines, %d before; %d open files, %d before; %d streams", now, goroutines, files, descriptors, streams)
		}
	}
	if err := asks(user, p.address+"/avis/a/", siteMark); err != nil {
		t.Errorf("when all have left: %v", err)
	}
}

func hungUp(err error) bool {
	var status net.Error
	return errors.Is(err, io.EOF) || errors.As(err, &status) && !status.Timeout()
}

func (p *preview) openStreams() int {
	p.Server.mutex.Lock()
	defer p.Server.mutex.Unlock()
	return p.streams
}

// openFiles counts the descriptors of this process.
func openFiles(t *testing.T) int {
	t.Helper()
	names, err := os.ReadDir("/dev/fd")
	if err != nil {
		t.Fatal(err)
	}
	return len(names)
}
