package inspect

import (
	"bytes"
	"strings"
)

// A style reads one stylesheet, which may ask nothing of another host.
type style struct {
	inspection *Inspection
	found      []breach
}

func (s *style) begin(int32) { s.found = nil }

// read waits for the whole: there is one stylesheet, or a few.
func (s *style) read([]byte) int { return 0 }

func (s *style) end(text []byte) (*sheet, []breach) {
	for _, asks := range []string{"url(", "@import"} {
		for rest := bytes.ToLower(text); ; {
			at := bytes.Index(rest, []byte(asks))
			if at < 0 {
				break
			}
			rest = rest[at+len(asks):]
			address := strings.TrimLeft(string(rest[:min(len(rest), 200)]), "\"' \t\n\r\f")
			if end := strings.IndexAny(address, "\"') ;"); end >= 0 {
				address = address[:end]
			}
			ours := strings.HasPrefix(address, s.inspection.base+"/")
			if !ours && (strings.HasPrefix(address, "//") || strings.Contains(address, "://") && !strings.HasPrefix(address, "data:")) {
				s.found = append(s.found, breach{"page-outside", address})
			}
		}
	}
	return nil, s.found
}
