// Package host tells the web server that the site is put on what the files
// cannot say themselves: which headers go with them (_headers), and where
// former addresses lead (_redirects).
//
// Both are written in the syntax of Netlify, which several other hosts read
// too; on request .htaccess says the same to Apache. A server that knows none of
// them still serves a whole site: pages bear their own security policy, and
// former addresses have a page that leads on.
package host

import (
	"bufio"
	"io"
	"strings"
)

// A rule is a path, in which a star stands for anything, and the headers of
// what lies there. Of two rules that give one header, the later one counts; a
// host that sends both must not do harm.
type rule struct {
	path    string
	headers []header
}

type header struct{ name, value string }

func writeRules(w io.Writer, rules []rule) error {
	out := bufio.NewWriter(w)
	for i, rule := range rules {
		if i > 0 {
			out.WriteByte('\n')
		}
		out.WriteString(rule.path + "\n")
		for _, h := range rule.headers {
			out.WriteString("  " + h.name + ": " + oneLine(h.value) + "\n")
		}
	}
	return out.Flush()
}

// oneLine keeps a value from becoming another header.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
