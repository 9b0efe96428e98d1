package main

import (
	"bytes"
	"strings"
	"testing"
)

func TestEditorsAddresses(t *testing.T) {
	a := &app{flags: flags{content: "/mon conseil/content"}}
	for name, want := range map[string]string{
		"vscode":                              "vscode://file/mon%20conseil/content/opinions/a.md:3:1",
		"vscodium":                            "vscodium://file/mon%20conseil/content/opinions/a.md:3:1",
		"idea://open?file={path}&line={line}": "idea://open?file=/mon%20conseil/content/opinions/a.md&line=3",
	} {
		address, err := a.editor(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := address("opinions/a.md", 3, 0); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	if address, err := a.editor("none"); address != nil || err != nil {
		t.Error("none opens something")
	}
	for _, bad := range []string{"emacs", "javascript:alert({path})", "vscode://file"} {
		var stdout, stderr bytes.Buffer
		if code := run([]string{"serve", "--port", "0", "--editor", bad}, &stdout, &stderr); code != exitUse || !strings.Contains(stderr.String(), bad) {
			t.Errorf("%s: exit code %d: %s", bad, code, &stderr)
		}
	}
}
