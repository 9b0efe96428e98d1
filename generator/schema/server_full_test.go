//go:build full

package schema_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"greffe/generator/draft"
)

// A yamlServer is the YAML language server that editors run, spoken to over its
// standard input and output (Language Server Protocol 3.17).
type yamlServer struct {
	t        *testing.T
	in       io.Writer
	messages chan map[string]any
	last     int
}

func startServer(t *testing.T) *yamlServer {
	t.Helper()
	command := exec.Command("node", "node_modules/yaml-language-server/bin/yaml-language-server", "--stdio")
	command.Dir = checkers
	in, err := command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = in.Close(); _ = command.Process.Kill(); _ = command.Wait() })
	s := &yamlServer{t: t, in: in, messages: make(chan map[string]any, 100)}
	go s.listen(out)
	s.ask("initialize", map[string]any{"processId": nil, "rootUri": nil, "capabilities": map[string]any{
		"textDocument": map[string]any{"completion": map[string]any{}, "publishDiagnostics": map[string]any{}},
	}})
	s.tell("initialized", map[string]any{})
	return s
}

func (s *yamlServer) listen(out io.Reader) {
	defer close(s.messages)
	reader := bufio.NewReader(out)
	for {
		length := 0
		for {
			line, err := reader.ReadString('\n')
			if err != nil {
				return
			}
			if line = strings.TrimSpace(line); line == "" {
				break
			}
			_, _ = fmt.Sscanf(line, "Content-Length: %d", &length)
		}
		text := make([]byte, length)
		if _, err := io.ReadFull(reader, text); err != nil {
			return
		}
		var message map[string]any
		if json.Unmarshal(text, &message) == nil {
			s.messages <- message
		}
	}
}

func (s *yamlServer) send(message map[string]any) {
	message["jsonrpc"] = "2.0"
	text, err := json.Marshal(message)
	if err != nil {
		s.t.Fatal(err)
	}
	if _, err := fmt.Fprintf(s.in, "Content-Length: %d\r\n\r\n%s", len(text), text); err != nil {
		s.t.Fatal(err)
	}
}

func (s *yamlServer) tell(method string, params any) {
	s.send(map[string]any{"method": method, "params": params})
}

// wait returns the first message that is wanted; what the server asks of its
// client meanwhile (its settings) is answered with nothing.
func (s *yamlServer) wait(wanted func(map[string]any) bool) map[string]any {
	s.t.Helper()
	deadline := time.After(90 * time.Second)
	for {
		select {
		case message, open := <-s.messages:
			if !open {
				s.t.Fatal("the language server has ended")
			}
			if message["method"] != nil && message["id"] != nil {
				s.send(map[string]any{"id": message["id"], "result": nil})
				continue
			}
			if wanted(message) {
				return message
			}
		case <-deadline:
			s.t.Fatal("the language server does not answer")
		}
	}
}

func (s *yamlServer) ask(method string, params any) any {
	s.t.Helper()
	s.last++
	id := float64(s.last)
	s.send(map[string]any{"id": id, "method": method, "params": params})
	return s.wait(func(m map[string]any) bool { return m["id"] == id && m["method"] == nil })["result"]
}

// open shows the server a text and returns what it underlines.
func (s *yamlServer) open(uri, text string) []any {
	s.t.Helper()
	s.tell("textDocument/didOpen", map[string]any{"textDocument": map[string]any{"uri": uri, "languageId": "yaml", "version": 1, "text": text}})
	message := s.wait(func(m map[string]any) bool {
		params, _ := m["params"].(map[string]any)
		return m["method"] == "textDocument/publishDiagnostics" && params["uri"] == uri
	})
	return message["params"].(map[string]any)["diagnostics"].([]any)
}

// complete returns what the server offers at the end of the last line.
func (s *yamlServer) complete(uri, text string) []string {
	s.t.Helper()
	lines := strings.Split(text, "\n")
	last := lines[len(lines)-1]
	result := s.ask("textDocument/completion", map[string]any{
		"textDocument": map[string]any{"uri": uri},
		"position":     map[string]any{"line": len(lines) - 1, "character": len([]rune(last))},
	})
	var labels []string
	list, _ := result.(map[string]any)
	items, _ := list["items"].([]any)
	for _, item := range items {
		labels = append(labels, fmt.Sprint(item.(map[string]any)["label"]))
	}
	return labels
}

// In a text editor, the header of a new document has nothing wrong, the ids of
// members and the words of the model are offered, and a wrong role is
// underlined.
func TestYAMLLanguageServer(t *testing.T) {
	c := open(t, councils["demonstration"])
	dir := written(t, c)
	server := startServer(t)
	fresh := func(kind string) string {
		file, err := draft.Document(c, french(t), draft.Request{Kind: kind, Title: "Essai d'un éditeur", On: c.AsOf.Date, Today: c.AsOf})
		if err != nil {
			t.Fatal(err)
		}
		return "# yaml-language-server: $schema=file://" + filepath.ToSlash(filepath.Join(dir, kind+".schema.json")) + "\n" + headerOf(string(file.Text)) + "\n"
	}
	for _, kind := range draft.Kinds() {
		if found := server.open("file:///fresh-"+kind+".yaml", fresh(kind)); len(found) > 0 {
			t.Errorf("a new %s: %v", kind, found)
		}
	}
	for i, offer := range []struct{ kind, typed, want string }{
		{"session", "convened_by: ", "yasmine-ouadah"},
		{"session", "attendance:\n  present:\n    - ", "yasmine-ouadah"},
		{"opinion", "rapporteurs:\n  - ", "yasmine-ouadah"},
		{"member", "mandates:\n  - body: conseil\n    role: ", "president"},
		{"member", "mandates:\n  - body: conseil\n    ", "appointment"},
		{"session", "audience: ", "public"},
	} {
		uri, text := fmt.Sprintf("file:///offer-%d.yaml", i), fresh(offer.kind)+offer.typed
		server.open(uri, text)
		if got := server.complete(uri, text); !strings.Contains(strings.Join(got, "\n"), offer.want) {
			t.Errorf("after %q: %q is not offered, but %q", offer.typed, offer.want, got)
		}
	}
	for i, wrong := range []struct{ kind, typed, want string }{
		{"member", "mandates:\n  - body: conseil\n    role: emperor\n", "emperor"},
		{"member", "profesion: dev\n", "profesion"},
		{"session", "end: demain\n", "demain"},
	} {
		text := fresh(wrong.kind) + wrong.typed
		found := server.open(fmt.Sprintf("file:///wrong-%d.yaml", i), text)
		if len(found) == 0 {
			t.Errorf("%q: nothing is underlined", wrong.typed)
			continue
		}
		start := found[0].(map[string]any)["range"].(map[string]any)["start"].(map[string]any)["line"].(float64)
		if line := strings.Split(text, "\n")[int(start)]; !strings.Contains(line, wrong.want) {
			t.Errorf("%q: the line %q is underlined", wrong.typed, line)
		}
		t.Logf("%q: %v", wrong.typed, found[0].(map[string]any)["message"])
	}
}
