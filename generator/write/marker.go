package write

import (
	"fmt"
	"strconv"
	"strings"
)

// markerName is the file that says a folder is greffe's. It is written with the
// staging folder, so that no site is ever without it.
const markerName = ".greffe"

// markerLimit is more than any marker needs; a longer file is not one.
const markerLimit = 4 << 10

// A marker is what the marker file says. Its text depends on nothing else, so
// that the same site has the same bytes whoever made it, whenever:
//
//	greffe site 1
//	made by greffe, which replaces this folder whole: keep nothing of yours here
//	partial "data/csv"
//
// The number is the format's. A greffe that meets another one still knows that
// the folder is a greffe's and may replace it.
type marker struct {
	partial string // empty means a whole site
}

const (
	markerFirst   = "greffe site "
	markerSecond  = "made by greffe, which replaces this folder whole: keep nothing of yours here"
	markerPartial = "partial "
)

func (m marker) String() string {
	text := markerFirst + "1\n" + markerSecond + "\n"
	if m.partial != "" {
		text += fmt.Sprintf("%s%q\n", markerPartial, m.partial)
	}
	return text
}

// parseMarker is strict on the first line, which makes the folder ours, and on
// what is partial, which protects it from being mistaken for whole.
func parseMarker(text string) (m marker, ok bool) {
	first, rest, _ := strings.Cut(text, "\n")
	version, ok := strings.CutPrefix(first, markerFirst)
	if n, err := strconv.Atoi(version); !ok || err != nil || n < 1 {
		return marker{}, false
	}
	for line := range strings.Lines(rest) {
		quoted, ok := strings.CutPrefix(strings.TrimSuffix(line, "\n"), markerPartial)
		if !ok {
			continue
		}
		partial, err := strconv.Unquote(quoted)
		if err != nil || partial == "" {
			return marker{}, false
		}
		m.partial = partial
	}
	return m, true
}
