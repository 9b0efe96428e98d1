//go:build full && !windows

package main

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// Hosts that read _headers, hosts that read .htaccess, and hosts that read
// neither: on none does the policy forbid anything that a page does, and on the
// two first no script of an attachment runs.
func TestPolicyInABrowser(t *testing.T) {
	t.Run("_headers", func(t *testing.T) {
		site := build(t, "../../content")
		rules := readHeaders(t, filepath.Join(site, "_headers"))
		files := http.FileServer(http.Dir(site))
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			rules.set(w.Header(), r.URL.Path)
			files.ServeHTTP(w, r)
		}))
		defer server.Close()
		requirePolicy(t, server.URL, site, attach(t, site))
	})
	t.Run("no headers", func(t *testing.T) {
		site := build(t, "../../content")
		files := http.FileServer(http.Dir(site))
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Security-Policy", "frame-ancestors 'none'") // of no use to a page
			files.ServeHTTP(w, r)
		}))
		defer server.Close()
		requirePolicy(t, server.URL, site, nil)
	})
	t.Run(".htaccess", func(t *testing.T) {
		site := build(t, "../../content", "--htaccess")
		for _, name := range []string{"_headers", "_redirects"} {
			if _, err := os.Stat(filepath.Join(site, name)); err == nil {
				t.Errorf("Apache would serve %s", name)
			}
		}
		home := apache(t, site)
		requirePolicy(t, home, site, attach(t, site))
		requireApache(t, home)
	})
}

