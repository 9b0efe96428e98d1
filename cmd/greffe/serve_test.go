package main

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"greffe/generator/serve"
)

// serves starts a preview on a free port.
func (l *live) serves(args ...string) (address string) {
	l.Helper()
	l.start(append([]string{"serve", "--port", "0"}, args...)...)
	return l.says(&l.stdout, `(http://127\.0\.0\.1:\d+)\S*/ \(Ctrl\+C`)[1]
}

// shows waits for an address to show all the texts.
func (l *live) shows(address string, texts ...string) {
	l.Helper()
	l.until(address+" shows "+strings.Join(texts, ", "), func() bool {
		response, err := http.Get(address)
		if err != nil {
			return false
		}
		defer response.Body.Close()
		body, _ := io.ReadAll(response.Body)
		for _, text := range texts {
			if !strings.Contains(string(body), text) {
				return false
			}
		}
		return true
	})
}

func TestServeShowsWhatIsSaved(t *testing.T) {
	l := newLive(t)
	address := l.serves()
	page := address + "/membres/ada/"
	l.shows(page, "Ada Lovelace", "Source : "+filepath.ToSlash(l.at("content/members/ada.md")))

	l.write("content/members/ada.md", "---\nname: Ada Brook\n---\n")
	l.shows(page, "Ada Brook")
	l.says(&l.stdout, `members/ada\.md : aperçu à jour`)

	l.write("content/members/ada.md", "---\nnom: Ada Byron\n---\n")
	l.shows(page, "Ada Brook", "<details open>", "members/ada.md:2:1", "nom: Ada Byron", "La page montre la dernière version sans erreur.")
	l.says(&l.stderr, `members/ada.md:2:1: erreur`)

	l.write("content/members/ada.md", "---\nname: Ada King\n---\n")
	l.shows(page, "Ada King")
	l.write("content/members/grace.md", "---\nname: Grace Hopper\n---\n")
	l.shows(address+"/membres/", "Grace Hopper")

	if err := os.RemoveAll(l.at("content")); err != nil {
		t.Fatal(err)
	}
	l.shows(page, "Ada King", "pas de contenu")
	l.write("content/members/ada.md", "---\nname: Ada Again\n---\n")
	l.write("content/council.yaml", "name: Conseil\nbase_url: https://conseil.example\n")
	l.shows(page, "Ada Again")
	l.stops()
}

func TestServeBeginsWithErrorsToo(t *testing.T) {
	l := newLive(t)
	l.write("content/council.yaml", "nom: Conseil\n")
	address := l.serves()
	l.shows(address+"/", "council.yaml:1:1")
	l.write("content/council.yaml", "name: Conseil\nbase_url: https://conseil.example\n")
	l.shows(address+"/", "Conseil", "plusieurs fichiers")
	l.stops()
}

func TestServeFollowsWordsAndLayouts(t *testing.T) {
	own := t.TempDir()
	l := newLive(t)
	address := l.serves("--layouts", own, "--static", t.TempDir())
	l.shows(address+"/", "Conseil")
	if err := os.MkdirAll(filepath.Join(own, "words"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(own, "words", "fr.yaml"), []byte("frame:\n  home: \"Chez nous\"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	l.shows(address+"/membres/ada/", "Chez nous")
	l.stops()
}

func TestServeUnderThePathOfItsBaseAddress(t *testing.T) {
	l := newLive(t)
	address := l.serves("--base-url", "https://ville.example/conseil/")
	l.says(&l.stdout, `/conseil/ \(Ctrl`)
	l.shows(address+"/conseil/membres/ada/", "Ada Lovelace")
	l.shows(address+"/", "Conseil") // leads there
	l.stops()
}

func TestServeShowsDraftsWhenAsked(t *testing.T) {
	for _, flag := range []string{"--drafts=true", "--drafts=false"} {
		l := newLive(t)
		address := l.serves(flag)
		l.write("content/pages/essai.md", "---\ntitle: Un brouillon\ndraft: true\n---\n")
		l.says(&l.stdout, `aperçu à jour`)
		response, err := http.Get(address + "/essai/")
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if shown := response.StatusCode == http.StatusOK; shown != (flag == "--drafts=true") {
			t.Errorf("%s: %d", flag, response.StatusCode)
		}
		l.stops()
	}
}

func TestServeSaysWhichPortToTry(t *testing.T) {
	listener, err := serve.Listen(0)
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	port := listener.Addr().(*net.TCPAddr).Port
	var stdout, stderr bytes.Buffer
	if code := run([]string{"serve", "--content", "../../content", "--port", fmt.Sprint(port)}, &stdout, &stderr); code != exitMachine {
		t.Errorf("exit code %d", code)
	}
	if !strings.Contains(stderr.String(), fmt.Sprintf("--port %d", port+1)) {
		t.Errorf("no hint: %s", &stderr)
	}
	for _, bad := range []string{"-1", "65536"} {
		if code := run([]string{"serve", "--port", bad}, &stdout, &stderr); code != exitUse {
			t.Errorf("port %s: exit code %d", bad, code)
		}
	}
}

func TestServeWithoutContentSaysWhatToDo(t *testing.T) {
	var stdout, stderr bytes.Buffer
	if code := run([]string{"serve", "--port", "0", "--content", t.TempDir()}, &stdout, &stderr); code != exitUse || stderr.Len() == 0 {
		t.Errorf("exit code %d: %s", code, &stderr)
	}
}
