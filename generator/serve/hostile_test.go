package serve

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"log"
	"math/rand/v2"
	"net"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

var (
	hostile     = flag.Int("hostile", usualHostile, "how many hostile requests are sent")
	hostileSeed = flag.Uint64("hostile-seed", 0, "makes the requests of an earlier run again")
)

// A hostileRequest is bytes for the wire, and what they may be answered.
type hostileRequest struct {
	kind string
	text string
	// blind tells that whoever asks may see nothing of the site, not even its
	// page for what is not found.
	blind bool
}

// An attacker makes hostile requests at random.
type attacker struct {
	*rand.Rand
	host string // of the preview
}

func pick[T any](a attacker, all ...T) T { return all[a.IntN(len(all))] }

// path is one at which there is something to see.
func (a attacker) path() string {
	return pick(a, "/", "/index.html", "/avis/a/", "/avis/a", "/logo.png", "/.greffe/reload.js", eventsOf("/", ""), draftsAddress+"?show=yes")
}

// noise is any bytes at all.
func (a attacker) noise(most int) string {
	text := make([]byte, 1+a.IntN(most))
	for i := range text {
		text[i] = byte(a.IntN(256))
	}
	return string(text)
}

func (a attacker) foreignHost() string {
	port := a.host[strings.LastIndexByte(a.host, ':'):]
	return pick(a,
		"evil.example"+port, "evil.example", "127.0.0.1.evil.example"+port, "localhost.evil.example"+port, // rebinding
		"evil.example:80", "0.0.0.0"+port, "[::]"+port, "10.0.0.1"+port, "169.254.169.254", "2130706433"+port, "0x7f.1"+port, "127.1"+port,
		"user@"+a.host, a.host+".evil.example", a.host+"@evil.example", "localhost", "127.0.0.1", "localhost:1", a.host+"0",
		"localhost."+port, "ⅼocalhost"+port, " ", "", "*", ":", port, "[", "[::1", "%31%32%37.0.0.1"+port, a.host+"/", a.host+",evil.example")
}

// ask is a request that only its arguments make unlike a browser's.
func ask(method, target, host string, more ...string) string {
	lines := append([]string{method + " " + target + " HTTP/1.1", "Host: " + host}, more...)
	return strings.Join(lines, "\r\n") + "\r\n\r\n"
}

