package serve

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"syscall"
	"testing"
	"time"
)

// running is a preview behind its own listener.
func running(t *testing.T, change func(*http.Server)) *preview {
	t.Helper()
	p := showing(t, map[string]string{"index.html": page("x")})
	listener, err := Listen(0)
	if err != nil {
		t.Fatal(err)
	}
	server := p.http()
	change(server)
	go server.Serve(listener)
	t.Cleanup(func() { server.Close() })
	p.address = "http://" + listener.Addr().String()
	return p
}

func (p *preview) dial() net.Conn {
	p.Helper()
	connection, err := net.Dial("tcp", strings.TrimPrefix(p.address, "http://"))
	if err != nil {
		p.Fatal(err)
	}
	p.Cleanup(func() { connection.Close() })
	_ = connection.SetDeadline(time.Now().Add(10 * time.Second))
	return connection
}

func TestOnlyThisMachineCanReachTheServer(t *testing.T) {
	listener, err := Listen(0)
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	if address := listener.Addr().(*net.TCPAddr); !address.IP.IsLoopback() {
		t.Errorf("listens on %s", address)
	}
	if _, err := Listen(listener.Addr().(*net.TCPAddr).Port); !errors.Is(err, syscall.EADDRINUSE) {
		t.Errorf("a port that is taken: %v", err)
	}
}

func TestTheServerEndsWithItsContextWhateverIsOpen(t *testing.T) {
	p := showing(t, map[string]string{"index.html": page("x")})
	listener, err := Listen(0)
	if err != nil {
		t.Fatal(err)
	}
	p.address = "http://" + listener.Addr().String()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- p.Run(ctx, listener) }()
	tab := p.open("/")
	cancel()
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("the server did not end")
	}
	for range tab.lines { // until it is closed
	}
	if err := p.Run(context.Background(), listener); err == nil {
		t.Error("a closed listener is no error")
	}
}

func TestASlowClientIsLeft(t *testing.T) {
	p := running(t, func(server *http.Server) { server.ReadHeaderTimeout = 20 * time.Millisecond })
	connection := p.dial()
	if _, err := io.WriteString(connection, "GET / HTTP/1.1\r\nHost: "); err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, connection); err != nil { // ends when the server hangs up
		t.Errorf("the server still waits: %v", err)
	}
}

func TestAStreamOutlivesTheTimeOutsOfRequests(t *testing.T) {
	p := running(t, func(server *http.Server) {
		server.ReadTimeout, server.WriteTimeout = 50*time.Millisecond, 50*time.Millisecond
	})
	tab := p.open("/")
	time.Sleep(100 * time.Millisecond)
	p.change(func() { p.files["index.html"] += "x" })
	tab.wantChanged()
}

func TestTheServerHasLimits(t *testing.T) {
	server := new(Server).http()
	if server.ReadHeaderTimeout == 0 || server.ReadTimeout == 0 || server.WriteTimeout == 0 || server.IdleTimeout == 0 || server.MaxHeaderBytes == 0 {
		t.Error("a limit is missing")
	}
	p := running(t, func(*http.Server) {})
	request, _ := http.NewRequest(http.MethodGet, p.address, nil)
	request.Header.Set("X-Long", strings.Repeat("x", 64<<10))
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	if response.StatusCode != http.StatusRequestHeaderFieldsTooLarge {
		t.Errorf("a long header: %d", response.StatusCode)
	}
}

func TestConnectionsLevelOff(t *testing.T) {
	p := running(t, func(*http.Server) {})
	first := p.dial()
	for range mostConnections {
		p.dial()
	}
	if _, err := io.Copy(io.Discard, first); err != nil && !errors.Is(err, syscall.ECONNRESET) {
		t.Errorf("one connection too many, and the one that was still for longest is kept: %v", err)
	}
	p.wantStatus("/", http.StatusOK)
}
