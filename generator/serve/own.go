package serve

import (
	"embed"
	"net/http"
	"strings"
)

// Addresses of the preview's own; no file of a site lies there.
const (
	ownAddress    = "/.greffe/"
	eventsAddress = ownAddress + "events"
	draftsAddress = ownAddress + "drafts"
)

//go:embed preview
var ownFiles embed.FS

var ownTypes = map[string]string{
	"reload.js":   "text/javascript; charset=utf-8",
	"preview.css": "text/css; charset=utf-8",
}

// own names the preview's own file at an address.
func own(address string) (file string, own bool) {
	file, below := strings.CutPrefix(address, ownAddress)
	return file, below && ownTypes[file] != ""
}

func serveOwn(w http.ResponseWriter, _ *http.Request, file string) {
	text, err := ownFiles.ReadFile("preview/" + file)
	if err != nil {
		http.Error(w, http.StatusText(http.StatusNotFound), http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", ownTypes[file])
	_, _ = w.Write(text)
}