var attacks = map[string]func(a attacker) hostileRequest{
	"method": func(a attacker) hostileRequest {
		method := pick(a, "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "GET\x00", "G ET", "", strings.Repeat("M", 1+a.IntN(9000)))
		return hostileRequest{text: ask(method, pick(a, a.path(), "*"), a.host)}
	},
	"target": func(a attacker) hostileRequest {
		climb := pick(a, "../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..\\", "..%5c", "..;/", "%252e%252e/", "%c0%ae%c0%ae/", ".../", "./../", "//../")
		target := "/" + strings.Repeat(climb, 1+a.IntN(12)) + pick(a,
			"etc/passwd", "proc/self/environ", "serve.go", "generator/serve/serve.go", "index.html", ".git/config", "C:/Windows/win.ini", "%00", "avis/a/", "")
		return hostileRequest{text: ask(pick(a, "GET", "HEAD"), pick(a, target, "/avis"+target), a.host)}
	},
	"absurd target": func(a attacker) hostileRequest {
		target := pick(a, "*", "index.html", "/%", "/%zz", "/\x00", "/%00", "/\x7f", "//", "///etc/passwd", "//evil.example/", "/index.html/..", "/.",
			"/avis/a/index.html/", "/index.html%00.png", "/index.html;x", "file:///etc/passwd", "javascript:alert(1)", "http://"+a.host+"/", "http:///", "/.greffe/", "/.greffe/bar.html",
			"/.greffe/../index.html", "/preview/bar.html", "/"+strings.Repeat("a/", 1+a.IntN(3000)), "/"+strings.Repeat("%2e", 1+a.IntN(3000)), "/CON", "/"+a.noise(200))
		return hostileRequest{text: ask("GET", target, a.host), blind: strings.HasPrefix(target, "http:")}
	},
	"headers too large": func(a attacker) hostileRequest {
		long := strings.Repeat("x", 24<<10+a.IntN(64<<10))
		return hostileRequest{blind: true, text: pick(a,
			ask("GET", a.path(), a.host, "X-Long: "+long),
			ask("GET", a.path(), a.host, "Cookie: "+draftsCookie+"="+long),
			ask("GET", "/"+long, a.host),
			ask("GET", a.path(), a.host, slices.Repeat([]string{"X-Many: y"}, 3000+a.IntN(3000))...))}
	},
	"malformed header": func(a attacker) hostileRequest {
		return hostileRequest{blind: true, text: ask("GET", a.path(), a.host, pick(a,
			"no colon", ": no name", "X Y: blank in a name", "X\x00: y", "X: a\x00b", " folded: first", "Content-Length: -1", "Content-Length: 1e3",
			"Content-Length: 5\r\nContent-Length: 6", "Content-Length: 99999999999999999999", "Transfer-Encoding: chunked, identity",
			"Transfer-Encoding: gzip", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", "Expect: the unexpected", "é: y"))}
	},
	"foreign host": func(a attacker) hostileRequest {
		return hostileRequest{blind: true, text: ask(pick(a, "GET", "HEAD", "OPTIONS", "POST"), pick(a, a.path(), "*"), a.foreignHost())}
	},
	"no host, or several": func(a attacker) hostileRequest {
		path := a.path()
		return hostileRequest{blind: true, text: pick(a,
			"GET "+path+" HTTP/1.1\r\n\r\n", "GET "+path+" HTTP/1.0\r\n\r\n",
			ask("GET", path, a.host, "Host: "+a.foreignHost()), ask("GET", path, a.foreignHost(), "Host: "+a.host), ask("GET", path, a.host, "Host: "+a.host),
			ask("GET", "http://"+a.host+path, a.foreignHost()), ask("GET", "http://evil.example"+path, a.host), ask("OPTIONS", "*", "evil.example"))}
	},
	"foreign origin": func(a attacker) hostileRequest {
		origin := pick(a, "http://evil.example", "https://"+a.host, "null", "http://"+a.host+".evil.example", "http://"+a.host+"@evil.example", "http://localhost", "file://", "http://"+a.host+"/", a.noiseless())
		return hostileRequest{blind: true, text: ask("GET", a.path(), a.host, pick(a, "Origin: ", "origin:", "ORIGIN:\t")+origin)}
	},
	"another site's picture, script or frame": func(a attacker) hostileRequest {
		more := []string{"Sec-Fetch-Site: " + pick(a, "cross-site", "same-site", "unheard-of"), "Sec-Fetch-Mode: " + pick(a, "no-cors", "cors", "websocket", "same-origin", "")}
		if a.IntN(3) == 0 {
			more[1] = "Sec-Fetch-Mode: navigate"
			more = append(more, "Sec-Fetch-Dest: "+pick(a, "iframe", "frame", "object", "embed"))
		}
		return hostileRequest{blind: true, text: ask("GET", a.path(), a.host, more...)}
	},
	"body on a question": func(a attacker) hostileRequest {
		body := a.noise(5000)
		return hostileRequest{blind: true, text: pick(a,
			ask("GET", a.path(), a.host, fmt.Sprint("Content-Length: ", len(body)))+body,
			ask("GET", a.path(), a.host, fmt.Sprint("Content-Length: ", 1<<40))+body,
			ask("HEAD", a.path(), a.host, "Transfer-Encoding: chunked")+fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(body), body),
			ask("GET", a.path(), a.host, "Expect: 100-continue", "Content-Length: 10"))}
	},
	"chunks that are none": func(a attacker) hostileRequest {
		return hostileRequest{blind: true, text: ask(pick(a, "GET", "POST"), a.path(), a.host, "Transfer-Encoding: chunked") +
			pick(a, "zz\r\n", "-1\r\n", "ffffffffffffffffff\r\n", "5\r\nab", "5;"+strings.Repeat("x", 9000), a.noise(100))}
	},
	"smuggled in a body": func(a attacker) hostileRequest {
		inner := ask("GET", "/", a.host)
		return hostileRequest{blind: true, text: pick(a,
			ask("POST", "/", a.host, fmt.Sprint("Content-Length: ", len(inner)))+inner,
			ask("GET", "/", a.host, "Content-Length: 4", "Transfer-Encoding: chunked")+"0\r\n\r\n"+ask("POST", "/", "evil.example"),
			ask("GET", "/", a.host, "Transfer-Encoding:\vchunked", "Content-Length: 3")+"0\r\n\r\n")}
	},
	"part of a request": func(a attacker) hostileRequest {
		whole := ask("GET", a.path(), a.host, "Accept: */*")
		return hostileRequest{blind: true, text: whole[:a.IntN(len(whole)-4)]} // not even the last header's end
	},
	"pipeline": func(a attacker) hostileRequest {
		var all strings.Builder
		for range 2 + a.IntN(30) {
			all.WriteString(ask("GET", a.path(), a.foreignHost()))
		}
		return hostileRequest{blind: true, text: all.String()}
	},
	"another protocol": func(a attacker) hostileRequest {
		return hostileRequest{blind: true, text: pick(a,
			"GET /\r\n", "GET / HTTP/0.9\r\n\r\n", "GET / HTTP/3.7\r\nHost: "+a.host+"\r\n\r\n", "GET / HTTP/1.10\r\n\r\n", "GET / http/1.1\r\n\r\n",
			"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", "SSH-2.0-x\r\n", "EHLO evil.example\r\n", "\x05\x01\x00", "*1\r\n$4\r\nINFO\r\n",
			ask("GET", "/", "evil.example", "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="))}
	},
	"noise": func(a attacker) hostileRequest {
		text := a.noise(pick(a, 10, 500, 9000))
		if a.IntN(2) == 0 {
			text = strings.Repeat("\r\n", a.IntN(5)) + pick(a, "GET ", "GET / ", "GET / HTTP/1.1\r\n", "") + text + "\r\n\r\n"
		}
		return hostileRequest{text: text, blind: true}
	},
	"one byte wrong": func(a attacker) hostileRequest {
		text := []byte(ask("GET", "/", "evil.example", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: cors"))
		text[a.IntN(len(text))] = byte(a.IntN(256))
		return hostileRequest{text: string(text), blind: true}
	},
}

// noiseless is a word of a few letters.
func (a attacker) noiseless() string {
	return strings.Repeat(string(rune('a'+a.IntN(26))), 1+a.IntN(20))
}

var statuses = regexp.MustCompile(`HTTP/1\.[01] (\d{3})`)

// refused tells what is wrong with an answer to a hostile request: it is a 4xx,
// or HTTP's own word for another protocol (501, 505), or nothing at all.
func (r hostileRequest) refused(answer string) error {
	found := statuses.FindAllStringSubmatch(answer, -1)
	if answer != "" && !strings.HasPrefix(answer, "HTTP/1.") {
		return fmt.Errorf("answered with no status")
	}
	for _, status := range found {
		if code := status[1]; code[0] != '4' && code != "501" && code != "505" {
			return fmt.Errorf("answered %s", code)
		}
	}
	for _, outside := range []string{"package serve", "root:x:", "GOPATH", "[core]"} {
		if strings.Contains(answer, outside) {
			return fmt.Errorf("answered with what is outside the site: %q", outside)
		}
	}
	for _, inside := range []string{siteMark, "greffe-preview", "EventSource", "Set-Cookie", "Location:", "Access-Control-"} {
		if r.blind && strings.Contains(answer, inside) {
			return fmt.Errorf("answered with something of the preview: %q", inside)
		}
	}
	return nil
}

// siteMark is in every file of the site that is attacked.
const siteMark = "of the site and nobody else's"

// Ten thousand requests that no browser of the machine's user makes are refused,
// each of them, while the user's own are answered. All of them:
//
//	go test -tags full -run TestHostileRequestsAreRefused -v ./generator/serve
func TestHostileRequestsAreRefused(t *testing.T) {
	seed := *hostileSeed
	if seed == 0 {
		seed = uint64(time.Now().UnixNano())
	}
	t.Logf("-hostile-seed %d", seed)
	var said journal
	p := running(t, func(server *http.Server) { server.ErrorLog = log.New(&said, "", 0) })
	p.change(func() {
		p.files = map[string]string{
			"index.html": page(siteMark), "404.html": page(siteMark), "avis/a/index.html": page(siteMark), "logo.png": siteMark,
		}
	})

	var kinds []string
	for kind := range attacks {
		kinds = append(kinds, kind)
	}
	slices.Sort(kinds)
	random := rand.New(rand.NewPCG(seed, 0))
	requests := make(chan hostileRequest)
	go func() {
		defer close(requests)
		for i := range *hostile {
			kind := kinds[i%len(kinds)]
			request := attacks[kind](attacker{random, strings.TrimPrefix(p.address, "http://")})
			request.kind = kind
			requests <- request
		}
	}()

	over := make(chan struct{})
	var ordinary atomic.Int64
	var user sync.WaitGroup
	user.Go(func() {
		for client := new(http.Client); ; ordinary.Add(1) {
			if err := asks(client, p.address+"/avis/a/", siteMark); err != nil {
				t.Errorf("an ordinary request, meanwhile: %v", err)
				return
			}
			select {
			case <-over:
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	})

	var mutex sync.Mutex
	counts := make(map[string]int)
	var attack sync.WaitGroup
	for range 8 {
		attack.Go(func() {
			for request := range requests {
				answer, err := p.send(request.text)
				if err == nil {
					err = request.refused(answer)
				}
				what := "hung up"
				if status := statuses.FindStringSubmatch(answer); status != nil {
					what = status[1]
				}
				mutex.Lock()
				counts[request.kind]++
				counts[what]++
				mutex.Unlock()
				if err != nil {
					t.Errorf("%s: %v\n%.300q\nanswered\n%.600q", request.kind, err, request.text, answer)
				}
			}
		})
	}
	attack.Wait()
	close(over)
	user.Wait()
	if text := said.text(); strings.Contains(text, "panic") {
		t.Errorf("the server panicked:\n%s", text)
	}
	for _, kind := range kinds {
		if counts[kind] == 0 && *hostile >= len(kinds) {
			t.Errorf("no request of the kind %q", kind)
		}
	}
	t.Logf("%d hostile requests, %d ordinary ones meanwhile: %v", *hostile, ordinary.Load(), counts)
}

// send puts bytes on the wire, and returns all that comes back until the server
// hangs up.
func (p *preview) send(text string) (string, error) {
	connection, err := net.Dial("tcp", strings.TrimPrefix(p.address, "http://"))
	if err != nil {
		return "", err
	}
	defer connection.Close()
	_ = connection.SetDeadline(time.Now().Add(30 * time.Second))
	go func() {
		_, _ = io.WriteString(connection, text) // the server may hang up on the way
		_ = connection.(*net.TCPConn).CloseWrite()
	}()
	var answer bytes.Buffer
	_, err = io.Copy(&answer, connection)
	if timeout, ok := err.(net.Error); ok && timeout.Timeout() {
		return answer.String(), err
	}
	return answer.String(), nil
}

// asks wants an address to be answered with a text.
func asks(client *http.Client, address, want string) error {
	response, err := client.Get(address)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err == nil && (response.StatusCode != http.StatusOK || !strings.Contains(string(body), want)) {
		err = fmt.Errorf("%s: %.200q", response.Status, body)
	}
	return err
}

// A journal is what a server logs.
type journal struct {
	mutex  sync.Mutex
	buffer bytes.Buffer
}

func (j *journal) Write(text []byte) (int, error) {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	return j.buffer.Write(text)
}

func (j *journal) text() string {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	return j.buffer.String()
}