// attach puts files in a site that try to run a script, as if the checks of
// attachments had let them through, and returns their addresses.
func attach(t *testing.T, site string) (paths []string) {
	t.Helper()
	const (
		script = `<script>document.title = "ran"</script>`
		head   = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>a</title>` + script + `</head><body/></html>`
	)
	for name, text := range map[string]string{
		"a.html": "<!DOCTYPE html><title>a</title>" + script, "a.htm": "<!DOCTYPE html><title>a</title>" + script, "404.html": "<!DOCTYPE html><title>a</title>" + script,
		"a.svg": `<svg xmlns="http://www.w3.org/2000/svg"><title>a</title>` + script + `</svg>`, "a.xml": head, "a.xhtml": head,
	} {
		if err := os.WriteFile(filepath.Join(site, "avis", name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, "/avis/"+name)
	}
	return paths
}

func requirePolicy(t *testing.T, home, site string, hostile []string) {
	t.Helper()
	arguments := []string{"headers.mjs", home}
	for name, text := range tree(t, site) {
		if strings.Contains(text, `http-equiv="refresh"`) {
			continue // leads on to a page that is opened anyhow
		}
		// A page of each kind, and all that stand alone.
		if folder, ok := strings.CutSuffix(name, "index.html"); ok && (strings.Count(folder, "/") < 2 || strings.HasPrefix(folder, "avis/") || strings.HasPrefix(folder, "composition/")) {
			if folder != "admin/" {
				arguments = append(arguments, "/"+folder)
			}
		}
	}
	pages := len(arguments) - 2
	node := exec.Command("node", append(append(arguments, "--"), hostile...)...)
	node.Dir = "testdata/checkers"
	said, err := node.Output()
	if err != nil {
		t.Fatalf("driving the browser: %v\n%s", err, said)
	}
	var seen struct {
		Pages       int
		Wrong       []string
		Attachments []struct {
			Path, Policy, Title string
			Status, Refused     int
		}
	}
	if err := json.Unmarshal(said, &seen); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	for _, wrong := range seen.Wrong {
		t.Error(wrong)
	}
	if seen.Pages != pages || pages < 20 || len(seen.Attachments) != len(hostile) {
		t.Errorf("%d pages and %d attachments were opened of %d and %d", seen.Pages, len(seen.Attachments), pages, len(hostile))
	}
	for _, a := range seen.Attachments {
		if a.Status != http.StatusOK || a.Title == "ran" || a.Refused == 0 || !strings.HasSuffix(a.Policy, "sandbox") {
			t.Errorf("%+v", a)
		}
	}
	t.Logf("%d pages, %d attachments", seen.Pages, len(seen.Attachments))
}

// A ruled is what _headers says of the paths that match.
type ruled struct {
	path    *regexp.Regexp
	headers [][2]string
}

type headerRules []ruled

func readHeaders(t *testing.T, file string) (rules headerRules) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.SplitSeq(strings.TrimRight(string(text), "\n"), "\n") {
		name, value, isHeader := strings.Cut(strings.TrimPrefix(line, "  "), ": ")
		switch {
		case line == "":
		case strings.HasPrefix(line, "/"):
			rules = append(rules, ruled{path: regexp.MustCompile("^" + strings.ReplaceAll(regexp.QuoteMeta(line), `\*`, ".*") + "$")})
		case strings.HasPrefix(line, "  ") && isHeader && len(rules) > 0:
			last := &rules[len(rules)-1]
			last.headers = append(last.headers, [2]string{name, value})
		default:
			t.Fatalf("_headers says %q", line)
		}
	}
	return rules
}

func (r headerRules) set(h http.Header, path string) {
	for _, rule := range r {
		if rule.path.MatchString(path) {
			for _, header := range rule.headers {
				h.Set(header[0], header[1])
			}
		}
	}
}

// apache serves a site with Debian's Apache, which may read of .htaccess what it
// needs and no more.
func apache(t *testing.T, site string) (home string) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := listener.Addr().String()
	listener.Close()
	dir := t.TempDir()
	for at := site; len(at) > 1 && at != filepath.Clean(os.TempDir()); at = filepath.Dir(at) {
		// Apache serves as somebody who is not the one that runs the tests.
		if info, err := os.Stat(at); err == nil && info.Mode().Perm()&0o005 != 0o005 {
			_ = os.Chmod(at, info.Mode().Perm()|0o055)
		}
	}
	const modules = "/usr/lib/apache2/modules/mod_"
	configuration := fmt.Sprintf("ServerRoot %q\nServerName conseil.example\nListen %s\nPidFile pid\nErrorLog error.log\n", dir, address)
	for _, module := range []string{"mpm_event", "authz_core", "mime", "dir", "alias", "headers"} {
		configuration += "LoadModule " + module + "_module " + modules + module + ".so\n"
	}
	configuration += "TypesConfig /etc/mime.types\n"
	if os.Getuid() == 0 {
		configuration += "User nobody\nGroup nogroup\n"
	}
	configuration += fmt.Sprintf("DocumentRoot %q\n<Directory />\n  AllowOverride None\n</Directory>\n<Directory %q>\n  AllowOverride FileInfo AuthConfig\n</Directory>\n", site, site)
	file := filepath.Join(dir, "apache.conf")
	if err := os.WriteFile(file, []byte(configuration), 0o644); err != nil {
		t.Fatal(err)
	}
	server := exec.Command("/usr/sbin/apache2", "-f", file, "-D", "FOREGROUND")
	var said notes
	server.Stdout, server.Stderr = &said, &said
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = server.Process.Signal(os.Interrupt)
		_ = server.Wait()
		if log, err := os.ReadFile(filepath.Join(dir, "error.log")); err == nil && t.Failed() {
			t.Logf("%s", log)
		}
	})
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		if connection, err := net.Dial("tcp", address); err == nil {
			connection.Close()
			return "http://" + address
		}
		if time.Now().After(deadline) {
			t.Fatalf("Apache does not answer: %s", said.text())
		}
	}
}

// requireApache asks what a browser does not.
func requireApache(t *testing.T, home string) {
	t.Helper()
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	for _, test := range []struct {
		path   string
		status int
		header string
		want   string
	}{
		{"/", 200, "X-Content-Type-Options", "nosniff"},
		{"/avis/2024-01/", 200, "Content-Security-Policy", "frame-ancestors 'none'"},
		{"/nowhere/", 404, "Content-Security-Policy", "default-src 'none'"},
		{"/avis/2024-comptage-pietons/", 301, "Location", "/avis/2024-01/"},
		{"/avis/2024-comptage-pietons/index.json", 301, "Location", "/avis/2024-01/index.json"},
		{"/data/v1/opinions.csv", 200, "Content-Type", "text/csv; charset=utf-8"},
		{"/data/v1/opinions.csv", 200, "Access-Control-Allow-Origin", "*"},
		{"/data/v1/opinions.csv", 200, "Link", `rel="describedby"`},
		{"/atom.xml", 200, "Content-Type", "application/atom+xml; charset=utf-8"},
		{"/.greffe", 403, "X-Content-Type-Options", "nosniff"},
		{"/.htaccess", 403, "X-Content-Type-Options", "nosniff"},
	} {
		response, err := client.Get(home + test.path)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		values := response.Header.Values(test.header)
		if response.StatusCode != test.status || len(values) != 1 || !strings.Contains(values[0], test.want) {
			t.Errorf("%s: %d, %s: %q", test.path, response.StatusCode, test.header, values)
		}
	}
}
